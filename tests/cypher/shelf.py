"""A store with records in it that many tests read."""

from typing import Any

from cypher.store import Store
from loaders.records import Record
from tests.cypher.graph_dump import Graph

_MARK = "MATCH (n) WITH count(n) AS nodes MATCH (s:Schema) RETURN nodes, s.changes AS changes"
"""Every change of a store counts its changes on, and what takes everything out leaves fewer nodes."""


class Shelf:
    """Puts the same records once, however many tests ask for them one after the other."""

    def __init__(self, store: Store, graph: Graph) -> None:
        self._store = store
        self._graph = graph
        self._held: tuple[tuple[Record, ...], list[dict[str, Any]]] | None = None

    def holding(self, *records: Record) -> Store:
        """The store with these records and nothing else."""
        if self._held != (records, self._graph.ask(_MARK)):
            self._graph.wipe()
            assert all(result.refusal is None for result in self._store.put_many(records))
            self._held = records, self._graph.ask(_MARK)
        return self._store
