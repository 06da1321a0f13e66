"""Which document an open mention means: a pure function of the mentions and of the documents that are known.

A mention whose id leaves a part unknown, or that gives a name and no number, refers to the known document that fits
it when exactly one does; otherwise to a document of its own, which stays open. Known are documents that are held or
that some citation names fully by number. Parts are compared where both sides state them. A held document whose number
is left blank stands for the one that is cited by number under its very title.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

from cypher.names import IdParts, Reading, id_parts, id_symbol, number_key
from cypher.near_keys import is_blank
from cypher.titles import near_keys, title_key

Apart: TypeAlias = Callable[[str, str], bool]
"""Whether two ids are known to be different documents."""
_NO_OTHERS: Final[Mapping[str, str]] = MappingProxyType({})
_DAY: Final = len("2024-09-05")


@dataclass(frozen=True, slots=True)
class Known:
    """A document that mentions may turn out to mean."""

    id: str
    date: str | None
    name: str | None
    """Its `name_key`."""
    held: bool = False


def find_stand_ins(documents: Iterable[Known], are_apart: Apart) -> dict[str, str]:
    """Id of each document that is cited by number and not held -> the held one that it must be, its number blank.

    They have one title, issuer, type, year and symbol, their dates agree, and no other two of that title do. A title of
    few words, which many documents may have, is enough only where both state the same day.
    """
    by_title: defaultdict[str, list[Known]] = defaultdict(list)
    for document in documents:
        if document.name and not id_parts(document.id).open:
            by_title[title_key(document.name) or ""].append(document)
    pairs = [
        (one, other.id)
        for block in by_title.values()
        for other in block
        if other.held and is_blank(other.id)
        for one in block
        if id_parts(one.id).settled and _must_be(one, other) and not are_apart(one.id, other.id)
    ]
    ends = Counter(end for one, other in pairs for end in (one.id, other))
    return {one.id: other for one, other in pairs if not one.held and ends[one.id] == ends[other] == 1}


def _must_be(numbered: Known, blank: Known) -> bool:
    one, other = id_parts(numbered.id), id_parts(blank.id)
    same_day = numbered.date is not None and numbered.date == blank.date and len(numbered.date) == _DAY
    return (
        (one.issuer, one.type, one.when) == (other.issuer, other.type, other.when)
        and id_symbol(numbered.id) == id_symbol(blank.id)
        and dates_agree(numbered.date, blank.date)
        and (same_day or near_keys(blank.name) != (None, None))
    )


class KnownDocuments:
    """Known documents by number and by title."""

    def __init__(
        self,
        documents: Iterable[Known],
        are_apart: Apart = lambda *_: False,
        stand_ins: Mapping[str, str] = _NO_OTHERS,
    ) -> None:
        """`stand_ins` has documents for which others stand (`find_stand_ins`)."""
        self.stand_ins = stand_ins
        self._are_apart = are_apart
        self._by_number: defaultdict[str, list[Known]] = defaultdict(list)
        self._by_title: defaultdict[str, list[Known]] = defaultdict(list)
        self._by_id: dict[str, Known] = {}
        for document in sorted(documents, key=lambda known: known.id):
            self.add(document)

    def __contains__(self, document_id: str) -> bool:
        return document_id in self._by_id

    def add(self, document: Known) -> None:
        """Take one more document in; one with an id that is known already changes nothing."""
        if document.id in self._by_id:
            return
        self._by_id[document.id] = document
        number = number_key(document.id)
        if number:
            self._by_number[number].append(document)
        title = title_key(document.name)
        if title:
            self._by_title[title].append(document)

    def fitting(self, reading: Reading) -> list[Known]:
        """The known documents that the mention may mean, in the order of their ids."""
        number = number_key(reading.document_id)
        block = self._by_number[number] if number else self._by_title[title_key(reading.name) or ""]
        found = [known for known in block if self.may_be(reading, known)]
        if not self.stand_ins:
            return found
        ids = sorted({self.stand_ins.get(known.id, known.id) for known in found})
        return [self._by_id[one] for one in ids]

    def is_held(self, document_id: str) -> bool:
        return self._by_id[document_id].held

    def may_be(self, reading: Reading, known: Known) -> bool:
        """Whether nothing that both state speaks against it."""
        return _fits(reading, known) and not self._are_apart(reading.document_id, known.id)


def resolve_readings(readings: Iterable[Reading], known: KnownDocuments) -> Mapping[str, str]:
    """Key of each reading -> the id of the document that it refers to.

    A name with year, issuer and type that no numbered or held document bears is itself a known document for
    mentions of that name alone, so such names come first.
    """
    ordered = sorted(readings, key=lambda one: one.key)
    settled = [one.document_id for one in ordered if id_parts(one.document_id).settled]
    targets = {one: known.stand_ins.get(one, one) for one in settled}
    unsettled = [one for one in ordered if one.key not in targets]
    closed = [one for one in unsettled if not id_parts(one.document_id).open]
    targets |= _resolve(closed, known)
    for reading in closed:
        if targets[reading.key] == reading.document_id:
            known.add(Known(reading.document_id, None, reading.name))
    return targets | _resolve([one for one in unsettled if id_parts(one.document_id).open], known)


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
        and dates_agree(reading.date, known.date)
    )


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def dates_agree(one: str | None, other: str | None) -> bool:
    """Whether two dates can be the same; a partial one agrees with each date that begins like it."""
    return one is None or other is None or one.startswith(other) or other.startswith(one)


def _by_term(parts: IdParts) -> bool:
    """Whether the document is numbered by term: a term and a year say nothing about each other."""
    return parts.when is not None and not parts.when.isdecimal()
