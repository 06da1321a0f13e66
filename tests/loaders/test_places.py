"""Places: which unit words name, at a time and within another unit."""

import pytest

from loaders.place_facts import districts, is_place_name, places_named, provinces
from loaders.places import find_place, place_phrase, province_of, split_kind
from loaders.spelling import settle_words


@pytest.mark.parametrize(
    ("words", "options", "expected"),
    [
        ("tỉnh Bến Tre", {}, "63:province:83"),
        ("thành phố Bến Tre", {}, "63:district:829"),
        ("Bến Tre", {}, "63:province:83"),
        ("ben tre", {}, "63:province:83"),
        ("TỈNH HOÀ BÌNH", {}, "63:province:17"),
        ("TP. Hồ Chí Minh", {}, "34:province:79"),
        ("TP.HCM", {"date": "2024-05-01"}, "63:province:79"),
        ("tỉnh Vĩnh Long", {"date": "2025-06-30"}, "63:province:86"),
        ("tỉnh Vĩnh Long", {"date": "2025-07-01"}, "34:province:86"),
        ("tỉnh Thừa Thiên - Huế", {}, "63:province:46-2024"),
        ("thành phố Huế", {"date": "2023-06-01"}, "63:district:474-2024"),
        ("thành phố Huế", {"date": "2025-03-01"}, "63:province:46"),
        ("thành phố Huế", {"date": "2025-11-01"}, "34:province:46"),
        ("tỉnh Hà Tây", {}, "63:province:28"),
        ("Đăk Lăk", {"date": "2024"}, "63:province:66"),
        ("Bà Rịa – Vũng Tàu", {}, "63:province:77"),
        ("huyện Cao Lộc", {}, "63:district:183"),
        ("Quận 1", {}, "63:district:760"),
        ("huyện Châu Thành", {}, None),
        ("huyện Kỳ Sơn", {"date": "2015-01-01"}, None),
        ("phường 8", {}, None),
        ("tỉnh Hà Nội", {}, None),
        ("tỉnh Không Có", {}, None),
        ("", {}, None),
    ],
)
def test_find_place(words: str, options: dict[str, str], expected: str | None) -> None:
    place = find_place(words, **options)  # type: ignore[arg-type]
    assert (place.id if place else None) == expected


def test_within_settles_a_repeated_name() -> None:
    ben_tre = find_place("tỉnh Bến Tre")
    assert ben_tre
    district = find_place("huyện Châu Thành", within=ben_tre)
    assert district
    assert province_of(district) == ben_tre
    commune = find_place("phường 8", within=find_place("thành phố Bến Tre"))
    assert commune
    assert commune.merged_into
    assert commune.merged_into.id.startswith("34:commune:")


def test_an_old_province_knows_its_successor() -> None:
    place = find_place("tỉnh Bắc Giang")
    assert place
    assert place.merged_into
    assert (place.merged_into.name, place.merged_on, place.valid_to) == ("Bắc Ninh", "2025-07-01", "2025-06-30")


def test_a_district_is_found_within_the_successor_of_its_province() -> None:
    phu_tho = find_place("tỉnh Phú Thọ", date="2025-11-01")
    district = find_place("huyện Đà Bắc", date="2025-11-01", within=phu_tho)
    assert district
    assert province_of(district).name == "Hòa Bình"


def test_every_province_and_district_is_found_by_its_own_name() -> None:
    for place in provinces().values():
        day = place.valid_to or place.valid_from
        assert find_place(f"{place.kind} {place.name}", "province", day) == place
    for place in districts().values():
        assert find_place(place_phrase(place), "district", place.valid_to, place.part_of) == place


def test_names_in_the_facts_are_spelt_as_keys_are() -> None:
    for level in ("province", "district"):
        assert is_place_name(settle_words("Hòa Bình"), level)
    names = [name for name in ("Hòa An", "Thủy Nguyên", "Đắk R'Lấp") if places_named(settle_words(name), "district")]
    assert len(names) == 3


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("TX. Sơn Tây", ("thị xã", "Sơn Tây")),
        ("tt. Cao Lộc", ("thị trấn", "Cao Lộc")),
        ("đặc khu Phú Quốc", ("đặc khu", "Phú Quốc")),
        ("Thị  xã\nQuảng Yên", ("thị xã", "Quảng Yên")),
        ("Tân Phú", (None, "Tân Phú")),
    ],
)
def test_split_kind(words: str, expected: tuple[str | None, str]) -> None:
    assert split_kind(words) == expected
