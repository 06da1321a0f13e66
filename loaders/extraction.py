"""From a text to its record: the one place where the loaders' pieces meet."""

from dataclasses import replace
from hashlib import sha256

from loaders.bodies import document_issuer_slug
from loaders.citations import find_citations
from loaders.errors import NumberFormatError, UnreadableFileError
from loaders.header import home_of, read_header
from loaders.identity import document_id
from loaders.normalise import NormalisedText, normalise
from loaders.numbers import find_document_numbers, parse_document_number
from loaders.outline import read_outline
from loaders.recipients import find_recipients
from loaders.records import Assignment, Citation, DocumentNumber, Header, Recipient, Record, Task
from loaders.tasks import find_tasks
from loaders.terms import party_term_of_date

_VIETNAMESE = frozenset("ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ")
_LETTERS_LOOKED_AT = 2000
_FEWEST_LETTERS = 100
"""A text with fewer letters is too short to be called plainly another language."""


def extract_document(text: str, source: str) -> Record:
    """The record of a decoded text; spans count in `text` as given.

    Raises `UnreadableFileError` for a text that is plainly not Vietnamese.
    """
    normalised = normalise(text)
    _refuse_other_language(normalised.text, source)
    header = read_header(normalised.text)
    home = home_of(header, normalised.text)
    citations = find_citations(normalised, text, header, home)
    blocks = read_outline(normalised.text, header)
    tasks = find_tasks(normalised.text, header, blocks, citations, home)
    recipients = find_recipients(normalised.text, header)
    return Record(
        source=source,
        sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        document_id=_own_id(header),
        header=_header_in_original(header, normalised),
        recipients=tuple(_recipient_in_original(r, normalised) for r in recipients),
        citations=tuple(_citation_in_original(c, normalised) for c in citations),
        tasks=tuple(_task_in_original(t, normalised) for t in tasks),
    )


def _refuse_other_language(text: str, source: str) -> None:
    """No letter of Vietnamese and no document number among the first letters: not a file for us."""
    letters: list[str] = []
    for character in text:
        if character.isalpha():
            letters.append(character)
            if len(letters) == _LETTERS_LOOKED_AT:
                break
    if len(letters) < _FEWEST_LETTERS or not _VIETNAMESE.isdisjoint("".join(letters).lower()):
        return
    if next(find_document_numbers(text, 0, 4 * _LETTERS_LOOKED_AT), None) is None:
        reason = f"is not Vietnamese: no Vietnamese letter and no document number in its first {len(letters)} letters"
        raise UnreadableFileError(source, reason)


def _own_id(header: Header) -> str:
    """The document's own id, by the same rule as that of a cited one."""
    number = _own_number(header)
    slug = document_issuer_slug(header.issuer, number)
    year = number.year if number and number.year else int(header.date[:4]) if header.date else None
    term = None
    if number and number.term and not number.year:
        term = f"qh{number.term}"
    elif number and number.party and header.date:
        term = party_term_of_date(header.date, central=header.level == "central")
    kind = number.type if number and number.type and not number.symbol.startswith("QĐ") else header.type
    return document_id(slug, kind, year, term, number, header.title)


def _own_number(header: Header) -> DocumentNumber | None:
    if header.code is None:
        return None
    try:
        return parse_document_number(header.code)
    except NumberFormatError:
        return None


def _header_in_original(header: Header, normalised: NormalisedText) -> Header:
    def place(position: int | None) -> int | None:
        return None if position is None else normalised.original_span(position, position)[0]

    return replace(
        header,
        title_start=place(header.title_start),
        title_end=place(header.title_end),
        issuer_start=place(header.issuer_start),
        issuer_end=place(header.issuer_end),
        body_start=place(header.body_start) or 0,
        body_end=place(header.body_end),
    )


def _recipient_in_original(recipient: Recipient, normalised: NormalisedText) -> Recipient:
    start, end = normalised.original_span(recipient.start, recipient.end)
    return replace(recipient, start=start, end=end)


def _citation_in_original(citation: Citation, normalised: NormalisedText) -> Citation:
    start, end = normalised.original_span(citation.start, citation.end)
    context_start, context_end = normalised.original_span(citation.context_start, citation.context_end)
    return replace(citation, start=start, end=end, context_start=context_start, context_end=context_end)


def _task_in_original(task: Task, normalised: NormalisedText) -> Task:
    start, end = normalised.original_span(task.start, task.end)
    return replace(
        task, start=start, end=end, assigned=tuple(_assignment_in_original(a, normalised) for a in task.assigned)
    )


def _assignment_in_original(assignment: Assignment, normalised: NormalisedText) -> Assignment:
    if assignment.start is None or assignment.end is None:
        return assignment
    start, end = normalised.original_span(assignment.start, assignment.end)
    return replace(assignment, start=start, end=end)
