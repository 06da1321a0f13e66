"""Headers: letterheads of many shapes, texts that have none, and the real documents where they are at hand."""

import csv
import json
from pathlib import Path

import pytest

from loaders.header import home_of, read_header
from loaders.inferred_issuers import commonest_province
from loaders.letterhead import read_letterhead
from loaders.normalise import fold, normalise, squeeze
from loaders.recipients import find_recipients
from loaders.records import Header
from tests.loaders.letterhead_facts import EXPECTED
from tests.near_misses import reads_to_the_end

TEXTS = Path(__file__).parent / "letterheads"


def read(name: str) -> str:
    return normalise((TEXTS / f"{name}.txt").read_text(encoding="utf-8")).text


def doubled(text: str) -> str:
    """The text as some converters leave it: a blank line between every two lines."""
    return text.replace("\n", "\n\n")


def stated(text: str, names: dict[str, object]) -> dict[str, object]:
    header = read_header(text)
    got: dict[str, object] = {}
    for name in names:
        if name == "issuer":
            got[name] = header.issuer.name if header.issuer else None
        elif name == "recipients":
            got[name] = tuple(recipient.text for recipient in find_recipients(text, header))
        else:
            got[name] = getattr(header, name)
    return got


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_letterheads(name: str) -> None:
    assert stated(read(name), EXPECTED[name]) == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(path.stem for path in TEXTS.glob("*.txt")))
def test_every_text_is_expected_and_spans_show_their_words(name: str) -> None:
    assert name in EXPECTED
    text = read(name)
    header = read_header(text)
    if header.title_start is not None and header.title_end is not None:
        assert squeeze(text[header.title_start : header.title_end]) == header.title
    end = len(text) if header.body_end is None else header.body_end
    assert 0 <= header.body_start <= end <= len(text)
    if header.issuer_start is not None and header.issuer_end is not None:
        assert text[header.issuer_start : header.issuer_end].strip()


@pytest.mark.parametrize(
    "name", ["ministry_2002", "party_province", "telegram_with_hour", "council_session", "consolidated"]
)
def test_blank_line_after_every_line_changes_nothing(name: str) -> None:
    assert stated(doubled(read(name)), EXPECTED[name]) == EXPECTED[name]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Căn cứ Nghị quyết số 32/NQ-CP ngày 20 tháng 3 năm 2024 của Chính phủ.",
        "NGHỊ QUYẾT SỐ 214/NQ-CP NGÀY 23/7/2025 CỦA CHÍNH PHỦ",
        "I. MỤC ĐÍCH\n1. Triển khai Nghị quyết số 32/NQ-CP.\n2. Sở Tài chính chủ trì.\n",
        "Plain words in another language, with 12/2024 in them.",
    ],
)
def test_text_that_says_nothing_of_itself(text: str) -> None:
    header = read_header(text)
    fields = (
        header.type,
        header.number,
        header.symbol,
        header.code,
        header.date,
        header.title,
        header.issuer,
        header.signer,
    )
    assert fields == (None,) * len(fields)
    assert header.body_start == 0
    assert find_recipients(text, header) == ()


@pytest.mark.parametrize(
    ("line", "date", "place"),
    [
        ("Bến Tre, ngày       tháng     năm 2024", "2024", "Bến Tre"),
        ("Cao Lộc, ngày tháng 6 năm 2024", "2024-06", "Cao Lộc"),
        ("Hà Nội, ngày … tháng … năm 2024", "2024", "Hà Nội"),
        ("Hà Nội, ngày 05 tháng 6 năm 2024", "2024-06-05", "Hà Nội"),
        ("Hà Nội, ngày 05/6/2024", "2024-06-05", "Hà Nội"),
        ("Hà Nội ngày 01\ntháng 12 năm 2025", "2025-12-01", "Hà Nội"),
        ("Thành phố Hồ Chí\nMinh, ngày 18 tháng 11 năm 2025", "2025-11-18", "Thành phố Hồ Chí Minh"),
        ("Huế, hồi 9 giờ 30, ngày 18 tháng 11 năm 2025", "2025-11-18", "Huế"),
        ("Hà Nội, ngày 45 tháng 6 năm 2024", "2024-06", "Hà Nội"),
        ("Gia Hòa 1, ngày 05 tháng 6 năm 2024", "2024-06-05", "Gia Hòa 1"),
        ("Ngày 24 tháng 11 năm 2002", "2002-11-24", None),
    ],
)
def test_place_and_date(line: str, date: str | None, place: str | None) -> None:
    head = read_letterhead(f"BỘ TÀI CHÍNH\nSố: 12/QĐ-BTC\n{line}\n\nQUYẾT ĐỊNH\nVề việc khen thưởng\n")
    assert (head.date, head.place, head.type) == (date, place, "Quyết định")


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [
        ("Số:          /KH-SGD&ĐT", None, "KH-SGD&ĐT"),
        ("Số: ......./KH-UBND", None, "KH-UBND"),
        ("Số:      /2024/NĐ-CP", None, "NĐ-CP"),
        ("Số 15 - KH/TU", "15", "KH/TU"),
        ("Số:\n37/2025/NQ-HĐND", "37", "NQ-HĐND"),
        ("Luật số: 43/2019/QH14", "43", "QH14"),
        ("Số: 45", "45", None),
        ("Số:", None, None),
    ],
)
def test_number_line(line: str, number: str | None, symbol: str | None) -> None:
    header = read_header(
        f"UBND TỈNH BẾN TRE\n{line}\nBến Tre, ngày 5 tháng 6 năm 2024\n\nKẾ HOẠCH\nNăm 2024\n\nI. MỤC ĐÍCH\n"
    )
    assert (header.number, header.symbol) == (number, symbol)


def test_title_ends_before_the_enacting_body() -> None:
    title = "VỀ LỊCH CÔNG TÁC CỦA\nBỘ NỘI VỤ\nBỘ TRƯỞNG BỘ NỘI VỤ\n"
    text = f"QUYẾT ĐỊNH\n{title}Căn cứ Luật Thống kê;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành.\n"
    header = read_header(text)
    assert header.title == "VỀ LỊCH CÔNG TÁC CỦA BỘ NỘI VỤ"
    assert header.issuer is not None
    assert header.issuer.name == "Bộ Nội vụ"
    assert text[header.body_start :].startswith("Căn cứ")


def test_telegram_keeps_its_addressees_in_the_body() -> None:
    text = read("telegram_with_hour")
    assert text[read_header(text).body_start :].startswith("THỦ TƯỚNG CHÍNH PHỦ điện:")


def test_home_knows_place_issuer_and_own_short_forms() -> None:
    text = read("district_office") + "\nTrung tâm Giáo dục nghề nghiệp (TTGDNN) huyện.\n"
    home = home_of(read_header(text), text)
    assert home.province is not None
    assert home.district is not None
    assert (home.province.name, home.district.name, home.level) == ("Lạng Sơn", "Cao Lộc", "district")
    assert home.abbreviations["TTGDNN"] == "Trung tâm Giáo dục nghề nghiệp"
    assert home_of(Header(), "").province is None


def test_commonest_province() -> None:
    place = commonest_province("Tỉnh ủy Bến Tre; UBND tỉnh Bến Tre; bài học của tỉnh Nghệ An", "2024")
    assert place is not None
    assert place.name == "Bến Tre"
    assert commonest_province("các tỉnh, thành phố", None) is None


@reads_to_the_end
@pytest.mark.parametrize(
    "piece",
    [
        "1234567890/",
        "(",
        "- ",
        "KT. ",
        "Nơi nhận: ",
        "CHỦ TỊCH ",
        "\n",
        "\n- A;",
        "- Lưu: VT;\n",
        "Số: \n",
        " ",
        "Căn cứ ",
    ],
)
def test_a_megabyte_of_near_misses_is_read_in_linear_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    find_recipients(text, read_header(text))


def test_site_fields_of_the_corpus(shared: Path) -> None:
    """Number on every file; type, signer, date and issuer on those whose site states them, each at its least share."""
    right: dict[str, list[bool]] = {}
    with (shared / "corpus" / "index.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    for row in rows:
        header = read_header(normalise((shared / "corpus" / row["file"]).read_text(encoding="utf-8")).text)
        right.setdefault("number", []).append(header.code == row["number"])
        if not row["type_by_site"]:
            continue
        date = "-".join(reversed(row["date_by_site"].split("/")))
        place = row["issuer_by_site"].removeprefix("Tỉnh ").removeprefix("Thành phố ")
        issuer = header.issuer.name if header.issuer else ""
        right.setdefault("type", []).append(fold(header.type or "") == fold(row["type_by_site"]))
        right.setdefault("signer", []).append(fold(header.signer or "") == fold(row["signer_by_site"]))
        right.setdefault("date", []).append(header.date == date)
        right.setdefault("issuer", []).append(fold(place) in (fold(header.province or ""), fold(issuer)))
    shares = {name: sum(each) / len(each) for name, each in right.items()}
    least = {"number": 1.0, "type": 0.98, "signer": 0.98, "date": 0.98, "issuer": 0.95}
    assert {name: share for name, share in shares.items() if share < least[name]} == {}


@pytest.mark.parametrize(("gold", "texts"), [("gold", "samples"), ("gold-more", "corpus")])
def test_annotated_headers(shared: Path, gold: str, texts: str) -> None:
    wrong = []
    for path in sorted((shared / gold).glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))["document"]
        text = normalise((shared / texts / f"{path.stem}.txt").read_text(encoding="utf-8")).text
        header = read_header(text)
        got = {
            name: getattr(header, name)
            for name in ("type", "number", "date", "level", "province", "district", "signer")
        }
        got["issuer"] = header.issuer.name if header.issuer else None
        wrong += [
            (path.stem, name, value) for name, value in got.items() if fold(str(value)) != fold(str(document[name]))
        ]
    assert wrong == []
