"""The texts of the queries of `tokenbook check`."""

import itertools

import kql
import usage
import usage_queries

_WINDOW = """
let windowStart = DATE_low;
let windowEnd = DATE_high;
"""
_RECORDS = _WINDOW + """
let records =
    TABLE
    | where TIME >= windowStart and TIME < windowEnd
    | where NAME endswith_cs " Tokens"
    | project Day = startofday(datetime_utc_to_local(TIME, STRING_zone)),
        Time = TIME,
        Metric = NAME,
        Amount = SUM,
        Calls = COUNT,
        PROJECTED,
        SubscriptionId = DIMENSION_subscription,
        UserId = DIMENSION_user,
        FeatureId = DIMENSION_feature,
        ModelId = DIMENSION_model,
        Ingested = ingestion_time(),
        Resource = tostring(column_ifexists(STRING_resource, "")),
        Role = tostring(column_ifexists(STRING_role, "")),
        Instance = tostring(column_ifexists(STRING_instance, ""));
"""
_CALLS = usage_queries.CALLS + """
let attributedCalls =
    calls
    | join kind=leftouter requests on CorrelationId
    | extend Day = startofday(datetime_utc_to_local(Started, STRING_zone)),
        Time = Started,
        SubscriptionId = ApimSubscriptionId,
        FeatureId = ApiId,
        ModelId = iff(isempty(ModelName), DeploymentName, ModelName);
"""
# Questions about rows of either kind: SOURCE, and what adds up to records and tokens.
_COMMON = {
    "placeholderUsers": """
SOURCE
| where UserId in~ ("", "-", "n/a", "na", "none", "(none)", "null", "nil", "undefined", "unknown", "anonymous")
| summarize Records = RECORDS, Tokens = TOTAL by UserId
| order by Tokens desc, UserId asc
| take 1000
| project UserId, Records, Tokens""",
    "heaviestKeys": """
SOURCE
| summarize Records = RECORDS, Tokens = TOTAL by SubscriptionId, FeatureId, ModelId
| order by Tokens desc, SubscriptionId asc, FeatureId asc, ModelId asc
| take 1000
| project SubscriptionId, FeatureId, ModelId, Records, Tokens""",
    "totalsApart": """
SOURCE
| summarize PromptTokens = PROMPT, CompletionTokens = COMPLETION, TotalTokens = TOTAL
  by Day, SubscriptionId, UserId, FeatureId, ModelId
| where TotalTokens != PromptTokens + CompletionTokens
| summarize Series = count(), PromptTokens = sum(PromptTokens),
    CompletionTokens = sum(CompletionTokens), TotalTokens = sum(TotalTokens) by Day, ModelId
| order by Day asc, ModelId asc
| take 1000
| project Day, ModelId, Series, PromptTokens, CompletionTokens, TotalTokens""",
    "ingestionDelay": """
SOURCE
| extend Delay = (Ingested - Time) / 1m
| summarize Records = RECORDS, Unknown = countif(isnull(Ingested)), Median = percentile(Delay, 50),
    P95 = percentile(Delay, 95), P99 = percentile(Delay, 99), Longest = max(Delay)
| project Records, Unknown, Median, P95, P99, Longest""",
}
_OF_METRICS = {
    "propertyKeys": """
records
| mv-expand Key = bag_keys(Properties) to typeof(string)
| summarize Records = RECORDS, Tokens = TOTAL by Key
| order by Records desc, Key asc
| take 1000
| project Key, Records, Tokens""",
    "cachedAbovePrompt": """
records
| summarize PromptTokens = PROMPT, CachedTokens = CACHED by Day, SubscriptionId, UserId, FeatureId, ModelId
| where CachedTokens > PromptTokens
| summarize Series = count(), PromptTokens = sum(PromptTokens), CachedTokens = sum(CachedTokens),
    First = min(Day), Last = max(Day) by ModelId
| order by ModelId asc
| take 1000
| project ModelId, Series, PromptTokens, CachedTokens, First, Last""",
    "repeatedRecords": """
records
| where Metric == "Total Tokens"
| summarize Copies = count()
  by Day, Time, Amount, Calls, SubscriptionId, UserId, FeatureId, ModelId, Resource, Role, Instance
| summarize Records = sum(Copies), RepeatedRecords = sumif(Copies, Copies > 1),
    RepeatedTokens = tolong(round(sumif((Copies - 1) * Amount, Copies > 1))) by Day
| order by Day asc
| project Day, Records, RepeatedRecords, RepeatedTokens""",
    "places": """
records
| summarize Records = count(), First = min(Time), Last = max(Time) by Resource, Role
| order by First asc, Resource asc, Role asc
| take 1000
| project Resource, Role, Records, First, Last""",
}
_GATEWAY_DAYS = """
attributedCalls
| summarize Requests = count(), Records = sum(Records), Unattributed = countif(isempty(CorrelationId1)),
    WithoutSubscription = countif(isempty(SubscriptionId)), WithoutModel = countif(isempty(ModelName)),
    WithoutDeployment = countif(isempty(DeploymentName)),
    WithoutTokens = countif(isnull(TotalTokens) or TotalTokens == 0),
    SeveralRecords = countif(Records > 1) by Day
| order by Day asc
| project Day, Requests, Records, Unattributed, WithoutSubscription, WithoutModel, WithoutDeployment,
    WithoutTokens, SeveralRecords"""
_METRIC_NAMES = _WINDOW + """
TABLE
| where TIME >= windowStart and TIME < windowEnd
| summarize Records = count(), Tokens = tolong(round(sum(SUM))), First = min(TIME), Last = max(TIME)
  by Metric = NAME
| order by Records desc, Metric asc
| take 1000
| project Metric, Records, Tokens, First, Last"""
_SAMPLED = _WINDOW + """
REQUESTS
| where TIME >= windowStart and TIME < windowEnd
| summarize Records = count(), Requests = tolong(sum(ITEMS)) by Role = tostring(column_ifexists(STRING_role, ""))
| order by Role asc
| take 1000
| project Role, Records, Requests"""
_CALL_PLACES = _WINDOW + """
ApiManagementGatewayLlmLog
| where TimeGenerated >= windowStart and TimeGenerated < windowEnd
| summarize Records = count(), First = min(TimeGenerated), Last = max(TimeGenerated)
  by Resource = _ResourceId, Role = Region
| order by First asc, Resource asc, Role asc
| take 1000
| project Resource, Role, Records, First, Last"""
_PART = """(SOURCE
    | summarize Records = RECORDS, Tokens = TOTAL by Value = COLUMN
    | summarize Values = countif(isnotempty(Value)), EmptyRecords = sumif(Records, isempty(Value)),
        EmptyTokens = sumif(Tokens, isempty(Value)), Records = sum(Records), Tokens = sum(Tokens)
    | extend Dimension = "NAME_OF")"""
DIMENSIONS = {"subscription": "SubscriptionId", "user": "UserId", "feature": "FeatureId", "model": "ModelId"}


def _of_metric(name):
    return f'tolong(round(sumif(Amount, Metric == "{name}")))'


_METRIC_SUMS = {
    "SOURCE": "records", "RECORDS": "count()", "PROMPT": _of_metric("Prompt Tokens"),
    "COMPLETION": _of_metric("Completion Tokens"), "TOTAL": _of_metric("Total Tokens"),
    "CACHED": _of_metric("Prompt Cached Tokens"),
}
_CALL_SUMS = {
    "SOURCE": "attributedCalls", "RECORDS": "sum(Records)", "PROMPT": "sum(tolong(PromptTokens))",
    "COMPLETION": "sum(tolong(CompletionTokens))", "TOTAL": "sum(tolong(TotalTokens))",
}


def _filled(text, sums):
    for word, part in sums.items():
        text = text.replace(f"= {word}", f"= {part}").replace(f"{word}\n", f"{part}\n")
    return text


def _unions(sums):
    """A question of values for every choice of mapped dimensions."""
    for count in range(1, 5):
        for chosen in itertools.combinations(DIMENSIONS, count):
            parts = [_filled(_PART, sums).replace("COLUMN", DIMENSIONS[name]).replace("NAME_OF", name)
                     for name in chosen]
            yield ("union " + ", ".join(parts) + """
                | order by Dimension asc
                | project Dimension, Values, Records, EmptyRecords, Tokens, EmptyTokens""")


def _templates():
    for table, words in usage_queries.SCHEMAS.items():
        words = dict(words, PROJECTED="Properties" if table == "AppMetrics" else "Properties = customDimensions",
                     REQUESTS="AppRequests" if table == "AppMetrics" else "requests",
                     ITEMS="ItemCount" if table == "AppMetrics" else "itemCount")
        yield "metricNames", table, kql.Template(_METRIC_NAMES, **words)
        yield "sampledRequests", table, kql.Template(_SAMPLED, **words)
        for name, text in {**_COMMON, **_OF_METRICS}.items():
            yield name, table, kql.Template(_RECORDS + _filled(text, _METRIC_SUMS), **words)
        for text in _unions(_METRIC_SUMS):
            yield "dimensionValues", table, kql.Template(_RECORDS + text, **words)
    for name, text in _COMMON.items():
        yield name, usage.LLM_LOG, kql.Template(_CALLS + _filled(text, _CALL_SUMS))
    for text in _unions(_CALL_SUMS):
        yield "dimensionValues", usage.LLM_LOG, kql.Template(_CALLS + text)
    yield "gatewayDays", usage.LLM_LOG, kql.Template(_CALLS + _GATEWAY_DAYS)
    yield "callPlaces", usage.LLM_LOG, kql.Template(_CALL_PLACES)


# What is asked, of which table, and its text.
TEMPLATES = list(_templates())
