"""Names of bodies as words begin with them: post, head, place, and what closes the name (khóa XI).

The name is read without knowing the document; `loaders.bodies` completes what it leaves to the document's home.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.body_facts import BodyFact, Post, body_tree, post_tree
from loaders.body_words import Word, WordReader
from loaders.places import LEVEL_OF_KIND, count_name_words

_KINDS = {tuple(kind.split()): kind for kind in LEVEL_OF_KIND}
_LEVEL_ORDER = {"province": 0, "district": 1, "commune": 2}
_TERM = re.compile(r"\s*,?\s*(?:khóa|khoá|KHÓA|KHOÁ|Khóa|Khoá)\s+(?P<term>[IVXLC]{1,6}|[0-9]{1,2})(?!\w)")
_TERM_KINDS = {"party", "assembly", "people_council"}
KINDS_WITH_UNKNOWN_NAMES = frozenset({"huyện", "xã", "phường", "thị trấn", "thị xã", "đặc khu"})
"""Kinds of units of which some that have gone stand in no facts."""


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """A place inside a name: its kind, the name as printed (None: only "tỉnh"), the units above it, if printed."""

    kind: str | None
    name: str | None
    known: bool
    above: "PlaceWords | None" = None


@dataclass(frozen=True, slots=True)
class BodyName:
    """What the words of a name say."""

    fact: BodyFact | None
    """None when the head is an open one; `words` has the name then."""
    post: Post | None
    place: PlaceWords | None
    words: str
    term: str | None
    end: int


def read_body_name(text: str, start: int, own: Mapping[str, str]) -> BodyName | None:
    """The name of a known body that begins at `start`, at its longest; None when there is none.

    >>> name = read_body_name("Ủy ban nhân dân (UBND) tỉnh Lạng Sơn về việc", 0, {})
    >>> name.fact.name, name.place.name
    ('Ủy ban nhân dân', 'Lạng Sơn')
    """
    reader = WordReader(text, start, own)
    first = reader.get(0)
    if first is None:
        return None
    index = 2 if first.key == "đồng" and (second := reader.get(1)) and second.key == "chí" else 0
    body, post = body_tree().longest(reader.get, index), None
    found_post = post_tree().longest(reader.get, index)
    if found_post and (body is None or found_post[1] >= body[1]):
        post, after = found_post
        body = body_tree().longest(reader.get, after)
        if body is None:
            last = reader.words[after - 1]
            return BodyName(None, post, None, text[start : last.end], None, last.end) if post.keeps_name else None
    if body is None:
        return None
    fact, after = body
    place, after = _read_place(reader, after, fact)
    end = reader.words[after - 1].end
    term = _TERM.match(text, end) if fact.kind in _TERM_KINDS else None
    end = term.end() if term else end
    return BodyName(fact, post, place, text[start:end], term["term"] if term else None, end)


def _read_place(reader: WordReader, index: int, fact: BodyFact) -> tuple[PlaceWords | None, int]:
    """The place after a head, and the index after it."""
    if not fact.place and fact.kind != "office":
        return None, index
    word = reader.get(index)
    if word is None or (word.mark in (",", "và") and not word.capital):
        return None, index
    kind, after = read_kind(reader, index)
    if kind:
        if not fact.place and word.mark:
            return None, index
        return read_place_name(reader, after, kind)
    if fact.place and word.mark == "" and word.capital:
        levels = ("province", "district") if fact.place == "bare" or fact.level == "district" else ("province",)
        count = _count_known(reader, index, levels)
        if count:
            return PlaceWords(None, _printed(reader, index, count), True), index + count
    return None, index


def read_kind(reader: WordReader, index: int) -> tuple[str | None, int]:
    """The kind of unit (tỉnh, thành phố, …) that stands at `index`, and the index after it."""
    word = reader.get(index)
    if word is None:
        return None, index
    following = reader.get(index + 1)
    pair = _KINDS.get((word.key, following.key)) if following else None
    if pair:
        return pair, index + 2
    return _KINDS.get((word.key,)), index + 1


def read_place_name(reader: WordReader, index: int, kind: str) -> tuple[PlaceWords | None, int]:
    levels = LEVEL_OF_KIND[kind]
    first = reader.get(index)
    if first and first.key.isdigit() and reader.begins_item(first):
        return PlaceWords(kind, None, False), index
    count = _count_known(reader, index, levels)
    known = count > 0
    if not known:
        count = _count_capitals(reader, index) if kind in KINDS_WITH_UNKNOWN_NAMES else 0
    if not count:
        return PlaceWords(kind, None, False), index
    name = _printed(reader, index, count)
    index += count
    above, after = _read_above(reader, index, levels[-1])
    return PlaceWords(kind, name, known, above), after if above else index


def _read_above(reader: WordReader, index: int, level: str) -> tuple[PlaceWords | None, int]:
    """The unit above a named one: ", huyện Cao Lộc, tỉnh Lạng Sơn"."""
    word = reader.get(index)
    if word is None or word.mark not in (",", "-", ""):
        return None, index
    kind, after = read_kind(reader, index)
    if kind is None or _LEVEL_ORDER[LEVEL_OF_KIND[kind][0]] >= _LEVEL_ORDER[level]:
        return None, index
    place, end = read_place_name(reader, after, kind)
    return (place, end) if place and place.name else (None, index)


def _count_known(reader: WordReader, index: int, levels: tuple[str, ...]) -> int:
    words: list[Word] = []
    while len(words) < 6 and (word := reader.get(index + len(words))):
        if not (word.capital or (words and word.key == words[-1].key)) or (words and word.mark not in ("", "-")):
            break
        words.append(word)
    keys = tuple(word.key for word in words)
    if keys and keys[0].isdigit():
        return int(levels[0] != "province")
    return count_name_words(keys, levels)


def _count_capitals(reader: WordReader, index: int) -> int:
    """How many capitalised words stand at `index`; none in text that is all capitals, where they tell nothing."""
    count = 0
    while count < 4 and (word := reader.get(index + count)):
        if not word.capital or word.mark or (word.upper and len(word.key) > 1):
            break
        count += 1
    return count


def _printed(reader: WordReader, index: int, count: int) -> str:
    """The words as printed; those of a short form as it stands for them."""
    words = reader.words[index : index + count]
    whole = words[0].start != reader.words[index - 1].start and len({word.start for word in words}) == count
    return reader.slice(words[0].start, words[-1].end) if whole else " ".join(word.key for word in words)
