"""Typed edges between documents, and the citations that prove them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cypher.errors import UnknownEdgeError
from cypher.results import Evidence, Hop
from cypher.transactions import Statements


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """A typed edge, in the direction of its relation."""

    origin: str
    relation: str
    target: str

    @property
    def key(self) -> str:
        """As citations carry it."""
        return f"{self.origin}|{self.relation}|{self.target}"


def edges_into(statements: Statements, ids: list[str], relations: Iterable[str]) -> list[Edge]:
    """The edges of these types that lead into these documents."""
    rows = statements.find("read/edges_into", "ids", ids, relations=list(relations))
    return [Edge(origin, row["relation"], row["target"]) for row in rows for origin in row["origins"]]


def edges_from(statements: Statements, ids: list[str], relations: Iterable[str]) -> list[Edge]:
    """The edges of these types that lead out of these documents."""
    rows = statements.find("read/edges_from", "ids", ids, relations=list(relations))
    return [Edge(row["origin"], row["relation"], target) for row in rows for target in row["targets"]]


def read_hops(statements: Statements, edges: Iterable[Edge]) -> Mapping[Edge, Hop]:
    """Edge -> the same with every citation that proves it, the surest first."""
    used = {edge.key: edge for edge in edges}
    evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
    for chunk in statements.find("read/evidence", "edges", sorted(used)):
        for edge, *values in chunk["citations"]:
            evidence[edge].append(Evidence(*values))
    return {edge: Hop(edge.origin, edge.relation, edge.target, tuple(evidence[key])) for key, edge in used.items()}


def read_evidence(statements: Statements, origin: str, relation: str, target: str) -> tuple[Evidence, ...]:
    """The places that prove one edge, the surest first. Raises `UnknownEdgeError` where there is none."""
    edge = Edge(origin, relation, target)
    found = read_hops(statements, [edge])[edge].evidence
    if not found:
        raise UnknownEdgeError(origin, relation, target)
    return found
