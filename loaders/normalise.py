"""Text as the finders read it: composed, with plain dashes and spaces, and without marks of markup.

Composing (NFD), Windows line ends and very long white space shorten it, spaces between words that the page runs
together lengthen it, and tables of change points lead back to the original; everything else keeps the length.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from loaders.run_together import find_missing_spaces

_REPLACEMENTS = (
    dict.fromkeys("‐‑‒–—―−－", "-")
    | dict.fromkeys("\xa0\xad\u200b\u200c\u200d\u2060\ufeff\u202f\u205f\u3000\t\x0b\x1c\x1d\x1e\x1f\x85\u1680", " ")
    | {chr(c): " " for c in range(0x2000, 0x200B)}
    | dict.fromkeys("\r\x0c\u2028\u2029", "\n")
    | {"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ", "\uff0f": "/", "\u2044": "/", "\u2215": "/"}
    | dict(zip("АВЕКМНОРСТХ", "ABEKMHOPCTX", strict=True))
)
"""Odd character -> the one that is meant: dashes, Ð U+00D0 for Đ, Cyrillic look-alikes, white space.

Of white space only " " and line ends are left.
"""

_ODD = re.compile("[" + re.escape("".join(_REPLACEMENTS)) + "\u0300-\u036f]")
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")
_WINDOWS_LINE_END = re.compile(r"\r+\n")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>()]+")
_EMPHASIS = re.compile(r"\*\*{0,2}(?=[^\s*])|\*(?<=[^\s*]\*)\*{0,2}|__(?=\w)|__(?<=\w__)")
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}(?=\s)", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[(?<=[^\s\[(]\[)[0-9]{1,3}\]")
_OPENING_QUOTE = re.compile(r"''(?=\w)")
"""Two single quotation marks that stand for a double one."""
_LONG_SPACE = re.compile(r"\s{101,}")
"""White space longer than any letterhead needs. Shortened, so that no pattern ever meets a long run of it."""
_MOST_NEWLINES, _WIDEST_INDENT = 5, 95
_STRIDE = 14
_MAYBE_LONG_SPACE = re.compile(rf"\s{{{101 // _STRIDE}}}")
"""What long white space leaves in every fourteenth character, so that few texts are searched whole."""


@dataclass(frozen=True, slots=True)
class _Changes:
    """Where one step of normalising changed the length of the text."""

    ends: tuple[int, ...]
    """Ends, in the text after the step, of what was changed."""
    shifts: tuple[int, ...]
    """How much further right the text before the step is, after each of `ends`."""

    def before(self, position: int) -> int:
        """The position in the text before the step."""
        i = bisect_right(self.ends, position)
        return position + (self.shifts[i - 1] if i else 0)


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """A normalised text and the way back to the offsets of the original."""

    text: str
    _steps: tuple[_Changes, ...] = ()
    """The steps that changed a length, the last one first."""
    _put_in: tuple[int, ...] = ()
    """Where in `text` stands a space that the page has not."""

    @property
    def in_place(self) -> bool:
        """True when no length was changed, so that spans are the same in both texts."""
        return not self._steps

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original text of a half-open span in this one."""
        for step in self._steps:
            start, end = step.before(start), step.before(end)
        return start, end

    def printed_words(self, start: int, end: int, words: str) -> str:
        """`words`, which stand in the span, without the spaces in it that the page has not."""
        first, after = bisect_left(self._put_in, start), bisect_left(self._put_in, end)
        if first == after or squeeze(self.text[start:end]) != words:
            return words
        return squeeze("".join(self.text[a:b] for a, b in self._pieces(start, end, first, after)))

    def _pieces(self, start: int, end: int, first: int, after: int) -> Iterator[tuple[int, int]]:
        for place in self._put_in[first:after]:
            yield start, place
            start = place + 1
        yield start, end


def normalise(original: str) -> NormalisedText:
    """The text that finders read.

    >>> normalise("NGHỊ ÐỊNH số 30/2020/NÐ–CP").text
    'NGHỊ ĐỊNH số 30/2020/NĐ-CP'
    """
    text = original
    steps: list[_Changes] = []
    odd = set(_ODD.findall(text))
    if odd:
        if any("\u0300" <= c <= "\u036f" for c in odd):
            text, changes = _replaced(text, _CLUSTER, lambda cluster: unicodedata.normalize("NFC", cluster))
            steps.append(changes)
        if "\r" in odd:
            text, changes = _replaced(text, _WINDOWS_LINE_END, lambda _: "\n")
            steps.insert(0, changes)
        for c in odd & _REPLACEMENTS.keys():
            text = text.replace(c, _REPLACEMENTS[c])
    text = _without_markup(text)
    if _MAYBE_LONG_SPACE.search(text[::_STRIDE]) and _LONG_SPACE.search(text):
        text, changes = _replaced(text, _LONG_SPACE, _short_space)
        steps.insert(0, changes)
    put_in: tuple[int, ...] = ()
    if places := find_missing_spaces(text):
        text, changes = _with_spaces(text, places)
        steps.insert(0, changes)
        put_in = tuple(place + number for number, place in enumerate(places))
    return NormalisedText(text, tuple(step for step in steps if step.ends), put_in)


def _replaced(text: str, pattern: re.Pattern[str], shorten: Callable[[str], str]) -> tuple[str, _Changes]:
    """The text with each match shortened, and where that changed its length."""
    parts: list[str] = []
    ends: list[int] = []
    shifts: list[int] = []
    done = length = shift = 0
    for match in pattern.finditer(text):
        whole = match.group()
        short = shorten(whole)
        if len(short) == len(whole):
            continue
        parts += (text[done : match.start()], short)
        length += match.start() - done + len(short)
        shift += len(whole) - len(short)
        ends.append(length - _kept(whole, short))
        shifts.append(shift)
        done = match.end()
    parts.append(text[done:])
    return "".join(parts), _Changes(tuple(ends), tuple(shifts))


def _kept(whole: str, short: str) -> int:
    """How many characters behind the first stay as they are, as a mark that no letter takes does."""
    kept = 0
    while kept < len(short) - 1 and whole[-1 - kept] == short[-1 - kept]:
        kept += 1
    return kept


def _with_spaces(text: str, places: list[int]) -> tuple[str, _Changes]:
    """The text with a space put in at each place."""
    parts = [text[start:end] for start, end in pairwise((0, *places, len(text)))]
    ends = tuple(place + number for number, place in enumerate(places, 1))
    return " ".join(parts), _Changes(ends, tuple(range(-1, -len(places) - 1, -1)))


def _short_space(space: str) -> str:
    """White space that says the same: whether lines and paragraphs end there, and how far the next line is indented."""
    newlines = space.count("\n")
    indent = len(space) - 1 - space.rfind("\n")
    return "\n" * min(newlines, _MOST_NEWLINES) + " " * min(indent, _WIDEST_INDENT)


def _without_markup(text: str) -> str:
    if "http" in text or "www." in text:
        text = _URL.sub(_blank, text)
    if "*" in text or "__" in text:
        text = _EMPHASIS.sub(_blank, text)
    if "#" in text:
        text = _HEADING.sub(_blank, text)
    if "''" in text:
        text = _OPENING_QUOTE.sub(' "', text).replace("''", '" ')
    if "]" in text:
        text = _NOTE_MARK.sub(_blank, text)
    return text


def _blank(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())


def squeeze(text: str) -> str:
    """The words with single spaces between them and none around.

    >>> squeeze("Nghị quyết  số\\n\\n 32/NQ-CP ")
    'Nghị quyết số 32/NQ-CP'
    """
    return " ".join(text.split())


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Lower case, without diacritics (đ is d), single spaces: for comparing names, never for storing.

    >>> fold("Ủy ban  nhân dân TỈNH Đắk Lắk")
    'uy ban nhan dan tinh dak lak'
    """
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return squeeze("".join(c for c in decomposed if not unicodedata.combining(c)))
