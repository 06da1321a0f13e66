"""Documents, listed and one by one, with what belongs to each."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import Field

from api.answers import Answer
from api.cursors import BY_ID, BY_RELEVANCE, BY_VALUE
from api.dependencies import OpenStore
from api.errors import BadParameterError
from api.routers.parameters import (
    DefectSlug,
    Id,
    IsoDate,
    Level,
    ListParameters,
    Name,
    Parameters,
    Relation,
    Role,
    StatedRelation,
)
from api.routers.reading import NOT_FOUND, ReadRoute
from api.wire_documents import CitationPage, DocumentDetail, DocumentPage, DocumentText, Lineage, TaskPage
from cypher.document_parts import get_text, list_citations, list_document_tasks
from cypher.errors import UnknownDocumentIdError
from cypher.neighbourhood import LineageWanted, read_lineage
from cypher.results import DocumentFilters
from loaders.records import RELATIONS

router = APIRouter(prefix="/v1/documents", tags=["documents"], route_class=ReadRoute)


class DocumentParameters(ListParameters):
    q: Name | None = Field(
        None, description="Words of title, number, type or place, accents optional.", examples=["doi moi chuong trinh"]
    )
    type: Name | None = Field(None, examples=["Kế hoạch"])
    level: Level | None = None
    province: Name | None = Field(None, examples=["Bến Tre"])
    district: Name | None = None
    issuer: Name | None = Field(None, description="Id of the issuing body.")
    year: int | None = Field(None, ge=1900, le=2999)
    held: bool | None = Field(None, description="Only documents whose text was loaded, or was not.")
    open: bool | None = Field(None, description="Only documents whose identity is not fully known, or is.")
    issued_from: IsoDate | None = None
    issued_to: IsoDate | None = None
    has_tasks: bool | None = Field(None, description="Only documents that order tasks, or order none.")
    defect: DefectSlug | None = Field(None, description="Only documents with a citation that has such a defect.")
    sort: Literal["id", "date", "-date", "code", "-code", "relevance"] | None = Field(
        None,
        description="Order, `-` turned round; documents without the value come last. With `q` it is `relevance`, the"
        " best first, and no other; without `q` it is `id` unless given.",
    )

    @property
    def order(self) -> str:
        """The order that is meant. Raises `BadParameterError` for one that cannot be."""
        order = self.sort or ("relevance" if self.q else "id")
        if (order == "relevance") != bool(self.q):
            raise BadParameterError("sort", f"{order!r} does not go {'with' if self.q else 'without'} q")
        return order

    def filters(self) -> DocumentFilters:
        """The same as the store's filters."""
        return DocumentFilters(**{name: getattr(self, name) for name in DocumentFilters.__slots__})


class CitationParameters(ListParameters):
    direction: Literal["out", "in"] = Field("out", description="What its text cites, or what cites it.")
    relation: StatedRelation | None = Field(None, description="Only citations that state this relation.")


class DocumentTaskParameters(ListParameters):
    body: Name | None = Field(None, description="Id of a body: only tasks that it has.")
    role: Role | None = Field(None, description="Only tasks that some body, or this one, has in this role.")


class LineageParameters(Parameters):
    direction: Literal["up", "down", "both"] = Field(
        "both", description="Up to what it rests on, down to what rests on it, or both."
    )
    relation: list[Relation] = Field(list(RELATIONS[:-1]), description="Relations to follow; without it all but CITES.")
    hops: int = Field(3, ge=1, le=12, description="Longest way followed.")
    limit: int = Field(200, ge=1, le=2000, description="Most documents.")


@router.get("", response_model=DocumentPage)
def list_documents(store: OpenStore, answer: Answer, parameters: Annotated[DocumentParameters, Query()]) -> Response:
    """Documents that pass every filter; with `q` those that have the words, or else some of them, the best first."""
    order = parameters.order
    if parameters.q:
        wanted = parameters.wanted("documents", BY_RELEVANCE)
        page = store.search_documents(parameters.q, parameters.filters(), wanted)
    else:
        wanted = parameters.wanted("documents", BY_ID if order == "id" else BY_VALUE)
        page = store.list_documents(parameters.filters(), wanted, order)
    return answer.page(DocumentPage, page, parameters, "documents")


@router.get("/{document_id}", response_model=DocumentDetail, responses=NOT_FOUND)
def get_document(store: OpenStore, answer: Answer, document_id: Id) -> Response:
    """One document: header, citations out and in, tasks, recipients."""
    detail = store.get_document(document_id)
    if detail is None:
        raise UnknownDocumentIdError(document_id)
    return answer(DocumentDetail.model_validate(detail))


@router.get("/{document_id}/text", response_model=DocumentText, responses=NOT_FOUND)
def get_document_text(store: OpenStore, answer: Answer, document_id: Id) -> Response:
    """The whole text of a document, in which the spans of evidence count; 404 where it is not held."""
    return answer(DocumentText.model_validate(store.read(lambda statements: get_text(statements, document_id))))


@router.get("/{document_id}/citations", response_model=CitationPage, responses=NOT_FOUND)
def list_document_citations(
    store: OpenStore, answer: Answer, document_id: Id, parameters: Annotated[CitationParameters, Query()]
) -> Response:
    """Citations in the text of a document, or of it in the texts of others, each with its evidence."""
    name = f"citations {document_id}"
    wanted, incoming = parameters.wanted(name), parameters.direction == "in"
    page = store.read(lambda statements: list_citations(statements, document_id, incoming, parameters.relation, wanted))
    return answer.page(CitationPage, page, parameters, name)


@router.get("/{document_id}/tasks", response_model=TaskPage, responses=NOT_FOUND)
def list_tasks_of_document(
    store: OpenStore, answer: Answer, document_id: Id, parameters: Annotated[DocumentTaskParameters, Query()]
) -> Response:
    """The tasks of a document, in the order of its text."""
    name = f"tasks {document_id}"
    wanted = parameters.wanted(name)
    page = store.read(
        lambda statements: list_document_tasks(statements, document_id, parameters.body, parameters.role, wanted)
    )
    return answer.page(TaskPage, page, parameters, name)


@router.get("/{document_id}/lineage", response_model=Lineage, responses=NOT_FOUND)
def get_lineage(
    store: OpenStore, answer: Answer, document_id: Id, parameters: Annotated[LineageParameters, Query()]
) -> Response:
    """What a document rests on and what rests on it, as nodes and edges, nearest first."""
    wanted = LineageWanted(
        up=parameters.direction != "down",
        down=parameters.direction != "up",
        relations=tuple(parameters.relation),
        hops=parameters.hops,
        limit=parameters.limit,
    )
    lineage = store.read(lambda statements: read_lineage(statements, document_id, wanted))
    return answer(Lineage.model_validate(lineage))
