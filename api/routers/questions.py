"""Questions across documents."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import Field

from api.answers import Answer
from api.citation_lookup import answer_lookup
from api.cursors import BY_HOPS
from api.dependencies import OpenStore
from api.questions import DEFAULT_HOPS, DEFAULT_RELATIONS, MAX_HOPS, TraceFilters, answer_path, answer_trace
from api.routers.parameters import IsoDate, ListParameters, LocalLevel, Name, Parameters, Relation
from api.routers.reading import NAMED, NOT_FOUND, ReadRoute
from api.wire import Problem
from api.wire_documents import DocumentList
from api.wire_questions import EvidenceAnswer, LookupAnswer, PathAnswer, PostedText, TraceAnswer
from cypher.edges import read_evidence
from loaders.records import RELATIONS

router = APIRouter(prefix="/v1", tags=["questions"], route_class=ReadRoute)

_TYPED_NAME = "What people write: a number, with type or year if needed, accents optional; or an id."


class TraceParameters(ListParameters):
    to: Name = Field(description=_TYPED_NAME, examples=["32/NQ-CP"])
    relation: list[Relation] = Field(list(DEFAULT_RELATIONS), description="Relations to follow.")
    level: list[LocalLevel] = Field([], description="Only documents of these levels.")
    type: list[Name] = Field([], description="Only documents of these types.", examples=[["Kế hoạch"]])
    held: bool | None = Field(None, description="Only documents whose text was loaded, or was not.")
    province: Name | None = Field(None, examples=["Bến Tre"])
    issued_from: IsoDate | None = None
    issued_to: IsoDate | None = None
    hops: int = Field(DEFAULT_HOPS, ge=1, le=MAX_HOPS, description="Longest path followed.")
    all_paths: bool = Field(False, description="Add every simple path to each result, at most a hundred.")
    limit: int = Field(100, ge=1, le=500, description="Most results of a page.")

    def filters(self) -> TraceFilters:
        """The same as a question's filters."""
        return TraceFilters(
            relations=tuple(self.relation),
            levels=tuple(self.level),
            types=tuple(self.type),
            held=self.held,
            hops=self.hops,
            all_paths=self.all_paths,
            province=self.province,
            issued_from=self.issued_from,
            issued_to=self.issued_to,
        )


class SuggestParameters(Parameters):
    q: Name = Field(description="What was typed so far, accents optional.", examples=["nghi quyet 32"])
    limit: int = Field(10, ge=1, le=500, description="Most results.")


class PathParameters(Parameters):
    origin: Name = Field(alias="from", description=_TYPED_NAME, examples=["57/KH-UBND"])
    target: Name = Field(alias="to", description=_TYPED_NAME, examples=["32/NQ-CP"])
    relation: list[Relation] = Field(list(RELATIONS), description="Relations to follow; without it all.")
    hops: int = Field(DEFAULT_HOPS, ge=1, le=MAX_HOPS, description="Longest path followed.")


class EvidenceParameters(Parameters):
    origin: Name = Field(alias="from", description="Id of the document at which the edge starts.")
    relation: Relation
    target: Name = Field(alias="to", description="Id of the document at which it ends.")


@router.get("/suggest", response_model=DocumentList)
def suggest(store: OpenStore, answer: Answer, parameters: Annotated[SuggestParameters, Query()]) -> Response:
    """Documents that a person may mean who has typed so far: a number or words, the last perhaps unfinished."""
    return answer(DocumentList.model_validate({"results": store.suggest_documents(parameters.q, parameters.limit)}))


@router.get(
    "/trace",
    response_model=TraceAnswer,
    responses={
        300: {"model": TraceAnswer, "description": "The name may mean several documents: `candidates`"},
        **NAMED,
    },
)
def trace(store: OpenStore, answer: Answer, parameters: Annotated[TraceParameters, Query()]) -> Response:
    """The local documents with a path to the one named, shortest first, each step with its evidence."""
    found, key = answer_trace(store, parameters.to, parameters.filters(), parameters.wanted("trace", BY_HOPS))
    content = found.model_copy(update={"cursor": parameters.write_cursor(key, "trace")})
    kept = parameters.kept(TraceAnswer)
    return answer(content, HTTPStatus.OK if found.target else HTTPStatus.MULTIPLE_CHOICES, kept)


@router.get(
    "/path",
    response_model=PathAnswer,
    responses={300: {"model": PathAnswer, "description": "A name may mean several documents: `candidates`"}, **NAMED},
)
def path(store: OpenStore, answer: Answer, parameters: Annotated[PathParameters, Query()]) -> Response:
    """The shortest ways from one document to another, each step with its evidence; `paths` is empty without one."""
    found = answer_path(store, parameters.origin, parameters.target, tuple(parameters.relation), parameters.hops)
    return answer(found, HTTPStatus.MULTIPLE_CHOICES if found.candidates else HTTPStatus.OK)


@router.get("/evidence", response_model=EvidenceAnswer, responses=NOT_FOUND)
def evidence(store: OpenStore, answer: Answer, parameters: Annotated[EvidenceParameters, Query()]) -> Response:
    """The places that prove one edge; 404 where no citation states it."""
    edge = parameters.origin, parameters.relation, parameters.target
    return answer(EvidenceAnswer.model_validate({"results": store.read(lambda found: read_evidence(found, *edge))}))


@router.post(
    "/citations/lookup",
    response_model=LookupAnswer,
    responses={413: {"model": Problem, "description": "The request is larger than a megabyte"}},
)
def look_up_citations(store: OpenStore, answer: Answer, posted: PostedText) -> Response:
    """What each citation of a text means, by the rules by which loaded documents are read; nothing is stored.

    More than 64,000 characters, or a body that is no such object, is a 422.
    """
    return answer(answer_lookup(store, posted.text))
