"""Recipients: the lines of "Nơi nhận", without what is kept in the files ("Lưu: VT")."""

import re

from loaders.bodies import Home, resolve_body
from loaders.closing import Closing, find_closing
from loaders.closing_pieces import Piece
from loaders.header import home_of
from loaders.normalise import squeeze
from loaders.records import Body, Header, Recipient
from loaders.word_patterns import any_of

_MARKER = re.compile(r"[-+•*·]\s*")
_FILED = re.compile(r"(?:Lưu|LƯU)\b(?!\s+trữ\s+(?:quốc\s+gia|Nhà\s+nước))|LưuVT")
_ONE_PURPOSE = any_of(
    "báo cáo|b/c|bc|biết|b|thực hiện|th/h|t/h|th|thi hành|theo dõi|t/d|phối hợp|p/h|chỉ đạo|c/đ|đăng tải|đăng tin"
    "|đưa tin|đăng công báo|đăng website|đăng báo|kiểm tra|giám sát|tổng hợp|phổ biến"
    "|giúp đỡ|xem xét|hướng dẫn|niêm yết"
    "|tham mưu|thông báo|tuyên truyền|triển khai|quán triệt|lãnh đạo"
)
_PURPOSE_WORDS = rf"(?:để\s+|đ/)?{_ONE_PURPOSE}(?:\s*(?:,|;|và\s|/|-|\s)\s*(?:để\s+)?{_ONE_PURPOSE}){{0,5}}"
_PURPOSE = re.compile(
    rf"""
    [\s;,.-]*
    (?: \(\s*(?P<inside> {_PURPOSE_WORDS} | để\s+[^()]{{1,90}} | đăng\s+[^()]{{1,40}})\s*\)
      | [\s,;:-]\s*(?P<after> để\s+(?:{_PURPOSE_WORDS})(?:\s[^();]{{0,40}})? | \b[bB]/c\b ) )
    [\s;,.]*\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UNIT_OF = re.compile(r"(?P<unit>(?:Tổng\s+cục|Cục|Vụ)\s[^,;:()]+),\s+(?P<above>(?:Bộ\s|Văn\s+phòng\s|VPCP)[^,;:()]*)")
_FULL_LINE = 55
"""A line of at least that length may be wrapped after a semicolon."""
_END = " \n;,.|*_"


def find_recipients(text: str, header: Header, home: Home | None = None) -> tuple[Recipient, ...]:
    """Each line of the list as one recipient; "Kính gửi" lines and "Lưu" are none. `home` is that of the header.

    >>> text = "Nơi nhận:\\n- UBND tỉnh (b/c);\\n- Sở Nội vụ\\nvà Sở Y tế;\\n- Lưu: VT."
    >>> [(r.text, r.purpose) for r in find_recipients(text, Header())]
    [('UBND tỉnh', 'b/c'), ('Sở Nội vụ và Sở Y tế', None)]
    """
    if header.body_start and header.body_end is None:
        return ()
    closing = find_closing(text, _near(header))
    if closing is None:
        return ()
    home = home or home_of(header, text)
    found = (_read_line(text, pieces, home) for pieces in _lines(text, closing))
    return tuple(recipient for recipient in found if recipient is not None)


def _near(header: Header) -> int:
    return header.body_start if header.body_end is None else header.body_end


def _lines(text: str, closing: Closing) -> list[list[Piece]]:
    """The pieces of each line of the list, up to "Lưu"."""
    lines: list[list[Piece]] = []
    listed = filed = False
    for piece in closing.pieces:
        if piece.kind == "heading":
            listed = True
        elif piece.kind == "item":
            filed = filed or _is_filed(text, piece)
            if not filed:
                lines.append([piece])
        elif piece.kind == "more" and not filed:
            if lines and _goes_on(text, lines[-1], piece):
                lines[-1].append(piece)
            elif listed:
                lines.append([piece])
    return lines


def _goes_on(text: str, line: list[Piece], piece: Piece) -> bool:
    """Whether `piece` is the wrapped rest of `line`."""
    last, first = text[line[-1].end - 1], text[piece.start]
    if last not in ";." or first == "(" or first.islower():
        return True
    return line[-1].end - line[-1].start > _FULL_LINE and _MARKER.match(text, line[0].start) is not None


def _is_filed(text: str, piece: Piece) -> bool:
    marker = _MARKER.match(text, piece.start, piece.end)
    return _FILED.match(text, marker.end() if marker else piece.start, piece.end) is not None


def _read_line(text: str, pieces: list[Piece], home: Home) -> Recipient | None:
    """The recipient of these pieces. Its words are the span's, unless other columns stand in between."""
    marker = _MARKER.match(text, pieces[0].start, pieces[0].end)
    start = marker.end() if marker else pieces[0].start
    pieces = [pieces[0]._replace(start=start), *pieces[1:]]
    words = squeeze(" ".join(text[piece.start : piece.end] for piece in pieces))
    match = _PURPOSE.search(words)
    kept = words[: match.start()] if match else words
    kept = kept.rstrip(_END)
    if not any(character.isalpha() for character in kept):
        return None
    purpose = (match["inside"] or match["after"]).strip(" ;,.") if match else None
    end = _end_of(text, pieces, kept)
    return Recipient(kept, purpose, start, end, resolve_body(kept, home) or _unit_of(kept, home))


def _unit_of(words: str, home: Home) -> Body | None:
    """The unit where the body that it belongs to stands behind it: "Cục Kiểm soát TTHC, Văn phòng Chính phủ"."""
    match = _UNIT_OF.fullmatch(words)
    unit = resolve_body(match["unit"], home) if match else None
    above = resolve_body(match["above"], home) if match else None
    return unit if unit and above and unit.part_of and unit.part_of.id == above.id else None


def _end_of(text: str, pieces: list[Piece], kept: str) -> int:
    """Where in `text` the last character of `kept` ends, counting everything but white space."""
    if text.startswith(kept, pieces[0].start, pieces[0].end):
        return pieces[0].start + len(kept)
    left = len(kept) - kept.count(" ")
    for piece in pieces:
        for match in re.finditer(r"\S+", text[piece.start : piece.end]):
            if left <= match.end() - match.start():
                return piece.start + match.start() + left
            left -= match.end() - match.start()
    return pieces[-1].end
