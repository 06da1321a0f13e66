"""The end of a document: the list of recipients and the signature, however their two columns were flattened.

Where it begins is found by "Nơi nhận", by "Lưu", by TM., KT., TL., or by a post or name at the very end.
"""

import re
from dataclasses import dataclass
from itertools import islice

from loaders.closing_pieces import HEADING, REACH, SIGNED, Piece, pieces_from, tell_pieces
from loaders.personal_names import POSTS, is_post, is_surname, read_name, signs_for_another
from loaders.word_patterns import UPPER, any_of

_TAIL = 4000
"""How much of the end is searched for a signature that has neither a list of recipients nor TM., KT., TL."""

_STOP_BEFORE_DASH = re.compile(r"[.!”\"/]\s+(?=[-•]\s?\S)")
_FILED = re.compile(r"[-+•][ ]{0,3}(?:Lưu|LƯU)(?:\s{0,3}:|\s{1,2}(?=VT\b|VP\b|HC\b|Văn)|(?=VT\b))")
_SIGNED_FOR = re.compile(rf"(?:(?:T/M|T\.M|TM|KT|K/T|TL|T/L|TUQ)\s?[./]\s?|(?:T/M|T\.M|K/T|T/L)\s)(?=[{UPPER}])")
_POSTS = any_of("|".join(sorted((post.upper() for post in POSTS if "." not in post), key=len, reverse=True)))
_BARE_POST = re.compile(rf"(?:Q\s?\.\s?)?{_POSTS}")


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
    pieces = pieces_from(text, start)
    return Closing(start, pieces[-1].end if pieces else start, pieces)


def _first_list(text: str, pos: int) -> int | None:
    """Where the first "Nơi nhận" is, or the first list that ends in "Lưu" without that heading."""
    headed = next((m.start() for m in HEADING.finditer(text, pos) if _stands_alone(text, m.start())), None)
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
    """Where the list begins that ends with the "Lưu" at `filed`: after the last full stop that a dash follows."""
    window = max(pos, filed - REACH)
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
        if line and not (is_post(line) or signs_for_another(line) or read_name(line) or SIGNED.match(line.strip("()"))):
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
        if any(SIGNED.match(words) for words in around):
            signed_above = index > 0 and SIGNED.match(lines[index - 1].group().strip(" ()[]*_"))
            return base + lines[index - 1 if signed_above else index].start()
        if index == len(lines) - 1 and index > 0 and lines[index - 1].group().rstrip().endswith((".", "/.", "”")):
            return base + line.start()
    return None


def _is_signed(text: str, start: int) -> bool:
    kinds = [piece.kind for piece in islice(tell_pieces(text, start, start + 400), 7)]
    return "name" in kinds and "other" not in kinds[: kinds.index("name")]
