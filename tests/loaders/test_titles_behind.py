"""The title that a citation gives behind a number, and where none is certain."""

import pytest

from loaders.extraction import extract_document

_HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE\nSố: 12/KH-UBND\nBến Tre, ngày 5 tháng 10 năm 2024\n\n"
    "KẾ HOẠCH\n{title}\n\n{grounds}\n\nI. MỤC TIÊU\nNâng cao chất lượng.\n"
)
_TITLE = "Chăm sóc trẻ em vùng khó khăn"


def _titles(title: str, grounds: str) -> list[tuple[str | None, str | None]]:
    record = extract_document(_HEAD.format(title=title, grounds=grounds), "a.txt")
    return [(one.code, one.title) for one in record.citations if one.code]


@pytest.mark.parametrize(
    ("grounds", "expected"),
    [
        (
            "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục hành chính;",
            [("63/2010/NĐ-CP", "kiểm soát thủ tục hành chính")],
        ),
        (
            "Căn cứ Thông tư số 28/2020/TT-BGDĐT của Bộ Giáo dục và Đào tạo\nban hành Điều lệ Trường tiểu học;",
            [("28/2020/TT-BGDĐT", "ban hành Điều lệ Trường tiểu học")],
        ),
        (
            "Căn cứ Nghị định số 83/2014/NĐ-CP về kinh doanh xăng dầu được sửa đổi, bổ sung bởi "
            "Nghị định số 95/2021/NĐ-CP;",
            [("83/2014/NĐ-CP", "kinh doanh xăng dầu"), ("95/2021/NĐ-CP", None)],
        ),
        (
            "Căn cứ Nghị định số 63/2010/NĐ-CP về kiểm soát thủ tục hành chính và Nghị định số 92/2017/NĐ-CP "
            "sửa đổi, bổ sung một số điều về kiểm soát thủ tục hành chính;",
            [("63/2010/NĐ-CP", "kiểm soát thủ tục hành chính"), ("92/2017/NĐ-CP", None)],
        ),
        (
            "Thực hiện Kế hoạch số 45/KH-BGDĐT ngày 10/9/2024 của Bộ Giáo dục và Đào tạo về việc dạy học hai buổi mỗi "
            "ngày, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
            [("45/KH-BGDĐT", "dạy học hai buổi mỗi ngày")],
        ),
        (
            "Căn cứ Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chính phủ ban hành Kế hoạch thực hiện "
            "Nghị quyết số 686/NQ-UBTVQH15 của Ủy ban Thường vụ Quốc hội;",
            [
                (
                    "32/NQ-CP",
                    "ban hành Kế hoạch thực hiện Nghị quyết số 686/NQ-UBTVQH15 của Ủy ban Thường vụ Quốc hội",
                ),
                ("686/NQ-UBTVQH15", None),
            ],
        ),
        (
            "Căn cứ Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chính phủ về thực hiện Nghị quyết số 88/2014/QH13 và "
            "Nghị quyết số 51/2017/QH14 của Quốc hội;",
            [("32/NQ-CP", None), ("88/2014/QH13", None), ("51/2017/QH14", None)],
        ),
        ("Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ;", [("63/2010/NĐ-CP", None)]),
        ("Căn cứ Nghị định số 63/2010/NĐ-CP của Chính phủ về phí;", [("63/2010/NĐ-CP", None)]),
    ],
)
def test_titles_in_grounds(grounds: str, expected: list[tuple[str, str | None]]) -> None:
    assert _titles(_TITLE, grounds) == expected


def test_a_title_in_a_title_ends_with_it() -> None:
    title = "Triển khai Kế hoạch số 45/KH-BGDĐT ngày 10/9/2024 của Bộ Giáo dục và Đào tạo về dạy học\nhai buổi mỗi ngày"
    assert _titles(title, "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:") == [
        ("45/KH-BGDĐT", "dạy học hai buổi mỗi ngày")
    ]


def test_running_text_gives_no_title() -> None:
    text = _HEAD.format(title=_TITLE, grounds="Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:")
    text += "1. Các trường thực hiện Nghị định số 63/2010/NĐ-CP về kiểm soát thủ tục hành chính và báo cáo kết quả.\n"
    record = extract_document(text, "a.txt")
    assert [(one.code, one.title) for one in record.citations] == [("63/2010/NĐ-CP", None)]
