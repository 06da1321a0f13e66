"""Bodies: names and symbols, completed from the document's home."""

import re

import pytest

from loaders.bodies import (
    EMPTY_HOME,
    Home,
    body_of_symbol,
    body_slug,
    document_issuer_slug,
    find_abbreviations,
    find_body_name_end,
    institution,
    resolve_body,
)
from loaders.body_facts import Post, body_facts, posts
from loaders.body_words import WordReader
from loaders.facts_files import read_facts
from loaders.numbers import parse_document_number
from loaders.open_names import name_ends, open_heads, read_open_name
from loaders.places import find_place
from tests.near_misses import reads_to_the_end


def home(province: str, district: str | None = None, issuer: str | None = None, date: str = "2024-08-01") -> Home:
    place = find_place(province, "province", date)
    assert place
    part = find_place(district, "district", date, place) if district else None
    level = "district" if part else "province"
    bare = Home(place, part, None, None, level, date=date)
    return Home(place, part, None, resolve_body(issuer, bare) if issuer else None, level, date=date)


BEN_TRE = home("Bến Tre", issuer="Sở Giáo dục và Đào tạo")
CAO_LOC = home("Lạng Sơn", "Cao Lộc", "UBND huyện")
HA_NOI = home("Hà Nội", issuer="UBND Thành phố", date="2025-11-20")
HCM = home("Hồ Chí Minh", date="2025-11-20")
CENTRE = Home(level="central", date="2025-11-20")

RESOLVED = [
    ("SỞ TƯ PHÁP", BEN_TRE, "Sở Tư pháp tỉnh Bến Tre"),
    ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", BEN_TRE, "Sở Kế hoạch và Đầu tư tỉnh Bến Tre"),
    ("BỘ TƯ PHÁP", EMPTY_HOME, "Bộ Tư pháp"),
    ("BAN CHẤP HÀNH TƯ ĐẢNG", EMPTY_HOME, "Ban Chấp hành Trung ương Đảng"),
    ("Chính Phủ", EMPTY_HOME, "Chính phủ"),
    ("CHÍNH PHỦ", EMPTY_HOME, "Chính phủ"),
    ("của Thủ tướng", EMPTY_HOME, "Thủ tướng Chính phủ"),
    ("Thủ tưởng Chính phủ", EMPTY_HOME, "Thủ tướng Chính phủ"),
    ("Bộ GD&ĐT", EMPTY_HOME, "Bộ Giáo dục và Đào tạo"),
    ("Bộ GDĐT", EMPTY_HOME, "Bộ Giáo dục và Đào tạo"),
    ("Bộ Lao động-Thương binh\n và Xã hội", EMPTY_HOME, "Bộ Lao động - Thương binh và Xã hội"),
    ("Bộ Nông nghiệp và PTNT", EMPTY_HOME, "Bộ Nông nghiệp và Phát triển nông thôn"),
    ("Bộ NN&MT", EMPTY_HOME, "Bộ Nông nghiệp và Môi trường"),
    ("Bộ Văn hoá, Thể thao và Du lịch", EMPTY_HOME, "Bộ Văn hóa, Thể thao và Du lịch"),
    ("Bộ trưởng Bộ Tài chính", EMPTY_HOME, "Bộ trưởng Bộ Tài chính"),
    ("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", EMPTY_HOME, "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"),
    ("Thống đốc Ngân hàng Nhà nước", EMPTY_HOME, "Ngân hàng Nhà nước Việt Nam"),
    ("Phó Thủ tướng Chính phủ Trần Văn Xuân", EMPTY_HOME, "Phó Thủ tướng Chính phủ"),
    ("Ban Bí thư Trung ương Đảng", EMPTY_HOME, "Ban Bí thư"),
    ("Ban Chấp hành Trung ương khóa XI", EMPTY_HOME, "Ban Chấp hành Trung ương Đảng"),
    ("Đại hội XIII của Đảng", EMPTY_HOME, "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
    ("Ủy ban nhân dân (UBND) tỉnh Lạng Sơn", EMPTY_HOME, "Ủy ban nhân dân tỉnh Lạng Sơn"),
    ("Uỷ ban nhân dân tỉnh Hoà Bình", EMPTY_HOME, "Ủy ban nhân dân tỉnh Hòa Bình"),
    ("UBND TP. HCM", EMPTY_HOME, "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
    ("HĐND tỉnh Thừa Thiên Huế", EMPTY_HOME, "Hội đồng nhân dân tỉnh Thừa Thiên Huế"),
    ("Tỉnh ủy Bến Tre", EMPTY_HOME, "Tỉnh ủy Bến Tre"),
    ("Thành ủy TP. Hồ Chí Minh", EMPTY_HOME, "Thành ủy Thành phố Hồ Chí Minh"),
    ("UBND tỉnh", BEN_TRE, "Ủy ban nhân dân tỉnh Bến Tre"),
    ("đồng chí Bí thư Tỉnh ủy", BEN_TRE, "Bí thư Tỉnh ủy Bến Tre"),
    ("Chủ tịch UBND tỉnh", BEN_TRE, "Ủy ban nhân dân tỉnh Bến Tre"),
    ("Giám đốc Sở Nội vụ", BEN_TRE, "Sở Nội vụ tỉnh Bến Tre"),
    ("Văn phòng UBND tỉnh", BEN_TRE, "Văn phòng Ủy ban nhân dân tỉnh Bến Tre"),
    ("Ban Thường vụ Tỉnh ủy", BEN_TRE, "Ban Thường vụ Tỉnh ủy Bến Tre"),
    ("Thanh tra Sở", BEN_TRE, "Thanh tra Sở Giáo dục và Đào tạo tỉnh Bến Tre"),
    ("Phòng Tổ chức cán bộ", BEN_TRE, "Phòng Tổ chức cán bộ Sở Giáo dục và Đào tạo tỉnh Bến Tre"),
    ("Đại hội Đảng bộ tỉnh lần thứ XI", BEN_TRE, "Đại hội đại biểu Đảng bộ tỉnh Bến Tre lần thứ XI"),
    ("Phòng GD&ĐT", CAO_LOC, "Phòng Giáo dục và Đào tạo huyện Cao Lộc"),
    ("UBND huyện", CAO_LOC, "Ủy ban nhân dân huyện Cao Lộc"),
    ("UBND tỉnh", CAO_LOC, "Ủy ban nhân dân tỉnh Lạng Sơn"),
    ("Huyện ủy", CAO_LOC, "Huyện ủy Cao Lộc"),
    ("UBND Thành phố", HA_NOI, "Ủy ban nhân dân thành phố Hà Nội"),
    ("Thành ủy", HA_NOI, "Thành ủy Hà Nội"),
    ("Ban Pháp chế", HA_NOI, "Ban Pháp chế Hội đồng nhân dân thành phố Hà Nội"),
    ("Sở Y tế", HCM, "Sở Y tế Thành phố Hồ Chí Minh"),
    ("UBND xã Bình Phú, thành phố Bến Tre, tỉnh Bến Tre", EMPTY_HOME, "Ủy ban nhân dân xã Bình Phú"),
    ("Ban Chỉ đạo về chuyển đổi số tỉnh", BEN_TRE, "Ban Chỉ đạo về chuyển đổi số tỉnh Bến Tre"),
    ("Cục Thuế tỉnh Bến Tre", EMPTY_HOME, "Cục Thuế tỉnh Bến Tre"),
    ("ỦY BAN NHÂN DÂN XÃ TÂN KHÔNG", BEN_TRE, "Ủy ban nhân dân xã Tân Không"),
]


@pytest.mark.parametrize(("words", "where", "expected"), RESOLVED)
def test_resolve_body(words: str, where: Home, expected: str) -> None:
    body = resolve_body(words, where)
    assert body is not None
    assert body.name == expected


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("Sở GD&ĐT", EMPTY_HOME),
        ("UBND tỉnh", EMPTY_HOME),
        ("UBND tỉnh", HA_NOI),
        ("UBND huyện", BEN_TRE),
        ("Phòng Giáo dục và Đào tạo", BEN_TRE),
        ("Trung tâm Y tế", BEN_TRE),
        ("Huyện ủy", CENTRE),
        ("UBND huyện Châu Thành", EMPTY_HOME),
        ("năm 2024", BEN_TRE),
        ("Như trên", BEN_TRE),
        ("", BEN_TRE),
    ],
)
def test_what_names_no_body_or_leaves_it_open_is_none(words: str, where: Home) -> None:
    assert resolve_body(words, where) is None


def test_a_department_stands_under_its_committee_in_its_place() -> None:
    body = resolve_body("Sở GD&ĐT", BEN_TRE)
    assert body
    assert (body.id, body.kind, body.level) == ("body:so-giao-duc-va-dao-tao-tinh-ben-tre", "department", "province")
    assert body.part_of
    assert body.part_of.id == "body:ubnd-tinh-ben-tre"
    assert body.place
    assert body.place.id == "63:province:83"
    assert body.place.merged_into
    assert (body.place.merged_into.name, body.place.merged_on) == ("Vĩnh Long", "2025-07-01")


def test_ids_of_district_and_commune_bodies_end_with_what_is_above() -> None:
    district = resolve_body("UBND huyện Cao Lộc", EMPTY_HOME)
    assert district
    assert district.id == "body:ubnd-huyen-cao-loc-lang-son"
    assert (district.district, district.province) == ("Cao Lộc", "Lạng Sơn")
    first = resolve_body("UBND huyện Châu Thành", BEN_TRE)
    second = resolve_body("UBND huyện Châu Thành", home("Long An"))
    assert first
    assert second
    assert first.name == second.name
    assert first.id != second.id


def test_a_post_that_keeps_its_name_has_the_id_of_its_institution() -> None:
    post = resolve_body("Bộ trưởng Bộ Xây dựng", EMPTY_HOME)
    ministry = resolve_body("Bộ Xây dựng", EMPTY_HOME)
    assert post
    assert ministry
    assert (post.kind, post.id) == ("post", ministry.id)
    assert institution(post) == ministry == institution(ministry)


@pytest.mark.parametrize(
    ("words", "where", "owner"),
    [
        ("các sở, ban, ngành", BEN_TRE, "Ủy ban nhân dân tỉnh Bến Tre"),
        ("UBND các huyện, thành phố", BEN_TRE, "Ủy ban nhân dân tỉnh Bến Tre"),
        ("Các phòng GD&ĐT huyện, thành phố", BEN_TRE, "Ủy ban nhân dân tỉnh Bến Tre"),
        ("các đơn vị trực thuộc Sở", BEN_TRE, "Sở Giáo dục và Đào tạo tỉnh Bến Tre"),
        ("UBND xã, phường", HA_NOI, "Ủy ban nhân dân thành phố Hà Nội"),
        ("Các Bộ, cơ quan ngang Bộ", HA_NOI, "Chính phủ"),
        ("các Ủy ban của Quốc hội", CENTRE, "Quốc hội"),
        ("CT, PCT UBND tỉnh", BEN_TRE, "Ủy ban nhân dân tỉnh Bến Tre"),
        ("Đại biểu HĐND tỉnh", BEN_TRE, "Hội đồng nhân dân tỉnh Bến Tre"),
        ("Giám đốc các Sở: Nội vụ, Tài chính", BEN_TRE, "Ủy ban nhân dân tỉnh Bến Tre"),
    ],
)
def test_groups_stay_groups_with_their_owner(words: str, where: Home, owner: str) -> None:
    group = resolve_body(words, where)
    assert group
    assert group.kind == "group"
    assert group.part_of
    assert group.part_of.name == owner


ENDS = [
    "Chính phủ| ban hành Chương trình",
    "Bộ Giáo dục và Đào tạo| hướng dẫn thực hiện",
    "Ban Chấp hành Trung ương Đảng khóa XI| về đổi mới",
    "Quốc hội khóa XIV|, kỳ họp",
    "Bộ trưởng Bộ Lao động - Thương binh\n\n   và Xã hội| sửa đổi, bổ sung",
    "BỘ TRƯỞNG BỘ CÔNG THƯƠNG| QUY ĐỊNH HỒ SƠ",
    "HỘI ĐỒNG NHÂN DÂN TỈNH BẾN TRE| QUY ĐỊNH MỨC",
    "Thủ\n\nTướng Chính\nphủ| phê duyệt",
    "Ủy ban nhân dân (UBND) tỉnh Lạng Sơn| về việc",
    "UBND Thành phố| quy định chức năng",
    "Ủy ban nhân dân thành phố Cần Thơ| Thực hiện Chương trình",
    "Bộ Nông nghiệp và PTNT| (nay là Bộ Nông nghiệp và Môi trường)",
    "Bộ Giáo dục và Đào tạo| (GDĐT); Công văn",
    "Bộ Tài chính - Bộ Tư pháp - Văn phòng Chính phủ| hướng dẫn",
    "Ban Chỉ đạo về chuyển đổi số, cải cách hành chính tỉnh| ban hành Chương trình",
    "Đại hội đại biểu Đảng bộ tỉnh Bến Tre lần thứ XI, nhiệm kỳ 2020-2025|; Căn cứ",
    "Tỉnh ủy| về chuyển đổi số tỉnh Bến Tre",
    "Thủ tưởng Chính phủ| về việc phê duyệt",
    "Chính phủ|. Điều 2",
    "Sở GD&ĐT| về việc ban hành",
    "UBND xã Tân Không| về việc",
    "Trung tâm tư vấn pháp luật| nộp trực tiếp",
    "|giáo viên mầm non",
    "|thuốc lá",
    "|năm 2024",
    "|",
]


@pytest.mark.parametrize("marked", ENDS)
def test_find_body_name_end(marked: str) -> None:
    text = "ngày 01/3/2024 của " + marked.replace("|", "")
    start = len("ngày 01/3/2024 của ")
    assert text[start : find_body_name_end(text, start)] == marked.split("|")[0]


SYMBOLS = [
    ("CP", "Nghị định", EMPTY_HOME, "Chính phủ"),
    ("TTg", "Quyết định", EMPTY_HOME, "Thủ tướng Chính phủ"),
    ("QH13", None, EMPTY_HOME, "Quốc hội"),
    ("UBTVQH15", "Nghị quyết", EMPTY_HOME, "Ủy ban Thường vụ Quốc hội"),
    ("UBTVQHK9", "Nghị quyết", EMPTY_HOME, "Ủy ban Thường vụ Quốc hội"),
    ("BGD-ĐT", "Thông tư", EMPTY_HOME, "Bộ Giáo dục và Đào tạo"),
    ("BNN", "Thông tư", EMPTY_HOME, "Bộ Nông nghiệp và Phát triển nông thôn"),
    ("LĐTBXH", "Thông tư", EMPTY_HOME, "Bộ Lao động - Thương binh và Xã hội"),
    ("CT", "Công văn", EMPTY_HOME, "Cục Thuế"),
    ("TCTDTT", None, EMPTY_HOME, "Tổng cục Thể dục thể thao"),
    ("UBND", "Kế hoạch", BEN_TRE, "Ủy ban nhân dân tỉnh Bến Tre"),
    ("UBND", "Kế hoạch", CAO_LOC, "Ủy ban nhân dân huyện Cao Lộc"),
    ("UBND", "Kế hoạch", EMPTY_HOME, None),
    ("HĐND", "Nghị quyết", HA_NOI, "Hội đồng nhân dân thành phố Hà Nội"),
    ("SGDĐT", None, BEN_TRE, "Sở Giáo dục và Đào tạo tỉnh Bến Tre"),
    ("SGD-ĐT", None, CAO_LOC, "Sở Giáo dục và Đào tạo tỉnh Lạng Sơn"),
    ("SVH,TT&DL", None, BEN_TRE, "Sở Văn hóa, Thể thao và Du lịch tỉnh Bến Tre"),
    ("VPUBND", "Báo cáo", BEN_TRE, "Văn phòng Ủy ban nhân dân tỉnh Bến Tre"),
    ("BTC-BTP", "Thông tư liên tịch", EMPTY_HOME, "Bộ Tài chính; Bộ Tư pháp"),
    ("XYZ", None, BEN_TRE, None),
    ("", None, BEN_TRE, None),
]


@pytest.mark.parametrize(("symbol", "type_name", "where", "expected"), SYMBOLS)
def test_body_of_symbol(symbol: str, type_name: str | None, where: Home, expected: str | None) -> None:
    body = body_of_symbol(symbol, type_name, where)
    assert (body.name if body else None) == expected


@pytest.mark.parametrize(
    ("symbol", "type_name", "where", "expected"),
    [
        ("TW", "Nghị quyết", EMPTY_HOME, "Ban Chấp hành Trung ương Đảng"),
        ("TW", "Chỉ thị", EMPTY_HOME, None),
        ("TU", "Nghị quyết", BEN_TRE, "Tỉnh ủy Bến Tre"),
        ("TU", "Nghị quyết", CAO_LOC, "Tỉnh ủy Lạng Sơn"),
        ("TU", "Nghị quyết", HA_NOI, "Thành ủy Hà Nội"),
        ("HU", "Nghị quyết", CAO_LOC, "Huyện ủy Cao Lộc"),
        ("BCT", None, EMPTY_HOME, "Bộ Chính trị"),
        ("VPTW", "Hướng dẫn", EMPTY_HOME, "Văn phòng Trung ương Đảng"),
    ],
)
def test_party_symbols(symbol: str, type_name: str | None, where: Home, expected: str | None) -> None:
    body = body_of_symbol(symbol, type_name, where, party=True)
    assert (body.name if body else None) == expected


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        ("Ban Bí thư", "51-KL/TW", "tw"),
        (None, "29-NQ/TW", "tw"),
        ("Bộ trưởng Bộ Xây dựng", "36/2025/TT-BXD", "bo-xay-dung"),
        (None, "32/NQ-CP", "chinh-phu"),
        (None, "88/2014/QH13", "quoc-hoi"),
        ("Ban Thường vụ Tỉnh ủy", "19-NQ/TU", "tinh-uy-ben-tre"),
        ("Chủ tịch UBND tỉnh", "100/QĐ-UBND", "ubnd-tinh-ben-tre"),
        ("UBND huyện Cao Lộc", "148/KH-UBND", "ubnd-huyen-cao-loc-lang-son"),
        (None, "148/KH-UBND", None),
    ],
)
def test_document_issuer_slug(words: str | None, code: str, expected: str | None) -> None:
    body = resolve_body(words, BEN_TRE) if words else None
    assert document_issuer_slug(body, parse_document_number(code)) == expected


def test_abbreviations_of_the_document_itself() -> None:
    text = "Trung tâm Hạ tầng số (TTHTS) thuộc Sở; Ủy ban nhân dân (sau đây viết tắt là UBND) (xem Phụ lục) (ABC)"
    assert dict(find_abbreviations(text)) == {"TTHTS": "Trung tâm Hạ tầng số", "UBND": "Ủy ban nhân dân"}
    own = Home(BEN_TRE.province, level="province", abbreviations={"KHCNĐP": "Khoa học và Công nghệ"})
    body = resolve_body("Sở KHCNĐP", own)
    assert body
    assert body.name == "Sở Khoa học và Công nghệ tỉnh Bến Tre"


LANG_SON = home("Lạng Sơn", "Cao Lộc")


@pytest.mark.parametrize("name", list(body_facts()))
def test_every_issuer_row(name: str) -> None:
    fact = body_facts()[name]
    words = fact.example.split(" của ", 1)[1]
    end = find_body_name_end(fact.example, fact.example.index(words))
    assert end == len(fact.example)
    body = resolve_body(words, LANG_SON)
    assert body
    assert body.name.startswith(name)
    assert body.id.removeprefix("body:").startswith(body_slug(name))
    assert not fact.superior or fact.superior in body_facts()
    for wording in fact.also_written:
        place = words.removeprefix(name)
        same = resolve_body(wording + place, LANG_SON)
        assert same, wording
        assert same.name == body.name, wording


def test_every_symbol_names_one_body_of_its_branch() -> None:
    wheres = [LANG_SON, HA_NOI, home("Hà Nội", "thị xã Sơn Tây"), home("Bến Tre", "thành phố Bến Tre")]
    for fact in body_facts().values():
        for symbol in fact.symbols:
            found = [body_of_symbol(symbol, "Nghị quyết", w, party=fact.kind == "party") for w in wheres]
            assert any(body and body.name.startswith(fact.name) for body in found), symbol


@pytest.mark.parametrize("post", posts(), ids=lambda post: post.name)
def test_every_post_row(post: Post) -> None:
    assert find_body_name_end(post.example, 0) == len(post.example)
    body = resolve_body(post.example, LANG_SON)
    assert body
    assert body.name.startswith(post.name) is post.keeps_name


def test_every_row_of_the_smaller_facts() -> None:
    for row in read_facts("abbreviations.csv"):
        reader = WordReader(row["example"], 0, {})
        assert reader.get(0)
        assert len(reader.words) >= 1
        assert reader.words[0].key == row["long"].lower().split()[0].strip(",")
    for row in read_facts("open_heads.csv"):
        opened = read_open_name(row["example"], 0, {})
        assert open_heads().longest(WordReader(row["example"], 0, {}).get, 0)
        assert opened is not None
        assert opened.end == len(row["example"])
    for row in read_facts("name_ends.csv"):
        assert name_ends().longest(WordReader(row["words"], 0, {}).get, 0)
        opened = read_open_name(row["example"], 0, {})
        assert opened is not None
        assert opened.words == "Ban Quản lý dự án Sông Hồng"
    for row in read_facts("place_aliases.csv"):
        body = resolve_body(row["example"], EMPTY_HOME)
        assert body is not None
        assert body.province == row["name"]


@reads_to_the_end
@pytest.mark.parametrize("unit", ["Ủy ban nhân dân ", "của Ban Chỉ đạo về ", "Đại hội đại biểu ", "(UBND) ", "Ban "])
def test_near_misses_cost_no_more_than_their_length(unit: str) -> None:
    text = unit * (2_000_000 // len(unit))
    starts = [match.start() for match in re.finditer(r"(?<=\s)\S", text)][:10_000]
    for start in starts:
        find_body_name_end(text, start)
    find_abbreviations(text)
