"""Documents by the names that people type: `NQ 32/NQ-CP`, `nghi quyet 32 nq cp năm 2024`, a title, an id."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rapidfuzz import fuzz

from cypher.decisions import Decisions
from cypher.documents import read_summaries
from cypher.names import words_of
from cypher.results import DocumentSummary
from cypher.search_words import find_search_words
from cypher.titles import title_key
from cypher.transactions import Statements

_NUMBER: Final = re.compile(r"[0-9]{1,6}[a-z]?")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_AFTER_NUMBER: Final = frozenset({"ngay", "nam", "thang", "cua", "ve"})
_SHORT: Final = {"uy ban nhan dan": "ubnd", "hoi dong nhan dan": "hdnd"}
_COMPARED: Final = 300
"""Documents that are compared with a name that none has."""


@dataclass(frozen=True, slots=True)
class TypedName:
    """What a person typed, read as a number with what stands around it, and as a title."""

    head: str
    """Words before the number: nghi quyet, nq."""
    number: str | None
    """Number and symbol run together: 32nqcp."""
    digits: str | None
    symbol: str | None
    year: int | None
    issuer: str | None
    words: tuple[str, ...]
    """All words."""


def parse_typed_name(name: str) -> TypedName:
    """A typed name, read.

    >>> parse_typed_name("Nghị quyết số 32/NQ-CP năm 2024 của Chính phủ").number
    '32nqcp'
    >>> parse_typed_name("111/2022/nd cp").year
    2022
    """
    words = words_of(name)
    at = next((i for i, word in enumerate(words) if _NUMBER.fullmatch(word)), None)
    years = [int(word) for word in words[(at or 0) + 1 :] if _YEAR.fullmatch(word)]
    if at is None:
        return TypedName("", None, None, None, None, None, tuple(words))
    end = next((i for i in range(at + 1, len(words)) if words[i] in _AFTER_NUMBER), len(words))
    symbol = "".join(word for word in words[at + 1 : end] if not _YEAR.fullmatch(word))
    digits = words[at].lstrip("0") or "0"
    head = " ".join(word for word in words[:at] if word != "so")
    issuer = " ".join(words[words.index("cua", end) + 1 :]) if "cua" in words[end:] else None
    return TypedName(head, digits + symbol, digits, symbol, years[0] if years else None, issuer, tuple(words))


def find_documents(statements: Statements, name: str) -> tuple[DocumentSummary, ...]:
    """The documents that the name may mean, in the order of their ids."""
    exact = read_summaries(statements, [name.strip()])
    if exact:
        return tuple(exact.values())
    typed = parse_typed_name(name)
    ids = _by_number(statements, typed) or _by_name(statements, typed) or _by_decision(statements, name, typed)
    return tuple(read_summaries(statements, ids).values())


def _by_decision(statements: Statements, name: str, typed: TypedName) -> list[str]:
    """Documents that stand for one of this id, number or title, because people decided that they are one."""
    title = title_key(" ".join(typed.words))
    groups = (
        group
        for group in Decisions.read(statements).groups()
        if name.strip() in group.members or typed.number in group.numbers or title in group.titles
    )
    return sorted(member for group in groups for member in group.members)


def nearest_documents(statements: Statements, name: str, limit: int) -> tuple[DocumentSummary, ...]:
    """The documents whose numbers or titles look most like the name, the nearest first."""
    typed = parse_typed_name(name)
    scores: dict[str, float] = {}
    if typed.number:
        symbols = [typed.symbol] if typed.symbol else []
        rows = statements.run("read/near_numbers", digits=[typed.digits], symbols=symbols, limit=_COMPARED)
        scores |= {row["id"]: fuzz.ratio(typed.number, row["number"]) for row in rows}
    whole = " ".join(typed.words)
    words = find_search_words(whole).any
    if words:
        for row in statements.run("read/by_words", words=words, limit=_COMPARED):
            score = fuzz.token_set_ratio(whole, row["name"] or "")
            scores[row["id"]] = max(score, scores.get(row["id"], 0))
    ids = sorted(scores, key=lambda one: (-scores[one], one))[:limit]
    summaries = read_summaries(statements, ids)
    return tuple(summaries[one] for one in ids)


def _by_number(statements: Statements, typed: TypedName) -> list[str]:
    if typed.number is None:
        return []
    rows = statements.run("read/by_number", number=typed.number)
    return [row["id"] for row in rows if _agrees(typed, row)]


def _agrees(typed: TypedName, row: Mapping[str, Any]) -> bool:
    """Whether what was typed around the number is so of the document, as far as both are known."""
    if typed.year and row["year"] and typed.year != row["year"]:
        return False
    if typed.head and row["type"] and not _names_type(typed.head, row["type"], row["symbol"]):
        return False
    return not (typed.issuer and row["issuer_name"]) or _short(typed.issuer) <= _short(row["issuer_name"])


def _names_type(head: str, type_name: str, symbol: str | None) -> bool:
    """Whether the words end in the type, written out, as its initials or as the code in the symbol.

    >>> _names_type("nq", "Nghị quyết", "NQ-CP")
    True
    """
    words = words_of(type_name)
    known = {" ".join(words), "".join(word[0] for word in words), *words_of(symbol or "")[:1]}
    return any(head == one or head.endswith(f" {one}") for one in known)


def _short(issuer: str) -> set[str]:
    text = " ".join(words_of(issuer))
    for long, short in _SHORT.items():
        text = text.replace(long, short)
    return set(text.split()) - {"ngay", "nam", "thang"} - {word for word in text.split() if word.isdecimal()}


def _by_name(statements: Statements, typed: TypedName) -> list[str]:
    """Documents with that title; a year at its end may be part of it or the year of issue."""
    words, year = list(typed.words), None
    if words and _YEAR.fullmatch(words[-1]):
        year = int(words[-1])
        words = words[: -2 if words[-2:-1] == ["nam"] else -1]
    names: Sequence[str] = sorted({" ".join(typed.words), " ".join(words)} - {""})
    rows = statements.run("read/by_name", names=names)
    whole = " ".join(typed.words)
    return [row["id"] for row in rows if row["name"] == whole or year in (None, row["year"]) or row["year"] is None]
