"""Tasks of all documents."""

from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import Field

from api.answers import Answer
from api.cursors import BY_DEADLINE, BY_DEADLINE_AND_ROLE, BY_RELEVANCE
from api.dependencies import OpenStore
from api.routers.bodies import DeadlineParameters
from api.routers.parameters import Name
from api.routers.reading import NOT_FOUND, ReadRoute
from api.wire_documents import ListedTaskPage
from cypher.task_lists import list_body_tasks, list_tasks

router = APIRouter(prefix="/v1/tasks", tags=["tasks"], route_class=ReadRoute)


class TaskParameters(DeadlineParameters):
    q: Name | None = Field(None, description="Words of the task, accents optional.", examples=["tap huan giao vien"])
    body: Name | None = Field(None, description="Id of a body: only tasks that it has.")
    document: Name | None = Field(None, description="Id of a document: only tasks that it orders.")


@router.get("", response_model=ListedTaskPage, responses=NOT_FOUND)
def list_all_tasks(store: OpenStore, answer: Answer, parameters: Annotated[TaskParameters, Query()]) -> Response:
    """Tasks that pass every filter, by deadline, the unknown last; with `q` those with the words, the best first."""
    filters, body = parameters.filters(parameters.document), parameters.body
    if parameters.q:
        page = store.search_tasks(parameters.q, filters, body, parameters.wanted("tasks", BY_RELEVANCE))
    elif body:
        wanted = parameters.wanted("tasks", BY_DEADLINE_AND_ROLE)
        page = store.read(lambda statements: list_body_tasks(statements, body, filters, wanted))
    else:
        wanted = parameters.wanted("tasks", BY_DEADLINE)
        page = store.read(lambda statements: list_tasks(statements, filters, wanted))
    return answer.page(ListedTaskPage, page, parameters, "tasks")
