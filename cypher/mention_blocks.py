"""Which open mentions a change can touch: those with a number or a name that it makes known, unknown or different."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from cypher.candidates import Outcome, Seen, seen_of_row, settle_candidates
from cypher.cited_documents import CitedDocument, CitedDocuments
from cypher.decisions import Decisions, find_standing
from cypher.names import Reading, id_parts, number_key
from cypher.near_keys import is_blank, keys_concerned
from cypher.pairs import Candidate
from cypher.resolution import KnownDocuments, find_stand_ins, resolve_readings
from cypher.titles import title_key
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
    """Numbers and titles by which documents are compared."""

    numbers: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    near: set[str] = field(default_factory=set)
    """Keys of documents that may be one without saying so in the same words."""

    def add(self, document_id: str, name: str | None, date: str | None = None) -> None:
        number, title = number_key(document_id), title_key(name)
        if number:
            self.numbers.add(number)
        if title:
            self.titles.add(title)
        self.near |= keys_concerned(document_id, date, name)

    def holds(self, reading: Reading) -> bool:
        number = number_key(reading.document_id)
        return number in self.numbers if number else title_key(reading.name) in self.titles


def resolve_touched(
    statements: Statements,
    documents: CitedDocuments,
    decisions: Decisions,
    added: set[str],
    removed: set[str],
    whole: set[str],
) -> Resolution:
    """Resolve the open readings that the change adds, removes, or touches by what they are compared with.

    Of the documents of `whole`, and of those that people decided to be one with a touched one, every reading.
    """
    touched = _Blocks()
    for document in documents:
        known = document.known()
        if known != document.was or _is_loose_held(document.id, document.held) or document.held != document.was_held:
            touched.add(document.id, None)
            for one in (known, document.was):
                if one:
                    touched.add(document.id, one.name, one.date)
    blocks = _Blocks()
    for key in added:
        reading = Reading.of_key(key)
        blocks.add(reading.document_id, reading.name)
    for key in removed:
        reading = Reading.of_key(key)
        touched.add(reading.document_id, reading.name)
    near = touched.near | blocks.near
    _add_loose(statements, documents, touched, blocks)
    ids = {document.id for document in documents}
    for group in decisions.groups():
        if (
            group.members & ids
            or group.numbers & (blocks.numbers | touched.numbers)
            or group.titles & (blocks.titles | touched.titles)
        ):
            whole |= group.members
    if not blocks.numbers and not blocks.titles and not near and not whole:
        return Resolution({}, {}, (), ())
    found = _resolve_blocks(statements, documents, decisions, blocks, added, whole)
    return _with_candidates(statements, documents, decisions, found, blocks.titles, near)


@dataclass(frozen=True, slots=True)
class _Found:
    """What the readings of some blocks mean."""

    states: Mapping[str, Seen]
    places: Mapping[str, str]
    targets: Mapping[str, str]
    stood_for: frozenset[str]


def _add_loose(statements: Statements, documents: CitedDocuments, touched: _Blocks, blocks: _Blocks) -> None:
    """Of the touched numbers and names take those in which something is open."""
    rows = statements.run("read/loose_documents", numbers=sorted(touched.numbers), titles=sorted(touched.titles))
    for row in rows:
        if row["readings"] is None or is_blank(row["id"]):
            blocks.add(row["id"], row["name"])
        for key in row["readings"] or ():
            reading = Reading.of_key(key)
            if touched.holds(reading):
                blocks.add(reading.document_id, reading.name)
    for document in documents:
        if _is_loose_held(document.id, document.held):
            blocks.add(document.id, document.name)


def _resolve_blocks(
    statements: Statements,
    documents: CitedDocuments,
    decisions: Decisions,
    blocks: _Blocks,
    added: Iterable[str],
    whole: set[str],
) -> _Found:
    while True:
        _add_whole(documents, decisions, blocks, whole)
        rows = statements.run("read/blocks", numbers=sorted(blocks.numbers), titles=sorted(blocks.titles))
        states = {row["id"]: seen_of_row(row) for row in rows}
        states |= {one.id: _seen(documents, one, one.id in whole) for one in documents}
        places = _find_places(states, blocks, whole)
        seen = [decisions.known_to_mentions(one.known) for one in states.values() if one.known]
        free = [one for one in seen if decisions.group_of(one.id) is None]
        known = KnownDocuments(seen, decisions.are_apart, find_stand_ins(free, decisions.are_apart))
        targets = resolve_readings(map(Reading.of_key, places.keys() | set(added)), known)
        met = {*targets.values(), *places.values(), *(key.partition("|")[0] for key in targets)}
        groups = {group for one in met | whole if (group := decisions.group_of(one))}
        further = {member for group in groups for member in group.members}
        further.update(*known.stand_ins.items(), *_stood_for(states))
        if further <= whole:
            held = {one.id for one in documents if one.held}
            cited = documents.citations_by_number() if groups else {}
            standing = find_standing(groups, {*targets.values(), *held}, held, cited)
            final = {key: standing.get(target, target) for key, target in targets.items()}
            stood_for = frozenset(one for one, other in standing.items() if one != other).union(known.stand_ins)
            return _Found(states, places, final, stood_for)
        whole |= further


def _find_places(states: Mapping[str, Seen], blocks: _Blocks, whole: set[str]) -> dict[str, str]:
    """Key of each reading of the blocks, and of the documents of `whole` -> the document to which it refers so far.

    What the change adds is counted at the very document that it names, so that this is a place only where no other is.
    """
    places: dict[str, str] = {}
    for document_id, one in states.items():
        for key in one.readings:
            if document_id not in whole and not blocks.holds(Reading.of_key(key)):
                continue
            if key != document_id or key not in places:
                places[key] = document_id
    return places


def _stood_for(states: Mapping[str, Seen]) -> Iterator[tuple[str, str]]:
    """Documents that citations name fully, each with the one that stands for it so far."""
    for document_id, one in states.items():
        for key in one.readings:
            if "|" not in key and key != document_id:
                yield key, document_id


def _add_whole(documents: CitedDocuments, decisions: Decisions, blocks: _Blocks, whole: set[str]) -> None:
    """Add the numbers and titles of these documents, and of all that refers to them."""
    documents.load(whole)
    for document_id in whole:
        document = documents.get(document_id)
        assert document is not None
        blocks.add(document_id, document.name)
        for reading in map(Reading.of_key, document.votes.readings):
            blocks.add(reading.document_id, reading.name)
        group = decisions.group_of(document_id)
        blocks.titles.update(group.titles if group else ())


def _seen(documents: CitedDocuments, one: CitedDocument, whole: bool) -> Seen:
    if whole:
        return Seen(documents.known_anywhere(one.id), tuple(one.votes.readings))
    return Seen(one.known(), tuple(one.readings))


def _with_candidates(
    statements: Statements,
    documents: CitedDocuments,
    decisions: Decisions,
    found: _Found,
    titles: set[str],
    near: set[str],
) -> Resolution:
    targets, places = found.targets, found.places
    open_readings = [
        Reading.of_key(key) for key, target in targets.items() if "|" in key and key.partition("|")[0] == target
    ]
    for document_id, one in found.states.items():
        if one.known and not id_parts(document_id).settled:
            open_readings.append(Reading(document_id, one.known.date, one.known.name))
    moved = [Reading.of_key(key) for key, target in targets.items() if places.get(key) != target]
    near = near.union(*(keys_concerned(one.document_id, one.date, one.name) for one in moved))
    outcome = Outcome(documents, found.states, targets, found.stood_for)
    most = len(found.states) + len(targets)
    ids, candidates = settle_candidates(statements, outcome, decisions, open_readings, titles, near, most)
    ids.update(key.partition("|")[0] for key in places)
    ids.update(one.id for one in documents if one.was and one.was.name and not one.was_held and one.known() != one.was)
    return Resolution(targets, places, tuple(sorted(ids)), tuple(candidates))


def _is_loose_held(document_id: str, held: bool) -> bool:
    return held and not id_parts(document_id).settled
