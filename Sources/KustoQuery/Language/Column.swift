/// Columns of the tables asked, and of what the queries return.
enum Column: String, Hashable, Sendable {
  // AppMetrics.
  case timeGenerated = "TimeGenerated"
  case metricName = "Name"
  case sum = "Sum"
  case itemCount = "ItemCount"
  case properties = "Properties"
  // customMetrics.
  case timestamp
  case name
  case valueSum
  case valueCount
  case customDimensions
  // AppRequests and requests.
  case sampledItemCount = "itemCount"
  // Where a record came from, as each table has it.
  case resourceID = "_ResourceId"
  case appName
  case appRoleName = "AppRoleName"
  case appRoleInstance = "AppRoleInstance"
  case cloudRoleName = "cloud_RoleName"
  case cloudRoleInstance = "cloud_RoleInstance"
  case region = "Region"
  // ApiManagementGatewayLlmLog and ApiManagementGatewayLogs.
  case correlationID = "CorrelationId"
  /// The key of a joined row; empty where there was none to join.
  case joinedCorrelationID = "CorrelationId1"
  case modelName = "ModelName"
  case deploymentName = "DeploymentName"
  case apimSubscriptionID = "ApimSubscriptionId"
  case apiID = "ApiId"
  // Returned.
  case day = "Day"
  case utcMonth = "UtcMonth"
  case metric = "Metric"
  case subscriptionID = "SubscriptionId"
  case userID = "UserId"
  case featureID = "FeatureId"
  case modelID = "ModelId"
  case tokens = "Tokens"
  case promptTokens = "PromptTokens"
  case completionTokens = "CompletionTokens"
  case totalTokens = "TotalTokens"
  case requests = "Requests"
  case records = "Records"
  case faulty = "Faulty"
  case unattributed = "Unattributed"
  case first = "First"
  case last = "Last"
  case lastIngested = "LastIngested"
  case cachedTokens = "CachedTokens"
  case dimension = "Dimension"
  case values = "Values"
  case emptyRecords = "EmptyRecords"
  case emptyTokens = "EmptyTokens"
  case key = "Key"
  case series = "Series"
  case unknown = "Unknown"
  case median = "Median"
  case percentile95 = "P95"
  case percentile99 = "P99"
  case longest = "Longest"
  case repeatedRecords = "RepeatedRecords"
  case repeatedTokens = "RepeatedTokens"
  case resource = "Resource"
  case role = "Role"
  case withoutSubscription = "WithoutSubscription"
  case withoutModel = "WithoutModel"
  case withoutDeployment = "WithoutDeployment"
  case withoutTokens = "WithoutTokens"
  case severalRecords = "SeveralRecords"
  // On the way.
  case ingested = "Ingested"
  case started = "Started"
  case size = "Size"
  case time = "Time"
  case amount = "Amount"
  case calls = "Calls"
  case instance = "Instance"
  case value = "Value"
  case delay = "Delay"
  case copies = "Copies"
}
