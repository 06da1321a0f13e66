"""A page of the synthetic corpus under construction: words go down, and what they say is noted as they do."""

from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

from bench.corpus_acts import Act, issuer_words, name_slug
from loaders.identity import UNKNOWN
from loaders.normalise import squeeze
from loaders.records import Assignment, Body, Citation, Defect, Header, Recipient, Record, Task

_LINE = 78
_MISPRINTS = {
    "no_hyphen": ("-", ""),
    "stray_space": ("/", " /"),
    "look_alike": ("Đ", "Ð"),
    "wrong_term": ("QH13", "QH14"),
}
_DEFECTS = {
    "undated": "missing_date",
    "no_hyphen": "missing_hyphen",
    "stray_space": "stray_space",
    "look_alike": "look_alike_letter",
    "wrong_term": "wrong_term",
}
"""What is wrong with a form, by its name in loaders/facts/defect_kinds.csv; a missing date counts once."""


def date_words(year: int, month: int, day: int) -> str:
    """The date as pages write it: ngày 05 tháng 9 năm 2024."""
    return f"ngày {day:02} tháng {month if month > 2 else f'{month:02}'} năm {year}"


@lru_cache(maxsize=65536)
def mention_of(act: Act, form: str) -> Citation:
    """The citation of an act in one of the forms in which pages print it, as if it stood at offset 0.

    Forms: `full` (number, date and issuer), `slashed` (the date in figures), `short` (type and number, after a fuller
    one), `undated` and `undated_again` (which date, no page tells), and the misprints `no_hyphen`, `stray_space`,
    `look_alike` and `wrong_term`.
    """
    year, month, day = act.date
    undated = form.startswith("undated")
    by_number = act.numbered_by_year and act.issuer.name == "Quốc hội"
    words = f"{act.type} số {_printed(act.code, form)}" if act.code else act.title
    if form == "slashed":
        words += f" ngày {day}/{month}/{year}"
    elif not undated and not by_number and form != "short":
        words += f" {date_words(*act.date)}"
    if act.number and form != "short":
        words += f" của {issuer_words(act)}"
    document_id, code, symbol = act.id, act.code, act.symbol
    if undated:
        document_id = document_id.replace(f":{year}:", f":{UNKNOWN}:")
    if form == "wrong_term":
        code, symbol = _printed(code, form), _printed(symbol, form)
        document_id = document_id.replace("qh13", "qh14")
    defect = _DEFECTS.get(form)
    return Citation(
        start=0,
        end=len(words),
        quote=words,
        context_start=0,
        context_end=len(words),
        type=act.type,
        code=code,
        number=act.number,
        symbol=symbol,
        year=None if undated else year,
        term=act.term,
        date=None if undated or (by_number and form != "slashed") else f"{year}-{month:02}-{day:02}",
        title=act.title if act.number is None else None,
        issuer=act.issuer,
        pinpoint=None,
        relation="CITES",
        owner=None,
        rule="synthetic",
        confidence=0.99,
        document_id=document_id,
        open=undated,
        defects=(Defect(defect, "a misprint made on purpose"),) if defect else (),
    )


def _printed(code: str | None, form: str) -> str:
    old, new = _MISPRINTS.get(form, ("", ""))
    return (code or "").replace(old, new, 1) if old else code or ""


class Page:
    """Words, and the citations, tasks and recipients that they hold, in the order of the text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.at = 0
        self._cited: list[tuple[int, Citation, str, int | None]] = []
        self.meant: list[str] = []
        """Id of the document that each citation means, whatever is printed."""
        self.tasks: list[Task] = []
        self.recipients: list[Recipient] = []

    def add(self, words: str) -> int:
        """Where the words begin."""
        start = self.at
        self._parts.append(words)
        self.at = start + len(words)
        return start

    def cite(self, act: Act, relation: str, owner: int | None = None, form: str = "full") -> int:
        """The index of the citation that is printed here."""
        if form == "undated" and act.id in self.meant:
            form = "undated_again"
        one = mention_of(act, form)
        self._cited.append((self.add(one.quote), one, relation, owner))
        self.meant.append(act.id)
        return len(self._cited) - 1

    def entitle(self, cited: int, mark: tuple[int, int, int]) -> None:
        """Note that the words since `mark` are the title of a document that is cited by number."""
        at, one, relation, owner = self._cited[cited]
        if one.number:
            self._cited[cited] = at, replace(one, title=squeeze(self.words_since(mark))), relation, owner

    def mark(self) -> tuple[int, int, int]:
        """Where a task begins; to be given to `order`."""
        return len(self._parts), self.at, len(self._cited)

    def words_since(self, mark: tuple[int, int, int]) -> str:
        return "".join(self._parts[mark[0] :])

    def order(
        self,
        mark: tuple[int, int, int],
        section: str,
        heading: str,
        assigned: tuple[Assignment, ...],
        deadline: tuple[str, str | None] | None,
    ) -> None:
        """Note that the words since `mark` are a task."""
        _, start, cited = mark
        words, date = deadline or (None, None)
        self.tasks.append(
            Task(
                start, self.at, self.words_since(mark), section, heading, assigned, words, date,
                tuple(range(cited, len(self._cited))),
            )
        )  # fmt: skip

    def send(self, words: str, purpose: str | None, body: Body | None) -> None:
        """Print a line of "Nơi nhận"; `words` is where it begins."""
        self.add("- ")
        start = self.add(words)
        self.recipients.append(Recipient(words, purpose, start, self.at, body))
        self.add(f" ({purpose});" if purpose else ";")

    def record(self, source: str, act: Act, header: Header, wrapped: bool) -> Record:
        """The finished page of an act; a blank number gives it the id that its title gives."""
        text = "".join(self._parts)
        document_id = act.id
        if header.number is None:
            document_id = f"{document_id.rpartition(':')[0]}:{name_slug(header.title or '', act.symbol)}"
        citations = tuple(_placed(text, *cited) for cited in self._cited)
        if wrapped:
            text = _wrap(text, header.title_start or 0)
        return Record(
            source, sha256(text.encode()).hexdigest(), text, document_id, header, tuple(self.recipients), citations,
            tuple(self.tasks),
        )  # fmt: skip


def _placed(text: str, start: int, one: Citation, relation: str, owner: int | None) -> Citation:
    """A citation at its place; its paragraph is the context."""
    end = start + one.end
    return Citation(
        start, end, one.quote, text.rfind("\n", 0, start) + 1, text.find("\n", end), one.type, one.code, one.number,
        one.symbol, one.year, one.term, one.date, one.title, one.issuer, None, relation, owner, one.rule,
        one.confidence, one.document_id, one.open, one.defects, one.completed,
    )  # fmt: skip


def _wrap(text: str, start: int) -> str:
    """The text with lines of some eighty letters from `start` on: spaces become ends of lines, so offsets stay."""
    lines = [text[:start]]
    for line in text[start:].split("\n"):
        if "   " in line:
            lines.append(line + "\n")
            continue
        while len(line) > _LINE and (at := line.rfind(" ", 0, _LINE)) > 0:
            while at > 0 and not line[at + 1].isalpha():
                at = line.rfind(" ", 0, at)
            if at <= 0:
                break
            lines.append(line[:at] + "\n")
            line = line[at + 1 :]
        lines.append(line + "\n")
    return "".join(lines)[:-1]


def assigned_at(start: int, words: str, role: str, body: Body | None) -> Assignment:
    """An assignment whose words begin at `start`."""
    return Assignment(words, role, start, start + len(words), body)
