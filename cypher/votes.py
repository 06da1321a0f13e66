"""What the citations of a document state about it, counted: one more costs the same however many there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

import orjson

_OWN = {"date": "own date", "name": "own name"}
"""Fields counted also over the citations that name the document fully: what open mentions are compared with."""


@dataclass(frozen=True, slots=True)
class StoredCitation:
    """A citation as the graph holds it, as far as documents and edges depend on it."""

    id: str
    document: str
    reading: str
    target: str
    subject: str
    owner: str | None
    relation: str
    edge: str | None
    states: str
    """What it states about the cited document: JSON of field -> value."""


@dataclass(slots=True)
class Votes:
    """Counts of the citations of one document: by reading, and by field and value with the least citation id."""

    readings: dict[str, int] = field(default_factory=dict)
    fields: dict[str, dict[str, list[int | str]]] = field(default_factory=dict)
    stale: bool = False
    """True when a least citation went and the next is not known: the votes have to be counted anew."""

    @classmethod
    def of_json(cls, text: str | None) -> Self:
        if not text:
            return cls()
        content = orjson.loads(text)
        return cls(content["readings"], content["fields"])

    def to_json(self) -> str:
        return orjson.dumps({"readings": self.readings, "fields": self.fields}, option=orjson.OPT_SORT_KEYS).decode()

    def count(self, document_id: str, citations: Iterable[StoredCitation]) -> None:
        """Add citations that refer to the document."""
        for citation in citations:
            self.readings[citation.reading] = self.readings.get(citation.reading, 0) + 1
            for name, value in _stated(document_id, citation).items():
                entry = self.fields.setdefault(name, {}).setdefault(value, [0, citation.id])
                entry[0] = int(entry[0]) + 1
                entry[1] = min(str(entry[1]), citation.id)

    def discount(self, document_id: str, citations: Iterable[StoredCitation]) -> None:
        """Take away citations that were counted."""
        for citation in citations:
            self.readings[citation.reading] -= 1
            if not self.readings[citation.reading]:
                del self.readings[citation.reading]
            for name, value in _stated(document_id, citation).items():
                entry = self.fields[name][value]
                entry[0] = int(entry[0]) - 1
                if not entry[0]:
                    del self.fields[name][value]
                    if not self.fields[name]:
                        del self.fields[name]
                elif entry[1] == citation.id:
                    self.stale = True

    def commonest(self, name: str) -> tuple[str, str] | None:
        """The value stated most often and the least id of a citation that states it; of two, that of the lesser id."""
        values = self.fields.get(name)
        if not values:
            return None
        value, (_, citation) = min(values.items(), key=lambda item: (-int(item[1][0]), item[1][1], item[0]))
        return value, str(citation)

    def value(self, name: str) -> str | None:
        found = self.commonest(name)
        return found[0] if found else None


def _own(name: str, reading: str, document_id: str) -> str:
    """The field for what citations say that name a document fully; another one that is decided to be it, by its id."""
    return _OWN[name] if reading == document_id else f"{_OWN[name]} of {reading}"


def _stated(document_id: str, citation: StoredCitation) -> Mapping[str, str]:
    states: dict[str, str] = orjson.loads(citation.states)
    if "|" not in citation.reading:
        states |= {_own(name, citation.reading, document_id): states[name] for name in _OWN if name in states}
    return states


def own_value(counted: Mapping[str, Votes], document_id: str, name: str) -> str | None:
    """What most citations say that name the document fully, wherever they are counted; `counted` by document."""
    merged = Votes()
    for place, votes in counted.items():
        for value, (count, least) in votes.fields.get(_own(name, document_id, place), {}).items():
            entry = merged.fields.setdefault(name, {}).setdefault(value, [0, least])
            merged.fields[name][value] = [int(entry[0]) + int(count), min(str(entry[1]), str(least))]
    return merged.value(name)
