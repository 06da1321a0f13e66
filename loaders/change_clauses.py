"""Clauses by which an act changes several others at once: a list after a colon, and acts that cease to be in force.

"Nghị quyết này bãi bỏ các Nghị quyết:" gives its verb to every item; "Quyết định số X … hết hiệu lực kể từ ngày
Quyết định này có hiệu lực" repeals its subject though the verb comes last.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from loaders.normalise import squeeze
from loaders.pinpoints import without_pinpoint
from loaders.sentences import BREAK

_COLON = re.compile(r":[ ]*\n")
_HEADING = re.compile(
    r"\n[ ]*Điều\s+[0-9]{1,3}[.:]\s+(?:Bãi\s+bỏ|Hủy\s+bỏ|Huỷ\s+bỏ|Thay\s+thế|Đình\s+chỉ)\s[^.;:]{0,240}"
    r"\n\s*(?=1[.)]\s|a\)\s|-\s)"
)
"""An article's heading over a numbered list, without a colon: "Điều 1. Bãi bỏ toàn bộ một số văn bản"."""
_SENTENCE = re.compile(r"[.;!?](?:[ ]*\n|\s+(?=[A-ZĐÀ-Ỹ]))")
_LEAD_REACH = 400
_LIST_REACH = 20_000
_CITED = re.compile(r"[0-9](?:/[0-9]{4})?[/-][a-zđ]")
_PASSIVE = re.compile(
    r"được (?:sửa đổi|bổ sung|điều chỉnh)(?:, bổ sung)?(?: một số (?:điều|nội dung))?(?: (?:bởi|theo|tại))?"
    r"(?: (?:các|những) [^,;.]{2,40})?(?: sau(?: đây)?)?\Z"
)
_ACTIVE = (
    ("REPEALS", re.compile(r"(?<!\w)(?:bãi bỏ|h[uủ][yỷ] bỏ)(?P<rest>(?!\w).*)\Z")),
    ("REPEALS", re.compile(r"(?<!\w)(?:hết|không còn) hiệu lực(?P<rest>(?!\w).*)\Z")),
    ("REPLACES", re.compile(r"(?<!\w)thay thế(?P<rest>(?!\w).*)\Z")),
    ("AMENDS", re.compile(r"(?<!\w)(?:sửa đổi|bổ sung|đính chính)(?P<rest>(?!\w).*)\Z")),
)
_PARTS = re.compile(r"(?<!\w)(?:cụm từ|khoản|điểm|điều(?! chỉnh)|mẫu|phụ lục|nội dung|chương|mục(?! tiêu))(?!\w)")
_MARKER = re.compile(
    r"\s*(?:(?P<dash>[-+•*])\s|(?P<letter>[a-zđ]{1,2}\))\s|(?P<digit>[0-9]{1,2}(?:\.[0-9]{1,2})*[.)])\s)"
)
_HIGHER = r"\n[ ]*(?:Điều\s+[0-9]|[IVXL]{1,5}\.\s"
_DASHES, _LETTERS, _DIGITS = r"[-+•*]\s", r"[a-zđ]{1,2}\)\s", r"[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]\s"
_ENDS = {
    None: re.compile(rf"[.”/][ ]*\n|{_HIGHER})"),
    "dash": re.compile(rf"{_HIGHER}|{_DIGITS}|{_LETTERS})|[.”/][ ]*\n(?!\s{{0,20}}{_DASHES})"),
    "letter": re.compile(rf"{_HIGHER}|{_DIGITS})|[.”/][ ]*\n(?!\s{{0,20}}(?:{_LETTERS}|{_DASHES}))"),
    "digit": re.compile(rf"{_HIGHER})|[.”/][ ]*\n(?!\s{{0,20}}(?:{_DIGITS}|{_LETTERS}|{_DASHES}))"),
}
"""Where a list ends, by the marker of its first item: at a marker of a higher rank or a paragraph without one."""
_ITEM_LEAD = re.compile(r"(?:(?:[-+•*]|[a-zđ]{1,2}\)|[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]) ?)?(?:tại |toàn bộ )?(?:các )?\Z")
_CEASES = re.compile(
    r"hiệu(?<=(?:hết|còn)\shiệu)\s+lực(?:\s+thi\s+hành)?(?=\s*[.;,/]|\s*\Z|\s+(?:kể\s+từ|từ|toàn\s+bộ|và)\s)"
)
_CEASES_REACH = 900
_SUBJECT_LEAD = re.compile(
    r"(?:\A|có hiệu lực(?: thi hành)?,?|(?:\A|[.)]) ?(?:kể )?từ ngày [^,]{1,60},) ?(?:thì |toàn bộ |các |những )*\Z"
)


@dataclass(frozen=True, slots=True)
class ListVerb:
    """The relation that a lead-in gives the items of its list; `colon` is where the lead-in ends."""

    type: str
    colon: int
    end: int


class ChangeClauses:
    """The lead-ins and the words "hết hiệu lực" of one text, looked up by position."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lists = _find_lists(text)
        self._colons = [found.colon for found in self._lists]
        self._ceasing = [match.start() for match in _CEASES.finditer(text)]

    def may_change(self, start: int, end: int) -> bool:
        """Whether a list or the words "hết hiệu lực" can concern the act from `start` to `end`."""
        i, j = bisect_right(self._colons, start) - 1, bisect_left(self._ceasing, end)
        return (i >= 0 and start < self._lists[i].end) or (
            j < len(self._ceasing) and self._ceasing[j] - end <= _CEASES_REACH
        )

    def list_verb(self, start: int, lead: str) -> ListVerb | None:
        """The lead-in of the list in which an item begins with the act at `start`; `lead` is what stands before it."""
        i = bisect_right(self._colons, start) - 1
        if i < 0 or start >= self._lists[i].end:
            return None
        whole = without_pinpoint(lead)
        if not _ITEM_LEAD.fullmatch(f"{whole.strip()} ".lstrip()):
            return None
        return _partial(self._lists[i]) if whole != lead else self._lists[i]

    def ceases(self, end: int, lead: str) -> str | None:
        """REPEALS for an act that is said to be no longer in force, AMENDS where that is said of a part of it."""
        i = bisect_left(self._ceasing, end)
        if i == len(self._ceasing) or self._ceasing[i] - end > _CEASES_REACH:
            return None
        whole = without_pinpoint(lead)
        subject = _ITEM_LEAD.fullmatch(f"{whole.strip()} ".lstrip()) or _SUBJECT_LEAD.search(f"{whole.strip()} ")
        if not subject or BREAK.search(self._text, end, self._ceasing[i]):
            return None
        return "AMENDS" if whole != lead else "REPEALS"


def _find_lists(text: str) -> list[ListVerb]:
    """The lead-ins of lists of changed acts, in order."""
    leads: list[tuple[int, int, str]] = []
    previous = 0
    for match in _lead_ends(text):
        relation = _relation_of_lead(text[max(previous, match.end() - _LEAD_REACH) : match.end()].rstrip(" \n:"))
        previous = match.end()
        if relation:
            leads.append((match.end() - 1, match.end(), relation))
    found: list[ListVerb] = []
    following = [*(colon for colon, _, _ in leads[1:]), len(text)]
    for (colon, start, relation), limit in zip(leads, following, strict=False):
        reach = min(limit, start + _LIST_REACH)
        marker = _MARKER.match(text, start, reach)
        end = _ENDS[marker.lastgroup if marker else None].search(text, start, reach)
        found.append(ListVerb(relation, colon, end.start() if end else reach))
    return found


def _lead_ends(text: str) -> list[re.Match[str]]:
    """The colons and the headings with which a lead-in may end, in order."""
    headings = [*_HEADING.finditer(text)] if "ỏ" in text or "Thay" in text else []
    return sorted([*_COLON.finditer(text), *headings], key=lambda match: match.end())


def _relation_of_lead(window: str) -> str | None:
    """What the last sentence of `window`, which ends in a colon, says of the acts listed below it."""
    if not ("hiệu" in window or "ửa" in window or "ỏ" in window or "hế" in window):
        return None
    words = squeeze(_SENTENCE.split(window)[-1]).lower()
    if _PASSIVE.search(words):
        return "AMENDED_BY"
    for relation, verb in _ACTIVE:
        match = verb.search(words)
        if match:
            rest = match["rest"]
            if _CITED.search(rest):
                return None
            return "AMENDS" if _PARTS.search(rest) else relation
    return None


def _partial(found: ListVerb) -> ListVerb:
    """A part of an act that is repealed or replaced amends the act."""
    return ListVerb("AMENDS" if found.type in ("REPEALS", "REPLACES") else found.type, found.colon, found.end)
