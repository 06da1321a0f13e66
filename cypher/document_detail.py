"""One document with everything that the graph says about it."""

from collections.abc import Mapping
from typing import Any, Final

import orjson

from cypher.document_parts import make_citations, make_tasks, read_body_names
from cypher.documents import read_summaries
from cypher.results import BodyName, DocumentDetail, IssuerEvidence, PossiblySame, RecipientDetail
from cypher.transactions import Statements

_ALL: Final = 1_000_000
"""More citations or tasks than the store takes in one document."""


def get_document(
    statements: Statements, document_id: str, with_text: bool, cited_by_limit: int
) -> DocumentDetail | None:
    """One document with everything that the graph says about it; None where it has no such id."""
    found = statements.run("read/document", id=document_id)
    if not found:
        return None
    row = found[0]
    out = statements.run("read/citations_out", id=document_id, relation=None, after="", limit=_ALL)
    into = statements.run("read/citations_in", id=document_id, relation=None, after="", limit=cited_by_limit)
    citations = make_citations(statements, out, into)
    same = statements.run("read/same_as", id=document_id)
    summaries = read_summaries(statements, [document_id, *(one["id"] for one in same)])
    tasks = statements.run("read/tasks", id=document_id, body=None, role=None, after="", limit=_ALL)
    recipients = [orjson.loads(text) for text in row["recipients"] or ()]
    names = read_body_names(statements, recipients) if recipients else {}
    texts = statements.run("read/text", id=document_id) if with_text else []
    summary = summaries[document_id]
    return DocumentDetail(
        summary=summary,
        issuer_evidence=IssuerEvidence(**row["issuer"]) if row["issuer"] else None,
        source=row["source"],
        sha256=row["sha256"],
        place=row["place"],
        signer=row["signer"],
        signer_title=row["signer_title"],
        citations=citations[: len(out)],
        cited_by=citations[len(out) :],
        cited_by_count=row["cited_by_count"],
        tasks=make_tasks(statements, tasks),
        recipients=tuple(_recipient(one, names) for one in recipients),
        possibly_same=tuple(PossiblySame(summaries[one["id"]], one["score"], one["reason"]) for one in same),
        text=texts[0]["text"] if texts else None,
    )


def _recipient(row: Mapping[str, Any], names: Mapping[str, BodyName]) -> RecipientDetail:
    return RecipientDetail(row["quote"], row["purpose"], row["start"], row["end"], names.get(row["body"]))
