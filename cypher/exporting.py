"""The graph, or the lineage of one document, as tables of rows: read some hundreds at a time, however large it is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any, Final, Protocol, TypeAlias, TypeVar

from cypher.neighbourhood import LineageWanted, read_lineage_ids
from cypher.results import DocumentFilters
from cypher.rows import Row
from cypher.statement_files import load_statements
from cypher.transactions import Statements

_T = TypeVar("_T")
_DOCUMENTS: Final = 200
"""Documents whose parts are read at once."""
_OTHERS: Final = 2000
_EDGES: Final = "edges"


class Reads(Protocol):
    """What is read from: each read is a short transaction of its own."""

    def read(self, work: Callable[[Statements], _T]) -> _T: ...


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the export. `parts` are the statements that give its rows, each with what it is asked by."""

    name: str
    parts: tuple[tuple[str, str], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return load_statements()[self.parts[0][0]].columns


TABLES: Final = (
    Table("documents", (("read/export_documents", "documents"),)),
    Table("bodies", (("read/export_bodies", "bodies"),)),
    Table("places", (("read/export_places", "places"),)),
    Table("tasks", (("read/export_tasks", "documents"),)),
    Table("citations", (("read/export_citations", "documents"),)),
    Table(
        _EDGES,
        (
            ("read/export_document_edges", "documents"),
            ("read/export_task_edges", "documents"),
            ("read/export_body_edges", "bodies"),
            ("read/export_place_edges", "places"),
        ),
    ),
)
"""In the order of the export: what edges join comes before them."""
Ids: TypeAlias = Sequence[str]


class Export:
    """What is exported: the whole graph as it is while it is read, or one lineage with the bodies and places in it."""

    def __init__(self, store: Reads, lineage: dict[str, Ids] | None = None) -> None:
        self._store = store
        self._lineage = lineage
        self._within = frozenset(lineage["documents"]) if lineage else None

    def rows(self, table: Table) -> Iterator[list[Row]]:
        """The rows of a table, some hundreds at a time, in the order of the ids that they are asked by."""
        for statement, owner in table.parts:
            for ids in self._ids(owner):
                rows = self._rows(table, statement, ids)
                if self._within is not None and table.name == "tasks":
                    (citations,) = (one for one in TABLES if one.name == "citations")
                    exported = {row["id"] for row in self._rows(citations, citations.parts[0][0], ids)}
                    rows = [row | {"citations": [one for one in row["citations"] if one in exported]} for row in rows]
                yield rows

    def _rows(self, table: Table, statement: str, ids: Ids) -> list[Row]:
        rows = self._store.read(partial(Statements.run, name=statement, ids=list(ids)))
        return [row for row in rows if self._is_within(table, row)]

    def _is_within(self, table: Table, row: Row) -> bool:
        """Whether all that a row joins is exported too."""
        if self._within is None:
            return True
        if table.name == "citations":
            return row["cited"] in self._within and row["subject"] in self._within
        joins_documents = table.name == _EDGES and row["target"].startswith("vn:")
        return not joins_documents or row["target"] in self._within

    def _ids(self, owner: str) -> Iterator[Ids]:
        size = _DOCUMENTS if owner == "documents" else _OTHERS
        if self._lineage is not None:
            ids = self._lineage[owner]
            for start in range(0, len(ids), size):
                yield ids[start : start + size]
            return
        after = ""
        while rows := self._store.read(partial(_ids_after, owner=owner, after=after, limit=size)):
            yield rows
            after = rows[-1]


def export_lineage(store: Reads, document_id: str, wanted: LineageWanted) -> Export:
    """The export of the documents around one, within the hops and the limit. Raises `UnknownDocumentIdError`."""
    return Export(store, store.read(lambda found: _read_lineage(found, document_id, wanted)))


def _read_lineage(statements: Statements, document_id: str, wanted: LineageWanted) -> dict[str, Ids]:
    documents = sorted(read_lineage_ids(statements, document_id, wanted))
    bodies = sorted({row["id"] for row in statements.find("read/bodies_around", "ids", documents)})
    places = sorted({row["id"] for row in statements.find("read/places_around", "ids", bodies)})
    return {"documents": documents, "bodies": bodies, "places": places}


def _ids_after(statements: Statements, owner: str, after: str, limit: int) -> list[str]:
    filters: dict[str, Any] = {
        "documents": asdict(DocumentFilters()),
        "bodies": {"words": [], "kind": None, "level": None, "province": None},
        "places": {"set": "", "level": None, "words": [], "marks": []},
    }
    name = {"documents": "read/document_ids", "bodies": "read/bodies", "places": "read/places"}[owner]
    return [row["id"] for row in statements.run(name, after=after, limit=limit, **filters[owner])]
