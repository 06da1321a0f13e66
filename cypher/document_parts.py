"""What belongs to one document, a page at a time: citations out of it and of it, tasks, text."""

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from cypher.documents import read_summaries
from cypher.errors import TextNotHeldError, UnknownDocumentIdError
from cypher.pages import Page, Wanted, split_page
from cypher.results import (
    AssignmentDetail,
    BodyName,
    CitationDetail,
    DocumentSummary,
    DocumentText,
    Evidence,
    TaskDetail,
)
from cypher.transactions import Statements


def list_citations(
    statements: Statements, document_id: str, incoming: bool, relation: str | None, wanted: Wanted
) -> Page[CitationDetail]:
    """Citations that stand in a document or, `incoming`, refer to it; `relation` as texts state it.

    Raises `UnknownDocumentIdError`.
    """
    (after,) = wanted.after or ("",)
    name = "read/citations_in" if incoming else "read/citations_out"
    rows = statements.run(name, id=document_id, relation=relation, after=after, limit=wanted.limit + 1)
    if not rows:
        require_document(statements, document_id)
    shown, after_key = split_page(rows, wanted.limit, "id")
    total = None
    if wanted.total:
        counts = statements.run("read/citation_count", id=document_id, relation=relation)[0]
        total = counts["incoming" if incoming else "outgoing"]
    return Page(make_citations(statements, shown), after_key, total)


def list_document_tasks(
    statements: Statements, document_id: str, body: str | None, role: str | None, wanted: Wanted
) -> Page[TaskDetail]:
    """The tasks of a document in the order of its text, perhaps only those of a body or in a role.

    Raises `UnknownDocumentIdError`.
    """
    (after,) = wanted.after or ("",)
    rows = statements.run("read/tasks", id=document_id, body=body, role=role, after=after, limit=wanted.limit + 1)
    if not rows:
        require_document(statements, document_id)
    shown, after_key = split_page(rows, wanted.limit, "id")
    total = None
    if wanted.total:
        total = statements.run("read/task_count", id=document_id, body=body, role=role)[0]["total"]
    return Page(make_tasks(statements, shown), after_key, total)


def get_text(statements: Statements, document_id: str) -> DocumentText:
    """The whole text of a document. Raises `UnknownDocumentIdError` and, for one nobody holds, `TextNotHeldError`."""
    found = statements.run("read/text", id=document_id)
    if not found:
        require_document(statements, document_id)
        raise TextNotHeldError(document_id)
    return DocumentText(document_id, **found[0])


def require_document(statements: Statements, document_id: str) -> DocumentSummary:
    """The document in short. Raises `UnknownDocumentIdError`."""
    found = read_summaries(statements, [document_id]).get(document_id)
    if found is None:
        raise UnknownDocumentIdError(document_id)
    return found


def make_citations(statements: Statements, *lists: Iterable[Mapping[str, Any]]) -> tuple[CitationDetail, ...]:
    """The citations of rows, with the documents that they name."""
    rows = [row for rows in lists for row in rows]
    summaries = read_summaries(statements, (row[end] for row in rows for end in ("subject", "cited")))
    return tuple(_citation(row, summaries) for row in rows)


def _citation(row: Mapping[str, Any], summaries: Mapping[str, DocumentSummary]) -> CitationDetail:
    return CitationDetail(
        id=row["id"],
        relation=row["relation"],
        subject=summaries[row["subject"]],
        document=summaries[row["cited"]],
        pinpoint=row["pinpoint"],
        defects=tuple(row["defects"]),
        completed=tuple(row["completed"]),
        evidence=Evidence(**{name: row[name] for name in Evidence.__slots__}),
    )


def make_tasks(statements: Statements, rows: Iterable[Mapping[str, Any]]) -> tuple[TaskDetail, ...]:
    """The tasks of rows, with the names of the bodies that have to do them."""
    listed = [(row, [orjson.loads(text) for text in row["assigned"]]) for row in rows]
    names = read_body_names(statements, (one for _, assigned in listed for one in assigned))
    return tuple(_task(row, assigned, names) for row, assigned in listed)


def read_body_names(statements: Statements, items: Iterable[Mapping[str, Any]]) -> dict[str, BodyName]:
    """Id -> body, of the bodies that assignments or recipients name."""
    ids = sorted({item["body"] for item in items if item["body"]})
    return {row["id"]: BodyName(row["id"], row["name"]) for row in statements.find("read/body_names", "ids", ids)}


def _task(row: Mapping[str, Any], assigned: Iterable[Mapping[str, Any]], names: Mapping[str, BodyName]) -> TaskDetail:
    return TaskDetail(
        id=row["id"],
        text=row["text"],
        start=row["start"],
        end=row["end"],
        section=row["section"],
        heading=row["heading"],
        deadline_text=row["deadline_text"],
        deadline=row["deadline"],
        assigned=tuple(
            AssignmentDetail(
                text=one["text"],
                role=one["role"],
                body=names.get(one["body"]),
                start=one.get("start"),
                end=one.get("end"),
                inferred=one.get("inferred", False),
                why=one.get("why"),
            )
            for one in assigned
        ),
        citations=tuple(row["citations"]),
    )
