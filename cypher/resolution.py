"""Which document an open mention means: a pure function of the mentions and of the documents that are known.

A mention whose id leaves a part unknown, or that gives a name and no number, refers to the known document that fits
it when exactly one does; otherwise to a document of its own, which stays open. Known are documents that are held or
that some citation names fully by number. Parts are compared where both sides state them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from cypher.names import IdParts, Reading, id_parts, number_key

MOST_CANDIDATES: Final = 10
"""Candidates shown for one open document; a plan of every province may fit a bare number."""


@dataclass(frozen=True, slots=True)
class Known:
    """A document that mentions may turn out to mean."""

    id: str
    date: str | None
    name: str | None
    """Its `name_key`."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair for a person to look at."""

    origin: str
    target: str
    score: float
    reason: str


class KnownDocuments:
    """Known documents by number and by name."""

    def __init__(self, documents: Iterable[Known]) -> None:
        self._by_number: defaultdict[str, list[Known]] = defaultdict(list)
        self._by_name: defaultdict[str, list[Known]] = defaultdict(list)
        self._ids: set[str] = set()
        for document in sorted(documents, key=lambda known: known.id):
            self.add(document)

    def __contains__(self, document_id: str) -> bool:
        return document_id in self._ids

    def add(self, document: Known) -> None:
        """Take one more document in; one with an id that is known already changes nothing."""
        if document.id in self._ids:
            return
        self._ids.add(document.id)
        number = number_key(document.id)
        if number:
            self._by_number[number].append(document)
        if document.name:
            self._by_name[document.name].append(document)

    def fitting(self, reading: Reading) -> list[Known]:
        """The known documents that the mention may mean, in the order of their ids."""
        number = number_key(reading.document_id)
        block = self._by_number[number] if number else self._by_name[reading.name or ""]
        return [known for known in block if _fits(reading, known)]


def resolve_readings(readings: Iterable[Reading], known: KnownDocuments) -> Mapping[str, str]:
    """Key of each reading -> the id of the document that it refers to.

    A name with year, issuer and type that no numbered or held document bears is itself a known document for
    mentions of that name alone, so such names come first.
    """
    ordered = sorted(readings, key=lambda one: one.key)
    targets = {one.key: one.document_id for one in ordered if id_parts(one.document_id).settled}
    unsettled = [one for one in ordered if one.key not in targets]
    closed = [one for one in unsettled if not id_parts(one.document_id).open]
    targets |= _resolve(closed, known)
    for reading in closed:
        if targets[reading.key] == reading.document_id:
            known.add(Known(reading.document_id, None, reading.name))
    return targets | _resolve([one for one in unsettled if id_parts(one.document_id).open], known)


def find_candidates(reading: Reading, known: KnownDocuments) -> list[Candidate]:
    """What a person should compare the open document of this reading with, the best first."""
    fitting = [document for document in known.fitting(reading) if document.id != reading.document_id]
    pairs = [_candidate(reading, document, len(fitting)) for document in fitting]
    return sorted(pairs, key=lambda pair: (-pair.score, pair.target))[:MOST_CANDIDATES]


def _resolve(readings: Iterable[Reading], known: KnownDocuments) -> dict[str, str]:
    """Targets of readings. Names that mean no single known document and are alike but for marks share a target."""
    targets: dict[str, str] = {}
    alike: dict[tuple[IdParts, str | None], str] = {}
    for reading in readings:
        fitting = known.fitting(reading)
        if len(fitting) == 1:
            targets[reading.key] = fitting[0].id
        elif reading.name is None or reading.document_id in known:
            targets[reading.key] = reading.document_id
        else:
            same = (id_parts(reading.document_id), reading.name)
            targets[reading.key] = alike.setdefault(same, reading.document_id)
    return targets


def _fits(reading: Reading, known: Known) -> bool:
    mentioned, parts = id_parts(reading.document_id), id_parts(known.id)
    return (
        _agree(mentioned.issuer, parts.issuer)
        and _agree(mentioned.type, parts.type)
        and (_agree(mentioned.when, parts.when) or _by_term(mentioned) != _by_term(parts))
        and _dates_agree(reading.date, known.date)
    )


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _dates_agree(one: str | None, other: str | None) -> bool:
    """Whether two dates can be the same; a partial one agrees with each date that begins like it."""
    return one is None or other is None or one.startswith(other) or other.startswith(one)


def _by_term(parts: IdParts) -> bool:
    """Whether the document is numbered by term: a term and a year say nothing about each other."""
    return parts.when is not None and not parts.when.isdecimal()


def _candidate(reading: Reading, known: Known, fitting: int) -> Candidate:
    mentioned, parts = id_parts(reading.document_id), id_parts(known.id)
    compared = {
        "issuer": mentioned.issuer is not None and parts.issuer is not None,
        "year": mentioned.when is not None and mentioned.when == parts.when,
        "date": reading.date is not None and known.date is not None,
    }
    agree = [what for what, same in compared.items() if same]
    unknown = [what for what, same in compared.items() if not same]
    score = 0.5 + 0.2 * compared["issuer"] + 0.2 * compared["year"] + 0.1 * compared["date"]
    reason = "same number and symbol" if mentioned.number else "same name"
    if agree:
        reason += f"; {' and '.join(agree)} {'agree' if len(agree) > 1 else 'agrees'}"
    if unknown:
        reason += f"; {' and '.join(unknown)} not stated on both sides"
    if fitting > 1:
        reason += f"; one of {fitting} that fit"
    return Candidate(reading.document_id, known.id, round(score, 2), reason)
