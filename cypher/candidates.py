"""Which documents a person should compare: those that a change may give other candidates than before.

A title is compared with those that say the same, and with those that begin or end like it; a blank number with the
numbers of its symbol and month; a number with others of its title. A change reaches as far as these keys do.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from cypher.cited_documents import CitedDocuments
from cypher.decisions import Decisions
from cypher.names import Reading, id_parts, number_key
from cypher.near_keys import BLANK, ENDS, NUMBERED, TITLE, keys_borne, keys_compared, keys_concerned
from cypher.pairs import Candidate, find_candidates
from cypher.resolution import Known, KnownDocuments
from cypher.titles import title_key
from cypher.transactions import Statements

_MOST_NEAR: Final = 50
"""A key that more documents than these have says nothing about any of them."""
_BY_KIND: Final = {
    ENDS: "read/near_titles",
    TITLE: "read/near_same_titles",
    BLANK: "read/near_blank",
    NUMBERED: "read/near_numbered",
}
"""One small statement for each kind: the server plans a statement again for each size of its lists."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A document as the graph has it, or as the change leaves it before open mentions move."""

    known: Known | None
    """None where it is neither held nor named fully by number."""
    readings: tuple[str, ...]
    """Keys of the open readings that refer to it."""


class Outcome:
    """The documents that were looked at, as they are after the change."""

    def __init__(
        self,
        documents: CitedDocuments,
        seen: Mapping[str, Seen],
        targets: Mapping[str, str],
        stood_for: Container[str],
    ) -> None:
        """`seen` has all of `documents`; for those of `stood_for` others stand from now on."""
        self._targets = targets
        self._touched = {
            one.id: Seen(seen[one.id].known if one.held or one.id not in stood_for else None, tuple(one.votes.readings))
            for one in documents
        }
        self._arrived: defaultdict[str, set[str]] = defaultdict(set)
        for key, target in targets.items():
            self._arrived[target].add(key)
        self._after: dict[str, tuple[Known | None, tuple[Reading, ...]]] = {}
        self.take(dict.fromkeys((*self._touched, *self._arrived), Seen(None, ())))
        self.take(seen)

    def take(self, seen: Mapping[str, Seen]) -> None:
        """Take in more documents of the graph; what the change says of them goes before what the graph says."""
        for document_id, one in seen.items():
            state = self._touched.get(document_id, one)
            if document_id in self._after and document_id in self._touched:
                continue
            stay = {key for key in state.readings if self._targets.get(key, document_id) == document_id}
            readings = tuple(Reading.of_key(key) for key in sorted(stay | self._arrived[document_id]))
            own = tuple(one for one in readings if one.document_id == document_id and not id_parts(document_id).settled)
            known = state.known
            if known is None and own and not id_parts(document_id).open:
                known = Known(document_id, None, own[0].name)
            self._after[document_id] = known, own

    def known(self) -> list[Known]:
        """What mentions may mean: held documents, those named fully by number, and names with issuer, type and year."""
        return [known for known, _ in self._after.values() if known]

    def asking(self, concerned: set[str]) -> list[Reading]:
        """What each document of these keys says of itself whose identity, or whose number, is not certain."""
        found: list[Reading] = []
        for document_id, (known, own) in self._after.items():
            if id_parts(document_id).number and (known is None or known.held or not id_parts(document_id).settled):
                continue
            readings = [*own, Reading(document_id, known.date, known.name)] if known else own
            found += (
                one for one in readings if concerned.intersection(keys_concerned(document_id, one.date, one.name))
            )
        return found

    def near(self) -> dict[str, list[Known]]:
        """Known documents by those of their keys that at most `_MOST_NEAR` documents bear."""
        known_by: defaultdict[str, list[Known]] = defaultdict(list)
        counts: defaultdict[str, int] = defaultdict(int)
        for document_id, (known, own) in self._after.items():
            name = known.name if known else next((one.name for one in own), None)
            for key in keys_borne(document_id, known.date if known else None, name):
                counts[key] += 1
                if known:
                    known_by[key].append(known)
        return {key: found for key, found in known_by.items() if counts[key] <= _MOST_NEAR}


def settle_candidates(
    statements: Statements,
    outcome: Outcome,
    decisions: Decisions,
    open_readings: Iterable[Reading],
    titles_read: Container[str],
    near: set[str],
    most: int,
) -> tuple[set[str], list[Candidate]]:
    """Ids of the documents whose candidates are settled anew, and all candidates of these.

    `titles_read` are those of which the outcome has all documents already, `near` the keys that the change concerns,
    `most` how many documents it can touch.
    """
    outcome.take(_read_near(statements, near, most))
    asking = {one.key: one for one in (*open_readings, *outcome.asking(near))}
    names = [one.name for one in asking.values() if number_key(one.document_id) is None]
    titles = sorted({title for name in names if (title := title_key(name)) and title not in titles_read})
    if titles:
        rows = statements.run("read/blocks", numbers=[], titles=titles)
        outcome.take({row["id"]: seen_of_row(row) for row in rows})
    wanted = {key for one in asking.values() for key in keys_compared(one.document_id, one.date, one.name)}
    outcome.take(_read_near(statements, wanted - near, most))
    compared, beside = KnownDocuments(outcome.known(), decisions.are_apart), outcome.near()
    pairs: dict[tuple[str, str], Candidate] = {}
    for key in sorted(key for key, one in asking.items() if decisions.group_of(one.document_id) is None):
        for pair in find_candidates(asking[key], compared, beside):
            best = pairs.setdefault((pair.origin, pair.target), pair)
            if (pair.score, pair.reason) > (best.score, best.reason):
                pairs[pair.origin, pair.target] = pair
    return {one.document_id for one in asking.values()}, list(pairs.values())


def _read_near(statements: Statements, keys: set[str], most: int) -> dict[str, Seen]:
    found: dict[str, Seen] = {}
    for kind, statement in _BY_KIND.items():
        wanted = sorted(key[1:] for key in keys if key[0] == kind)
        rows = statements.run(statement, keys=wanted, most=_MOST_NEAR + 1 + most) if wanted else ()
        found.update((row["id"], seen_of_row(row)) for row in rows)
    return found


def seen_of_row(row: Mapping[str, object]) -> Seen:
    """The document of a row of the statements that read blocks."""
    readings = row["readings"] or ()
    assert isinstance(readings, (list, tuple))
    return Seen(known_of_row(row), tuple(map(str, readings)))


def known_of_row(row: Mapping[str, object]) -> Known | None:
    """How open mentions see the document of a row; None for one that is not known."""
    document_id = str(row["id"])
    if not row["held"] and not id_parts(document_id).settled:
        return None
    date, name = row["own_date"], row["name"]
    return Known(document_id, str(date) if date else None, str(name) if name else None, bool(row["held"]))
