"""The control API of the tests: what the service holds, how it misbehaves, what it saw."""

import json
import re
import threading

import service
import usage


class Log:
    """Requests seen. An entry is made before its answer is sent and filled in until it is."""

    def __init__(self):
        self._changed = threading.Condition()
        self._entries, self._open, self._number = [], 0, 0
        self.most_queries_at_once = 0
        self._queries = 0

    def start(self, entry):
        with self._changed:
            self._number += 1
            entry["number"] = self._number
            self._entries.append(entry)
            self._open += 1

    def end(self):
        with self._changed:
            self._open -= 1
            self._changed.notify_all()

    def query_starts(self):
        with self._changed:
            self._queries += 1
            self.most_queries_at_once = max(self.most_queries_at_once, self._queries)

    def query_ends(self):
        with self._changed:
            self._queries -= 1

    def settled(self, seconds=5):
        """The entries, once no answer is being sent."""
        with self._changed:
            self._changed.wait_for(lambda: self._open == 0, timeout=seconds)
            return [dict(entry) for entry in self._entries]

    def clear(self):
        with self._changed:
            self._entries, self.most_queries_at_once = [], 0


def reply(stub, log, request):
    """The answer to a request below `/control`."""
    path, method, given = request.path, request.method, request.parameters
    try:
        if path == "/control/records" and method == "POST":
            records = [usage.record_from(one) for one in _listed(request.body)]
            stub.store.add(records)
            return service.json_reply(200, {"records": len(records)})
        if path == "/control/records" and method == "DELETE":
            stub.store.clear()
            return service.json_reply(200, {})
        if path == "/control/records":
            return service.json_reply(200, {"records": stub.store.count()})
        if path == "/control/generate" and method == "POST":
            stub.store.generate(usage.Generated(**json.loads(request.body)))
            return service.json_reply(200, {"records": stub.store.count()})
        if path == "/control/truth":
            first = given["from"]
            last = given.get("to", first)
            dimensions = given["dimensions"].split("|") if given.get("dimensions") else None
            days = usage.truth(stub.store, first, last, given.get("tz", "UTC"),
                               given.get("table", usage.METRICS), given.get("workspace"), dimensions)
            return service.json_reply(200, {
                "days": days, "metrics": _added(days), "records": sum(day["records"] for day in days.values())})
        if path == "/control/log" and method == "DELETE":
            log.clear()
            return service.json_reply(200, {})
        if path == "/control/log":
            wanted = re.compile(given.get("path", ""))
            entries = [entry for entry in log.settled() if wanted.search(entry["target"])]
            return service.json_reply(200, entries)
        if path == "/control/summary":
            return service.json_reply(200, _summary(log))
        if path == "/control/faults" and method == "POST":
            stub.faults.add(json.loads(request.body))
            return service.json_reply(200, {})
        if path == "/control/faults" and method == "DELETE":
            stub.faults.clear()
            return service.json_reply(200, {})
        if path == "/control/faults":
            return service.json_reply(200, stub.faults.state())
        if path == "/control/settings" and method == "POST":
            changes = json.loads(request.body)
            unknown = set(changes) - set(stub.settings)
            if unknown:
                raise ValueError(f"unknown settings: {', '.join(sorted(unknown))}")
            stub.settings.update(changes)
            return service.json_reply(200, stub.settings)
        if path == "/control/settings":
            return service.json_reply(200, stub.settings)
        if path == "/control/reset" and method == "POST":
            stub.reset()
            log.clear()
            return service.json_reply(200, {})
    except (ValueError, KeyError, TypeError) as error:
        return service.json_reply(400, {"error": f"{type(error).__name__}: {error}"})
    return service.json_reply(404, {"error": f"no control {method} {path}"})


def _listed(body):
    text = body.decode()
    if text.lstrip().startswith("["):
        return json.loads(text)
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def _added(days):
    """All days together."""
    metrics = {}
    for day in days.values():
        for name, sums in day["metrics"].items():
            total = metrics.setdefault(name, {"tokens": 0, "requests": 0, "records": 0})
            for key, value in sums.items():
                total[key] += value
    return metrics


def _summary(log):
    entries = log.settled()
    queries = [entry for entry in entries if entry.get("query")]
    return {
        "requests": len(entries), "queries": len(queries),
        "tokens": sum(1 for entry in entries if entry["path"].endswith("/token") and entry.get("status") == 200),
        "statuses": {str(status): sum(1 for entry in entries if entry.get("status") == status)
                     for status in sorted({entry.get("status") or 0 for entry in entries})},
        "rows": sum(entry.get("rows") or 0 for entry in queries),
        "bytesSent": sum(entry.get("bytesSent") or 0 for entry in queries),
        "bytesPlain": sum(entry.get("bytesPlain") or 0 for entry in queries),
        "mostQueriesAtOnce": log.most_queries_at_once,
    }
