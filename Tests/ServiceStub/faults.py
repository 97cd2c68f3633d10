"""Faults: which request is answered badly, and how."""

import email.utils
import gzip
import json
import re
import threading
import time
import zlib


class Fault:
    """One entry of `POST /control/faults`."""

    def __init__(self, given):
        match = given.get("match") or {}
        self.path = re.compile(match.get("path") or "")
        self.query = re.compile(match.get("query") or "", re.S)
        self.method = match.get("method")
        self.nth = match.get("nth")
        self.hours = match.get("hours")
        action = given.get("action") or "respond"
        self.options = {key: value for key, value in given.items() if key not in ("match", "action", "times")}
        if isinstance(action, dict):
            self.options.update(action)
            action = action.get("do") or "respond"
        self.action = action
        if action not in ACTIONS:
            raise ValueError(f"unknown action {action!r}; there are {', '.join(sorted(ACTIONS))}")
        self.times = given.get("times")
        self.given, self.seen, self.done = given, 0, 0

    def fires(self, method, path, query, hours):
        if self.method and self.method != method:
            return False
        if not self.path.search(path) or not self.query.search(query or ""):
            return False
        # More than so many hours; the shortest window that is still refused is the next tick.
        if self.hours is not None and hours <= self.hours:
            return False
        self.seen += 1
        if self.nth is not None and self.seen != self.nth:
            return False
        if self.times is not None and self.done >= self.times:
            return False
        self.done += 1
        return True


# What each action does; the options it knows in parentheses.
ACTIONS = {
    "respond": "answers `status` with `headers` and `body` (text, or JSON)",
    "throttle": "429; `retry_after`: seconds, \"date\" (`seconds` from now), absent",
    "timeout": "504 after `delay` seconds",
    "unavailable": "`status` 503 or another, with an HTML body",
    "partial": "200 with PartialError: the first `rows`, or half; only if more than `over_rows`",
    "rows_exactly": "exactly `rows` (500000) rows, cut or padded, without error",
    "drop_rows": "rows vanish: a `fraction`, or `rows` of them at the end, or `all`",
    "weird_rows": "other spellings of the same rows; `nan`: true spoils a number",
    "delay": "waits `seconds` first, then answers as ever",
    "headers": "answers as ever with further `headers`, such as Age",
    "redirect": "`status` 302 to `to`",
    "empty": "200 with no body", "no_content": "204",
    "reset": "connection reset after `fraction` of the body",
    "close": "connection closed after `fraction` of the body",
    "truncated_json": "`fraction` of the JSON in a whole HTTP answer",
    "invalid_utf8": "a byte in a text that is no UTF-8",
    "gzip": "compressed, asked for or not", "gzip_truncated": "compressed, and cut inside",
    "gzip_bomb": "`bytes` of blanks compressed",
    "trickle": "`pieces` of the body with `seconds` between",
    "token_lifetime": "tokens that last `seconds`",
    "imds_updating": "410",
    "kusto_errors": "HasErrors; `place`: rows (default), completion or table",
    "kusto_progressive": "progressive frames",
    "expire_tokens": "the token is treated as expired",
}


class Faults:
    def __init__(self):
        self._lock = threading.Lock()
        self._faults = []

    def add(self, given):
        faults = [Fault(one) for one in (given if isinstance(given, list) else [given])]
        with self._lock:
            self._faults += faults

    def clear(self):
        with self._lock:
            self._faults = []

    def state(self):
        with self._lock:
            return [dict(fault.given, seen=fault.seen, done=fault.done) for fault in self._faults]

    def firing(self, method, path, query, hours):
        """The faults of a request: delays and headers add up, of the others the first counts."""
        with self._lock:
            chosen, main = [], False
            for fault in self._faults:
                side = fault.action in ("delay", "headers", "token_lifetime", "trickle")
                if (side or not main) and fault.fires(method, path, query, hours):
                    chosen.append(fault)
                    main = main or not side
            return chosen


def whole_answer(fault):
    """Status, headers and body of faults that need nothing of the usual answer; else None."""
    options, action = fault.options, fault.action
    if action == "respond":
        body = options.get("body", "")
        headers = dict(options.get("headers") or {})
        if not isinstance(body, str):
            headers.setdefault("Content-Type", "application/json; charset=utf-8")
            body = json.dumps(body)
        return options.get("status", 200), headers, body.encode()
    if action == "throttle":
        headers = {"Content-Type": "application/json; charset=utf-8"}
        after = options.get("retry_after")
        if after == "date":
            # HTTP dates have whole seconds: never earlier than promised.
            moment = int(time.time()) + 1 + options.get("seconds", 1)
            headers["Retry-After"] = email.utils.formatdate(moment, usegmt=True)
        elif after is not None:
            headers["Retry-After"] = str(after)
        body = {"error": {"code": "ThrottledError", "message": "Too many requests; try again later."}}
        return 429, headers, json.dumps(body).encode()
    if action == "timeout":
        time.sleep(options.get("delay", 0))
        body = {"error": {"code": "GatewayTimeout", "message": "Gateway timeout",
                          "innererror": {"code": "GatewayTimeout", "message": "Unable to unzip response"}}}
        return 504, {"Content-Type": "application/json; charset=utf-8"}, json.dumps(body).encode()
    if action == "unavailable":
        page = "<html><head><title>Service Unavailable</title></head><body>503</body></html>"
        return options.get("status", 503), {"Content-Type": "text/html"}, page.encode()
    if action == "redirect":
        return options.get("status", 302), {"Location": options.get("to", "https://example.com/")}, b""
    if action == "empty":
        return 200, {}, b""
    if action == "no_content":
        return 204, {}, b""
    if action == "imds_updating":
        return 410, {"Content-Type": "application/json"}, b'{"error":"gone","error_description":"updating"}'
    if action == "gzip_bomb":
        headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
        return 200, headers, _blanks(options.get("bytes", 1 << 30))
    return None


def _blanks(size):
    """So many blanks, compressed without holding them."""
    packer, piece = zlib.compressobj(9, wbits=31), b" " * (1 << 20)
    packed = [packer.compress(piece) for _ in range(size >> 20)]
    return b"".join([*packed, packer.flush()])


def spoilt_body(fault, body):
    """Headers and body of faults of transport, and how much of it is sent: (headers, body, end)."""
    action, fraction = fault.action, fault.options.get("fraction", 0.5)
    if action in ("reset", "close"):
        return {}, body[:int(len(body) * fraction)], action
    if action == "truncated_json":
        return {}, body[:int(len(body) * fraction)], None
    if action == "invalid_utf8":
        # Within the name of a metric, where there is one.
        place = body.find(b' Tokens",')
        if place < 0:
            place = body.rfind(b'"', 0, body.rfind(b'"')) + 1
        return {}, body[:place] + b"\xff\xfe" + body[place:], None
    if action == "gzip":
        return {"Content-Encoding": "gzip"}, gzip.compress(body, 1), None
    if action == "gzip_truncated":
        packed = gzip.compress(body, 1)
        return {"Content-Encoding": "gzip"}, packed[:int(len(packed) * fraction)], None
    return {}, body, None


def changed_answer(fault, answer):
    """The answer with other rows or columns, in place."""
    action, options = fault.action, fault.options
    if action == "partial":
        rows = list(answer.rows)
        if len(rows) > options.get("over_rows", -1):
            keep = options.get("rows", options.get("over_rows", len(rows) // 2))
            answer.exceeded = "500000 records"
            rows = rows[:keep]
        answer.rows = iter(rows)
    elif action == "rows_exactly":
        answer.rows = _exactly(answer.rows, answer.columns, options.get("rows", 500_000))
    elif action == "drop_rows":
        rows = list(answer.rows)
        gone = len(rows) if options.get("all") else options.get(
            "rows", int(len(rows) * options.get("fraction", 0.5)))
        answer.rows = iter(rows[:max(0, len(rows) - gone)])
    elif action == "weird_rows":
        _weird(answer, options)


def _exactly(rows, columns, count):
    """The rows, and then as many made-up users as are missing."""
    number, last = 0, None
    for row in rows:
        if number == count:
            return
        number, last = number + 1, row
        yield row
    names = [name for name, _ in columns]
    user = names.index("UserId") if "UserId" in names else None
    while last is not None and number < count:
        number += 1
        row = list(last)
        if user is not None:
            row[user] = f"{row[user]}~{number:07}"
        yield row


def _weird(answer, options):
    """Columns the other way round and one unknown; numbers as texts; other fractions; nulls for ""."""
    columns = answer.columns
    names = [name for name, _ in columns]
    spoilt = names.index("Tokens") if options.get("nan") and "Tokens" in names else None
    rows = list(answer.rows)
    answer.columns = [("_Unknown", "dynamic"), ("_Weight", "real")] + [
        (name, "real" if spoilt is not None and name == "Tokens" else
         "decimal" if name in ("Tokens", "TotalTokens") else kind)
        for name, kind in reversed(columns)]

    def value(row_number, index, given):
        kind = columns[index][1]
        if given == "":
            return None if row_number % 2 == 0 else ""
        if kind == "datetime" and given:
            fraction = (0, 3, 7)[row_number % 3]
            bare, _, digits = given.rstrip("Z").partition(".")
            # Only digits that are nothing are dropped.
            digits = digits.ljust(7, "0")
            if fraction < len(digits.rstrip("0")):
                fraction = 7
            return f"{bare}.{digits[:fraction]}Z" if fraction else f"{bare}Z"
        if spoilt is not None and index == spoilt:
            return "NaN" if row_number == 0 else float(given)
        if names[index] in ("Tokens", "TotalTokens"):
            return str(given)
        if kind == "long" and row_number % 2 == 1:
            return str(given)
        return given

    def spelled():
        for number, row in enumerate(rows):
            unknown = {"a": [1, None, "é"]} if number % 2 == 0 else '{"a":"text"}'
            yield [unknown, float("nan")] + [value(number, index, row[index])
                                             for index in reversed(range(len(row)))]
    answer.rows = spelled()
