"""How complete the graph is."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.answers import Answer
from api.dependencies import OpenStore
from api.routers.parameters import Parameters
from api.routers.reading import ReadRoute
from api.wire_coverage import Coverage, Examples
from cypher.examples import read_examples

router = APIRouter(prefix="/v1", tags=["questions"], route_class=ReadRoute)


class CoverageParameters(Parameters):
    limit: Annotated[int, Query(ge=1, le=500, description="How many of the missing documents are named.")] = 20


@router.get("/coverage", response_model=Coverage)
def coverage(store: OpenStore, answer: Answer, parameters: Annotated[CoverageParameters, Query()]) -> Response:
    """How many documents of each level are held, and which are cited most often and not held."""
    return answer(Coverage.model_validate(store.coverage(parameters.limit)))


@router.get("/examples", response_model=Examples)
def examples(store: OpenStore, answer: Answer) -> Response:
    """Documents and a body about which what is loaded has something to say."""
    return answer(Examples.model_validate(store.read(read_examples)))
