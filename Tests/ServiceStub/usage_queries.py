"""The queries of usage: their texts, and what they return over the records held."""

import json
import math
import re
from typing import NamedTuple, Optional

import kql
import ticks
import usage
from answers import Answer

_METRICS = """
let windowStart = DATE_low;
let windowEnd = DATE_high;
TABLE
| where TIME >= windowStart and TIME < windowEnd
| where NAME NAMES_names
| extend Day = startofday(datetime_utc_to_local(TIME, STRING_zone)),
    UtcMonth = startofmonth(TIME),
    SubscriptionId = DIMENSION_subscription,
    UserId = DIMENSION_user,
    FeatureId = DIMENSION_feature,
    ModelId = DIMENSION_model,
    Ingested = ingestion_time()
| summarize Tokens = tolong(round(sum(SUM))),
    Requests = tolong(sum(COUNT)),
    Records = count(),
    Faulty = countif(isnull(SUM) or isnan(SUM) or isinf(SUM) or SUM < 0 or SUM != round(SUM)),
    First = min(TIME), Last = max(TIME), LastIngested = max(Ingested)
  by Day, UtcMonth, Metric = NAME, SubscriptionId, UserId, FeatureId, ModelId
| order by Day asc, UtcMonth asc, SubscriptionId asc, UserId asc, FeatureId asc, ModelId asc,
    Metric asc
"""
SCHEMAS = {
    "AppMetrics": dict(
        TABLE="AppMetrics", TIME="TimeGenerated", NAME="Name", SUM="Sum", COUNT="ItemCount",
        properties="Properties"),
    "customMetrics": dict(
        TABLE="customMetrics", TIME="timestamp", NAME="name", SUM="valueSum", COUNT="valueCount",
        properties="customDimensions"),
}
_TEMPLATES = {table: kql.Template(_METRICS, **words) for table, words in SCHEMAS.items()}
_COLUMNS = [
    ("Day", "datetime"), ("UtcMonth", "datetime"), ("Metric", "string"), ("SubscriptionId", "string"),
    ("UserId", "string"), ("FeatureId", "string"), ("ModelId", "string"), ("Tokens", "long"),
    ("Requests", "long"), ("Records", "long"), ("Faulty", "long"), ("First", "datetime"),
    ("Last", "datetime"), ("LastIngested", "datetime"),
]

CALLS = """
let windowStart = DATE_low;
let windowEnd = DATE_high;
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
"""
GATEWAY = CALLS + """
calls
| join kind=leftouter requests on CorrelationId
| extend Day = startofday(datetime_utc_to_local(Started, STRING_zone)),
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
"""
_GATEWAY = kql.Template(GATEWAY)
_GATEWAY_COLUMNS = [
    ("Day", "datetime"), ("UtcMonth", "datetime"), ("SubscriptionId", "string"), ("UserId", "string"),
    ("FeatureId", "string"), ("ModelId", "string"), ("PromptTokens", "long"),
    ("CompletionTokens", "long"), ("TotalTokens", "long"), ("Requests", "long"), ("Records", "long"),
    ("Faulty", "long"), ("First", "datetime"), ("Last", "datetime"), ("LastIngested", "datetime"),
    ("Unattributed", "long"),
]


def usage_answer(words, literals, scope):
    """What a query of usage returns; None for another text."""
    for table, template in _TEMPLATES.items():
        parts = template.match(words, literals)
        if parts:
            scope.needs(table)
            return _metrics_answer(parts, scope)
    parts = _GATEWAY.match(words, literals)
    if parts:
        scope.needs(usage.LLM_LOG)
        scope.needs(usage.GATEWAY_LOG)
        return _gateway_answer(parts, scope)
    return None


def local_days(zone):
    try:
        return ticks.LocalDays(zone)
    except (KeyError, ValueError, OSError):
        raise kql.QueryError(
            "SemanticError", f"datetime_utc_to_local(): unknown time zone '{zone}'") from None


def dimension(part, properties):
    """The value of `tostring(Properties["…"])`, or the literal that stands in its place."""
    if not isinstance(part, tuple):
        return part
    value = properties.get(part[0])
    return "" if value is None else str(value)


def is_asked(name, names):
    return name.endswith(names) if isinstance(names, kql.Suffix) else name in names


def is_faulty(total):
    return total is None or not math.isfinite(total) or total < 0 or total != round(total)


def whole(total):
    """`tolong(round(…))`: null for what is no number."""
    return int(round(total)) if math.isfinite(total) else None


def _metrics_answer(parts, scope):
    window = (parts["low"], parts["high"])
    low, high = scope.bounds(*window)
    days = local_days(parts["zone"])
    workspaces = scope.workspaces

    def rows():
        for start, end in _segments(low, high, days):
            made = scope.store.made(usage.METRICS, start, end, workspaces)
            if made and not scope.store.held(usage.METRICS, start, end, workspaces):
                yield from _made_rows(made, parts, start, end, days)
            else:
                yield from _metric_rows(
                    scope.store.records(usage.METRICS, start, end, workspaces), parts, days)

    # Records beyond those held need no walk through centuries.
    first, last = scope.store.range()
    low, high = max(low, first), min(high, last)
    return Answer(_COLUMNS, rows(), window)


def _metric_rows(records, parts, days):
    names = parts["names"]
    dimensions = [parts[name] for name in ("subscription", "user", "feature", "model")]
    groups = {}
    for record in records:
        if not is_asked(record.name, names):
            continue
        key = (days.day(record.time), ticks.utc_month(record.time),
               *(dimension(part, record.properties) for part in dimensions), record.name)
        group = groups.get(key)
        if group is None:
            group = groups[key] = [0.0, 0, 0, 0, record.time, record.time, None]
        if record.total is not None:
            group[0] += record.total
        group[1] += record.items or 0
        group[2] += 1
        group[3] += is_faulty(record.total)
        group[4] = min(group[4], record.time)
        group[5] = max(group[5], record.time)
        if record.ingested is not None and (group[6] is None or record.ingested > group[6]):
            group[6] = record.ingested
    for key in sorted(groups):
        day, month, subscription, user, feature, model, name = key
        total, items, count, faulty, first, last, ingested = groups[key]
        yield [ticks.day_text(day), ticks.day_text(month), name, subscription, user, feature, model,
               whole(total), items, count, faulty, ticks.text(first), ticks.text(last),
               ticks.text(ingested)]


def _made_rows(made, parts, low, high, days):
    """The same rows from a generated set, of one local day and UTC month."""
    metrics = [(name, index) for index, name in enumerate(made.metrics)
               if is_asked(name, parts["names"])]
    metrics.sort()
    groups = {}
    for number, properties in enumerate(made.properties):
        key = tuple(dimension(parts[name], properties)
                    for name in ("subscription", "user", "feature", "model"))
        groups.setdefault(key, []).append(number)
    day, month = ticks.day_text(days.day(low)), ticks.day_text(ticks.utc_month(low))
    for (subscription, user, feature, model), numbers in sorted(groups.items()):
        sums, items, count, first, last = [0] * len(made.metrics), 0, 0, None, None
        for number in numbers:
            for day_number, time in made.times(number, low, high):
                tokens, requests = made.values(number, day_number)
                sums = tokens if count == 0 else [a + b for a, b in zip(sums, tokens)]
                items, count = items + requests, count + 1
                first = time if first is None or time < first else first
                last = time if last is None or time > last else last
        if count:
            moments = [ticks.text(first), ticks.text(last), ticks.text(last + 180 * ticks.SECOND)]
            for name, index in metrics:
                yield [day, month, name, subscription, user, feature, model, sums[index], items,
                       count, 0, *moments]


def _segments(low, high, days):
    """`[low, high)` cut where a local day or a UTC month ends. Both end at quarter hours."""
    quarter = 900 * ticks.SECOND
    start = low
    while start < high:
        end = start - start % quarter + quarter
        mark = (days.day(start), ticks.utc_month(start))
        while end < high and (days.day(end), ticks.utc_month(end)) == mark:
            end += quarter
        yield start, min(end, high)
        start = end


def _number(value):
    return None if value in (None, "") else int(value)


def largest_of(values):
    return max((value for value in values if value is not None), default=None)


class Call(NamedTuple):
    """One CorrelationId of the gateway's log; `request` is its line in the other log, or None."""

    started: int
    model_name: str
    deployment: str
    prompt: Optional[int]
    completion: Optional[int]
    total: Optional[int]
    records: int
    ingested: Optional[int]
    request: Optional[dict]

    @property
    def model(self):
        return self.model_name or self.deployment

    def of_request(self, column):
        return (self.request or {}).get(column) or ""


def gateway_calls(scope, low, high):
    """The calls that started in the window."""
    hour = 3600 * ticks.SECOND
    around = scope.bounds(low - hour, high + hour)
    calls, requests = {}, {}
    for record in scope.store.records(usage.LLM_LOG, *around, scope.workspaces):
        columns = record.columns
        if (columns.get("ModelName") or columns.get("DeploymentName")
                or (_number(columns.get("TotalTokens")) or 0) > 0):
            calls.setdefault(columns.get("CorrelationId", ""), []).append(record)
    for record in scope.store.records(usage.GATEWAY_LOG, *around, scope.workspaces):
        requests[record.columns.get("CorrelationId", "")] = record.columns
    for correlation, rows in calls.items():
        started = min(row.time for row in rows)
        if not low <= started < high:
            continue
        largest = max(rows, key=lambda row: _number(row.columns.get("TotalTokens")) or 0).columns
        counts = [largest_of(_number(row.columns.get(name)) for row in rows)
                  for name in ("PromptTokens", "CompletionTokens", "TotalTokens")]
        yield Call(started, largest.get("ModelName") or "", largest.get("DeploymentName") or "",
                   *counts, len(rows), largest_of(row.ingested for row in rows), requests.get(correlation))


def _gateway_answer(parts, scope):
    days = local_days(parts["zone"])

    def rows():
        groups = {}
        for call in gateway_calls(scope, parts["low"], parts["high"]):
            key = (days.day(call.started), ticks.utc_month(call.started),
                   call.of_request("ApimSubscriptionId"), call.of_request("UserId"),
                   call.of_request("ApiId"), call.model)
            counts = (call.prompt, call.completion, call.total)
            group = groups.setdefault(key, [[0, 0, 0], 0, 0, 0, call.started, call.started, None, 0])
            group[0] = [total + (value or 0) for total, value in zip(group[0], counts)]
            group[1] += 1
            group[2] += call.records
            group[3] += any(value is not None and value < 0 for value in counts)
            group[4], group[5] = min(group[4], call.started), max(group[5], call.started)
            group[6] = largest_of([group[6], call.ingested])
            group[7] += call.request is None
        for key in sorted(groups):
            day, month, *names = key
            sums, calls, records, faulty, first, last, ingested, unattributed = groups[key]
            yield [ticks.day_text(day), ticks.day_text(month), *names, *sums, calls, records, faulty,
                   ticks.text(first), ticks.text(last), ticks.text(ingested), unattributed]

    return Answer(_GATEWAY_COLUMNS, rows(), (parts["low"], parts["high"]))


def metric_text(table, low, high, zone, names=None, **dimensions):
    """A query of usage as it is asked; `dimensions` by part, such as `user="User ID"`."""
    def quoted(text):
        return json.dumps(text, ensure_ascii=False)

    mapped = {"subscription": "Subscription ID", "user": "User ID", "feature": "API ID", "model": "Model",
              **dimensions}
    words = SCHEMAS[table]
    text = re.sub(r"\b(TABLE|TIME|NAME|SUM|COUNT)\b", lambda found: words[found.group()], _METRICS)
    for name, key in mapped.items():
        part = '""' if key is None else f"tostring({words['properties']}[{quoted(key)}])"
        text = text.replace(f"DIMENSION_{name}", part)
    chosen = 'endswith_cs " Tokens"' if names is None else f"in ({', '.join(map(quoted, names))})"
    text = text.replace("NAMES_names", chosen).replace("STRING_zone", quoted(zone))
    return text.replace("DATE_low", f"datetime({low})").replace("DATE_high", f"datetime({high})").lstrip()


def gateway_text(low, high, zone):
    text = GATEWAY.replace("STRING_zone", json.dumps(zone))
    return text.replace("DATE_low", f"datetime({low})").replace("DATE_high", f"datetime({high})").lstrip()
