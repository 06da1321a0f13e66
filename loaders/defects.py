"""What cannot be right as printed, found and explained, never silently mended (kinds: facts/defect_kinds.csv)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.bodies import body_of_symbol, document_issuer_slug
from loaders.completion import Completed
from loaders.defect_dates import KnownDates, find_date_defects, find_last_day
from loaders.home import Home
from loaders.issuer_symbols import PARTY_ISSUER_SYMBOLS
from loaders.mention_words import Mention
from loaders.missing_words import PRESENT_FORMS_SINCE, FirstMentions
from loaders.normalise import normalise
from loaders.records import Body, Defect, DocumentNumber, Header

_JOINT_TYPES = ("Thông tư liên tịch", "Nghị quyết liên tịch")
_ALSO_CALLED = frozenset(
    {
        ("Thông tư", "Thông tư liên tịch"),
        ("Thông tư liên tịch", "Thông tư"),
        ("Nghị quyết", "Nghị quyết liên tịch"),
        ("Kết luận", "Thông báo"),
        ("Tờ trình", "Thông tư"),
    }
)
"""(printed type, type of the symbol) that name the same act: a notice is often called by the conclusion in it."""
_PARTS = frozenset(("office", "post", "other"))
_STATE_KINDS = frozenset(("government", "ministry", "people_committee", "people_council", "assembly"))
_ODD_LETTER = re.compile("[\u00d0\u0189\u0400-\u04ff]")


def find_defects(
    mentions: tuple[Mention, ...],
    completed: tuple[Completed, ...],
    header: Header,
    home: Home,
    text: str,
    original_quotes: tuple[str, ...],
) -> tuple[tuple[Defect, ...], ...]:
    """The defects of each mention, in their order.

    `text` is the normalised text, `original_quotes` the words of the mentions before normalising. What is missing is
    a defect of the first mention only: later ones may be short.
    """
    last_day = find_last_day(header)
    dates = KnownDates(mentions, completed, header)
    missing = FirstMentions(mentions, completed, text)
    found: list[tuple[Defect, ...]] = []
    for index, (mention, done, quote) in enumerate(zip(mentions, completed, original_quotes, strict=True)):
        own = mention.number is not None and mention.number.code == header.code
        defects = [*_of_number(mention), *find_date_defects(mention, None if own else last_day)]
        if conflict := dates.in_conflict(mention, done):
            defects.append(conflict)
        defects += (*_of_issuer(mention, done, home), *_of_letters(quote), *missing.find(index))
        found.append(tuple(defects))
    return tuple(found)


def _of_number(mention: Mention) -> Iterator[Defect]:
    number = mention.number
    if number is None:
        return
    old = _is_old_form(number, mention.date)
    for defect in number.defects:
        if old and defect.kind == "stray_space":
            continue
        says = number.code in defect.text or defect.kind != "stray_space"
        yield defect if says else replace(defect, text=f"{defect.text} must be {number.code}")
    printed, meant = mention.type, number.type
    if old or meant in (None, "Công văn", printed) or printed is None or (printed, meant) in _ALSO_CALLED:
        return
    if number.party and {printed, meant} == {"Quyết định", "Quy định"}:
        return
    yield Defect("type_against_symbol", f"called {printed!r}, but {number.code} is the number of a {meant}")


def _of_issuer(mention: Mention, done: Completed, home: Home) -> Iterator[Defect]:
    """A printed issuer that is neither the body of the symbol, nor a post or a part of it."""
    number, printed = mention.number, done.issuer
    completed = any(field == "issuer" for field, _ in done.how)
    if number is None or printed is None or completed or not mention.issuer_words or not number.issuer_symbol:
        return
    if number.type in _JOINT_TYPES or printed.kind == "group" or _is_old_form(number, mention.date):
        return
    if number.party:
        disagree = printed.kind in _STATE_KINDS
    else:
        slug = document_issuer_slug(printed, number)
        disagree = slug is not None and f"body:{slug}" not in _stands_for(printed)
    if not disagree:
        return
    meant = body_of_symbol(number.issuer_symbol, mention.type, home, party=number.party)
    if meant and printed.id in _stands_for(meant):
        return
    named = f" ({meant.name})" if meant else ""
    text = f"issuer printed as {mention.issuer_words!r}, but {number.symbol} is of {number.issuer_symbol}{named}"
    yield Defect("issuer_against_symbol", text)


def _is_old_form(number: DocumentNumber, date: str | None) -> bool:
    """Numbers of before 1997, whose symbols named issuers of the time in forms of their own: 43 TC/QLCS, 24/CP."""
    if date:
        return int(date[:4]) < PRESENT_FORMS_SINCE
    return "/" in number.symbol and not number.year and number.issuer_symbol not in PARTY_ISSUER_SYMBOLS


def _stands_for(body: Body) -> set[str]:
    """Ids of the body and, for an office or a post of another, of that one too."""
    ids = {body.id}
    while body.part_of and body.kind in _PARTS:
        body = body.part_of
        ids.add(body.id)
    return ids


def _of_letters(quote: str) -> Iterator[Defect]:
    """Letters of other alphabets that look like the right ones, which normalising has repaired."""
    odd = sorted(set(_ODD_LETTER.findall(quote)))
    if odd:
        listed = ", ".join(f"U+{ord(c):04X} {c!r} for {normalise(c).text!r}" for c in odd)
        yield Defect("look_alike_letter", f"letters that only look right: {listed}")
