"""Documents out of the graph in short, and how many there are."""

from collections.abc import Iterable, Sequence
from typing import Any

from cypher.results import BodyName, Counts, DocumentSummary
from cypher.transactions import Statements
from loaders.records import RELATIONS


def read_summaries(statements: Statements, ids: Iterable[str]) -> dict[str, DocumentSummary]:
    """Id -> document in short, of those that the graph has."""
    chunks = statements.find("read/summaries", "ids", sorted(set(ids)))
    return {values[0]: _summary(values) for chunk in chunks for values in chunk["documents"]}


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
    id_, code, type_, title, level, province, district, commune, year, date, held, open_, inferred, *issuer = values
    return DocumentSummary(
        id=id_,
        code=code,
        type=type_,
        title=title,
        issuer=BodyName(*issuer) if issuer[0] else None,
        level=level,
        province=province,
        district=district,
        commune=commune,
        year=year,
        date=date,
        held=held,
        open=open_,
        number_inferred=bool(inferred),
    )
