"""From a text to its record: the one place where the loaders' pieces meet."""

import re
from hashlib import sha256

from loaders.bodies import document_issuer_slug
from loaders.citations import find_citations
from loaders.errors import NumberFormatError, UnreadableFileError
from loaders.header import home_of, read_header
from loaders.identity import document_id, identity_type, year_of
from loaders.normalise import normalise, squeeze
from loaders.numbers import find_document_numbers, parse_document_number
from loaders.original_places import citation_in_original, header_in_original, recipient_in_original, task_in_original
from loaders.outline import read_outline
from loaders.recipients import find_recipients
from loaders.records import DocumentNumber, Header, Record
from loaders.tasks import find_tasks
from loaders.terms import term_of

_VIETNAMESE = re.compile("[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE)
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
    recipients = find_recipients(normalised.text, header, home)
    return Record(
        source=source,
        sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        document_id=_own_id(header, normalised.text),
        header=header_in_original(header, normalised),
        recipients=tuple(recipient_in_original(r, normalised) for r in recipients),
        citations=tuple(citation_in_original(c, normalised) for c in citations),
        tasks=tuple(task_in_original(t, normalised) for t in tasks),
    )


def _refuse_other_language(text: str, source: str) -> None:
    """No letter of Vietnamese and no document number among the first letters: not a file for us."""
    if _VIETNAMESE.search(text, 0, _LETTERS_LOOKED_AT):
        return
    letters: list[str] = []
    for character in text:
        if character.isalpha():
            letters.append(character)
            if len(letters) == _LETTERS_LOOKED_AT:
                break
    if len(letters) < _FEWEST_LETTERS or _VIETNAMESE.search("".join(letters)):
        return
    if next(find_document_numbers(text, 0, 4 * _LETTERS_LOOKED_AT), None) is None:
        reason = f"is not Vietnamese: no Vietnamese letter and no document number in its first {len(letters)} letters"
        raise UnreadableFileError(source, reason)


def _own_id(header: Header, text: str) -> str:
    """The document's own id, by the same rule as that of a cited one; without a title the whole text stands for it."""
    number = _own_number(header)
    slug = document_issuer_slug(header.issuer, number)
    year = year_of(number, header.date)
    term = term_of(number, header.date, central=header.level == "central")
    return document_id(slug, identity_type(header.type, number), year, term, number, header.title or squeeze(text))


def _own_number(header: Header) -> DocumentNumber | None:
    if header.code is None:
        return None
    try:
        return parse_document_number(header.code)
    except NumberFormatError:
        return None
