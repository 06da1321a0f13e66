"""Keys by which documents are compared and found: parts of ids, numbers and names without accents."""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from loaders.normalise import fold

UNKNOWN = "-"
_NAME_ONLY = re.compile(r"x[0-9a-f]{8}(?:-|\Z)")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 300
"""Longer names end in a digest: an index key must stay short."""


@dataclass(frozen=True, slots=True)
class IdParts:
    """The parts of a document id; an unknown one is None."""

    issuer: str | None
    type: str | None
    when: str | None
    """Year, or the term (`qh15`, `khoa-13`) where numbering runs by term."""
    number: str | None
    """Number and symbol; None for a document known by its name only."""

    @property
    def settled(self) -> bool:
        """Whether the id stands for exactly one document, whatever else is known."""
        return None not in (self.issuer, self.type, self.when, self.number)

    @property
    def open(self) -> bool:
        """Whether issuer, type or time is unknown."""
        return None in (self.issuer, self.type, self.when)


@lru_cache(maxsize=65536)
def id_parts(document_id: str) -> IdParts:
    """The parts of `vn:<issuer>:<type>:<year or term>:<number-symbol>`.

    >>> id_parts("vn:chinh-phu:nghi-quyet:-:32-nq-cp")
    IdParts(issuer='chinh-phu', type='nghi-quyet', when=None, number='32-nq-cp')
    """
    parts: list[str | None] = [part if part not in ("", UNKNOWN) else None for part in document_id.split(":")[1:5]]
    issuer, type_, when, number = (parts + [None] * 4)[:4]
    if number and _NAME_ONLY.match(number):
        number = None
    return IdParts(issuer, type_, when, number)


def number_key(document_id: str) -> str | None:
    """Number and symbol run together (`32nqcp`), the same however separators are typed; None without a number."""
    number = id_parts(document_id).number
    return number.replace("-", "") if number else None


def symbol_key(document_id: str) -> str | None:
    """The symbol run together: `nqcp` of 32/NQ-CP."""
    number = id_parts(document_id).number
    return number.partition("-")[2].replace("-", "") or None if number else None


def id_symbol(document_id: str) -> str | None:
    """The symbol in an id, also of a document whose number is blank.

    >>> id_symbol("vn:ubnd-tinh-ben-tre:ke-hoach:2024:x0eb8126a-kh-ubnd")
    'kh-ubnd'
    """
    return document_id.rpartition(":")[2].partition("-")[2] or None


def words_of(text: str) -> list[str]:
    """The words without accents; & joins what it stands between.

    >>> words_of("NQ 32/NQ-CP, Sở GD&ĐT")
    ['nq', '32', 'nq', 'cp', 'so', 'gddt']
    """
    return _NOT_WORD.sub(" ", fold(text).replace("&", "")).split()


def name_key(type_name: str | None, title: str | None) -> str | None:
    """Type and title without accents, the type once: `luat thanh tra` of "Luật Thanh tra" and of "Thanh tra"."""
    words = words_of(title or "")
    if not words:
        return None
    kind = words_of(type_name or "")
    if words[: len(kind)] != kind:
        words = kind + words
    key = " ".join(words)
    if len(key) <= _LONGEST_NAME:
        return key
    return f"{key[:_LONGEST_NAME]} {sha256(key.encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a mention says about which document it means. Citations with equal readings mean the same document."""

    document_id: str
    """Identity by the text alone."""
    date: str | None = None
    name: str | None = None

    @property
    def key(self) -> str:
        """The reading as one string, as citations carry it."""
        if id_parts(self.document_id).settled:
            return self.document_id
        return "|".join((self.document_id, self.date or "", self.name or ""))

    @classmethod
    def of_key(cls, key: str) -> "Reading":
        document_id, _, rest = key.partition("|")
        date, _, name = rest.partition("|")
        return cls(document_id, date or None, name or None)
