"""One body or place out of the graph, with those that it is part of, lies in or became."""

from dataclasses import dataclass
from typing import TypeVar

from cypher.errors import UnknownIdError
from cypher.transactions import Statements

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Above:
    """A body or place that another is part of, lies in or became, and which table says so."""

    id: str
    name: str
    source: str | None
    date: str | None = None


def get_with_above(statements: Statements, kind: str, record: type[T], record_id: str) -> T:
    """The one of that kind with that id, as a record with the columns of `read/<kind>`; the lists hold `Above`.

    Raises `UnknownIdError`.
    """
    found = statements.run(f"read/{kind}", id=record_id)
    if not found:
        raise UnknownIdError(kind, record_id)
    values = {
        column: tuple(Above(**one) for one in value) if isinstance(value, list) else value
        for column, value in found[0].items()
    }
    return record(**values)
