"""The graph over Bolt: what `loaders` read goes in, what people ask comes out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

from cypher import lineage
from cypher.bulk_export import Exported, export_graph, make_folder
from cypher.connection import Connection, Patience
from cypher.coverage import Coverage, read_coverage
from cypher.document_detail import get_document
from cypher.document_lists import list_documents
from cypher.document_parts import require_document
from cypher.documents import count_graph
from cypher.errors import StoreRequestError
from cypher.lookup import find_documents, nearest_documents
from cypher.pages import Page, Wanted
from cypher.putting import put_records, refused, remove_document
from cypher.results import Counts, DocumentDetail, DocumentFilters, DocumentSummary, PutResult, Trace
from cypher.reviews import OPEN, Decision, Review, decide_review, list_reviews
from cypher.schema import check_schema, ensure_schema
from cypher.search import search_documents, search_tasks, suggest_documents
from cypher.task_lists import ListedTask, TaskFilters
from cypher.transactions import Statements
from loaders.records import Record

_T = TypeVar("_T")
_BATCH_DOCUMENTS: Final = 64
_BATCH_SIZE: Final = 4_000_000
"""Characters of text in one transaction of `put_many`, a citation or task counting as a thousand; more goes alone."""


class Store:
    """An open graph; a context manager. Nothing connects before the first call.

    Raises `StoreUnavailableError` where no server answers and `StoreAccessError` where it refuses.
    `find_again` gives the address of a server that no longer answers at its old one.
    """

    def __init__(
        self,
        uri: str,
        username: str,
        password: str,
        database: str = "neo4j",
        patience: Patience | None = None,
        find_again: Callable[[], str] | None = None,
    ) -> None:
        self._connection = Connection(uri, username, password, database, patience, find_again)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    def ensure_schema(self) -> None:
        """Bring an empty or older database to this program's schema. Raises `SchemaVersionError` for a newer one."""
        ensure_schema(self._connection)

    def check_schema(self) -> None:
        """Nothing, where the server answers and the database is ready for this program.

        Raises `SchemaVersionError` where it is not, beside what each call may raise.
        """
        check_schema(self._connection)

    def put(self, record: Record, replace: bool = False) -> PutResult:
        """What became of a record: from now on its document says this and nothing else, in one transaction.

        Raises `DocumentConflictError` where another text with this id is held, unless `replace`.
        """
        result = put_records(self._connection, [record], replace)[0]
        if result.refusal:
            raise result.refusal
        return result

    def put_many(self, records: Iterable[Record], replace: bool = False) -> Iterator[PutResult]:
        """One result per record, in order, as `put` gives it; some records share a transaction.

        A record that is refused is a result with `refusal`, and no error. What was given out is committed.
        """
        batch: list[Record] = []
        size = 0
        for record in records:
            if batch and (len(batch) >= _BATCH_DOCUMENTS or size + _size(record) > _BATCH_SIZE):
                yield from self._put_batch(batch, replace)
                batch, size = [], 0
            batch.append(record)
            size += _size(record)
        if batch:
            yield from self._put_batch(batch, replace)

    def _put_batch(self, records: Sequence[Record], replace: bool) -> list[PutResult]:
        """One transaction for all or, where the server cannot do that, one for each."""
        try:
            return put_records(self._connection, records, replace)
        except StoreRequestError as error:
            if len(records) == 1:
                return [refused(records[0].source, records[0].document_id, error)]
        return [result for record in records for result in self._put_batch([record], replace)]

    def count_unresolved(self, document_ids: Sequence[str]) -> int:
        """How many citations of these documents refer to one that stays open, as the graph is now."""
        found = self._connection.read(
            lambda statements: statements.find("read/unresolved", "ids", sorted(set(document_ids)))
        )
        return sum(row["unresolved"] for row in found)

    def remove(self, document_id: str) -> bool:
        """Whether the document was held; what it said is gone, and what others say stays."""
        return remove_document(self._connection, document_id)

    def list_reviews(self, decisions: tuple[str, ...] = (OPEN,), wanted: Wanted | None = None) -> Page[Review]:
        """Pairs of documents that may be one: those that nobody decided, or were accepted or rejected (`DECISIONS`)."""
        part = wanted or Wanted()
        return self._connection.read(lambda statements: list_reviews(statements, decisions, part))

    def decide_review(self, one: str, other: str, decision: Decision) -> None:
        """Let two documents be one from now on, or never, whatever is loaded or removed later.

        Raises `ReviewError` for a document and itself, `UnknownDocumentIdError` for one that nobody mentions.
        """
        decide_review(self._connection, one, other, decision)

    def export(self, folder: Path, progress: Callable[[str], None]) -> Exported:
        """How much of the graph went into files for `neo4j-admin database import`; writers wait until it is done.

        Raises `ExportError` where the folder is not empty, or a value cannot be written.
        """
        make_folder(folder)
        return self._connection.write(lambda statements: export_graph(statements, folder, progress))

    def read(self, work: Callable[[Statements], _T]) -> _T:
        """What `work`, one of the reading functions of this package, gives in one read transaction."""
        return self._connection.read(work)

    def trace(
        self,
        target_id: str,
        relations: tuple[str, ...] = ("IMPLEMENTS",),
        levels: tuple[str, ...] = (),
        types: tuple[str, ...] = (),
        held: bool | None = None,
        hops: int = 6,
        all_paths: bool = False,
    ) -> Trace:
        """The local documents with a path of these relations to the target, shortest first.

        Without `levels` province, district and commune; without `types` all. Raises `UnknownDocumentIdError`.
        """
        wanted = lineage.Wanted(relations, levels, types, held, hops, all_paths)

        def read(statements: Statements) -> Trace:
            return lineage.trace(statements, require_document(statements, target_id), wanted)

        return self._connection.read(read)

    def find_documents(self, name: str) -> tuple[DocumentSummary, ...]:
        """The documents that a name may mean, as people type it: number, with type, year or issuer; title; id."""
        return self._connection.read(lambda statements: find_documents(statements, name))

    def nearest_documents(self, name: str, limit: int = 5) -> tuple[DocumentSummary, ...]:
        """The documents whose numbers or titles look most like a name that none has, the nearest first."""
        return self._connection.read(lambda statements: nearest_documents(statements, name, limit))

    def search_documents(
        self, words: str, filters: DocumentFilters | None = None, wanted: Wanted | None = None
    ) -> Page[DocumentSummary]:
        """The documents with this number or name, then those with all of the words, or else with some; best first."""
        chosen, part = filters or DocumentFilters(), wanted or Wanted()
        return self._connection.read(lambda statements: search_documents(statements, words, chosen, part))

    def suggest_documents(self, typed: str, limit: int = 10) -> tuple[DocumentSummary, ...]:
        """Documents that a person may mean who has typed so far; accents do not matter, the last word may go on."""
        return self._connection.read(lambda statements: suggest_documents(statements, typed, limit))

    def search_tasks(
        self, words: str, filters: TaskFilters | None = None, body: str | None = None, wanted: Wanted | None = None
    ) -> Page[ListedTask]:
        """The tasks with all of the words, or else with some, perhaps only those of a body; the best first."""
        chosen, part = filters or TaskFilters(), wanted or Wanted()
        return self._connection.read(lambda statements: search_tasks(statements, words, chosen, body, part))

    def list_documents(
        self, filters: DocumentFilters | None = None, wanted: Wanted | None = None, sort: str = "id"
    ) -> Page[DocumentSummary]:
        """Some of the documents that pass the filters, in the order of their ids or another of `SORTS`."""
        chosen, part = filters or DocumentFilters(), wanted or Wanted()
        return self._connection.read(lambda statements: list_documents(statements, chosen, part, sort))

    def get_document(
        self, document_id: str, with_text: bool = False, cited_by_limit: int = 100
    ) -> DocumentDetail | None:
        """One document with its citations, tasks and recipients; None where the graph has no such id."""
        return self._connection.read(
            lambda statements: get_document(statements, document_id, with_text, cited_by_limit)
        )

    def coverage(self, limit: int = 20) -> Coverage:
        """How much of each level is held, and the documents that nobody holds and that are cited most often."""
        return self._connection.read(lambda statements: read_coverage(statements, limit))

    def counts(self) -> Counts:
        """How much stands in the graph."""
        return self._connection.read(count_graph)


def _size(record: Record) -> int:
    return len(record.text) + 1000 * (len(record.citations) + len(record.tasks))
