"""A span of a text, and texts of the same length with spans taken out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open span of the text."""

    start: int
    end: int


def blank_spans(text: str, spans: Iterable["Span | re.Match[str]"]) -> str:
    """The text with line ends in place of every character of the spans, so that they part what they stood between."""
    for span in spans:
        start, end = (span.start, span.end) if isinstance(span, Span) else span.span()
        text = f"{text[:start]}{chr(10) * (end - start)}{text[end:]}"
    return text
