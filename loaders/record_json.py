"""Records as JSON objects, one a document: what `vanban extract` prints."""

from typing import Any

from loaders.records import Assignment, Body, Citation, Header, Recipient, Record, Task


def record_to_json(record: Record) -> dict[str, Any]:
    """The record as plain values; keys without a value are there with null."""
    return {
        "source": record.source,
        "id": record.document_id,
        "sha256": record.sha256,
        "document": _header(record.header),
        "recipients": [_recipient(r) for r in record.recipients],
        "citations": [_citation(c) for c in record.citations],
        "tasks": [_task(t) for t in record.tasks],
    }


def _body(body: Body | None) -> dict[str, str | None] | None:
    return {"id": body.id, "name": body.name} if body else None


def _header(header: Header) -> dict[str, Any]:
    return {
        "type": header.type,
        "number": header.number,
        "symbol": header.symbol,
        "code": header.code,
        "date": header.date,
        "place": header.place,
        "title": header.title,
        "issuer": _body(header.issuer),
        "issuer_inferred": header.issuer_inferred,
        "level": header.level,
        "province": header.province,
        "district": header.district,
        "commune": header.commune,
        "signer": header.signer,
        "signer_title": header.signer_title,
    }


def _recipient(recipient: Recipient) -> dict[str, Any]:
    return {
        "text": recipient.text,
        "purpose": recipient.purpose,
        "start": recipient.start,
        "end": recipient.end,
        "body": _body(recipient.body),
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "context_start": citation.context_start,
        "context_end": citation.context_end,
        "code": citation.code,
        "title": citation.title,
        "type": citation.type,
        "number": citation.number,
        "symbol": citation.symbol,
        "year": citation.year,
        "term": citation.term,
        "date": citation.date,
        "issuer": _body(citation.issuer),
        "pinpoint": citation.pinpoint,
        "relation": citation.relation,
        "from": citation.owner,
        "rule": citation.rule,
        "confidence": citation.confidence,
        "id": citation.document_id,
        "open": citation.open,
        "defects": [{"kind": d.kind, "text": d.text} for d in citation.defects],
        "completed": dict(citation.completed),
    }


def _assignment(assignment: Assignment) -> dict[str, Any]:
    return {
        "text": assignment.text,
        "role": assignment.role,
        "start": assignment.start,
        "end": assignment.end,
        "body": _body(assignment.body),
    }


def _task(task: Task) -> dict[str, Any]:
    return {
        "start": task.start,
        "end": task.end,
        "text": task.text,
        "section": task.section,
        "heading": task.heading,
        "assigned": [_assignment(a) for a in task.assigned],
        "deadline": task.deadline,
        "deadline_date": task.deadline_date,
        "citations": list(task.citations),
    }
