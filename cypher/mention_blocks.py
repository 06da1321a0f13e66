"""Which open mentions a change can touch: those with a number or a name that it makes known, unknown or different."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cypher.cited_documents import CitedDocuments
from cypher.names import Reading, id_parts, number_key
from cypher.resolution import Candidate, Known, KnownDocuments, find_candidates, resolve_readings
from cypher.transactions import Statements


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the open mentions of the touched blocks mean after the change."""

    targets: Mapping[str, str]
    """Key of each reading -> id of the document that it refers to."""
    places: Mapping[str, str]
    """Key of each reading that the graph has already -> id of the document that it refers to there."""
    open_documents: tuple[str, ...]
    """Ids whose candidates are settled anew."""
    candidates: tuple[Candidate, ...]


@dataclass(slots=True)
class _Blocks:
    """Numbers and names by which documents are compared."""

    numbers: set[str]
    names: set[str]

    def add(self, document_id: str, *names: str | None) -> None:
        number = number_key(document_id)
        if number:
            self.numbers.add(number)
        self.names.update(name for name in names if name)

    def holds(self, reading: Reading) -> bool:
        number = number_key(reading.document_id)
        return number in self.numbers if number else reading.name in self.names


def resolve_touched(
    statements: Statements, documents: CitedDocuments, added: set[str], removed: set[str]
) -> Resolution:
    """Resolve the open readings that the change adds, removes, or touches by what they are compared with."""
    touched = _Blocks(set(), set())
    for document in documents:
        known = document.known()
        if known != document.was or _is_open_held(document.id, document.held) or document.held != document.was_held:
            names = (one.name for one in (known, document.was) if one)
            touched.add(document.id, *names)
    blocks = _Blocks(set(), set())
    for key in added:
        reading = Reading.of_key(key)
        blocks.add(reading.document_id, reading.name)
    for key in removed:
        reading = Reading.of_key(key)
        touched.add(reading.document_id, reading.name)
    _add_loose(statements, documents, touched, blocks)
    if not blocks.numbers and not blocks.names:
        return Resolution({}, {}, (), ())
    return _resolve_blocks(statements, documents, blocks, added)


def _add_loose(statements: Statements, documents: CitedDocuments, touched: _Blocks, blocks: _Blocks) -> None:
    """Of the touched numbers and names take those in which something is open."""
    rows = statements.run("read/loose_documents", numbers=sorted(touched.numbers), names=sorted(touched.names))
    for row in rows:
        if row["readings"] is None:
            blocks.add(row["id"], row["name"])
        for key in row["readings"] or ():
            reading = Reading.of_key(key)
            if touched.holds(reading):
                blocks.add(reading.document_id, reading.name)
    for document in documents:
        if _is_open_held(document.id, document.held):
            blocks.add(document.id, document.name)


def _resolve_blocks(
    statements: Statements, documents: CitedDocuments, blocks: _Blocks, added: Iterable[str]
) -> Resolution:
    known: list[Known] = []
    places: dict[str, str] = {}
    own: dict[str, Reading] = {}
    rows = statements.run("read/blocks", numbers=sorted(blocks.numbers), names=sorted(blocks.names))
    states = {row["id"]: (known_of_row(row), row["readings"] or ()) for row in rows}
    states |= {document.id: (document.known(), document.readings) for document in documents}
    for document_id, (one, readings) in states.items():
        if one is not None:
            known.append(one)
        places |= {key: document_id for key in readings if blocks.holds(Reading.of_key(key))}
        if one is not None and id_parts(document_id).open:
            own[document_id] = Reading(document_id, one.date, one.name)
    compared = KnownDocuments(known)
    targets = resolve_readings(map(Reading.of_key, places.keys() | set(added)), compared)
    open_readings = [Reading.of_key(key) for key, target in targets.items() if key.partition("|")[0] == target]
    open_readings += own.values()
    pairs: dict[tuple[str, str], Candidate] = {}
    for reading in sorted(open_readings, key=lambda one: one.key):
        for pair in find_candidates(reading, compared):
            best = pairs.setdefault((pair.origin, pair.target), pair)
            if (pair.score, pair.reason) > (best.score, best.reason):
                pairs[pair.origin, pair.target] = pair
    ids = {reading.document_id for reading in open_readings} | {key.partition("|")[0] for key in places}
    return Resolution(targets, places, tuple(sorted(ids)), tuple(pairs.values()))


def known_of_row(row: Mapping[str, object]) -> Known | None:
    """How open mentions see the document of a row; None for one that is not known."""
    document_id = str(row["id"])
    if not row["held"] and not id_parts(document_id).settled:
        return None
    date, name = row["own_date"], row["name"]
    return Known(document_id, str(date) if date else None, str(name) if name else None)


def _is_open_held(document_id: str, held: bool) -> bool:
    return held and id_parts(document_id).open
