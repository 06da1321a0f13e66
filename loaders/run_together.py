"""Words that a converted page runs together ("vềviệc", "củaỦy ban", "BANHÀNH"), and where they are to be parted.

Vietnamese writes a syllable a word, so what is a row of syllables and none itself was meant to have spaces.
A page whose first letters show no such word is not searched further.
"""

import re
from functools import lru_cache

_A = "[aáàảãạ]"
_AW = "[ăắằẳẵặ]"
_AA = "[âấầẩẫậ]"
_E = "[eéèẻẽẹ]"
_EE = "[êếềểễệ]"
_I = "[iíìỉĩị]"
_O = "[oóòỏõọ]"
_OO = "[ôốồổỗộ]"
_OW = "[ơớờởỡợ]"
_U = "[uúùủũụ]"
_UW = "[ưứừửữự]"
_Y = "[yýỳỷỹỵ]"
_ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])"
_RIME = f"""(?:
      (?:uy{_EE}|u{_EE}|i{_EE}|y{_EE})(?:ng|nh|n|m|t|p|c|u) | uy{_A} | u{_Y}(?:nh|ch|t|n|p|u)? | {_U}{_Y}
    | u{_OO}(?:ng|n|m|t|c|i)   | ư{_OW}(?:ng|n|m|t|c|p|u|i)? | {_UW}a | {_U}a | u{_A} | {_I}a
    | o{_A}(?:ng|nh|ch|n|m|t|c|i|o|y)? | {_O}a | o{_AW}(?:ng|n|m|t|c) | o{_E}(?:n|t|o)? | {_O}e
    | u{_AA}(?:ng|n|t|y) | u{_OW} | u{_EE}(?:ch|nh)? | {_U}{_EE}
    | {_AW}(?:ng|n|m|t|c|p) | {_AA}(?:ng|n|m|t|c|p|u|y) | {_A}(?:ng|nh|ch|n|m|t|c|p|i|o|u|y)?
    | {_EE}(?:nh|ch|ng|n|m|t|p|u|c)? | {_E}(?:ng|n|m|t|c|p|o)?
    | {_OO}(?:ng|n|m|t|c|p|i)? | {_OW}(?:n|m|t|p|i)? | {_O}(?:ong|ng|n|m|t|c|p|i)?
    | {_UW}(?:ng|n|m|t|c|i|u)? | {_U}(?:ng|n|m|t|c|p|i)? | {_I}(?:nh|ch|n|m|t|p|u)? | {_Y}(?:nh|ch|n|t|p|u)?
    )"""
_OTHER_TONES = "[aàảãằẳẵầẩẫâeèẻẽềểễêiìỉĩoòỏõồổỗôờởỡơuùủũừửữưyỳỷỹ]"
"""Those that never come before a stop."""
_SYLLABLE = re.compile(rf"(?:{_ONSET}?{_RIME})(?<!{_OTHER_TONES}[ctp])(?<!{_OTHER_TONES}ch)", re.VERBOSE)
_BARE = frozenset(
    "an án ấn anh ảnh ao áo áp ăn âm ấp ấy em ích ít oan ông ổn ở ơn uống ủy uỷ úy ưu ứng ước ưng y ý yêu yếu".split()  # noqa: SIM905
)
"""Syllables without a consonant before them that are common; others would part "sựtiến" after its t."""
_LONGEST_SYLLABLE = 7
_VOWELS = frozenset("aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ")
_MOST_SYLLABLES = 4
_MARKED = re.compile("[^\x00-\x7f]")
_WORD = re.compile("[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ][A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]{3,23}")
"""Of Latin letters. Two ranges are searched for faster than the class of all letters, and so is one before the rest."""
_LOOKED_AT = 6000


def find_partings(text: str) -> dict[str, tuple[int, ...]]:
    """Each word that a page runs together, with the offsets in it at which it is to be parted.

    >>> find_partings("Căn cứ Kếhoạch và vềviệc triểnkhai thực hiện")
    {'Kếhoạch': (2,), 'vềviệc': (2,), 'triểnkhai': (5,)}
    """
    if not any(map(_partings, set(_WORD.findall(text, 0, _LOOKED_AT)))):
        return {}
    seen = dict.fromkeys(_WORD.findall(text))
    return {word: partings for word in seen if (partings := _partings(word))}


def find_missing_spaces(text: str) -> list[int]:
    """Where in `text` a space is missing, in order."""
    partings = find_partings(text)
    if not partings:
        return []
    return [
        match.start() + offset
        for match in _WORD.finditer(text)
        if match.group() in partings
        for offset in partings[match.group()]
    ]


@lru_cache(maxsize=16384)
def _partings(word: str) -> tuple[int, ...]:
    """Offsets at which a word is several syllables; none when it is one, or foreign, or an abbreviation."""
    shape = word.lower()
    if _SYLLABLE.fullmatch(shape) or not _MARKED.search(word) or len(shape) != len(word):
        return ()
    if not (word.isupper() or word[1:].islower() or _is_joined_name(word)):
        return ()
    return _part(shape, 0, _MOST_SYLLABLES) or ()


def _part(shape: str, start: int, most: int) -> tuple[int, ...] | None:
    """Offsets that part `shape[start:]` into syllables, the first as long as it can be; None when none do."""
    for end in range(min(len(shape), start + _LONGEST_SYLLABLE), start, -1):
        syllable = shape[start:end]
        if not _SYLLABLE.fullmatch(syllable) or (start and syllable[0] in _VOWELS and syllable not in _BARE):
            continue
        if end == len(shape):
            return ()
        rest = _part(shape, end, most - 1) if most > 1 else None
        if rest is not None:
            return (end, *rest)
    return None


def _is_joined_name(word: str) -> bool:
    """A capital inside the word begins a syllable: "theoQuyết", "NamĐịnh"; not in "GDĐTr"."""
    return all(
        word[i - 1].islower() and word[i + 1 : i + 2].islower() for i in range(1, len(word)) if word[i].isupper()
    )
