"""What the queries of `tokenbook check` return over the records held."""

import itertools
from typing import NamedTuple, Optional

import check_texts
import ticks
import usage
import usage_queries
from answers import Answer


class _Row(NamedTuple):
    """A record of a metric or a call of the gateway, as the questions see it."""

    day: int
    time: int
    values: tuple
    records: int
    prompt: float
    completion: float
    total: float
    cached: float
    ingested: Optional[int]
    record: object


def check_answer(words, literals, scope):
    """What a question of `tokenbook check` returns; None for another text."""
    for name, table, template in check_texts.TEMPLATES:
        parts = template.match(words, literals)
        if parts:
            return _answer(name, table, parts, scope)
    return None


def _answer(name, table, parts, scope):
    window = (parts["low"], parts["high"])
    low, high = scope.bounds(*window)
    if name == "sampledRequests":
        scope.needs("AppRequests" if table == "AppMetrics" else "requests")
        source = scope.store.records(usage.REQUESTS, low, high, scope.workspaces)
    elif table == usage.LLM_LOG:
        scope.needs(usage.LLM_LOG)
        if name == "callPlaces":
            source = scope.store.records(usage.LLM_LOG, low, high, scope.workspaces)
        else:
            scope.needs(usage.GATEWAY_LOG)
            source = _call_rows(parts, scope)
    else:
        scope.needs(table)
        source = scope.store.records(usage.METRICS, low, high, scope.workspaces)
        if name != "metricNames":
            source = _metric_rows(source, parts)
    columns, evaluate = _QUESTIONS[name]
    return Answer(columns, iter(evaluate(source, parts)), window)


def _metric_rows(records, parts):
    days = usage_queries.local_days(parts["zone"])
    for record in records:
        if not record.name.endswith(" Tokens"):
            continue
        values = tuple(usage_queries.dimension(parts[name], record.properties) for name in check_texts.DIMENSIONS)
        amounts = [record.total or 0 if record.name == name else 0 for name in (
            "Prompt Tokens", "Completion Tokens", "Total Tokens", "Prompt Cached Tokens")]
        yield _Row(days.day(record.time), record.time, values, 1, *amounts, record.ingested, record)


def _call_rows(parts, scope):
    days = usage_queries.local_days(parts["zone"])
    for call in usage_queries.gateway_calls(scope, parts["low"], parts["high"]):
        values = (call.of_request("ApimSubscriptionId"), call.of_request("UserId"),
                  call.of_request("ApiId"), call.model)
        yield _Row(days.day(call.started), call.started, values, call.records, call.prompt or 0,
                   call.completion or 0, call.total or 0, 0, call.ingested, call)


def _grouped(rows, key):
    groups = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def _sums(rows):
    """Records, and the four counts as whole numbers."""
    return (sum(row.records for row in rows), *(
        usage_queries.whole(float(sum(getattr(row, name) for row in rows)))
        for name in ("prompt", "completion", "total", "cached")))


def _column(record, *names):
    return next((record.columns[name] for name in names if record.columns.get(name)), "")


def _role(record):
    return _column(record, "AppRoleName", "cloud_RoleName")


def _resource(record):
    return _column(record, "_ResourceId", "appName")


def _metric_names(records, _):
    rows = []
    for name, group in _grouped(records, lambda record: record.name).items():
        total = sum(record.total or 0 for record in group)
        times = [record.time for record in group]
        rows.append([name, len(group), usage_queries.whole(float(total)), ticks.text(min(times)),
                     ticks.text(max(times))])
    return sorted(rows, key=lambda row: (-row[1], row[0]))[:1000]


def _property_keys(rows, _):
    pairs = ((key, row) for row in rows for key in row.record.properties)
    groups = _grouped(pairs, lambda pair: pair[0])
    found = []
    for key, group in groups.items():
        sums = _sums([row for _, row in group])
        found.append([key, sums[0], sums[3]])
    return sorted(found, key=lambda row: (-row[1], row[0]))[:1000]


def _dimension_values(rows, parts):
    rows = list(rows)
    for index, name in sorted(enumerate(check_texts.DIMENSIONS), key=lambda pair: pair[1]):
        # An unmapped dimension has a literal in its place, and no part in the union.
        if name in parts and not isinstance(parts[name], tuple):
            continue
        empty = _sums([row for row in rows if not row.values[index]])
        sums = _sums(rows)
        distinct = len({row.values[index] for row in rows if row.values[index]})
        yield [name, distinct, sums[0], empty[0], sums[3], empty[3]]


_NOBODY = ("", "-", "n/a", "na", "none", "(none)", "null", "nil", "undefined", "unknown", "anonymous")


def _placeholder_users(rows, _):
    groups = _grouped((row for row in rows if row.values[1].lower() in _NOBODY), lambda row: row.values[1])
    found = [[user, _sums(group)[0], _sums(group)[3]] for user, group in groups.items()]
    return sorted(found, key=lambda row: (-row[2], row[0]))[:1000]


def _heaviest_keys(rows, _):
    groups = _grouped(rows, lambda row: (row.values[0], row.values[2], row.values[3]))
    found = [[*key, _sums(group)[0], _sums(group)[3]] for key, group in groups.items()]
    return sorted(found, key=lambda row: (-row[4], *row[:3]))[:1000]


def _by_series(rows, is_wanted):
    """Sums of the series of a day that are wanted, by day and model."""
    for (day, values), group in sorted(_grouped(rows, lambda row: (row.day, row.values)).items()):
        sums = _sums(group)
        if is_wanted(*sums[1:]):
            yield day, values[3], sums


def _totals_apart(rows, _):
    apart = _by_series(rows, lambda prompt, completion, total, cached: total != prompt + completion)
    for (day, model), group in itertools.islice(
            sorted(_grouped(apart, lambda row: row[:2]).items()), 1000):
        sums = [sum(row[2][index] for row in group) for index in (1, 2, 3)]
        yield [ticks.day_text(day), model, len(group), *sums]


def _cached_above_prompt(rows, _):
    above = _by_series(rows, lambda prompt, completion, total, cached: cached > prompt)
    for model, group in itertools.islice(sorted(_grouped(above, lambda row: row[1]).items()), 1000):
        days = [row[0] for row in group]
        yield [model, len(group), sum(row[2][1] for row in group), sum(row[2][4] for row in group),
               ticks.day_text(min(days)), ticks.day_text(max(days))]


def _ingestion_delay(rows, _):
    rows = list(rows)
    delays = sorted((row.ingested - row.time) / (60 * ticks.SECOND) for row in rows if row.ingested is not None)

    def percentile(share):
        # The nearest rank.
        return delays[max(0, -(-len(delays) * share // 100) - 1)] if delays else None

    yield [sum(row.records for row in rows), sum(1 for row in rows if row.ingested is None),
           percentile(50), percentile(95), percentile(99), delays[-1] if delays else None]


def _repeated_records(rows, _):
    def twin(row):
        record = row.record
        return (row.day, row.time, record.total, record.items, row.values, _resource(record), _role(record),
                _column(record, "AppRoleInstance", "cloud_RoleInstance"))

    days = {}
    totals = (row for row in rows if row.record.name == "Total Tokens")
    for key, group in _grouped(totals, twin).items():
        day = days.setdefault(key[0], [0, 0, 0.0])
        day[0] += len(group)
        if len(group) > 1:
            day[1] += len(group)
            day[2] += (len(group) - 1) * (key[2] or 0)
    for day in sorted(days):
        records, repeated, tokens = days[day]
        yield [ticks.day_text(day), records, repeated, usage_queries.whole(tokens)]


def _sampled_requests(records, _):
    for role, group in itertools.islice(sorted(_grouped(records, _role).items()), 1000):
        yield [role, len(group), sum(record.items or 0 for record in group)]


def _placed(pairs):
    found = []
    for (resource, role), group in _grouped(pairs, lambda pair: pair[0]).items():
        times = [time for _, time in group]
        found.append((min(times), resource, role, len(group), max(times)))
    for first, resource, role, count, last in sorted(found)[:1000]:
        yield [resource, role, count, ticks.text(first), ticks.text(last)]


def _places(rows, _):
    return _placed(((_resource(row.record), _role(row.record)), row.time) for row in rows)


def _call_places(records, _):
    return _placed(((_column(record, "_ResourceId"), _column(record, "Region")), record.time)
                   for record in records)


def _gateway_days(rows, _):
    for day, group in sorted(_grouped(rows, lambda row: row.day).items()):
        calls = [row.record for row in group]
        yield [ticks.day_text(day), len(calls), sum(call.records for call in calls),
               sum(call.request is None for call in calls),
               sum(not call.of_request("ApimSubscriptionId") for call in calls),
               sum(not call.model_name for call in calls), sum(not call.deployment for call in calls),
               sum(not call.total for call in calls), sum(call.records > 1 for call in calls)]


def _columns(text):
    """`name` is a whole number; `name:type` something else."""
    pairs = (column.partition(":") for column in text.split())
    return [(name, kind or "long") for name, _, kind in pairs]


_QUESTIONS = {
    "metricNames": (_columns("Metric:string Records Tokens First:datetime Last:datetime"), _metric_names),
    "propertyKeys": (_columns("Key:string Records Tokens"), _property_keys),
    "dimensionValues": (
        _columns("Dimension:string Values Records EmptyRecords Tokens EmptyTokens"), _dimension_values),
    "placeholderUsers": (_columns("UserId:string Records Tokens"), _placeholder_users),
    "heaviestKeys": (
        _columns("SubscriptionId:string FeatureId:string ModelId:string Records Tokens"), _heaviest_keys),
    "totalsApart": (
        _columns("Day:datetime ModelId:string Series PromptTokens CompletionTokens TotalTokens"), _totals_apart),
    "cachedAbovePrompt": (
        _columns("ModelId:string Series PromptTokens CachedTokens First:datetime Last:datetime"),
        _cached_above_prompt),
    "ingestionDelay": (
        _columns("Records Unknown Median:real P95:real P99:real Longest:real"), _ingestion_delay),
    "repeatedRecords": (_columns("Day:datetime Records RepeatedRecords RepeatedTokens"), _repeated_records),
    "sampledRequests": (_columns("Role:string Records Requests"), _sampled_requests),
    "places": (_columns("Resource:string Role:string Records First:datetime Last:datetime"), _places),
    "callPlaces": (_columns("Resource:string Role:string Records First:datetime Last:datetime"), _call_places),
    "gatewayDays": (
        _columns("Day:datetime Requests Records Unattributed WithoutSubscription WithoutModel "
                 "WithoutDeployment WithoutTokens SeveralRecords"), _gateway_days),
}
