"""What a query returned, and the two forms in which the services write it."""

import itertools
import json
import math

_PARTIAL_TEXT = (
    "The results of this query exceed the set limit of {limit}, so not all records were returned "
    "(E_QUERY_RESULT_SET_TOO_LARGE, 0x80DA0003). See https://aka.ms/kustoquerylimits for more "
    "information and possible solutions.")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
_BATCH = 500


class Answer:
    """Columns as (name, type), and rows as lists made one at a time."""

    def __init__(self, columns, rows, window=None):
        self.columns, self.rows, self.window = columns, rows, window
        # Which limit was exceeded, known once the rows have been written.
        self.exceeded = None
        self.written = 0

    @property
    def hours(self):
        """Length of the window asked for; 0 where a query has none."""
        return (self.window[1] - self.window[0]) / 36_000_000_000 if self.window else 0


def partial_error(limit):
    """The `error` of a 200 that holds only part of the rows."""
    return {
        "code": "PartialError", "message": "There were some errors when processing your query.",
        "details": [{
            "code": "EngineError",
            "message": "Something went wrong processing your query on the server.",
            "innererror": {
                "code": "-2133196797", "message": _PARTIAL_TEXT.format(limit=limit), "severity": 3,
                "severityName": "Warning",
            },
        }],
    }


def _plain(value, kind, dynamic_as_text):
    if kind == "dynamic" and dynamic_as_text and isinstance(value, (dict, list)):
        return _encode(value)
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def _rows(answer, limits, dynamic_as_text):
    """The rows as JSON with commas between, in pieces, up to a limit of rows or bytes."""
    kinds = [kind for _, kind in answer.columns]
    odd = any(kind in ("real", "dynamic") for kind in kinds)
    rows, total = iter(answer.rows), 0
    while True:
        batch = list(itertools.islice(rows, min(_BATCH, limits["rows"] - answer.written)))
        if not batch:
            if next(rows, None) is not None:
                answer.exceeded = f"{limits['rows']} records"
            return
        if odd:
            batch = [[_plain(value, kind, dynamic_as_text) for value, kind in zip(row, kinds)]
                     for row in batch]
        text = _encode(batch)[1:-1]
        if total + len(text) > limits["bytes"]:
            answer.exceeded = f"{limits['bytes']} bytes"
            return
        total += len(text) + 1
        comma = "," if answer.written else ""
        answer.written += len(batch)
        yield (comma + text).encode()


def monitor_body(answer, limits, statistics=False):
    """Log Analytics and Application Insights."""
    columns = [{"name": name, "type": kind} for name, kind in answer.columns]
    yield f'{{"tables":[{{"name":"PrimaryResult","columns":{_encode(columns)},"rows":['.encode()
    yield from _rows(answer, limits, dynamic_as_text=True)
    end = "]}]"
    if statistics:
        numbers = {"query": {
            "executionTime": 0.0156, "resourceUsage": {"memory": {"peak_per_node": 0}},
            "datasetStatistics": [{"table_row_count": answer.written, "table_size": 120}],
        }}
        end += f',"statistics":{_encode(numbers)}'
    if answer.exceeded:
        end += f',"error":{_encode(partial_error(answer.exceeded))}'
    yield (end + "}").encode()


def kusto_error(code, message, permanent=True):
    return {"error": {
        "code": code, "message": "Request is invalid and cannot be executed.",
        "@type": "Kusto.Data.Exceptions.KustoServicePartialQueryFailureLimitsExceededException",
        "@message": message, "@context": {"timestamp": "2026-11-22T02:02:12.0000000Z"},
        "@permanent": permanent,
    }}


def kusto_columns(columns):
    return [{"ColumnName": name, "ColumnType": kind} for name, kind in columns]


def _completion_table(number, level):
    """`QueryCompletionInformation`: level 4 informs, 2 is an error."""
    columns = [("Timestamp", "datetime"), ("ClientRequestId", "string"), ("ActivityId", "guid"),
               ("SubActivityId", "guid"), ("ParentActivityId", "guid"), ("Level", "int"),
               ("LevelName", "string"), ("StatusCode", "int"), ("StatusCodeName", "string"),
               ("EventType", "int"), ("EventTypeName", "string"), ("Payload", "string")]
    zero = "00000000-0000-0000-0000-000000000000"
    name, status = ("Info", "S_OK (0)") if level == 4 else ("Error", "E_QUERY_RESULT_SET_TOO_LARGE")
    row = ["2026-11-22T02:02:12Z", "KPC.execute;0", zero, zero, zero, level, name,
           0 if level == 4 else -2133196797, status, 4, "QueryInfo",
           '{"Count":1,"Text":"Query completed"}' if level == 4 else "Query result set is too large"]
    return {"FrameType": "DataTable", "TableId": number, "TableKind": "QueryCompletionInformation",
            "TableName": "QueryCompletionInformation", "Columns": kusto_columns(columns), "Rows": [row]}


def kusto_body(answer, limits, progressive=False, errors=None, place="rows"):
    """Data Explorer, version 2: frames.

    `errors` are OneApiErrors of a query that failed on its way. The last frame has them, and with
    them the rows or the table of completion, or neither.
    """
    head = {"FrameType": "DataSetHeader", "IsProgressive": progressive, "Version": "v2.0",
            "IsFragmented": False, "ErrorReportingPlacement": "InData"}
    properties = {
        "FrameType": "DataTable", "TableId": 0, "TableKind": "QueryProperties",
        "TableName": "@ExtendedProperties",
        "Columns": kusto_columns([("TableId", "int"), ("Key", "string"), ("Value", "dynamic")]),
        "Rows": [[1, "Visualization", '{"Visualization":null,"Title":null}']],
    }
    yield f"[{_encode(head)},\n{_encode(properties)},\n".encode()
    names = _encode(kusto_columns(answer.columns))
    table = '"TableId":1,"TableKind":"PrimaryResult","TableName":"PrimaryResult"'
    if progressive:
        yield f'{{"FrameType":"TableHeader",{table},"Columns":{names}}},\n'.encode()
        yield from _fragments(answer, limits)
    else:
        yield f'{{"FrameType":"DataTable",{table},"Columns":{names},"Rows":['.encode()
        yield from _rows(answer, limits, dynamic_as_text=False)
        if answer.exceeded and not errors:
            errors = [kusto_error(
                "LimitsExceeded",
                f"Query result set has exceeded the internal record count limit {limits['rows']} "
                "(E_QUERY_RESULT_SET_TOO_LARGE; see https://aka.ms/kustoquerylimits)")]
        if errors and place == "rows":
            comma = "," if answer.written else ""
            yield f'{comma}{_encode({"OneApiErrors": errors})}'.encode()
        yield b"]},\n"
    if progressive:
        yield f'{{"FrameType":"TableCompletion","TableId":1,"RowCount":{answer.written}}},\n'.encode()
    completion = {"FrameType": "DataSetCompletion", "HasErrors": bool(errors), "Cancelled": False}
    if errors:
        completion["OneApiErrors"] = errors
    level = 2 if errors and place == "table" else 4
    yield f"{_encode(_completion_table(2, level))},\n{_encode(completion)}]".encode()


def _fragments(answer, limits):
    """Rows as `TableFragment` frames: what was appended first is replaced once, then appended to."""
    piece = b"".join(_rows(answer, limits, dynamic_as_text=False))
    rows = json.loads(b"[" + piece + b"]")
    half = len(rows) // 2
    for kind, part, progress in (("DataAppend", rows[:half][:1], 10), ("DataReplace", rows[:half], 50),
                                 ("DataAppend", rows[half:], 100)):
        fragment = {"FrameType": "TableFragment", "TableFragmentType": kind, "TableId": 1,
                    "FieldCount": len(answer.columns), "Rows": part}
        state = {"FrameType": "TableProgress", "TableId": 1, "TableProgress": progress}
        yield f"{_encode(fragment)},\n{_encode(state)},\n".encode()


def kusto_table_v1(columns, rows):
    """Data Explorer, version 1: one table, as management commands answer."""
    names = [{"ColumnName": name, "DataType": "String", "ColumnType": kind} for name, kind in columns]
    return {"Tables": [{"TableName": "Table_0", "Columns": names, "Rows": rows}]}
