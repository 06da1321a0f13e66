"""What the words before a number say of its document: "Ngày 21/4/2015, Bộ Tài chính đã ban hành Công văn số …".

Reports, letters and notices tell when and by whom an act was passed before they name it.
"""

import re
from dataclasses import replace

from loaders.dates import match_date
from loaders.mention_words import Mention
from loaders.normalise import squeeze
from loaders.word_patterns import UPPER

_REACH = 180
_PASSED = re.compile(
    rf"""
    (?:\A|[\s(])(?P<date>[Nn]gày\s+[0-3]?[0-9][^;:,\n]{{3,24}}?[0-9]{{4}})\s*,?\s+
    (?P<body>[{UPPER}][^;:,.()0-9]{{2,90}}?)\s+(?:đã\s+)?(?:ký\s+)?(?:ban\s+hành|ký|có)(?:\s+các)?\s*\Z
    """,
    re.VERBOSE,
)
_ACTING = re.compile(
    rf"""
    (?:\A|[,;.:]\s+|\bcủa\s+|\b[Ss]au\s+khi\s+|\bvà\s+)
    (?P<body>[{UPPER}](?:(?!\scủa\s)[^;:,.()0-9]){{2,90}}?)\s+
    (?:đã\s+)?(?:ký\s+)?(?:tại|ban\s+hành|có|trình)\s*\Z
    """,
    re.VERBOSE,
)
_VERBS = ("ại", "ành", "ó", "ình", "ký", "ác")


def with_words_before(mention: Mention, text: str) -> Mention:
    """The mention with the date and the body that the words before it give and those behind it do not."""
    if mention.number is None or (mention.date and mention.issuer_words):
        return mention
    before = text[max(0, mention.start - _REACH) : mention.start].rstrip()
    if not before.endswith(_VERBS):
        return mention
    passed = _PASSED.search(before) if mention.date is None and mention.number.year is None else None
    dated = match_date(before, passed.start("date")) if passed else None
    if passed is not None and dated is not None and dated[0] == passed.end("date"):
        return replace(mention, date_before=dated[1], sender=squeeze(passed["body"]))
    acting = _ACTING.search(before)
    return replace(mention, sender=squeeze(acting["body"])) if acting is not None else mention
