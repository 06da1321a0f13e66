"""The example of every document type and of every law is read as its row says."""

import pytest

from loaders.extraction import extract_document
from loaders.facts_files import read_facts
from loaders.law_names import find_law_names

_TYPES = tuple(read_facts("document_types.csv"))
_LAWS = tuple(read_facts("laws.csv"))
_NOT_CITED_ALONE = ("Danh mục",)
"""What is only part of an act: its example cites the act."""


@pytest.mark.parametrize("row", _TYPES, ids=lambda row: f"{row['type']}-{row['code']}")
def test_example_of_a_document_type(row: dict[str, str]) -> None:
    example = row["example"]
    first = extract_document(f"Theo {example} đã nêu.", "row").citations[0]
    assert row["source"]
    if row["type"] in _NOT_CITED_ALONE:
        assert first.quote in example
    else:
        assert (first.type, example.startswith(first.quote)) == (row["type"], True)


@pytest.mark.parametrize("row", _LAWS, ids=lambda row: f"{row['kind']} {row['name']}")
def test_example_of_a_law(row: dict[str, str]) -> None:
    whole = f"{row['kind']} {row['name']}"
    assert row["source"]
    assert whole in {law.name for law in find_law_names(f"theo {row['example']} và các văn bản hướng dẫn")}
