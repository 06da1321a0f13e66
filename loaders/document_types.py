"""Document types: the names that pages print and the codes that symbols hold (facts/document_types.csv)."""

from dataclasses import dataclass

from loaders.facts_files import read_facts, split_cell
from loaders.normalise import squeeze


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type such as Nghị quyết: its name, its code in symbols, and the branch that issues it (state, party, both)."""

    name: str
    code: str
    branch: str
    also_written: tuple[str, ...]


def _read_types() -> tuple[DocumentType, ...]:
    return tuple(
        DocumentType(row["type"], row["code"], row["branch"], split_cell(row["also_written"]))
        for row in read_facts("document_types.csv")
    )


DOCUMENT_TYPES = _read_types()

TYPE_BY_NAME = {
    spelling.lower(): kind.name
    for kind in DOCUMENT_TYPES
    for spelling in (kind.name, *(s for s in kind.also_written if " " in s or s == s.lower()))
}
"""Lower-case wording with single spaces -> type name; "văn bản" and "công văn hỏa tốc" are official letters."""

_SYMBOL_ONLY_NAMES = {"Hiến pháp", "Bộ luật", "Luật", "Danh mục", "Chiến lược", "Điều lệ"}
STATE_CODES = {
    code: kind.name
    for kind in reversed(DOCUMENT_TYPES)
    if kind.branch != "party" and kind.name not in _SYMBOL_ONLY_NAMES
    for code in (kind.code, *(s for s in kind.also_written if " " not in s))
}
PARTY_CODES = {
    code: kind.name
    for branch in ("both", "party")
    for kind in DOCUMENT_TYPES
    if kind.branch == branch and kind.name not in _SYMBOL_ONLY_NAMES
    for code in (kind.code, *(s for s in kind.also_written if " " not in s))
}
"""Code in a symbol -> type name. The Party reads TT as Thông tri and QĐ as Quyết định unless the page says Quy định."""
PARTY_CODES["QĐ"] = "Quyết định"

_LONGEST_NAME = max(len(name.split()) for name in TYPE_BY_NAME)


def type_of_words(words: str) -> str | None:
    """The type that a wording names, whatever its case and spacing, or None.

    >>> type_of_words("NGHỊ  QUYẾT")
    'Nghị quyết'
    """
    return TYPE_BY_NAME.get(squeeze(words).lower())


def type_at_end(words: list[str]) -> tuple[str, int] | None:
    """(type, how many words it takes) of the longest type name that `words` end with, or None.

    >>> type_at_end(["theo", "Thông", "tư", "liên", "tịch"])
    ('Thông tư liên tịch', 4)
    """
    lowered = [word.lower() for word in words[-_LONGEST_NAME:]]
    for count in range(len(lowered), 0, -1):
        name = TYPE_BY_NAME.get(" ".join(lowered[-count:]))
        if name:
            return name, count
    return None
