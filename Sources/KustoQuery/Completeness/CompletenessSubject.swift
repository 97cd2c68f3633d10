/// What a completeness query asks about. Tokens are those of `Total Tokens` alone.
package enum CompletenessSubject: String, CaseIterable, Hashable, Sendable {
  /// Every metric name that occurs, of tokens or not, most records first, at most 1,000:
  /// `Metric`, `Records`, `Tokens` (the sum of this metric, rounded), `First`, `Last`.
  case metricNames
  /// Every key of the records' properties, most records first, at most 1,000:
  /// `Key`, `Records`, `Tokens`.
  case propertyKeys
  /// One row a mapped dimension: `Dimension` (`subscription`, `user`, `feature` or `model`),
  /// `Values` (different ones that are not empty), `Records`, `EmptyRecords`, `Tokens`,
  /// `EmptyTokens`.
  case dimensionValues
  /// Users whose name is empty or a word for "not known", at most 1,000:
  /// `UserId`, `Records`, `Tokens`.
  case placeholderUsers
  /// Most tokens first, at most 1,000, to be compared with teams and rates:
  /// `SubscriptionId`, `FeatureId`, `ModelId`, `Records`, `Tokens`.
  case heaviestKeys
  /// Where a day's total is not prompt + completion, the sums of those series by day and model, at
  /// most 1,000: `Day`, `ModelId`, `Series`, `PromptTokens`, `CompletionTokens`, `TotalTokens`.
  case totalsApart
  /// Models with days on which a series has more cached than prompt tokens, the sums of those, at
  /// most 1,000: `ModelId`, `Series`, `PromptTokens`, `CachedTokens`, `First`, `Last` (days).
  case cachedAbovePrompt
  /// One row, in minutes from the time of a record until it could be asked for: `Records`,
  /// `Unknown` (records without a time of arrival), `Median`, `P95`, `P99`, `Longest`.
  case ingestionDelay
  /// By day, evidence that two policies emit the same tokens: `Day`, `Records`, `RepeatedRecords`
  /// (those with an equal twin), `RepeatedTokens` (what their copies add).
  ///
  /// Equal are time, tokens, calls, dimensions and gateway instance. Equal calls in the same
  /// minute look alike too, so it is the share that counts: near all where two policies emit.
  /// Copies that were already added up in one record leave no trace.
  case repeatedRecords
  /// By role, evidence that telemetry is sampled: `Role`, `Records`, `Requests`, at most 1,000.
  ///
  /// A sampled record of a request stands for several requests. Records of metrics keep no such
  /// mark, but the gateway sends both through the same diagnostic setting. The table may be
  /// missing, which proves nothing.
  case sampledRequests
  /// By resource and role, to see a source that has moved: `Resource`, `Role`, `Records`, `First`,
  /// `Last`, earliest first, at most 1,000. Of the gateway's log, the role is a region.
  case places
  /// Calls by day: `Day`, `Requests`, `Records`, `Unattributed` (calls without a line in the log of
  /// requests), `WithoutSubscription`, `WithoutModel`, `WithoutDeployment`, `WithoutTokens`,
  /// `SeveralRecords` (calls with several records of counts, of which only the largest is used:
  /// too few tokens where one request asks several models).
  case gatewayDays
}
