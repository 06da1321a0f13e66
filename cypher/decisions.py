"""What people decided: which documents are one, and which pairs are not."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Self

from cypher.names import id_parts, number_key
from cypher.resolution import Known
from cypher.titles import title_key
from cypher.transactions import Statements

ACCEPTED: Final = "accepted"
REJECTED: Final = "rejected"


@dataclass(frozen=True, slots=True)
class Group:
    """Documents that are one by what people decided."""

    members: frozenset[str]
    numbers: frozenset[str]
    titles: frozenset[str]
    """What their numbers and titles are found by (`number_key`, `title_key`)."""

    def standing_for_all(self, present: Iterable[str], held: Iterable[str], cited: Mapping[str, int]) -> str | None:
        """The one of them that citations of each refer to; None of none.

        It is one that is held, else fully identified, else cited most by its number, else the least. `present` are
        those that are held or that some mention means, `cited` has how many citations name each fully.
        """
        texts = set(held)

        def order(one: str) -> tuple[bool, bool, bool, int, str]:
            parts = id_parts(one)
            return one not in texts, not parts.settled, parts.open, -cited.get(one, 0), one

        return min(self.members.intersection(present), key=order, default=None)


def find_standing(
    groups: Iterable[Group], present: Collection[str], held: Collection[str], cited: Mapping[str, int]
) -> dict[str, str]:
    """Member of a group -> the one to which citations of all refer, as `Group.standing_for_all` chooses it."""
    standing: dict[str, str] = {}
    for group in groups:
        chosen = group.standing_for_all(present, held, cited)
        if chosen:
            standing |= dict.fromkeys(group.members, chosen)
    return standing


class Decisions:
    """All decisions: few, read whole before each change."""

    def __init__(self, rows: Iterable[Mapping[str, object]]) -> None:
        groups: dict[str, set[str]] = {}
        titles: dict[str, set[str]] = {}
        self._apart: set[tuple[str, str]] = set()
        for row in rows:
            one, other = str(row["one"]), str(row["other"])
            if row["decision"] == REJECTED:
                self._apart |= {(one, other), (other, one)}
                continue
            merged = groups.get(one, {one}) | groups.get(other, {other})
            for member in merged:
                groups[member] = merged
            found = row["titles"] or ()
            assert isinstance(found, (list, tuple))
            for member in (one, other):
                titles.setdefault(member, set()).update(map(str, found))
        self._group_of: dict[str, Group] = {}
        for member, members in groups.items():
            if member in self._group_of:
                continue
            group = Group(
                frozenset(members),
                frozenset(number for one in members if (number := number_key(one))),
                frozenset(title for one in members for title in titles.get(one, ())),
            )
            self._group_of |= dict.fromkeys(members, group)

    @classmethod
    def read(cls, statements: Statements) -> Self:
        return cls(statements.run("read/decisions"))

    def are_apart(self, one: str, other: str) -> bool:
        """Whether somebody decided that the two are different documents."""
        return (one, other) in self._apart

    def group_of(self, document_id: str) -> Group | None:
        return self._group_of.get(document_id)

    def known_to_mentions(self, known: Known) -> Known:
        """How mentions see a document: of a group, when nobody holds it, by the names that it had when it was decided.

        Where another of the group stands for it, the graph has its name nowhere else.
        """
        group = self.group_of(known.id)
        if group is None or known.held or title_key(known.name) in group.titles:
            return known
        return replace(known, name=None)

    def groups(self) -> set[Group]:
        return set(self._group_of.values())
