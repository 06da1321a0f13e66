"""What the first mention of a document leaves out, so that nothing in the text tells which document is meant.

The first mention states number, date and issuer, later ones may be short (Decree 30/2020/NĐ-CP annex I, II.5).
"""

import re
from collections.abc import Iterator

from loaders.completion import Completed
from loaders.mention_words import Mention
from loaders.normalise import fold, squeeze
from loaders.records import Defect

PRESENT_FORMS_SINCE = 1997
"""The law of 1996 on legal documents put the year into numbers, and ended forms such as 43 TC/QLCS and 217-HĐBT."""

_NORMATIVE = ("Nghị định", "Thông tư", "Thông tư liên tịch")
"""Types whose numbers hold the year."""
_LAWS = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh")

_DRAFT = re.compile(r"(?:dự\s+thảo|dự\s+án|hồ\s+sơ)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)
_SO = re.compile(r"(?<!\w)số(?!\w)", re.IGNORECASE)


class FirstMentions:
    """The first mention of each document that the whole text leaves open, among all mentions."""

    def __init__(self, mentions: tuple[Mention, ...], completed: tuple[Completed, ...], text: str) -> None:
        self._mentions, self._text = mentions, text
        pairs = tuple(zip(mentions, completed, strict=True))
        known = {name for mention, done in pairs if done.year or done.term for name in _all_names(mention)}
        self._first: set[int] = set()
        self._alone: set[int] = set()
        inside, last_span = 0, (-1, -1)
        for index, (mention, done) in enumerate(pairs):
            names = _names(mention)
            nested = mention.start < inside
            inside = max(inside, mention.end)
            if (mention.start, mention.end) != last_span:
                self._alone.add(index)
                last_span = (mention.start, mention.end)
            if names and not nested and not (done.year or done.term or known.intersection(names)):
                self._first.add(index)
                known.add(names[0])

    def find(self, index: int) -> Iterator[Defect]:
        """The defects of what the mention at `index` leaves out."""
        mention = self._mentions[index]
        number = mention.number
        if number is None:
            if index in self._first and mention.type in _LAWS and not self._is_draft(mention):
                text = f"neither year nor date nor number tells, here or elsewhere, which {mention.title!r} is meant"
                yield Defect("missing_year", text)
            return
        if (
            mention.rule == "type_and_number"
            and index in self._alone
            and not _SO.search(self._text, mention.start, mention.end)
        ):
            yield Defect("missing_so", f"'số' is missing before {number.code}")
        if index in self._first and not number.symbol:
            yield Defect("missing_symbol", f"only the bare number {number.code}, no symbol here or elsewhere")
            return
        kind = number.type or (mention.type if number.term else None)
        if mention.type == "Tờ trình":  # often TT, and numbered by the year
            kind = None
        dated = mention.date[:4] if mention.date else None
        malformed = any(defect.kind == "malformed_year" for defect in number.defects)
        if number.year is None and number.symbol and not malformed and kind in (*_NORMATIVE, *_LAWS):
            if dated is None or int(dated) >= PRESENT_FORMS_SINCE:
                meant = f"{number.number}/{dated or '<year>'}/{number.symbol}"
                yield Defect("missing_year", f"the number of a {kind} holds its year: {meant}")
        elif index in self._first and not malformed:
            text = f"{number.code} comes again every year or term: no date tells, here or elsewhere, which is meant"
            yield Defect("missing_date", text)

    def _is_draft(self, mention: Mention) -> bool:
        """A law not yet passed has no year."""
        return _DRAFT.search(self._text, max(0, mention.start - 30), mention.start) is not None


def _names(mention: Mention) -> tuple[str, ...]:
    """What this mention can be looked up by: number and symbol, or type and bare number, or name."""
    number = mention.number
    if number and number.symbol:
        return (number.code,)
    if number:
        bare = number.code.lstrip("0")
        decision = (f"Quyết định {bare}",) if mention.type == "Đề án" else ()
        return (f"{mention.type} {bare}", *decision)
    return (_plain(mention.title),) if mention.title else ()


def _all_names(mention: Mention) -> Iterator[str]:
    """Everything that other mentions of the same document can be looked up by."""
    yield from _names(mention)
    if mention.number and mention.number.number:
        yield f"{mention.type} {mention.number.number.lstrip('0')}"
    if mention.title:
        yield _plain(mention.title)


def _plain(title: str) -> str:
    return squeeze(fold(title).replace(",", " "))
