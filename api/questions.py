"""Questions that the service and the command line both answer."""

from dataclasses import dataclass
from typing import Final

from api.errors import UnknownDocumentError
from api.wire import DocumentSummary, TraceAnswer
from cypher.store import Store

DEFAULT_RELATIONS: Final = ("IMPLEMENTS",)
DEFAULT_HOPS: Final = 6
MAX_HOPS: Final = 12
_NEAREST: Final = 5


@dataclass(frozen=True, slots=True)
class TraceFilters:
    """Which paths are followed and which documents are shown; an empty tuple and None let everything pass."""

    relations: tuple[str, ...] = DEFAULT_RELATIONS
    levels: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    held: bool | None = None
    hops: int = DEFAULT_HOPS
    all_paths: bool = False


def answer_trace(store: Store, name: str, filters: TraceFilters) -> TraceAnswer:
    """The local documents that trace back to the one that `name` means, or its candidates when it may mean several.

    Raises `UnknownDocumentError` when no document has that name.
    """
    documents = store.find_documents(name)
    if not documents:
        nearest = store.nearest_documents(name, _NEAREST)
        raise UnknownDocumentError(name, tuple(DocumentSummary.model_validate(document) for document in nearest))
    if len(documents) > 1:
        candidates = [DocumentSummary.model_validate(document) for document in documents]
        return TraceAnswer(target=None, candidates=candidates, results=[], unknown_level=0)
    trace = store.trace(
        documents[0].id,
        relations=filters.relations,
        levels=filters.levels,
        types=filters.types,
        held=filters.held,
        hops=filters.hops,
        all_paths=filters.all_paths,
    )
    return TraceAnswer.model_validate(trace)


def find_passed(store: Store, answer: TraceAnswer) -> list[DocumentSummary]:
    """The documents that the answer's paths pass through and that are neither its target nor among its results."""
    known = {result.document.id for result in answer.results}
    ways = [way for result in answer.results for way in (result.hops, *(result.paths or ()))]
    passed = {hop.target for way in ways for hop in way[:-1]} - known
    return [DocumentSummary.model_validate(d) for name in sorted(passed) for d in store.find_documents(name)]
