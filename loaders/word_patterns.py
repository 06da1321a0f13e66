"""Patterns of words, written with plain spaces that match any white space, also a line's end."""

import re
import unicodedata
from collections.abc import Iterable

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"


_FEW = 12


def compile_words(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern with each space between words as any white space; breaks, indents and spaces at a line's ends go.

    >>> bool(compile_words("(?:có|chịu) trách nhiệm").match("chịu trách\\n nhiệm"))
    True
    """
    joined = "".join(line.strip() for line in pattern.splitlines())
    return re.compile(joined.replace(" ", r"\s+"), flags)


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first, for use in `compile_words`; the mark may be on either vowel.

    >>> alternation(["sở", "sở, ngành"]), alternation(["cấp ủy"])
    ('sở,\\\\s+ngành|sở', 'cấp\\\\s+uỷ|cấp\\\\s+ủy')
    """
    spelt = {spelling for word in words for spelling in (word, _on_second_vowel(word))}
    longest_first = sorted(spelt, key=lambda word: (-len(word), word))
    if len(longest_first) < _FEW:
        return "|".join(map(_escape, longest_first))
    by_letter: dict[str, list[str]] = {}
    for word in longest_first:
        by_letter.setdefault(word[0], []).append(word[1:])
    # a branch for each first letter, so that few branches are tried where none matches
    return "|".join(
        f"{_escape(letter)}(?:{'|'.join(map(_escape, rests))})" for letter, rests in sorted(by_letter.items())
    )


_ON_FIRST_VOWEL = re.compile(r"[óòỏõọÓÒỎÕỌ][aeAE](?!\w)|(?<![qQ])[úùủũụÚÙỦŨỤ][yY](?!\w)")


def _on_second_vowel(word: str) -> str:
    """The word as it is also spelt: hóa and hoá, ủy and uỷ."""

    def moved(found: re.Match[str]) -> str:
        apart = unicodedata.normalize("NFD", found[0][0])
        return apart[0] + unicodedata.normalize("NFC", found[0][1] + apart[1:])

    return _ON_FIRST_VOWEL.sub(moved, word)


def _escape(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"\s+")


def any_of(words: str) -> str:
    r"""A group that matches any of the words parted by "|", with any white space between the parts of one.

    >>> any_of("tỉnh|thành phố")
    '(?:tỉnh|thành\\s+phố)'
    """
    return f"(?:{words.replace(' ', chr(92) + 's+')})"
