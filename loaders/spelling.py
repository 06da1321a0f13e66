"""One spelling of a Vietnamese word: lower case, the tone mark where the newer norm puts it."""

import re
from functools import lru_cache

_TONES = {"o": "òóỏõọ", "u": "ùúủũụ"}
_LATE_TONE = re.compile("(?P<first>o)(?P<second>[àáảãạèéẻẽẹ])$|(?<!q)(?P<u>u)(?P<y>[ỳýỷỹỵ])$")
_VOWELS = {"a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ"}
_PLAIN = {toned: (plain, tone) for plain, row in _VOWELS.items() for tone, toned in enumerate(row)}


@lru_cache(maxsize=16384)
def settle(word: str) -> str:
    """The word in lower case with the tone mark of an open oa, oe, uy on its first vowel.

    >>> settle("Uỷ"), settle("HOÀ"), settle("quý"), settle("hoàn")
    ('ủy', 'hòa', 'quý', 'hoàn')
    """
    lowered = word.lower()
    match = _LATE_TONE.search(lowered)
    if not match:
        return lowered
    first, second = (match["first"], match["second"]) if match["first"] else (match["u"], match["y"])
    plain, tone = _PLAIN[second]
    return f"{lowered[: match.start()]}{_TONES[first][tone]}{plain}"


def settle_words(words: str) -> tuple[str, ...]:
    """The settled words of a name; hyphens part words and do not count.

    >>> settle_words("Bà Rịa - Vũng Tàu")
    ('bà', 'rịa', 'vũng', 'tàu')
    """
    return tuple(settle(word) for word in words.replace("-", " ").replace("–", " ").replace("’", "'").split())
