"""A part of a list: what is asked for, and what comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

T = TypeVar("T")
Key: TypeAlias = tuple[str | int | None, ...]
"""Where a result stands in the order of its list: the values that the list is ordered by."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of a list is wanted."""

    limit: int = 50
    after: Key | None = None
    """The key of the last result of the page before; None for the first page."""
    total: bool = False
    """Whether to count all results of all pages, which costs a look at each."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some results of a list, in its order."""

    results: tuple[T, ...]
    next: Key | None = None
    """Key of the last result where others follow; None on the last page."""
    total: int | None = None


def split_page(
    rows: Sequence[dict[str, Any]], limit: int, *columns: str
) -> tuple[Sequence[dict[str, Any]], Key | None]:
    """The rows of a page and the key to go on after, of rows of which one more than `limit` was read."""
    shown = rows[:limit]
    return shown, tuple(shown[-1][column] for column in columns) if len(rows) > limit else None
