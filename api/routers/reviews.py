"""Pairs of documents that may be one, and what people decide about them."""

from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from api.access import Writer
from api.answers import Answer
from api.cursors import BY_SCORE
from api.dependencies import OpenStore
from api.routers.parameters import ListParameters
from api.routers.reading import NOT_FOUND, ReadRoute
from api.routers.uploads import REFUSED
from api.wire import Wire
from api.wire_reviews import ReviewPage
from cypher.reviews import DECISIONS, OPEN, Decision

router = APIRouter(prefix="/v1/reviews", tags=["writing"], route_class=ReadRoute)

_Id = Annotated[str, Field(min_length=1, max_length=500)]


class ReviewParameters(ListParameters):
    decision: list[Literal["open", "accepted", "rejected"]] = Field(
        [OPEN], description="Pairs that nobody decided, or that were accepted or rejected."
    )


class DecisionToMake(BaseModel):
    """Whether two documents are one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    one: _Id = Field(examples=["vn:ubnd-tinh-ben-tre:ke-hoach:2024:5798-kh-ubnd"])
    other: _Id = Field(examples=["vn:ubnd-tinh-ben-tre:ke-hoach:-:5798-kh-ubnd"])
    decision: Literal["accepted", "rejected"] = Field(description="accepted: they are one; rejected: they are not.")
    note: str | None = Field(None, max_length=2000, description="Why.")


class DecisionMade(Wire):
    """What was decided, by whose key and when."""

    one: str
    other: str
    decision: str
    by: str
    at: str = Field(description="UTC, ISO 8601.")
    note: str | None


@router.get("", response_model=ReviewPage)
def list_reviews(store: OpenStore, answer: Answer, parameters: Annotated[ReviewParameters, Query()]) -> Response:
    """Pairs of documents that may be one, with score and reason, the likeliest first."""
    chosen = tuple(one for one in DECISIONS if one in parameters.decision)
    name = f"reviews {' '.join(chosen)}"
    return answer.page(ReviewPage, store.list_reviews(chosen, parameters.wanted(name, BY_SCORE)), parameters, name)


@router.post("", responses=REFUSED | NOT_FOUND)
def decide_review(writer: Writer, store: OpenStore, body: DecisionToMake) -> DecisionMade:
    """Decide that two documents are one, or that they are not: it holds whatever is loaded or removed later.

    A later decision about the same pair takes its place.
    """
    at = datetime.now(UTC).isoformat(timespec="seconds")
    made = Decision(body.decision, writer.name, at, body.note)
    store.decide_review(body.one, body.other, made)
    return DecisionMade(one=body.one, other=body.other, decision=body.decision, by=writer.name, at=at, note=body.note)
