"""The main question."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.dependencies import OpenStore
from api.questions import answer_trace
from api.routers.parameters import TraceParameters
from api.wire import Problem, TraceAnswer

router = APIRouter(prefix="/v1", tags=["questions"])


@router.get(
    "/trace",
    responses={
        300: {"model": TraceAnswer, "description": "The name may mean several documents: `candidates`"},
        404: {"model": Problem, "description": "No document has the name: a problem with the `nearest` ones"},
    },
)
def trace(store: OpenStore, parameters: Annotated[TraceParameters, Query()], response: Response) -> TraceAnswer:
    """The local documents with a path to the one named, shortest first, each step with its evidence."""
    answer = answer_trace(store, parameters.to, parameters.filters())
    if answer.target is None:
        response.status_code = HTTPStatus.MULTIPLE_CHOICES
    return answer
