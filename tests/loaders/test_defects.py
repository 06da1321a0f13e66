"""Defects: each kind where it is, and none where the page is right."""

from pathlib import Path

import pytest

from loaders.defect_kinds import DEFECT_KINDS, DefectKind
from loaders.extraction import extract_document
from loaders.reading import read_file

PLAN = """ỦY BAN NHÂN DÂN
TỈNH AN GIANG
Số: 12/KH-UBND

An Giang, {date}

KẾ HOẠCH
Triển khai công tác năm học

{body}
"""


def defects_of(text: str) -> list[tuple[str, str]]:
    """(kind, text) of each defect of each citation, in order."""
    return [(d.kind, d.text) for c in extract_document(text, "test").citations for d in c.defects]


def kinds_of(text: str) -> list[str]:
    return [kind for kind, _ in defects_of(text)]


@pytest.mark.parametrize("kind", DEFECT_KINDS.values(), ids=lambda kind: kind.slug)
def test_each_kind_is_found_in_its_example(kind: DefectKind) -> None:
    assert set(kinds_of(kind.example)) == {kind.slug}
    assert kind.english.endswith(".")
    assert kind.vietnamese.endswith(".")


@pytest.mark.parametrize(
    ("text", "kind", "says"),
    [
        ("Nghị quyết số 51/2017/QH15 của Quốc hội.", "wrong_term", "term 14"),
        ("Nghị quyết số 9/NQ-UBTVQH13 ngày 05 tháng 3 năm 2023.", "wrong_term", "of term 15, not 13"),
        (
            "Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương Đảng khóa XII.",
            "wrong_term",
            "in khoa-11",
        ),
        ("Nghị định số 71/NĐ-CP ngày 30/6/2020 của Chính phủ.", "missing_year", "71/2020/NĐ-CP"),
        ("Thông tư số 09/TT-BTC của Bộ Tài chính.", "missing_year", "09/<year>/TT-BTC"),
        ("theo quy định của Luật Thanh tra.", "missing_year", "which 'Luật Thanh tra' is meant"),
        ("Nghị định số 115/2020/NĐCP ngày 25/9/2020 của Chính phủ.", "missing_hyphen", "'NĐ-CP'"),
        ("Báo cáo số 417- BC/TU ngày 14/6/2023 của Tỉnh ủy An Giang.", "stray_space", "must be 417-BC/TU"),
        ("Nghị định số 137/2020/NĐ-\u0421\u0420 ngày 27/11/2020.", "look_alike_letter", "U+0421"),
        ("Nghị quyết số 78/NQ-CP ngày 18/6/2022 của Thủ tướng Chính phủ.", "issuer_against_symbol", "(Chính phủ)"),
        ("Quyết định số 36/QĐ-TTg ngày 11/01/2024 của Chính phủ.", "issuer_against_symbol", "(Thủ tướng Chính phủ)"),
        ("Thông tư số 44/2023/TT-BTC của Bộ trưởng Bộ Công Thương.", "issuer_against_symbol", "(Bộ Tài chính)"),
        ("Quyết định số 12/2024/NĐ-CP của Chính phủ.", "type_against_symbol", "number of a Nghị định"),
    ],
)
def test_a_defect_says_what_is_meant(text: str, kind: str, says: str) -> None:
    found = defects_of(text)
    assert [found_kind for found_kind, _ in found] == [kind]
    assert says in found[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Nghị định số 111/2022/NĐ-CP ngày 30 tháng 12 năm 2022 của Chính phủ.",
        "Căn cứ Quyết định số 15/QĐ-UBND ngày 05/3/2024 của Chủ tịch Ủy ban nhân dân tỉnh An Giang.",
        "Căn cứ Thông tư số 36/2017/TT-BGDĐT của Bộ trưởng Bộ Giáo dục và Đào tạo.",
        "Theo Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.",
        "Theo Nghị quyết số 04-NQ/TW khóa XII.",
        "Theo Nghị quyết số 19-NQ/TU ngày 29/6/2023 của Ban Thường vụ Tỉnh ủy An Giang.",
        "Theo Nghị quyết số 686/NQ-UBTVQH15 ngày 18/9/2023 của Ủy ban Thường vụ Quốc hội.",
        "Theo Thông báo số 631/TB-VPCP ngày 20/11/2025 của Văn phòng Chính phủ.",
        "Theo Luật Thanh tra số 11/2022/QH15 và theo Luật Thanh tra.",
        "Xây dựng dự thảo Luật Nhà giáo.",
        "Theo Luật sửa đổi, bổ sung một số điều của Luật Giá năm 2025.",
        "Triển khai Đề án 06 theo Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ.",
        "Theo Thông tư số 43 TC/QLCS ngày 31/7/1996 và Nghị định số 24/CP ngày 08/11/1962 của Hội đồng Chính phủ.",
    ],
)
def test_what_is_right_has_no_defect(text: str) -> None:
    assert defects_of(text) == []


@pytest.mark.parametrize(
    ("own", "cited", "expected"),
    [
        ("ngày 05 tháng 6 năm 2024", "ngày 06/6/2024", ["date_after_citing"]),
        ("ngày 05 tháng 6 năm 2024", "ngày 05/6/2024", []),
        ("ngày     tháng     năm 2024", "ngày 31/12/2024", []),
        ("ngày     tháng     năm 2024", "ngày 01/01/2025", ["date_after_citing"]),
        ("ngày     tháng 6 năm 2024", "ngày 30/6/2024", []),
        ("ngày     tháng 6 năm 2024", "ngày 01/7/2024", ["date_after_citing"]),
    ],
)
def test_a_date_is_compared_with_as_much_of_the_own_date_as_there_is(own: str, cited: str, expected: list[str]) -> None:
    body = f"Căn cứ Quyết định số 88/QĐ-TTg {cited} của Thủ tướng Chính phủ;"
    assert kinds_of(PLAN.format(date=own, body=body)) == expected


def test_other_dates_are_no_proof_of_the_own_date() -> None:
    text = (
        "Căn cứ Quyết định số 88/QĐ-TTg ngày 02/01/2024 của Thủ tướng Chính phủ; "
        "Căn cứ Quyết định số 99/QĐ-TTg ngày 02/01/2025 của Thủ tướng Chính phủ."
    )
    assert defects_of(text) == []


def test_a_report_without_a_date_was_written_before_the_year_that_it_plans_for_ended() -> None:
    text = (
        "BÁO CÁO\nKết quả học kỳ I; phương hướng, nhiệm vụ học kỳ II năm học 2023-2024\n\n"
        "Sở đã ban hành Hướng dẫn số 2505/SGDĐT-GDTrH ngày {date} về nhiệm vụ năm học."
    )
    assert kinds_of(text.format(date="03/10/2023")) == []
    ((kind, says),) = defects_of(text.format(date="03/10/2024"))
    assert kind == "date_after_citing"
    assert "2024-08-31" in says


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        ("Nghị định số 115/2020/NĐ-CP ngày 25/9/2020", "Nghị định số 115/2020/NĐ-CP ngày 29/9/2020", True),
        ("Nghị định số 115/2020/NĐ-CP ngày 25/9/2020", "Nghị định số 115/2020/NĐ-CP tháng 9 năm 2020", False),
        ("Nghị quyết số 32/NQ-CP ngày 20/3/2024", "Nghị quyết số 32/NQ-CP ngày 21/3/2024", True),
        ("Nghị quyết số 32/NQ-CP ngày 20/3/2024", "Nghị quyết số 32/NQ-CP ngày 21/3/2023", False),
        (
            "Kế hoạch số 15/KH-UBND ngày 20/3/2024 của UBND tỉnh An Giang",
            "Kế hoạch số 15/KH-UBND ngày 21/3/2024 của UBND tỉnh Cà Mau",
            False,
        ),
        ("Nghị quyết số 29-NQ/TW ngày 04/11/2013", "Nghị quyết số 29-NQ/TW ngày 05/11/2014", True),
        ("Nghị quyết số 29-NQ/TW ngày 04/11/2013", "Nghị quyết số 29-NQ/TW ngày 17/11/2022", False),
    ],
)
def test_one_number_has_one_date(first: str, second: str, conflict: bool) -> None:
    kinds = kinds_of(f"Thực hiện {first}. Tiếp tục thực hiện {second}.")
    assert kinds == (["date_conflict"] * 2 if conflict else [])


def test_the_own_number_under_another_date() -> None:
    body = "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 7 năm 2024 của Ủy ban nhân dân tỉnh An Giang)"
    text = PLAN.format(date="ngày 05 tháng 6 năm 2024", body=body)
    ((kind, says),) = defects_of(text)
    assert kind == "date_conflict"
    assert "is dated 2024-06-05" in says


def test_what_is_missing_is_missing_once() -> None:
    text = "Theo Luật Thanh tra. Căn cứ Chỉ thị số 18/CT-TTg. Thực hiện Luật thanh tra và Chỉ thị số 18/CT-TTg."
    assert kinds_of(text) == ["missing_year", "missing_date"]


def test_defects_stand_in_the_evidence_as_printed() -> None:
    (citation,) = extract_document("Căn cứ Nghị định số 115/2020/NĐCP của Chính phủ.", "test").citations
    assert citation.quote == "Nghị định số 115/2020/NĐCP của Chính phủ"
    assert citation.code == "115/2020/NĐ-CP"


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("000_8930b8b898adaa6e.txt", "417-BC/TU", "stray_space"),
        ("001_6addd840f9e9ceac.txt", "78/NQ-CP", "issuer_against_symbol"),
        ("001_6addd840f9e9ceac.txt", "115/2020/NĐ-CP", "date_conflict"),
        ("001_6addd840f9e9ceac.txt", "08/2023/TT-BGDĐT", "missing_hyphen"),
        ("001_6addd840f9e9ceac.txt", "2505/SGD&ĐT-QLCL&CNTT", "date_after_citing"),
        ("002_29482e2b3937aa25.txt", "51/2017/QH15", "wrong_term"),
        ("003_a590e7237a5272fc.txt", "71/NĐ-CP", "missing_year"),
    ],
)
def test_defects_of_real_documents(shared: Path, name: str, code: str, kind: str) -> None:
    record = extract_document(read_file(shared / "samples" / name), name)
    assert kind in {d.kind for c in record.citations if c.code == code for d in c.defects}


@pytest.mark.parametrize(
    "words",
    [
        "Thay thế Kế hoạch số 12/KH-UBND ngày 03/5/2021 của Ủy ban nhân dân tỉnh.",
        "Theo Quyết định số 01/1999/QĐ.UB ngày 15/01/1999 của Ủy ban nhân dân tỉnh.",
        "Xét Tờ trình số 15/TT-BQL ngày 31/3/2008 của Ban Quản lý Khu kinh tế.",
        "Căn cứ Luật Tổ chức HĐND và UBND (sửa đổi) ngày 21 tháng 6 năm 1994.",
    ],
)
def test_what_was_usual_is_no_defect(words: str) -> None:
    assert kinds_of(PLAN.format(date="ngày 02 tháng 10 năm 2023", body=words)) == []
