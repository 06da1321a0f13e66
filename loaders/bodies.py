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
from loaders.body_building import body_slug
from loaders.body_completion import (
    OF_THE_NATION,
    complete_name,
    complete_open_name,
    complete_under,
    congress_body,
    institution,
)
from loaders.body_ends import LEAST_LIKENESS, LEAST_MARGIN, find_body_name_end, names_by_first_word
from loaders.body_groups import read_group
from loaders.body_names import KINDS_WITH_UNKNOWN_NAMES, BodyName, PlaceWords, read_body_name
from loaders.body_symbols import body_of_symbol, document_issuer_slug
from loaders.congresses import CongressName, read_congress_name
from loaders.home import EMPTY_HOME, Home
from loaders.normalise import squeeze
from loaders.open_names import read_open_name
from loaders.records import Body
from loaders.spelling import settle_words

__all__ = [
    "EMPTY_HOME",
    "OF_THE_NATION",
    "Home",
    "body_of_symbol",
    "body_slug",
    "document_issuer_slug",
    "find_abbreviations",
    "find_body_name_end",
    "institution",
    "resolve_body",
]

_LEADING = re.compile(r"(?:của\s+|bởi\s+)?(?:(?:đồng\s+chí|đ/c)\s+)?", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]{1,120}\)\s*$")
_PERSON = re.compile(r"\s*(?:[A-ZÀ-ỸĐ][\w']*\s*){2,5}$")
_SHOUTED_NAME = re.compile(r"(?:\s+[A-ZÀ-ỸĐƯƠ']+){1,4}")
_UNDER = re.compile(r"\s*,?\s*(?:trực\s+)?thuộc\s+|\s+của\s+", re.IGNORECASE)
_KIND_WORD = re.compile(r"\s(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn)(?:\s|$)", re.IGNORECASE)


@lru_cache(maxsize=8192)
def resolve_body(words: str, home: Home) -> Body | None:
    """The body that printed words name, or None when they name none or leave it open which.

    >>> from loaders.places import find_place
    >>> home = Home(province=find_place("tỉnh Bến Tre"), level="province")
    >>> resolve_body("Sở GD&ĐT", home).name, resolve_body("Sở GD&ĐT", EMPTY_HOME)
    ('Sở Giáo dục và Đào tạo tỉnh Bến Tre', None)
    """
    plain = squeeze(words).replace("–", "-").strip(" .,;:-'\"“”")
    plain = _ASIDE.sub("", plain[_LEADING.match(plain).end() :])  # type: ignore[union-attr]
    return _resolve(plain, home, True) if plain else None


@lru_cache(maxsize=16384)
def _read_name(words: str, own: tuple[tuple[str, str], ...]) -> tuple[CongressName | None, BodyName | None]:
    """The congress and the body that the words name, before any home completes them: once for all documents."""
    congress = read_congress_name(words, 0)
    whole = congress if congress and congress.end == len(words) else None
    return whole, None if whole else read_body_name(words, 0, dict(own))


def _resolve(words: str, home: Home, fuzzy: bool) -> Body | None:
    own = tuple([(short, long) for short, long in home.abbreviations.items() if short in words])
    congress, name = _read_name(words, own)
    if congress:
        return congress_body(congress, home)
    if name:
        rest = words[name.end :]
        if not rest.strip(" .,;"):
            return complete_name(name, home)
        if _SHOUTED_NAME.fullmatch(rest) and _lacks_name(name):
            return complete_name(_with_place_name(name, rest), home)
        under = _UNDER.match(rest)
        superior = _resolve(rest[under.end() :], home, False) if under else None
        if superior and superior.kind != "group":
            return complete_under(name, superior, home)
        if name.fact and (name.post or name.fact.kind == "post") and _PERSON.fullmatch(rest):
            return complete_name(name, home)
    group = read_group(words, home)
    if group:
        return group
    opened = read_open_name(words, 0, home.abbreviations, capital=False)
    if opened and opened.end == len(words):
        return complete_open_name(opened, home)
    return _resolve_misprint(words, home) if fuzzy else None


def _lacks_name(name: BodyName) -> bool:
    return name.place is not None and name.place.name is None and name.place.kind in KINDS_WITH_UNKNOWN_NAMES


def _with_place_name(name: BodyName, rest: str) -> BodyName:
    """The name with the rest of a letterhead as its place, which no facts hold: UBND XÃ THANH PHONG."""
    kind = name.place.kind if name.place else None
    return replace(name, place=PlaceWords(kind, rest.strip().title(), False))


def _resolve_misprint(words: str, home: Home) -> Body | None:
    """The body that a misprinted name means ("Thủ tưởng Chính phủ"): the one like it, of those with its head."""
    kind = _KIND_WORD.search(words)
    head = words[: kind.start()] if kind else words
    key = " ".join(settle_words(head))
    if len(key) < 10:
        return None
    choices = names_by_first_word().get(key.split()[0])
    if not choices:
        return None
    best = process.extract(key, choices, scorer=fuzz.ratio, limit=2)
    if best[0][1] < LEAST_LIKENESS or (len(best) > 1 and best[0][1] - best[1][1] < LEAST_MARGIN):
        return None
    return _resolve(f"{best[0][2]}{words[len(head) :]}", home, False)
