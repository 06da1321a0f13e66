"""Names of bodies that no list holds: a known head (Ban Chỉ đạo, Trường) and the words that can belong to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from loaders.body_facts import WordTree
from loaders.body_names import BodyName, PlaceWords, read_kind, read_place_name
from loaders.body_words import WordReader
from loaders.facts_files import read_facts

_ACTS = frozenset({"pháp", "nghị", "quyết", "thông", "chỉ", "luật"})
"""First words of types of documents: "của Ban Chỉ đạo tỉnh và Nghị quyết số …"."""


_COUNTED = frozenset({"số", "ngày", "năm", "khoản", "tháng"})
"""Words that end a name before a figure: "Ban Quản lý dự án số 1" is rarer than "… số 12/QĐ-UBND"."""


@dataclass(frozen=True, slots=True)
class OpenHead:
    """A row of open_heads.csv."""

    head: str
    kind: str
    unit_of_issuer: bool
    """Whether it means a part of the document's issuer when nothing else is said: Phòng Tổ chức cán bộ."""


@lru_cache(maxsize=1)
def open_heads() -> WordTree[OpenHead]:
    """Heads of bodies whose names no list holds."""
    return WordTree(
        (row["head"], OpenHead(row["head"], row["kind"], row["unit_of_issuer"] == "yes"))
        for row in read_facts("open_heads.csv")
    )


@lru_cache(maxsize=1)
def name_ends() -> WordTree[str]:
    """Words that open what follows an issuer in running text: về, quy định, hướng dẫn, phê duyệt, sửa đổi."""
    return WordTree((row["words"], row["words"]) for row in read_facts("name_ends.csv"))


def head_of(words: str) -> OpenHead | None:
    """The open head that a name begins with, or None.

    >>> head_of("Trường Tiểu học Hoa Sen").kind
    'school'
    """
    found = open_heads().longest(WordReader(words, 0, {}).get, 0)
    return found[0] if found else None


def read_open_name(text: str, start: int, own: Mapping[str, str], capital: bool = True) -> BodyName | None:
    """The name at `start` of a body whose head is known and whose rest is not, up to what cannot belong to it.

    >>> words = "Ban Chỉ đạo về phát triển khoa học, công nghệ và chuyển đổi số tỉnh; Kế hoạch"
    >>> read_open_name(words, 0, {}).words
    'Ban Chỉ đạo về phát triển khoa học, công nghệ và chuyển đổi số tỉnh'
    """
    reader = WordReader(text, start, own)
    first = reader.get(0)
    if first is None or (capital and not first.capital):
        return None
    found = open_heads().longest(reader.get, 0)
    if found is None or reader.get(found[1]) is None:
        return None
    head = index = found[1]
    shouted = len(first.key) > 1 and first.upper and reader.words[index].upper
    place: PlaceWords | None = None
    steered = _keys(reader, 3) == ("ban", "chỉ", "đạo")
    while word := reader.get(index):
        kind, after = read_kind(reader, index)
        if kind and index > head and word.mark not in (",", "và"):
            place, index = read_place_name(reader, after, kind)
            break
        if (shouted or not word.capital) and _stops(reader, index) and not (steered and index == head):
            break
        joined = word.mark in (",", "và") and word.capital and not shouted
        if (word.mark == "," and not steered) or (joined and word.key in _ACTS):
            break
        if index - head > (30 if steered else 14):
            return None
        index += 1
    if index == head:
        return None
    if steered and place is None and any(w.mark == "," for w in reader.words[head:index]):
        index = next(i for i in range(head, index) if reader.words[i].mark == ",")
    end = reader.words[index - 1].end
    return BodyName(None, None, place, text[start:end], None, end)


def _stops(reader: WordReader, index: int) -> bool:
    following = reader.get(index + 1)
    counted = reader.words[index].key in _COUNTED and following is not None and following.key[0].isdigit()
    return counted or name_ends().longest(reader.get, index) is not None


def _keys(reader: WordReader, count: int) -> tuple[str, ...]:
    reader.get(count - 1)
    return tuple(word.key for word in reader.words[:count])
