"""Which documents of the graph the citations of a text mean, without storing the text."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rapidfuzz import fuzz

from cypher.candidates import known_of_row
from cypher.decisions import Decisions, find_standing
from cypher.documents import read_summaries
from cypher.names import Reading, id_parts, number_key, symbol_key
from cypher.pairs import MOST_CANDIDATES
from cypher.resolution import Known, KnownDocuments
from cypher.results import DocumentSummary
from cypher.rows import reading_of
from cypher.search_words import find_search_words
from cypher.titles import title_key
from cypher.transactions import Statements
from loaders.records import Citation

_NEAREST: Final = 5
_COMPARED: Final = 40
"""Documents of each beginning of a number, and of each symbol, that are compared with one that is not there."""
_MOST_NAMES: Final = 20
"""Names that are not there for which the nearest are looked for; each costs a search of its own."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a citation means: the one document, or several candidates, or none and those that are nearest to it."""

    document: DocumentSummary | None
    candidates: tuple[DocumentSummary, ...] = ()
    fitting: int = 1
    """How many fit, of which the candidates are the first."""
    nearest: tuple[DocumentSummary, ...] = ()


def look_up_citations(statements: Statements, citations: Sequence[Citation]) -> tuple[Meant, ...]:
    """For each citation, in their order, what it means by the rules by which loaded documents are resolved."""
    readings = [reading_of(citation) for citation in citations]
    distinct = {reading.key: reading for reading in readings}
    ids = _resolve(statements, distinct)
    near = _nearest(statements, [distinct[key] for key, found in ids.items() if not found])
    shown = {key: found[:MOST_CANDIDATES] for key, found in ids.items()}
    summaries = read_summaries(statements, [one for found in (*shown.values(), *near.values()) for one in found])
    meant = {}
    for key, found in shown.items():
        documents = tuple(summaries[one] for one in found)
        if len(documents) == 1:
            meant[key] = Meant(documents[0])
        else:
            nearest = tuple(summaries[one] for one in near.get(key, ()))
            meant[key] = Meant(None, documents, len(ids[key]), nearest)
    return tuple(meant[reading.key] for reading in readings)


def _resolve(statements: Statements, readings: Mapping[str, Reading]) -> dict[str, list[str]]:
    """Key of each reading -> ids of the documents that it may mean."""
    numbers = sorted({number for one in readings.values() if (number := number_key(one.document_id))})
    titles = sorted({title for one in readings.values() if (title := title_key(one.name))})
    decisions = Decisions.read(statements)
    groups = {
        group
        for group in decisions.groups()
        if group.numbers.intersection(numbers)
        or group.titles.intersection(titles)
        or any(reading.document_id in group.members for reading in readings.values())
    }
    numbers = sorted({*numbers, *(number for group in groups for number in group.numbers)})
    titles = sorted({*titles, *(title for group in groups for title in group.titles)})
    rows = statements.run("read/blocks", numbers=numbers, titles=titles)
    seen = (decisions.known_to_mentions(one) for row in rows if (one := known_of_row(row)))
    known = KnownDocuments(seen, decisions.are_apart)
    there = {row["id"] for row in rows}
    places = {key: row["id"] for row in rows for key in row["readings"] or ()}
    stood_for = {key: place for key, place in places.items() if "|" not in key and key != place}
    for one in stood_for:
        known.add(Known(one, None, None))
    standing = stood_for | find_standing(groups, there, {row["id"] for row in rows if row["held"]}, {})
    found = {}
    for key, reading in readings.items():
        if reading.document_id in known:
            found[key] = [standing.get(reading.document_id, reading.document_id)]
            continue
        fitting = [one.id for one in known.fitting(reading)]
        placed = places.get(key, reading.document_id)
        meant = dict.fromkeys(standing.get(one, one) for one in fitting or [placed])
        found[key] = [one for one in meant if one in there]
    return found


def _nearest(statements: Statements, missing: Sequence[Reading]) -> dict[str, list[str]]:
    """Key of each reading that means nothing in the graph -> ids of the documents most like it, the nearest first."""
    numbered = {one.key: number for one in missing if (number := number_key(one.document_id))}
    symbols = {one.key: symbol_key(one.document_id) or "" for one in missing}
    digits = {key: (id_parts(key.partition("|")[0]).number or "").partition("-")[0] for key in numbered}
    rows = statements.run(
        "read/near_numbers",
        digits=sorted(set(digits.values())),
        symbols=sorted({symbols[key] for key in numbered} - {""}),
        limit=_COMPARED,
    )
    alike = _Alike(rows, set(digits.values()))
    near = {key: _best(number, alike.of(digits[key], symbols[key]), fuzz.ratio) for key, number in numbered.items()}
    for one in [one for one in missing if one.name][:_MOST_NAMES]:
        rows = statements.run("read/by_words", words=find_search_words(one.name or "").any, limit=_COMPARED)
        found = ((row["id"], row["name"] or "") for row in rows)
        near[one.key] = _best(one.name or "", found, fuzz.token_set_ratio)
    return near


class _Alike:
    """Numbers of the graph by the digits that they begin with and by their symbols."""

    def __init__(self, rows: Iterable[Mapping[str, Any]], digits: set[str]) -> None:
        self._by: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        lengths = {len(one) for one in digits}
        for row in rows:
            pair = (row["id"], row["number"])
            self._by[f"-{row['symbol']}"].append(pair)
            for start in {row["number"][:length] for length in lengths} & digits:
                self._by[start].append(pair)

    def of(self, digits: str, symbol: str) -> list[tuple[str, str]]:
        """(id, number) of those that begin so, and of some that have the symbol."""
        return [*self._by[digits], *self._by[f"-{symbol}"][:_COMPARED]]


def _best(wanted: str, found: Iterable[tuple[str, str]], compare: Any) -> list[str]:
    scores = {id_: compare(wanted, text) for id_, text in found}
    return sorted(scores, key=lambda one: (-scores[one], one))[:_NEAREST]
