"""The dated tasks of a body as an iCalendar (RFC 5545) that calendars on desks and telephones open."""

import calendar
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from icalendar import Calendar, Event

from cypher.task_lists import ListedTask

_ROLES: Final = {"lead": "chủ trì", "coordinate": "phối hợp", "all": "tất cả"}
_LONGEST_TITLE: Final = 120


def write_calendar(name: str, tasks: Iterable[ListedTask], now: datetime) -> bytes:
    """An all-day event for each task with a date, once each; those without one are left out."""
    book = Calendar()
    book.add("prodid", "-//vanban//tasks//VI")
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", name)
    events = {one.task.id: _event(one, now) for one in tasks if one.task.deadline}
    for event in events.values():
        book.add_component(event)
    written: bytes = book.to_ical()
    return written


def last_day(deadline: str) -> date:
    """The last day of a deadline, which may be a month or a year.

    >>> last_day("2024-02"), last_day("2024"), last_day("2024-06-05")
    (datetime.date(2024, 2, 29), datetime.date(2024, 12, 31), datetime.date(2024, 6, 5))
    """
    parts = [int(part) for part in deadline.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def _event(one: ListedTask, now: datetime) -> Event:
    task, document = one.task, one.document
    assert task.deadline is not None
    day = last_day(task.deadline)
    title = task.text if len(task.text) <= _LONGEST_TITLE else f"{task.text[: _LONGEST_TITLE - 1].rstrip()}…"
    kind, issuer = document.type or "Văn bản", document.issuer.name if document.issuer else None
    source = f"{kind} số {document.code}" if document.code else kind
    lines = (
        task.text,
        f"Thời hạn: {task.deadline_text or task.deadline}",
        f"Vai trò: {_ROLES[one.role]}" if one.role in _ROLES else "",
        f"Theo {source}{f' của {issuer}' if issuer else ''}",
    )
    event = Event()
    event.add("uid", f"{task.id}@vanban")
    event.add("dtstamp", now)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", title)
    event.add("description", "\n".join(filter(None, lines)))
    event.add("transp", "TRANSPARENT")
    return event
