"""One change of the graph: some documents say something else than before, or nothing any more.

What the graph holds is a function of the set of records put into it, and stays so: counted votes give what is known
about cited documents, open mentions are resolved again where the change touches what they are compared with, and
typed edges follow the citations that support them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from cypher.body_changes import change_bodies, delete_unmentioned
from cypher.cited_documents import CitedDocuments
from cypher.decisions import Decisions
from cypher.mention_blocks import Resolution, resolve_touched
from cypher.names import Reading
from cypher.rows import DocumentRows, Row, edge_key
from cypher.transactions import Statements, chunks
from cypher.votes import StoredCitation


@dataclass(frozen=True, slots=True)
class _Citations:
    """The citations of a change, each with its ends before or after it."""

    removed: tuple[StoredCitation, ...]
    added: tuple[StoredCitation, ...]
    moved_from: tuple[StoredCitation, ...]
    """Of other documents, with their old ends."""
    moved_to: tuple[StoredCitation, ...]


def apply_change(
    statements: Statements,
    changed: Mapping[str, DocumentRows | None],
    were_held: Mapping[str, Mapping[str, str]],
    decided: Iterable[str] = (),
) -> None:
    """Let each document of `changed` say what its rows say, or nothing where they are None.

    `were_held` has those of them that the graph holds, with the facts of the bodies that they mentioned; `decided` are
    documents about which people have just decided something.
    """
    decisions = Decisions.read(statements)
    removed = _stored(statements.find("read/citations_in_documents", "ids", sorted(were_held)))
    written = [row for rows in changed.values() if rows for row in rows.citations]
    added = tuple(_unplaced(row) for row in written)
    documents = CitedDocuments(statements, changed)
    documents.load(
        {*changed, *(one.target for one in removed), *(Reading.of_key(one.reading).document_id for one in added)}
    )
    documents.leave(removed)
    documents.recount()
    documents.enter(one for one in added if _is_settled(one))
    resolution = resolve_touched(
        statements,
        documents,
        decisions,
        {one.reading for one in added if not _is_settled(one) or decisions.group_of(one.reading)},
        {
            one.reading
            for one in removed
            if not _is_settled(one) or one.target != one.reading or decisions.group_of(one.reading)
        },
        set(decided),
    )
    citations = _place(statements, documents, _Citations(removed, added, (), ()), resolution, sorted(changed))
    _write(statements, changed, were_held, documents, citations, written)
    _write_candidates(statements, resolution, documents)


def _stored(rows: Iterable[Row]) -> tuple[StoredCitation, ...]:
    return tuple(StoredCitation(**row) for row in rows)


def _unplaced(row: Row) -> StoredCitation:
    """A citation that is added, referring to what its text alone says until open mentions are resolved."""
    document, target = row["document"], Reading.of_key(row["reading"]).document_id
    return StoredCitation(
        id=row["id"],
        document=document,
        reading=row["reading"],
        target=target,
        subject=document,
        owner=row["owner"],
        relation=row["relation"],
        edge=edge_key(document, row["relation"], target),
        states=row["states"],
    )


def _is_settled(citation: StoredCitation) -> bool:
    return "|" not in citation.reading


def _place(
    statements: Statements,
    documents: CitedDocuments,
    citations: _Citations,
    resolution: Resolution,
    changed: list[str],
) -> _Citations:
    """The citations with the documents that they refer to, and start at, from now on."""
    targets, places = resolution.targets, resolution.places
    readings = sorted(key for key, place in places.items() if targets[key] != place)
    moving = _stored(statements.find("read/citations_by_reading", "readings", readings, except_documents=changed))
    added = tuple(
        one if (target := targets.get(one.reading, one.target)) == one.target else replace(one, target=target)
        for one in citations.added
    )
    moved = tuple(replace(one, target=targets[one.reading]) for one in moving)
    documents.load(one.target for one in (*moving, *moved, *added))
    # Citations that name a document fully were counted there already, before it was clear that another stands for it.
    counted = [
        (before, after)
        for before, after in zip(citations.added, added, strict=True)
        if _is_settled(before) and before.target != after.target
    ]
    documents.move(
        (*moving, *(before for before, _ in counted)),
        (*moved, *(after for _, after in counted)),
    )
    documents.enter(one for one in added if not _is_settled(one))
    documents.recount()
    following = _stored(statements.find("read/citations_by_owner", "owners", [one.id for one in moved]))
    before = {one.id: one for one in (*following, *moving)}
    after = before | {one.id: one for one in moved}
    moved_to = _with_subjects(after)
    return _Citations(
        citations.removed,
        _with_subjects({one.id: one for one in added}),
        tuple(before[one.id] for one in moved_to),
        moved_to,
    )


def _with_subjects(citations: Mapping[str, StoredCitation]) -> tuple[StoredCitation, ...]:
    """The citations, each starting at what its owner refers to, with the typed edge that it then supports."""
    placed = []
    for one in citations.values():
        owner = citations.get(one.owner) if one.owner else None
        subject = owner.target if owner else one.subject
        edge = edge_key(subject, one.relation, one.target)
        same = subject == one.subject and edge == one.edge
        placed.append(one if same else replace(one, subject=subject, edge=edge))
    return tuple(placed)


def _write(
    statements: Statements,
    changed: Mapping[str, DocumentRows | None],
    were_held: Mapping[str, Mapping[str, str]],
    documents: CitedDocuments,
    citations: _Citations,
    written: Sequence[Row],
) -> None:
    holding = [rows for rows in changed.values() if rows]
    edges, new = {one.edge for one in (*citations.added, *citations.moved_to) if one.edge}, documents.new()
    supported = _supported(statements, [one for one in edges if new.isdisjoint(_ends_of(one))])
    if were_held:
        statements.run("write/delete_parts", ids=sorted(were_held))
    places = {place: row for rows in holding for place, row in rows.places.items()}
    unmentioned = change_bodies(statements, were_held.values(), [rows.bodies for rows in holding], places)
    statements.write("write/documents", list(documents.whole_rows()))
    statements.write("write/document_votes", list(documents.vote_rows()))
    _write_citations(statements, citations, written)
    _write_edges(statements, citations, supported)
    _write_parts(statements, holding)
    losing, getting = documents.issuers_to_write()
    losing += [rows.id for rows in holding if rows.id not in were_held and rows.id not in new]
    if losing:
        statements.run("write/delete_issuers", ids=sorted(losing))
    statements.write("write/issuers", [rows.issuer for rows in holding if rows.issuer])
    statements.write("write/issuers_of_cited", getting)
    gone = documents.gone()
    if gone:
        statements.run("write/delete_documents", ids=gone)
    delete_unmentioned(statements, unmentioned)


def _write_citations(statements: Statements, citations: _Citations, written: Sequence[Row]) -> None:
    placed = {one.id: one for one in citations.added}
    rows = []
    for row in written:
        one = placed[row["id"]]
        properties = row["properties"] | {
            "id": one.id,
            "reading": one.reading,
            "owner": one.owner,
            "relation": one.relation,
            "edge": one.edge,
            "states": one.states,
        }
        subject = None if one.subject == one.document else one.subject
        rows.append((one.document, {"target": one.target, "subject": subject, "properties": properties}))
    for chunk in chunks(rows):
        by_document = groupby(chunk, key=itemgetter(0))
        groups = [{"document": document, "citations": [row for _, row in group]} for document, group in by_document]
        statements.run("write/citations", rows=groups)
    ends = [
        {"id": one.id, "target": one.target, "subject": one.subject, "edge": one.edge} for one in citations.moved_to
    ]
    statements.write("write/citation_ends", ends)


def _supported(statements: Statements, edges: Iterable[str]) -> set[str]:
    """Of these typed edges the ones that citations of the graph support, which are the ones that it has."""
    return {row["edge"] for row in statements.find("read/supported_edges", "edges", sorted(edges))}


def _write_edges(statements: Statements, citations: _Citations, were_there: set[str]) -> None:
    """Typed edges that are supported from now on, and an end to those that are not."""
    supported = {one.edge for one in (*citations.added, *citations.moved_to) if one.edge}
    dropped = {one.edge for one in (*citations.removed, *citations.moved_from) if one.edge} - supported
    unsupported = dropped - _supported(statements, dropped)
    statements.write("write/delete_edges", [_edge_row(edge) for edge in sorted(unsupported)])
    statements.write("write/edges", [_edge_row(edge) for edge in sorted(supported - were_there)])


def _edge_row(edge: str) -> Row:
    origin, type_, target = edge.split("|")
    return {"origin": origin, "type": type_, "target": target}


def _ends_of(edge: str) -> tuple[str, str]:
    origin, _, target = edge.split("|")
    return origin, target


def _write_parts(statements: Statements, holding: Sequence[DocumentRows]) -> None:
    statements.write("write/texts", [{"document": rows.id, "properties": rows.text_properties()} for rows in holding])
    statements.write("write/tasks", [row for rows in holding for row in rows.tasks])
    statements.write("write/recipients", [row for rows in holding for row in rows.recipients])


def _write_candidates(statements: Statements, resolution: Resolution, documents: CitedDocuments) -> None:
    """Candidates of the open documents that the change touches, written only where they differ."""
    gone = {document.id for document in documents if document.gone}
    pairs = {
        (one.origin, one.target): (one.score, one.reason) for one in resolution.candidates if one.origin not in gone
    }
    rows = statements.find("read/possibly_same", "ids", resolution.open_documents)
    stored = {(row["origin"], row["target"]): (row["score"], row["reason"]) for row in rows}
    statements.write(
        "write/delete_possibly_same", [{"origin": a, "target": b} for a, b in sorted(stored.keys() - pairs.keys())]
    )
    statements.write(
        "write/possibly_same",
        [
            {"origin": a, "target": b, "score": score, "reason": reason}
            for (a, b), (score, reason) in sorted(pairs.items())
            if stored.get((a, b)) != (score, reason)
        ],
    )
