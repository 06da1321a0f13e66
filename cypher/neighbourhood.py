"""What a document rests on and what rests on it, as nodes and edges."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from cypher.document_parts import require_document
from cypher.documents import read_summaries
from cypher.edges import Edge, edges_from, edges_into
from cypher.results import DocumentSummary
from cypher.transactions import Statements

EXPORT_LIMIT: Final = 1_000_000
"""Most documents of a lineage that is exported: their ids are held in memory."""


@dataclass(frozen=True, slots=True)
class LineageNode:
    document: DocumentSummary
    depth: int
    """0 the root, negative what it rests on, positive what rests on it."""


@dataclass(frozen=True, slots=True)
class LineageEdge:
    origin: str
    relation: str
    target: str
    evidence_count: int
    confidence: float
    """Of the surest citation that proves it."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """Documents around one, nearest first, with the edges on the ways to them."""

    root: str
    nodes: tuple[LineageNode, ...]
    edges: tuple[LineageEdge, ...]
    truncated: bool
    """True when documents within the hops were left out for the limit."""


@dataclass(frozen=True, slots=True)
class LineageWanted:
    up: bool
    down: bool
    relations: tuple[str, ...]
    hops: int
    limit: int
    """Most documents, the root among them."""


def read_lineage(statements: Statements, document_id: str, wanted: LineageWanted) -> Lineage:
    """The documents within some hops up, down or both, breadth first. Raises `UnknownDocumentIdError`.

    A document that is found both ways counts where it is nearer, and above where it is as near.
    """
    return _lineage(statements, document_id, *_reach(statements, document_id, wanted))


def read_lineage_ids(statements: Statements, document_id: str, wanted: LineageWanted) -> Iterable[str]:
    """The ids of the same documents."""
    return _reach(statements, document_id, wanted)[0]


def _reach(statements: Statements, document_id: str, wanted: LineageWanted) -> tuple[dict[str, int], set[Edge], bool]:
    """Depths of the documents, the edges on the way, and whether some were left out."""
    require_document(statements, document_id)
    depths, edges, truncated = {document_id: 0}, set[Edge](), False
    borders = {sign: [document_id] for sign, asked in ((-1, wanted.up), (1, wanted.down)) if asked}
    for depth in range(1, wanted.hops + 1):
        for sign in borders:
            steps = _steps(statements, sign)(borders[sign], wanted.relations)
            edges.update(steps)
            reached = sorted({edge.target if sign < 0 else edge.origin for edge in steps} - depths.keys())
            room = wanted.limit - len(depths)
            truncated |= len(reached) > room
            borders[sign] = reached[:room]
            depths |= dict.fromkeys(borders[sign], sign * depth)
    return depths, edges, truncated


def _steps(statements: Statements, sign: int) -> Callable[[list[str], Iterable[str]], list[Edge]]:
    read = edges_from if sign < 0 else edges_into
    return lambda ids, relations: read(statements, ids, relations) if ids else []


def _lineage(
    statements: Statements, root: str, depths: dict[str, int], edges: Iterable[Edge], truncated: bool
) -> Lineage:
    shown = sorted(edge for edge in edges if edge.origin in depths and edge.target in depths)
    support = {row["edge"]: row for row in statements.find("read/edge_support", "edges", [one.key for one in shown])}
    summaries = read_summaries(statements, depths)
    return Lineage(
        root,
        tuple(LineageNode(summaries[one], depths[one]) for one in sorted(depths, key=lambda x: (abs(depths[x]), x))),
        tuple(
            LineageEdge(
                one.origin, one.relation, one.target, support[one.key]["citations"], support[one.key]["confidence"]
            )
            for one in shown
        ),
        truncated,
    )
