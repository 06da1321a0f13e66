"""The end of a document: the list of recipients and the signature, however their two columns were flattened.

The region is cut into pieces (lines, cells, columns parted by gaps), and each piece is told to be part of the
list, a post over the signature, the signer's name, or something else. What follows the signer is annex.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.personal_names import LOWER, POSTS, UPPER, is_post, is_surname, read_name, signs_for_another

_REACH = 9000
"""A list of recipients and a signature are shorter than this."""
_TAIL = 4000
"""How much of the end is searched for a signature that has neither a list of recipients nor TM., KT., TL."""

_HEADING = re.compile(r"N[ơƠ][iI]\s{1,4}(?:nhận|NHẬN|Nhận)[ ]{0,4}(?::|(?=[\n|*]))[ ]?")
_FILED = re.compile(r"[-+•][ ]{0,3}(?:Lưu|LƯU)(?:\s{0,3}:|\s{1,2}(?=VT\b|VP\b|HC\b|Văn)|(?=VT\b))")
_SIGNED_FOR = re.compile(
    rf"(?:(?:T/M|T\.M|TM|KT|K/T|TL|T/L|TUQ)\s?[./]\s?|(?:T/M|T\.M|K/T|T/L)\s)(?=[{UPPER}])"
)
_BARE_POST = re.compile(
    "|".join(
        sorted(
            (re.escape(post.upper()).replace(r"\ ", r"\s+") for post in POSTS if "." not in post), key=len, reverse=True
        )
    )
)

_CUT = re.compile(
    rf"""
    (?P<break> (?<!\s[-+•])(?<!\s[-+•][ ])[ ]*(?:\n\s*|\|\s*|<br\ ?/?>\s*)+ )
  | (?P<gap>   [ ]{{3,}} )
  | (?P<item>  (?<=[;.,])[ ]*(?=[-•]\s?[{UPPER}]) | (?<=[{LOWER})])[ ]+(?=-[ ]+(?:Lưu|Như)\b) )
  | (?P<glue>  (?<=[{UPPER}])(?=(?:KT|TM|TL|TUQ)\.) | (?<=[{UPPER}])(?=(?:PHÓ|CHỦ|THỨ|GIÁM|BỘ)[ ](?:THỦ|CHỦ|GIÁM|TỊCH|TRƯỞNG|ĐỐC)) )
  | (?P<post>  (?<=[;.,:)])[ ]+(?=(?:KT|TM|TL|TUQ)\s?\.[ ]?[{UPPER}]) | (?:(?<=[;,:)])|(?<=[{LOWER})]\.))[ ]+(?=[{UPPER}]{{2,}}[ ][{UPPER}]{{2,}}(?:[ ][{UPPER}]{{2,}})*[ ]*(?:\n|\Z)) )
  | (?P<mark>  [ ]*[(\[]\s*(?:[Đđ]ã\s+[Kk]ý|ĐÃ\s+KÝ|[Kk]ý(?:\s+tên)?[^()\n]{{0,40}})\s*[)\]][ ]* )
    """,
    re.VERBOSE,
)
_TITLE_THEN_NAME = re.compile(rf"(?P<post>[{UPPER}][{UPPER}., ]{{3,60}}[{UPPER}.])[ ]+(?P<name>[{UPPER}][{LOWER}].*)")
_DASH = re.compile(r"[-+•*·][ ]?")
_STOP_BEFORE_DASH = re.compile(r"[.!”\"/]\s+(?=[-•]\s?\S)")
_LIST_WORDS = re.compile(r"(?:[Nn]hư\s+(?:trên|[đĐ]iều|kính)|Lưu\b|LƯU\b)")
_SIGNED = re.compile(r"(?:[Đđ]ã\s+ký|ĐÃ\s+KÝ)\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, cell or column of the end. `kind`: heading, item, more (of the item before), post, mark, name, other."""

    start: int
    end: int
    kind: str
    after_break: bool = True
    """False when it stands on the line of the piece before it, in another column."""


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of a document; `start` is where the running text ends, `end` where recipients and signature do."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


def find_closing(text: str, pos: int = 0) -> Closing | None:
    """The first list of recipients or signature in `text` after `pos`, or None."""
    listed = _first_list(text, pos)
    start = _first_signature(text, pos) if listed is None else _signature_before(text, pos, listed)
    if start is None:
        return None
    pieces, last_end = [], start
    for piece in _tell(text, start):
        pieces.append(piece)
        last_end = piece.end
    return Closing(start, last_end, tuple(pieces))


def _first_list(text: str, pos: int) -> int | None:
    """Where the first "Nơi nhận" is, or the first list that ends in "Lưu" without that heading."""
    headed = next((m.start() for m in _HEADING.finditer(text, pos) if _stands_alone(text, m.start())), None)
    filed = _FILED.search(text, pos, len(text) if headed is None else headed)
    if filed is None:
        return headed
    return _list_start(text, filed.start(), pos)


def _stands_alone(text: str, start: int) -> bool:
    """Whether what begins at `start` begins a line, a cell or a column."""
    before = text[max(0, start - 12) : start].rstrip(" *_#-")
    gap = start - max(0, start - 12) - len(before)
    return not before or before[-1] in "\n|>" or gap >= 3 or before.endswith("./.")


def _list_start(text: str, filed: int, pos: int) -> int:
    """Where the list begins that ends with the "Lưu" at `filed`: after the last full stop before it that a dash follows."""
    window = max(pos, filed - _REACH)
    stops = [match.end() for match in _STOP_BEFORE_DASH.finditer(text, window, filed)]
    if stops:
        return stops[-1]
    first = re.compile(r"[-•][ ]").search(text, window, filed)
    return first.start() if first else filed


def _signature_before(text: str, pos: int, listed: int) -> int:
    """`listed`, or where a signature begins that stands directly above the list."""
    floor = max(pos, listed - 500)
    start = listed
    while start > floor:
        line_start = max(text.rfind("\n", floor, start - 1) + 1, floor)
        line = text[line_start:start].strip()
        if line and not (
            is_post(line) or signs_for_another(line) or read_name(line) or _SIGNED.match(line.strip("()"))
        ):
            break
        start = line_start
    words = text[start:listed].strip()
    return (
        listed
        if not words or not any(is_post(line) for line in words.splitlines())
        else start + len(text[start:listed]) - len(text[start:listed].lstrip())
    )


def _first_signature(text: str, pos: int) -> int | None:
    """Where a signature without list of recipients begins: posts with a name soon after them."""
    for match in _SIGNED_FOR.finditer(text, pos):
        if _stands_alone(text, match.start()) and _is_signed(text, match.start()):
            return match.start()
    for match in _BARE_POST.finditer(text, max(pos, len(text) - _TAIL)):
        if _stands_alone(text, match.start()) and _is_signed(text, match.start()):
            return match.start()
    return _lone_signer(text, pos)


def _lone_signer(text: str, pos: int) -> int | None:
    """Where a signer's name stands without a post: beside "(Đã ký)", or as the last line after a full stop."""
    lines = [m for m in re.finditer(r"[^\n]+", text[max(pos, len(text) - 600) :]) if m.group().strip(" *_|")][-4:]
    base = max(pos, len(text) - 600)
    for index, line in enumerate(lines):
        name = read_name(line.group())
        if name is None or not is_surname(name.split()[0]) or len(name.split()) > 5 or base + line.start() == pos:
            continue
        around = [each.group().strip(" ()[]*_") for each in lines[max(0, index - 1) : index + 2]]
        if any(_SIGNED.match(words) for words in around):
            signed_above = index > 0 and _SIGNED.match(lines[index - 1].group().strip(" ()[]*_"))
            return base + lines[index - 1 if signed_above else index].start()
        if index == len(lines) - 1 and index > 0 and lines[index - 1].group().rstrip().endswith((".", "/.", "”")):
            return base + line.start()
    return None


def _is_signed(text: str, start: int) -> bool:
    kinds = [piece.kind for piece in _tell(text, start, start + 400)][:7]
    return "name" in kinds and "other" not in kinds[: kinds.index("name")]


def _tell(text: str, start: int, end: int | None = None) -> Iterator[Piece]:
    """The pieces from `start` to the end of recipients and signature, each with its kind."""
    in_list = filed = signed = False
    post_before = False
    others = 0
    for piece in _join_wrapped(text, _cut(text, start, min(len(text), end or start + _REACH))):
        words = text[piece.start : piece.end]
        kind = _kind_of(words, in_list and not filed, post_before)
        if kind == "name" and not post_before and in_list and not filed and not is_surname(words.split()[0]):
            kind = "more"
        if kind == "item" and (filed or (signed and not _LIST_WORDS.search(words)) and not in_list):
            return
        if kind == "other":
            if in_list and not filed and not signed:
                kind = "more"
            elif post_before and words == words.upper() and len(words) < 60 and not signed:
                kind = "post"
            else:
                others += 1
                if signed or others > 2 or len(words) > 90:
                    return
        if kind == "heading":
            if in_list:
                return
            in_list, signed = True, False
        if kind == "post" and signed and filed:
            kind = "other"
        if kind == "item":
            in_list = True
            filed = filed or _LIST_WORDS.match(_DASH.sub("", words, count=1)) is not None and "ưu" in words[:8].lower()
        signed = signed or kind == "name"
        post_before = kind in ("post", "mark") or (post_before and kind in ("item", "more"))
        yield replace(piece, kind=kind)
        if signed and (filed or not in_list) and kind == "name" and not _more_follows(text, piece.end):
            return


def _more_follows(text: str, position: int) -> bool:
    """Whether the list of recipients, a post or the rest of a wrapped name stands after a name."""
    following = text[position : position + 80].lstrip(" \n|.*_")
    return bool(_HEADING.match(following)) or signs_for_another(following)


def _join_wrapped(text: str, pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces, with a name or post that is wrapped over two lines made one."""
    held: Piece | None = None
    for piece in pieces:
        gap = text.count("\n", held.end, piece.start) if held is not None and piece.after_break else 0
        if held is not None and 1 <= gap <= 2:
            joined, last = text[held.start : piece.end], text[piece.start : piece.end]
            short = " " not in last.strip() or " " not in text[held.start : held.end].strip()
            if (gap == 1 or short) and _is_wrapped(text[held.start : held.end], last) and (read_name(joined) or is_post(joined)):
                held = replace(held, end=piece.end)
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
    return not is_post(first) or last == last.upper() and read_name(last) is None


def _kind_of(words: str, in_list: bool, post_before: bool) -> str:
    if _HEADING.match(words + "\n"):
        return "heading"
    if _DASH.match(words) and len(words) > 2 or _LIST_WORDS.match(words):
        return "item"
    if words[0] in "([" and words[-1] in ")]" and re.search(r"ký", words, re.IGNORECASE) or _SIGNED.match(words):
        return "mark"
    if is_post(words):
        return "post"
    if read_name(words) and not (in_list and words.endswith(";")):
        return "name"
    return "other"


def _cut(text: str, start: int, end: int) -> Iterator[Piece]:
    """The pieces of `text[start:end]`, their kind still open."""
    heading = _HEADING.match(text, start, end)
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
