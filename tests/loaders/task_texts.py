"""Short texts read for their tasks."""

from loaders.home import EMPTY_HOME
from loaders.normalise import normalise
from loaders.outline import read_outline
from loaders.records import Citation, Header, Task
from loaders.tasks import find_tasks


def tasks_of(
    text: str, kind: str | None = "Kế hoạch", citations: tuple[Citation, ...] = (), body_end: int | None = None
) -> tuple[Task, ...]:
    """The tasks of a text that has no letterhead, of a type."""
    normal = normalise(text).text
    header = Header(type=kind, body_end=body_end)
    return find_tasks(normal, header, read_outline(normal, header), citations, EMPTY_HOME)
