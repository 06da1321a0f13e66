"""How a cited document is related, and to which document: the citing one, or another whose title is being quoted.

Titles nest: in "Kế hoạch A … về việc thực hiện Nghị quyết B … ban hành Kế hoạch thực hiện Nghị quyết C" this document
implements A, A implements B and B implements C (DOMAIN.md section 4). Mentions are read left to right; the words
between two of them tell whether the second stands in the title of the first, beside it, or in a new clause.
"""

import re
from dataclasses import dataclass

from loaders.mention_words import Mention
from loaders.normalise import squeeze
from loaders.records import PASSIVE_RELATIONS, Header
from loaders.sentences import BREAK, clause_end, clause_start
from loaders.zones import Zones


@dataclass(frozen=True, slots=True)
class Relation:
    """The relation of one mention; `owner` is the index of the mention it starts from, None for the document itself."""

    type: str
    owner: int | None
    context_start: int
    context_end: int
    rule: str


_WHAT = r"(?:mục\s+tiêu|nội\s+dung|nhiệm\s+vụ|giải\s+pháp|quan\s+điểm|chủ\s+trương|chỉ\s+tiêu|quy\s+định)"
_GOAL = (
    r"(?:\s+(?:có\s+hiệu\s+quả|hiệu\s+quả|tốt|nghiêm(?:\s+túc)?|đầy\s+đủ|kịp\s+thời))?"
    rf"(?:\s+(?:các\s+)?{_WHAT}[^;.“]{{0,80}}?\s(?:của|tại|theo|trong))?"
)
_PART = r"(?:cụm\s+từ|từ|khoản|điểm|điều|mẫu|phụ\s+lục|nội\s+dung|chương|mục|tên)"
_VERBS = (
    (
        "AMENDED_BY",
        r"được\s+(?:sửa\s+đổi|bổ\s+sung|điều\s+chỉnh)"
        r"(?:[^;.]{0,160}?\s(?:bởi|theo|tại|bằng)|(?:\s*,?\s*bổ\s+sung)?(?:\s+một\s+số\s+điều)?)",
    ),
    ("REPLACED_BY", r"được\s+thay\s+thế\s+(?:bởi|bằng|theo|tại)"),
    ("REPEALED_BY", r"bị\s+bãi\s+bỏ\s+(?:bởi|bằng|theo|tại)"),
    ("SUPERVISES", r"giám\s+sát\b[^;.]{0,80}?(?:thực\s+hiện|thi\s+hành|chấp\s+hành)"),
    (
        "REPORTS_ON",
        r"(?:(?:tổng|sơ)\s+kết|(?:báo\s+cáo|đánh\s+giá)(?:\s+(?:tình\s+hình|kết\s+quả))+)\b[^;.]{0,80}?"
        r"(?:thực\s+hiện|triển\s+khai|thi\s+hành)",
    ),
    (
        "AMENDS",
        rf"(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)\b[^;.]{{0,120}}?(?<!\w){_PART}(?!\w)[^;.]{{0,160}}?(?:của|tại|kèm\s+theo|trong|[0-9a-zđ])",
    ),
    (
        "GUIDES",
        r"(?:quy\s+định\s+chi\s+tiết|hướng\s+dẫn)\b(?:[^;.“]{0,120}?(?:thi\s+hành|thực\s+hiện|áp\s+dụng|biện\s+pháp[^;.“]{0,60}))?"
        r"(?:\s+(?:một\s+số\s+)?(?:điều|nội\s+dung|quy\s+định)(?:\s*(?:và|,)[^;.“]{0,60})?\s+(?:của|tại))?",
    ),
    ("IMPLEMENTS", rf"(?:thực\s+hiện|thi\s+hành|triển\s+khai|cụ\s+thể\s+h(?:óa|oá)){_GOAL}"),
    (
        "AMENDS",
        r"(?:sửa\s+đổi|bổ\s+sung|điều\s+chỉnh|đính\s+chính)(?:\s*,\s*(?:bổ\s+sung|thay\s+thế|bãi\s+bỏ))*\b[^;.“]{0,200}?",
    ),
    ("REPLACES", r"thay\s+thế(?:\s+cho)?"),
    ("REPEALS", r"(?:bãi\s+bỏ|hủy\s+bỏ|huỷ\s+bỏ)(?:\s+toàn\s+bộ)?"),
    ("APPROVES", r"phê\s+duyệt"),
    ("PROMULGATES", r"ban\s+hành(?:\s+kèm\s+theo)?"),
)
"""Relation and the words for it that stand right before the mention; the first that fits is taken."""
_VERB_AT_END = tuple((name, re.compile(rf"(?<!\w){pattern}\s*\Z")) for name, pattern in _VERBS)

_BESIDE = re.compile(r"\s*(?:[,;]?\s*(?:và|hoặc|cùng|cùng\s+với)?|[,;])\s*(?:các\s+)?\Z")
_ALSO = re.compile(r"(?:[,;]|và|,\s*và)\s*(?:các\s+)?\Z")
_ALSO_PART = re.compile(
    rf"(?:[,;]|và)\s+(?:[0-9]+\s+|các\s+)?(?:{_WHAT}|(?:hướng\s+dẫn|chỉ\s+đạo|ý\s+kiến|yêu\s+cầu)\s+của)"
    r"(?!\w)[^;.]{0,60}(?<!\w)(?:của|tại|trong|theo)\Z"
)
_ALONG = re.compile(r"(?:gắn|cùng|kết\s+hợp|đồng\s+bộ)\s+với\Z")
_ALIAS = re.compile(r"(?:gọi|viết)\s+(?:tắt\s+)?(?:chung\s+)?là:?\s*[“\"]?\Z")
_PROMULGATED_WITH = re.compile(
    r"\s*[,(]?\s*(?:được\s+)?(?:ban\s+hành\s+)?(?:kèm\s+theo|ban\s+hành\s+theo|ban\s+hành\s+tại)\s*\Z"
)
_IN_TITLE = re.compile(
    r"\s*[,(]?\s*(?:về|v/v|ban\s+hành|phê\s+duyệt|sửa\s+đổi|bổ\s+sung|quy\s+định|qui\s+định|hướng\s+dẫn|bãi\s+bỏ|thay\s+thế|giám\s+sát|thực\s+hiện"
    r"|triển\s+khai|tổ\s+chức|tổng\s+kết|sơ\s+kết|thi\s+hành|công\s+bố|đã\s+được|được|bị|thông\s+qua|điều\s+chỉnh|đính\s+chính|tiếp\s+tục|tăng\s+cường)(?!\w)"
)
_MAIN_CLAUSE = re.compile(
    r",\s*(?:sở|ủy\s+ban|ubnd|bộ|phòng|ban|chính\s+phủ|hội\s+đồng|thủ\s+tướng)\s[^,;]{0,80}?"
    r"\s(?:là|đã|sẽ|xây\s+dựng|ban\s+hành|yêu\s+cầu|đề\s+nghị|triển\s+khai|báo\s+cáo|quyết\s+định)\s"
)
"""The subject and verb that end a title: ", Sở Giáo dục và Đào tạo là đơn vị …"."""
_BASED = re.compile(r"(?:\W|\[?[0-9]{1,2}\]?\s)*căn\s+cứ(?!\w)")
_FOOTNOTE = re.compile(r"\[?[0-9]{1,2}\]?\s+căn\s+cứ(?!\w)")
_IMPLEMENTING = re.compile(r"(?<!\w)(?:thực\s+hiện|triển\s+khai|thi\s+hành)(?!\w)")
_PARAGRAPH = re.compile(r"[.:]\s*\n|\n\s*(?:[-+•*]\s|[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]\s|[a-zđ]\)\s)")
_PROPOSED = re.compile(r"(?:\W)*(?:xét|theo|sau\s+khi|trên\s+cơ\s+sở|tại)(?!\w)")
_OWN_PLAN = re.compile(r"kế\s+hoạch\s+(?:triển\s+khai\s+)?(?:thực\s+hiện|thi\s+hành)\s*\Z")
_ACTS = frozenset(
    (
        "Quyết định",
        "Nghị quyết",
        "Nghị định",
        "Thông tư",
        "Thông tư liên tịch",
        "Luật",
        "Pháp lệnh",
        "Văn bản hợp nhất",
        "Bộ luật",
    )
)
_CHANGES = frozenset(("AMENDS", "REPLACES", "REPEALS"))
_SUBMISSIONS = frozenset(("Tờ trình", "Báo cáo", "Công văn", "Thông báo"))
"""Types that propose a change of law and make none."""
_OWN_ZONES = frozenset(("title", "preamble", "purpose", "closing"))


def find_relations(text: str, mentions: tuple[Mention, ...], zones: Zones, header: Header) -> tuple[Relation, ...]:
    """The relation of each mention, in their order."""
    reader = _Reader(text, mentions, zones, header)
    for index in range(len(mentions)):
        reader.read(index)
    return tuple(reader.relations)


class _Reader:
    """Reads mentions left to right, keeping what it found for those before."""

    def __init__(self, text: str, mentions: tuple[Mention, ...], zones: Zones, header: Header) -> None:
        self._text, self._mentions, self._zones, self._header = text, mentions, zones, header
        self.relations: list[Relation] = []
        self._implemented: set[str] = set()

    def read(self, index: int) -> None:
        mention = self._mentions[index]
        relation = self._inside(index) or self._after(index) or self._alone(index)
        self.relations.append(relation)
        if relation.type == "IMPLEMENTS" and relation.owner is None and mention.number:
            self._implemented.add(mention.number.code)

    def _inside(self, index: int) -> Relation | None:
        """A mention inside the name of another: the law that an amending law amends."""
        mention = self._mentions[index]
        for outer in range(index - 1, max(-1, index - 6), -1):
            whole = self._mentions[outer]
            if whole.end >= mention.end and whole.start < mention.start:
                words = squeeze(self._text[whole.start : mention.start]).lower()
                kind = "AMENDS" if whole.amends else _verb_at_end(words, mention) or "CITES"
                return Relation(kind, outer, whole.start, whole.end, "inside_name")
        if index and (self._mentions[index - 1].start, self._mentions[index - 1].end) == (mention.start, mention.end):
            return self.relations[index - 1]
        return None

    def _after(self, index: int) -> Relation | None:
        """A mention that follows another within one clause."""
        if not index:
            return None
        previous, mention = self._outermost(index - 1), self._mentions[index]
        before = self._mentions[previous]
        gap = self._text[before.end : mention.start]
        last = self.relations[previous]
        if len(gap) > 600 or self._zones.zone_at(before.start) != self._zones.zone_at(mention.start):
            return None
        if _BESIDE.fullmatch(gap) and (gap.strip() or mention.rule == "list_member"):
            peer = self._peer(previous, mention)
            like = self.relations[peer]
            end = clause_end(self._text, mention.end)
            return Relation(like.type, like.owner, like.context_start, max(end, like.context_end), "beside")
        words = squeeze(gap).lower()
        context = (last.context_start, clause_end(self._text, mention.end))
        if BREAK.search(gap):
            return self._after_semicolon(previous, mention, gap, words, context)
        if _ALIAS.search(words):
            return Relation("CITES", None, *context, "alias")
        if before.number is None and _PROMULGATED_WITH.fullmatch(words) and not before.amends:
            return self._promulgating(previous, index, last, context)
        in_title = _IN_TITLE.match(words) and not _MAIN_CLAUSE.search(words)
        verb = _verb_at_end(words, mention)
        if _ALSO_PART.search(words) or _ALONG.search(words):
            return Relation(last.type, last.owner, *context, "beside")
        if in_title and verb in _CHANGES and before.type in _SUBMISSIONS:
            verb = "CITES"
        if in_title and verb in PASSIVE_RELATIONS:
            return Relation(verb, self._peer(previous, mention), *context, "title_of_cited")
        if in_title and verb:
            return Relation(verb, previous, *context, "title_of_cited")
        if _ALSO.search(words):
            like = self.relations[self._peer(previous, mention)]
            return Relation(like.type, like.owner, *context, "beside")
        if in_title:
            return Relation("CITES", previous, *context, "title_of_cited")
        if verb and before.number is None and words.startswith(("theo", "thực hiện", "triển khai")):
            return Relation(verb, previous, *context, "title_of_cited")
        return None

    def _after_semicolon(
        self, previous: int, mention: Mention, gap: str, words: str, context: tuple[int, int]
    ) -> Relation | None:
        """A second act of the same type after a title that itself holds semicolons: "… A về x; về y và Thông tư B"."""
        if not words.endswith("và") or any(not found.group().startswith(";") for found in BREAK.finditer(gap)):
            return None
        peer = self._peer(previous, mention)
        if self._mentions[peer].type != mention.type:
            return None
        return Relation(self.relations[peer].type, self.relations[peer].owner, *context, "beside")

    def _outermost(self, index: int) -> int:
        """The mention that holds the one at `index` in its name, or the first of a group with the same span."""
        end = self._mentions[index].end
        while index and self._mentions[index - 1].end >= end:
            index -= 1
        return index

    def _peer(self, index: int, mention: Mention) -> int:
        """The mention beside which this one stands: the first of its type among the last and its holders."""
        chain = [index]
        while (owner := self.relations[chain[-1]].owner) is not None and owner < chain[-1]:
            chain.append(owner)
        for candidate in chain:
            peer = self._mentions[candidate]
            if peer.type == mention.type and (peer.number is None) == (mention.number is None):
                return candidate
        named = self._mentions[index].number is None and mention.number is not None
        return chain[-1] if named else index

    def _promulgating(self, named: int, index: int, last: Relation, context: tuple[int, int]) -> Relation:
        """ "Quy định Y ban hành kèm theo Quyết định X": X takes the relation that Y had, and promulgates Y."""
        self.relations[named] = Relation("PROMULGATES", index, *context, "promulgated_with")
        return Relation(last.type, last.owner, *context, last.rule)

    def _alone(self, index: int) -> Relation:
        """The first mention of a clause, or one that no title holds: its relation starts from the document itself."""
        mention = self._mentions[index]
        start = max(clause_start(self._text, mention.start), self._zones.start_of_zone(mention.start))
        context = (start, clause_end(self._text, mention.end))
        zone = self._zones.zone_at(mention.start)
        lead = squeeze(self._text[start : mention.start]).lower()
        last_end = self._mentions[self._outermost(index - 1)].end if index else 0
        words = squeeze(self._text[max(start, last_end) : mention.start]).lower()
        verb = _verb_at_end(words, mention)
        if _BASED.match(lead) and (zone in ("preamble", "title") or self._header.type is None or _FOOTNOTE.match(lead)):
            return Relation("BASED_ON", None, *context, "preamble")
        if not lead.strip("-+* "):
            return Relation(self._relation_of_list(index), None, *context, "list")
        if zone in _OWN_ZONES:
            if zone == "preamble" and _PROPOSED.match(lead):
                verb = None
            elif zone == "preamble" and verb is None and _IMPLEMENTING.search(lead):
                verb = "IMPLEMENTS"
            if verb and (zone == "title" or verb not in ("PROMULGATES", "APPROVES")):
                return Relation(verb, None, *context, zone)
        elif verb in _CHANGES and (self._header.type in _ACTS or self._header.type is None):
            return Relation(verb, None, *context, "enacting_clause")
        if mention.number and mention.number.code in self._implemented and _OWN_PLAN.search(lead):
            return Relation("IMPLEMENTS", None, *context, "own_title_repeated")
        return Relation("CITES", None, *context, "mention")

    def _relation_of_list(self, index: int) -> str:
        """The relation of the last mention before this one in the list that starts from the document itself."""
        zone = self._zones.zone_at(self._mentions[index].start)
        for earlier in range(index - 1, max(-1, index - 12), -1):
            between = self._text[self._mentions[earlier].end : self._mentions[index].start]
            if len(between) > 1500 or self._zones.zone_at(self._mentions[earlier].start) != zone:
                break
            if zone != "preamble" and _PARAGRAPH.search(between):
                break
            if self.relations[earlier].owner is None and self.relations[earlier].rule != "alias":
                return self.relations[earlier].type
        return "CITES"


def _verb_at_end(words: str, mention: Mention) -> str | None:
    """The relation of the verb that stands right before the mention."""
    for name, pattern in _VERB_AT_END:
        if pattern.search(words[-260:]):
            if name == "PROMULGATES" and mention.number is not None:
                return None
            return name
    return None
