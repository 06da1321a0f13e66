"""Bodies: who is meant by words or by a symbol, in a document of a certain place and issuer.

A name is completed from the document's home ("UBND tỉnh" in a plan of Bến Tre) and is None where that leaves it open.
A post that stands for its body gives the body; one that is printed as issuer in its own right (Bộ trưởng Bộ Tài
chính) keeps its name, has kind "post", the id of its institution, and the institution as `part_of`.
"""

import re
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from loaders.abbreviations import find_abbreviations
from loaders.body_building import CENTRAL_PARTY, body_slug, build_body, place_body, unknown_place_body
from loaders.body_facts import BodyFact, body_facts, facts_by_symbol, symbol_key
from loaders.body_groups import read_group
from loaders.body_names import BodyName, PlaceWords, read_body_name, read_open_name
from loaders.congresses import CongressName, read_congress_name
from loaders.home import EMPTY_HOME, Home
from loaders.normalise import squeeze
from loaders.places import LEVEL_OF_KIND, find_place
from loaders.records import Body, DocumentNumber, Place
from loaders.spelling import settle_words

__all__ = [
    "EMPTY_HOME",
    "Home",
    "body_of_symbol",
    "body_slug",
    "document_issuer_slug",
    "find_abbreviations",
    "find_body_name_end",
    "institution",
    "resolve_body",
]

_ASSEMBLY_SYMBOL = re.compile(r"(?P<committee>UBTV(?:QH)?)?(?:QH)?K?[0-9]{0,2}\Z")
_LEADING = re.compile(r"(?:của\s+|bởi\s+)?(?:(?:đồng\s+chí|đ/c)\s+)?", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]{1,120}\)\s*$")
_PERSON = re.compile(r"\s*(?:[A-ZÀ-ỸĐ][\w']*\s*){2,5}$")
_UNDER = re.compile(r"\s*,?\s*(?:trực\s+)?thuộc\s+|\s+của\s+", re.IGNORECASE)
_KIND_WORD = re.compile(r"\s(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn)(?:\s|$)", re.IGNORECASE)
_OWN_UNIT = re.compile(
    r"(?P<head>(?:Phòng|Văn phòng|Thanh tra|Khoa|Tổ|Vụ|Ban Giám đốc|Trung tâm)\b.*?)(?:\s+(?:Sở|Bộ|Cục))?$",
    re.IGNORECASE,
)
_SCHOOLS = ("trường", "đại học", "học viện", "phân hiệu")
_OFFICE = re.compile(r"(?:phòng|văn phòng|thanh tra|cục|chi cục|trung tâm|ban|vụ|sở|tổ|đài|báo|viện)\b(?! hợp)")
_MANY_OF_A_PLACE = ("Trung tâm", "Chi cục", "Hạt", "Trường")
"""Heads that name no body without a place: a province has many."""
_COMPLETED_WITHOUT_PLACE = {"people_committee", "people_council", "party", "office", "department", "other", "assembly"}

LEAST_LIKENESS = 90.0
"""Of 100: a misprinted name is taken for a known one from this on, when no other known one is within 4 points."""


def resolve_body(words: str, home: Home) -> Body | None:
    """The body that printed words name, or None when they name none or leave it open which.

    >>> home = Home(province=find_place("tỉnh Bến Tre"), level="province")
    >>> resolve_body("Sở GD&ĐT", home).name, resolve_body("Sở GD&ĐT", EMPTY_HOME)
    ('Sở Giáo dục và Đào tạo tỉnh Bến Tre', None)
    """
    plain = squeeze(words).replace("–", "-").strip(" .,;:-'\"“”")
    plain = _ASIDE.sub("", plain[_LEADING.match(plain).end() :])  # type: ignore[union-attr]
    return _resolve(plain, home, True) if plain else None


def _resolve(words: str, home: Home, fuzzy: bool) -> Body | None:
    congress = read_congress_name(words, 0)
    if congress and congress.end == len(words):
        return _congress_body(congress, home)
    name = read_body_name(words, 0, home.abbreviations)
    if name:
        rest = words[name.end :]
        if not rest.strip(" .,;"):
            return _complete(name, home)
        under = _UNDER.match(rest)
        superior = _resolve(rest[under.end() :], home, False) if under else None
        if superior and superior.kind != "group":
            return _complete_under(name, superior, home)
        if name.fact and (name.post or name.fact.kind == "post") and _PERSON.fullmatch(rest):
            return _complete(name, home)
    group = read_group(words, home)
    if group:
        return group
    opened = read_open_name(words, 0, home.abbreviations, capital=False)
    if opened and opened.end == len(words):
        return _open_body(opened, home)
    return _resolve_misprint(words, home) if fuzzy else None


def _resolve_misprint(words: str, home: Home) -> Body | None:
    """The body that a misprinted name means ("Thủ tưởng Chính phủ"): the one that is like it, of those with its head."""
    kind = _KIND_WORD.search(words)
    head = words[: kind.start()] if kind else words
    key = " ".join(settle_words(head))
    if len(key) < 10:
        return None
    choices = _names_by_first_word().get(key.split()[0])
    if not choices:
        return None
    best = process.extract(key, choices, scorer=fuzz.ratio, limit=2)
    if best[0][1] < LEAST_LIKENESS or (len(best) > 1 and best[0][1] - best[1][1] < 4):
        return None
    return _resolve(f"{best[0][2]}{words[len(head) :]}", home, False)


@lru_cache(maxsize=1)
def _names_by_first_word() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name in body_facts():
        key = settle_words(name.replace(",", " "))
        found.setdefault(key[0], {})[name] = " ".join(key)
    return found


def _complete(name: BodyName, home: Home) -> Body | None:
    """The body of a name as read, its place completed from the document's home."""
    fact = name.fact
    if fact is None:
        issuer = institution(home.issuer) if home.issuer else None
        body = issuer if issuer and issuer.kind == "ministry" and name.post and name.post.name == "Bộ trưởng" else None
    else:
        body = _unit_of_issuer(name, home) or _complete_place(fact, name.place, home)
    if body is None or name.post is None or not name.post.keeps_name:
        return body
    return replace(body, name=f"{name.post.name} {body.name}", kind="post", part_of=body)


def _unit_of_issuer(name: BodyName, home: Home) -> Body | None:
    """The issuer's own Phòng, in a document of a Sở; one of the Sở's own field is a district's, so not this."""
    issuer = home.issuer
    if (
        name.fact is None
        or name.place
        or not issuer
        or issuer.kind != "department"
        or not name.fact.name.startswith("Phòng ")
    ):
        return None
    field = name.fact.name.removeprefix("Phòng ")
    return None if issuer.name.startswith(f"Sở {field}") else _unit(name.fact.name, issuer)


def _unit(head: str, issuer: Body) -> Body:
    name = f"{head} {issuer.name}"
    return replace(issuer, id=f"body:{body_slug(name)}", name=name, kind="office", part_of=issuer)


def _complete_place(fact: BodyFact, printed: PlaceWords | None, home: Home) -> Body | None:
    if not fact.place and printed is None:
        return build_body(fact, None)
    if printed is None:
        place = _place_of_head(fact, home)
    elif printed.name is None:
        place = home.place_of_kind(printed.kind or "")
    else:
        place = _named_place(fact, printed, home)
        if place is None and printed.kind and not printed.known:
            level = LEVEL_OF_KIND[printed.kind][0]
            return unknown_place_body(fact, printed.kind, printed.name, level, _above(printed, home))
    return build_body(fact, place) if place else None


def _named_place(fact: BodyFact, printed: PlaceWords, home: Home) -> Place | None:
    words = f"{printed.kind} {printed.name}" if printed.kind else printed.name or ""
    levels = LEVEL_OF_KIND[printed.kind] if printed.kind else ("province", "district")
    if fact.level in levels:
        levels = (fact.level, *(level for level in levels if level != fact.level))
    for level in levels:
        within = _above(printed, home) if level != "province" else None
        place = find_place(words, level, home.time, within) if within else None
        if place is None and (printed.above is None or level == "province"):
            place = find_place(words, level, home.time)
        if place:
            return place
    return None


def _above(printed: PlaceWords, home: Home) -> Place | None:
    """The unit that a named one is looked for in: the one printed after it, else the document's province."""
    if printed.above and printed.above.name:
        above = printed.above
        words = f"{above.kind} {above.name}" if above.kind else above.name or ""
        found = find_place(words, None, home.time, home.province) or find_place(words, None, home.time)
        if found:
            return found
    return home.province


def _place_of_head(fact: BodyFact, home: Home) -> Place | None:
    """The place of a head printed without one: of the head's own level, else of the document's."""
    if fact.kind not in _COMPLETED_WITHOUT_PLACE or (
        fact.name.startswith(_MANY_OF_A_PLACE) and fact.name != "Trung tâm Phục vụ hành chính công"
    ):
        return None
    if fact.level == "province":
        return home.province
    if fact.level == "district":
        return home.commune if home.level == "commune" and fact.kind == "office" else home.district
    own = home.own_place()
    if fact.name.endswith("Thành ủy"):
        return own if own and own.kind == "thành phố" else home.place_of_kind("thành phố")
    return own


def _complete_under(name: BodyName, superior: Body, home: Home) -> Body | None:
    """A body printed with the one that it stands under: "Phòng Nội vụ thuộc UBND huyện Cao Lộc"."""
    if name.fact is None:
        return None
    if name.fact.place and superior.place:
        return build_body(name.fact, superior.place)
    return _complete(name, home)


def _open_body(opened: BodyName, home: Home) -> Body | None:
    """A body that no fact names, under the name on the page and the place or owner that tells it from others."""
    words = opened.words
    key = words.lower()
    kind = "school" if key.startswith(_SCHOOLS) else "office" if _OFFICE.match(key) else "other"
    if opened.place:
        if opened.place.name is None:
            place = home.place_of_kind(opened.place.kind or "")
            if place is None:
                return None
            head = words[: len(words) - len(opened.place.kind or "")].rstrip()
            fact = BodyFact(head, (), kind, "local", "full", "", (), "", "", "")
            return place_body(build_body(fact, place).name, kind, place, None)
        named = find_place(f"{opened.place.kind} {opened.place.name}", None, home.time, home.province) or find_place(
            f"{opened.place.kind} {opened.place.name}", None, home.time
        )
        if named:
            return place_body(words, kind, named, None)
    issuer = institution(home.issuer) if home.issuer else None
    own = _OWN_UNIT.fullmatch(words)
    if own and issuer and issuer.kind in ("department", "ministry", "office"):
        return _unit(own["head"], issuer)
    place = home.own_place()
    if place:
        return place_body(words, kind, place, None)
    return Body(f"body:{body_slug(words)}", words, kind, home.level)


def _congress_body(congress: CongressName, home: Home) -> Body | None:
    if not congress.local:
        name = f"Đại hội đại biểu toàn quốc lần thứ {congress.term} của Đảng"
        return Body(f"body:{body_slug(name)}", name, "party", "central")
    words = congress.place
    if words is None:
        place = home.own_place()
    else:
        place = home.place_of_kind(words.lower()) if words.lower() in LEVEL_OF_KIND else None
        place = place or find_place(words, None, home.time, home.province) or find_place(words, None, home.time)
    if place is None:
        return None
    head = build_body(BodyFact("Đại hội đại biểu Đảng bộ", (), "party", "local", "full", "", (), "", "", ""), place)
    return place_body(f"{head.name} lần thứ {congress.term}", "party", place, None)


def institution(body: Body) -> Body:
    """The body itself, or for a post the body that it stands for."""
    return body.part_of if body.kind == "post" and body.part_of and body.part_of.id == body.id else body


def body_of_symbol(issuer_symbol: str, type_name: str | None, home: Home, party: bool = False) -> Body | None:
    """The body that a number's symbol names, its place that of the document; None when that leaves it open.

    /TW is the Central Committee only on a resolution; which body issued another, only the words beside it tell.

    >>> body_of_symbol("BGD&ĐT", "Thông tư", EMPTY_HOME).name, body_of_symbol("UBTVQH14", None, EMPTY_HOME).name
    ('Bộ Giáo dục và Đào tạo', 'Ủy ban Thường vụ Quốc hội')
    """
    fact = _fact_of_symbol(issuer_symbol, home, party)
    if fact is None:
        return None
    if fact.name == "Ban Chấp hành Trung ương Đảng" and type_name not in (None, "Nghị quyết"):
        return None
    return _complete_place(fact, None, home) if fact.place else build_body(fact, None)


def _fact_of_symbol(symbol: str, home: Home, party: bool) -> BodyFact | None:
    assembly = _ASSEMBLY_SYMBOL.match(symbol)
    if assembly and symbol:
        return body_facts()["Ủy ban Thường vụ Quốc hội" if assembly["committee"] else "Quốc hội"]
    if symbol in ("TU", "ThU", "HU"):
        return _committee_of(home, symbol)
    facts = facts_by_symbol().get(symbol_key(symbol), ())
    of_branch = [fact for fact in facts if (fact.kind == "party") == party] or list(facts)
    exact = [fact for fact in of_branch if symbol in fact.symbols] or of_branch
    if len(exact) > 1 and home.time:
        year = home.time[:4]
        exact = [fact for fact in exact if (fact.valid_from or year) <= year <= (fact.valid_to or year)]
    return exact[0] if len(exact) == 1 else None


def _committee_of(home: Home, symbol: str) -> BodyFact | None:
    """The Party committee that TU, ThU or HU means in a document of that home."""
    place = home.province if symbol == "TU" else home.district
    names = {"tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy", "huyện": "Huyện ủy", "quận": "Quận ủy", "thị xã": "Thị ủy"}
    return body_facts()[names[place.kind]] if place else None


def document_issuer_slug(body: Body | None, number: DocumentNumber | None) -> str | None:
    """The issuer part of a document's id: the body that the symbol names, with the place of `body`; None when unknown.

    /TW is `tw`, whichever central body of the Party the words name.
    """
    if number and number.issuer_symbol:
        if number.issuer_symbol in ("TW", "TƯ"):
            return "tw"
        where = Home(province=_place_at(body, "province"), district=_place_at(body, "district"))
        fact = _fact_of_symbol(number.issuer_symbol, where, number.party)
        if fact and not fact.place:
            return body_slug(fact.name)
        if fact and body and body.place and _suits(fact, body.place):
            return build_body(fact, body.place).id.removeprefix("body:")
    if body is None:
        return None
    return "tw" if body.name in CENTRAL_PARTY else body.id.removeprefix("body:")


def _place_at(body: Body | None, level: str) -> Place | None:
    return body.place if body and body.place and body.place.level == level else None


def _suits(fact: BodyFact, place: Place) -> bool:
    return fact.level in ("local", place.level) or (fact.level == "district" and place.level == "commune")


def find_body_name_end(text: str, start: int) -> int:
    """Where the name of the body that begins at `start` ends; `start` itself when none begins there.

    >>> text = "của Ban Chấp hành Trung ương Đảng khóa XI về đổi mới"
    >>> text[4:find_body_name_end(text, 4)]
    'Ban Chấp hành Trung ương Đảng khóa XI'
    """
    congress = read_congress_name(text, start)
    if congress:
        return congress.end
    name = read_body_name(text, start, EMPTY_HOME.abbreviations)
    if name is None:
        opened = read_open_name(text, start, EMPTY_HOME.abbreviations)
        return opened.end if opened else start
    return _end_of_joint(text, name)


_JOINT = re.compile(r"\s*-\s*(?=\S)")


def _end_of_joint(text: str, name: BodyName) -> int:
    """The end of the last of the ministries that dashes join: "của Bộ Tài chính - Bộ Tư pháp"."""
    end = name.end
    while name.fact and name.fact.kind == "ministry" and (joint := _JOINT.match(text, end)):
        following = read_body_name(text, joint.end(), EMPTY_HOME.abbreviations)
        if following is None or following.fact is None or following.fact.kind not in ("ministry", "office"):
            break
        name, end = following, following.end
    return end
