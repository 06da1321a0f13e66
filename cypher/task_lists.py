"""Tasks across documents, by deadline."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from cypher.bodies import get_body
from cypher.document_parts import make_tasks
from cypher.documents import read_summaries
from cypher.pages import Page, Wanted, split_page
from cypher.results import DocumentSummary, TaskDetail
from cypher.transactions import Statements


@dataclass(frozen=True, slots=True)
class TaskFilters:
    """Which tasks are listed; None lets everything pass."""

    document: str | None = None
    role: str | None = None
    deadline_from: str | None = None
    deadline_to: str | None = None
    has_deadline: bool | None = None


@dataclass(frozen=True, slots=True)
class ListedTask:
    """A task with the document that orders it; `role` is that of the body whose tasks are listed."""

    task: TaskDetail
    document: DocumentSummary
    role: str | None = None


def list_body_tasks(statements: Statements, body_id: str, filters: TaskFilters, wanted: Wanted) -> Page[ListedTask]:
    """The tasks of a body by deadline, the unknown last, once for each role that it has. Raises `UnknownIdError`."""
    after, after_id, after_role = wanted.after or ("", "", "")
    chosen = asdict(filters) | {"body": body_id}
    rows = statements.run(
        "read/body_tasks",
        after=after, after_id=after_id, after_role=after_role, limit=wanted.limit + 1, **chosen
    )  # fmt: skip
    if not rows:
        get_body(statements, body_id)
    shown, after_key = split_page(rows, wanted.limit, "sorted", "id", "role")
    total = statements.run("read/body_task_count", **chosen)[0]["total"] if wanted.total else None
    return Page(make_listed_tasks(statements, shown), after_key, total)


def list_tasks(statements: Statements, filters: TaskFilters, wanted: Wanted) -> Page[ListedTask]:
    """Tasks of all documents, or of one, by deadline, the unknown last."""
    after, after_id = wanted.after or ("", "")
    chosen = asdict(filters)
    document = chosen.pop("document")
    chosen["owner"] = f"{document}#t" if document else ""
    rows = statements.run("read/task_list", after=after, after_id=after_id, limit=wanted.limit + 1, **chosen)
    shown, after_key = split_page(rows, wanted.limit, "sorted", "id")
    total = statements.run("read/task_list_count", **chosen)[0]["total"] if wanted.total else None
    return Page(make_listed_tasks(statements, shown), after_key, total)


def make_listed_tasks(statements: Statements, rows: Sequence[dict[str, Any]]) -> tuple[ListedTask, ...]:
    """The tasks of rows, each with its document."""
    documents = read_summaries(statements, (row["document"] for row in rows))
    tasks = make_tasks(statements, rows)
    return tuple(
        ListedTask(task, documents[row["document"]], row.get("role")) for task, row in zip(tasks, rows, strict=True)
    )
