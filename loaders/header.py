"""The header of a document: what letterhead, title, signature and, without a letterhead, its words say about itself."""

import re
from dataclasses import replace
from functools import lru_cache

from loaders.bodies import Home, find_abbreviations
from loaders.closing import find_closing
from loaders.dates import match_date
from loaders.document_title import Title, read_title, title_words
from loaders.issuers import province_name, read_issuer, units_above
from loaders.letterhead import Letterhead, read_letterhead
from loaders.places import find_place
from loaders.records import Header
from loaders.signature import Signature, read_signature

_ADOPTED = re.compile(r"thông\s+qua\s+(?:ngày|tại[^.;\n]{0,80}ngày)")
_ADOPTING_TYPES = ("Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết", "Hiến pháp")
_FROM_NUMBER = ("Văn bản hợp nhất",)
"""Types that the number states although the type line keeps that of the text they restate."""
_TELEGRAM = re.compile(r"\s*(?:điện|Điện|gửi)\b")
_SHORT = 300


def read_header(text: str) -> Header:
    """The header of a normalised text; a sentence, or a text that says nothing of itself, has None in every field.

    >>> read_header("Theo Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chính phủ.").number is None
    True
    """
    head = read_letterhead(text)
    if not (head.type or head.number_span or head.subject or head.has_motto or head.date_span):
        closing = find_closing(text)
        signature = read_signature(text, closing) if closing else Signature(None, None)
        end = closing.start if closing else None
        return Header(signer=signature.signer, signer_title=signature.signer_title, body_end=end)
    title = _read_title(text, head)
    if title.number and len(text) < _SHORT and head.number is None:
        return Header()
    closing = find_closing(text, max(head.end, title.end))
    signature = read_signature(text, closing) if closing else Signature(None, None)
    number = head.number or title.number
    date = head.date or title.date or _date_of_adoption(text, head, closing.start if closing else len(text))
    issuer = read_issuer(text, head, title, date, closing)
    body = issuer.body
    return Header(
        type=_type(head, number.type if number else None),
        number=number.number if number else head.bare_number,
        symbol=number.symbol if number else None,
        code=number.code if number else None,
        date=date,
        place=head.place,
        title=title_words(text, title),
        title_start=title.span.start if title.span else None,
        title_end=title.span.end if title.span else None,
        issuer=body,
        issuer_inferred=issuer.inferred,
        issuer_start=issuer.start,
        issuer_end=issuer.end,
        level=body.level if body and body.level else issuer.home.level if body else None,
        province=province_name(issuer.home, body),
        district=body.district if body else None,
        commune=body.commune if body else None,
        signer=signature.signer,
        signer_title=signature.signer_title,
        body_start=_body_start(text, head, title, closing.start if closing else len(text)),
        body_end=closing.start if closing else None,
    )


def _read_title(text: str, head: Letterhead) -> Title:
    """The title below the type line; where that line is missing, what stands in capitals below the letterhead."""
    if head.subject is None and (head.type_span or (head.number and head.has_motto)):
        title = read_title(text, head.end)
        if head.type_span or title.span is None or text[title.span.start : title.span.end].isupper():
            return title
    return Title(head.subject, None, None, None, None, head.end)


def _type(head: Letterhead, of_number: str | None) -> str | None:
    if of_number in _FROM_NUMBER:
        return of_number
    if head.type:
        return head.type
    if head.subject or (of_number is None and head.number_span):
        return "Công văn" if head.subject or head.number else None
    return of_number


def _body_start(text: str, head: Letterhead, title: Title, end: int) -> int:
    start = max(head.end, title.end)
    if title.enacting and _TELEGRAM.match(text, title.enacting.end):
        start = title.enacting.start
    while start < end and text[start] in " \n*_#-|":
        start += 1
    return start if head.end else 0


def _date_of_adoption(text: str, head: Letterhead, end: int) -> str | None:
    """The day on which an assembly adopted the act, from its last sentence."""
    if head.type not in _ADOPTING_TYPES:
        return None
    for match in _ADOPTED.finditer(text, max(0, end - 1500), end):
        dated = match_date(text, match.end() - 4)
        if dated:
            return dated[1]
    return None


@lru_cache(maxsize=1)
def home_of(header: Header, text: str) -> Home:
    """The home by which the document leaves names short: its place, issuer and own abbreviations."""
    date = header.date
    body = header.issuer
    province = find_place(header.province, "province", date) if header.province else None
    district = find_place(header.district, "district", date, province) if header.district else None
    commune = find_place(header.commune, "commune", date, province) if header.commune else None
    if body is not None and body.place is not None:
        units = units_above(body.place)
        province, district, commune = (
            units.get("province", province),
            units.get("district", district),
            units.get("commune", commune),
        )
    home = Home(province, district, commune, body, header.level, find_abbreviations(text), date)
    return replace(home, date=date if date is None or len(date) >= 4 else None)
