"""The few query texts the service understands: templates, recognised token by token."""

import re

import ticks


class QueryError(Exception):
    """A query the service refuses: `SyntaxError` or `SemanticError`."""

    def __init__(self, kind, message):
        super().__init__(message)
        self.kind, self.message = kind, message


_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*)
      | (?P<text>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
      | (?P<datetime>datetime\s*\([^()]*\))
      | (?P<word>[A-Za-z_][A-Za-z_0-9]*)
      | (?P<number>\d+(?:\.\d+)?[a-z]*)
      | (?P<sign>==|!=|<=|>=|=~|\.\.|[|;(),\[\]=<>+*/.{}:~-])""",
    re.VERBOSE,
)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", '"': '"', "'": "'", "0": "\0",
            "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


def _unescaped(literal):
    def one(found):
        sign = found.group(1)
        if sign[0] in "ux":
            return chr(int(sign[1:], 16))
        if sign not in _ESCAPES:
            raise QueryError("SyntaxError", f"unknown escape \\{sign}")
        return _ESCAPES[sign]
    return re.sub(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|.)", one, literal[1:-1], flags=re.S)


def tokens(query):
    """A query's words and signs, and its string literals, which stand as `$0`, `$1` … among them."""
    words, literals, place = [], [], 0
    while place < len(query):
        found = _TOKEN.match(query, place)
        if not found:
            line = query.count("\n", 0, place) + 1
            column = place - query.rfind("\n", 0, place)
            raise QueryError(
                "SyntaxError",
                f"A recognition error occurred in the query. Token='{query[place]}' "
                f"[line:position={line}:{column}]")
        place = found.end()
        if found.lastgroup == "text":
            words.append(f"${len(literals)}")
            literals.append(_unescaped(found.group()))
        elif found.lastgroup == "datetime":
            inner = found.group()[found.group().index("(") + 1:-1].strip()
            words.append(f"datetime({inner})")
        elif found.lastgroup != "space":
            words.append(found.group())
    while words and words[-1] == ";":
        words.pop()
    return words, literals


_HOLES = {
    "DATE": r"datetime\(([^()]*)\)",
    "STRING": r"\$(\d+)",
    "WORD": r"([A-Za-z_][A-Za-z_0-9]*)",
    "NUMBER": r"(\d+)",
    "DIMENSION": r"((?:tostring \( {properties} \[ \$\d+ \] \))|\$\d+)",
    "NAMES": r"((?:endswith_cs \$\d+)|(?:in \( \$\d+(?: , \$\d+)* \)))",
}


class Template:
    """A query text with holes: `HOLE_name` stands for a part that differs from query to query."""

    def __init__(self, text, **words):
        pattern = []
        # Of each group, the name of its hole, or the text a literal has to be.
        self.names, self.fixed = [], []
        parts, literals = tokens(text)
        for token in parts:
            hole, _, name = token.partition("_")
            if hole in _HOLES and name:
                pattern.append(_HOLES[hole].replace("{properties}", words.get("properties", "")))
                self.names.append(name)
                self.fixed.append(None)
            elif token.startswith("$"):
                pattern.append(_HOLES["STRING"])
                self.names.append(None)
                self.fixed.append(literals[int(token[1:])])
            else:
                pattern.append(re.escape(words.get(token, token)))
        self.pattern = re.compile(" ".join(pattern))

    def match(self, words, literals):
        """The parts in the holes: ticks, strings, lists of strings or None; or None for another text."""
        found = self.pattern.fullmatch(" ".join(words))
        if not found:
            return None
        parts = {}
        for name, fixed, part in zip(self.names, self.fixed, found.groups()):
            if name:
                parts[name] = _part(part, literals)
            elif literals[int(part)] != fixed:
                return None
        return parts


class Suffix(str):
    """`endswith_cs` this text."""


def _part(part, literals):
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}.*", part):
        return ticks.parse(part)
    numbers = [int(number) for number in re.findall(r"\$(\d+)", part)]
    if part.startswith("endswith_cs"):
        return Suffix(literals[numbers[0]])
    if part.startswith("in ("):
        return [literals[number] for number in numbers]
    if part.startswith("tostring"):
        return (literals[numbers[0]],)
    if part.startswith("$"):
        return literals[numbers[0]]
    if part.isdigit():
        return literals[int(part)] if int(part) < len(literals) else int(part)
    return part
