"""Document numbers (số, ký hiệu): finding them in running text and reading their parts (DOMAIN.md section 1).

A number token is `number[/year]SEPsymbol`, the symbol being segments of capitals parted by hyphens and slashes.
White space after a separator, as line wraps leave it, is let pass; a segment with the shape of a word is not one.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.document_types import PARTY_CODES, STATE_CODES
from loaders.errors import NumberFormatError
from loaders.issuer_symbols import ISSUER_SYMBOLS, PARTY_ISSUER_SYMBOLS
from loaders.records import Defect, DocumentNumber

_SEGMENT = r"[A-ZĐƯÔƠ](?:[A-Za-z0-9ĐđƯưÔôƠơ]|&(?=[A-ZĐ]))*"
_DOT = r"(?<=[/0-9](?:QĐ|NQ|CT|TB|KH|BC|TT|CV|HD))\.|(?<=-VP)\.(?=UBND|HĐND)"
"""Old forms part type and issuer by a full stop: 01/1999/QĐ.UB; an office may have one in its own symbol."""
_TYPED = "(?:QĐ|CT|NĐ|TT|TTLT|NQ)[-/]"
"""The types whose numbers had the year behind a hyphen about 2001; standards and building codes have it too."""
_NUMBER = re.compile(
    rf"""
    (?P<number>[0-9][0-9]{{0,5}}+(?:\s?[a-eA-EđĐ](?=\s?[/-]))?)     # 32, 0124, 522a
    (?:\s?/\s?(?P<year>[0-9]{{2,4}})(?=\s?[/-])             # /2022
      |-(?P<dashed>(?:19|20)[0-9]{{2}})(?=/{_TYPED}))?         # or -2001: 18-2001/CT-TTg
    (?P<sep>\s?[/-]\s{{0,8}}|\s(?=[A-ZĐ]{{2,8}}/[A-ZĐ]))      # or a space: 43 TC/QLCS
    (?P<symbol>{_SEGMENT}(?:(?:[-/]\s{{0,8}}|\s[-/]|{_DOT}){_SEGMENT})*)
    (?: (?!\w) | (?=ngày\s?[0-9]|của\s) )                     # and words run together with it: NĐ-CPngày 11
    """,
    re.VERBOSE,
)
_BLANK_NUMBER = re.compile(rf"(?P<sep>[/-])\s*(?P<symbol>{_SEGMENT}(?:\s*[-/]\s*{_SEGMENT})*)")
_STRAY_SPACE = re.compile(r"\S[ ]+\S")
_SPACED_ISSUER = re.compile(rf"\s-\s({_SEGMENT})(?!\w)")
_ASSEMBLY = re.compile(r"(?:[QO]H|UBTVQH|UBTV)K?(?P<term>[0-9]{1,2})?\Z")
_PARTS = re.compile(r"\s*([-/.])\s*")

_TYPE_CODES = frozenset(STATE_CODES) | frozenset(PARTY_CODES)
_CANONICAL = {code.upper(): code for code in _TYPE_CODES | ISSUER_SYMBOLS}
_SENDERS_OF_COMMUNIQUES = frozenset(("VPCP", "CP", "TTg", "QH", "UBND", "HĐND"))
"""Who sends a Thông cáo; before any other office TC is the Ministry of Finance of the years before 1997 (84 TC/TCT)."""
_FIRST_TERM_YEARS = {9: 1992, 10: 1997, 11: 2002, 12: 2007, 13: 2011, 14: 2016, 15: 2021, 16: 2026}
"""National Assembly term -> the year it begins; a term ends in the year the next begins."""

SLASHED_UNTIL = 2010
"""Up to this year TYPE/ISSUER (144/2002/QĐ/BTC) was a form of its own; later it is TYPE-ISSUER misprinted."""


def find_document_numbers(
    text: str, pos: int = 0, endpos: int | None = None
) -> Iterator[tuple[int, int, DocumentNumber]]:
    """(start, end, number) of each document number in `text[pos:endpos]`, in order.

    >>> [n.code for _, _, n in find_document_numbers("theo Nghị quyết 32/NQ-\\n\\nCP và 115/2020/NĐCP")]
    ['32/NQ-CP', '115/2020/NĐ-CP']
    """
    for match in _NUMBER.finditer(text, pos, len(text) if endpos is None else endpos):
        if _goes_on(text, match.start()):
            continue
        symbol, end = match["symbol"], match.end()
        if match["sep"].isspace() and "/" not in symbol:
            continue
        if symbol in _TYPE_CODES:
            spaced = _SPACED_ISSUER.match(text, end)
            if spaced and (spaced[1].isupper() or spaced[1] in ISSUER_SYMBOLS):
                symbol, end = f"{symbol}-{spaced[1]}", spaced.end()
        number = _read_parts(
            text[match.start() : end], match["number"], match["year"] or match["dashed"], match["sep"], symbol
        )
        if number:
            yield match.start(), end, number


def _goes_on(text: str, start: int) -> bool:
    """Whether what begins at `start` is only the end of something.

    Looked at after a match, since a pattern that begins with a look-behind is searched for ten times slower.
    """
    before = text[start - 1] if start else " "
    return before.isalnum() or before in "_&/.-" or (before == ":" and text[max(0, start - 2)] in "0123456789")


def parse_document_number(text: str) -> DocumentNumber:
    """The number that `text` is, whole; the number itself may be blank (`/KH-SGD&ĐT`).

    Raises `NumberFormatError`.

    >>> parse_document_number("29-NQ/TW").type
    'Nghị quyết'
    """
    stripped = text.strip()
    found = next(find_document_numbers(stripped), None)
    if found and found[0] == 0 and found[1] == len(stripped):
        return found[2]
    blank = _BLANK_NUMBER.fullmatch(stripped)
    number = _read_parts(stripped, "", None, blank["sep"], blank["symbol"]) if blank else None
    if number is None:
        raise NumberFormatError(text, "not a document number such as 32/NQ-CP or 111/2022/NĐ-CP")
    return number


@lru_cache(maxsize=16384)
def _read_parts(printed: str, number: str, year: str | None, sep: str, symbol: str) -> DocumentNumber | None:
    """The number of these printed parts, repaired; None when the symbol has the shape of words."""
    parts = _PARTS.split(symbol)
    segments, inner = parts[0::2], parts[1::2]
    if not all(_is_segment(segment) for segment in segments):
        return None
    defects: list[Defect] = []
    if _STRAY_SPACE.search(printed):
        defects.append(Defect("stray_space", f"white space inside the number: {' '.join(printed.split())!r}"))
    segments = [_repair_segment(segment, defects) for segment in segments]
    if len(segments) == 1:
        segments = _split_missing_hyphen(segments[0], defects)
        inner = inner or ["-"] * (len(segments) - 1)
    number = number.replace(" ", "") or ""
    return _compose(number, year, sep.strip() or "/", segments, inner, defects)


def _is_segment(segment: str) -> bool:
    """Capitals, digits and &, or a mixed form that is known or has two capitals (TTg, GDTrH)."""
    if segment.isupper() or segment in _TYPE_CODES or segment in ISSUER_SYMBOLS:
        return True
    return sum(c.isupper() for c in segment) >= 2 or segment.upper() in _CANONICAL


def _repair_segment(segment: str, defects: list[Defect]) -> str:
    """The segment with look-alike letters and letter case as they are known; a change is a defect."""
    if segment in _TYPE_CODES or segment in ISSUER_SYMBOLS:
        return segment
    upper = segment.upper()
    if upper in _CANONICAL:
        return _CANONICAL[upper]
    if _ASSEMBLY.match(segment) and segment.startswith("OH"):
        defects.append(Defect("look_alike_letter", f"{segment!r} is printed for 'Q{segment[1:]}'"))
        return "Q" + segment[1:]
    if "D" in upper and not _ASSEMBLY.match(segment):
        meant = next((_CANONICAL[v] for v in _with_stroke(upper) if v in _CANONICAL), None)
        if meant:
            defects.append(Defect("look_alike_letter", f"{segment!r} is printed for {meant!r}"))
            return meant
    return segment


def _with_stroke(segment: str) -> Iterator[str]:
    """The segment with one or every D made Đ."""
    yield segment.replace("D", "Đ")
    for i, c in enumerate(segment):
        if c == "D":
            yield f"{segment[:i]}Đ{segment[i + 1 :]}"


def _split_missing_hyphen(segment: str, defects: list[Defect]) -> list[str]:
    """TYPE and ISSUER of a segment that runs them together (NĐCP, TTBGDĐT, CTTg), else the segment alone."""
    if segment in ISSUER_SYMBOLS or segment in _TYPE_CODES or _ASSEMBLY.match(segment):
        return [segment]
    for length in (4, 3, 2):
        code = segment[:length]
        if code not in STATE_CODES:
            continue
        for issuer in (segment[length:], segment[length - 1 :]):
            if issuer in ISSUER_SYMBOLS:
                defects.append(Defect("missing_hyphen", f"{segment!r} is printed for '{code}-{issuer}'"))
                return [code, issuer]
    return [segment]


def _compose(
    number: str, year: str | None, sep: str, segments: list[str], inner: list[str], defects: list[Defect]
) -> DocumentNumber | None:
    issued = int(year) if year and len(year) == 4 and 1900 <= int(year) <= 2100 else None
    if year and issued is None:
        defects.append(Defect("malformed_year", f"{year!r} is no year"))
    head = segments[0]
    party = len(segments) == 2 and segments[1] in PARTY_ISSUER_SYMBOLS and head in PARTY_CODES and not year
    type_name, issuer = _type_and_issuer(segments, party)
    if inner[:1] == ["."]:
        if issued is None or issued > SLASHED_UNTIL:
            text = f"'{head}.{segments[1]}' is printed for '{head}-{segments[1]}'"
            defects.append(Defect("swapped_separators", text))
        inner = ["-", *inner[1:]]
    if party:
        if (sep, inner) != ("-", ["/"]):
            defects.append(Defect("swapped_separators", f"printed for {number}-{head}/{segments[1]}"))
        sep, inner = "-", ["/"]
    elif type_name and sep == "-" and len(segments) == 2 and inner == ["/"] and head in PARTY_CODES:
        party, type_name = True, PARTY_CODES[head]
    elif type_name and head in STATE_CODES and inner[:1] == ["/"] and (issued or 0) > SLASHED_UNTIL:
        defects.append(Defect("swapped_separators", f"'{head}/{segments[1]}' is printed for '{head}-{segments[1]}'"))
        inner = ["-", *inner[1:]]
    symbol = head + "".join(s + segment for s, segment in zip(inner, segments[1:], strict=True))
    assembly = _ASSEMBLY.match(issuer or "")
    term = int(assembly["term"]) if assembly and assembly["term"] else None
    if term and issued and term in _FIRST_TERM_YEARS and not in_term(issued, term):
        defects.append(Defect("wrong_term", _term_text(issued, term)))
    code = f"{number}/{year}{'/' if sep == '/' else sep}{symbol}" if year else f"{number}{sep}{symbol}"
    return DocumentNumber(code, number or None, issued, symbol, type_name, issuer, term, party, tuple(defects))


def _type_and_issuer(segments: list[str], party: bool) -> tuple[str | None, str | None]:
    head, rest = segments[0], segments[1:]
    if _ASSEMBLY.match(head):
        return None, head
    if not rest:
        return (STATE_CODES[head], None) if head in STATE_CODES and head not in ISSUER_SYMBOLS else (None, head)
    if head == "CT" and rest[0] not in ISSUER_SYMBOLS and not _ASSEMBLY.match(rest[0]) and not party:
        return "Công văn", head
    if party:
        return PARTY_CODES[head], rest[0]
    if head == "TC" and rest[0] not in _SENDERS_OF_COMMUNIQUES:
        return None, head
    if head in STATE_CODES:
        return STATE_CODES[head], "-".join(rest) if head in ("TTLT", "NQLT") else rest[0]
    if rest[-1] in STATE_CODES and rest[-1] not in ISSUER_SYMBOLS and head in ISSUER_SYMBOLS and len(rest) == 1:
        return STATE_CODES[rest[-1]], head
    return "Công văn", head


def in_term(year: int, term: int) -> bool:
    """Whether the National Assembly of that term sat in that year (both limits included)."""
    begins = _FIRST_TERM_YEARS.get(term)
    return begins is not None and begins <= year <= _FIRST_TERM_YEARS.get(term + 1, begins + 5)


def _term_text(year: int, term: int) -> str:
    sitting = [t for t in _FIRST_TERM_YEARS if in_term(year, t)]
    meant = f"the National Assembly of {year} is of term {' or '.join(map(str, sitting))}" if sitting else f"{year}"
    return f"term {term} did not sit in {year}: {meant}"
