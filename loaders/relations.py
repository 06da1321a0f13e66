"""How a cited document is related, and to which document: the citing one, or another whose title is being quoted.

Titles nest: in "Kế hoạch A … về việc thực hiện Nghị quyết B … ban hành Kế hoạch thực hiện Nghị quyết C" this document
implements A, A implements B and B implements C (DOMAIN.md section 4). Mentions are read left to right; the words
between two of them tell whether the second stands in the title of the first, beside it, or in a new clause.
"""

import re
from dataclasses import dataclass

from loaders.change_clauses import ChangeClauses
from loaders.issuer_symbols import CENTRAL_ISSUER_SYMBOLS, LOCAL_ISSUER_SYMBOLS
from loaders.mention_words import Mention
from loaders.normalise import squeeze
from loaders.own_clauses import (
    carries_out,
    changes_in_turn,
    guides_by_scope,
    is_submitted,
    names_own_plan,
    tells_of_changed_part,
    tells_results,
    was_done_before,
)
from loaders.parentheses import in_parentheses, same_number_before
from loaders.pinpoints import without_pinpoint
from loaders.quoted_acts import QuotedActs
from loaders.records import PASSIVE_RELATIONS, Header
from loaders.relation_verbs import DETAIL, verb_at_end
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


_BESIDE = re.compile(r"\s*(?:[,;]?\s*(?:và|hoặc|cùng|cùng\s+với)?|[,;])\s*(?:các\s+)?\Z")
_ALSO = re.compile(r"(?:[,;]|và|,\s*và)\s*(?:các\s+)?\Z")
_ALSO_PART = re.compile(
    rf"(?:[,;]|và)\s+(?:[0-9]+\s+|các\s+)?(?:{DETAIL}|(?:hướng\s+dẫn|chỉ\s+đạo|ý\s+kiến|yêu\s+cầu)\s+của)"
    r"(?!\w)[^;.]{0,60}(?<!\w)(?:của|tại|trong|theo)\Z"
)
_OF_SEVERAL = re.compile(r"(?:của|tại) (?:các|một số) (?:nghị|quyết|thông|luật|văn bản|pháp lệnh)")
"""Acts that a title speaks of without naming them: "… của các Nghị định liên quan đến … và Nghị định số X"."""
_ALONG = re.compile(r"(?:gắn|cùng|kết\s+hợp|đồng\s+bộ)\s+với\Z")
_ALIAS = re.compile(r"(?:gọi|viết)\s+(?:tắt\s+)?(?:chung\s+)?là:?\s*[“\"]?\Z")
_PROMULGATED_WITH = re.compile(
    r"\s*[,(]?\s*(?:được\s+)?(?:ban\s+hành\s+)?(?:kèm\s+theo|ban\s+hành\s+theo|ban\s+hành\s+tại)\s*\Z"
)
_APPROVED_BY = re.compile(
    r"\s*[,(]?\s*(?:đã\s+)?(?:được\s+)?(?:[^,;.]{3,60}\s)?phê\s+duyệt\s+(?:tại|theo|bởi|bằng)\s*\Z"
)
_IN_TITLE = re.compile(
    r"\s*[,(]?\s*(?:về|v/v|ban\s+hành|phê\s+duyệt|sửa\s+đổi(?!\))|bổ\s+sung|quy\s+định|qui\s+định|hướng\s+dẫn|bãi\s+bỏ|thay\s+thế|giám\s+sát|thực\s+hiện"
    r"|triển\s+khai|tổ\s+chức|tổng\s+kết|sơ\s+kết|thi\s+hành|công\s+bố|đã\s+được|được|bị|thông\s+qua|điều\s+chỉnh|đính\s+chính|tiếp\s+tục|tăng\s+cường)(?!\w)"
)
_MAIN_CLAUSE = re.compile(
    r"(?:,\s*(?:sở|ủy\s+ban|ubnd|bộ|phòng|ban|chính\s+phủ|hội\s+đồng|thủ\s+tướng)\s[^,;]{0,80}?"
    r"\s(?:là|đã|sẽ|xây\s+dựng|ban\s+hành|yêu\s+cầu|đề\s+nghị|triển\s+khai|báo\s+cáo|quyết\s+định)"
    r"|\svà\s+(?:sở|ủy\s+ban|ubnd|bộ|chính\s+phủ|hội\s+đồng|thủ\s+tướng)\s[^,;]{0,60}?\sđã\s+(?:ký\s+)?ban\s+hành)(?!\w)"
)
"""The subject and verb that end a title: ", Sở Giáo dục và Đào tạo là đơn vị …"."""
_BASED = re.compile(r"(?:\W|\[?[0-9]{1,2}\]?\s)*căn\s+cứ(?!\w)")
_LONGEST_PINPOINT = 200
_LONGEST_PARENTHESIS = 200
_UNDER_HEADING = re.compile(r"(?:\A|\n)[ ]*Điều\s+[0-9]{1,3}[a-zđ]?[.:][^\n.;:]{0,120}\n\s*\Z")
"""An article's heading on the line above, without punctuation."""
_FOOTNOTE = re.compile(r"\[?[0-9]{1,2}\]?\s+căn\s+cứ(?!\w)")
_PARAGRAPH = re.compile(r"[.:]\s*\n|\n\s*(?:[-+•*]\s|[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]\s|[a-zđ]\)\s)")
_PROCLAIMED = re.compile(r"NAY CÔNG BỐ\s*:\s*\Z")
"""After the grounds of an order of the President, before the law that it makes known."""
_PROPOSED = re.compile(r"(?:\W)*(?:xét|theo|sau\s+khi|trên\s+cơ\s+sở|tại)(?!\w)")
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
        self._changes = ChangeClauses(text)
        self._quoted = QuotedActs(text, header)

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
                kind = "AMENDS" if whole.amends else verb_at_end(words, mention.number is not None) or "CITES"
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
        if in_parentheses(self._text, mention) and self._same_before(index) is not None:
            start = self._mentions[index - 1].start
            return Relation("CITES", None, start, clause_end(self._text, mention.end), "alias")
        if self.relations[previous].rule == "alias" and gap.startswith(")"):
            meant = self._same_before(previous)
            previous, gap = (previous if meant is None else meant), gap[1:]
        if gap.startswith(")") and (host := self._before_parenthesis(previous)) is not None:
            previous, gap = host, gap[1:]
            before = self._mentions[previous]
        last = self.relations[previous]
        if len(gap) > 600 or self._zones.zone_at(before.start) != self._zones.zone_at(mention.start):
            return None
        if ";" in gap and "\n" in gap and self._begins_item(mention):
            return None
        if _BESIDE.fullmatch(gap) and (gap.strip() or mention.rule == "list_member"):
            like = self.relations[self._higher(self._peer(previous, mention, outermost=";" in gap), mention)]
            end = clause_end(self._text, mention.end)
            return Relation(like.type, like.owner, like.context_start, max(end, like.context_end), "beside")
        bare = without_pinpoint(gap) if len(gap) < _LONGEST_PINPOINT else gap
        if bare != gap and bare.strip() and _BESIDE.fullmatch(bare):
            like = self.relations[self._peer(previous, mention)]
            kind = "AMENDS" if like.type in _CHANGES else like.type
            return Relation(kind, like.owner, like.context_start, clause_end(self._text, mention.end), "beside")
        words = squeeze(gap).lower().rstrip(' “"')
        context = (last.context_start, clause_end(self._text, mention.end))
        if BREAK.search(gap):
            return self._after_semicolon(previous, mention, gap, words, context)
        if _ALIAS.search(words):
            return Relation("CITES", None, *context, "alias")
        if before.number is None and not before.amends:
            if _PROMULGATED_WITH.fullmatch(words):
                return self._giving("PROMULGATES", previous, index, last, context)
            if _APPROVED_BY.fullmatch(words):
                return self._giving("APPROVES", previous, index, last, context)
        in_title = _IN_TITLE.match(words) and not _MAIN_CLAUSE.search(words)
        verb = verb_at_end(words, mention.number is not None)
        if _ALSO_PART.search(words) or _ALONG.search(words):
            return Relation(last.type, last.owner, *context, "beside")
        if in_title and verb in _CHANGES and before.type in _SUBMISSIONS:
            verb = "CITES"
        if _ALSO.search(words) and _OF_SEVERAL.search(words):
            verb = None
            in_title = None
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

    def _begins_item(self, mention: Mention) -> bool:
        """Whether the mention begins an item of a list of changed acts."""
        if self._changes.list_verb(mention.start, "") is None:
            return False
        start = clause_start(self._text, mention.start)
        return self._changes.list_verb(mention.start, squeeze(self._text[start : mention.start]).lower()) is not None

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

    def _same_before(self, index: int) -> int | None:
        meant = same_number_before(self._mentions, index)
        return None if meant is None or self.relations[meant].rule == "alias" else meant

    def _outermost(self, index: int) -> int:
        """The mention that holds the one at `index` in its name, or the first of a group with the same span."""
        end = self._mentions[index].end
        while index and self._mentions[index - 1].end >= end:
            index -= 1
        return index

    def _peer(self, index: int, mention: Mention, outermost: bool = False) -> int:
        """The mention beside which this one stands: the first of its type among the last and its holders.

        After a semicolon it is the outermost of its type, else the outermost; an act of another type stands in no list
        of amended acts.
        """
        chain = [index]
        while (owner := self.relations[chain[-1]].owner) is not None and owner < chain[-1]:
            chain.append(owner)
        for candidate in reversed(chain) if outermost else chain:
            peer = self._mentions[candidate]
            if peer.type == mention.type and (peer.number is None) == (mention.number is None):
                return candidate
        named = self._mentions[index].number is None and mention.number is not None
        amended = mention.number is not None and self.relations[index].type == "AMENDS"
        return chain[-1] if named or amended or outermost else index

    def _before_parenthesis(self, index: int) -> int | None:
        """The mention before the parenthesis that holds the one at `index`: the list goes on from it."""
        start = self._mentions[index].start
        opening = self._text.rfind("(", max(0, start - _LONGEST_PARENTHESIS), start)
        if opening < 0 or ")" in self._text[opening:start]:
            return None
        for host in range(index - 1, -1, -1):
            if self._mentions[host].end <= opening:
                return host
        return None

    def _higher(self, index: int, mention: Mention) -> int:
        """The mention beside which a local act stands: no act of the centre carries out or changes a local one."""
        if mention.number is None or mention.number.issuer_symbol not in LOCAL_ISSUER_SYMBOLS:
            return index
        while (owner := self.relations[index].owner) is not None and owner < index:
            number = self._mentions[owner].number
            if number is None or (number.issuer_symbol or "").rstrip("0123456789") not in CENTRAL_ISSUER_SYMBOLS:
                break
            index = owner
        return index

    def _giving(self, kind: str, named: int, index: int, last: Relation, context: tuple[int, int]) -> Relation:
        """ "Quy định Y ban hành kèm theo Quyết định X": X takes the relation that Y had, and gives Y."""
        self.relations[named] = Relation(kind, index, *context, "promulgated_with")
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
        verb = verb_at_end(words, mention.number is not None)
        quoting = self._quoting(index)
        grounds = zone in ("letterhead", "preamble", "title") or self._header.type is None or _FOOTNOTE.match(lead)
        if _BASED.match(lead) and (grounds or quoting is not None) and not is_submitted(words):
            return Relation("BASED_ON", quoting, *context, "preamble")
        if changed := self._changed(index, lead, context):
            return changed
        if not lead.strip("-+* "):
            return Relation(self._relation_of_list(index), None, *context, "list")
        if zone in _OWN_ZONES:
            if own := self._own_verb(zone, verb, lead, words):
                return Relation(own, None, *context, zone)
        elif verb in _CHANGES and (self._header.type in _ACTS or self._header.type is None or changes_in_turn(lead)):
            return Relation(verb, quoting, *context, "enacting_clause")
        elif self._header.type in _ACTS and guides_by_scope(lead, words):
            return Relation("GUIDES", quoting, *context, "own_scope")
        plan = self._header.type != "Công văn" and names_own_plan(lead)
        if plan and mention.number and mention.number.code in self._implemented:
            return Relation("IMPLEMENTS", None, *context, "own_title_repeated")
        return Relation("CITES", None, *context, "mention")

    def _own_verb(self, zone: str, verb: str | None, lead: str, words: str) -> str | None:
        """The verb as it holds of this document in a part that speaks for it, or None."""
        kind = self._header.type
        if zone == "preamble" and (_PROPOSED.match(lead) or (verb == "IMPLEMENTS" and was_done_before(words))):
            return None
        if zone == "preamble" and verb is None and carries_out(lead, words):
            verb = "IMPLEMENTS"
        if zone == "title" and verb in _CHANGES and kind in _SUBMISSIONS:
            return None
        if verb == "IMPLEMENTS" and kind in ("Báo cáo", "Thông báo") and tells_results(lead):
            return "REPORTS_ON" if kind == "Báo cáo" else None
        if verb == "IMPLEMENTS" and kind == "Hướng dẫn" and zone == "title":
            return "GUIDES"
        return None if verb in ("PROMULGATES", "APPROVES") and zone != "title" else verb

    def _quoting(self, index: int) -> int | None:
        """The act whose provisions a consolidated text quotes around the mention."""
        opening = self._quoted.opening(self._mentions[index].start)
        return None if opening is None else self._last_before(index, opening)

    def _last_before(self, index: int, position: int) -> int | None:
        """The outermost of the mentions that lead up to `position`."""
        last = index - 1
        while last >= 0 and self._mentions[last].start >= position:
            last -= 1
        if last < 0 or position - self._mentions[last].end > 600:
            return None
        while (owner := self.relations[last].owner) is not None and owner < last:
            last = owner
        return last

    def _changed(self, index: int, lead: str, context: tuple[int, int]) -> Relation | None:
        """An item of a list of changed acts, an act no longer in force, or one that changed a part of this text."""
        mention = self._mentions[index]
        acts = self._header.type in _ACTS or self._header.type is None
        if not self._changes.may_change(mention.start, mention.end):
            changed = acts and ("được" in lead or "bị" in lead) and tells_of_changed_part(lead)
            return Relation("AMENDED_BY", None, *context, "part_changed") if changed else None
        before = self._text[max(0, mention.start - 260) : mention.start]
        bare = without_pinpoint(before)
        if _UNDER_HEADING.search(bare):
            lead = squeeze(before[len(bare) :]).lower()
        listed = self._changes.list_verb(mention.start, lead)
        if listed and listed.type == "AMENDED_BY":
            owner = self._last_before(index, listed.colon)
            return None if owner is None else Relation("AMENDED_BY", owner, *context, "list_of_changes")
        if not acts:
            return None
        if listed:
            return Relation(listed.type, self._quoting(index), *context, "list_of_changes")
        if ceasing := self._changes.ceases(mention.end, lead):
            return Relation(ceasing, self._quoting(index), *context, "no_longer_in_force")
        return Relation("AMENDED_BY", None, *context, "part_changed") if tells_of_changed_part(lead) else None

    def _relation_of_list(self, index: int) -> str:
        """The relation of the last mention before this one in the list that starts from the document itself."""
        zone = self._zones.zone_at(self._mentions[index].start)
        for earlier in range(index - 1, max(-1, index - 12), -1):
            between = self._text[self._mentions[earlier].end : self._mentions[index].start]
            if len(between) > 1500 or self._zones.zone_at(self._mentions[earlier].start) != zone:
                break
            if _PROCLAIMED.search(between) or (zone != "preamble" and _PARAGRAPH.search(between)):
                break
            if self.relations[earlier].owner is None and self.relations[earlier].rule != "alias":
                return self.relations[earlier].type
        return "CITES"
