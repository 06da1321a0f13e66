"""Ids of documents: `vn:<issuer>:<type>:<year or term>:<number-symbol>`, the same for the same text always.

The rules are in docs/model.md. An unknown part is `-`; a document without a number has `x` and a digest of its title.
"""

import re
from functools import lru_cache
from hashlib import sha256

from loaders.normalise import fold
from loaders.records import DocumentNumber

UNKNOWN = "-"
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=16384)
def slug(words: str) -> str:
    """Lower case, unaccented, words joined by hyphens; & joins what it stands between.

    >>> slug("Sở GD&ĐT tỉnh Bến Tre")
    'so-gddt-tinh-ben-tre'
    """
    return _NOT_SLUG.sub("-", fold(words).replace("&", "")).strip("-")


def document_id(
    issuer_slug: str | None,
    type_name: str | None,
    year: int | None,
    term: str | None,
    number: DocumentNumber | None,
    title: str | None,
) -> str:
    """The id made of these parts; `term` wins over `year` unless the number itself holds the year.

    >>> from loaders.numbers import parse_document_number
    >>> document_id("chinh-phu", "Nghị quyết", 2024, None, parse_document_number("32/NQ-CP"), None)
    'vn:chinh-phu:nghi-quyet:2024:32-nq-cp'
    """
    when = str(number.year) if number and number.year else term or (str(year) if year else UNKNOWN)
    parts = (issuer_slug or UNKNOWN, slug(type_name) if type_name else UNKNOWN, when, number_slug(number, title))
    return "vn:" + ":".join(parts)


def identity_type(printed: str | None, number: DocumentNumber | None) -> str | None:
    """The type that the symbol gives where it gives one: a letter called "Hướng dẫn" and "Công văn" is one document.

    The Party writes QĐ for Quyết định and Quy định alike, so there the printed type decides; and TT without a year is
    often a Tờ trình.
    """
    if number is None or number.type is None or (number.party and number.symbol.startswith("QĐ")):
        return printed
    if printed == "Tờ trình" and number.type == "Thông tư" and number.year is None:
        return printed
    return number.type


def year_of(number: DocumentNumber | None, date: str | None) -> int | None:
    """The year of issue: of the number where it holds one, else of the date."""
    if number and number.year:
        return number.year
    return int(date[:4]) if date else None


def number_slug(number: DocumentNumber | None, title: str | None) -> str:
    """`32-nq-cp`; without a number `x<digest of the folded title>`, then the symbol if there is one."""
    symbol = slug(number.symbol) if number else ""
    if number and number.number:
        first = slug(number.number).lstrip("0") or "0"
    else:
        first = "x" + sha256(fold(title or "").encode()).hexdigest()[:8]
    return f"{first}-{symbol}" if symbol else first
