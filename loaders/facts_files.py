"""Rows of the facts in `loaders/facts`: what files hold, so that code holds only rules."""

import csv
from collections.abc import Iterator
from importlib.resources import files

from loaders.errors import FactsError


def read_facts(name: str) -> Iterator[dict[str, str]]:
    """Each row of `loaders/facts/<name>` by column; raises `FactsError` for a row with too few or too many cells."""
    text = (files("loaders") / "facts" / name).read_text(encoding="utf-8")
    reader = csv.DictReader(text.splitlines(keepends=True))
    for row in reader:
        if None in row or None in row.values():
            raise FactsError(name, reader.line_num, "has not as many cells as the header")
        yield row


def split_cell(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, parted by semicolons."""
    return tuple(part for part in (part.strip() for part in cell.split(";")) if part)
