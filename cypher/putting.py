"""Records into the graph, and out of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import orjson

from cypher.changes import apply_change
from cypher.connection import Connection
from cypher.errors import DocumentConflictError, SchemaVersionError, StoreRequestError
from cypher.results import PutResult
from cypher.rows import DocumentRows, make_rows
from cypher.schema import newest_version
from cypher.transactions import Statements
from loaders.records import Record


@dataclass(frozen=True, slots=True)
class _Held:
    """A text that the graph holds."""

    source: str
    sha256: str
    fingerprint: str
    bodies: Mapping[str, str]


def put_records(connection: Connection, records: Sequence[Record], replace_texts: bool) -> list[PutResult]:
    """What became of each record, after one transaction for all of them."""
    rows = [make_rows(record) for record in records]
    return connection.write(lambda statements: _put(statements, rows, replace_texts))


def refused(source: str, document_id: str, refusal: DocumentConflictError | StoreRequestError) -> PutResult:
    """What becomes of a record that is not taken."""
    return PutResult(source, document_id, "refused", 0, 0, 0, refusal)


def remove_document(connection: Connection, document_id: str) -> bool:
    """Whether the document was held; it says nothing any more."""

    def remove(statements: Statements) -> bool:
        lock(statements)
        held = _read_held(statements, [document_id])
        if held:
            apply_change(statements, {document_id: None}, {document_id: held[document_id].bodies})
        return bool(held)

    return connection.write(remove)


def lock(statements: Statements) -> None:
    """Nothing, once no other change goes on. Raises `SchemaVersionError` where the database is not this program's."""
    found = statements.run("write/lock")
    version = found[0]["version"] if found else 0
    if version != newest_version():
        raise SchemaVersionError(version, newest_version())


def _read_held(statements: Statements, ids: Sequence[str]) -> dict[str, _Held]:
    return {
        row["id"]: _Held(row["source"], row["sha256"], row["fingerprint"], orjson.loads(row["bodies"]))
        for row in statements.find("read/held_documents", "ids", sorted(set(ids)))
    }


def _put(statements: Statements, records: Sequence[DocumentRows], replace_texts: bool) -> list[PutResult]:
    lock(statements)
    held = _read_held(statements, [rows.id for rows in records])
    state = dict(held)
    changed: dict[str, DocumentRows] = {}
    renamed: dict[str, str] = {}
    outcomes: list[str | DocumentConflictError] = []
    for rows in records:
        now = state.get(rows.id)
        outcome = _outcome(rows, now, replace_texts)
        outcomes.append(outcome)
        if isinstance(outcome, DocumentConflictError):
            continue
        if now and now.sha256 == rows.sha256:
            # One text under two names keeps the lesser name, whichever came first.
            rows = replace(rows, source=min(rows.source, now.source))
            if outcome == "unchanged" and rows.id not in changed and rows.source != now.source:
                renamed[rows.id] = rows.source
        if outcome != "unchanged" or rows.id in changed:
            rows = replace(rows, properties=rows.properties | {"source": rows.source})
            changed[rows.id] = rows
            renamed.pop(rows.id, None)
        state[rows.id] = _Held(rows.source, rows.sha256, rows.fingerprint, rows.bodies)
    if changed:
        apply_change(statements, changed, {id_: held[id_].bodies for id_ in changed if id_ in held})
    statements.write("write/sources", [{"document": id_, "source": renamed[id_]} for id_ in sorted(renamed)])
    counts = statements.find("read/unresolved", "ids", sorted({rows.id for rows in records}))
    unresolved = {row["id"]: row["unresolved"] for row in counts}
    return [_result(rows, outcome, unresolved) for rows, outcome in zip(records, outcomes, strict=True)]


def _outcome(rows: DocumentRows, now: _Held | None, replace_texts: bool) -> str | DocumentConflictError:
    if now is None:
        return "created"
    if now.sha256 != rows.sha256 and not replace_texts:
        return DocumentConflictError(rows.id, now.source, rows.source)
    return "unchanged" if now.fingerprint == rows.fingerprint else "replaced"


def _result(rows: DocumentRows, outcome: str | DocumentConflictError, unresolved: Mapping[str, int]) -> PutResult:
    if isinstance(outcome, DocumentConflictError):
        return refused(rows.source, rows.id, outcome)
    return PutResult(rows.source, rows.id, outcome, len(rows.citations), len(rows.tasks), unresolved.get(rows.id, 0))
