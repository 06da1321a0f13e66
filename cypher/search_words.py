"""What people type into a search box, as a query of the full-text index.

Nothing typed reaches the parser of the index as it stands: only words of unaccented letters and digits in lower case
do, so that no operator, quote or bracket means anything there.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from loaders.normalise import fold

_WORD: Final = re.compile(r"[a-z0-9]+(?:&[a-z0-9]+)*")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_MOST_WORDS: Final = 40
"""Words that are looked for: the index takes a thousand clauses, and each word makes several."""
_LONGEST_WORD: Final = 50
_MINOR: Final = frozenset(["so", "cua", "nam", "ngay", "thang", "ve", "viec", "va", "and", "or", "not"])
"""Words around numbers and names that a title need not have."""


@dataclass(frozen=True, slots=True)
class SearchWords:
    """The words that are looked for, in their order."""

    words: tuple[str, ...]

    @property
    def years(self) -> list[int]:
        return sorted({int(word) for word in self.words if _YEAR.fullmatch(word)})

    @property
    def any(self) -> str:
        """As a query of texts with any of the words."""
        return " ".join(dict.fromkeys(self.words))

    def query(self, every: bool, prefix: bool = False, number_field: str | None = None) -> str:
        """Texts with every word (but years and words such as "của"), or with any; pairs side by side rank higher.

        With `prefix` the last word may go on. Numbers count more where they stand in `number_field`.

        >>> find_search_words("Đề án 06 của (2022)").query(every=True, number_field="code")
        '+de +an +06 cua 2022 "de an"^2 "an 06"^2 "06 cua"^2 "cua 2022"^2 code:06^2 code:2022^2'
        >>> find_search_words("đổi mới giá").query(every=True, prefix=True)
        '+doi +moi +(gia gia*) "doi moi"^2'
        """
        clauses = [self._needed(word, every) + _clause(word) for word in self.words]
        whole = self.words
        if prefix:
            whole = whole[:-1]
            clauses[-1] = self._needed(self.words[-1], every) + _prefix_clause(self.words[-1])
        clauses += [f'"{_spaced(one)} {_spaced(other)}"^2' for one, other in pairwise(whole)]
        if number_field:
            clauses += [f"{number_field}:{word}^2" for word in self.words if word.isdecimal()]
        return " ".join(dict.fromkeys(clauses))

    def _needed(self, word: str, every: bool) -> str:
        return "+" if every and word not in _MINOR and not _YEAR.fullmatch(word) else ""


def find_search_words(text: str) -> SearchWords:
    """The words of what was typed, the first forty.

    >>> find_search_words("GD&ĐT AND (Bến Tre) ~*\\\\").words
    ('gd&dt', 'and', 'ben', 'tre')
    """
    found = (match.group()[:_LONGEST_WORD].rstrip("&") for match in _WORD.finditer(fold(text)))
    return SearchWords(tuple(word for word, _ in zip(found, range(_MOST_WORDS), strict=False)))


def _clause(word: str) -> str:
    """GD&ĐT is two words of the index where it is printed so, and one where it is printed GDĐT."""
    return word if "&" not in word else f'({word.replace("&", "")} "{_spaced(word)}")'


def _prefix_clause(word: str) -> str:
    *whole, last = word.split("&")
    group = f"({last} {last}*)"
    return f"({''.join((*whole, last))}* (+{' +'.join((*whole, group))}))" if whole else group


def _spaced(word: str) -> str:
    return word.replace("&", " ")
