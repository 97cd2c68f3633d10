"""The services themselves: a request in, a reply out."""

import json
import re
import threading
import time
import urllib.parse
import uuid

import answers
import faults
import kql
import queries
import signin
import ticks
import usage

_JSON = "application/json; charset=utf-8"
_ENTRA = re.compile(r"^/([^/]+)/oauth2/(v2\.0/)?token$")
_DISCOVERY = re.compile(r"^/([^/]+)/(?:v2\.0/)?\.well-known/openid-configuration$")
_MONITOR = re.compile(r"^/v1/(workspaces|apps)/([^/]+)/query$")
LOG_TABLES = {"AppMetrics", "AppRequests", usage.LLM_LOG, usage.GATEWAY_LOG}
INSIGHTS_TABLES = {"customMetrics", "requests"}


def default_settings():
    return {
        "tenant": signin.TENANT, "tenants": [], "client_id": signin.CLIENT, "secret": signin.SECRET,
        "expired_secret": "an-expired-secret", "certificate": None, "federated_token": None,
        "identity_header": "identity-header-of-the-stub", "identities": [signin.CLIENT],
        "audiences": ["https://api.loganalytics.io", "https://api.applicationinsights.io",
                      "https://kusto.kusto.windows.net", "https://management.azure.com"],
        "disabled_audiences": [], "token_lifetime": 3599, "clock_offset": 0,
        # Ids of workspaces, apps and databases.
        "empty": [], "unknown": [], "forbidden": [], "missing_tables": [],
        "limits": {"rows": 500_000, "bytes": 104_857_600}, "cache_seconds": 120,
        # Requests in 30 seconds before 429; null for any number.
        "requests_per_30_seconds": None,
    }


class Request:
    def __init__(self, method, target, headers, body, host, scheme):
        parts = urllib.parse.urlsplit(target)
        self.method, self.path, self.headers, self.body = method, parts.path, headers, body
        self.parameters = dict(urllib.parse.parse_qsl(parts.query, keep_blank_values=True))
        self.target, self.host, self.scheme = target, host, scheme

    @property
    def base(self):
        return f"{self.scheme}://{self.host}"


class Reply:
    """Status, headers, and a body: bytes, or pieces made one at a time."""

    def __init__(self, status, headers=None, body=b""):
        self.status, self.headers, self.body = status, dict(headers or {}), body
        self.end, self.pause = None, None


def json_reply(status, value, headers=None):
    return Reply(status, {"Content-Type": _JSON, **(headers or {})},
                 json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


class MonitorError(Exception):
    def __init__(self, status, code, message, *inner):
        super().__init__(message)
        error = {"message": message, "code": code, "correlationId": str(uuid.uuid4())}
        place = error
        for inner_code, inner_message in inner:
            place["innererror"] = {"code": inner_code, "message": inner_message}
            place = place["innererror"]
        self.status, self.body = status, {"error": error}


class Service:
    def __init__(self):
        self.settings = default_settings()
        self.store = usage.Store()
        self.faults = faults.Faults()
        self.signin = signin.SignIn(self.settings)
        self._cache = {}
        self._recent = []
        self._lock = threading.Lock()
        self._open = 0
        self.most_at_once = 0

    def reset(self):
        self.settings.clear()
        self.settings.update(default_settings())
        self.store.clear()
        self.faults.clear()
        with self._lock:
            self._cache.clear()
            self._recent.clear()
            self.most_at_once = 0

    # One request

    def reply(self, request, entry):
        """Answers, and writes what it saw into the log entry."""
        claims, state = self.signin.claims(request.headers.get("Authorization"))
        entry.update(audience=claims.get("aud"), tokenState=state, token=claims.get("jti"))
        query = self._query_text(request, entry)
        entry["query"] = query
        window = _window_of(query)
        hours = (window[1] - window[0]) / (3600 * ticks.SECOND) if window else 0
        if window:
            entry.update(window=[ticks.text(window[0]), ticks.text(window[1])], hours=hours)
        firing = self.faults.firing(request.method, request.target, query, hours)
        entry["faults"] = [fault.action for fault in firing]
        for fault in firing:
            if fault.action == "delay":
                time.sleep(fault.options.get("seconds", 1))
        given = next((found for found in map(faults.whole_answer, firing) if found), None)
        if given:
            reply = Reply(*given)
        else:
            if any(fault.action == "expire_tokens" for fault in firing):
                state = "expired"
            reply = self._usual(request, entry, query, claims, state, firing)
        for fault in firing:
            if fault.action == "headers":
                reply.headers.update(fault.options.get("headers") or {})
            elif fault.action == "trickle":
                reply.pause = (fault.options.get("pieces", 5), fault.options.get("seconds", 0.2))
            elif not given:
                headers, body, end = faults.spoilt_body(fault, b"")
                if headers or end or fault.action in ("truncated_json", "invalid_utf8"):
                    headers, reply.body, reply.end = faults.spoilt_body(fault, _whole(reply.body))
                    reply.headers.update(headers)
        return reply

    def _query_text(self, request, entry):
        """The KQL of a request, where it has one."""
        if request.path.endswith("/token"):
            form = dict(urllib.parse.parse_qsl(request.body.decode("utf-8", "replace")))
            entry["form"] = {key: value for key, value in form.items()
                             if key in ("client_id", "scope", "resource", "grant_type", "client_assertion_type")}
            entry["form"]["proof"] = ("assertion" if "client_assertion" in form else
                                      "secret" if "client_secret" in form else None)
            return None
        if "query" in request.parameters and request.method == "GET":
            return request.parameters["query"]
        try:
            body = json.loads(request.body or b"null")
        except ValueError:
            return None
        return (body.get("query") or body.get("csl")) if isinstance(body, dict) else None

    def _usual(self, request, entry, query, claims, state, firing):
        lifetime = self.settings["token_lifetime"]
        for fault in firing:
            if fault.action == "token_lifetime":
                lifetime = fault.options.get("seconds", 1)
        path = request.path
        try:
            found = _ENTRA.match(path)
            if found and request.method == "POST":
                form = dict(urllib.parse.parse_qsl(request.body.decode("utf-8", "replace")))
                return json_reply(200, self.signin.entra(
                    found.group(1), 2 if found.group(2) else 1, form, request.host, lifetime))
            found = _DISCOVERY.match(path)
            if found:
                return json_reply(200, signin.discovery(request.base, found.group(1)))
            if path == "/common/discovery/instance":
                return json_reply(200, signin.instance_discovery(request.base, request.host))
            if path == "/metadata/identity/oauth2/token":
                return json_reply(200, self.signin.imds(request.parameters, request.headers, lifetime))
            if path == "/msi/token":
                return json_reply(200, self.signin.app_service(request.parameters, request.headers, lifetime))
            if path.startswith(("/v1/rest/", "/v2/rest/")):
                return self._kusto(request, entry, query, claims, state, firing)
            return self._monitor(request, entry, query, claims, state, firing)
        except signin.Refusal as refusal:
            return json_reply(refusal.status, refusal.body, dict(refusal.headers))
        except MonitorError as error:
            return json_reply(error.status, error.body)

    # Log Analytics and Application Insights

    def _monitor(self, request, entry, query, claims, state, firing):
        found = _MONITOR.match(request.path)
        if not found or request.method not in ("GET", "POST"):
            raise MonitorError(404, "PathNotFoundError", f"The requested path does not exist: {request.path}")
        kind, name = found.groups()
        self._check_token(claims, state, "https://api.loganalytics.io" if kind == "workspaces"
                          else "https://api.applicationinsights.io")
        if name in self.settings["unknown"]:
            raise MonitorError(404, "ResourceNotFoundError",
                               f"The {kind[:-1]} '{name}' could not be found")
        if name in self.settings["forbidden"]:
            raise MonitorError(403, "InsufficientAccessError",
                               "The provided credentials have insufficient access to perform the requested operation",
                               ("AuthorizationFailedError", "User does not have access to read this resource"))
        self._check_rate()
        media = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        body = {}
        if request.method == "POST":
            if not request.body or media != "application/json":
                return Reply(200)
            try:
                body = json.loads(request.body)
            except ValueError:
                body = None
            if not isinstance(body, dict):
                raise _bad_argument("SyntaxError", "The request body is no JSON object")
        if name in self.settings["empty"] or name.endswith("empty"):
            return Reply(204)
        if not isinstance(query, str) or not query.strip():
            raise _bad_argument("SyntaxError", "The query is empty")
        entry.update(prefer=request.headers.get("Prefer"), timespan=body.get("timespan"))
        fresh = re.search(r"no-cache|no-store|max-age=0", request.headers.get("Cache-Control", ""))
        key = (request.target, request.body)
        kept = None if fresh or firing else self._cached(key)
        if kept:
            return Reply(200, {"Content-Type": _JSON, "Age": str(kept[0])}, kept[1])
        try:
            spans = [_timespan(text, self.signin.now()) for text in
                     (body.get("timespan"), request.parameters.get("timespan")) if text]
            workspaces = {name, *(body.get("workspaces") or body.get("applications") or ())}
            tables = LOG_TABLES if kind == "workspaces" else INSIGHTS_TABLES
            answer = queries.answer(query, queries.Scope(
                self.store, tables, workspaces, self.settings["missing_tables"], spans))
        except kql.QueryError as error:
            raise _bad_argument(error.kind, error.message) from None
        for fault in firing:
            faults.changed_answer(fault, answer)
        prefer = request.headers.get("Prefer", "")
        pieces = answers.monitor_body(
            answer, self.settings["limits"], "include-statistics=true" in prefer)
        return self._streamed(entry, answer, pieces, None if firing else key)

    def _check_token(self, claims, state, audience):
        if state == "missing":
            raise MonitorError(401, "AuthenticationFailed",
                               "Authentication failed. The 'Authorization' header is missing.")
        if state != "good":
            text = "The access token expiry UTC time is earlier than current UTC time." if state == "expired" \
                else "The given token is invalid."
            raise MonitorError(403, "InvalidAuthenticationToken", text)
        if claims["aud"].rstrip("/") != audience:
            raise MonitorError(403, "InvalidAuthenticationTokenAudience",
                               f"The access token has been obtained for wrong audience or resource '{claims['aud']}'. "
                               f"It should exactly match with one of the allowed audiences '{audience}'.")

    def _check_rate(self):
        most = self.settings["requests_per_30_seconds"]
        now = time.monotonic()
        with self._lock:
            self._recent = [moment for moment in self._recent if moment > now - 30] + [now]
            if most is not None and len(self._recent) > most:
                raise MonitorError(429, "TooManyRequests", "Rate limit is exceeded.")

    def _cached(self, key):
        with self._lock:
            kept = self._cache.get(key)
        if kept and time.monotonic() - kept[0] < self.settings["cache_seconds"]:
            return max(1, int(time.monotonic() - kept[0])), kept[1]
        return None

    def _streamed(self, entry, answer, pieces, key):
        """A reply whose rows are counted while they are sent; small ones are kept for a while."""
        def sent():
            parts, size = [], 0
            for piece in pieces:
                size += len(piece)
                if key and size < 1 << 20:
                    parts.append(piece)
                entry.update(rows=answer.written, bytesPlain=size)
                yield piece
            entry["partial"] = answer.exceeded
            if key and size < 1 << 20:
                with self._lock:
                    self._cache[key] = (time.monotonic(), b"".join(parts))
        return Reply(200, {"Content-Type": _JSON}, sent())

    # Data Explorer

    def _kusto(self, request, entry, query, claims, state, firing):
        if request.path == "/v1/rest/auth/metadata":
            return json_reply(200, {"AzureAD": {
                "LoginEndpoint": request.base, "LoginMfaRequired": False,
                "KustoClientAppId": "db662dc1-0cfe-4e1c-a843-19a68e65be58",
                "KustoClientRedirectUri": "https://microsoft/kustoclient",
                "KustoServiceResourceId": "https://kusto.kusto.windows.net",
                "FirstPartyAuthorityUrl": f"{request.base}/f8cdef31-a31e-4b4a-93e4-5f571e91255a"},
                "dSTS": None})
        activity = {"x-ms-activity-id": str(uuid.uuid4())}
        if state != "good":
            return Reply(401, {"Content-Type": "text/plain", "WWW-Authenticate":
                               f'Bearer authorization_uri="{request.base}/{self.settings["tenant"]}"', **activity},
                         b"Authentication failed")
        host = request.host.partition(":")[0]
        audience = (claims["aud"].rstrip("/").split("://")[-1]).partition(":")[0]
        if audience not in (host, "kusto.kusto.windows.net") and not (
                host in ("localhost", "127.0.0.1") and audience.endswith(".kusto.windows.net")):
            return Reply(401, {"Content-Type": "text/plain", **activity},
                         f"IDX10214: Audience validation failed. Audiences: '{claims['aud']}'.".encode())
        try:
            body = json.loads(request.body)
            database = body["db"]
        except (ValueError, KeyError, TypeError):
            return self._kusto_refusal(400, "BadRequest_MessageBodyIsInvalid", "the body is no JSON object with 'db'", activity)
        if database in self.settings["forbidden"]:
            return self._kusto_refusal(
                403, "Forbidden", f"Principal 'aadapp={self.settings['client_id']}' is not authorized to "
                f"read database '{database}'.", activity)
        if database in self.settings["unknown"]:
            return self._kusto_refusal(
                400, "BadRequest_EntityNotFound", f"Entity ID '{database}' of kind 'Database' was not found.", activity)
        self._check_rate()
        if request.path == "/v1/rest/mgmt":
            rows = [[name, "", database, "", ""] for name in ("AppMetrics", "customMetrics")]
            columns = [(name, "string") for name in ("TableName", "DatabaseName", "Folder", "DocString", "Extra")]
            return json_reply(200, answers.kusto_table_v1(columns, rows), activity)
        if request.path != "/v2/rest/query" or request.method != "POST":
            return Reply(404, {"Content-Type": "text/plain", **activity}, b"")
        entry["database"] = database
        try:
            tables = LOG_TABLES | INSIGHTS_TABLES
            answer = queries.answer(query or "", queries.Scope(
                self.store, tables, {database}, self.settings["missing_tables"]))
        except kql.QueryError as error:
            code = "SYN0002" if error.kind == "SyntaxError" else "SEM0100"
            kind = "Syntax error" if error.kind == "SyntaxError" else "Semantic error"
            return self._kusto_refusal(400, "General_BadRequest", f"{kind}: {code}: {error.message}", activity)
        progressive, errors, place = False, None, "rows"
        for fault in firing:
            faults.changed_answer(fault, answer)
            if fault.action == "kusto_progressive":
                progressive = True
            elif fault.action == "kusto_errors":
                errors = [answers.kusto_error("LimitsExceeded", fault.options.get(
                    "message", "Query execution has exceeded the allowed limits (80DA0001): ."))]
                place = fault.options.get("place", "rows")
                rows = list(answer.rows)
                answer.rows = iter(rows[:len(rows) // 2])
        pieces = answers.kusto_body(answer, self.settings["limits"], progressive, errors, place)
        reply = self._streamed(entry, answer, pieces, None)
        reply.headers.update(activity)
        return reply

    def _kusto_refusal(self, status, code, text, headers):
        body = answers.kusto_error(code, text)
        body["error"]["@type"] = "Kusto.Data.Exceptions.KustoBadRequestException"
        return json_reply(status, body, headers)


def _whole(body):
    return body if isinstance(body, bytes) else b"".join(body)


def _bad_argument(kind, message):
    return MonitorError(400, "BadArgumentError", "The request had some invalid properties",
                        (kind, "A recognition error occurred in the query." if kind == "SyntaxError"
                         else "A semantic error occurred."),
                        ("SYN0002" if kind == "SyntaxError" else "SEM0100", message))


def _window_of(query):
    """The bounds of a query by its first two moments, whatever else it says."""
    moments = re.findall(r"datetime\(([^()]*)\)", query or "")
    try:
        return (ticks.parse(moments[0]), ticks.parse(moments[1])) if len(moments) > 1 else None
    except ValueError:
        return None


_DURATION = re.compile(r"^P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$")


def _timespan(text, now):
    """`start/end`, `start/duration`, `duration/end`, or a duration that ends now, in ticks."""
    def duration(part):
        found = _DURATION.match(part)
        if not found:
            return None
        return int(sum(float(number or 0) * unit for number, unit in zip(
            found.groups(), (86_400, 3_600, 60, 1))) * ticks.SECOND)
    try:
        start, _, end = text.partition("/")
        if not end:
            length = duration(start)
            if length is None:
                raise ValueError(text)
            return int(now * ticks.SECOND) - length, int(now * ticks.SECOND)
        if start.startswith("P"):
            return ticks.parse(end) - duration(start), ticks.parse(end)
        if end.startswith("P"):
            return ticks.parse(start), ticks.parse(start) + duration(end)
        return ticks.parse(start), ticks.parse(end)
    except (ValueError, TypeError):
        raise kql.QueryError("SyntaxError", f"the timespan '{text}' is not valid") from None
