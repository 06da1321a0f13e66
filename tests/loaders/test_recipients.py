"""Recipients: what counts as a line of the list, what is kept of it, and what it is sent for."""

import json
from pathlib import Path

import pytest

from loaders.header import read_header
from loaders.normalise import normalise, squeeze
from loaders.recipients import find_recipients
from loaders.records import Header


def lines(text: str) -> list[tuple[str, str | None]]:
    return [(recipient.text, recipient.purpose) for recipient in find_recipients(text, Header())]


@pytest.mark.parametrize(
    ("line", "text", "purpose"),
    [
        ("UBND tỉnh (để báo cáo);", "UBND tỉnh", "để báo cáo"),
        ("UBND tỉnh; (b/c)", "UBND tỉnh", "b/c"),
        ("Thường trực HĐND tỉnh; (Báo cáo)", "Thường trực HĐND tỉnh", "Báo cáo"),
        ("Trường Năng khiếu (thực hiện);", "Trường Năng khiếu", "thực hiện"),
        ("Các đơn vị (để phối hợp chỉ đạo);", "Các đơn vị", "để phối hợp chỉ đạo"),
        ("Sở Nội vụ để báo cáo;", "Sở Nội vụ", "để báo cáo"),
        ("Các xã (để biết, thực hiện);", "Các xã", "để biết, thực hiện"),
        ("Phó Chánh Văn phòng (đ/c An);", "Phó Chánh Văn phòng (đ/c An)", None),
        ("Bộ Tư pháp (Cục Kiểm tra văn bản);", "Bộ Tư pháp (Cục Kiểm tra văn bản)", None),
        ("Như Điều 4;", "Như Điều 4", None),
        ("VPUB: CVP, các PCVP;", "VPUB: CVP, các PCVP", None),
        ("Bí thư; Chủ tịch.", "Bí thư; Chủ tịch", None),
    ],
)
def test_line(line: str, text: str, purpose: str | None) -> None:
    assert lines(f"Nơi nhận:\n- {line}\n- Lưu: VT.\n") == [(text, purpose)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\nTrần Văn Ba\n", ["Như trên"]),
        ("Nơi nhận:\n-\nSở Y tế;\n- Các sở,\nban, ngành;\n- Lưu VT.", ["Sở Y tế", "Các sở, ban, ngành"]),
        ("Nơi nhận:\nNhư trên;\nSở Y tế;\nLưu: VT.", ["Như trên", "Sở Y tế"]),
        ("thi hành./.\n- Sở Y tế; - Sở Nội vụ;\n- Lưu: VT.", ["Sở Y tế", "Sở Nội vụ"]),
        (
            "Nơi nhận: KT. GIÁM ĐỐC\n- Sở Y tế; PHÓ GIÁM ĐỐC\n- Sở Nội vụ;\n- Lưu: VT.\nTrần Văn Ba",
            ["Sở Y tế", "Sở Nội vụ"],
        ),
        ("| Nơi nhận:<br>- Sở Y tế;<br>- Lưu: VT. | GIÁM ĐỐC<br>Trần Văn Ba |", ["Sở Y tế"]),
        ("Kính gửi: Sở Y tế\n- Sở Nội vụ;\nĐề nghị các sở thực hiện./.\n", []),
        ("Nơi nhận:\n- Sở Y tế;\nGIÁM ĐỐC\nTrần Văn Ba\n\nPHỤ LỤC\n- Việc một;\n- Việc hai;\n", ["Sở Y tế"]),
        ("Nơi nhận:\n- Sở Y tế;\n- Lưu: VT.\n08 KH\nGIÁM ĐỐC\nTrần Văn Ba\n- Việc một;\n", ["Sở Y tế"]),
    ],
)
def test_list(text: str, expected: list[str]) -> None:
    assert [words for words, _ in lines(text)] == expected


def test_recipients_resolve_in_the_home_of_the_document() -> None:
    text = (
        "UBND TỈNH BẾN TRE\nSỞ NỘI VỤ\nSố: 5/KH-SNV\nBến Tre, ngày 5 tháng 6 năm 2024\n"
        "KẾ HOẠCH\nNăm 2024\n\nI. MỤC ĐÍCH\n1. Tốt.\n"
        "Nơi nhận:\n- UBND tỉnh (b/c);\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\nTrần Văn Ba\n"
    )
    committee, above = find_recipients(text, read_header(text))
    assert committee.body is not None
    assert committee.body.name == "Ủy ban nhân dân tỉnh Bến Tre"
    assert text[committee.start : committee.end] == "UBND tỉnh"
    assert (above.text, above.body) == ("Như trên", None)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Cục KSTTHC, Văn phòng Chính phủ", "Cục Kiểm soát thủ tục hành chính"),
        ("Cục KSTTHC, Bộ Tư pháp", None),
        ("Vụ Pháp chế, Bộ Nội vụ", None),
        ("Văn phòng Quốc hội, Văn phòng Chính phủ", None),
    ],
)
def test_a_unit_with_its_superior_behind_it_is_the_unit(words: str, name: str | None) -> None:
    head = "UBND TỈNH BẾN TRE\nSố: 5/KH-UBND\nKẾ HOẠCH\nNăm 2024\n\nI. MỤC ĐÍCH\n1. Tốt.\n"
    text = f"{head}Nơi nhận:\n- {words};\n- Lưu: VT.\n"
    (recipient,) = find_recipients(text, read_header(text))
    assert (recipient.body.name if recipient.body else None) == name


@pytest.mark.parametrize(("gold", "texts"), [("gold", "samples"), ("gold-more", "corpus")])
def test_annotated_recipients(shared: Path, gold: str, texts: str) -> None:
    for path in sorted((shared / gold).glob("*.json")):
        expected = [(r["text"], r["purpose"]) for r in json.loads(path.read_text(encoding="utf-8"))["recipients"]]
        text = normalise((shared / texts / f"{path.stem}.txt").read_text(encoding="utf-8")).text
        found = find_recipients(text, read_header(text))
        assert [(r.text, r.purpose) for r in found] == expected
        assert all(squeeze(text[r.start : r.end]) == r.text for r in found)
