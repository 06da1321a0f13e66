"""How complete the graph is."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import OpenStore
from api.routers.parameters import Parameters
from api.wire_coverage import Coverage, Examples
from cypher.examples import read_examples

router = APIRouter(prefix="/v1", tags=["questions"])


class CoverageParameters(Parameters):
    limit: Annotated[int, Query(ge=1, le=500, description="How many of the missing documents are named.")] = 20


@router.get("/coverage")
def coverage(store: OpenStore, parameters: Annotated[CoverageParameters, Query()]) -> Coverage:
    """How many documents of each level are held, and which are cited most often and not held."""
    return Coverage.model_validate(store.coverage(parameters.limit))


@router.get("/examples")
def examples(store: OpenStore) -> Examples:
    """Documents and a body about which what is loaded has something to say."""
    return Examples.model_validate(store.read(read_examples))
