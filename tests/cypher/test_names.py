"""Keys by which documents are compared, and names as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.lookup import parse_typed_name
from cypher.names import Reading, id_parts, name_key, number_key


@pytest.mark.parametrize(
    ("document_id", "number", "settled", "is_open"),
    [
        ("vn:chinh-phu:nghi-quyet:2024:32-nq-cp", "32nqcp", True, False),
        ("vn:chinh-phu:nghi-quyet:-:32-nq-cp", "32nqcp", False, True),
        ("vn:-:ke-hoach:2024:100-kh-ubnd", "100khubnd", False, True),
        ("vn:quoc-hoi:luat:2022:x0123abcd", None, False, False),
        ("vn:so-y-te:ke-hoach:2024:x0123abcd-kh-syt", None, False, False),
        ("vn:quoc-hoi:luat:-:x0123abcd", None, False, True),
        ("vn:tw:nghi-quyet:khoa-11:29-nq-tw", "29nqtw", True, False),
    ],
)
def test_what_an_id_says(document_id: str, number: str | None, settled: bool, is_open: bool) -> None:
    parts = id_parts(document_id)
    assert (number_key(document_id), parts.settled, parts.open) == (number, settled, is_open)


@pytest.mark.parametrize(
    ("type_name", "title", "key"),
    [
        ("Luật", "Luật Thanh tra", "luat thanh tra"),
        ("Luật", "Thanh tra", "luat thanh tra"),
        ("Đề án", "“Đổi mới  giáo dục”", "de an doi moi giao duc"),
        (None, "Hiến pháp", "hien phap"),
        ("Luật", None, None),
        ("Luật", "…", None),
    ],
)
def test_names_are_compared_without_accents_and_with_their_type_once(
    type_name: str | None, title: str | None, key: str | None
) -> None:
    assert name_key(type_name, title) == key


def test_long_names_stay_short_and_apart() -> None:
    one, other = (name_key("Kế hoạch", "rất dài " * 200 + end) for end in ("một", "hai"))
    assert one != other
    assert one is not None
    assert len(one) < 400


@given(
    st.sampled_from(["vn:a:b:-:1-c", "vn:a:b:2024:x01234567"]),
    st.none() | st.dates().map(str),
    st.none() | st.from_regex(r"[a-z]+( [a-z0-9]+)*", fullmatch=True),
)
def test_readings_survive_their_key(document_id: str, date: str | None, name: str | None) -> None:
    reading = Reading(document_id, date, name)
    assert Reading.of_key(reading.key) == reading


@pytest.mark.parametrize(
    ("typed", "head", "number", "year", "issuer"),
    [
        ("32/NQ-CP", "", "32nqcp", None, None),
        ("NQ 32/NQ-CP", "nq", "32nqcp", None, None),
        ("Nghị quyết số 32/NQ-CP năm 2024", "nghi quyet", "32nqcp", 2024, None),
        ("nghi quyet 32 nq cp", "nghi quyet", "32nqcp", None, None),
        ("111/2022/NĐ-CP", "", "111ndcp", 2022, None),
        ("29-NQ/TW ngày 04/11/2013", "", "29nqtw", 2013, None),
        ("04/KH-UBND của UBND tỉnh Lạng Sơn", "", "4khubnd", None, "ubnd tinh lang son"),
        ("1945/SGD&ĐT-KHTC", "", "1945sgddtkhtc", None, None),
        ("Luật Thanh tra", "", None, None, None),
        ("", "", None, None, None),
    ],
)
def test_names_as_people_type_them(
    typed: str, head: str, number: str | None, year: int | None, issuer: str | None
) -> None:
    name = parse_typed_name(typed)
    assert (name.head, name.number, name.year, name.issuer) == (head, number, year, issuer)


@given(st.text())
def test_any_text_is_a_name_somebody_may_type(typed: str) -> None:
    assert parse_typed_name(typed).words is not None
