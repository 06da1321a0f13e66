"""Parameter rows of a record: what one text says, as the statements write it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final, TypeAlias

import orjson

from cypher.misprints import meant_by, number_of
from cypher.names import Reading, id_parts, name_key, number_key, symbol_key
from loaders.normalise import squeeze
from loaders.records import PASSIVE_RELATIONS, Body, Citation, Header, Place, Record, Task

Row: TypeAlias = dict[str, Any]

ROWS_VERSION: Final = 6
"""Raised when the same record gives other rows, so that what was loaded before is written again."""

_SELF: Final = "the text names nobody and only the issuer can do it"
_LEVEL_LABELS: Final = {"central": "Central", "province": "Provincial", "district": "District", "commune": "Commune"}


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """One record, ready to be written."""

    id: str
    source: str
    sha256: str
    text: str
    fingerprint: str
    """Equal for records that give equal rows, the source aside."""
    properties: Row
    """Of the Document, without what others' citations state about it."""
    issuer: Row | None
    citations: tuple[Row, ...]
    """`properties` of the node and what places it: document, reading, owner, relation, states."""
    tasks: tuple[Row, ...]
    """`properties` of the node, the bodies to which it is assigned, and the ids of the citations in it."""
    recipients: tuple[Row, ...]
    bodies: Mapping[str, str]
    """Id of each body that the record mentions -> its facts as JSON."""
    places: Mapping[str, Row]

    def text_properties(self) -> Row:
        """Of the Text node."""
        return {
            "document": self.id,
            "sha256": self.sha256,
            "text": self.text,
            "source": self.source,
            "fingerprint": self.fingerprint,
            "bodies": _compact(dict(self.bodies)),
        }


def make_rows(record: Record) -> DocumentRows:
    """The rows of a record."""
    document, bodies = record.document_id, tuple(_bodies_of(record))
    return DocumentRows(
        id=document,
        source=record.source,
        sha256=record.sha256,
        text=record.text,
        fingerprint=sha256(orjson.dumps((ROWS_VERSION, replace(record, source="", text="")))).hexdigest(),
        properties=_document_properties(record),
        issuer=_issuer_row(record),
        citations=tuple(_citation_row(record, index) for index in range(len(record.citations))),
        tasks=tuple(_task_row(record, index) for index in range(len(record.tasks))),
        recipients=tuple(
            {"document": document, "body": recipient.body.id, "properties": _without_body(recipient)}
            for recipient in record.recipients
            if recipient.body
        ),
        bodies={body.id: _body_facts(body) for body in bodies},
        places={place.id: _place_row(place) for body in bodies for place in _places_of(body.place)},
    )


def citation_id(document_id: str, index: int) -> str:
    """Ids of a document's citations sort in the order of the text."""
    return f"{document_id}#c{index:05}"


def task_id(document_id: str, index: int) -> str:
    return f"{document_id}#t{index:05}"


def reading_of(citation: Citation) -> Reading:
    """What a citation says about which document it means; of a misprinted number, what it must mean."""
    meant, _ = meant_by(citation)
    name = name_key(meant.type, meant.title) if id_parts(meant.document_id).number is None else None
    return Reading(meant.document_id, meant.date, name)


def edge_key(subject: str, relation: str, target: str) -> str | None:
    """`origin|TYPE|target` of the typed edge that a citation supports; None where it would lead back to its origin."""
    if subject == target:
        return None
    if relation in PASSIVE_RELATIONS:
        return f"{target}|{PASSIVE_RELATIONS[relation]}|{subject}"
    return f"{subject}|{relation}|{target}"


def label_of(held: bool, party: bool, level: str | None) -> str | None:
    """The second label of a document, by which Neo4j Browser colours it."""
    if not held:
        return "NotHeld"
    return "Party" if party else _LEVEL_LABELS.get(level or "")


def identity_properties(document_id: str) -> Row:
    """What the id alone says."""
    parts = id_parts(document_id)
    return {
        "id": document_id,
        "open": parts.open,
        "number_key": number_key(document_id),
        "symbol_key": symbol_key(document_id),
        "year": int(parts.when) if parts.when and parts.when.isdecimal() else None,
        "term": parts.when if parts.when and not parts.when.isdecimal() else None,
    }


def _document_properties(record: Record) -> Row:
    header, identity = record.header, identity_properties(record.document_id)
    party = _is_party(header.issuer, header.code)
    return identity | {
        "held": True,
        "source": record.source,
        "type": header.type,
        "number": header.number,
        "symbol": header.symbol,
        "code": header.code if header.number else None,
        "date": header.date,
        "year": identity["year"] or _year_of(header.date),
        "place": header.place,
        "title": header.title,
        "level": header.level,
        "province": header.province,
        "district": header.district,
        "commune": header.commune,
        "state_or_party": "party" if party else "state",
        "signer": header.signer,
        "signer_title": header.signer_title,
        "own_date": header.date,
        "name_key": name_key(header.type, header.title),
        "recipients": [_compact(_recipient(r)) for r in record.recipients],
    }


def _issuer_row(record: Record) -> Row | None:
    header = record.header
    if header.issuer is None:
        return None
    properties: Row = {"document": record.document_id}
    if header.issuer_start is not None and header.issuer_end is not None:
        start, end = header.issuer_start, header.issuer_end
        properties |= {"quote": squeeze(record.text[start:end]), "start": start, "end": end}
    if header.issuer_inferred or header.issuer_start is None:
        properties |= {"inferred": True, "why": "no letterhead names it; read from the body or the number of the text"}
    return {"document": record.document_id, "body": header.issuer.id, "properties": properties}


def _citation_row(record: Record, index: int) -> Row:
    citation, document = record.citations[index], record.document_id
    meant, how = meant_by(citation)
    completed = (*citation.completed, ("number", how)) if how else citation.completed
    return {
        "id": citation_id(document, index),
        "document": document,
        "reading": reading_of(citation).key,
        "owner": None if citation.owner is None else citation_id(document, citation.owner),
        "relation": citation.relation,
        "states": _states(meant),
        "properties": {
            "quote": citation.quote,
            "start": citation.start,
            "end": citation.end,
            "context": squeeze(record.text[citation.context_start : citation.context_end]),
            "context_start": citation.context_start,
            "context_end": citation.context_end,
            "code": citation.code,
            "pinpoint": citation.pinpoint,
            "rule": citation.rule,
            "confidence": citation.confidence,
            "defects": [f"{defect.kind}: {defect.text}" for defect in citation.defects],
            "completed": [f"{field}: {how}" for field, how in completed],
        },
    }


def _states(citation: Citation) -> str:
    """What a citation states about the document it cites, as JSON of strings."""
    issuer = citation.issuer
    place = [issuer.id, issuer.level, issuer.province, issuer.district, issuer.commune] if issuer else None
    stated: dict[str, str | None] = {
        "type": citation.type,
        "date": citation.date,
        "year": str(citation.year) if citation.year else _year_text(citation.date),
        "term": citation.term,
        "title": citation.title,
        "name": name_key(citation.type, citation.title),
        "number": _compact([citation.code, citation.number, citation.symbol]) if citation.code else None,
        "issuer": _compact(place) if place else None,
        "party": "party" if _is_party(issuer, citation.code) else "state",
    }
    return _compact({field: value for field, value in stated.items() if value is not None})


def _task_row(record: Record, index: int) -> Row:
    task = record.tasks[index]
    assigned = list(_assigned(record.header, task))
    return {
        "document": record.document_id,
        "properties": {
            "id": task_id(record.document_id, index),
            "ordinal": index + 1,
            "text": task.text,
            "start": task.start,
            "end": task.end,
            "section": task.section,
            "heading": task.heading,
            "deadline_text": task.deadline,
            "deadline": task.deadline_date,
            "assigned": [_compact(item) for item in assigned],
        },
        "assigned": [_assignment(item) for item in assigned if item["body"] is not None],
        "citations": [citation_id(record.document_id, cited) for cited in task.citations],
    }


def _assigned(header: Header, task: Task) -> Iterator[Row]:
    """Each assignment of a task; one that names nobody falls to the issuer, and says so."""
    for assignment in task.assigned:
        body, inferred = assignment.body, assignment.start is None
        if body is None and assignment.text == "self":
            body = header.issuer
        row: Row = {"text": assignment.text, "role": assignment.role, "body": body.id if body else None}
        yield row | (
            {"inferred": True, "why": _SELF if assignment.text == "self" else "the text addresses everybody"}
            if inferred
            else {"start": assignment.start, "end": assignment.end}
        )


def _assignment(item: Row) -> Row:
    properties = {name: value for name, value in item.items() if name not in ("body", "text")}
    if "start" in item:
        properties["quote"] = item["text"]
    return {"body": item["body"], "properties": properties}


def _recipient(recipient: Any) -> Row:
    return _without_body(recipient) | {"body": recipient.body.id if recipient.body else None}


def _without_body(recipient: Any) -> Row:
    return {"quote": recipient.text, "purpose": recipient.purpose, "start": recipient.start, "end": recipient.end}


def _bodies_of(record: Record) -> Iterator[Body]:
    """Each body that the record mentions, and those that it is part of; perhaps more than once."""
    named: Iterable[Body | None] = (
        record.header.issuer,
        *(citation.issuer for citation in record.citations),
        *(recipient.body for recipient in record.recipients),
        *(assignment.body for task in record.tasks for assignment in task.assigned),
    )
    for body in {body.id: body for body in named if body}.values():
        above: Body | None = body
        while above is not None:
            stands_for = above.part_of is not None and above.part_of.id == above.id
            if not stands_for:  # a post and the body that it stands for are one
                yield above
            above = above.part_of


@lru_cache(maxsize=8192)
def _body_facts(body: Body) -> str:
    return _compact(
        {
            "id": body.id,
            "name": body.name,
            "kind": body.kind,
            "level": body.level,
            "province": body.province,
            "district": body.district,
            "commune": body.commune,
            "place": body.place.id if body.place else None,
            "part_of": body.part_of.id if body.part_of else None,
        }
    )


def _places_of(place: Place | None) -> Iterator[Place]:
    """A place, those that it is part of and those that it became."""
    if place is not None:
        yield place
        yield from _places_of(place.part_of)
        yield from _places_of(place.merged_into)


@lru_cache(maxsize=8192)
def _place_row(place: Place) -> Row:
    return {
        "id": place.id,
        "properties": {
            "id": place.id,
            "code": place.code,
            "name": place.name,
            "kind": place.kind,
            "level": place.level,
            "valid_from": place.valid_from,
            "valid_to": place.valid_to,
        },
        "part_of": place.part_of.id if place.part_of else None,
        "merged_into": place.merged_into.id if place.merged_into else None,
        "merged_on": place.merged_on,
    }


def _is_party(issuer: Body | None, code: str | None) -> bool:
    if issuer is not None and issuer.kind == "party":
        return True
    number = number_of(code) if code else None
    return number is not None and number.party


def _year_of(date: str | None) -> int | None:
    return int(date[:4]) if date and date[:4].isdecimal() else None


def _year_text(date: str | None) -> str | None:
    year = _year_of(date)
    return str(year) if year else None


def _compact(value: Any) -> str:
    return orjson.dumps(value).decode()
