"""Tasks: of a body, of a document and of all, by role and deadline, and the words that order them."""

import pytest

from cypher.document_parts import list_document_tasks
from cypher.errors import UnknownDocumentIdError, UnknownIdError
from cypher.pages import Wanted
from cypher.store import Store
from cypher.task_lists import TaskFilters, list_body_tasks, list_tasks
from tests.cypher.records_for_tests import (
    KH7_CHO_LACH,
    KH12_SO,
    NQ32,
    SO_GDDT,
    UBND_CHO_LACH,
    Cite,
    Order,
    make_record,
)
from tests.cypher.shelf import Shelf

_REPORT = Order("Sở báo cáo", ((SO_GDDT, "Sở", "lead"),), deadline="2024-11-30")
_REVIEW = Order("Sở rà soát", ((SO_GDDT, "Sở", "lead"), (UBND_CHO_LACH, "huyện", "coordinate")), (0,))
_BUDGET = Order("Sở phối hợp lập dự toán", ((SO_GDDT, "Sở", "coordinate"),), deadline="2024-06")
_ANYBODY = Order("Tổ công tác theo dõi", ((None, "Tổ công tác", "lead"),), deadline="2025")
_SO_PLAN = make_record(KH12_SO, Cite(NQ32), tasks=(_REPORT, _REVIEW, _BUDGET))
_DISTRICT_PLAN = make_record(KH7_CHO_LACH, source="b.txt", tasks=(_ANYBODY,))


@pytest.fixture
def ordered(shelf: Shelf) -> Store:
    """A store with two plans and their tasks."""
    return shelf.holding(_SO_PLAN, _DISTRICT_PLAN)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (TaskFilters(), [_BUDGET, _REPORT, _ANYBODY, _REVIEW]),
        (TaskFilters(document=KH7_CHO_LACH.id), [_ANYBODY]),
        (TaskFilters(role="coordinate"), [_BUDGET, _REVIEW]),
        (TaskFilters(has_deadline=False), [_REVIEW]),
        (TaskFilters(deadline_from="2024-06-15", deadline_to="2024"), [_BUDGET, _REPORT]),
        (TaskFilters(deadline_from="2025-12-31"), [_ANYBODY]),
    ],
)
def test_tasks_of_all_documents_by_deadline(ordered: Store, filters: TaskFilters, expected: list[Order]) -> None:
    page = ordered.read(lambda statements: list_tasks(statements, filters, Wanted(total=True)))
    assert [one.task.text for one in page.results] == [one.text for one in expected]
    assert (page.total, page.next) == (len(expected), None)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (TaskFilters(), [(_BUDGET, "coordinate"), (_REPORT, "lead"), (_REVIEW, "lead")]),
        (TaskFilters(role="lead"), [(_REPORT, "lead"), (_REVIEW, "lead")]),
        (TaskFilters(document=KH7_CHO_LACH.id), []),
        (TaskFilters(deadline_to="2024-06-01"), [(_BUDGET, "coordinate")]),
        (TaskFilters(has_deadline=True, role="lead"), [(_REPORT, "lead")]),
    ],
)
def test_tasks_of_a_body_with_its_role(ordered: Store, filters: TaskFilters, expected: list[tuple[Order, str]]) -> None:
    page = ordered.read(lambda statements: list_body_tasks(statements, SO_GDDT.id, filters, Wanted(total=True)))
    assert [(one.task.text, one.role) for one in page.results] == [(task.text, role) for task, role in expected]
    assert page.total == len(expected)


@pytest.mark.parametrize(
    ("body", "role", "expected"),
    [
        (None, None, [_REPORT, _REVIEW, _BUDGET]),
        (UBND_CHO_LACH.id, None, [_REVIEW]),
        (SO_GDDT.id, "coordinate", [_BUDGET]),
        (None, "coordinate", [_REVIEW, _BUDGET]),
        (UBND_CHO_LACH.id, "lead", []),
    ],
)
def test_tasks_of_a_document_in_the_order_of_its_text(
    ordered: Store, body: str | None, role: str | None, expected: list[Order]
) -> None:
    page = ordered.read(lambda statements: list_document_tasks(statements, KH12_SO.id, body, role, Wanted(total=True)))
    assert [one.text for one in page.results] == [one.text for one in expected]
    assert page.total == len(expected)
    assert all(_SO_PLAN.text[one.start : one.end] == one.text for one in page.results)


def test_a_task_names_those_who_do_it_and_the_citations_in_it(ordered: Store) -> None:
    page = ordered.read(
        lambda statements: list_document_tasks(statements, KH12_SO.id, UBND_CHO_LACH.id, None, Wanted())
    )
    (task,) = page.results
    assert [(one.text, one.role, one.body and one.body.name) for one in task.assigned] == [
        ("Sở", "lead", SO_GDDT.name),
        ("huyện", "coordinate", UBND_CHO_LACH.name),
    ]
    detail = ordered.get_document(KH12_SO.id)
    assert detail is not None
    assert task.citations == (detail.citations[0].id,)


def test_pages_follow_each_other(ordered: Store) -> None:
    whole = ordered.read(lambda statements: list_tasks(statements, TaskFilters(), Wanted()))
    first = ordered.read(lambda statements: list_tasks(statements, TaskFilters(), Wanted(3)))
    rest = ordered.read(lambda statements: list_tasks(statements, TaskFilters(), Wanted(3, first.next)))
    assert (first.results + rest.results, rest.next) == (whole.results, None)


def test_what_is_not_there(store: Store) -> None:
    with pytest.raises(UnknownIdError):
        store.read(lambda statements: list_body_tasks(statements, "body:nobody", TaskFilters(), Wanted()))
    with pytest.raises(UnknownDocumentIdError):
        store.read(lambda statements: list_document_tasks(statements, "vn:nothing", None, None, Wanted()))
