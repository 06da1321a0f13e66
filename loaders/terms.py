"""Terms (khóa) by which the Party and the National Assembly count, where the year does not."""

import re

from loaders.facts_files import read_facts
from loaders.records import DocumentNumber

_ROWS = tuple(read_facts("party_terms.csv"))
_TERM_OF_ROMAN = {row["roman"]: int(row["term"]) for row in _ROWS}
_KHOA = re.compile(r"(?:khóa|khoá)\s+([IVX]+)(?!\w)", re.IGNORECASE)


def party_term_of_date(date: str, central: bool) -> str | None:
    """`khoa-13` for a full date; provincial congresses, and so their terms, come some months before the national one.

    >>> party_term_of_date("2013-11-04", central=True)
    'khoa-11'
    """
    if len(date) < 7:
        return None
    column = "central_from" if central else "local_from"
    begun = [row["term"] for row in _ROWS if row[column] <= date]
    return f"khoa-{begun[-1]}" if begun else None


def party_term_of_words(words: str) -> str | None:
    """`khoa-11` for words that hold "khóa XI", or None.

    >>> party_term_of_words("Ban Chấp hành Trung ương Đảng khóa XI")
    'khoa-11'
    """
    found = _KHOA.search(words)
    term = _TERM_OF_ROMAN.get(found[1].upper()) if found else None
    return f"khoa-{term}" if term else None


def term_of(number: DocumentNumber | None, date: str | None, central: bool, words: str = "") -> str | None:
    """The term by which a number counts, from symbol, words or date; None where the year counts."""
    if number is None:
        return None
    if number.term and not number.year:
        return f"qh{number.term}"
    if not number.party:
        return None
    return party_term_of_words(words) or (party_term_of_date(date, central) if date else None)
