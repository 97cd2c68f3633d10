"""Parses queries with a grammar of KQL that is not ours.

Reads a JSON list of queries from standard input and prints a JSON list, for each query the list of
its errors: none for a query that the grammar knows.
"""

import json
import sys

from antlr4 import CommonTokenStream, InputStream
from antlr4.error.ErrorListener import ErrorListener
from kusto_query_language_parser.parse_tools.KqlLexer import KqlLexer
from kusto_query_language_parser.parse_tools.KqlParser import KqlParser


class Complaints(ErrorListener):
    """Keeps what ANTLR would print, and repair on its own."""

    def __init__(self):
        self.lines = []

    def syntaxError(self, recognizer, symbol, line, column, message, error):
        self.lines.append(f"{line}:{column}: {message.partition(' expecting ')[0]}")


def complaints(query):
    # The package's own parser drops what the lexer complains about.
    found = Complaints()
    lexer = KqlLexer(InputStream(query))
    parser = KqlParser(CommonTokenStream(lexer))
    for recognizer in (lexer, parser):
        recognizer.removeErrorListeners()
        recognizer.addErrorListener(found)
    parser.top()
    return found.lines


print(json.dumps([complaints(query) for query in json.load(sys.stdin)]))
