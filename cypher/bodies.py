"""Bodies out of the graph: listed, and one with what refers to it."""

from dataclasses import asdict, dataclass
from typing import Final

from cypher.above import Above, get_with_above
from cypher.names import words_of
from cypher.pages import Page, Wanted, split_page
from cypher.transactions import Statements

_SHORT: Final = {"uy ban nhan dan": "ubnd", "hoi dong nhan dan": "hdnd"}


@dataclass(frozen=True, slots=True)
class BodySummary:
    id: str
    name: str
    kind: str | None
    level: str | None
    province: str | None
    district: str | None
    commune: str | None


@dataclass(frozen=True, slots=True)
class BodyDetail(BodySummary):
    """A body with what it is part of, where it is, and how many documents and tasks refer to it."""

    part_of: tuple[Above, ...]
    located_in: tuple[Above, ...]
    issued: int
    received: int
    tasks: int


@dataclass(frozen=True, slots=True)
class BodyFilters:
    """Which bodies are listed; None lets everything pass."""

    kind: str | None = None
    level: str | None = None
    province: str | None = None


def list_bodies(statements: Statements, words: str | None, filters: BodyFilters, wanted: Wanted) -> Page[BodySummary]:
    """Bodies in the order of their ids, perhaps only those whose names hold some words, accents optional."""
    text = " ".join(words_of(words or ""))
    for long, short in _SHORT.items():
        text = text.replace(long, short)
    (after,) = wanted.after or ("",)
    chosen = asdict(filters) | {"words": text.split()}
    rows = statements.run("read/bodies", after=after, limit=wanted.limit + 1, **chosen)
    shown, after_key = split_page(rows, wanted.limit, "id")
    total = statements.run("read/body_count", **chosen)[0]["total"] if wanted.total else None
    return Page(tuple(BodySummary(**row) for row in shown), after_key, total)


def get_body(statements: Statements, body_id: str) -> BodyDetail:
    """One body. Raises `UnknownIdError`."""
    return get_with_above(statements, "body", BodyDetail, body_id)
