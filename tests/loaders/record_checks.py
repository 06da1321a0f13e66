"""What holds of every record, whatever the text: checked by the tests and by `bench.fuzz`."""

import json

from loaders.extraction import extract_document
from loaders.normalise import squeeze
from loaders.record_json import record_to_json
from loaders.records import LEVELS, PASSIVE_RELATIONS, RELATIONS, Record


def check_text(text: str) -> Record:
    """The record of `text`, which was found sound; raises AssertionError, or whatever extraction raises."""
    record = extract_document(text, "text")
    check_record(record)
    return record


def check_record(record: Record) -> None:
    """Raises AssertionError where a span, an index or a value of the record cannot be right."""
    _check_header(record)
    _check_citations(record)
    _check_tasks(record)
    for recipient in record.recipients:
        _check_span(record.text, recipient.start, recipient.end)
        assert squeeze(recipient.text) == recipient.text, recipient
        assert recipient.text, recipient
    printed = record_to_json(record)
    assert json.loads(json.dumps(printed, ensure_ascii=False)) == printed
    assert not _empty_strings(printed), _empty_strings(printed)


def _check_span(text: str, start: int, end: int) -> None:
    assert 0 <= start < end <= len(text), (start, end, len(text))
    assert text[start:end].strip(), (start, end, text[start:end])


def _check_header(record: Record) -> None:
    header, size = record.header, len(record.text)
    for start, end in ((header.title_start, header.title_end), (header.issuer_start, header.issuer_end)):
        assert (start is None) == (end is None), header
        if start is not None and end is not None:
            _check_span(record.text, start, end)
    assert 0 <= header.body_start <= (size if header.body_end is None else header.body_end) <= size, header
    assert header.level is None or header.level in LEVELS, header
    assert record.document_id.startswith("vn:"), record.document_id
    assert record.document_id.count(":") == 4, record.document_id


def _check_citations(record: Record) -> None:
    text, citations = record.text, record.citations
    starts = [c.start for c in citations]
    assert starts == sorted(starts), starts
    for index, citation in enumerate(citations):
        _check_span(text, citation.start, citation.end)
        assert squeeze(text[citation.start : citation.end]) == citation.quote, citation
        assert 0 <= citation.context_start <= citation.start, citation
        assert citation.end <= citation.context_end <= len(text), citation
        assert citation.relation in RELATIONS or citation.relation in PASSIVE_RELATIONS, citation
        assert 0 < citation.confidence <= 1, citation
        assert citation.rule, citation
        assert citation.code or citation.title, citation
        assert citation.document_id.count(":") == 4, citation
        assert citation.owner != index, citation
        assert citation.owner is None or 0 <= citation.owner < len(citations), citation
        seen = {index}
        owner = citation.owner
        while owner is not None:
            assert owner not in seen, (citation, "its owners form a circle")
            seen.add(owner)
            owner = citations[owner].owner


def _check_tasks(record: Record) -> None:
    for task in record.tasks:
        _check_span(record.text, task.start, task.end)
        assert task.text, task
        assert list(task.citations) == sorted(set(task.citations)), task
        assert all(0 <= index < len(record.citations) for index in task.citations), task
        for assignment in task.assigned:
            assert assignment.role in ("lead", "coordinate", "all"), assignment
            assert assignment.text, assignment
            assert (assignment.start is None) == (assignment.end is None), assignment
            if assignment.start is not None and assignment.end is not None:
                _check_span(record.text, assignment.start, assignment.end)


def _empty_strings(value: object, path: str = "") -> list[str]:
    """Where a JSON value holds an empty string: what is not stated is null."""
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in _empty_strings(inner, f"{path}.{key}")]
    if isinstance(value, list):
        return [found for i, inner in enumerate(value) for found in _empty_strings(inner, f"{path}[{i}]")]
    return [path] if value == "" else []
