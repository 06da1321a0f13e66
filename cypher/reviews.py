"""Pairs of documents that may be the same, and what people decide about them."""

from dataclasses import asdict, dataclass
from typing import Final

from cypher.changes import apply_change
from cypher.connection import Connection
from cypher.decisions import ACCEPTED, REJECTED, Decisions
from cypher.documents import read_summaries
from cypher.errors import ReviewError, UnknownDocumentIdError
from cypher.pages import Page, Wanted, split_page
from cypher.putting import lock
from cypher.results import DocumentSummary
from cypher.titles import title_key
from cypher.transactions import Statements

OPEN: Final = "open"
DECISIONS: Final = (OPEN, ACCEPTED, REJECTED)


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided, when (ISO 8601) and why."""

    decision: str
    """accepted: the two are one document; rejected: they are not."""
    by: str | None = None
    at: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A pair of documents that may be one; `open` until somebody decides."""

    one: str
    other: str
    decision: str
    score: float | None
    """As the graph gives it for an open pair, or gave it before the decision."""
    reason: str | None
    by: str | None
    at: str | None
    note: str | None
    one_document: DocumentSummary | None
    """None where the graph has no document of this id, as when another stands for it."""
    other_document: DocumentSummary | None


def list_reviews(statements: Statements, decisions: tuple[str, ...], wanted: Wanted) -> Page[Review]:
    """Pairs that are open, accepted or rejected: the highest score first, then by ids."""
    score, after = wanted.after or (0, None)
    rows = statements.run(
        "read/reviews", decisions=list(decisions), after_score=score, after_id=after, limit=wanted.limit + 1
    )
    shown, after_key = split_page(rows, wanted.limit, "rank", "id")
    summaries = read_summaries(statements, {row[end] for row in shown for end in ("one", "other")})
    reviews = tuple(
        Review(
            **{name: row[name] for name in ("one", "other", "decision", "score", "reason", "by", "at", "note")},
            one_document=summaries.get(row["one"]),
            other_document=summaries.get(row["other"]),
        )
        for row in shown
    )
    total = statements.run("read/review_count", decisions=list(decisions))[0]["total"] if wanted.total else None
    return Page(reviews, after_key, total)


def decide_review(connection: Connection, one: str, other: str, decision: Decision) -> None:
    """Let two documents be one from now on, or never; in the place of what was decided about them before.

    Raises `ReviewError` for a document and itself, and `UnknownDocumentIdError` where the graph has no such document
    and no such decision.
    """
    if one == other:
        raise ReviewError(one, "a document and itself are no pair")
    first, second = sorted((one, other))

    def decide(statements: Statements) -> None:
        lock(statements)
        before = Decisions.read(statements)
        pair = statements.run("read/pair", one=first, other=second)[0]
        found = {row["id"]: row["name"] for row in pair["documents"]}
        stood_for = {key for row in pair["documents"] for key in row["readings"] or ()}
        for document_id in (first, second):
            known = document_id in found or document_id in stood_for or pair["decided"]
            if not known and before.group_of(document_id) is None:
                raise UnknownDocumentIdError(document_id)
        kept = (title for titles in pair["decided"] for title in titles)
        statements.run(
            "write/review",
            id=f"{first}|{second}",
            one=first,
            other=second,
            titles=sorted({*kept, *(title for name in found.values() if (title := title_key(name)))}),
            score=pair["score"],
            reason=pair["reason"],
            **asdict(decision),
        )
        groups = (source.group_of(end) for source in (before, Decisions.read(statements)) for end in (first, second))
        members = {member for group in groups if group for member in group.members}
        apply_change(statements, {}, {}, decided={first, second, *members})

    connection.write(decide)
