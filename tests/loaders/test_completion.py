"""Every field that a mention's own words do not give says how it came about."""

import pytest

from loaders.extraction import extract_document

PAGE = (
    "UBND TỈNH AN GIANG\nSỞ NỘI VỤ\n\nSố: 12/KH-SNV   An Giang, ngày 02 tháng 10 năm 2024\n\n"
    "KẾ HOẠCH\nThực hiện {}\n\nI. NHIỆM VỤ\n1. Văn phòng Sở rà soát theo {}.\n"
)
CASES: tuple[tuple[str, str, int, dict[str, str]], ...] = (
    ("Kế hoạch số 41/KH-UBND ngày 05/9/2024 của UBND tỉnh", "", 0, {"issuer": "own_place"}),
    ("Kế hoạch số 41/KH-UBND ngày 05/9/2024 của UBND tỉnh Cà Mau", "", 0, {}),
    ("Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chính phủ", "", 0, {}),
    ("Nghị quyết số 32/NQ-CP ngày 20/3/2024", "", 0, {"issuer": "symbol"}),
    (
        "Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chính phủ",
        "Nghị quyết số 32/NQ-CP",
        1,
        {"issuer": "fuller_mention", "year": "fuller_mention", "date": "fuller_mention"},
    ),
    ("Nghị quyết số 29-NQ/TW ngày 04/11/2013", "", 0, {"issuer": "symbol", "term": "date"}),
    (
        "ý kiến của Bộ Chính trị tại Kết luận số 77-KL/TW",
        "Kết luận số 77-KL/TW",
        1,
        {"issuer": "fuller_mention"},
    ),
    ("Luật Thanh tra năm 2022", "", 0, {"issuer": "type"}),
    (
        "Luật Thanh tra năm 2022. Ngày 21/4/2024, Bộ Nội vụ đã ký ban hành Công văn số 600/BNV-TTr",
        "",
        1,
        {"issuer": "symbol", "date": "words_before", "year": "words_before"},
    ),
    (
        "Luật Thanh tra năm 2022 theo đề nghị của Sở Tài chính tại Công văn số 61/KTC-NS ngày 05/9/2024",
        "",
        1,
        {"issuer": "words_before"},
    ),
    (
        "Luật Thanh tra năm 2022. Xét đề nghị của Sở Y tế tại Tờ trình số 6/TTr-BYT ngày 05/9/2024",
        "",
        1,
        {"issuer": "words_before"},
    ),
    ("Luật Thanh tra năm 2022 và Tờ trình số 6/TTr-BYT ngày 05/9/2024", "", 1, {"issuer": "symbol"}),
    ("Luật Thanh tra năm 2022. Ngày 21/4/2024 là hạn nộp Công văn số 600/BNV-TTr", "", 1, {"issuer": "symbol"}),
)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Luật Đất đai đã được Quốc hội nước Cộng hòa thông qua ngày 14 tháng 7 năm 1993", "1993-07-14"),
        ("Luật Đất đai được Quốc hội khóa IX thông qua, ngày 14 tháng 7 năm 1993 có hiệu lực", None),
        ("Luật Đất đai quy định việc được Quốc hội thông qua ngày 14 tháng 7 năm 1993", None),
    ],
)
def test_the_day_on_which_a_law_was_passed(words: str, date: str | None) -> None:
    assert extract_document(PAGE.format(words, "quy định"), "page").citations[0].date == date


@pytest.mark.parametrize(("first", "second", "index", "completed"), CASES)
def test_completed_fields_say_how(first: str, second: str, index: int, completed: dict[str, str]) -> None:
    citation = extract_document(PAGE.format(first, second), "page").citations[index]
    assert dict(citation.completed) == completed
