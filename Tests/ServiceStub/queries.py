"""Any query text the service answers."""

import check_queries
import kql
import ticks
import usage
import usage_queries
from answers import Answer

_TAKE = kql.Template("WORD_table | take NUMBER_count")
_COUNT = kql.Template("WORD_table | count")
_PRINT = kql.Template("print WORD_name = NUMBER_value")
_EVERYTHING = (-(1 << 62), 1 << 62)


class Scope:
    """Which records a request may see: workspaces, a time span beside the query's, and tables."""

    def __init__(self, store, tables, workspaces=None, missing=(), timespans=()):
        self.store, self.tables, self.workspaces = store, tables, workspaces
        self.missing, self.timespans = missing, timespans

    def needs(self, table):
        if table not in self.tables or table in self.missing:
            raise kql.QueryError(
                "SemanticError",
                f"'where' operator: Failed to resolve table or column expression named '{table}'")

    def bounds(self, low, high):
        for start, end in self.timespans:
            low, high = max(low, start), min(high, end)
        return low, high


def answer(query, scope):
    """What a query returns, or `QueryError`."""
    words, literals = kql.tokens(query)
    if not words:
        raise kql.QueryError("SyntaxError", "A recognition error occurred: the query is empty.")
    found = (usage_queries.usage_answer(words, literals, scope)
             or check_queries.check_answer(words, literals, scope))
    if found:
        return found
    parts = _TAKE.match(words, literals)
    if parts:
        return _take(parts["table"], int(parts["count"]), scope)
    parts = _COUNT.match(words, literals)
    if parts:
        count = sum(1 for _ in _records(parts["table"], scope))
        return Answer([("Count", "long")], iter([[count]]))
    parts = _PRINT.match(words, literals)
    if parts:
        return Answer([(parts["name"], "long")], iter([[int(parts["value"])]]))
    raise kql.QueryError(
        "SyntaxError", f"Query could not be parsed at '{words[0]}' on line [1,1]")


def _records(table, scope):
    scope.needs(table)
    name = usage.METRICS if table in usage_queries.SCHEMAS else table
    return scope.store.records(name, *scope.bounds(*_EVERYTHING), scope.workspaces)


def _take(table, count, scope):
    records = _records(table, scope)
    if table in usage_queries.SCHEMAS:
        words = usage_queries.SCHEMAS[table]
        columns = [(words["TIME"], "datetime"), (words["NAME"], "string"), (words["SUM"], "real"),
                   (words["COUNT"], "int"), (words["properties"], "dynamic")]
        rows = ([ticks.text(record.time), record.name, record.total, record.items, record.properties]
                for record, _ in zip(records, range(count)))
    else:
        names = ["CorrelationId", "ModelName", "DeploymentName", "ApiId", "UserId"]
        columns = [("TimeGenerated", "datetime"), *((name, "string") for name in names)]
        rows = ([ticks.text(record.time), *(record.columns.get(name) for name in names)]
                for record, _ in zip(records, range(count)))
    return Answer(columns, rows)
