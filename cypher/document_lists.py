"""Documents, listed by filters and in an order."""

from dataclasses import asdict
from typing import Any

from cypher.documents import read_summaries
from cypher.pages import Page, Wanted, split_page
from cypher.results import DocumentFilters, DocumentSummary
from cypher.transactions import Statements

SORTS = ("id", "date", "-date", "code", "-code")
"""Orders; those without the value come last, and equals in the order of their ids."""


def list_documents(
    statements: Statements, filters: DocumentFilters, wanted: Wanted, sort: str = "id"
) -> Page[DocumentSummary]:
    """Some of the documents that pass the filters, in one of `SORTS`."""
    chosen = asdict(filters)
    if sort == "id":
        (after,) = wanted.after or ("",)
        rows = statements.run("read/document_ids", after=after, limit=wanted.limit + 1, **chosen)
        shown, after_key = split_page(rows, wanted.limit, "id")
    else:
        rows = _sorted(statements, chosen, wanted, sort)
        shown, after_key = split_page(rows, wanted.limit, "key", "id")
    ids = [row["id"] for row in shown]
    summaries = read_summaries(statements, ids)
    total = statements.run("read/document_count", **chosen)[0]["total"] if wanted.total else None
    return Page(tuple(summaries[one] for one in ids), after_key, total)


def _sorted(statements: Statements, chosen: dict[str, Any], wanted: Wanted, sort: str) -> list[dict[str, Any]]:
    key, after = wanted.after or (None, None)
    return statements.run(
        "read/documents_sorted",
        by_code=sort.endswith("code"),
        descending=sort.startswith("-"),
        after_key=key,
        after_id=after,
        limit=wanted.limit + 1,
        **chosen,
    )
