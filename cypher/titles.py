"""Titles compared: which say the same, and which are so alike that a person should look.

Titles come as `name_key` gives them: words without accents, the type first.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

_MINOR: Final = frozenset(("cua", "va", "ve", "viec", "cac", "nhung"))
"""Words that one and the same title is printed with and without."""
_FILLERS: Final = _MINOR | frozenset(("trien", "khai", "thuc", "hien", "to", "chuc"))
"""Words with which titles begin that have nothing else in common."""
_NEAR_WORDS: Final = 8
"""Words of a title's beginning, and of its end, one of which near titles share; shorter titles are near none."""
_LEAST_SET, _LEAST_SORT = 90, 75
_LONGEST: Final = 300
"""`name_key` cuts longer ones: what follows is a digest and no word."""
_NUMBER: Final = re.compile(r".*[0-9].*|[ivxl]+")
_ACTS: Final = ("sua doi", "bo sung", "thay the", "bai bo", "dinh chinh", "huy bo", "du thao", "tong ket", "so ket")
"""What a document does to another, or is of it: a title with such words is never one without."""
_TYPO_LENGTH: Final = 4
"""Words of at least so many letters may differ in one of them."""


@lru_cache(maxsize=65536)
def title_key(name: str | None) -> str | None:
    """Equal for titles that say the same: their words without "của", "và" …, each once, in the alphabet's order.

    >>> title_key("luat kham benh chua benh") == title_key("luat kham chua benh")
    True
    """
    return " ".join(sorted(set(name.split()) - _MINOR)) if name else None


@lru_cache(maxsize=65536)
def near_keys(name: str | None) -> tuple[str | None, str | None]:
    """How a long title begins and how it ends; titles that share neither are not compared."""
    words = [word for word in name.split() if word not in _FILLERS] if name and len(name) <= _LONGEST else []
    if len(words) < _NEAR_WORDS:
        return None, None
    return " ".join(words[:_NEAR_WORDS]), " ".join(words[-_NEAR_WORDS:])


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two titles are, from 0 to 100."""

    words: int
    """Of the words that both have, against those of the shorter (`token_set_ratio`)."""
    whole: int
    """Of the whole titles, their words in one order (`token_sort_ratio`)."""


def compare_titles(one: str, other: str) -> Likeness | None:
    """How alike two titles are that may be the same; None where something speaks against it.

    Against it: another number, year or term in each; another word in each, more than a letter apart; an amending, a
    draft or a closing act beside one that is none.

    >>> compare_titles("quy che quan ly thu dien tu tinh bac ninh", "quy che quan ly thu dien tu tinh bac giang")
    """
    if any((act in one) != (act in other) for act in _ACTS):
        return None
    first, second = set(one.split()) - _MINOR, set(other.split()) - _MINOR
    only_first, only_second = sorted(first - second), sorted(second - first)
    if only_first and only_second and not _are_typos(only_first, only_second):
        return None
    words, whole = round(fuzz.token_set_ratio(one, other)), round(fuzz.token_sort_ratio(one, other))
    return Likeness(words, whole) if words >= _LEAST_SET and whole >= _LEAST_SORT else None


def _are_typos(one: list[str], other: list[str]) -> bool:
    """Whether two words, or two pairs, differ by a letter each, none of them a number."""
    return len(one) == len(other) <= 2 and all(
        min(len(a), len(b)) >= _TYPO_LENGTH
        and not _NUMBER.fullmatch(a)
        and not _NUMBER.fullmatch(b)
        and Levenshtein.distance(a, b, score_cutoff=1) <= 1
        for a, b in zip(one, other, strict=True)
    )
