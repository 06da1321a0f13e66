"""Documents, listed and one by one."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from api.dependencies import OpenStore
from api.routers.parameters import IsoDate, Level, Name, Parameters
from api.wire import DocumentDetail, DocumentPage, Problem
from cypher.errors import UnknownDocumentIdError
from cypher.results import DocumentFilters

router = APIRouter(prefix="/v1/documents", tags=["documents"])


class DocumentParameters(Parameters):
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
    limit: int = Field(50, ge=1, le=500)
    cursor: str | None = Field(None, max_length=500, description="From the page before.")

    def filters(self) -> DocumentFilters:
        """The same as the store's filters."""
        return DocumentFilters(**self.model_dump(exclude={"limit", "cursor"}))


@router.get("")
def list_documents(store: OpenStore, parameters: Annotated[DocumentParameters, Query()]) -> DocumentPage:
    """Documents that pass every filter, in the order of their ids."""
    page = store.list_documents(parameters.filters(), parameters.limit, parameters.cursor)
    return DocumentPage.model_validate(page)


@router.get("/{document_id}", responses={404: {"model": Problem, "description": "No document has this id"}})
def get_document(store: OpenStore, document_id: Annotated[str, Path(max_length=500)]) -> DocumentDetail:
    """One document: header, citations out and in, tasks, recipients."""
    detail = store.get_document(document_id)
    if detail is None:
        raise UnknownDocumentIdError(document_id)
    return DocumentDetail.model_validate(detail)
