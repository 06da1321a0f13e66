"""The facts on bodies: issuers.csv and posts.csv, and the trees of words that find their names."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from loaders.body_words import Word, iterate_words
from loaders.facts_files import read_facts, split_cell

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class BodyFact:
    """A row of issuers.csv: a body of the centre, or a head to which a place is joined."""

    name: str
    symbols: tuple[str, ...]
    kind: str
    level: str
    """central; province or district where the head stands only there; local: the level of the place."""
    place: str
    """How a place is joined: "full" (tỉnh Bến Tre), "bare" (Bến Tre), "" for bodies of the centre."""
    superior: str
    also_written: tuple[str, ...]
    valid_from: str
    valid_to: str
    example: str

    def __hash__(self) -> int:
        """That of the name, which no other row has: ten fields need not be hashed for every look-up."""
        return hash(self.name)


@dataclass(frozen=True, slots=True)
class Post:
    """A row of posts.csv: a post that stands for the body named after it."""

    name: str
    keeps_name: bool
    example: str


class WordTree(Generic[Value]):
    """Values by sequences of settled words; finds the longest that a run of words begins with."""

    __slots__ = ("_root",)

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._root: dict[str, object] = {}
        for words, value in entries:
            node = self._root
            for word in iterate_words(words, 0, {}):
                child = node.setdefault(word.key, {})
                assert isinstance(child, dict)
                node = child
            node.setdefault("", value)

    def longest(self, get: Callable[[int], Word | None], index: int) -> tuple[Value, int] | None:
        """(value, index after it) of the longest entry that the words from `index` begin with, or None."""
        node, found = self._root, None
        while word := get(index):
            child = node.get(word.key)
            if not isinstance(child, dict):
                break
            node, index = child, index + 1
            if "" in node:
                found = node[""], index
        return found  # type: ignore[return-value]


@lru_cache(maxsize=1)
def body_facts() -> dict[str, BodyFact]:
    """Every row of issuers.csv by name."""
    return {
        row["name"]: BodyFact(
            row["name"],
            split_cell(row["symbols"]),
            row["kind"],
            row["level"],
            row["place"],
            row["superior"],
            split_cell(row["also_written"]),
            row["valid_from"],
            row["valid_to"],
            row["example"],
        )
        for row in read_facts("issuers.csv")
    }


@lru_cache(maxsize=1)
def posts() -> tuple[Post, ...]:
    """Every row of posts.csv."""
    return tuple(Post(row["post"], row["keeps_name"] == "yes", row["example"]) for row in read_facts("posts.csv"))


@lru_cache(maxsize=1)
def body_tree() -> WordTree[BodyFact]:
    """Bodies by their names, the other wordings, and symbols of three letters or more; names win over the others."""
    facts = body_facts().values()
    names = [(fact.name, fact) for fact in facts]
    wordings = [(wording, fact) for fact in facts for wording in fact.also_written]
    symbols = [(s, fact) for fact in facts if fact.kind != "people_council" for s in fact.symbols if len(s) >= 4]
    return WordTree(names + wordings + symbols)


@lru_cache(maxsize=1)
def post_tree() -> WordTree[Post]:
    """Posts by their names."""
    return WordTree((post.name, post) for post in posts())


@lru_cache(maxsize=1)
def facts_by_symbol() -> dict[str, tuple[BodyFact, ...]]:
    """Bodies by symbol without its marks (BGD&ĐT and BGDĐT are one), the exact and the older last."""
    found: dict[str, tuple[BodyFact, ...]] = {}
    for fact in body_facts().values():
        for key in dict.fromkeys(symbol_key(symbol) for symbol in fact.symbols):
            found[key] = (*found.get(key, ()), fact)
    return found


def symbol_key(symbol: str) -> str:
    """The symbol without &, hyphen and full stop, in capitals.

    >>> symbol_key("SGD&ĐT"), symbol_key("TTg")
    ('SGDĐT', 'TTG')
    """
    return symbol.upper().replace("&", "").replace("-", "").replace(".", "").replace(",", "")
