"""The bodies that headings, lead-ins and table cells name for the work under or beside them."""

import re
from dataclasses import dataclass

from loaders.assignees import assign, assign_subjects, find_coordinating
from loaders.body_lists import read_bodies
from loaders.body_patterns import ADJACENT, HEAD_IN_CAPITALS, HOLDS_ANOTHER
from loaders.records import Assignment
from loaders.word_patterns import compile_words

_TRIGGER = compile_words(
    r"""(?:(?:kính )?đề nghị(?: với)?|yêu cầu|giao(?: cho)?|trách nhiệm(?: thực hiện)? của|đối với|nhiệm vụ của
    |phân công)\s+""",
    re.IGNORECASE,
)
_LONGEST_NAME = 180
_ABOVE = re.compile(r"\s+(?:đã\s+)?(?:nêu|nói|kể)\s+trên\Z")
_RESPONSIBLE = compile_words(
    r"(?P<who>[^\s.:;,()“”][^.:;,()“”]{3,100}?)(?= (?:trong|đối với|khi|về)\b|\s*(?:[:(]|\.\Z|\Z))"
)


@dataclass(frozen=True, slots=True)
class HeadingBodies:
    """The bodies that a heading or lead-in names for the items under it."""

    leads: tuple[Assignment, ...]
    coordinates: tuple[Assignment, ...]
    end: int
    """Where their names end."""


def read_heading_bodies(text: str, start: int, end: int) -> HeadingBodies | None:
    """The bodies that a heading consists of: "Sở A", "Đề nghị B và C", "D chủ trì, phối hợp với E:"."""
    trigger = _TRIGGER.match(text, start, end)
    at = trigger.end() if trigger else start
    colon = text.find(":", at, end)
    capitals = text[at : colon if colon > 0 else end]
    if capitals.isupper():
        words = lower_capitals(capitals) + text[at + len(capitals) : end]
        bodies, shift = read_bodies(words, 0, len(words), heading=True), at
    else:
        bodies, shift = read_bodies(text, at, end, heading=True), 0
    if bodies is None or any(b - a > _LONGEST_NAME for a, b in bodies.items):
        return _read_responsible(text, trigger, end) if trigger else None
    names = [(a + shift, _without_above(text, a + shift, b + shift)) for a, b in bodies.items]
    names_end = bodies.end + shift
    if bodies.ended_by != "stop":
        return HeadingBodies(assign(text, names, "lead"), (), names_end)
    leads = assign_subjects(text, names) if text[end - 1] == ":" else assign(text, names, "lead")
    coordinates = find_coordinating(text, names_end, end)
    return HeadingBodies(leads, coordinates, names_end)


def _without_above(text: str, start: int, end: int) -> int:
    """Where a name ends that "nêu trên" follows: "Các Sở Xây dựng nêu trên"."""
    above = _ABOVE.search(text, max(start, end - 20), end)
    return above.start() if above else end


def _read_responsible(text: str, trigger: re.Match[str], end: int) -> HeadingBodies | None:
    """Whoever a heading says to be responsible, body or not: "Trách nhiệm của người sử dụng lao động"."""
    if not trigger[0].lower().startswith("trách"):
        return None
    who = _RESPONSIBLE.match(text, trigger.end(), end)
    return HeadingBodies(assign(text, [who.span("who")], "lead"), (), who.end("who")) if who else None


def lower_capitals(words: str) -> str:
    """Capitals as running text prints them, of the same length: names begin with a capital.

    >>> lower_capitals("ỦY BAN NHÂN DÂN TỈNH VÀ CÁC SỞ, BAN, NGÀNH")
    'Ủy ban Nhân dân tỉnh và các sở, Ban, ngành'
    """
    return HEAD_IN_CAPITALS.sub(_capitalise, words.lower())


def _capitalise(match: re.Match[str]) -> str:
    head = match["head"]
    if head in ("ubnd", "hđnd", "mttq", "ubmttq"):
        head = head.upper()
    return head[0].upper() + head[1:] + (match["next"] or "").upper()


def read_cell(text: str, start: int, end: int, role: str) -> tuple[Assignment, ...]:
    """The bodies in a table's cell, where names may stand one after the other without a comma."""
    bodies = read_bodies(text, start, end, cell=True)
    if bodies is None:
        return ()
    spans: list[tuple[int, int]] = []
    for name_start, name_end in bodies.items:
        at = name_start
        if not HOLDS_ANOTHER.match(text, name_start, name_end):
            for match in ADJACENT.finditer(text, name_start, name_end):
                spans.append((at, match.start()))
                at = match.end()
        spans.append((at, name_end))
    return assign(text, spans, role)
