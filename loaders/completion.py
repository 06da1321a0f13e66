"""What a mention's own words leave out, filled in from the symbol, the document's place and fuller mentions in it.

Each completed field says how. Nothing is taken from outside the document; the graph does that later.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from loaders.bodies import EMPTY_HOME, Home, body_of_symbol, document_issuer_slug, resolve_body
from loaders.identity import document_id, identity_type, year_of
from loaders.mention_words import Mention
from loaders.records import Body
from loaders.relations import Relation
from loaders.terms import term_of


@dataclass(frozen=True, slots=True)
class Completed:
    """What is believed of a mention's document, and how each field that was not printed came about."""

    issuer: Body | None
    year: int | None
    term: str | None
    date: str | None
    document_id: str
    open: bool
    how: tuple[tuple[str, str], ...]


_LOCAL = re.compile(
    r"(?:Sở|Phòng|UBND|HĐND|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân|Hội\s+đồng\s+nhân\s+dân|Tỉnh\s+ủy)(?!\w)", re.IGNORECASE
)
_WITHOUT_PLACE = re.compile(r"(?:tỉnh|thành\s+phố|huyện|quận|xã|phường|thị\s+xã|nhân\s+dân)\Z", re.IGNORECASE)
"""Words of an issuer that end with a level: which place is meant, the citing document's own or another's, is open."""
_LAW_ISSUERS = {
    "Luật": "Quốc hội",
    "Bộ luật": "Quốc hội",
    "Hiến pháp": "Quốc hội",
    "Pháp lệnh": "Ủy ban Thường vụ Quốc hội",
    "Nghị định": "Chính phủ",
}


def without_foreign_issuer(mention: Mention, home: Home) -> Mention:
    """The mention without a printed issuer that cannot be its own: the words belong to what stands before it.

    In "Kế hoạch thực hiện Nghị quyết số 32/NQ-CP của Sở Giáo dục và Đào tạo" the plan is the department's.
    Two central bodies that disagree are kept as printed: the defects say so.
    """
    number = mention.number
    if number is None or mention.issuer_from is None or not mention.issuer_words or not number.issuer_symbol:
        return mention
    by_symbol = body_of_symbol(number.issuer_symbol, mention.type, home, party=number.party)
    if by_symbol is None or by_symbol.level != "central":
        return mention
    printed = resolve_body(mention.issuer_words, home)
    local = printed.level not in (None, "central") if printed else _LOCAL.match(mention.issuer_words) is not None
    if not local:
        return mention
    return replace(mention, end=mention.issuer_from, issuer_words=None, issuer_from=None)


def complete(
    mentions: tuple[Mention, ...], relations: tuple[Relation, ...], home: Home, fuller: tuple[Mention | None, ...]
) -> tuple[Completed, ...]:
    """The completed fields of each mention; `fuller[i]` is the mention that names the same document best, or None."""
    placed = _issuers_with_places(mentions, home)
    acting = _acting_issuers(mentions, home)
    completed = [
        _complete_one(m, home, better, placed.get((m.number.code, m.date)) if m.number and m.date else None, acting)
        for m, better in zip(mentions, fuller, strict=True)
    ]
    for index, (mention, relation) in enumerate(zip(mentions, relations, strict=True)):
        if mention.number is None and relation.type in ("PROMULGATES", "APPROVES") and completed[index].issuer is None:
            act = completed[relation.owner] if relation.owner is not None else None
            issuer = act.issuer if act else home.issuer
            year = act.year if act else int(home.date[:4]) if home.date else None
            completed[index] = _given_by(mention, completed[index], issuer, year)
    return tuple(completed)


def _given_by(mention: Mention, before: Completed, issuer: Body | None, year: int | None) -> Completed:
    """What is promulgated or approved has the issuer and the year of the act that does it."""
    slug = document_issuer_slug(issuer, None)
    when = before.year or year
    how = dict(before.how) | {"issuer": "promulgating_act"} | ({} if before.year else {"year": "promulgating_act"})
    identity = document_id(slug, mention.type, when, None, None, mention.title)
    return replace(
        before, issuer=issuer, year=when, document_id=identity, open=not (slug and when), how=tuple(how.items())
    )


class _FullMentions:
    """Mentions of one number or name that say more of it, in order."""

    def __init__(self) -> None:
        self.indexes: list[int] = []
        self.mentions: list[Mention] = []
        self.years: set[int | None] = set()
        self.issuers: set[str] = set()

    def add(self, index: int, mention: Mention, issuer: Body | None) -> None:
        self.indexes.append(index)
        self.mentions.append(mention)
        self.years.add(_year_of(mention))
        if issuer:
            self.issuers.add(issuer.id)

    def nearest(self, index: int, issuer: Body | None) -> Mention | None:
        """The last one before `index`, else the first after it; None where they differ in year or issuer."""
        if len(self.years) != 1 or len(self.issuers) > 1 or (issuer and self.issuers - {issuer.id}):
            return None
        return self.mentions[max(0, bisect_left(self.indexes, index) - 1)]


def find_fuller(mentions: tuple[Mention, ...], home: Home) -> tuple[Mention | None, ...]:
    """For each mention that lacks date or number, the mention in the same document that says more of it.

    An earlier one wins over a later one; where the fuller mentions differ in year or issuer, none does.
    """
    dated: dict[str, _FullMentions] = {}
    known: dict[str, _FullMentions] = {}
    issuers = [resolve_body(m.issuer_words, home) if m.issuer_words else None for m in mentions]
    keys = [_keys(mention) for mention in mentions]
    for index, mention in enumerate(mentions):
        number = mention.number
        if _date_of(mention) or (number and number.symbol and (number.year or mention.title)):
            for key in keys[index]:
                for table in (known, dated) if _date_of(mention) else (known,):
                    table.setdefault(key, _FullMentions()).add(index, mention, issuers[index])
    found: list[Mention | None] = []
    for index, mention in enumerate(mentions):
        table = dated if mention.number and mention.number.symbol else known
        full = table.get(keys[index][0]) if keys[index] and _date_of(mention) is None else None
        found.append(full.nearest(index, issuers[index]) if full else None)
    return tuple(found)


def _keys(mention: Mention) -> tuple[str, ...]:
    """What the mention can be looked up by: number and symbol, or name, or type and bare number."""
    number = mention.number
    short = f"{mention.type} {number.number.lstrip('0')}" if number and number.number else None
    name = mention.title.lower() if mention.title else None
    keys = (
        number.code if number and number.symbol else None,
        short if number and not number.symbol else None,
        name,
        short,
    )
    return tuple(dict.fromkeys(key for key in keys if key))


def _year_of(mention: Mention) -> int | None:
    return year_of(mention.number, _date_of(mention))


def _date_of(mention: Mention) -> str | None:
    return mention.date or mention.date_before


def _issuers_with_places(mentions: tuple[Mention, ...], home: Home) -> dict[tuple[str, str], Body]:
    """(number, date) -> the issuer that a mention names with its place; others may say "của Ủy ban nhân dân tỉnh"."""
    found: dict[tuple[str, str], Body] = {}
    for mention in mentions:
        words = mention.issuer_words
        if mention.number and mention.date and words and _LOCAL.match(words) and not _WITHOUT_PLACE.search(words):
            body = resolve_body(words, home)
            if body:
                found.setdefault((mention.number.code, mention.date), body)
    return found


def _acting_issuers(mentions: tuple[Mention, ...], home: Home) -> dict[str, Body | None]:
    """Number of the Party's centre -> whom words beside a mention of it name, None where they differ.

    Its symbol is that of several bodies, and an undated mention has no fuller one.
    """
    found: dict[str, Body | None] = {}
    for mention in mentions:
        number, words = mention.number, mention.issuer_words or mention.sender
        if number and words and number.party and number.issuer_symbol == "TW" and (body := resolve_body(words, home)):
            other = found.setdefault(number.code, body)
            found[number.code] = body if other is not None and other.id == body.id else None
    return found


def _complete_one(
    mention: Mention, home: Home, fuller: Mention | None, elsewhere: Body | None, acting: dict[str, Body | None]
) -> Completed:
    how: dict[str, str] = {}
    number = mention.number
    issuer = resolve_body(mention.issuer_words, home) if mention.issuer_words else None
    if mention.issuer_words and issuer and issuer.place and _lacks_place(mention.issuer_words):
        how["issuer"] = "own_place"
    if mention.issuer_words and elsewhere and _WITHOUT_PLACE.search(mention.issuer_words):
        issuer, how["issuer"] = elsewhere, "fuller_mention"
    if issuer is None and fuller and fuller.issuer_words:
        issuer = resolve_body(fuller.issuer_words, home)
        how["issuer"] = "fuller_mention"
    if issuer is None and number and number.issuer_symbol:
        issuer = body_of_symbol(number.issuer_symbol, mention.type, home, party=number.party)
        how["issuer"] = "symbol"
    if mention.sender and mention.type == "Tờ trình" and how.get("issuer") == "symbol":
        sender = resolve_body(mention.sender, home)
        if sender and (issuer is None or issuer.level != sender.level):
            issuer, how["issuer"] = sender, "words_before"
    if issuer is None and mention.sender:
        issuer = resolve_body(mention.sender, home)
        how["issuer"] = "words_before"
    if issuer is None and number and number.code in acting:
        issuer = acting[number.code]
        how["issuer"] = "fuller_mention"
    if issuer is None and mention.type in _LAW_ISSUERS:
        issuer = resolve_body(_LAW_ISSUERS[mention.type], home)
        how["issuer"] = "type"
    if issuer is None:
        how.pop("issuer", None)
    year = _year_of(mention)
    if year and mention.date_before and mention.date is None:
        how["year"] = "words_before"
    if year is None and fuller:
        year, how["year"] = _year_of(fuller), "fuller_mention"
    date = mention.date
    if date is None and fuller and fuller.date:
        date, how["date"] = fuller.date, "fuller_mention"
    if date is None and mention.date_before:
        date, how["date"] = mention.date_before, "words_before"
    term = _term(mention, fuller, date)
    if term and term != _term(mention, None, None):
        how["term"] = "date" if term == _term(mention, None, mention.date) else "fuller_mention"
    named_number = fuller.number if fuller and (number is None or not number.symbol) else number
    kind = identity_type(mention.type, mention.number)
    slug = document_issuer_slug(issuer, named_number)
    identity = document_id(slug, kind, year, term, named_number, mention.title)
    is_open = slug is None or (year is None and term is None)
    return Completed(issuer, year, term, date, identity, is_open, tuple(how.items()))


def _lacks_place(words: str) -> bool:
    """Whether these words name no place, so that it is the citing document's."""
    alone = resolve_body(words, EMPTY_HOME)
    return alone is None or alone.place is None


def _term(mention: Mention, fuller: Mention | None, date: str | None) -> str | None:
    number = mention.number
    central = number is not None and number.issuer_symbol in ("TW", "TƯ", "VPTW")
    words = mention.issuer_words or (fuller.issuer_words if fuller else None)
    return term_of(number, date, central, (words or "") if central else "")
