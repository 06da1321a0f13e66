"""Places: the administrative unit that words name, at a time and within another unit.

Names repeat (ten districts are called Châu Thành), so a name that several units bear names none of them
unless kind, level, date or `within` leaves one.
"""

import re
from functools import lru_cache

from loaders.normalise import fold
from loaders.place_facts import FIRST_DAY_OF_34, is_place_name, names_of_level, places_named
from loaders.records import Place
from loaders.spelling import settle_words

LEVEL_OF_KIND = {
    "tỉnh": ("province",),
    "thành phố": ("province", "district"),
    "huyện": ("district",),
    "quận": ("district",),
    "thị xã": ("district",),
    "xã": ("commune",),
    "phường": ("commune",),
    "thị trấn": ("commune",),
    "đặc khu": ("commune",),
}
"""Kind of unit, as names print it -> the levels it may stand at, highest first."""

_LEVELS = ("province", "district", "commune")
_KIND = re.compile(
    r"""
    (?: (?P<kind>tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn|đặc\s+khu)\s+
      | (?P<tp>tp)(?:\.\s*|\s+|(?=hcm)) | (?P<short>t\.?p|tx|tt|h|q|p|x)\.\s*
    )(?P<name>\S.*)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_SHORT_KINDS = {"tx": "thị xã", "tt": "thị trấn", "h": "huyện", "q": "quận", "p": "phường", "x": "xã"}


def find_place(
    words: str, level: str | None = None, date: str | None = None, within: Place | None = None
) -> Place | None:
    """The unit that `words` name ("tỉnh Bến Tre", "TP. Hồ Chí Minh", "Cao Lộc"), or None when none or several fit.

    `date` chooses between the units before and since 2025-07-01; without it a name of both means today's unit,
    or the one of the same set as `within`. A name without accents is taken when only one unit has it.

    >>> place = find_place("tỉnh Bến Tre")
    >>> place.id, place.merged_into.name, place.merged_on
    ('63:province:83', 'Vĩnh Long', '2025-07-01')
    >>> find_place("huyện Châu Thành") is None
    True
    """
    return _find_place(words.strip(" .,;:\n\t"), level, date, within.id if within else None, within)


@lru_cache(maxsize=8192)
def _find_place(words: str, level: str | None, date: str | None, _: str | None, within: Place | None) -> Place | None:
    kind, name = split_kind(words)
    levels = [each for each in (LEVEL_OF_KIND[kind] if kind else _LEVELS) if level in (None, each)]
    key = settle_words(name)
    numbered = settle_words(words) if key and key[0].isdigit() else ()
    by_level = [places_named(key, each) + places_named(numbered, each) for each in levels]
    if date:
        standing = [tuple(place for place in places if _stands_at(place, date)) for places in by_level]
        by_level = standing + by_level
    for places in by_level:
        found = _fitting(places, kind, date, within)
        if found:
            return found
    for each in levels if len(levels) < len(_LEVELS) or within is not None else ("province",):
        for accented in _names_without_accents(each).get(fold(name.replace("-", " ")), ()):
            found = _fitting(places_named(accented, each), kind, date, within)
            if found:
                return found
    return None


def split_kind(words: str) -> tuple[str | None, str]:
    """(kind, bare name) of a place as printed; the kind is None when none is printed.

    >>> split_kind("TP. Hồ Chí Minh"), split_kind("Cao Lộc")
    (('thành phố', 'Hồ Chí Minh'), (None, 'Cao Lộc'))
    """
    match = _KIND.fullmatch(words)
    if not match:
        return None, words
    if match["kind"]:
        return " ".join(match["kind"].lower().split()), match["name"]
    short = (match["tp"] or match["short"]).lower().replace(".", "")
    return _SHORT_KINDS.get(short, "thành phố"), match["name"]


@lru_cache(maxsize=4)
def _names_without_accents(level: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    names: dict[str, tuple[tuple[str, ...], ...]] = {}
    for key in names_of_level(level):
        folded = fold(" ".join(key))
        names[folded] = (*names.get(folded, ()), key)
    return {folded: keys for folded, keys in names.items() if len(keys) == 1}


def _fitting(places: tuple[Place, ...], kind: str | None, date: str | None, within: Place | None) -> Place | None:
    fitting = [p for p in places if kind in (None, p.kind) and (within is None or _lies_within(p, within))]
    if date:
        fitting = [p for p in fitting if _stands_at(p, date)] or fitting
    if len(fitting) > 1:
        unit_set = within.id[:2] if within and not date else ("63" if date and date < FIRST_DAY_OF_34 else "34")
        fitting = [p for p in fitting if p.id.startswith(unit_set)] or fitting
    return fitting[0] if len(fitting) == 1 else None


def _stands_at(place: Place, date: str) -> bool:
    return (place.valid_from is None or place.valid_from[: len(date)] <= date) and (
        place.valid_to is None or date <= place.valid_to
    )


def _lies_within(place: Place, within: Place) -> bool:
    """Whether a place is `within` or a part of it, also of its successor or of the same unit in the other set."""
    unit: Place | None = place
    while unit is not None:
        if unit.id == within.id or (unit.merged_into and unit.merged_into.id == within.id):
            return True
        if unit.level == within.level and (unit.code, unit.id[:2]) == (within.code, within.id[:2]):
            return True
        if within.merged_into and within.merged_into.id == unit.id:
            return True
        unit = unit.part_of
    return False


def province_of(place: Place) -> Place:
    """The province that a place lies in: itself when it is one.

    >>> province_of(find_place("huyện Cao Lộc")).name
    'Lạng Sơn'
    """
    while place.part_of is not None:
        place = place.part_of
    return place


def place_phrase(place: Place) -> str:
    """The place as names of bodies print it: kind and name.

    >>> place_phrase(find_place("Hồ Chí Minh")), place_phrase(find_place("Bến Tre"))
    ('Thành phố Hồ Chí Minh', 'tỉnh Bến Tre')
    """
    if place.name.casefold().startswith(place.kind):
        return place.name
    if place.name == "Hồ Chí Minh":
        return f"Thành phố {place.name}"
    return f"{place.kind} {place.name}"


def count_name_words(words: tuple[str, ...], levels: tuple[str, ...]) -> int:
    """How many of the settled words, from the first, make the longest place name of these levels; 0 for none.

    >>> count_name_words(("bến", "tre", "về", "việc"), ("province",))
    2
    """
    for count in range(min(len(words), 6), 0, -1):
        if any(is_place_name(words[:count], level) for level in levels):
            return count
    return 0
