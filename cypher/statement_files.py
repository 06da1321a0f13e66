"""The statements: one file each, whose header comment says what it does, its parameters and its columns.

    // What the statement does, in a sentence or more.
    // Parameters: ids, rows [{id, name}]
    // Columns: id, name

Both lists may be `none`. What stands in brackets explains a parameter and is not checked; the names are checked
against the text, so a header cannot go stale.

The server is sent one parameter, a map of all of them: it plans a statement anew for each mixture of the types of its
parameters, and of the sizes of its lists by tens, but does not look into a map. Only definitions of the schema, in
which the server takes no expressions, are sent as they are written.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from cypher.errors import StatementError

_FOLDER: Final = Path(__file__).parent / "statements"
_HEADER: Final = re.compile(
    r"""
    (?P<purpose>(?://[ ]?(?!Parameters:|Columns:).*\n)+)
    //[ ]Parameters:[ ](?P<parameters>.*(?:\n//[ ]{2,}.*)*)\n
    //[ ]Columns:[ ](?P<columns>.*(?:\n//[ ]{2,}.*)*)\n
    (?P<text>[^/][\s\S]*)
    """,
    re.VERBOSE,
)
_DEFINITION: Final = re.compile(r"(?:CREATE|DROP)\b[A-Z ]*\b(?:INDEX|CONSTRAINT)\b")
_PARAMETER: Final = re.compile(r"\$([a-z_]+)\b(?!\()")
_GIVEN: Final = "given"
"""The parameter that has all others."""
_BRACKETED: Final = re.compile(r"\[[^][]*\]|\{[^{}]*\}|\([^()]*\)")
_COMMENT_OR_STRING: Final = re.compile(r"//.*|'[^'\n]*'|\"[^\"\n]*\"")
_SENT: Final = re.compile(f"{_COMMENT_OR_STRING.pattern}|{_PARAMETER.pattern}")
_RETURN: Final = re.compile(r"\bRETURN\b(?:\s+DISTINCT\b)?([\s\S]*?)(?=\bORDER\s+BY\b|\bSKIP\b|\bLIMIT\b|;|\Z)")
_ALIAS: Final = re.compile(r"(?:\bAS\s+)?([a-z0-9_]+)\s*\Z")


@dataclass(frozen=True, slots=True)
class Statement:
    name: str
    """Folder and file without its ending: read/held_documents."""
    text: str
    """As it is sent."""
    parameters: frozenset[str]
    columns: tuple[str, ...]

    @property
    def defines(self) -> bool:
        """Whether it makes or drops a part of the schema."""
        return _DEFINITION.match(self.text) is not None

    def pack(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """The parameters as they are sent."""
        return dict(parameters) if self.defines else {_GIVEN: parameters}


@cache
def load_statements() -> dict[str, Statement]:
    """Every statement by name, each checked. Raises `StatementError`."""
    files = sorted(_FOLDER.rglob("*.cypher"))
    return {statement.name: statement for statement in map(_load, files)}


def parse_statement(name: str, content: str) -> Statement:
    """The statement of a file's content. Raises `StatementError` where header and text do not agree."""
    header = _HEADER.fullmatch(content.strip() + "\n")
    if header is None:
        raise StatementError(name, "the header is not: what it does, then // Parameters: …, then // Columns: …")
    text = header["text"].strip()
    bare = _COMMENT_OR_STRING.sub(" ", text)
    parameters = _names(header["parameters"])
    used = set(_PARAMETER.findall(bare))
    if set(parameters) != used:
        raise StatementError(
            name, f"the header names the parameters {sorted(parameters)}, the text uses {sorted(used)}"
        )
    columns = _names(header["columns"])
    returned = _returned(bare)
    if columns != returned:
        raise StatementError(name, f"the header names the columns {list(columns)}, the text returns {list(returned)}")
    statement = Statement(name, text, frozenset(parameters), columns)
    return statement if statement.defines else replace(statement, text=_SENT.sub(_from_map, text))


def _load(path: Path) -> Statement:
    name = path.relative_to(_FOLDER).with_suffix("").as_posix()
    return parse_statement(name, path.read_text(encoding="utf-8"))


def _from_map(found: re.Match[str]) -> str:
    """A parameter, taken from the map; comments and strings stay what they are."""
    return f"${_GIVEN}.{found[1]}" if found[1] else found[0]


def _names(words: str) -> tuple[str, ...]:
    plain = _without_brackets(words.replace("//", " ")).strip()
    return () if plain == "none" else tuple(part.strip() for part in plain.split(","))


def _returned(text: str) -> tuple[str, ...]:
    """Names of the columns of the last RETURN outside brackets, if there is one."""
    found = _RETURN.findall(_without_brackets(text))
    if not found:
        return ()
    columns = []
    for expression in found[-1].split(","):
        alias = _ALIAS.search(expression.strip())
        columns.append(alias[1] if alias else expression.strip())
    return tuple(columns)


def _without_brackets(text: str) -> str:
    while (shorter := _BRACKETED.sub(" ", text)) != text:
        text = shorter
    return text
