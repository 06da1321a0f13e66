"""The pieces of a document's end: lines, cells and columns, and what each of them is.

A piece is part of the list of recipients, a post over the signature, the signer's name, or something else. What
follows the signer is annex.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from loaders.personal_names import is_post, is_surname, read_name, signs_for_another
from loaders.word_patterns import LOWER, UPPER

REACH = 9000
"""A list of recipients and a signature are shorter than this."""

HEADING = re.compile(r"N[ơƠ][iI]\s{1,4}(?:nhận|NHẬN|Nhận)[ ]{0,4}(?::|(?=[\n|*]))[ ]?")
_CAPITALS = rf"[{UPPER}]{{2,}}"
_CUT = re.compile(
    rf"""
    (?=[ \n|<\-•KTPCGB(\[])  # what the alternatives begin with: elsewhere none of them is tried
    (?: (?P<break> (?<!\s[-+•])(?<!\s[-+•][ ])[ ]*(?:\n\s*|\|\s*|<br\ ?/?>\s*)+ )
  | (?P<gap>   [ ]{{3,}} )
  | (?P<item>  (?<=[;.,])[ ]*(?=[-•]\s?[{UPPER}])
             | (?<=[{LOWER})])[ ]+(?=-[ ]+(?:Lưu|Như)\b) )
  | (?P<glue>  (?<=[{UPPER}])(?=(?:KT|TM|TL|TUQ)\.)
             | (?<=[{UPPER}])(?=(?:PHÓ|CHỦ|THỨ|GIÁM|BỘ)[ ](?:THỦ|CHỦ|GIÁM|TỊCH|TRƯỞNG|ĐỐC)) )
  | (?P<post>  (?<=[;.,:)])[ ]+(?=(?:KT|TM|TL|TUQ)\s?\.[ ]?[{UPPER}])
             | (?:(?<=[;,:)])|(?<=[{LOWER})]\.))[ ]+
               (?={_CAPITALS}[ ]{_CAPITALS}(?:[ ]{_CAPITALS}){{0,8}}[ ]*(?:\n|\Z)) )
  | (?P<mark>  [ ]*[(\[]\s*(?:[Đđ]ã\s+[Kk]ý|ĐÃ\s+KÝ|[Kk]ý(?:\s+tên)?[^()\n]{{0,40}})\s*[)\]][ ]* ) )
    """,
    re.VERBOSE,
)
_TITLE_THEN_NAME = re.compile(rf"(?P<post>[{UPPER}][{UPPER}., ]{{3,60}}[{UPPER}.])[ ]+(?P<name>[{UPPER}][{LOWER}].*)")
_DASH = re.compile(r"[-+•*·][ ]?")
_LIST_WORDS = re.compile(r"(?:[Nn]hư\s+(?:trên|[đĐ]iều|kính)|Lưu\b|LƯU\b)")
_FILED_WORD = re.compile(r"(?:Lưu|LƯU)\b")
SIGNED = re.compile(r"(?:[Đđ]ã\s+ký|ĐÃ\s+KÝ)\Z")


class Piece(NamedTuple):
    """A line, cell or column of the end. `kind`: heading, item, more (of the item before), post, mark, name, other."""

    start: int
    end: int
    kind: str
    after_break: bool = True
    """False when it stands on the line of the piece before it, in another column."""


def tell_pieces(text: str, start: int, end: int | None = None) -> Iterator[Piece]:
    """The pieces from `start` to the end of recipients and signature, each with its kind."""
    state = _State()
    for piece in _join_wrapped(text, _cut(text, start, min(len(text), end or start + REACH))):
        words = text[piece.start : piece.end]
        kind = state.kind_of(words)
        if kind is None:
            return
        yield Piece(piece.start, piece.end, kind, piece.after_break)
        if kind == "name" and (state.filed or not state.in_list) and not _more_follows(text, piece.end):
            return


@lru_cache(maxsize=1)
def pieces_from(text: str, start: int) -> tuple[Piece, ...]:
    """All of them; kept, since header and recipients of one text both ask for the same."""
    return tuple(tell_pieces(text, start))


@dataclass(slots=True)
class _State:
    """What has been met of recipients and signature."""

    in_list: bool = False
    filed: bool = False
    """Whether "Lưu" was met, which ends the list."""
    signed: bool = False
    post_before: bool = False
    others: int = 0

    def kind_of(self, words: str) -> str | None:
        """The kind of the next piece; None when it belongs to neither any more."""
        listing = self.in_list and not self.filed
        kind: str | None = _kind_of(words, listing)
        if kind == "name" and listing and not self.post_before and not is_surname(words.split()[0]):
            kind = "more"
        if kind == "other":
            kind = self._kind_of_other(words, listing)
        elif kind == "item" and (self.filed or (self.signed and not self.in_list and not _LIST_WORDS.search(words))):
            kind = None
        elif kind == "heading":
            kind = None if self.in_list else kind
            self.in_list, self.signed = True, False
        elif kind == "post" and self.signed and self.filed:
            kind = "other"
        if kind == "item":
            self.in_list = True
            self.filed = self.filed or _FILED_WORD.match(_DASH.sub("", words, count=1)) is not None
        self.signed = self.signed or kind == "name"
        self.post_before = kind in ("post", "mark") or (self.post_before and kind in ("item", "more"))
        return kind

    def _kind_of_other(self, words: str, listing: bool) -> str | None:
        if listing and not self.signed:
            return "more"
        if self.post_before and not self.signed and words == words.upper() and len(words) < 60:
            return "post"
        self.others += 1
        return None if self.signed or self.others > 2 or len(words) > 90 else "other"


def _more_follows(text: str, position: int) -> bool:
    """Whether the list of recipients, a post or the rest of a wrapped name stands after a name."""
    following = text[position : position + 80].lstrip(" \n|.*_")
    return bool(HEADING.match(following)) or signs_for_another(following)


def _join_wrapped(text: str, pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces, with a name or post that is wrapped over two lines made one."""
    held: Piece | None = None
    for piece in pieces:
        gap = text.count("\n", held.end, piece.start) if held is not None and piece.after_break else 0
        if held is not None and 1 <= gap <= 2:
            joined, last = text[held.start : piece.end], text[piece.start : piece.end]
            short = " " not in last.strip() or " " not in text[held.start : held.end].strip()
            if (
                (gap == 1 or short)
                and _is_wrapped(text[held.start : held.end], last)
                and (read_name(joined) or is_post(joined))
            ):
                held = Piece(held.start, piece.end, held.kind, held.after_break)
                continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _is_wrapped(first: str, last: str) -> bool:
    """Whether `last` may be the rest of a name or post that `first` begins."""
    if (
        _DASH.match(first)
        or _DASH.match(last)
        or first[-1] in ";:"
        or (first[-1] == "." and len(first) > 4)
        or is_post(last)
        or last[-1] in ";:"
    ):
        return False
    if read_name(last) and is_surname(last.split()[0]) and (read_name(first) or is_post(first)):
        return False
    return not is_post(first) or (last == last.upper() and read_name(last) is None)


def _kind_of(words: str, in_list: bool) -> str:
    if HEADING.match(words + "\n"):
        return "heading"
    if (_DASH.match(words) and len(words) > 2) or _LIST_WORDS.match(words):
        return "item"
    if (words[0] in "([" and words[-1] in ")]" and re.search(r"ký", words, re.IGNORECASE)) or SIGNED.match(words):
        return "mark"
    if is_post(words):
        return "post"
    if read_name(words) and not (in_list and words.endswith(";")):
        return "name"
    return "other"


def _cut(text: str, start: int, end: int) -> Iterator[Piece]:
    """The pieces of `text[start:end]`, their kind still open."""
    heading = HEADING.match(text, start, end)
    at, after_break = start, True
    if heading:
        yield Piece(start, heading.end(), "", True)
        at = heading.end()
    for match in _CUT.finditer(text, at, end):
        if match.start() < at:
            continue
        yield from _split_post_and_name(text, at, match.start(), after_break)
        if match.lastgroup == "mark":
            yield from _trimmed(text, match.start(), match.end(), False)
        after_break = match.lastgroup in ("break", "item")
        at = match.end()
    yield from _split_post_and_name(text, at, end, after_break)


def _split_post_and_name(text: str, start: int, end: int, after_break: bool) -> Iterator[Piece]:
    both = _TITLE_THEN_NAME.fullmatch(text, start, end) if end - start < 120 else None
    if both and is_post(both["post"]) and read_name(both["name"]):
        yield Piece(start, both.end("post"), "", after_break)
        yield Piece(both.start("name"), end, "", False)
    else:
        yield from _trimmed(text, start, end, after_break)


def _trimmed(text: str, start: int, end: int, after_break: bool) -> Iterator[Piece]:
    words = text[start:end]
    start += len(words) - len(words.lstrip(" \n*_#>"))
    end -= len(words) - len(words.rstrip(" \n*_"))
    if start < end and any(character.isalnum() for character in words):
        yield Piece(start, end, "", after_break)
