import KustoQuery
import Testing
import UsageModel

@Suite struct UsageQueryTests {
  @Test func `a workspace is asked for AppMetrics`() {
    #expect(
      usageText(of: workspace) == """
        let windowStart = datetime(2026-11-21T23:00:00.0000000Z);
        let windowEnd = datetime(2026-11-22T23:00:00.0000000Z);
        AppMetrics
        | where TimeGenerated >= windowStart and TimeGenerated < windowEnd
        | where Name endswith_cs " Tokens"
        | extend Day = startofday(datetime_utc_to_local(TimeGenerated, "Europe/Berlin")),
            UtcMonth = startofmonth(TimeGenerated),
            SubscriptionId = tostring(Properties["Subscription ID"]),
            UserId = tostring(Properties["User ID"]),
            FeatureId = tostring(Properties["API ID"]),
            ModelId = tostring(Properties["Model"]),
            Ingested = ingestion_time()
        | summarize Tokens = tolong(round(sum(Sum))),
            Requests = tolong(sum(ItemCount)),
            Records = count(),
            Faulty = countif(isnull(Sum) or isnan(Sum) or isinf(Sum) or Sum < 0 or Sum != round(Sum)),
            First = min(TimeGenerated),
            Last = max(TimeGenerated),
            LastIngested = max(Ingested)
          by Day, UtcMonth, Metric = Name, SubscriptionId, UserId, FeatureId, ModelId
        | order by Day asc, UtcMonth asc, SubscriptionId asc, UserId asc, FeatureId asc, ModelId asc, \
        Metric asc

        """)
  }

  @Test func `a component is asked for customMetrics`() {
    #expect(
      usageText(of: component) == """
        let windowStart = datetime(2026-11-21T23:00:00.0000000Z);
        let windowEnd = datetime(2026-11-22T23:00:00.0000000Z);
        customMetrics
        | where timestamp >= windowStart and timestamp < windowEnd
        | where name endswith_cs " Tokens"
        | extend Day = startofday(datetime_utc_to_local(timestamp, "Europe/Berlin")),
            UtcMonth = startofmonth(timestamp),
            SubscriptionId = tostring(customDimensions["Subscription ID"]),
            UserId = tostring(customDimensions["User ID"]),
            FeatureId = tostring(customDimensions["API ID"]),
            ModelId = tostring(customDimensions["Model"]),
            Ingested = ingestion_time()
        | summarize Tokens = tolong(round(sum(valueSum))),
            Requests = tolong(sum(valueCount)),
            Records = count(),
            Faulty = countif(isnull(valueSum) or isnan(valueSum) or isinf(valueSum) or valueSum < 0 \
        or valueSum != round(valueSum)),
            First = min(timestamp),
            Last = max(timestamp),
            LastIngested = max(Ingested)
          by Day, UtcMonth, Metric = name, SubscriptionId, UserId, FeatureId, ModelId
        | order by Day asc, UtcMonth asc, SubscriptionId asc, UserId asc, FeatureId asc, ModelId asc, \
        Metric asc

        """)
  }

  @Test func `the gateway's log is asked for calls and who made them`() {
    #expect(
      usageText(of: gatewayLog) == """
        let windowStart = datetime(2026-11-21T23:00:00.0000000Z);
        let windowEnd = datetime(2026-11-22T23:00:00.0000000Z);
        let calls =
            ApiManagementGatewayLlmLog
            | where TimeGenerated >= windowStart - 1h and TimeGenerated < windowEnd + 1h
            | where isnotempty(ModelName) or isnotempty(DeploymentName) or TotalTokens > 0
            | extend Size = coalesce(tolong(TotalTokens), 0),
                Ingested = ingestion_time()
            | summarize Started = min(TimeGenerated),
                arg_max(Size, ModelName, DeploymentName),
                PromptTokens = max(PromptTokens),
                CompletionTokens = max(CompletionTokens),
                TotalTokens = max(TotalTokens),
                Records = count(),
                Ingested = max(Ingested)
              by CorrelationId
            | where Started >= windowStart and Started < windowEnd;
        let requests =
            ApiManagementGatewayLogs
            | where TimeGenerated >= windowStart - 1h and TimeGenerated < windowEnd + 1h
            | summarize arg_max(TimeGenerated, ApimSubscriptionId, ApiId, UserId)
              by CorrelationId;
        calls
        | join kind=leftouter requests on CorrelationId
        | extend Day = startofday(datetime_utc_to_local(Started, "Europe/Berlin")),
            UtcMonth = startofmonth(Started),
            ModelId = iff(isempty(ModelName), DeploymentName, ModelName)
        | summarize PromptTokens = sum(tolong(PromptTokens)),
            CompletionTokens = sum(tolong(CompletionTokens)),
            TotalTokens = sum(tolong(TotalTokens)),
            Requests = count(),
            Records = sum(Records),
            Faulty = countif(PromptTokens < 0 or CompletionTokens < 0 or TotalTokens < 0),
            First = min(Started),
            Last = max(Started),
            LastIngested = max(Ingested),
            Unattributed = countif(isempty(CorrelationId1))
          by Day, UtcMonth, SubscriptionId = ApimSubscriptionId, UserId, FeatureId = ApiId, ModelId
        | order by Day asc, UtcMonth asc, SubscriptionId asc, UserId asc, FeatureId asc, ModelId asc

        """)
  }

  @Test func `a cluster is asked as its table would be elsewhere`() {
    #expect(usageText(of: cluster) == usageText(of: workspace))
    #expect(usageText(of: classicCluster) == usageText(of: component))
  }

  @Test func `listed metrics are asked for by name`() {
    let text = usageText(of: workspace, metrics: ["Prompt Tokens", "Total Tokens"])

    #expect(
      text
        == usageText(of: workspace).replacing(
          #"Name endswith_cs " Tokens""#, with: #"Name in ("Prompt Tokens", "Total Tokens")"#))
  }

  @Test func `an empty list of metrics asks for every one`() {
    #expect(usageText(of: workspace, metrics: []) == usageText(of: workspace))
  }

  @Test func `a dimension that is not mapped is empty`() {
    let mapping = DimensionMapping(
      subscription: "Subscription ID", user: nil, feature: "API ID", model: "Model")

    #expect(
      usageText(of: workspace, dimensions: mapping)
        == usageText(of: workspace).replacing(
          #"UserId = tostring(Properties["User ID"])"#, with: #"UserId = """#))
  }

  @Test func `the gateway's log knows its dimensions itself`() {
    #expect(
      usageText(of: gatewayLog, dimensions: .none, metrics: ["Total Tokens"])
        == usageText(of: gatewayLog))
  }

  @Test func `a bound is exact to the tick`() {
    let query = UsageQuery(
      kind: workspace, dimensions: .recommended, metrics: nil, timeZone: "Europe/Berlin")

    let lines = query.text(
      from: Timestamp(ticks: dayStart.ticks + 1), to: Timestamp(ticks: dayStart.ticks - 1)
    ).split(separator: "\n")

    #expect(lines[0] == "let windowStart = datetime(2026-11-21T23:00:00.0000001Z);")
    #expect(lines[1] == "let windowEnd = datetime(2026-11-21T22:59:59.9999999Z);")
  }

  @Test(arguments: everyKind)
  func `without its window a query is the same for every window`(kind: ServiceKind) {
    let query = UsageQuery(
      kind: kind, dimensions: .recommended, metrics: nil, timeZone: "Europe/Berlin")

    #expect(
      query.withoutWindow
        == query.text(from: dayStart, to: dayEnd)
        .replacing("datetime(2026-11-21T23:00:00.0000000Z)", with: "datetime(from)")
        .replacing("datetime(2026-11-22T23:00:00.0000000Z)", with: "datetime(to)"))
  }
}
