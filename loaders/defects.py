"""What cannot be right as printed, found and explained, never silently mended."""

from loaders.mention_words import Mention
from loaders.records import Defect, DocumentNumber

_NORMATIVE = ("Nghị định", "Thông tư", "Thông tư liên tịch")
"""Types whose numbers hold the year (Law 80/2015/QH13 article 10)."""


def find_defects(
    mentions: tuple[Mention, ...], own_date: str | None, original_quotes: tuple[str, ...]
) -> tuple[tuple[Defect, ...], ...]:
    """The defects of each mention, in their order; `original_quotes` are the words before normalising."""
    dates = _dates_of_numbers(mentions)
    return tuple(
        (*_of_number(mention), *_of_dates(mention, dates, own_date), *_of_letters(quote))
        for mention, quote in zip(mentions, original_quotes, strict=True)
    )


def _of_number(mention: Mention) -> tuple[Defect, ...]:
    number = mention.number
    if number is None:
        return ()
    missing: tuple[Defect, ...] = ()
    if number.year is None and number.type in _NORMATIVE and number.symbol:
        meant = (
            f"{number.number}/{mention.date[:4]}/{number.symbol}"
            if mention.date
            else f"{number.number}/<year>/{number.symbol}"
        )
        missing = (Defect("missing_year", f"the number of a {number.type} holds its year: {meant}"),)
    return (*number.defects, *missing)


def _of_dates(mention: Mention, dates: dict[str, set[str]], own_date: str | None) -> tuple[Defect, ...]:
    found: list[Defect] = []
    date = mention.date
    if date is None or len(date) < 10:
        return ()
    if own_date and len(own_date) == 10 and date > own_date:
        found.append(Defect("date_after_citing", f"dated {date}, after this document's own date {own_date}"))
    number = mention.number
    if number and number.year and int(date[:4]) != number.year:
        found.append(Defect("year_against_date", f"the number says {number.year}, the date {date}"))
    others = sorted(dates.get(_key(number), set()) - {date}) if number else []
    if others:
        found.append(Defect("date_conflict", f"dated {date} here and {', '.join(others)} elsewhere in the document"))
    return tuple(found)


def _of_letters(quote: str) -> tuple[Defect, ...]:
    odd = sorted({c for c in quote if c in "\u00d0\u0189" or "\u0400" <= c <= "\u04ff"})
    return tuple(Defect("look_alike_letter", f"U+{ord(c):04X} {c!r} is printed for another letter") for c in odd)


def _key(number: DocumentNumber | None) -> str:
    return number.code if number else ""


def _dates_of_numbers(mentions: tuple[Mention, ...]) -> dict[str, set[str]]:
    """Full dates printed for each number that holds its own year; numbers of other kinds come again every year."""
    dates: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.number and mention.number.year and mention.date and len(mention.date) == 10:
            dates.setdefault(mention.number.code, set()).add(mention.date)
    return dates
