"""Where the name of a body ends in running text, and names that are misprinted."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from loaders.body_facts import body_facts
from loaders.body_names import BodyName, read_body_name
from loaders.body_words import WordReader
from loaders.congresses import read_congress_name
from loaders.home import EMPTY_HOME
from loaders.open_names import read_open_name
from loaders.spelling import settle_words

LEAST_LIKENESS = 90.0
"""Of 100: from this on a misprinted name may be taken for a known one."""
LEAST_MARGIN = 4.0
"""By how much the known one must be more like it than any other."""


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
    if name is None and (end := _end_of_misprint(text, start)):
        return end
    if name is None:
        opened = read_open_name(text, start, EMPTY_HOME.abbreviations)
        return opened.end if opened else start
    return _end_of_joint(text, name)


def _end_of_misprint(text: str, start: int) -> int | None:
    """The end of a misprinted name of the centre: as many words as the name has, all but alike."""
    reader = WordReader(text, start, EMPTY_HOME.abbreviations)
    first = reader.get(0)
    best, end = LEAST_LIKENESS, None
    for key in names_by_first_word().get(first.key, {}).values() if first and first.capital else ():
        last = reader.get(key.count(" "))
        if last is None or len(key) < 12:
            continue
        likeness = fuzz.ratio(key, " ".join(word.key for word in reader.words[: key.count(" ") + 1]))
        if likeness > best:
            best, end = likeness, last.end
    return end


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


@lru_cache(maxsize=1)
def names_by_first_word() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name in body_facts():
        key = settle_words(name.replace(",", " "))
        found.setdefault(key[0], {})[name] = " ".join(key)
    return found
