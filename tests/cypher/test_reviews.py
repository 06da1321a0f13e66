"""What people decide about pairs: it holds whatever is loaded, loaded again or removed later."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from cypher.errors import ReviewError, UnknownDocumentIdError
from cypher.mention_lookup import look_up_citations
from cypher.pages import Wanted
from cypher.reviews import Decision
from cypher.store import Store
from loaders.identity import document_id
from loaders.numbers import parse_document_number
from loaders.records import Record
from tests.cypher.graph_dump import Graph
from tests.cypher.records_for_tests import (
    NQ32,
    NQ32_OF_2023,
    NQ32_OPEN,
    SO_GDDT,
    UBND_BEN_TRE,
    Cite,
    Named,
    make_record,
)

_WORDS = "Tăng cường nguồn lực phát triển giáo dục và đào tạo đáp ứng yêu cầu đổi mới"
_SCHEME = Named("Đề án", None, UBND_BEN_TRE, 2023, title=_WORDS)
_LONGER = replace(_SCHEME, issuer=None, year=None, title=f"{_WORDS} trên địa bàn tỉnh")
_ACCEPT = Decision("accepted", "an", "2026-11-25T10:00:00Z", "cùng một đề án")
_REJECT = Decision("rejected", "an", "2026-11-25T11:00:00Z")


def _citing(number: int, *named: Named) -> Record:
    cites = (Cite(one, "IMPLEMENTS") for one in named)
    return make_record(Named("Kế hoạch", f"{number}/KH-SGDĐT", SO_GDDT, 2024), *cites, source=f"{number}.txt")


def _blank_plan() -> Record:
    """A plan whose page leaves the number blank."""
    named = Named("Kế hoạch", None, UBND_BEN_TRE, 2024, title="Thực hiện nghị quyết")
    number = parse_document_number("/KH-UBND")
    id_ = document_id(UBND_BEN_TRE.id.removeprefix("body:"), "Kế hoạch", 2024, None, number, named.title)
    return replace(make_record(named, Cite(NQ32, "IMPLEMENTS"), source="blank.txt"), document_id=id_)


_NUMBERED = Named("Kế hoạch", "142/KH-UBND", UBND_BEN_TRE, 2024)


def _traced(store: Store, id_: str) -> set[str]:
    return {result.document.id for result in store.trace(id_).results}


def _put(store: Store, records: Sequence[Record]) -> None:
    assert all(result.refusal is None for result in store.put_many(records))


def test_an_open_pair_is_listed_with_score_and_reason(store: Store) -> None:
    _put(store, [_citing(1, _SCHEME), _citing(2, _LONGER)])
    page = store.list_reviews(wanted=Wanted(total=True))
    assert page.total == 1
    review = page.results[0]
    assert (review.one, review.other, review.decision) == (_LONGER.id, _SCHEME.id, "open")
    assert review.one_document
    assert review.one_document.title == _LONGER.title
    assert review.score
    assert "names alike" in str(review.reason)
    assert store.list_reviews(("accepted", "rejected")).results == ()


def test_accepted_documents_are_one_for_every_question(store: Store) -> None:
    _put(store, [_citing(1, _SCHEME), _citing(2, _LONGER)])
    store.decide_review(_LONGER.id, _SCHEME.id, _ACCEPT)
    assert store.get_document(_LONGER.id) is None
    assert _traced(store, _SCHEME.id) == {_citing(1).document_id, _citing(2).document_id}
    for name in (_LONGER.id, f"Đề án {_LONGER.title}", f"de an {_WORDS}"):
        assert [one.id for one in store.find_documents(name)] == [_SCHEME.id]
    assert store.list_reviews().results == ()
    (meant,) = store.read(lambda statements: look_up_citations(statements, _citing(3, _LONGER).citations))
    assert meant.document
    assert meant.document.id == _SCHEME.id
    kept = store.list_reviews(("accepted",)).results[0]
    assert (kept.by, kept.at, kept.note) == (_ACCEPT.by, _ACCEPT.at, _ACCEPT.note)
    _put(store, [_citing(3, _LONGER)])
    assert _citing(3).document_id in _traced(store, _SCHEME.id)


def test_a_decision_can_be_changed(store: Store, graph: Graph) -> None:
    _put(store, [_citing(1, _SCHEME), _citing(2, _LONGER)])
    store.decide_review(_SCHEME.id, _LONGER.id, _REJECT)
    rejected = graph.dump()
    store.decide_review(_SCHEME.id, _LONGER.id, _ACCEPT)
    store.decide_review(_LONGER.id, _SCHEME.id, _REJECT)
    assert graph.dump() == rejected
    assert _traced(store, _SCHEME.id) == {_citing(1).document_id}


def test_a_rejected_pair_is_never_offered_again(store: Store) -> None:
    _put(store, [_citing(1, _SCHEME), _citing(2, _LONGER)])
    store.decide_review(_LONGER.id, _SCHEME.id, _REJECT)
    assert store.list_reviews().results == ()
    store.remove(_citing(2).document_id)
    assert store.get_document(_LONGER.id) is None
    _put(store, [_citing(3, _LONGER), _citing(1, _SCHEME)])
    assert store.get_document(_LONGER.id)
    assert store.list_reviews().results == ()
    assert store.list_reviews(("rejected",)).results[0].by == "an"


def test_a_mention_does_not_mean_what_was_rejected(store: Store) -> None:
    _put(store, [_citing(1, NQ32), _citing(2, NQ32_OPEN)])
    assert store.get_document(NQ32_OPEN.id) is None
    _put(store, [_citing(3, NQ32_OF_2023)])
    store.decide_review(NQ32_OPEN.id, NQ32.id, _REJECT)
    assert _traced(store, NQ32_OF_2023.id) == {_citing(2).document_id, _citing(3).document_id}
    assert _traced(store, NQ32.id) == {_citing(1).document_id}


def test_a_plan_with_a_blank_number_takes_that_of_the_citations_decided_to_mean_it(store: Store, graph: Graph) -> None:
    blank = _blank_plan()
    _put(store, [blank, _citing(1, _NUMBERED)])
    alone = graph.dump()
    store.decide_review(blank.document_id, _NUMBERED.id, _ACCEPT)
    detail = store.get_document(blank.document_id)
    assert detail is not None
    assert (detail.summary.code, detail.summary.held) == ("142/KH-UBND", True)
    assert [one.id for one in store.find_documents("142/KH-UBND")] == [blank.document_id]
    assert _traced(store, NQ32.id) == {blank.document_id, _citing(1).document_id}
    without_year = replace(_NUMBERED, year=None)
    _put(store, [_citing(2, without_year)])
    assert _traced(store, blank.document_id) == {_citing(1).document_id, _citing(2).document_id}
    store.remove(_citing(2).document_id)
    store.decide_review(blank.document_id, _NUMBERED.id, _REJECT)
    assert [line for line in graph.dump() if "Review" not in line] == alone


def test_three_documents_decided_to_be_one(store: Store, graph: Graph) -> None:
    third = replace(_SCHEME, title=f"{_WORDS} của tỉnh Bến Tre")
    _put(store, [_citing(1, _SCHEME), _citing(2, _LONGER), _citing(3, third)])
    store.decide_review(_LONGER.id, _SCHEME.id, _ACCEPT)
    store.decide_review(third.id, _LONGER.id, _ACCEPT)
    chosen = min(_SCHEME.id, third.id)
    assert _traced(store, chosen) == {_citing(number).document_id for number in (1, 2, 3)}
    merged = graph.dump()
    for number in (1, 2, 3):
        store.remove(_citing(number).document_id)
    _put(store, [_citing(3, third), _citing(1, _SCHEME), _citing(2, _LONGER)])
    assert graph.dump() == merged


@pytest.mark.parametrize("decision", [_ACCEPT, _REJECT])
def test_decisions_about_no_pair_are_refused(store: Store, decision: Decision) -> None:
    _put(store, [_citing(1, _SCHEME)])
    with pytest.raises(ReviewError, match="a document and itself"):
        store.decide_review(_SCHEME.id, _SCHEME.id, decision)
    with pytest.raises(UnknownDocumentIdError):
        store.decide_review(_SCHEME.id, "vn:-:ke-hoach:-:1-x", decision)
    assert store.list_reviews(("accepted", "rejected")).results == ()


def test_pages_of_reviews_follow_each_other(store: Store) -> None:
    variants = [replace(_SCHEME, title=f"{_WORDS} phần {word}") for word in ("một", "hai", "ba")]
    _put(store, [_citing(1, _LONGER, _SCHEME, *variants)])
    whole = store.list_reviews(wanted=Wanted(total=True))
    assert whole.total == len(whole.results) > 2
    first = store.list_reviews(wanted=Wanted(2))
    rest = store.list_reviews(wanted=Wanted(100, first.next))
    assert first.results + rest.results == whole.results
