/// The tables that are asked.
enum Table: String, Hashable, Sendable {
  case appMetrics = "AppMetrics"
  case customMetrics
  case appRequests = "AppRequests"
  case requests
  case llmLog = "ApiManagementGatewayLlmLog"
  case gatewayLog = "ApiManagementGatewayLogs"
}
