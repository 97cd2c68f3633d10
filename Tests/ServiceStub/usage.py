"""What the service holds: usage records as they arrived, and large regular sets made on the fly."""

import bisect
import math
import threading
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple, Optional
from zoneinfo import ZoneInfo

import ticks

METRICS = "AppMetrics"
LLM_LOG = "ApiManagementGatewayLlmLog"
GATEWAY_LOG = "ApiManagementGatewayLogs"
REQUESTS = "AppRequests"
_TABLES = {
    "appmetrics": METRICS, "custommetrics": METRICS,
    "apimanagementgatewayllmlog": LLM_LOG, "apimanagementgatewaylogs": GATEWAY_LOG,
    "apprequests": REQUESTS, "requests": REQUESTS,
}
_DIMENSIONS = ("Subscription ID", "User ID", "API ID", "Model")


class Record(NamedTuple):
    """One stored row. `columns` are those of a gateway log, or such as `_ResourceId` of a metric."""

    time: int
    table: str
    name: str
    total: Optional[float]
    items: Optional[int]
    properties: dict
    ingested: Optional[int]
    workspace: Optional[str]
    columns: dict


def record_from(given):
    """A record of the control API. `ingested` is three minutes after `time` unless given."""
    table = _TABLES[str(given.get("table") or given.get("kind") or METRICS).lower()]
    time = ticks.parse(given["time"])
    ingested = time + 180 * ticks.SECOND
    if "ingested" in given:
        ingested = ticks.parse(given["ingested"]) if given["ingested"] else None
    total = given.get("sum")
    items = given.get("itemCount", 1)
    return Record(
        time, table, given.get("name", ""),
        None if total is None else float(total), None if items is None else int(items),
        given.get("properties") or {}, ingested, given.get("workspace"), given.get("columns") or {},
    )


class Generated:
    """Series × days × metrics, one record each, computed when asked for."""

    def __init__(
        self, series=100, days=30, first="2026-01-01", seed=1, workspace=None, dimensions=_DIMENSIONS,
        metrics=("Prompt Tokens", "Completion Tokens", "Total Tokens", "Prompt Cached Tokens"),
        models=("gpt-4.1", "gpt-4.1-mini", "gpt-4o", "o4-mini"),
    ):
        self.series, self.days, self.seed, self.workspace = series, days, seed, workspace
        self.metrics = list(metrics)
        self.first = (date.fromisoformat(first).toordinal() - ticks.EPOCH_ORDINAL) * ticks.DAY
        self.end = self.first + days * ticks.DAY
        self.properties = [
            dict(zip(dimensions, (
                f"team-{number // 100:03}", f"user-{number:05}", f"api-{number % 7}",
                models[number % len(models)],
            )))
            for number in range(series)
        ]
        # A series keeps its time of day: every quarter of an hour between 00:07 and 23:52.
        self.offsets = [(450 + 900 * (number % 96)) * ticks.SECOND for number in range(series)]

    def values(self, number, day):
        """Tokens by metric, and requests, of one series on one day."""
        mixed = (number * 2_654_435_761 + day * 2_246_822_519 + self.seed * 3_266_489_917) & 0xFFFFFFFF
        mixed ^= mixed >> 15
        prompt, completion = 1_000 + mixed % 90_001, 100 + (mixed >> 7) % 9_001
        known = {
            "Prompt Tokens": prompt, "Completion Tokens": completion,
            "Total Tokens": prompt + completion, "Prompt Cached Tokens": (mixed >> 3) % (prompt + 1),
        }
        return [known.get(metric, mixed % 1_000) for metric in self.metrics], 1 + mixed % 9

    def times(self, number, low, high):
        """Day numbers and moments of a series in a window."""
        offset = self.first + self.offsets[number]
        day = max(0, -((offset - low) // ticks.DAY))
        while day < self.days and offset + day * ticks.DAY < high:
            yield day, offset + day * ticks.DAY
            day += 1

    def records(self, low, high):
        for number in range(self.series):
            for day, time in self.times(number, low, high):
                tokens, items = self.values(number, day)
                for metric, total in zip(self.metrics, tokens):
                    yield Record(
                        time, METRICS, metric, float(total), items, self.properties[number],
                        time + 180 * ticks.SECOND, self.workspace, {},
                    )


class Store:
    """All records. `version` changes with every change."""

    def __init__(self):
        self.lock = threading.RLock()
        self.version = 0
        self.generated = None
        self._tables = {METRICS: [], LLM_LOG: [], GATEWAY_LOG: [], REQUESTS: []}
        self._sorted = True

    def add(self, records):
        with self.lock:
            for record in records:
                self._tables[record.table].append(record)
            self._sorted, self.version = False, self.version + 1

    def generate(self, generated):
        with self.lock:
            self.generated, self.version = generated, self.version + 1

    def clear(self):
        with self.lock:
            self.generated = None
            self._tables = {name: [] for name in self._tables}
            self._sorted, self.version = True, self.version + 1

    def range(self):
        """From the first to beyond the last record."""
        with self.lock:
            times = [record.time for rows in self._tables.values() for record in rows]
        made = self.generated
        if made:
            times += [made.first, made.end]
        return (min(times), max(times) + 1) if times else (0, 0)

    def count(self):
        made = self.generated
        return sum(len(rows) for rows in self._tables.values()) + (
            made.series * made.days * len(made.metrics) if made else 0)

    def held(self, table, low, high, workspaces=None):
        """Records that were handed over, in `[low, high)`, ordered by time."""
        with self.lock:
            if not self._sorted:
                for rows in self._tables.values():
                    rows.sort(key=lambda record: record.time)
                self._sorted = True
            rows = self._tables[table]
            first = bisect.bisect_left(rows, low, key=lambda record: record.time)
            last = bisect.bisect_left(rows, high, key=lambda record: record.time)
            return [
                record for record in rows[first:last]
                if record.workspace is None or workspaces is None or record.workspace in workspaces
            ]

    def made(self, table, low, high, workspaces=None):
        """The generated set, where it has records in the window."""
        made = self.generated
        if made is None or table != METRICS or made.end <= low or made.first >= high:
            return None
        return None if made.workspace and workspaces and made.workspace not in workspaces else made

    def records(self, table, low, high, workspaces=None):
        yield from self.held(table, low, high, workspaces)
        made = self.made(table, low, high, workspaces)
        if made:
            yield from made.records(low, high)


def truth(store, first, last, zone, table=METRICS, workspace=None, dimensions=None):
    """What is held, by local day: a straight sum over the records, without any query.

    With `dimensions`, also by their values joined with a tab.
    """
    table = _TABLES[table.lower()]
    where = ZoneInfo(zone)
    workspaces = {workspace} if workspace else None
    days, local, plain = {}, {}, {}

    def day_of(time):
        minute = time // (60 * ticks.SECOND)
        if minute not in local:
            moment = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(minutes=minute)
            local[minute] = moment.astimezone(where).date().isoformat()
        return local[minute]

    def count(time, metric, tokens, requests, properties):
        day = day_of(time)
        if not first <= day <= last:
            return
        entry = days.get(day)
        if entry is None:
            entry = days[day] = {"records": 0, "metrics": {}}
        targets = [entry["metrics"]]
        if dimensions:
            keys = "\t".join(str(properties.get(name) or "") for name in dimensions)
            targets.append(entry.setdefault("series", {}).setdefault(keys, {}))
        for target in targets:
            sums = target.get(metric)
            if sums is None:
                sums = target[metric] = {"tokens": 0, "requests": 0, "records": 0}
            sums["tokens"] += tokens
            sums["requests"] += requests
            sums["records"] += 1
        entry["records"] += 1

    def add(day, tokens, requests, records):
        entry = days.setdefault(day, {"records": 0, "metrics": {}})
        for metric, amount in tokens.items():
            sums = entry["metrics"].setdefault(metric, {"tokens": 0, "requests": 0, "records": 0})
            sums["tokens"] += amount
            sums["requests"] += requests
            sums["records"] += records
            entry["records"] += records

    # Wide enough for every zone; a call of the gateway may have rows an hour apart.
    everything = (ticks.parse(first) - 2 * ticks.DAY, ticks.parse(last) + 3 * ticks.DAY)
    if table == METRICS:
        for record in store.held(table, *everything, workspaces):
            tokens = 0 if record.total is None or not math.isfinite(record.total) else int(record.total)
            count(record.time, record.name, tokens, record.items or 0, record.properties)
        made = store.made(table, *everything, workspaces)
        for number in range(made.series if made else 0):
            for day, time in made.times(number, *everything):
                amounts, requests = made.values(number, day)
                if dimensions:
                    for metric, tokens in zip(made.metrics, amounts):
                        count(time, metric, tokens, requests, made.properties[number])
                else:
                    plain.setdefault(day_of(time), []).append((*amounts, requests))
        for day, rows in plain.items():
            if first <= day <= last:
                *columns, requests = map(sum, zip(*rows))
                add(day, dict(zip(made.metrics, columns)), requests, len(rows))
    else:
        calls = {}
        for record in store.records(LLM_LOG, *everything, workspaces):
            if record.columns.get("DeploymentName") or record.columns.get("ModelName"):
                calls.setdefault(record.columns.get("CorrelationId", ""), []).append(record)
        for rows in calls.values():
            start = min(record.time for record in rows)
            for column in ("PromptTokens", "CompletionTokens", "TotalTokens"):
                most = max(int(row.columns.get(column) or 0) for row in rows)
                count(start, column, most, 1, {})
    return {day: days[day] for day in sorted(days)}
