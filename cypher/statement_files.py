"""The statements: one file each, whose header comment says what it does, its parameters and its columns.

    // What the statement does, in a sentence or more.
    // Parameters: ids, rows [{id, name}]
    // Columns: id, name

Both lists may be `none`. What stands in brackets explains a parameter and is not checked; the names are checked
against the text, so a header cannot go stale.

The server is sent one parameter, a map of all of them: it plans a statement anew for each mixture of the types of its
parameters, and of the sizes of its lists by tens, but does not look into a map.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

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
_PARAMETER: Final = re.compile(r"\$([a-z_]+)\b(?!\()")
GIVEN: Final = "given"
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
    """As it is sent: each parameter is taken from `GIVEN`."""
    parameters: frozenset[str]
    columns: tuple[str, ...]


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
    sent = _SENT.sub(lambda found: f"${GIVEN}.{found[1]}" if found[1] else found[0], text)
    return Statement(name, sent, frozenset(parameters), columns)


def _load(path: Path) -> Statement:
    name = path.relative_to(_FOLDER).with_suffix("").as_posix()
    return parse_statement(name, path.read_text(encoding="utf-8"))


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
