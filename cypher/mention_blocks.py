"""Which open mentions a change can touch: those with a number or a name that it makes known, unknown or different."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cypher.candidates import Outcome, Seen, seen_of_row, settle_candidates
from cypher.cited_documents import CitedDocument, CitedDocuments
from cypher.decisions import Decisions, find_standing
from cypher.names import Reading, id_parts, number_key
from cypher.resolution import Candidate, KnownDocuments, resolve_readings
from cypher.titles import near_keys, title_key
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
    """How long titles begin and end."""

    def add(self, document_id: str, *names: str | None) -> None:
        number = number_key(document_id)
        if number:
            self.numbers.add(number)
        self.titles.update(title for name in names if (title := title_key(name)))
        self.near.update(key for name in names for key in near_keys(name) if key)

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
            names = (one.name for one in (known, document.was) if one)
            touched.add(document.id, *names)
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
        if row["readings"] is None:
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
        states |= {one.id: _seen(documents, decisions, one, one.id in whole) for one in documents}
        places = {
            key: document_id
            for document_id, one in states.items()
            for key in one.readings
            if document_id in whole or blocks.holds(Reading.of_key(key))
        }
        known = KnownDocuments((one.known for one in states.values() if one.known), decisions.are_apart)
        targets = resolve_readings(map(Reading.of_key, places.keys() | set(added)), known)
        met = {*targets.values(), *places.values(), *(key.partition("|")[0] for key in targets)}
        groups = {group for one in met | whole if (group := decisions.group_of(one))}
        further = {member for group in groups for member in group.members} - whole
        if not further:
            present = {*targets.values(), *(one.id for one in documents if one.held)}
            standing = find_standing(groups, present, {one.id for one in documents if one.held})
            final = {key: standing.get(target, target) for key, target in targets.items()}
            stood_for = frozenset(one for one, other in standing.items() if one != other)
            return _Found(states, places, final, stood_for)
        whole |= further


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


def _seen(documents: CitedDocuments, decisions: Decisions, one: CitedDocument, whole: bool) -> Seen:
    group = decisions.group_of(one.id)
    known = documents.known_among(one.id, group.members) if whole and group else one.known()
    return Seen(known, tuple(one.votes.readings if whole else one.readings))


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
    moved = {key for key, target in targets.items() if places.get(key) != target}
    near = near | {one for key in moved for one in near_keys(Reading.of_key(key).name) if one}
    outcome = Outcome(documents, targets, found.stood_for)
    outcome.take(found.states)
    most = len(found.states) + len(targets)
    ids, candidates = settle_candidates(statements, outcome, decisions, open_readings, titles, near, most)
    ids.update(key.partition("|")[0] for key in places)
    return Resolution(targets, places, tuple(sorted(ids)), tuple(candidates))


def _is_loose_held(document_id: str, held: bool) -> bool:
    return held and not id_parts(document_id).settled
