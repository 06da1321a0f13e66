"""Citations of a passage: a text that may be a whole document, or a paragraph or a line of one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.citations import find_citations
from loaders.document_types import TYPE_BY_NAME
from loaders.header import home_of, read_header
from loaders.normalise import normalise, squeeze
from loaders.numbers import find_document_numbers
from loaders.original_places import citation_in_original
from loaders.records import Citation, Header
from loaders.word_patterns import alternation

_TYPE_AND_NUMBER = re.compile(
    rf"(?<!\w)(?:{alternation(TYPE_BY_NAME)})\s+(?:số\s*:?\s*)?"
    r"(?P<number>[0-9]{1,6}[a-zđ]?(?:\s?[/-]\s?[\w&]{1,30}){1,6})",
    re.IGNORECASE,
)
_ONLY_DIGITS = re.compile(r"[0-9\s/-]+")


@dataclass(frozen=True, slots=True)
class Malformed:
    """Words that stand where the number of a document should, and are none."""

    start: int
    end: int
    words: str
    reason: str
    """no_symbol or not_a_symbol, keys of `loaders.explanation.REASONS`."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What a passage cites; spans count in the text as given."""

    citations: tuple[Citation, ...]
    malformed: tuple[Malformed, ...]


def read_passage(text: str) -> Passage:
    """Every citation of the passage, and what looks like one and has no number that could be read, in its order.

    Without a letterhead that names an issuer all of it is running text: a number on a line of its own is then no
    document's own number.

    >>> [citation.code for citation in read_passage("32/NQ-CP").citations]
    ['32/NQ-CP']
    >>> [one.words for one in read_passage("theo Nghị định số 30/2020 của Chính phủ").malformed]
    ['30/2020']
    """
    normalised = normalise(text)
    header = read_header(normalised.text)
    if header.issuer_start is None:
        header = Header()
    citations = find_citations(normalised, text, header, home_of(header, normalised.text))
    taken = bytearray(len(normalised.text))
    for one in citations:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    for start, end, _ in find_document_numbers(normalised.text):
        taken[start:end] = b"\1" * (end - start)
    spans = ((match, normalised.original_span(*match.span("number"))) for match in _untaken(normalised.text, taken))
    return Passage(
        tuple(citation_in_original(citation, normalised) for citation in citations),
        tuple(
            Malformed(start, end, squeeze(text[start:end]), _reason_of(match["number"]))
            for match, (start, end) in spans
        ),
    )


def _untaken(text: str, taken: bytearray) -> Iterator[re.Match[str]]:
    for match in _TYPE_AND_NUMBER.finditer(text):
        if not any(taken[match.start("number") : match.end("number")]):
            yield match


def _reason_of(number: str) -> str:
    return "no_symbol" if _ONLY_DIGITS.fullmatch(number) else "not_a_symbol"
