"""Dates that cannot be right: impossible ones, those against a number's year or term, of the future, or in conflict."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.completion import Completed
from loaders.mention_words import Mention
from loaders.numbers import in_term
from loaders.records import Defect, Header
from loaders.terms import party_term_of_date, party_term_of_words

_PLANNED_YEAR = re.compile(
    r"(?<!\w)(?:phương\s+hướng|nhiệm\s+vụ)(?!\w)[^;.:0-9]{0,80}?\snăm\s+(?:(?P<school>học)\s+[0-9]{4}\s?-\s?)?(?P<year>[0-9]{4})(?!\s?-)",
    re.IGNORECASE,
)
"""What a report or plan has before it: "phương hướng, nhiệm vụ trọng tâm học kỳ II năm học 2023-2024"."""
_YEAR_ENDS = {False: "-12-31", True: "-08-31"}
"""Last day of a year, and of a school year."""
_TERMS = range(9, 30)


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day on which the document can have been issued, perhaps partial, and by what that is known."""

    day: str
    why: str


def find_last_day(header: Header) -> LastDay | None:
    """The document's own date or, where it prints none, the end of the year for which its title plans.

    The newest of the other dates in the text is no proof of the document's own.
    """
    if header.date:
        return LastDay(header.date, f"this document's own date {header.date}")
    planned = [(m["year"] + _YEAR_ENDS[bool(m["school"])], m) for m in _PLANNED_YEAR.finditer(header.title or "")]
    if not planned:
        return None
    day, match = max(planned, key=lambda found: found[0])
    words = " ".join(match.group().split())
    return LastDay(day, f"{day}, by when this document, which prints no date of its own, was written: {words!r}")


class KnownDates:
    """The dates that a document prints for each number, for finding those that differ."""

    def __init__(self, mentions: tuple[Mention, ...], completed: tuple[Completed, ...], header: Header) -> None:
        self._dates: dict[tuple[str, str, str], Counter[str]] = {}
        for mention, done in zip(mentions, completed, strict=True):
            if mention.date and (key := _numbering(mention, done, mention.date)):
                self._dates.setdefault(key, Counter())[mention.date] += 1
        self._own_code, self._own_date = header.code, header.date
        self._own_issuer = header.issuer.id if header.issuer else None

    def in_conflict(self, mention: Mention, done: Completed) -> Defect | None:
        """The defect of a date that other mentions of the same number, or the document's own letterhead, contradict."""
        date, number = mention.date, mention.number
        if date is None or number is None:
            return None
        own = number.code == self._own_code and done.issuer is not None and done.issuer.id == self._own_issuer
        again = number.year is not None or date[:4] == (self._own_date or "")[:4]  # others bear it in other years
        if own and again and self._own_date and not _agree(date, self._own_date):
            text = f"dated {date}, but this document, which bears that number, is dated {self._own_date}"
            return Defect("date_conflict", text)
        key = _numbering(mention, done, date)
        others = self._dates.get(key, Counter()) if key else Counter()
        if len(others) < 2:
            return None
        against = {day: n for day, n in sorted(others.items()) if not _agree(day, date)}
        if not against:
            return None
        elsewhere = ", ".join(f"{day} ({n} time{'s' * (n > 1)})" for day, n in against.items())
        text = f"{number.code} is dated {date} here, but {elsewhere} elsewhere in this document"
        return Defect("date_conflict", text)


def _numbering(mention: Mention, done: Completed, date: str) -> tuple[str, str, str] | None:
    """What has one date only: a number of one issuer within the year, or the term, by which it counts."""
    number = mention.number
    if number is None or number.number is None or not number.symbol:
        return None
    if number.year:
        period = str(number.year)
    elif number.party or number.term:
        period = done.term or "-"
    else:
        period = date[:4]
    return number.code, done.issuer.id if done.issuer else "-", period


def _agree(one: str, other: str) -> bool:
    """Whether two dates, either perhaps partial, can be the same day."""
    return one.startswith(other) or other.startswith(one)


def find_date_defects(mention: Mention, last_day: LastDay | None) -> Iterator[Defect]:
    """The defects of a mention's date that its own words and the document's date show."""
    date, number = mention.date, mention.number
    if date is None:
        return
    year = int(date[:4])
    if len(date) == 10 and int(date[8:]) > monthrange(year, int(date[5:7]))[1]:
        yield Defect("impossible_date", f"there is no day {date}")
    if last_day and date[: len(last_day.day)] > last_day.day:
        yield Defect("date_after_citing", f"dated {date}, after {last_day.why}")
    if number is None:
        return
    if number.year and year != number.year:
        yield Defect("year_against_date", f"the number {number.code} is of {number.year}, but dated {date}")
    if number.term in _TERMS and not number.year:
        sitting = [term for term in _TERMS if in_term(year, term)]
        if sitting and number.term not in sitting:
            meant = " or ".join(map(str, sitting))
            text = f"dated {date}, when the National Assembly was of term {meant}, not {number.term}"
            yield Defect("wrong_term", text)
    if number.party and mention.issuer_words and len(date) == 10:
        printed = party_term_of_words(mention.issuer_words)
        by_date = party_term_of_date(date, central=number.issuer_symbol in ("TW", "TƯ"))
        if printed and by_date and printed != by_date:
            text = f"printed as of {printed} ({mention.issuer_words}), but dated {date}, in {by_date}"
            yield Defect("wrong_term", text)
