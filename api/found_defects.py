"""Defects of a record in their places, as `vanban check` lists them and the service reports them."""

from collections.abc import Iterator
from dataclasses import dataclass

from api.text_lines import TextLines
from loaders.defect_kinds import DEFECT_KINDS
from loaders.records import Record


@dataclass(frozen=True, slots=True)
class FoundDefect:
    """A defect in its place; the names are those of the JSON output."""

    file: str
    line: int
    column: int
    kind: str
    text: str
    vietnamese: str
    """What the kind means, in Vietnamese."""
    quote: str
    start: int
    end: int


def find_file_defects(file: str, record: Record) -> Iterator[FoundDefect]:
    """The defects of a record in the order of its text; one that several numbers of a list share comes once."""
    lines = TextLines(record.text)
    seen: set[tuple[int, str, str]] = set()
    for citation in record.citations:
        for defect in citation.defects:
            if (citation.start, defect.kind, defect.text) in seen:
                continue
            seen.add((citation.start, defect.kind, defect.text))
            meaning = DEFECT_KINDS[defect.kind].vietnamese
            place = lines.place_of(citation.start)
            quote = citation.quote
            yield FoundDefect(file, *place, defect.kind, defect.text, meaning, quote, citation.start, citation.end)
