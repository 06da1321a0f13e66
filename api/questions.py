"""Questions that the service and the command line both answer."""

from dataclasses import asdict, dataclass
from typing import Final

from api.errors import SeveralDocumentsError, UnknownDocumentError
from api.wire import DocumentSummary
from api.wire_questions import PathAnswer, TraceAnswer
from cypher import lineage
from cypher.lookup import find_documents
from cypher.pages import Key, Wanted
from cypher.paths import shortest_paths
from cypher.results import DocumentDetail, Hop, Trace
from cypher.results import DocumentSummary as FoundDocument
from cypher.store import Store
from cypher.transactions import Statements

DEFAULT_RELATIONS: Final = ("IMPLEMENTS",)
DEFAULT_HOPS: Final = 6
MAX_HOPS: Final = 12
_NEAREST: Final = 5
_PATHS: Final = 20
"""Most of several shortest paths that are shown."""


@dataclass(frozen=True, slots=True)
class TraceFilters:
    """Which paths are followed and which documents are shown; an empty tuple and None let everything pass."""

    relations: tuple[str, ...] = DEFAULT_RELATIONS
    levels: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    held: bool | None = None
    hops: int = DEFAULT_HOPS
    all_paths: bool = False
    province: str | None = None
    issued_from: str | None = None
    issued_to: str | None = None


def answer_trace(
    store: Store, name: str, filters: TraceFilters, page: Wanted | None = None
) -> tuple[TraceAnswer, Key | None]:
    """The local documents that trace back to the one that `name` means, or its candidates when it may mean several;
    and the key to go on after, where `page` leaves some.

    Raises `UnknownDocumentError` when no document has that name.
    """
    wanted = lineage.Wanted(**asdict(filters), page=page)

    def ask(statements: Statements) -> tuple[tuple[FoundDocument, ...], Trace | None]:
        """What the name means and its trace, in one transaction, since each costs messages of its own."""
        found = find_documents(statements, name)
        return found, lineage.trace(statements, found[0], wanted) if len(found) == 1 else None

    documents, trace = store.read(ask)
    if trace is not None:
        return TraceAnswer.model_validate(trace), trace.next
    if not documents:
        raise _unknown(store, name)
    candidates = [DocumentSummary.model_validate(document) for document in documents]
    return TraceAnswer(target=None, candidates=candidates, results=[], unknown_level=0), None


def answer_path(store: Store, origin: str, target: str, relations: tuple[str, ...], hops: int) -> PathAnswer:
    """The shortest ways between the documents that two names mean, or the candidates of a name with several.

    Raises `UnknownDocumentError` when no document has one of the names.
    """
    ends = [_find(store, name) for name in (origin, target)]
    several = next((found for found in ends if len(found) > 1), ())
    known = [found[0] if len(found) == 1 else None for found in ends]
    paths: tuple[tuple[Hop, ...], ...] = ()
    if known[0] and known[1]:
        first, last = known[0].id, known[1].id
        paths = store.read(lambda statements: shortest_paths(statements, first, last, relations, hops, _PATHS))
    return PathAnswer.model_validate({"origin": known[0], "target": known[1], "candidates": several, "paths": paths})


def answer_document(store: Store, name: str) -> tuple[DocumentDetail | None, tuple[FoundDocument, ...]]:
    """Everything about the one document that a name means; or None and its candidates when it may mean several.

    Raises `UnknownDocumentError` when no document has that name.
    """
    documents = _find(store, name)
    if len(documents) > 1:
        return None, documents
    return store.get_document(documents[0].id), ()


def _find(store: Store, name: str) -> tuple[FoundDocument, ...]:
    """The documents that a name may mean, at least one. Raises `UnknownDocumentError`."""
    documents = store.find_documents(name)
    if not documents:
        raise _unknown(store, name)
    return documents


def _unknown(store: Store, name: str) -> UnknownDocumentError:
    nearest = store.nearest_documents(name, _NEAREST)
    return UnknownDocumentError(name, tuple(DocumentSummary.model_validate(document) for document in nearest))


def find_one(store: Store, name: str) -> FoundDocument:
    """The document that a name means. Raises `UnknownDocumentError` and `SeveralDocumentsError`."""
    found = _find(store, name)
    if len(found) > 1:
        raise SeveralDocumentsError(name, tuple(DocumentSummary.model_validate(one) for one in found))
    return found[0]


def find_passed(store: Store, answer: TraceAnswer) -> list[DocumentSummary]:
    """The documents that the answer's paths pass through and that are neither its target nor among its results."""
    known = {result.document.id for result in answer.results}
    ways = [way for result in answer.results for way in (result.hops, *(result.paths or ()))]
    passed = {hop.target for way in ways for hop in way[:-1]} - known
    return [DocumentSummary.model_validate(d) for name in sorted(passed) for d in store.find_documents(name)]
