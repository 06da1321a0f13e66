"""Which document a citation is related to, and how: the table of DOMAIN.md section 4, nested titles, lists."""

import pytest

from loaders.bodies import EMPTY_HOME
from loaders.citations import find_citations
from loaders.normalise import normalise
from loaders.records import Citation, Header

PLAN = Header(type="Kế hoạch", title="x", title_start=0, title_end=0, body_start=0)
DECISION = Header(type="Quyết định", title="x", title_start=0, title_end=0, body_start=0)
BODY = "\n\nI. NHIỆM VỤ\n\n"


def cite(text: str, header: Header = PLAN) -> list[tuple[str, str, str | None]]:
    """(what is cited, relation, what it starts from) of each citation."""
    citations = find_citations(normalise(text), text, header, EMPTY_HOME)
    return [(_name(c), c.relation, None if c.owner is None else _name(citations[c.owner])) for c in citations]


def _name(citation: Citation) -> str:
    return citation.code or citation.title or ""


def test_nested_titles_are_facts_about_other_documents() -> None:
    text = (
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/9/2024 của Ủy ban nhân dân tỉnh Bến Tre về việc triển khai thực hiện "
        "Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chính phủ ban hành Kế hoạch thực hiện Nghị quyết số "
        "686/NQ-UBTVQH15 của Ủy ban Thường vụ Quốc hội giám sát chuyên đề về việc thực hiện Nghị quyết số "
        "88/2014/QH13 và Nghị quyết số 51/2017/QH14 của Quốc hội về đổi mới sách giáo khoa."
    )
    assert cite(text) == [
        ("12/KH-UBND", "IMPLEMENTS", None),
        ("32/NQ-CP", "IMPLEMENTS", "12/KH-UBND"),
        ("686/NQ-UBTVQH15", "IMPLEMENTS", "32/NQ-CP"),
        ("88/2014/QH13", "SUPERVISES", "686/NQ-UBTVQH15"),
        ("51/2017/QH14", "SUPERVISES", "686/NQ-UBTVQH15"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;", [("Luật Giáo dục", "BASED_ON", None)]),
        (
            "Căn cứ Nghị định số 85/2023/NĐ-CP ngày 07/12/2023 của Chính phủ sửa đổi, bổ sung một số điều của "
            "Nghị định số 115/2020/NĐ-CP;",
            [("85/2023/NĐ-CP", "BASED_ON", None), ("115/2020/NĐ-CP", "AMENDS", "85/2023/NĐ-CP")],
        ),
        (
            "Căn cứ Nghị định số 156/2018/NĐ-CP của Chính phủ quy định chi tiết thi hành một số điều của Luật Lâm nghiệp "
            "được sửa đổi, bổ sung bởi Nghị định số 91/2024/NĐ-CP;",
            [
                ("156/2018/NĐ-CP", "BASED_ON", None),
                ("Luật Lâm nghiệp", "GUIDES", "156/2018/NĐ-CP"),
                ("91/2024/NĐ-CP", "AMENDED_BY", "156/2018/NĐ-CP"),
            ],
        ),
        (
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế số 46/2014/QH13;",
            [("46/2014/QH13", "BASED_ON", None), ("Luật Bảo hiểm y tế", "AMENDS", "46/2014/QH13")],
        ),
        (
            "Thực hiện Quy chế làm việc của cơ quan ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 01/02/2024;",
            [("Quy chế làm việc của cơ quan", "PROMULGATES", "12/QĐ-UBND"), ("12/QĐ-UBND", "IMPLEMENTS", None)],
        ),
        (
            "Thực hiện Quyết định số 12/QĐ-UBND ngày 01/02/2024 phê duyệt Đề án “Trường học xanh”;",
            [("12/QĐ-UBND", "IMPLEMENTS", None), ("Đề án Trường học xanh", "APPROVES", "12/QĐ-UBND")],
        ),
        ("Xét đề nghị của Sở Tài chính tại Tờ trình số 9/TTr-STC ngày 02/3/2024;", [("9/TTr-STC", "CITES", None)]),
        (
            "Thực hiện Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chính phủ; Công văn số 15/BGDĐT-GDTrH ngày 02/4/2024,",
            [("32/NQ-CP", "IMPLEMENTS", None), ("15/BGDĐT-GDTrH", "IMPLEMENTS", None)],
        ),
    ],
)
def test_preamble(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert cite(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Chỉ đạo các trường thực hiện Nghị định số 81/2021/NĐ-CP.", [("81/2021/NĐ-CP", "CITES", None)]),
        (
            "- Thực hiện theo Báo cáo số 417-BC/TU ngày 14/6/2023 về tổng kết 10 năm thực hiện Nghị quyết 29-NQ/TW.",
            [("417-BC/TU", "CITES", None), ("29-NQ/TW", "REPORTS_ON", "417-BC/TU")],
        ),
        (
            "- Áp dụng Thông tư 17,18,19/2018/TT-BGDĐT ngày 22/8/2018.",
            [(f"{n}/2018/TT-BGDĐT", "CITES", None) for n in (17, 18, 19)],
        ),
        (
            "- Theo các Công điện: số 7/CĐ-UBND ngày 17/11/2025, số 8/CĐ-UBND và số 9/CĐ-UBND ngày 19/11/2025.",
            [("7/CĐ-UBND", "CITES", None), ("8/CĐ-UBND", "CITES", None), ("9/CĐ-UBND", "CITES", None)],
        ),
    ],
)
def test_a_task_cites_whatever_its_verb(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert cite("Ủy ban nhân dân huyện lập kế hoạch như sau:" + BODY + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 20/2023/QĐ-UBND như sau:", "AMENDS"),
        ("Điều 1. Bãi bỏ toàn bộ Quyết định số 20/2023/QĐ-UBND.", "REPEALS"),
        ("Điều 2. Quyết định này thay thế Quyết định số 20/2023/QĐ-UBND.", "REPLACES"),
        ("Điều 1. Thay thế cụm từ “tỉnh” tại khoản 2 Điều 3 của Quyết định số 20/2023/QĐ-UBND.", "AMENDS"),
    ],
)
def test_enacting_clauses(text: str, expected: str) -> None:
    assert cite("QUYẾT ĐỊNH:\n\n" + text, DECISION)[-1] == ("20/2023/QĐ-UBND", expected, None)


def test_members_with_their_own_so_have_their_own_spans() -> None:
    text = "Theo Công điện số 7/CĐ-TTg ngày 17/11/2025 và số 8/CĐ-TTg ngày 19/11/2025."
    citations = find_citations(normalise(text), text, Header(), EMPTY_HOME)
    assert [c.quote for c in citations] == ["Công điện số 7/CĐ-TTg ngày 17/11/2025", "số 8/CĐ-TTg ngày 19/11/2025"]
    assert [c.date for c in citations] == ["2025-11-17", "2025-11-19"]


def test_members_without_so_share_the_span_date_and_issuer() -> None:
    text = "Thông tư số 01/2021/TT-BGDĐT, 02/2021/TT-BGDĐT ngày 02 tháng 02 năm 2021 của Bộ Giáo dục và Đào tạo."
    citations = find_citations(normalise(text), text, Header(), EMPTY_HOME)
    assert {(c.start, c.end, c.date) for c in citations} == {(0, len(text) - 1, "2021-02-02")}
    assert [c.code for c in citations] == ["01/2021/TT-BGDĐT", "02/2021/TT-BGDĐT"]


def test_a_foreign_issuer_is_not_part_of_the_quote() -> None:
    text = "Kế hoạch thực hiện Nghị quyết số 32/NQ-CP của Sở Giáo dục và Đào tạo"
    (citation,) = find_citations(normalise(text), text, Header(), EMPTY_HOME)
    assert citation.quote == "Nghị quyết số 32/NQ-CP"
    assert citation.issuer is not None
    assert citation.issuer.name == "Chính phủ"


def test_pinpoints() -> None:
    text = "theo điểm b khoản 4 Điều 8; khoản 4 Điều 9 và điểm d khoản 2 Điều 12 Nghị định số 111/2022/NĐ-CP"
    (citation,) = find_citations(normalise(text), text, Header(), EMPTY_HOME)
    assert citation.pinpoint == "điểm b khoản 4 Điều 8; khoản 4 Điều 9 và điểm d khoản 2 Điều 12"


@pytest.mark.parametrize("unit", ["1/", "(", "Căn cứ ", "Nghị quyết số ", "32/NQ-", "Luật ", "khoản 1 ", "thực hiện "])
def test_a_megabyte_of_near_misses_ends(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    for citation in find_citations(normalise(text), text, Header(), EMPTY_HOME):
        assert 0 <= citation.start < citation.end <= len(text)
