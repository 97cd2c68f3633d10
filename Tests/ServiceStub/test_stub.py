"""The stub against itself, and against Azure's own Python libraries (where they are installed).

    python3 -m unittest discover -s Tests/ServiceStub          SLOW=1 takes the slow ones along
"""

import glob
import importlib.util
import json
import os
import re
import socket
import ssl
import subprocess
import sys
import tempfile
import unittest
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import official_clients
import queries
import service
import signin
import usage
import usage_queries

with open(os.path.join(HERE, "transcripts.json"), encoding="utf-8") as file:
    TRANSCRIPTS = json.load(file)
HAS_LIBRARIES = all(importlib.util.find_spec(name) for name in ("msal", "azure"))
_TABLES = {"log-analytics": "AppMetrics", "application-insights": "customMetrics", "data-explorer": "AppMetrics"}


class Stub:
    """The program, in a folder of its own."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(
            [sys.executable, os.path.join(HERE, "service_stub.py"), "--folder", self.folder.name],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.addresses = json.loads(self.process.stdout.readline())
        self.context = ssl.create_default_context(cafile=self.addresses["ca"])

    def close(self):
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()
        self.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def call(self, method, path, body=None, headers=None, plain=False):
        """Status, headers and body."""
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(
            self.addresses["http" if plain else "https"] + path, data=data, method=method, headers=headers or {})
        if data is not None and "Content-Type" not in (headers or {}):
            # Otherwise urllib adds one.
            request.add_unredirected_header("Content-Type", "")
        try:
            answer = urllib.request.urlopen(request, context=None if plain else self.context)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            return answer.status, answer.headers, answer.read()

    def control(self, method, path, body=None):
        status, _, answer = self.call(method, "/control/" + path, body, plain=True)
        if status != 200:
            raise AssertionError(f"{method} {path}: {answer}")
        return json.loads(answer)

    def token(self, audience):
        form = {"client_id": signin.CLIENT, "client_secret": signin.SECRET, "grant_type": "client_credentials",
                "scope": audience + "/.default"}
        _, _, body = self.call("POST", f"/{signin.TENANT}/oauth2/v2.0/token", urllib.parse.urlencode(form).encode(),
                               {"Content-Type": "application/x-www-form-urlencoded"})
        return json.loads(body)["access_token"]

    def certificate(self):
        """A certificate of its own, which the stub knows afterwards: key and certificate in one file."""
        key, public, both = self.path("app.key"), self.path("app.pem"), self.path("app.both.pem")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=app",
                        "-keyout", key, "-out", public], check=True, capture_output=True)
        with open(key, encoding="ascii") as first, open(public, encoding="ascii") as second:
            text, certificate = first.read(), second.read()
        with open(both, "w", encoding="ascii") as file:
            file.write(text + certificate)
        return certificate, both


class OfficialClients(unittest.TestCase):
    """One test for each transcript; they are added below."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.stub = Stub()
        cls.certificate, cls.certificate_file = cls.stub.certificate()
        cls.token_file = cls.stub.path("federated-token")
        with open(cls.token_file, "w", encoding="ascii") as file:
            file.write("a.federated.token\n")

    @classmethod
    def tearDownClass(cls):
        cls.stub.close()

    def setUp(self):
        self.stub.control("POST", "reset")
        self.stub.control("POST", "settings", {"certificate": self.certificate, "federated_token": "a.federated.token"})
        self.stub.control("POST", "records", TRANSCRIPTS["records"]["usual"])
        self.credentials = {}

    def run_steps(self, steps):
        for step in steps:
            with self.subTest(step={key: step[key] for key in step if key != "differs"}):
                self.run_step(step)

    def run_step(self, step):
        stub = self.stub
        if "settings" in step:
            stub.control("POST", "settings", step["settings"])
        elif "faults" in step:
            stub.control("POST", "faults", step["faults"])
        elif "no_faults" in step:
            stub.control("DELETE", "faults")
        elif "records" in step:
            stub.control("POST", "records", TRANSCRIPTS["records"][step["records"]])
        elif "no_records" in step:
            stub.control("DELETE", "records")
        elif "read" in step:
            self.check_answer(self.read(**step["read"]), step["expect"])
        elif "quarters" in step:
            marks = TRANSCRIPTS["quarters"]
            parts = [self.read(**{**step["quarters"], "from": first, "to": last})
                     for first, last in zip(marks, marks[1:])]
            self.assertEqual([part["outcome"] for part in parts], ["rows"] * 4)
            self.check_answer({**parts[0], "rows": [row for part in parts for row in part["rows"]]}, step["expect"])
        elif "raw" in step:
            self.check_raw(step["raw"], step["expect"])
        else:
            self.check_log(step)

    def read(self, service="log-analytics", credential="secret", id="usage", query=None, audience=None, wait=None,
             fresh=True, **others):
        day = TRANSCRIPTS["day"]
        low, high = others.pop("from", day["from"]), others.pop("to", day["to"])
        text = query or usage_queries.metric_text(_TABLES[service], low, high, day["zone"])
        key = (credential, *sorted(others.items()))
        # A client of Data Explorer closes the credential it was given.
        if key not in self.credentials or service == "data-explorer":
            self.credentials[key] = official_clients.credential(
                credential, self.stub.addresses, certificate_file=self.certificate_file, token_file=self.token_file,
                **others)
        proof = self.credentials[key] if service != "data-explorer" else self.credentials.pop(key)
        return official_clients.read(
            service, id, text, proof, self.stub.addresses, audience=audience, wait=wait, fresh=fresh)

    def check_answer(self, answer, expected):
        self.assertEqual(answer["outcome"], expected["outcome"], answer.get("error"))
        for name, wanted in (expected.get("error") or {}).items():
            given = answer["error"].get(name)
            if name in ("message", "class"):
                self.assertRegex(given, wanted)
            else:
                self.assertEqual(given, wanted)
        if "rows" in expected:
            self.assertEqual(len(answer["rows"]), expected["rows"])
        if "columns" in expected:
            self.assertEqual(len(answer["columns"]), expected["columns"])
        if "metrics" in expected:
            wanted = expected["metrics"]
            self.assertEqual(_added(answer, "Metric"), TRANSCRIPTS[wanted] if isinstance(wanted, str) else wanted)
        if "days" in expected:
            self.assertEqual(_added(answer, "Day"), expected["days"])

    def check_raw(self, raw, expected):
        headers = dict(raw.get("headers") or {})
        if "token" in raw:
            headers["Authorization"] = "Bearer " + self.stub.token(raw["token"])
        body = raw["body"].encode() if "body" in raw else None
        status, _, answer = self.stub.call(raw["method"], raw["path"], body, headers, plain=raw["method"] == "GET")
        self.assertEqual(status, expected["status"])
        if "body" in expected:
            self.assertIn(expected["body"], answer.decode())
        if "length" in expected:
            self.assertEqual(len(answer), expected["length"])

    def check_log(self, step):
        path = urllib.parse.quote(step["log"]["path"], safe="")
        entries = self.stub.control("GET", f"log?path={path}")
        self.assertEqual(len(entries), step["count"])
        if "statuses" in step:
            self.assertEqual([entry["status"] for entry in entries], step["statuses"])
        if "hours" in step:
            self.assertEqual([entry["hours"] for entry in entries], step["hours"])
        for entry in entries:
            headers = {name.lower(): value for name, value in entry["headers"].items()}
            for name, value in (step.get("form") or {}).items():
                self.assertEqual(entry["form"][name], value)
            for name, value in (step.get("headers") or {}).items():
                self.assertEqual(headers.get(name.lower()), value)
            if "audience" in step:
                self.assertEqual(entry["audience"], step["audience"])


def _added(answer, column):
    """Tokens by the values of a column; the first ten letters of a day count."""
    key, tokens = answer["columns"].index(column), answer["columns"].index("Tokens")
    sums = {}
    for row in answer["rows"]:
        name = row[key][:10] if column == "Day" else row[key]
        sums[name] = sums.get(name, 0) + int(row[tokens])
    return sums


def _add_transcripts():
    for transcript in TRANSCRIPTS["transcripts"]:
        def test(self, steps=transcript["steps"]):
            self.run_steps(steps)
        name = re.sub(r"[^a-z0-9]+", "_", transcript["name"].lower())
        test = unittest.skipUnless(HAS_LIBRARIES, "Azure's libraries are not installed")(test)
        if transcript.get("slow"):
            test = unittest.skipUnless(os.environ.get("SLOW"), "slow")(test)
        setattr(OfficialClients, f"test_{transcript['number']:02}_{name}", test)


_add_transcripts()


class Queries(unittest.TestCase):
    """What is answered, against the straight sums over the records."""

    scope_tables = service.LOG_TABLES | service.INSIGHTS_TABLES

    def answer(self, store, text, **others):
        return list(queries.answer(text, queries.Scope(store, self.scope_tables, **others)).rows)

    def test_generated_usage_adds_up_to_the_truth(self):
        store = usage.Store()
        store.generate(usage.Generated(series=150, days=40, first="2026-10-10", seed=7))
        store.add([usage.record_from({"time": "2026-10-25T00:30:00Z", "name": "Total Tokens", "sum": 5})])
        for zone in ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"):
            first, last = "2026-10-20", "2026-11-10"
            where = ZoneInfo(zone)
            low = datetime.fromisoformat(first).replace(tzinfo=where).astimezone(ZoneInfo("UTC"))
            end = datetime.fromisoformat(last) + timedelta(days=1)
            high = end.replace(tzinfo=where).astimezone(ZoneInfo("UTC"))
            text = usage_queries.metric_text("AppMetrics", *(moment.strftime("%Y-%m-%dT%H:%M:%SZ")
                                                             for moment in (low, high)), zone)
            sums = {}
            for row in self.answer(store, text):
                day = sums.setdefault(row[0][:10], {}).setdefault(row[2], {"tokens": 0, "requests": 0, "records": 0})
                for name, value in zip(("tokens", "requests", "records"), row[7:10]):
                    day[name] += value
            truth = usage.truth(store, first, last, zone)
            self.assertEqual(sums, {day: entry["metrics"] for day, entry in truth.items()}, zone)

    def test_a_day_is_cut_where_a_utc_month_ends(self):
        store = usage.Store()
        store.add([usage.record_from({"time": time, "name": "Total Tokens", "sum": tokens}) for time, tokens in (
            ("2026-10-31T23:59:59.9999999Z", 1), ("2026-11-01T00:00:00Z", 2))])
        rows = self.answer(store, usage_queries.metric_text(
            "customMetrics", "2026-10-31T23:00:00Z", "2026-11-01T23:00:00Z", "Europe/Berlin"))
        self.assertEqual([row[:2] + row[7:8] for row in rows], [
            ["2026-11-01T00:00:00Z", "2026-10-01T00:00:00Z", 1], ["2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z", 2]])

    def test_hostile_names_of_dimensions_stay_text(self):
        store = usage.Store()
        name = 'we"ird\\ ] | take 1 // \'\t\u2028é'
        store.add([usage.record_from({"time": "2026-11-22T10:00:00Z", "name": "Total Tokens", "sum": 3,
                                      "properties": {name: "found"}})])
        rows = self.answer(store, usage_queries.metric_text(
            "AppMetrics", "2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z", "UTC", user=name, model=None))
        self.assertEqual([row[3:8] for row in rows], [["", "found", "", "", 3]])

    def test_faulty_sums_are_counted(self):
        store = usage.Store()
        store.add([usage.record_from({"time": "2026-11-22T10:00:00Z", "name": "Total Tokens", "sum": value})
                   for value in (None, "NaN", -1, 1.5, "Infinity", 4)])
        rows = self.answer(store, usage_queries.metric_text(
            "AppMetrics", "2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z", "UTC"))
        self.assertEqual([row[7:11] for row in rows], [[None, 6, 6, 5]])

    def test_a_call_across_midnight_counts_once(self):
        store = usage.Store()
        rows = [("2026-11-22T22:59:00Z", 30), ("2026-11-22T23:01:00Z", None)]
        store.add([usage.record_from({"table": "ApiManagementGatewayLlmLog", "time": time, "columns": {
            "CorrelationId": "c", "ModelName": "m" if tokens else "", "DeploymentName": "d", "TotalTokens": tokens,
            "PromptTokens": tokens}}) for time, tokens in rows])
        first = usage_queries.gateway_text("2026-11-21T23:00:00Z", "2026-11-22T23:00:00Z", "Europe/Berlin")
        second = usage_queries.gateway_text("2026-11-22T23:00:00Z", "2026-11-23T23:00:00Z", "Europe/Berlin")
        self.assertEqual([row[2:11] + row[15:] for row in self.answer(store, first)],
                         [["", "", "", "m", 30, 0, 30, 1, 2, 1]])
        self.assertEqual(self.answer(store, second), [])

    def test_every_question_of_check_is_recognised(self):
        golden = sorted(glob.glob(os.path.join(HERE, "..", "KustoQueryTests", "Golden", "*.kql")))
        self.assertTrue(golden)
        for path in golden:
            with open(path, encoding="utf-8") as file:
                parts = re.split(r"(?m)^// (?=\w+$)", file.read())[1:]
            for part in parts:
                name, _, text = part.partition("\n")
                with self.subTest(file=os.path.basename(path), question=name):
                    self.answer(usage.Store(), text)


class Wire(unittest.TestCase):
    """What travels, byte by byte."""

    @classmethod
    def setUpClass(cls):
        cls.stub = Stub()

    @classmethod
    def tearDownClass(cls):
        cls.stub.close()

    def setUp(self):
        self.stub.control("POST", "reset")
        self.stub.control("POST", "records", TRANSCRIPTS["records"]["usual"])
        self.headers = {"Authorization": "Bearer " + self.stub.token("https://api.loganalytics.io"),
                        "Content-Type": "application/json", "Cache-Control": "no-cache"}

    def count(self, path="/v1/workspaces/usage/query", **body):
        """How many records a query counts."""
        status, _, answer = self.stub.call(
            "POST", path, {"query": "AppMetrics | count", **body}, self.headers)
        self.assertEqual(status, 200, answer)
        return json.loads(answer)["tables"][0]["rows"][0][0]

    def test_a_query_may_stand_in_the_url(self):
        query = urllib.parse.quote("AppMetrics | count")
        headers = {"Authorization": self.headers["Authorization"]}
        _, _, answer = self.stub.call("GET", f"/v1/workspaces/usage/query?query={query}", None, headers)
        self.assertEqual(json.loads(answer)["tables"][0]["rows"], [[12]])

    def test_timespans_intersect(self):
        self.assertEqual(self.count(), 12)
        self.assertEqual(self.count(timespan="2026-11-22T00:00:00Z/PT12H"), 4)
        self.assertEqual(self.count(timespan="P1D/2026-11-22T00:00:00Z"), 4)
        self.assertEqual(self.count("/v1/workspaces/usage/query?timespan=2026-11-22T11:30:00.1Z/2026-11-23",
                                    timespan="2026-11-22T00:00:00Z/PT12H"), 2)

    def test_a_workspace_holds_its_own_records_and_those_it_is_joined_with(self):
        self.stub.control("POST", "records", [
            {"time": "2026-11-22T10:00:00Z", "name": "Total Tokens", "sum": 1, "workspace": "other"}])
        self.assertEqual(self.count(), 12)
        self.assertEqual(self.count(workspaces=["other"]), 13)

    def test_a_small_answer_is_kept_for_two_minutes(self):
        del self.headers["Cache-Control"]
        body = {"query": "AppMetrics | count"}
        ages = [self.stub.call("POST", "/v1/workspaces/usage/query", body, self.headers)[1]["Age"] for _ in range(2)]
        self.assertEqual(ages, [None, "1"])

    def test_the_old_token_endpoint_answers_with_texts(self):
        form = {"client_id": signin.CLIENT, "client_secret": signin.SECRET, "grant_type": "client_credentials",
                "resource": "https://api.loganalytics.io"}
        _, _, answer = self.stub.call("POST", f"/{signin.TENANT}/oauth2/token", urllib.parse.urlencode(form).encode())
        answer = json.loads(answer)
        self.assertEqual((answer["expires_in"], answer["resource"]), ("3599", "https://api.loganalytics.io"))

    def test_a_token_ends(self):
        self.stub.control("POST", "settings", {"clock_offset": 3600})
        status, headers, answer = self.stub.call(
            "POST", "/v1/workspaces/usage/query", {"query": "AppMetrics | count"}, self.headers)
        self.assertEqual((status, json.loads(answer)["error"]["code"]), (403, "InvalidAuthenticationToken"))

    def test_a_reset_is_one(self):
        self.stub.control("POST", "faults", {"match": {"path": "/query$"}, "action": "reset", "fraction": 0})
        address = urllib.parse.urlsplit(self.stub.addresses["http"])
        with socket.create_connection((address.hostname, address.port)) as connection:
            body = b'{"query":"AppMetrics | count"}'
            connection.sendall((
                "POST /v1/workspaces/usage/query HTTP/1.1\r\nHost: localhost\r\n"
                f"Content-Type: application/json\r\nAuthorization: {self.headers['Authorization']}\r\n"
                f"Content-Length: {len(body)}\r\n\r\n").encode() + body)
            with self.assertRaises(ConnectionResetError):
                while connection.recv(65_536):
                    pass

    def test_every_tunnel_of_the_proxy_leads_to_the_services(self):
        proxy = urllib.request.ProxyHandler({"https": self.stub.addresses["http"]})
        opener = urllib.request.build_opener(proxy, urllib.request.HTTPSHandler(context=self.stub.context))
        with opener.open(f"https://login.microsoftonline.com/{signin.TENANT}/v2.0/.well-known/openid-configuration"
                         ) as answer:
            self.assertEqual(json.load(answer)["issuer"], f"https://login.microsoftonline.com/{signin.TENANT}/v2.0")
        tunnels = [entry for entry in self.stub.control("GET", "log") if entry["method"] == "CONNECT"]
        self.assertEqual([entry["target"] for entry in tunnels], ["login.microsoftonline.com:443"])

    def test_a_name_that_is_not_in_the_certificate_is_refused(self):
        proxy = urllib.request.ProxyHandler({"https": self.stub.addresses["http"]})
        opener = urllib.request.build_opener(proxy, urllib.request.HTTPSHandler(context=self.stub.context))
        with self.assertRaisesRegex(urllib.error.URLError, "Hostname mismatch"):
            opener.open("https://api.nowhere.example/")

    def test_no_secret_is_in_the_log(self):
        self.count()
        text = json.dumps(self.stub.control("GET", "log"))
        self.assertNotIn(signin.SECRET, text)
        self.assertNotIn(self.headers["Authorization"].split(".")[-1], text)

    @unittest.skipUnless(HAS_LIBRARIES, "Azure's libraries are not installed")
    def test_the_official_clients_are_a_program_too(self):
        day, at = TRANSCRIPTS["day"], self.stub.addresses
        text = usage_queries.metric_text("AppMetrics", day["from"], day["to"], day["zone"])
        done = subprocess.run(
            [sys.executable, os.path.join(HERE, "official_clients.py"), "--https", at["https"], "--http", at["http"],
             "--ca", at["ca"], "--service", "log-analytics", "--target", "usage"],
            input=text, capture_output=True, text=True, check=True)
        self.assertEqual(_added(json.loads(done.stdout), "Metric"), TRANSCRIPTS["truth"])


if __name__ == "__main__":
    unittest.main()
