"""What a number must mean that cannot be right as printed: the National Assembly's term follows from the year."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from cypher.names import id_parts
from loaders.errors import NumberFormatError
from loaders.numbers import in_term, parse_document_number
from loaders.records import Citation, DocumentNumber

_TERMS: Final = range(9, 30)
_TERM: Final = re.compile(r"(?<=QH)K?[0-9]{1,2}\Z")


@lru_cache(maxsize=8192)
def number_of(code: str) -> DocumentNumber | None:
    """The parts of a code; None where it has not the form of a number."""
    try:
        return parse_document_number(code)
    except NumberFormatError:
        return None


def meant_by(citation: Citation) -> tuple[Citation, str | None]:
    """The citation as it must be meant, and how that was found; the same and None where nothing is wrong or certain.

    51/2017/QH15 must mean 51/2017/QH14: of the year 2017 only term 14 sat. In 2021 two terms sat, so that 15/2021/QH13
    may mean either, and stays what it is.
    """
    number = number_of(citation.code) if citation.code else None
    if number is None or not number.term or not number.year or in_term(number.year, number.term):
        return citation, None
    sitting = [term for term in _TERMS if in_term(number.year, term)]
    code, found = _TERM.subn(str(sitting[0]), number.code) if len(sitting) == 1 else (number.code, 0)
    if not found or id_parts(citation.document_id).number is None:
        return citation, None
    head, _, slug = citation.document_id.rpartition(":")
    meant = f"{head}:{re.sub(r'qhk?[0-9]+', f'qh{sitting[0]}', slug)}"
    symbol = _TERM.sub(str(sitting[0]), number.symbol)
    term = f"qh{sitting[0]}" if citation.term else None
    how = f"{code} is meant, since the National Assembly of {number.year} is of term {sitting[0]}"
    return replace(citation, document_id=meant, code=code, symbol=symbol, term=term), how
