"""Dates in the forms of DOMAIN.md section 2."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.dates import find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("ngày 20 tháng 3 năm 2024", "2024-03-20"),
        ("Ngày 05 tháng 09 năm 2024", "2024-09-05"),
        ("NGÀY 21 THÁNG 8 NĂM 2023", "2023-08-21"),
        ("ngày 20/3/2024", "2024-03-20"),
        ("20-3-2024", "2024-03-20"),
        ("20.3.2024", "2024-03-20"),
        ("ngày 30 tháng\n\n12 năm 2022", "2022-12-30"),
        ("ngày 30 tháng11 năm 2011", "2011-11-30"),
        ("ngày30 tháng 11 năm2011", "2011-11-30"),
        ("tháng 6 năm 2024", "2024-06"),
        ("tháng 6/2024", "2024-06"),
        ("năm 2025", "2025"),
    ],
)
def test_forms(text: str, iso: str) -> None:
    assert list(find_dates(text)) == [(0, len(text), iso)]


@pytest.mark.parametrize(
    "text",
    [
        "ngày 32/13/2024",
        "năm học 2023-2024",
        "giai đoạn 2021-2025",
        "1/2",
        "ngày tháng năm",
        "ngày 30 tháng 111",
        "năm 2023 - 2024",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates(min_value=__import__("datetime").date(1945, 9, 2), max_value=__import__("datetime").date(2099, 12, 31)))
def test_every_day_is_read_back(day) -> None:  # type: ignore[no-untyped-def]
    assert parse_date(f"ngày {day.day} tháng {day.month} năm {day.year}") == day.isoformat()
    assert parse_date(f"ngày {day.day:02d}/{day.month}/{day.year}") == day.isoformat()
