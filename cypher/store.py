"""The graph over Bolt: what `loaders` read goes in, what people ask comes out."""

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

from cypher.results import Counts, DocumentDetail, DocumentFilters, DocumentPage, DocumentSummary, PutResult, Trace
from loaders.records import Record


class Store:
    """An open graph; a context manager. Nothing connects before the first call."""

    def __init__(self, uri: str, username: str, password: str, database: str = "neo4j") -> None:
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        raise NotImplementedError

    def ensure_schema(self) -> None:
        raise NotImplementedError

    def put(self, record: Record, replace: bool = False) -> PutResult:
        """Raises `DocumentConflictError`."""
        raise NotImplementedError

    def put_many(self, records: Iterable[Record], replace: bool = False) -> Iterator[PutResult]:
        """One result per record, in order; a conflict is a result with `conflict`, not an error."""
        raise NotImplementedError

    def remove(self, document_id: str) -> bool:
        """Whether the document was held."""
        raise NotImplementedError

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
        """Raises `UnknownDocumentIdError`."""
        raise NotImplementedError

    def find_documents(self, name: str) -> tuple[DocumentSummary, ...]:
        raise NotImplementedError

    def nearest_documents(self, name: str, limit: int = 5) -> tuple[DocumentSummary, ...]:
        raise NotImplementedError

    def list_documents(
        self, filters: DocumentFilters | None = None, limit: int = 50, cursor: str | None = None
    ) -> DocumentPage:
        raise NotImplementedError

    def get_document(self, document_id: str, with_text: bool = False, cited_by_limit: int = 100) -> DocumentDetail | None:
        raise NotImplementedError

    def counts(self) -> Counts:
        raise NotImplementedError
