"""The paragraphs of a document as an outline: marker, numbering path and what each stands under."""

import re
from bisect import bisect_left
from typing import NamedTuple

from loaders.normalise import squeeze
from loaders.paragraphs import BULLETS, CAPITAL_LINE, Paragraph, find_paragraphs
from loaders.records import Header

RANKS = {
    "annex": 0,
    "part": 1,
    "chapter": 2,
    "section": 3,
    "upper": 4,
    "roman": 5,
    "article": 6,
    "number": 7,
    "letter": 8,
    "paren": 9,
    "star": 10,
    "dash": 11,
    "plus": 12,
    "dot": 13,
}
"""Kind of marker -> how deep it stands: a marker ends every item of its rank or deeper."""

NO_MARKER = 20

ATTACHED = "Kèm theo"
"""Name of what comes after the signature without a name of its own: a regulation, a plan, a table."""

_ANNEX_HINT = re.compile(
    r"\(\s*(?:Ban\s+hành\s+)?kèm\s+theo|^\ *(?:PHỤ\ +LỤC|Phụ\ +lục)\b", re.IGNORECASE | re.MULTILINE
)
_QUOTE_MARK = re.compile("[“”]")
_MOST_MARKS = 400
_LONGEST_QUOTATION = 40_000
_LETTER_RANK = RANKS["letter"]
_NUMBER_RANK = RANKS["number"]


class Block(NamedTuple):
    """A paragraph. `start` is at its marker, `text_start` after it; `text` has its white space folded.

    A tuple, which is made in half the time: a long text has tens of thousands.
    """

    start: int
    end: int
    text_start: int
    text: str
    marker: str | None
    """As printed: "2.1.", "a)", "-", "Điều 4."."""
    kind: str | None
    """A key of `RANKS`; None for a paragraph without marker."""
    level: int
    section: str | None
    """Numbers above it and its own, joined by dots: "II.2.1", "Điều 4.1"."""
    parent: int | None
    """Index of the block that it stands under."""
    children: int
    """How many blocks stand directly under it."""
    annex: str | None
    """Name of the annex ("Phụ lục I") that it stands in; None in the body."""
    quoted: bool
    """Whether it stands inside quoted text of another act, which an amendment gives."""


def read_outline(text: str, header: Header) -> tuple[Block, ...]:
    """The paragraphs of body and annexes, in order; letterhead, recipients and signature are left out."""
    body_end = len(text) if header.body_end is None else header.body_end
    paragraphs = list(find_paragraphs(text, header.body_start, body_end))
    first_annex = len(paragraphs)
    annex_start = _find_annex(text, body_end)
    if annex_start is not None:
        paragraphs += find_paragraphs(text, annex_start, len(text))
    return _nest(text, paragraphs, first_annex)


def _find_annex(text: str, body_end: int) -> int | None:
    hint = _ANNEX_HINT.search(text, body_end)
    if hint is None:
        return None
    start = text.rfind("\n", 0, hint.start()) + 1 if text[hint.start()] != "(" else hint.start()
    while start > body_end:
        line_start = text.rfind("\n", 0, start - 1) + 1
        line = text[line_start : start - 1].strip()
        if line_start < body_end or (line and (not CAPITAL_LINE.match(line) or len(line) < 4)):
            break
        start = line_start
    return start


class _Open(NamedTuple):
    """An item that later ones may stand under."""

    rank: int
    at: int
    number: str
    """The last number of its path, "" when there is none."""
    section: str | None


def _nest(text: str, paragraphs: list[Paragraph], first_annex: int) -> tuple[Block, ...]:
    stack: list[_Open] = []
    parents: list[int | None] = []
    rows: list[tuple[str, int, str | None, str | None, bool]] = []
    children = [0] * len(paragraphs)
    annex: str | None = None
    quotations = _Quotations(text)
    quote_end = -1
    for index, paragraph in enumerate(paragraphs):
        if index == first_annex:
            stack.clear()
            annex = ATTACHED
        kind = paragraph.kind
        words = _one_line(text[paragraph.text_start : paragraph.end])
        quoted = paragraph.start < quote_end
        if not quoted and (paragraph.quote or words[:1] == "“" or words[:1] == '"'):
            quote_end = quotations.find_end(paragraph)
            quoted = quote_end > 0
        if quoted:
            parents.append(None)
            rows.append((words, NO_MARKER, stack[-1].section if stack else None, annex, True))
            continue
        if kind is None:
            rank = NO_MARKER
            if stack and stack[-1].rank >= _LETTER_RANK and not _continues(text, paragraphs[index - 1]):
                _close(stack, _LETTER_RANK)
        else:
            rank = RANKS[kind]
            if kind == "annex":
                annex = _annex_name(paragraph.marker or "")
            number = "" if kind in BULLETS else _number_of(kind, paragraph.marker or "")
            if kind == "number":
                _close_numbers(stack, number)
            else:
                _close(stack, rank)
        parent = stack[-1] if stack else None
        if parent is not None:
            children[parent.at] += 1
        parents.append(parent.at if parent else None)
        if kind is not None:
            stack.append(_open(rank, index, number, parent))
        rows.append((words, rank, stack[-1].section if stack else None, annex, False))
    return tuple(
        Block(p.start, p.end, p.text_start, words, p.marker, p.kind, rank, section, parent, count, annex, quoted)
        for p, parent, count, (words, rank, section, annex, quoted) in zip(
            paragraphs, parents, children, rows, strict=True
        )
    )


def _one_line(words: str) -> str:
    """The words with single spaces; most paragraphs are printed so, and finding that is faster than parting them."""
    return squeeze(words) if "\n" in words or "  " in words or words[:1] == " " or words[-1:] == " " else words


def _close(stack: list[_Open], rank: int) -> None:
    while stack and stack[-1].rank >= rank:
        stack.pop()


def _close_numbers(stack: list[_Open], number: str) -> None:
    """Closes what a number ends: "2.1" stands under "2" and ends "1.3"."""
    while stack and (
        stack[-1].rank > _NUMBER_RANK
        or (stack[-1].rank == _NUMBER_RANK and not number.startswith(stack[-1].number + "."))
    ):
        stack.pop()


def _open(rank: int, index: int, number: str, parent: _Open | None) -> _Open:
    above = parent.section if parent else None
    if not number:
        return _Open(rank, index, parent.number if parent else "", above)
    if above is None:
        return _Open(rank, index, number, number)
    if parent is not None and parent.number and number.startswith(parent.number + "."):
        above = above[: -len(parent.number)].rstrip(".")
    return _Open(rank, index, number, f"{above}.{number}" if above else number)


class _Quotations:
    """Where quotations of a text end, counting nested ones."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._marks = [match.start() for match in _QUOTE_MARK.finditer(text)] if "“" in text else []

    def find_end(self, paragraph: Paragraph) -> int:
        """Where quoted text that begins with `paragraph` ends, or -1 when it ends inside a sentence or nowhere."""
        text = self._text
        start = text.find("“", paragraph.start - 1, paragraph.text_start + 2)
        if start >= 0:
            end = self._find_closing(start)
        else:
            start = text.find('"', paragraph.start - 1, paragraph.text_start + 2)
            end = text.find('"', start + 1, start + _LONGEST_QUOTATION) if start >= 0 else -1
        if end < 0 or (end < paragraph.end and text[end + 1 : paragraph.end].strip(" .;,")):
            return -1
        return end

    def _find_closing(self, start: int) -> int:
        first = bisect_left(self._marks, start)
        depth = 0
        for mark in self._marks[first : first + _MOST_MARKS]:
            depth += 1 if self._text[mark] == "“" else -1
            if depth <= 0:
                return mark
        return -1


def _continues(text: str, before: Paragraph) -> bool:
    """Whether a paragraph without marker belongs to the item before it: that one ends without a stop."""
    return before.kind is not None and text[before.end - 1] not in ".;/"


def _annex_name(marker: str) -> str:
    number = marker.split()[2:]
    return "Phụ lục" + (" " + number[-1].strip(".:") if number else "")


def _number_of(kind: str, marker: str) -> str:
    """The number that a marker gives: "2.1", "a", "Điều 4", "II"; "" for an annex."""
    if kind == "annex":
        return ""
    if kind == "part":
        return marker.rstrip(".: ").split()[-1].upper()
    if kind == "article":
        return " ".join(marker.rstrip(".: ").split()).capitalize()
    if kind == "chapter" or kind == "section":
        return " ".join(marker.rstrip(".: ").split())
    return marker.strip(" .)/(-")
