"""Documents out of the graph: short, listed, and one with everything."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from cypher.results import (
    AssignmentDetail,
    BodyName,
    CitationDetail,
    Counts,
    DocumentDetail,
    DocumentFilters,
    DocumentPage,
    DocumentSummary,
    Evidence,
    PossiblySame,
    RecipientDetail,
    TaskDetail,
)
from cypher.transactions import Statements
from loaders.records import RELATIONS


def read_summaries(statements: Statements, ids: Iterable[str]) -> dict[str, DocumentSummary]:
    """Id -> document in short, of those that the graph has."""
    chunks = statements.find("read/summaries", "ids", sorted(set(ids)))
    return {values[0]: _summary(values) for chunk in chunks for values in chunk["documents"]}


def list_documents(statements: Statements, filters: DocumentFilters, limit: int, cursor: str | None) -> DocumentPage:
    """Some of the documents in the order of their ids, after `cursor`."""
    rows = statements.run("read/document_ids", cursor=cursor or "", limit=limit + 1, **asdict(filters))
    ids = [row["id"] for row in rows]
    summaries = read_summaries(statements, ids[:limit])
    return DocumentPage(tuple(summaries[one] for one in ids[:limit]), ids[limit - 1] if len(ids) > limit else None)


def get_document(
    statements: Statements, document_id: str, with_text: bool, cited_by_limit: int
) -> DocumentDetail | None:
    """One document with everything that the graph says about it; None where it has no such id."""
    found = statements.run("read/document", id=document_id)
    if not found:
        return None
    row = found[0]
    out = statements.run("read/citations_out", id=document_id)
    into = statements.run("read/citations_in", id=document_id, limit=cited_by_limit)
    same = statements.run("read/same_as", id=document_id)
    ids = {document_id, *(one["id"] for one in same)}
    summaries = read_summaries(statements, ids.union(*((one["subject"], one["cited"]) for one in (*out, *into))))
    tasks = statements.run("read/tasks", id=document_id)
    recipients = [json.loads(text) for text in row["recipients"] or ()]
    assigned = {task["id"]: [json.loads(text) for text in task["assigned"]] for task in tasks}
    names = _read_names(statements, [*recipients, *(one for group in assigned.values() for one in group)])
    texts = statements.run("read/text", id=document_id) if with_text else []
    return DocumentDetail(
        summary=summaries[document_id],
        source=row["source"],
        sha256=row["sha256"],
        place=row["place"],
        signer=row["signer"],
        signer_title=row["signer_title"],
        citations=tuple(_citation(one, summaries) for one in out),
        cited_by=tuple(_citation(one, summaries) for one in into),
        cited_by_count=row["cited_by_count"],
        tasks=tuple(_task(task, assigned[task["id"]], names) for task in tasks),
        recipients=tuple(_recipient(one, names) for one in recipients),
        possibly_same=tuple(PossiblySame(summaries[one["id"]], one["score"], one["reason"]) for one in same),
        text=texts[0]["text"] if texts else None,
    )


def count_graph(statements: Statements) -> Counts:
    """How much stands in the graph."""
    row = statements.run("read/counts")[0]
    edges = statements.run("read/relation_counts", relations=list(RELATIONS))
    return Counts(
        documents=row["documents"],
        held=row["documents"] - row["not_held"],
        open=row["open"],
        citations=row["citations"],
        tasks=row["tasks"],
        bodies=row["bodies"],
        places=row["places"],
        relations={one["relation"]: one["edges"] for one in edges},
    )


def _summary(values: Sequence[Any]) -> DocumentSummary:
    id_, code, type_, title, level, province, district, commune, year, date, held, open_, issuer, issuer_name = values
    return DocumentSummary(
        id=id_,
        code=code,
        type=type_,
        title=title,
        issuer=BodyName(issuer, issuer_name) if issuer else None,
        level=level,
        province=province,
        district=district,
        commune=commune,
        year=year,
        date=date,
        held=held,
        open=open_,
    )


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


def _read_names(statements: Statements, items: Iterable[Mapping[str, Any]]) -> dict[str, BodyName]:
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


def _recipient(row: Mapping[str, Any], names: Mapping[str, BodyName]) -> RecipientDetail:
    return RecipientDetail(row["quote"], row["purpose"], row["start"], row["end"], names.get(row["body"]))
