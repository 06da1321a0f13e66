"""Bodies: who issues documents, receives them and has tasks."""

from datetime import UTC, datetime
from typing import Annotated, Final

from fastapi import APIRouter, Query, Response
from pydantic import Field

from api.answers import CACHE_HEADERS, Answer
from api.calendars import write_calendar
from api.cursors import BY_DEADLINE_AND_ROLE
from api.dependencies import OpenStore
from api.routers.parameters import Id, IsoDate, Level, ListParameters, Name, Parameters, Role
from api.routers.reading import NOT_FOUND, ReadRoute
from api.wire_bodies import BodyDetail, BodyPage, BodyTaskPage
from api.wire_documents import DocumentPage
from cypher.bodies import BodyFilters, get_body, list_bodies
from cypher.document_lists import list_documents
from cypher.pages import Page, Wanted
from cypher.results import DocumentFilters, DocumentSummary
from cypher.task_lists import ListedTask, TaskFilters, list_body_tasks
from cypher.transactions import Statements

_MOST_EVENTS: Final = 500
_FROM: Final = "Only tasks due on this day or later; one due in a month or a year is due on its last day."

router = APIRouter(prefix="/v1/bodies", tags=["bodies"], route_class=ReadRoute)


class BodyParameters(ListParameters):
    q: Name | None = Field(None, description="Words of its name, accents optional.", examples=["so giao duc"])
    kind: Name | None = Field(None, examples=["department"])
    level: Level | None = None
    province: Name | None = Field(None, examples=["Bến Tre"])


class DeadlineParameters(ListParameters):
    role: Role | None = Field(None, description="Only tasks that some body, or this one, has in this role.")
    deadline_from: IsoDate | None = Field(None, description=_FROM)
    deadline_to: IsoDate | None = None
    has_deadline: bool | None = Field(None, description="Only tasks whose deadline has a date, or has none.")

    def filters(self, document: str | None = None) -> TaskFilters:
        """The same as the store's filters."""
        return TaskFilters(document, self.role, self.deadline_from, self.deadline_to, self.has_deadline)


class CalendarParameters(Parameters):
    role: Role | None = Field(None, description="Only tasks that the body has in this role.")
    deadline_from: IsoDate | None = Field(None, description=_FROM)


@router.get("", response_model=BodyPage)
def list_all_bodies(store: OpenStore, answer: Answer, parameters: Annotated[BodyParameters, Query()]) -> Response:
    """Bodies that pass every filter, in the order of their ids."""
    filters = BodyFilters(parameters.kind, parameters.level, parameters.province)
    wanted = parameters.wanted("bodies")
    page = store.read(lambda statements: list_bodies(statements, parameters.q, filters, wanted))
    return answer.page(BodyPage, page, parameters, "bodies")


@router.get("/{body_id}", response_model=BodyDetail, responses=NOT_FOUND)
def get_one_body(store: OpenStore, answer: Answer, body_id: Id) -> Response:
    """One body: what it is part of, where it is, how much refers to it."""
    return answer(BodyDetail.model_validate(store.read(lambda statements: get_body(statements, body_id))))


@router.get("/{body_id}/tasks", response_model=BodyTaskPage, responses=NOT_FOUND)
def list_tasks_of_body(
    store: OpenStore, answer: Answer, body_id: Id, parameters: Annotated[DeadlineParameters, Query()]
) -> Response:
    """The tasks of a body by deadline, the unknown last; a task in which it has two roles comes twice."""
    name = f"tasks {body_id}"
    wanted = parameters.wanted(name, BY_DEADLINE_AND_ROLE)
    page = store.read(lambda statements: list_body_tasks(statements, body_id, parameters.filters(), wanted))
    return answer.page(BodyTaskPage, page, parameters, name)


@router.get(
    "/{body_id}/tasks.ics",
    response_class=Response,
    responses={200: {"content": {"text/calendar": {}}}, **NOT_FOUND},
)
def get_calendar_of_body(store: OpenStore, body_id: Id, parameters: Annotated[CalendarParameters, Query()]) -> Response:
    """The dated tasks of a body as a calendar, the 500 that are due first; a month or a year stands on its last day."""
    filters = TaskFilters(role=parameters.role, deadline_from=parameters.deadline_from, has_deadline=True)

    def read(statements: Statements) -> tuple[str, Page[ListedTask]]:
        name = get_body(statements, body_id).name
        return name, list_body_tasks(statements, body_id, filters, Wanted(_MOST_EVENTS))

    name, page = store.read(read)
    headers = {
        "Content-Disposition": f'attachment; filename="{body_id.removeprefix("body:")[:80]}.ics"',
        **CACHE_HEADERS,
    }
    content = write_calendar(name, page.results, datetime.now(UTC))
    return Response(content, media_type="text/calendar", headers=headers)


@router.get("/{body_id}/documents", response_model=DocumentPage, responses=NOT_FOUND)
def list_documents_of_body(
    store: OpenStore, answer: Answer, body_id: Id, parameters: Annotated[ListParameters, Query()]
) -> Response:
    """The documents that a body issued, in the order of their ids."""
    name = f"documents {body_id}"
    wanted = parameters.wanted(name)

    def read(statements: Statements) -> Page[DocumentSummary]:
        get_body(statements, body_id)
        return list_documents(statements, DocumentFilters(issuer=body_id), wanted)

    return answer.page(DocumentPage, store.read(read), parameters, name)
