"""Words of running text as names of bodies are compared: settled, abbreviations written out, soft marks left out.

Hyphens, commas, "và" and "&" do not tell names apart (Lao động - Thương binh và Xã hội, Lao động, Thương binh & Xã
hội), nor does a short form in parentheses inside a name: Ủy ban nhân dân (UBND) tỉnh.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from loaders.facts_files import read_facts
from loaders.spelling import settle

_TOKEN = re.compile(
    r"""
    \s*
    (?: (?P<soft>[-,&]|(?:và|VÀ|Và)(?!\w)|\(\s*[A-ZĐƯ][A-ZĐƯa-z&.,-]{1,14}\s*\))
      | (?P<short>[A-ZĐƯ]{1,6}(?:[&,.-][A-ZĐƯ]{1,6})+(?![\w&]))      # GD&ĐT, VH,TT&DL, GD-ĐT, VP.UBND
      | (?P<word>[\w']+)(?P<dot>\.(?=\s*\w))?
    )
    """,
    re.VERBOSE,
)
_PARTS = re.compile(r"[&,.-]")
_PLAIN_TU = re.compile(r"(?<=ĐẦU\s)TƯ|(?<=VẬT\s)TƯ|TƯ(?=\s+PHÁP\b)")
"""TƯ in capitals that is no Trung ương: SỞ KẾ HOẠCH VÀ ĐẦU TƯ, BỘ TƯ PHÁP."""
_DOTTED = {"tp", "vp", "tt", "tx", "p", "q", "h", "x", "bch", "ct", "t"}
"""Short forms that are written with a full stop inside names: TP. Hồ Chí Minh."""

LOOKAHEAD = 320
"""Characters within which a name must end."""


class Word(NamedTuple):
    """A word of a name: its settled key, where it ends, whether it is capitalised, the soft mark before it."""

    key: str
    start: int
    end: int
    capital: bool
    upper: bool
    mark: str


@lru_cache(maxsize=1)
def abbreviations() -> dict[str, tuple[str, ...]]:
    """Short form in lower case without marks -> the settled words that it stands for."""
    return {row["short"].lower(): _settled(row["long"]) for row in read_facts("abbreviations.csv")}


def _settled(words: str) -> tuple[str, ...]:
    return tuple(word.key for word in iterate_words(words, 0, {}, expand=False))


class WordReader:
    """The words of `text` from `start`, read when asked for; they end at a mark that names cannot hold."""

    __slots__ = ("_source", "_text", "words")

    def __init__(self, text: str, start: int, own: Mapping[str, str]) -> None:
        self._text = text
        self.words: list[Word] = []
        self._source = iterate_words(text, start, own)

    def get(self, index: int) -> Word | None:
        """The word at `index`, or None when the run of words ends before it."""
        words = self.words
        while len(words) <= index:
            word = next(self._source, None)
            if word is None:
                return None
            words.append(word)
        return words[index]

    def begins_item(self, word: Word) -> bool:
        """Whether a number is the marker of an item on the next line: "… của Hội đồng nhân dân xã", "1. …"."""
        line = self._text.rfind("\n", 0, word.start)
        return self._text[line + 1 : word.start].strip() == "" and self._text[word.end : word.end + 1] in (".", ")")

    def slice(self, start: int, end: int) -> str:
        """The text between two offsets with single spaces."""
        return " ".join(self._text[start:end].split())


def iterate_words(text: str, start: int, own: Mapping[str, str], expand: bool = True) -> Iterator[Word]:
    """The words from `start` on; a short form gives the words it stands for, all ending where it ends.

    >>> [word.key for word in iterate_words("Sở GD&ĐT (SGDĐT) TP. HCM; xong", 0, {})]
    ['sở', 'giáo', 'dục', 'đào', 'tạo', 'thành', 'phố', 'hồ', 'chí', 'minh']
    """
    known = abbreviations() if expand else {}
    mark, position, endpos = "", start, min(len(text), start + LOOKAHEAD)
    while True:
        match = _TOKEN.match(text, position, endpos)
        if not match:
            return
        position = match.end()
        soft, short, word, dot = match.groups()
        if soft:
            mark = soft[0] if soft[0] in "-,&(" else "và"
            continue
        raw = short or word
        dotted = False
        begin = match.start("short" if short else "word")
        plain = not expand or (raw == "TƯ" and _PLAIN_TU.match(text, begin))
        parts = None if plain else _expand(raw, known, own)
        if parts is None and short:
            position = begin + _PARTS.search(raw).start()  # type: ignore[union-attr]
            raw, dotted = text[begin:position], text[position] == "."
            parts = _expand(raw, known, own)
        end = position - 1 if dot and position == match.end() else position
        settled, capital, upper = _look(raw)
        for part in parts or (settled,):
            yield Word(part, begin, end, capital, upper, mark)
            mark = ""
        position += dotted
        if dot and raw.lower() not in _DOTTED:
            return


@lru_cache(maxsize=16384)
def _look(raw: str) -> tuple[str, bool, bool]:
    """The settled word, whether it is capitalised, and whether all of it is in capitals."""
    return settle(raw), raw[0].isupper() or raw[0].isdigit(), raw.isupper()


def _expand(raw: str, known: dict[str, tuple[str, ...]], own: Mapping[str, str]) -> tuple[str, ...] | None:
    """The words that a short form stands for; None when it is an ordinary word."""
    if own and raw in own:
        return _settled(own[raw])
    if len(raw) < 2 or not (raw.isupper() or raw == "Tp"):
        return None
    joined = _PARTS.sub("", raw).lower()
    if joined in known:
        return known[joined]
    pieces = [piece.lower() for piece in _PARTS.split(raw)]
    if len(pieces) > 1 and all(piece in known for piece in pieces):
        return tuple(word for piece in pieces for word in known[piece])
    return None
