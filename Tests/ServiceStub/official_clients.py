"""Reads the stub as Azure's own Python libraries do, and prints what they read as JSON.

    python official_clients.py --https URL --http URL --ca FILE --service log-analytics \\
        --target ID --credential secret < query.kql

The outcome is `rows`, `partial` (rows with an error beside them) or `refused` (with the exception).
"""

import argparse
import decimal
import json
import os
import sys
from datetime import datetime, timezone

import signin

CREDENTIALS = ("secret", "certificate", "workload", "managed", "app-service")
SERVICES = ("log-analytics", "application-insights", "data-explorer")
# Three tries, quickly: what is tested is whether they are made.
_RETRIES = {"retry_total": 3, "retry_status": 3, "retry_backoff_factor": 0.05, "retry_read": 0}


def credential(kind, addresses, client_id=signin.CLIENT, tenant=signin.TENANT, secret=signin.SECRET,
               certificate_file=None, token_file=None):
    """One of azure-identity's credentials, pointed at the stub."""
    from azure import identity

    where = {"authority": addresses["https"], "disable_instance_discovery": True}
    if kind == "secret":
        return identity.ClientSecretCredential(tenant, client_id, secret, **where)
    if kind == "certificate":
        return identity.CertificateCredential(tenant, client_id, certificate_file, **where)
    if kind == "workload":
        return identity.WorkloadIdentityCredential(
            tenant_id=tenant, client_id=client_id, token_file_path=token_file, **where)
    for name in ("IDENTITY_ENDPOINT", "IDENTITY_HEADER", "AZURE_POD_IDENTITY_AUTHORITY_HOST"):
        os.environ.pop(name, None)
    if kind == "app-service":
        os.environ["IDENTITY_ENDPOINT"] = addresses["http"] + "/msi/token"
        os.environ["IDENTITY_HEADER"] = "identity-header-of-the-stub"
    else:
        os.environ["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = addresses["http"]
    return identity.ManagedIdentityCredential()


def read(service, target, query, proof, addresses, audience=None, wait=None, fresh=True):
    """What the library of a service makes of the answer to a query."""
    os.environ["REQUESTS_CA_BUNDLE"] = addresses["ca"]
    try:
        if service == "data-explorer":
            return _data_explorer(target, query, proof, addresses)
        if service == "log-analytics":
            return _log_analytics(target, query, proof, addresses, audience, wait, fresh)
        return _application_insights(target, query, proof, addresses, audience)
    except Exception as error:  # Whatever a library raises is its refusal.
        return {"outcome": "refused", "error": _error(error)}


def _log_analytics(workspace, query, proof, addresses, audience, wait, fresh):
    from azure.monitor.query import LogsQueryClient

    client = LogsQueryClient(
        proof, endpoint=addresses["https"], audience=audience or "https://api.loganalytics.io", **_RETRIES)
    headers = {"Cache-Control": "no-cache"} if fresh else {}
    with client:
        return _monitor_result(client.query_workspace(
            workspace, query, timespan=None, server_timeout=wait, headers=headers))


def _application_insights(app, query, proof, addresses, audience):
    """No library asks `/v1/apps`: azure-core's pipeline, and the decoder of azure-monitor-query."""
    from azure.core import PipelineClient
    from azure.core.pipeline import policies
    from azure.core.rest import HttpRequest
    from azure.monitor.query import LogsQueryError, LogsQueryPartialResult, LogsQueryResult

    scope = (audience or "https://api.applicationinsights.io") + "/.default"
    client = PipelineClient(addresses["https"], policies=[
        policies.RetryPolicy(**_RETRIES), policies.BearerTokenCredentialPolicy(proof, scope),
        policies.ContentDecodePolicy()])
    with client:
        request = HttpRequest("POST", f"{addresses['https']}/v1/apps/{app}/query", json={"query": query},
                              headers={"Cache-Control": "no-cache"})
        response = client.send_request(request)
        response.raise_for_status()
        answer = response.json()
    if answer.get("error"):
        return _monitor_result(LogsQueryPartialResult._from_generated(answer, LogsQueryError))
    return _monitor_result(LogsQueryResult._from_generated(answer))


def _monitor_result(result):
    from azure.monitor.query import LogsQueryStatus

    if result.status == LogsQueryStatus.SUCCESS:
        outcome, tables, error = "rows", result.tables, None
    else:
        outcome, tables = "partial", result.partial_data
        error = {"class": type(result.partial_error).__name__, "code": result.partial_error.code,
                 "message": str(result.partial_error)}
    table = tables[0] if tables else None
    return {
        "outcome": outcome, "error": error, "tables": len(tables or []),
        "columns": list(table.columns) if table else [], "types": list(table.columns_types) if table else [],
        "rows": [[_plain(value) for value in row] for row in table.rows] if table else [],
    }


def _data_explorer(database, query, proof, addresses):
    from azure.kusto.data import KustoClient, KustoConnectionStringBuilder

    builder = KustoConnectionStringBuilder.with_azure_token_credential(addresses["https"], proof)
    with KustoClient(builder) as client:
        result = client.execute_query(database, query)
        table = result.primary_results[0]
        outcome = "partial" if result.errors_count else "rows"
        return {
            "outcome": outcome, "error": {"message": str(result.get_exceptions())} if result.errors_count else None,
            "tables": len(result.primary_results), "columns": [column.column_name for column in table.columns],
            "types": [column.column_type for column in table.columns],
            "rows": [[_plain(value) for value in row] for row in table],
        }


def _plain(value):
    """A value as JSON has it; a moment without the digits that are nothing."""
    if isinstance(value, datetime):
        moment = value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")
        return moment.rstrip("0").rstrip(".") + "Z"
    return str(value) if isinstance(value, decimal.Decimal) else value


def _error(error):
    """The class of an exception and what it says; of a chain, the names of all."""
    status = getattr(error, "status_code", None)
    response = getattr(error, "http_response", None)
    if status is None and response is not None:
        status = getattr(response, "status_code", None)
    names, codes, place = [], [], error
    while place is not None:
        names.append(type(place).__name__)
        place = place.__cause__ or place.__context__
    place = getattr(error, "error", None)
    while place:
        # The outermost is an object, those inside are as they came.
        inside = place.get if isinstance(place, dict) else lambda name: getattr(place, name, None)
        codes.append(inside("code"))
        place = inside("innererror")
    return {"class": type(error).__name__, "chain": names, "status": status, "codes": codes, "message": str(error)}


def main():
    arguments = argparse.ArgumentParser()
    for name in ("https", "http", "ca", "target"):
        arguments.add_argument(f"--{name}", required=True)
    arguments.add_argument("--service", choices=SERVICES, required=True)
    arguments.add_argument("--credential", choices=CREDENTIALS, default="secret")
    arguments.add_argument("--client-id", default=signin.CLIENT)
    arguments.add_argument("--tenant", default=signin.TENANT)
    arguments.add_argument("--secret", default=signin.SECRET)
    arguments.add_argument("--certificate-file")
    arguments.add_argument("--token-file")
    arguments.add_argument("--audience")
    given = arguments.parse_args()
    addresses = {"https": given.https, "http": given.http, "ca": given.ca}
    proof = credential(given.credential, addresses, given.client_id, given.tenant, given.secret,
                       given.certificate_file, given.token_file)
    answer = read(given.service, given.target, sys.stdin.read(), proof, addresses, given.audience)
    json.dump(answer, sys.stdout, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
