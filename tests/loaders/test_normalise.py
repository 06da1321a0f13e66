"""Normalising keeps the way back to the original text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.normalise import fold, normalise


def test_look_alikes_dashes_and_spaces() -> None:
    assert normalise("NGHỊ ÐỊNH\u00a0số 30/2020/NÐ–CP").text == "NGHỊ ĐỊNH số 30/2020/NĐ-CP"


def test_markup_and_addresses_are_blanked_in_place() -> None:
    text = "**KT. CHỦ TỊCH** xem https://example.vn/nghi-quyet-32/NQ-CP nhé [1] Luật[2]"
    normalised = normalise(text).text
    assert len(normalised) == len(text)
    assert "32/NQ-CP" not in normalised
    assert normalised.split() == ["KT.", "CHỦ", "TỊCH", "xem", "nhé", "[1]", "Luật"]


def test_two_single_marks_are_a_quotation_mark() -> None:
    text = "Đề án ''Một tỷ cây xanh''; d'Annecy"
    assert normalise(text).text == 'Đề án  "Một tỷ cây xanh" ; d\'Annecy'


def test_bullets_stay() -> None:
    assert normalise("* Nhiệm vụ\n- Giao").text == "* Nhiệm vụ\n- Giao"


@given(st.text(alphabet="ĐđẮặẦấếệỘộửựYýỳ aB-–1/\n\u00d0", max_size=60))
def test_spans_of_decomposed_text_lead_back(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    normalised = normalise(decomposed)
    for position, character in enumerate(normalised.text):
        start, end = normalised.original_span(position, position + 1)
        composed = unicodedata.normalize("NFC", decomposed[start:end])
        put_in = character == " " and start == end
        assert put_in or normalise(composed).text == character


def test_fold() -> None:
    assert fold("Sở  GIÁO DỤC và Đào tạo") == "so giao duc va dao tao"


def test_windows_line_ends_and_long_white_space_are_shortened_and_lead_back() -> None:
    text = "Số 1\r\nLuật\r\r\n" + " " * 90 + "\n" + " " * 300 + "Ðiều 2" + " " * 500 + "hết\r\n"
    normalised = normalise(text)
    assert normalised.text == "Số 1\nLuật\n\n" + " " * 95 + "Điều 2" + " " * 95 + "hết\n"
    for words, original in (("Số 1", "Số 1"), ("Luật", "Luật"), ("Điều 2", "Ðiều 2"), ("hết", "hết")):
        start = normalised.text.index(words)
        place = normalised.original_span(start, start + len(words))
        assert text[slice(*place)] == original


def test_a_text_in_order_stays_in_place() -> None:
    assert normalise("Điều 1.\n   Luật").in_place


@pytest.mark.parametrize("length", [100, 101, 115, 400])
@pytest.mark.parametrize("before", range(14))
def test_white_space_longer_than_a_hundred_is_shortened_wherever_it_stands(before: int, length: int) -> None:
    text = "a" * before + " " * length + "b"
    assert len(normalise(text).text) == before + (length if length <= 100 else 95) + 1


def test_of_white_space_only_spaces_and_line_ends_are_left() -> None:
    spaces = "".join(c for c in map(chr, range(0x3100)) if c.isspace())
    assert set(normalise(spaces).text) == {" ", "\n"}


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("**a** b", "  a   b"),
        ("a * b", "a * b"),
        ("*a", " a"),
        ("a*", "a "),
        ("****a", "*   a"),
        ("a****b", "a    b"),
        ("__a__ b_c __ d", "  a   b_c __ d"),
    ],
)
def test_emphasis_is_blanked(printed: str, plain: str) -> None:
    assert normalise(printed).text == plain
