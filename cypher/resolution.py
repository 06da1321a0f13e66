"""Which document an open mention means: a pure function of the mentions and of the documents that are known.

A mention whose id leaves a part unknown, or that gives a name and no number, refers to the known document that fits
it when exactly one does; otherwise to a document of its own, which stays open. Known are documents that are held or
that some citation names fully by number. Parts are compared where both sides state them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from cypher.names import IdParts, Reading, id_parts, id_symbol, number_key
from cypher.titles import Likeness, compare_titles, near_keys, title_key

MOST_CANDIDATES: Final = 10
"""Candidates shown for one open document; a plan of every province may fit a bare number."""
MOST_NEAR: Final = 50
"""A beginning or end that more titles than these have says nothing about any of them."""


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
    """Known documents by number, by title, and by how a title begins and ends."""

    def __init__(self, documents: Iterable[Known], are_apart: Callable[[str, str], bool] = lambda *_: False) -> None:
        """`are_apart` tells pairs of ids that are known to be different documents."""
        self._are_apart = are_apart
        self._by_number: defaultdict[str, list[Known]] = defaultdict(list)
        self._by_title: defaultdict[str, list[Known]] = defaultdict(list)
        self._by_near_key: defaultdict[str, list[Known]] = defaultdict(list)
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
        title = title_key(document.name)
        if title:
            self._by_title[title].append(document)
        for key in filter(None, near_keys(document.name)):
            self._by_near_key[key].append(document)

    def fitting(self, reading: Reading) -> list[Known]:
        """The known documents that the mention may mean, in the order of their ids."""
        number = number_key(reading.document_id)
        block = self._by_number[number] if number else self._by_title[title_key(reading.name) or ""]
        return [known for known in block if self._may_be(reading, known)]

    def _may_be(self, reading: Reading, known: Known) -> bool:
        return _fits(reading, known) and not self._are_apart(reading.document_id, known.id)

    def near(self, reading: Reading, usable: Callable[[str], bool]) -> list[tuple[Known, Likeness]]:
        """Known documents whose long titles begin or end like that of the mention and are much alike in between."""
        if number_key(reading.document_id) or not reading.name:
            return []
        keys = [key for key in near_keys(reading.name) if key and usable(key)]
        block = {known.id: known for key in keys for known in self._by_near_key[key]}
        pairs = ((known, compare_titles(reading.name, known.name or "")) for known in block.values())
        title = title_key(reading.name)
        return [
            (known, likeness)
            for known, likeness in pairs
            if likeness and title_key(known.name) != title and self._may_be(reading, known)
        ]


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


def find_candidates(reading: Reading, known: KnownDocuments, usable: Callable[[str], bool]) -> list[Candidate]:
    """What a person should compare the document of this reading with, the best first.

    `usable` tells beginnings and ends of titles that few enough documents have.
    """
    fitting = [document for document in known.fitting(reading) if document.id != reading.document_id]
    pairs = [_candidate(reading, document, len(fitting)) for document in fitting]
    pairs += [_near_candidate(reading, document, likeness) for document, likeness in known.near(reading, usable)]
    pairs = [pair for pair in pairs if _leads(pair.origin, pair.target, known)]
    return sorted(pairs, key=lambda pair: (-pair.score, pair.target))[:MOST_CANDIDATES]


def _leads(origin: str, target: str, known: KnownDocuments) -> bool:
    """Whether a pair goes from this one to that: of two uncertain known documents the open one, then the lesser id."""
    if origin == target or origin not in known or id_parts(target).settled:
        return origin != target
    return (not id_parts(origin).open, origin) < (not id_parts(target).open, target)


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
            same = (id_parts(reading.document_id), title_key(reading.name))
            targets[reading.key] = alike.setdefault(same, reading.document_id)
    return targets


def _fits(reading: Reading, known: Known) -> bool:
    mentioned, parts = id_parts(reading.document_id), id_parts(known.id)
    return (
        _agree(mentioned.issuer, parts.issuer)
        and _agree(mentioned.type, parts.type)
        and (_agree(mentioned.when, parts.when) or _by_term(mentioned) != _by_term(parts))
        and _agree(id_symbol(reading.document_id), id_symbol(known.id))
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
    same = "same number and symbol" if id_parts(reading.document_id).number else "same name"
    score, reason = _agreement(reading, known, same)
    if fitting > 1:
        reason += f"; one of {fitting} that fit"
    return Candidate(reading.document_id, known.id, round(0.5 + score, 2), reason)


def _near_candidate(reading: Reading, known: Known, likeness: Likeness) -> Candidate:
    like = f"names alike: {likeness.words}% of their words, {likeness.whole}% of the whole"
    score, reason = _agreement(reading, known, like)
    return Candidate(reading.document_id, known.id, round(0.4 * likeness.whole / 100 + score, 2), reason)


def _agreement(reading: Reading, known: Known, why: str) -> tuple[float, str]:
    """What else two documents agree in, added to the score, and the reason with it."""
    mentioned, parts = id_parts(reading.document_id), id_parts(known.id)
    compared = {
        "issuer": mentioned.issuer is not None and parts.issuer is not None,
        "year": mentioned.when is not None and mentioned.when == parts.when,
        "date": reading.date is not None and known.date is not None,
    }
    agree = [what for what, same in compared.items() if same]
    unknown = [what for what, same in compared.items() if not same]
    if agree:
        why += f"; {' and '.join(agree)} {'agree' if len(agree) > 1 else 'agrees'}"
    if unknown:
        why += f"; {' and '.join(unknown)} not stated on both sides"
    return 0.2 * compared["issuer"] + 0.2 * compared["year"] + 0.1 * compared["date"], why
