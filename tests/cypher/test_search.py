"""Searching documents by words and numbers, and suggestions while somebody types."""

import itertools

import pytest

from cypher.pages import Wanted
from cypher.results import DocumentFilters, DocumentSummary
from cypher.store import Store
from cypher.task_lists import TaskFilters, list_body_tasks, list_tasks
from tests.cypher.records_for_tests import (
    ASSEMBLY,
    GOVERNMENT,
    KH7_CHO_LACH,
    KH12_SO,
    KH5798,
    LAW,
    LAW_OF_2010,
    NQ32,
    NQ32_OF_2023,
    SO_GDDT,
    UBND_BEN_TRE,
    UBND_CHO_LACH,
    Cite,
    Named,
    Order,
    make_record,
)

_DIRECTIVE = Named("Chỉ thị", "32/CT-TTg", None, 2020, title="Nhiệm vụ trọng tâm của ngành giáo dục")
_AMENDING = Named("Luật", "25/2025/QH15", ASSEMBLY, 2025, title="Sửa đổi, bổ sung một số điều của Luật Thanh tra")
_REFORM = Named("Đề án", None, UBND_BEN_TRE, 2023, title="Đổi mới chương trình giáo dục phổ thông")
_ROADS = Named(
    "Kế hoạch", "132/KH-UBND", UBND_CHO_LACH, 2024, title="Phát triển giao thông nông thôn theo Nghị quyết 32"
)
_GDDT = Named("Báo cáo", "9/BC-SGDĐT", SO_GDDT, 2024, title="Kết quả của ngành GD&ĐT")
_TASKS = (
    Order("Sở Giáo dục và Đào tạo chủ trì rà soát đội ngũ giáo viên", ((SO_GDDT, "Sở Giáo dục và Đào tạo", "lead"),)),
    Order(
        "Ủy ban nhân dân huyện phối hợp rà soát trường lớp", ((UBND_CHO_LACH, "Ủy ban nhân dân huyện", "coordinate"),)
    ),
    Order("Bố trí kinh phí đầu tư đường giao thông", ((UBND_CHO_LACH, "Ủy ban", "lead"),), deadline="2024-09"),
)


@pytest.fixture(scope="module")
def library(schema_store: Store, database: object) -> Store:
    """A store with a few documents held and more cited, the same for all tests here."""
    database.wipe()  # type: ignore[attr-defined]
    schema_store.put(make_record(KH12_SO, *map(Cite, (NQ32, NQ32_OF_2023, _DIRECTIVE, LAW, LAW_OF_2010))))
    schema_store.put(make_record(KH7_CHO_LACH, *map(Cite, (_AMENDING, _REFORM, KH5798, NQ32, _GDDT)), source="b.txt"))
    schema_store.put(make_record(_ROADS, Cite(NQ32), source="c.txt", tasks=_TASKS))
    return schema_store


def _found(library: Store, words: str, filters: DocumentFilters | None = None) -> list[str]:
    return [one.id for one in library.search_documents(words, filters).results]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("32 nq cp", [NQ32_OF_2023, NQ32]),
        ("32/NQ-CP 2024", [NQ32, NQ32_OF_2023]),
        ("nghi quyet 32/nq-cp nam 2023", [NQ32_OF_2023, NQ32]),
        ("32/CT-TTg", [_DIRECTIVE]),
        ("Luật Thanh tra", [LAW_OF_2010, LAW, _AMENDING]),
        ("LUAT THANH TRA 2022", [LAW]),
        ("doi moi chuong trinh", [_REFORM]),
        ("Đổi mới", [_REFORM]),
        ("đề án đổi mới", [_REFORM]),
        ("báo cáo bến tre", [_GDDT]),
        ("giáo dục phổ thông", [_REFORM]),
        ("GD&ĐT", [_GDDT]),
        ("gd&đt ngành", [_GDDT]),
        ("nông thôn giao thông", [_ROADS]),
        ("giao thông ở mọi nơi khác", [_ROADS]),
        ("khoáng sản", []),
    ],
)
def test_what_is_meant_comes_first(library: Store, words: str, first: list[Named]) -> None:
    found = _found(library, words)
    assert found[: len(first)] == [one.id for one in first]
    assert bool(found) == bool(first)


def test_the_words_all_have_to_be_there_where_some_document_has_them(library: Store) -> None:
    assert _found(library, "giao thông nông thôn") == [_ROADS.id]
    assert set(_found(library, "luật thanh tra")) == {LAW.id, LAW_OF_2010.id, _AMENDING.id}


@pytest.mark.parametrize(
    "words",
    [
        "", "   ", "...", '"', "a AND b", "OR", "NOT", "AND OR NOT", "(", ")", "a AND (b OR", "*:*", "*", "?", "\\",
        "32/", "~ ^ { } [ ] !", "-", "&&", "||", "title:giáo", "id:*", "[a TO z]", "/.*/", "gi~2", "a^9", "x" * 5000,
        "\x00", "中文", "👍", "--", "d&&&d", "&", "a&", " ".join(f"w{n}" for n in range(500)), "' OR 1=1 //",
        "}) RETURN 1", "gi%C3", "\u202e", "ngày tháng năm", "2024",
    ],
)  # fmt: skip
def test_nothing_typed_is_an_operator(library: Store, words: str) -> None:
    library.search_documents(words)
    library.suggest_documents(words)
    if not any(letter.isalnum() for letter in words):
        assert _found(library, words) == []
        assert (
            _found(library, f"giáo dục {words}") == _found(library, f"{words} giáo dục") == _found(library, "giáo dục")
        )


def test_operators_between_words_are_words(library: Store) -> None:
    assert _found(library, 'đổi mới AND "chương trình" NOT (giáo dục)~ *')[0] == _REFORM.id


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (DocumentFilters(), {_REFORM, _DIRECTIVE}),
        (DocumentFilters(type="Đề án"), {_REFORM}),
        (DocumentFilters(issuer=UBND_BEN_TRE.id), {_REFORM}),
        (DocumentFilters(year=2020), {_DIRECTIVE}),
        (DocumentFilters(province="Bến Tre", held=False), {_REFORM}),
        (DocumentFilters(open=True), {_DIRECTIVE}),
        (DocumentFilters(held=True), set()),
        (DocumentFilters(issued_from="2021"), set()),
    ],
)
def test_filters_are_kept(library: Store, filters: DocumentFilters, expected: set[Named]) -> None:
    assert set(_found(library, "giáo dục", filters)) == {one.id for one in expected}


def test_filters_hold_for_numbers_too(library: Store) -> None:
    assert _found(library, "32/NQ-CP", DocumentFilters(year=2024)) == [NQ32.id]
    assert _found(library, "32/NQ-CP", DocumentFilters(issuer=GOVERNMENT.id)) == [NQ32_OF_2023.id, NQ32.id]
    assert _found(library, "32/NQ-CP", DocumentFilters(held=True)) == []


@pytest.mark.parametrize("words", ["32", "luật giáo dục", "kế hoạch"])
def test_pages_follow_each_other(library: Store, words: str) -> None:
    whole = library.search_documents(words, wanted=Wanted(100, total=True))
    assert whole.next is None
    assert whole.total == len(whole.results) > 1
    seen: list[DocumentSummary] = []
    after = None
    for _ in range(20):
        page = library.search_documents(words, wanted=Wanted(1, after))
        seen += page.results
        after = page.next
        if after is None:
            break
    assert tuple(seen) == whole.results


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("3", {NQ32, NQ32_OF_2023, _DIRECTIVE}),
        ("32", {NQ32}),
        ("32/N", {NQ32}),
        ("32 nq", {NQ32}),
        ("032/nq-c", {NQ32}),
        ("số 32/NQ", {NQ32}),
        ("nghị quyết 32", {NQ32, NQ32_OF_2023}),
        ("nq 32", {NQ32, NQ32_OF_2023}),
        ("579", {KH5798}),
        ("đổi m", {_REFORM}),
        ("doi moi chuong tr", {_REFORM}),
        ("d", {_REFORM, _DIRECTIVE, KH5798, KH12_SO, KH7_CHO_LACH, _AMENDING, _GDDT, _ROADS}),
        ("luat tha", {LAW, LAW_OF_2010}),
        ("gd&đ", {_GDDT}),
    ],
)
def test_suggestions_begin_as_typed(library: Store, typed: str, first: set[Named]) -> None:
    found = library.suggest_documents(typed, 5)
    assert 0 < len(found) <= 5
    assert found[0].id in {one.id for one in first}


def test_no_suggestion_for_what_nothing_begins_with(library: Store) -> None:
    for typed in ("", "zz", "999/ZZ", "khoáng s"):
        assert library.suggest_documents(typed) == ()
    assert library.suggest_documents("32", 0) == ()


def test_suggestions_grow_towards_a_name(library: Store) -> None:
    """Whatever part of a title is typed, the document is among the suggestions."""
    title = "doi moi chuong trinh giao duc pho thong"
    for end in itertools.takewhile(lambda at: at <= len(title), range(2, 99)):
        assert _REFORM.id in [one.id for one in library.suggest_documents(title[:end])]


@pytest.mark.parametrize(
    ("words", "filters", "body", "expected"),
    [
        ("ra soat", TaskFilters(), None, {0, 1}),
        ("rà soát giáo viên", TaskFilters(), None, {0}),
        ("đội ngũ", TaskFilters(), None, {0}),
        ("DAU TU", TaskFilters(), None, {2}),
        ("rà soát", TaskFilters(), SO_GDDT.id, {0}),
        ("rà soát", TaskFilters(role="coordinate"), None, {1}),
        ("rà soát", TaskFilters(role="lead"), UBND_CHO_LACH.id, set()),
        ("rà soát", TaskFilters(document=_ROADS.id), None, {0, 1}),
        ("rà soát", TaskFilters(document=NQ32.id), None, set()),
        ("rà soát", TaskFilters(has_deadline=True), None, set()),
        ("rà soát", TaskFilters(deadline_from="2020"), None, set()),
        ("rà soát ngân hàng", TaskFilters(), None, {0, 1}),
        ("ngân hàng", TaskFilters(), None, set()),
        ("", TaskFilters(), None, set()),
        ('") OR *:*', TaskFilters(), None, set()),
    ],
)
def test_tasks_by_their_words(
    library: Store, words: str, filters: TaskFilters, body: str | None, expected: set[int]
) -> None:
    page = library.search_tasks(words, filters, body, Wanted(total=True))
    assert {one.task.text for one in page.results} == {_TASKS[at].text for at in expected}
    assert page.total == len(expected)
    assert {one.document.id for one in page.results} <= {_ROADS.id}


@pytest.mark.parametrize(
    ("day", "due"),
    [("2024-08-31", True), ("2024-09", True), ("2024-09-30", True), ("2024-10-01", False), ("2025", False)],
)
def test_a_task_of_a_month_is_due_on_its_last_day(library: Store, day: str, due: bool) -> None:
    filters = TaskFilters(deadline_from=day)
    pages = [
        library.search_tasks("dau tu", filters, None, Wanted(total=True)),
        library.read(lambda statements: list_tasks(statements, filters, Wanted(total=True))),
        library.read(lambda statements: list_body_tasks(statements, UBND_CHO_LACH.id, filters, Wanted(total=True))),
    ]
    assert [(len(page.results), page.total) for page in pages] == [(int(due), int(due))] * 3


def test_pages_of_tasks_follow_each_other(library: Store) -> None:
    first = library.search_tasks("rà soát", wanted=Wanted(1))
    second = library.search_tasks("rà soát", wanted=Wanted(1, first.next))
    assert first.results + second.results == library.search_tasks("rà soát").results
    assert second.next is None
