"""Citations out of a document and of it, and its text."""

import pytest

from cypher.document_parts import get_text, list_citations
from cypher.errors import TextNotHeldError, UnknownDocumentIdError
from cypher.pages import Wanted
from cypher.store import Store
from tests.cypher.records_for_tests import KH7_CHO_LACH, KH12_SO, KH5798, LAW, NQ32, Cite, Named, make_record
from tests.cypher.shelf import Shelf

_SO_PLAN = make_record(
    KH12_SO, Cite(KH5798, "IMPLEMENTS"), Cite(NQ32, "IMPLEMENTS", owner=0), Cite(LAW, "BASED_ON"), Cite(NQ32, "CITES")
)
_DISTRICT_PLAN = make_record(KH7_CHO_LACH, Cite(NQ32, "IMPLEMENTS"), source="b.txt")


@pytest.fixture
def cited(shelf: Shelf) -> Store:
    return shelf.holding(_SO_PLAN, _DISTRICT_PLAN)


@pytest.mark.parametrize(
    ("document", "incoming", "relation", "expected"),
    [
        (KH12_SO, False, None, [(KH12_SO, KH5798), (KH5798, NQ32), (KH12_SO, LAW), (KH12_SO, NQ32)]),
        (KH12_SO, False, "IMPLEMENTS", [(KH12_SO, KH5798), (KH5798, NQ32)]),
        (KH12_SO, True, None, []),
        (NQ32, False, None, []),
        (NQ32, True, None, [(KH5798, NQ32), (KH12_SO, NQ32), (KH7_CHO_LACH, NQ32)]),
        (NQ32, True, "CITES", [(KH12_SO, NQ32)]),
    ],
)
def test_citations_out_of_a_document_and_of_it(
    cited: Store, document: Named, incoming: bool, relation: str | None, expected: list[tuple[Named, Named]]
) -> None:
    page = cited.read(
        lambda statements: list_citations(statements, document.id, incoming, relation, Wanted(total=True))
    )
    assert sorted((one.subject.id, one.document.id) for one in page.results) == sorted(
        (subject.id, of.id) for subject, of in expected
    )
    assert (page.total, page.next) == (len(expected), None)
    texts = {record.document_id: record.text for record in (_SO_PLAN, _DISTRICT_PLAN)}
    for one in (result.evidence for result in page.results):
        assert texts[one.document][one.start : one.end] == one.quote


def test_pages_of_citations_follow_each_other(cited: Store) -> None:
    whole = cited.read(lambda statements: list_citations(statements, KH12_SO.id, False, None, Wanted()))
    first = cited.read(lambda statements: list_citations(statements, KH12_SO.id, False, None, Wanted(3)))
    rest = cited.read(lambda statements: list_citations(statements, KH12_SO.id, False, None, Wanted(3, first.next)))
    assert (first.results + rest.results, rest.next) == (whole.results, None)


def test_the_text_of_a_held_document(cited: Store) -> None:
    found = cited.read(lambda statements: get_text(statements, KH12_SO.id))
    assert (found.source, found.sha256, found.text) == ("a.txt", _SO_PLAN.sha256, _SO_PLAN.text)
    with pytest.raises(TextNotHeldError):
        cited.read(lambda statements: get_text(statements, NQ32.id))


def test_what_is_not_there(store: Store) -> None:
    with pytest.raises(UnknownDocumentIdError):
        store.read(lambda statements: list_citations(statements, "vn:nothing", False, None, Wanted()))
    with pytest.raises(UnknownDocumentIdError):
        store.read(lambda statements: get_text(statements, "vn:nothing"))
