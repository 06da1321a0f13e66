"""Bodies that the symbols of document numbers name, and the issuer part of document ids."""

import re
from functools import lru_cache

from loaders.body_building import CENTRAL_PARTY, body_slug, build_body
from loaders.body_completion import complete_place
from loaders.body_facts import BodyFact, body_facts, facts_by_symbol, symbol_key
from loaders.home import EMPTY_HOME, Home
from loaders.records import Body, DocumentNumber, Place

_ASSEMBLY_SYMBOL = re.compile(r"(?P<committee>UBTV(?:QH)?)?(?:QH)?K?[0-9]{0,2}\Z")


@lru_cache(maxsize=8192)
def body_of_symbol(issuer_symbol: str, type_name: str | None, home: Home, party: bool = False) -> Body | None:
    """The body that a number's symbol names, its place that of the document; None when that leaves it open.

    /TW is the Central Committee only on a resolution; which body issued another, only the words beside it tell.

    >>> body_of_symbol("BGD&ĐT", "Thông tư", EMPTY_HOME).name, body_of_symbol("UBTVQH14", None, EMPTY_HOME).name
    ('Bộ Giáo dục và Đào tạo', 'Ủy ban Thường vụ Quốc hội')
    """
    fact = _fact_of_symbol(issuer_symbol, home, party)
    if fact is None:
        return _joint_body(issuer_symbol) if "-" in issuer_symbol else None
    if fact.name == "Ban Chấp hành Trung ương Đảng" and type_name not in (None, "Nghị quyết"):
        return None
    return complete_place(fact, None, home) if fact.place else build_body(fact, None)


def _joint_body(symbols: str) -> Body | None:
    """The ministries that issue together, as one group: "BTC-BTP"."""
    facts = [_fact_of_symbol(symbol, EMPTY_HOME, False) for symbol in symbols.split("-")]
    names = [fact.name for fact in facts if fact and not fact.place]
    if len(names) < len(facts):
        return None
    return Body(f"body:{body_slug(' '.join(names))}", "; ".join(names), "group", "central")


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


@lru_cache(maxsize=8192)
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
