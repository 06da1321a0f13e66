"""The synthetic corpus: what it claims of its texts is what stands in them."""

import json
from itertools import islice
from pathlib import Path

import pytest

from bench.corpus import Synthetic, documents, records, write
from loaders.extraction import extract_document
from loaders.reading import read_file
from loaders.records import Citation, Recipient, Record, Task

_HEADER = (
    "type", "number", "symbol", "code", "date", "place", "title", "title_start", "title_end", "issuer", "issuer_start",
    "issuer_end", "level", "province", "district", "commune", "signer", "signer_title", "body_end",
)  # fmt: skip
_CITATION = (
    "quote", "type", "code", "number", "symbol", "year", "term", "date", "title", "pinpoint", "relation",
    "owner", "document_id", "open",
)  # fmt: skip


@pytest.fixture(scope="module")
def corpus() -> tuple[Synthetic, ...]:
    return tuple(documents(3000))


def facts(record: Record) -> tuple[object, ...]:
    """What a record says, without how it was found."""
    return (
        record.document_id,
        {name: getattr(record.header, name) for name in _HEADER},
        [citation_facts(one) for one in record.citations],
        [task_facts(one) for one in record.tasks],
        [recipient_facts(one) for one in record.recipients],
    )


def citation_facts(citation: Citation) -> tuple[object, ...]:
    kinds = [defect.kind for defect in citation.defects]
    issuer = citation.issuer.id if citation.issuer else None
    return citation.start, citation.end, kinds, issuer, {name: getattr(citation, name) for name in _CITATION}


def task_facts(task: Task) -> tuple[object, ...]:
    when = task.deadline, task.deadline_date
    return task.start, task.end, task.text, task.section, task.heading, task.assigned, when, task.citations


def recipient_facts(recipient: Recipient) -> tuple[object, ...]:
    return recipient.start, recipient.end, recipient.text, recipient.purpose, recipient.body


def test_extraction_reads_what_is_true_of_the_texts(corpus: tuple[Synthetic, ...]) -> None:
    """Of every fifteenth document, so that all fields, years and levels are among them."""
    for document in islice(corpus, 0, None, 15):
        read = extract_document(document.record.text, document.record.source)
        assert facts(read) == facts(document.record), document.record.source


def test_the_same_seed_gives_the_same_documents_and_more_are_a_continuation(corpus: tuple[Synthetic, ...]) -> None:
    assert list(records(300)) == [document.record for document in corpus[:300]]
    assert [record.sha256 for record in records(300, seed=2)] != [one.record.sha256 for one in corpus[:300]]


def test_ids_are_of_one_document_each_and_citations_lead_upwards(corpus: tuple[Synthetic, ...]) -> None:
    held = {document.record.document_id for document in corpus}
    assert len(held) == len({document.act.id for document in corpus}) == len(corpus)
    seen: set[str] = set()
    for document in corpus:
        local = document.record.header.level != "central"
        assert not local or seen & set(document.meant), document.record.source
        seen.add(document.act.id)


def test_misprints_and_gaps_hide_the_document_that_is_meant(corpus: tuple[Synthetic, ...]) -> None:
    citations = [
        (one, meant)
        for document in corpus
        for one, meant in zip(document.record.citations, document.meant, strict=True)
    ]
    kinds = {defect.kind for one, _ in citations for defect in one.defects}
    assert kinds == {"missing_date", "missing_hyphen", "stray_space", "look_alike_letter", "wrong_term"}
    hidden = {defect.kind for one, meant in citations if one.document_id != meant for defect in one.defects}
    assert hidden == {"missing_date", "wrong_term"}
    blank = [document for document in corpus if document.record.header.number is None]
    assert 0.02 < len(blank) / len(corpus) < 0.06
    assert all(document.record.document_id != document.act.id for document in blank)


def test_hubs_and_lengths_are_like_those_of_real_plans(corpus: tuple[Synthetic, ...]) -> None:
    law = "vn:quoc-hoi:luat:2015:x84cc47f3"
    assert sum(law in document.meant for document in corpus) > 0.9 * len(corpus)
    lengths = sorted(len(document.record.text) for document in corpus)
    assert lengths[len(corpus) // 10] < 6000 < lengths[len(corpus) // 2] < 12000 < lengths[len(corpus) * 9 // 10]


def test_the_files_are_the_texts_and_the_truth_has_a_line_for_each(tmp_path: Path) -> None:
    write(tmp_path, 40)

    lines = [json.loads(line) for line in (tmp_path / "truth.jsonl").read_text().splitlines()]
    assert [line["source"] for line in lines] == [f"0000/{number:07}.txt" for number in range(40)]
    for line, record in zip(lines, records(40), strict=True):
        text = read_file(tmp_path / "texts" / line["source"])
        assert text == record.text
        assert [text[one["start"] : one["end"]] for one in line["citations"]] == [
            record.text[one.start : one.end] for one in record.citations
        ]
        assert len(line["tasks"]) == len(record.tasks)
