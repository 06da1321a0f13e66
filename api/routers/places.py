"""Places: provinces, districts and communes of both sets."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import Field

from api.answers import Answer
from api.dependencies import OpenStore
from api.routers.parameters import Id, ListParameters, LocalLevel, Name
from api.routers.reading import NOT_FOUND, ReadRoute
from api.wire_bodies import PlaceDetail, PlacePage
from cypher.places import get_place, list_places

router = APIRouter(prefix="/v1/places", tags=["places"], route_class=ReadRoute)


class PlaceParameters(ListParameters):
    q: Name | None = Field(None, description="Words of its name, accents optional.", examples=["ben tre"])
    level: LocalLevel | None = None
    place_set: Literal["63", "34"] | None = Field(
        None, alias="set", description="The 63 provinces until 2025-06-30 with what lay in them, or the 34 since."
    )


@router.get("", response_model=PlacePage)
def list_all_places(store: OpenStore, answer: Answer, parameters: Annotated[PlaceParameters, Query()]) -> Response:
    """Places that some body of the graph lies in, or that such a place is part of or became."""
    wanted = parameters.wanted("places")
    page = store.read(
        lambda statements: list_places(statements, parameters.q, parameters.level, parameters.place_set, wanted)
    )
    return answer.page(PlacePage, page, parameters, "places")


@router.get("/{place_id}", response_model=PlaceDetail, responses=NOT_FOUND)
def get_one_place(store: OpenStore, answer: Answer, place_id: Id) -> Response:
    """One place: what it is part of, and what it became in 2025."""
    return answer(PlaceDetail.model_validate(store.read(lambda statements: get_place(statements, place_id))))
