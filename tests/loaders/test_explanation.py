"""What is no citation and what stays open, and why."""

import pytest

from loaders.explanation import REASONS, explain
from loaders.extraction import extract_document
from tests.near_misses import reads_to_the_end

LETTERHEAD = """ỦY BAN NHÂN DÂN
TỈNH AN GIANG
Số: 12/KH-UBND

An Giang, ngày 05 tháng 6 năm 2024

KẾ HOẠCH
Triển khai công tác năm học

"""


def left_out(text: str) -> list[tuple[str, str]]:
    """(words, reason) of each token that is no citation."""
    return [(found.words, found.reason) for found in explain(extract_document(text, "test")).left_out]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LETTERHEAD + "Ủy ban nhân dân tỉnh ban hành kế hoạch.", [("12/KH-UBND", "own_number")]),
        ("Thực hiện theo QCVN 06:2022/BXD và TCVN 13592:2022.", ["QCVN 06:2022/BXD", "TCVN 13592:2022"]),
        ("Hồ sơ lập theo mẫu số 02/TTHC.", [("02/TTHC", "form")]),
        ("Trụ sở tại địa chỉ: 36/BT đường Lê Lợi.", [("36/BT", "address")]),
        ("Xe có biển kiểm soát 67A/BS đã đăng ký.", [("67A/BS", "register")]),
        ("Theo Quyết định số 12/Về việc đã nêu.", [("12/Về", "unread_symbol")]),
        ("Theo số 15 ngày 12/3/2020 đã nêu.", [("15", "no_symbol")]),
        ("Phát triển hạ tầng 5G/IoT trên địa bàn tỉnh.", [("5G/IoT", "not_a_symbol")]),
        ("Trong năm học có 12/XYZ lượt được báo cáo.", [("12/XYZ", "nothing_cites")]),
        ("4 - Hộ kinh doanh có quyền tự do kinh doanh; ngày 30/6/2024; tỷ lệ 15/20.", []),
        ("Căn cứ Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chính phủ.", []),
    ],
)
def test_each_token_like_a_number_has_a_reason(text: str, expected: list[object]) -> None:
    assert left_out(text) == [e if isinstance(e, tuple) else (e, "standard") for e in expected]


def test_every_reason_is_explained() -> None:
    assert all(explanation for explanation in REASONS.values())


def test_a_span_counts_in_the_text_as_it_stands() -> None:
    text = "Nghi\u0323 quye\u0302\u0301t; theo TCVN 6909:2001."
    (found,) = explain(extract_document(text, "test")).left_out
    assert text[found.start : found.end] == found.words == "TCVN 6909:2001"


@pytest.mark.parametrize(
    ("text", "fields", "known"),
    [
        ("Theo Luật Thanh tra hiện hành.", ("year",), {"type": "Luật", "name": "Luật Thanh tra", "issuer": "Quốc hội"}),
        ("Theo Chỉ thị số 05-CT/TW.", ("issuer", "year"), {"type": "Chỉ thị", "number": "05-CT/TW"}),
        ("Theo 97/2015/QH13.", ("type",), {"number": "97/2015/QH13", "issuer": "Quốc hội", "year": "2015"}),
    ],
)
def test_what_stays_open_names_the_fields_and_what_is_known(
    text: str, fields: tuple[str, ...], known: dict[str, str]
) -> None:
    (unsettled,) = explain(extract_document(text, "test")).unsettled
    assert unsettled.fields == fields
    assert dict(unsettled.known) == known


def test_a_settled_citation_is_not_listed() -> None:
    text = "Căn cứ Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chính phủ; Nghị quyết số 88/2014/QH13 của Quốc hội."
    assert explain(extract_document(text, "test")).unsettled == ()


@reads_to_the_end
@pytest.mark.parametrize("piece", ["12/", "12/A", "QCVN 1:", "số 12 ", "1/2", "12-AB/C "])
def test_a_megabyte_of_near_misses_is_read_in_linear_time(piece: str) -> None:
    text = "Kế hoạch của tỉnh. " + piece * (1_000_000 // len(piece))
    explanation = explain(extract_document(text, "test"))
    assert all(text[one.start : one.end] == one.words for one in explanation.left_out)
