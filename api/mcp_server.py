"""The graph for programs that speak the Model Context Protocol: read-only tools over the functions of the service."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.metadata import version
from typing import Annotated, Final, Literal

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from api.citation_lookup import answer_lookup
from api.errors import ServiceError, UnknownDocumentError
from api.questions import DEFAULT_HOPS, MAX_HOPS, TraceFilters, answer_document, answer_trace
from api.wire import DocumentSummary, Wire
from api.wire_coverage import Coverage
from api.wire_documents import DocumentDetail
from api.wire_questions import MAX_LOOKUP_LENGTH, LookupAnswer, TraceAnswer
from cypher.errors import StoreError
from cypher.pages import Wanted
from cypher.results import DocumentDetail as FoundDetail
from cypher.results import DocumentFilters
from cypher.store import Store

_INSTRUCTIONS: Final = """\
A graph of Vietnamese official documents: which implements, is based on, amends or cites which.
Every edge comes with the quote that states it and its place in a file: give the quote with each claim.
A document with held=false is known only from those that cite it. A cascade is as complete as the texts that were
loaded; `coverage` says what is missing. Where a name may mean several documents, ask which one; do not choose.
Names may be typed as people write them: 32/NQ-CP, "Nghị quyết 32/NQ-CP năm 2024", accents optional, or an id."""

_READS: Final = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
_Name = Annotated[
    str,
    Field(min_length=1, max_length=500, description="A number, with type, year or issuer if needed; a title; an id."),
]
_Limit = Annotated[int, Field(ge=1, le=100, description="At most so many.")]
_Level = Literal["central", "province", "district", "commune"]
_LocalLevel = Literal["province", "district", "commune"]


class FoundDocuments(Wire):
    """Documents, the best match first."""

    results: list[DocumentSummary]


class DocumentAnswer(Wire):
    """The one document that a name means, or its candidates when it may mean several."""

    document: DocumentDetail | None = Field(description="Its lists are cut at `limit`; the counts are not.")
    citations_count: int
    tasks_count: int
    candidates: list[DocumentSummary]


def create_mcp_server(store: Store) -> MCPServer:
    """A server with tools that read from `store`, and none that writes."""
    server = MCPServer("vanban", version=version("vanban"), instructions=_INSTRUCTIONS)

    @server.tool(annotations=_READS)
    def search(
        words: _Name, level: _Level | None = None, province: str | None = None, limit: _Limit = 20
    ) -> FoundDocuments:
        """Documents by words of their titles, by number, type or place; accents optional; the best match first."""
        with _told():
            found = store.search_documents(words, DocumentFilters(level=level, province=province), Wanted(limit))
            return FoundDocuments.model_validate(found)

    @server.tool(annotations=_READS)
    def document(name: _Name, limit: _Limit = 20) -> DocumentAnswer:
        """One document: who issued it when, what it cites and who cites it (with quotes), tasks, recipients."""
        with _told():
            detail, candidates = answer_document(store, name)
        return DocumentAnswer.model_validate(
            {
                "document": detail and _cut(detail, limit),
                "citations_count": len(detail.citations) if detail else 0,
                "tasks_count": len(detail.tasks) if detail else 0,
                "candidates": candidates,
            }
        )

    @server.tool(annotations=_READS)
    def trace(
        to: _Name,
        level: list[_LocalLevel] | None = None,
        province: str | None = None,
        hops: Annotated[int, Field(ge=1, le=MAX_HOPS, description="Longest path followed.")] = DEFAULT_HOPS,
        limit: _Limit = 50,
    ) -> TraceAnswer:
        """Which plans of provinces, districts and communes trace back to a document, each hop with its evidence."""
        filters = TraceFilters(levels=tuple(level or ()), province=province, hops=hops)
        with _told():
            return answer_trace(store, to, filters, Wanted(limit, total=True))[0]

    @server.tool(annotations=_READS)
    def citations_lookup(
        text: Annotated[str, Field(min_length=1, max_length=MAX_LOOKUP_LENGTH, description="Vietnamese text.")],
    ) -> LookupAnswer:
        """The citations in a text and what each means: 200 one document, 300 several, 404 none held, 400 malformed."""
        with _told():
            return answer_lookup(store, text)

    @server.tool(annotations=_READS)
    def coverage(limit: _Limit = 20) -> Coverage:
        """What the graph holds, what it only knows of, and which missing texts are cited most often."""
        with _told():
            return Coverage.model_validate(store.coverage(limit))

    return server


def _cut(detail: FoundDetail, limit: int) -> FoundDetail:
    """The document with lists of at most `limit`: who asks can read only so much at once."""
    return replace(
        detail,
        citations=detail.citations[:limit],
        cited_by=detail.cited_by[:limit],
        tasks=detail.tasks[:limit],
        recipients=detail.recipients[:limit],
    )


@contextmanager
def _told() -> Iterator[None]:
    """Our errors are answers that the caller can read, not faults of the server."""
    try:
        yield
    except UnknownDocumentError as error:
        nearest = "; ".join(f"{one.code or one.title} ({one.id})" for one in error.nearest)
        raise ToolError(f"{error}; the nearest: {nearest or 'none'}") from error
    except (ServiceError, StoreError) as error:
        raise ToolError(str(error)) from error
