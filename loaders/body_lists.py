"""Lists of bodies in running text: "Sở Tài chính, Sở Nội vụ và các đơn vị có liên quan" is three.

A list is read from its first word to the verb, connective or punctuation that ends it; what begins the next
body inside it is decided by the heads in `facts/body_heads.csv`. Groups that share their words
("các sở, ban, ngành, đoàn thể Thành phố") stay one.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from loaders import body_patterns as patterns
from loaders.bodies import find_body_name_end
from loaders.body_facts import body_facts
from loaders.normalise import squeeze
from loaders.word_patterns import LOWER, alternation

_SERVED = ("HĐND", "UBND", "Hội đồng nhân dân", "Ủy ban nhân dân", "Uỷ ban nhân dân")
_GOES_ON_LOWER = re.compile(rf"\s+(?!và\s)[{LOWER}]")
_BEGINNING = 4
MAX_LIST = 1500
"""How many characters of a list are read at most."""


class _Names(NamedTuple):
    """Known names, after a post or not, and how they begin: most names are spared the pattern."""

    pattern: re.Pattern[str]
    beginnings: frozenset[str]


@dataclass(frozen=True, slots=True)
class BodyList:
    """Bodies named one after the other, and what ended them: a verb, another word, a mark or nothing."""

    items: tuple[tuple[int, int], ...]
    end: int
    ended_by: str
    """verb, stop, mark, sep or end."""


def begins_body(text: str, pos: int, end: int) -> str | None:
    """How a body's name begins at `pos`: group, name, post, common, bare; None when none does."""
    match = patterns.BODY_START.match(text, pos, end)
    return match.lastgroup if match else None


def read_bodies(text: str, pos: int, end: int, heading: bool = False, cell: bool = False) -> BodyList | None:
    """The list of bodies that begins at `pos`, or None. In a heading or a table's cell only words of duty end it."""
    return _read(text, pos, end, heading, cell, _names_cut_short())


@lru_cache(maxsize=1)
def _names_cut_short() -> _Names:
    """The known names that a list read word by word would end or part too early: "Cục Hàng không Việt Nam"."""
    cut = []
    for name in body_facts():
        for whole in (name, f"{name} tỉnh"):
            words = f"{whole} chủ trì"
            read = _read(words, 0, len(words), False, False, None)
            if read is not None and read.items != ((0, len(whole)),):
                cut.append(name)
    posts = patterns.heads_of("post", "rank")
    pattern = re.compile(rf"(?:(?:{alternation(posts)})\s+)?(?:{alternation(cut)})(?!\w)")
    return _Names(pattern, frozenset(name[:_BEGINNING] for name in (*cut, *(f"{post} " for post in posts))))


def _read(text: str, pos: int, end: int, heading: bool, cell: bool, whole: _Names | None) -> BodyList | None:
    """The list, in which no name that `whole` matches is cut."""
    end = min(end, pos + MAX_LIST)
    first = patterns.BODY_START.match(text, pos, end)
    if first is None:
        return None
    sentence = not (heading or cell)
    token = patterns.SENTENCE_TOKEN if sentence else patterns.HEADING_TOKEN
    items: list[tuple[int, int]] = []
    item, at = pos, _after_name(text, pos, first.end(), whole)
    name_end: int | None = None  # when a parenthesis follows the name
    ended_by, stop = "end", end
    while (match := token.search(text, at, end)) is not None:
        kind, at = match.lastgroup or "", match.end()
        if kind == "open":
            close = text.find(")", at, end)
            name_end = name_end or match.start()
            if close >= 0:
                at = close + 1
                continue
            ended_by, stop = "mark", match.start()
            break
        if kind == "aside":
            name_end = name_end or match.start()
            continue
        if (after := _goes_on(text, item, match, end, sentence)) is not None:
            at = after
            continue
        if kind != "sep":
            ended_by, stop = kind, match.start()
            break
        begun = patterns.BODY_START.match(text, at, end)
        sort = begun.lastgroup if begun else None
        if _begins_item(text, item, match, sort) or (cell and sort and _parts_in_cell(text, item, match)):
            items.append((item, name_end or match.start()))
            item, name_end, at = at, None, _after_name(text, at, begun.end() if begun else at + 1, whole)
        elif match[0].strip() == ";":
            ended_by, stop = "sep", match.start()
            break
    items.append((item, name_end or stop))
    if sentence:
        for k, (start, to) in enumerate(items):
            length = _known_name_length(text[start:to])
            cut = _after_name(text, start, start + length, whole)
            if cut < to:
                stop, ended_by = cut, "verb"
                items[k:] = [(start, stop)]
                break
    return BodyList(tuple((start, _trimmed(text, start, to)) for start, to in items), stop, ended_by)


def _after_name(text: str, item: int, head_end: int, whole: _Names | None) -> int:
    """From where the words after a head are read: behind a name that `whole` matches."""
    if whole is None or text[item : item + _BEGINNING] not in whole.beginnings:
        return head_end
    name = whole.pattern.match(text, item)
    return max(head_end, name.end()) if name else head_end


@lru_cache(maxsize=4096)
def _known_name_length(words: str) -> int:
    """How long a known name is before a verb that other names hold: "Hội Nông dân tỉnh | vận động hội viên"."""
    if patterns.VERB_AFTER_NAME.search(words) is None:
        return len(words)
    group = words[:3].lower() == "các"
    if group or " các " in words:
        after_level = patterns.VERB_AFTER_LEVEL.search(words)
        if group or after_level:
            return after_level.start("verb") if after_level else len(words)
    known = find_body_name_end(words, 0)
    if known > 6 and patterns.VERB_AFTER_NAME.match(words, known):
        return known
    after_place = patterns.VERB_AFTER_PLACE.search(words)
    return after_place.start("verb") if after_place else len(words)


def _goes_on(text: str, item: int, token: re.Match[str], end: int, sentence: bool) -> int | None:
    """Where a name goes on after a word that does not end it, or None."""
    kind = token.lastgroup
    if kind == "verb":
        return token.end() if _is_part_of_name(text, item, token) else None
    if kind == "stop":
        clause = patterns.FROM_TO.match(text, token.start(), end)
        if clause is None and sentence:
            clause = patterns.GIVEN.match(text, token.start(), end)
        return clause.end() if clause else None
    if kind == "mark" and token[0] == ":" and patterns.LISTING_GROUP.search(text, item, token.start()):
        following = text[token.end() : min(end, token.end() + 40)].lstrip()
        if (verb := patterns.VERB_START.match(following)) is not None and _GOES_ON_LOWER.match(following, verb.end()):
            return None  # "Các sở, ban, ngành: Xây dựng kế hoạch", not "các Bộ: Xây dựng, Công Thương"
        return token.end() if following[:1].isupper() else None
    return None


def _parts_in_cell(text: str, item: int, separator: re.Match[str]) -> bool:
    """Whether any body that begins after a separator in a cell is one of its own: not in a group or a shared office."""
    shared = patterns.SHARED_OFFICE.match(text[item : separator.start()]) and text.startswith(_SERVED, separator.end())
    return text[item : item + 3].lower() != "các" and not shared


def _begins_item(text: str, item: int, separator: re.Match[str], sort: str | None) -> bool:
    """Whether the next body begins after a separator, and the one before does not go on."""
    before, at = text[item : separator.start()], separator.end()
    comma, semicolon = separator[0].strip() == ",", separator[0].strip() == ";"
    if sort is None:
        return patterns.ORGANISATIONS.match(text, at) is not None and _is_definite_class(before)
    if sort == "name" and patterns.BARE_MINISTRY.match(text, at) and patterns.IN_LISTING.search(before):
        return False
    if sort == "name" and patterns.SHARED_OFFICE.match(before) and text.startswith(_SERVED, at):
        return False
    if sort == "group" and patterns.BARE_GROUP.match(before):
        return False
    if sort in ("group", "name", "post"):
        return True
    if sort == "bare":
        return False
    if semicolon or (comma and patterns.UNGROUPED.match(before)) or patterns.BEGINS_CLASS.match(text, at):
        return True
    return not comma and patterns.MODIFIED.search(before[-30:]) is not None


def _is_definite_class(words: str) -> bool:
    return len(words.split()) > 3 and not addresses_everybody(squeeze(words))


def _is_part_of_name(text: str, item: int, verb: re.Match[str]) -> bool:
    """Whether a verb belongs to the name before it: "cơ quan quản lý", "các tổ chức"."""
    name = squeeze(verb[0])
    after = patterns.PART_OF_NAME_AFTER.get(name)
    if after is None:
        return False
    before = patterns.WORDS_BEFORE.search(text[max(0, item - 1, verb.start() - 40) : verb.start()])
    if before is None:
        return text[item : verb.start()].strip().lower() in after
    one, two = before[2].lower(), f"{before[1]} {before[2]}".lower()
    if one.endswith(",") and "," in after:
        return patterns.NOUN_GOES_ON.match(text, verb.end()) is not None
    if name == "chủ trì" and text.startswith(",", verb.end()):
        return False
    if name == "xây dựng" and not patterns.NAME_OF_VERB.match(text, verb.end()):
        return False
    return one in after or two in after


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \n,;-":
        end -= 1
    if text[max(start, end - 3) : end].split() == ["và"] and text[end - 3].isspace():
        return _trimmed(text, start, end - 3)
    return end


@lru_cache(maxsize=4096)
def addresses_everybody(words: str) -> bool:
    """Whether a group is everybody ("các sở, ban, ngành, địa phương") and no definite class.

    >>> addresses_everybody("Các cơ quan, đơn vị, địa phương, doanh nghiệp")
    True
    >>> addresses_everybody("các doanh nghiệp viễn thông")
    False
    """
    return patterns.EVERYBODY.match(words) is not None


def is_whole_class(words: str) -> bool:
    """Whether a group is all bodies of a kind, which a list that addresses everybody may end with.

    >>> is_whole_class("Ủy ban nhân dân các xã, phường"), is_whole_class("Ủy ban nhân dân các xã: A, B")
    (True, False)
    """
    return ":" not in words and patterns.WHOLE_CLASS.match(words) is not None
