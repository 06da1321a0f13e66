"""Document numbers: the forms of DOMAIN.md section 1, misprints, and what is no number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.errors import NumberFormatError
from loaders.numbers import find_document_numbers, parse_document_number

FORMS = [
    # printed, code, type by the symbol, issuer symbol, year, term, party
    ("111/2022/NĐ-CP", "111/2022/NĐ-CP", "Nghị định", "CP", 2022, None, False),
    ("46/2022/QĐ-UBND", "46/2022/QĐ-UBND", "Quyết định", "UBND", 2022, None, False),
    ("88/2014/QH13", "88/2014/QH13", None, "QH13", 2014, 13, False),
    ("17/2022/UBTVQH15", "17/2022/UBTVQH15", None, "UBTVQH15", 2022, 15, False),
    ("32/NQ-CP", "32/NQ-CP", "Nghị quyết", "CP", None, None, False),
    ("686/NQ-UBTVQH15", "686/NQ-UBTVQH15", "Nghị quyết", "UBTVQH15", None, 15, False),
    ("224/CĐ-TTg", "224/CĐ-TTg", "Công điện", "TTg", None, None, False),
    ("1945/SGD&ĐT-KHTC", "1945/SGD&ĐT-KHTC", "Công văn", "SGD&ĐT", None, None, False),
    ("5046/UBND-KGVX", "5046/UBND-KGVX", "Công văn", "UBND", None, None, False),
    ("5348/CT-CS", "5348/CT-CS", "Công văn", "CT", None, None, False),
    ("32/CT-TTg", "32/CT-TTg", "Chỉ thị", "TTg", None, None, False),
    ("29-NQ/TW", "29-NQ/TW", "Nghị quyết", "TW", None, None, True),
    ("03-TT/TU", "03-TT/TU", "Thông tri", "TU", None, None, True),
    ("04-ĐA/TU", "04-ĐA/TU", "Đề án", "TU", None, None, True),
    ("04-NQ/ĐH", "04-NQ/ĐH", "Nghị quyết", "ĐH", None, None, True),
    ("01/2017/TTLT-BCA-BQP-BTC", "01/2017/TTLT-BCA-BQP-BTC", "Thông tư liên tịch", "BCA-BQP-BTC", 2017, None, False),
    ("15/2018/TT-BCT", "15/2018/TT-BCT", "Thông tư", "BCT", 2018, None, False),
    ("15/VBHN-BTC", "15/VBHN-BTC", "Văn bản hợp nhất", "BTC", None, None, False),
    ("144/2002/QĐ/BTC", "144/2002/QĐ/BTC", "Quyết định", "BTC", 2002, None, False),
    ("18-2001/CT-TTg", "18/2001/CT-TTg", "Chỉ thị", "TTg", 2001, None, False),
    ("217-HĐBT", "217-HĐBT", None, "HĐBT", None, None, False),
    ("522a-TTg", "522a-TTg", None, "TTg", None, None, False),
    ("33-TC/CN", "33-TC/CN", None, "TC", None, None, False),
    ("0124/KH-UBND", "0124/KH-UBND", "Kế hoạch", "UBND", None, None, False),
]


@pytest.mark.parametrize(("printed", "code", "kind", "issuer", "year", "term", "party"), FORMS)
def test_forms(
    printed: str, code: str, kind: str | None, issuer: str, year: int | None, term: int | None, party: bool
) -> None:
    number = parse_document_number(printed)
    assert (number.code, number.type, number.issuer_symbol) == (code, kind, issuer)
    assert (number.year, number.term, number.party) == (year, term, party)
    assert number.defects == ()


MISPRINTS = [
    ("115/2020/NĐCP", "115/2020/NĐ-CP", "missing_hyphen"),
    ("08/2023/TTBGDĐT", "08/2023/TT-BGDĐT", "missing_hyphen"),
    ("27/CTTg", "27/CT-TTg", "missing_hyphen"),
    ("417- BC/TU", "417-BC/TU", "stray_space"),
    ("71/NQ -CP", "71/NQ-CP", "stray_space"),
    ("144 /2002/QĐ-BTC", "144/2002/QĐ-BTC", "stray_space"),
    ("32/2019/ND-CP", "32/2019/NĐ-CP", "look_alike_letter"),
    ("64/2025/OH15", "64/2025/QH15", "look_alike_letter"),
    ("29/NQ-TW", "29-NQ/TW", "swapped_separators"),
    ("01/2019/QĐ.UBND", "01/2019/QĐ-UBND", "swapped_separators"),
    ("12/2019/TT/BTC", "12/2019/TT-BTC", "swapped_separators"),
    ("51/2017/QH15", "51/2017/QH15", "wrong_term"),
]


@pytest.mark.parametrize(("printed", "code", "defect"), MISPRINTS)
def test_misprints_are_repaired_or_kept_and_named(printed: str, code: str, defect: str) -> None:
    number = parse_document_number(printed)
    assert number.code == code
    assert defect in {d.kind for d in number.defects}


def test_a_line_wrap_inside_the_symbol_is_no_end() -> None:
    text = "theo Nghị quyết số 32/NQ-\n\n \nCP ngày 20/3/2024"
    ((start, end, number),) = find_document_numbers(text)
    assert text[start:end] == "32/NQ-\n\n \nCP"
    assert number.code == "32/NQ-CP"


def test_a_blank_number_keeps_its_symbol() -> None:
    number = parse_document_number("/KH-SGD&ĐT")
    assert (number.number, number.symbol, number.type) == (None, "KH-SGD&ĐT", "Kế hoạch")


@pytest.mark.parametrize(
    "text",
    [
        "398 - Đường Trần Phú",
        "QCVN 06:2022/BXD",
        "giai đoạn 2021-2025",
        "12/2024",
        "Điều 5 - Chương",
        "3 - Hộ kinh doanh",
        "TCXDVN 276-2003/BXD",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert list(find_document_numbers(text)) == []


@pytest.mark.parametrize("text", ["", "32", "NQ-CP", "32/NQ-CP và 33/NQ-CP", "số không"])
def test_parse_refuses_what_is_not_one_number(text: str) -> None:
    with pytest.raises(NumberFormatError) as caught:
        parse_document_number(text)
    assert caught.value.text == text
    assert repr(text) in str(caught.value)


@given(st.text(alphabet="0123456789/-ABCĐNQTPg &\n", max_size=30))
def test_any_text_parses_or_raises_our_error(text: str) -> None:
    try:
        number = parse_document_number(text)
    except NumberFormatError:
        return
    assert parse_document_number(number.code).code == number.code


@pytest.mark.parametrize("unit", ["1", "12/", "1/2022/", "12-", "32/NQ", "32/NQ-", "A-", "1 ", "99/TT "])
def test_a_megabyte_of_near_misses_ends(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    for start, end, _ in find_document_numbers(text):
        assert 0 <= start < end <= len(text)
