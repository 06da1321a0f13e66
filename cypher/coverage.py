"""What the graph holds and what it only knows of: how complete its answers can be."""

from dataclasses import dataclass

from cypher.documents import read_summaries
from cypher.results import DocumentSummary
from cypher.transactions import Statements
from loaders.records import LEVELS


@dataclass(frozen=True, slots=True)
class LevelCoverage:
    """Documents of one level; None is the unknown level."""

    level: str | None
    held: int
    cited_only: int


@dataclass(frozen=True, slots=True)
class MissingDocument:
    """A document that nobody holds, and how often it is cited."""

    document: DocumentSummary
    citations: int


@dataclass(frozen=True, slots=True)
class Coverage:
    levels: tuple[LevelCoverage, ...]
    """In the order of government, the unknown last."""
    missing: tuple[MissingDocument, ...]
    """Those that are cited most often, the most cited first."""


def read_coverage(statements: Statements, limit: int) -> Coverage:
    """How much of each level is held, and at most `limit` documents whose texts would add most."""
    levels = [LevelCoverage(**row) for row in statements.run("read/coverage")]
    order = {level: index for index, level in enumerate(LEVELS)}
    levels.sort(key=lambda one: order.get(one.level or "", len(order)))
    rows = statements.run("read/most_cited_not_held", limit=limit)
    summaries = read_summaries(statements, [row["id"] for row in rows])
    missing = tuple(MissingDocument(summaries[row["id"]], row["citations"]) for row in rows)
    return Coverage(tuple(levels), missing)
