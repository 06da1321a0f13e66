"""Places out of the graph: listed, and one with what it is part of and what it became."""

from dataclasses import dataclass
from typing import Final

from cypher.above import Above, get_with_above
from cypher.names import words_of
from cypher.pages import Page, Wanted, split_page
from cypher.transactions import Statements

_MARKS: Final = tuple(map(chr, (0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323)))
"""The combining accents of Vietnamese."""


@dataclass(frozen=True, slots=True)
class PlaceSummary:
    id: str
    code: str
    name: str
    kind: str
    level: str
    valid_from: str | None
    valid_to: str | None


@dataclass(frozen=True, slots=True)
class PlaceDetail(PlaceSummary):
    part_of: tuple[Above, ...]
    merged_into: tuple[Above, ...]


def list_places(
    statements: Statements, words: str | None, level: str | None, place_set: str | None, wanted: Wanted
) -> Page[PlaceSummary]:
    """Places in the order of their ids, perhaps only those whose names hold some words, accents optional."""
    (after,) = wanted.after or ("",)
    chosen = {
        "set": f"{place_set}:" if place_set else "",
        "level": level,
        "words": words_of(words or ""),
        "marks": list(_MARKS),
    }
    rows = statements.run("read/places", after=after, limit=wanted.limit + 1, **chosen)
    shown, after_key = split_page(rows, wanted.limit, "id")
    total = statements.run("read/place_count", **chosen)[0]["total"] if wanted.total else None
    return Page(tuple(PlaceSummary(**row) for row in shown), after_key, total)


def get_place(statements: Statements, place_id: str) -> PlaceDetail:
    """One place. Raises `UnknownIdError`."""
    return get_with_above(statements, "place", PlaceDetail, place_id)
