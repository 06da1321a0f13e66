"""Citations of a text: mentions with their relation, completed and judged."""

import re

from loaders.bodies import Home
from loaders.completion import Completed, complete, find_fuller, without_foreign_issuer
from loaders.confidence import confidence_of
from loaders.defects import find_defects
from loaders.mention_words import Mention
from loaders.mentions import find_mentions
from loaders.normalise import NormalisedText, fold, squeeze
from loaders.pinpoints import find_pinpoint
from loaders.records import Citation, Defect, Header
from loaders.relations import Relation, find_relations
from loaders.sentences import clause_start
from loaders.titles_behind import find_title_behind
from loaders.zones import find_zones

_NUMBER_BEFORE = re.compile(r"[0-9]/\S|[0-9]-\S+/")
_GIVES = re.compile(r"(?:(?:ve viec|v/v)\s*)?ban hanh(?: kem theo)?\s+")
_ENACTING = re.compile(r"^(?:[^,;]*,\s*)?(?:Ủy|Uỷ|UBND|Hội|Sở|Bộ|Chính|Ban|Thủ|Phòng)[^,;]*\s(?:ban hành|xây dựng)\Z")


LONGEST_CONTEXT = 4000
"""Code points of context kept on each side of a citation; only endless lists have more."""


def find_citations(normalised: NormalisedText, original: str, header: Header, home: Home) -> tuple[Citation, ...]:
    """Every citation of the text, by start; spans count in the normalised text, quotes are the original's words."""
    text = normalised.text
    zones = find_zones(text, header)
    mentions = tuple(
        without_foreign_issuer(m, home)
        for m in find_mentions(text)
        if not _is_own(m, header, zones.zone_at(m.start), text)
    )
    relations = find_relations(text, mentions, zones, header)
    completed = complete(mentions, relations, home, find_fuller(mentions, home))
    quotes = tuple(original[slice(*normalised.original_span(m.start, m.end))] for m in mentions)
    defects = find_defects(mentions, completed, header, home, text, quotes)
    pinpoints = [find_pinpoint(text, mention.start) for mention in mentions]
    titles = [mention.title or find_title_behind(text, mentions, i, zones) for i, mention in enumerate(mentions)]
    rows = zip(mentions, relations, completed, quotes, defects, pinpoints, titles, strict=True)
    return tuple(_citation(*row) for row in rows)


def _is_own(mention: Mention, header: Header, zone: str, text: str) -> bool:
    """The document's own number in its letterhead or an annex, and its own name, are no citations of itself."""
    number = mention.number
    if number is None:
        if mention.rule != "name":
            return False
        own = mention.type == header.type and _is_own_name(mention, header, zone, text)
        return own or (zone != "title" and _is_own_annex(mention, header))
    if zone == "letterhead" and mention.rule in ("so_and_number", "number_alone"):
        return True
    if header.code is None or number.number is None:
        return False
    if number.code != header.code:
        # a web site's heading above the letterhead may add the year
        again = (number.number, number.symbol) == (header.number, header.symbol)
        return zone == "letterhead" and again and str(number.year) == (header.date or "")[:4]
    return mention.date is None or header.date is None or header.date.startswith(mention.date)


def _is_own_name(mention: Mention, header: Header, zone: str, text: str) -> bool:
    """A plan that names itself: "Ủy ban nhân dân tỉnh ban hành Kế hoạch …", or its title again later."""
    before = squeeze(text[clause_start(text, mention.start) : mention.start])
    if _NUMBER_BEFORE.search(before):
        return False
    if zone == "preamble" and _ENACTING.search(before):
        return True
    name = fold(mention.title or "").split()[len((mention.type or "").split()) :]
    return name[:3] == fold(header.title or "").split()[:3]


def _is_own_annex(mention: Mention, header: Header) -> bool:
    """What the document itself promulgates or approves, named again: "Quy chế …" under a decision that issues it."""
    given = _GIVES.match(fold(header.title or ""))
    if given is None:
        return False
    name = fold(mention.title or "").replace('"', "").split()
    words = fold(header.title or "")[given.end() :].replace('"', "").split()
    return len(name) > 3 and words[: len(name)][:5] == name[:5]


def _citation(
    mention: Mention,
    relation: Relation,
    done: Completed,
    quote: str,
    defects: tuple[Defect, ...],
    pinpoint: str | None,
    title: str | None,
) -> Citation:
    number = mention.number
    return Citation(
        start=mention.start,
        end=mention.end,
        quote=squeeze(quote),
        context_start=min(max(relation.context_start, mention.start - LONGEST_CONTEXT), mention.start),
        context_end=max(min(relation.context_end, mention.end + LONGEST_CONTEXT), mention.end),
        type=mention.type,
        code=number.code if number else None,
        number=number.number if number else None,
        symbol=(number.symbol or None) if number else None,
        year=done.year,
        term=done.term,
        date=done.date,
        title=title,
        issuer=done.issuer,
        pinpoint=pinpoint,
        relation=relation.type,
        owner=relation.owner,
        rule=f"{mention.rule}/{relation.rule}",
        confidence=confidence_of(mention, relation, done, defects),
        document_id=done.document_id,
        open=done.open,
        defects=defects,
        completed=done.how,
    )
