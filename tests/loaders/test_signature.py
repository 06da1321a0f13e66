"""Signatures: the signer and the posts above the name, in any order of the columns."""

import pytest

from loaders.closing import find_closing
from loaders.facts_files import read_facts
from loaders.personal_names import is_post, read_name
from loaders.signature import Signature, read_signature


@pytest.mark.parametrize(
    ("text", "signer", "title"),
    [
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Văn Ba", "Trần Văn Ba", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH"),
        ("TM. ỦY BAN\nNHÂN DÂN\nCHỦ TỊCH\nTrần Văn Ba", "Trần Văn Ba", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"),
        ("TL. BỘ TRƯỞNG\nVỤ TRƯỞNG\n(Đã ký)\nTRẦN VĂN BA", "Trần Văn Ba", "TL. BỘ TRƯỞNG VỤ TRƯỞNG"),
        ("Q. GIÁM ĐỐC\nThS. Lê Thị Hoa", "Lê Thị Hoa", "Q. GIÁM ĐỐC"),
        ("T/M BAN BÍ THƯ\nTHƯỜNG TRỰC\nTrần Văn Ba", "Trần Văn Ba", "T/M BAN BÍ THƯ THƯỜNG TRỰC"),
        (
            "Nơi nhận:\n- Lưu: VT.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nĐại\ntướng Trần Văn Ba",
            "Trần Văn Ba",
            "KT. BỘ TRƯỞNG THỨ TRƯỞNG",
        ),
        ("Nơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nTrần\nVăn Ba\n\nPHỤ LỤC", "Trần Văn Ba", "GIÁM ĐỐC"),
        ("Nơi nhận:  GIÁM ĐỐC\n- Sở Y tế;\n- Lưu: VT.\n\nTrần Văn Ba", "Trần Văn Ba", "GIÁM ĐỐC"),
        (
            "TM. CHÍNH PHỦKT. THỦ TƯỚNGPHÓ THỦ TƯỚNG(Đã ký)Trần Văn Ba",
            "Trần Văn Ba",
            "TM. CHÍNH PHỦ KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG",
        ),
        ("Nơi nhận:\n- Lưu: VT.\nKt. Chủ tịch\nPhó Chủ tịch\nTrần Văn Ba", "Trần Văn Ba", "Kt. Chủ tịch Phó Chủ tịch"),
        ("GIÁM ĐỐC Trần Văn Ba", "Trần Văn Ba", "GIÁM ĐỐC"),
        ("Điều 3. Thi hành.\nTrần Văn Ba\n(Đã ký)", "Trần Văn Ba", None),
        (
            "KT. BỘ TRƯỞNG BỘ Y TẾ\nTHỨ TRƯỞNG\nLê Văn Năm\nKT. BỘ TRƯỞNG BỘ NỘI VỤ\nTHỨ TRƯỞNG\nTrần Văn Ba",
            "Lê Văn Năm",
            "KT. BỘ TRƯỞNG BỘ Y TẾ THỨ TRƯỞNG",
        ),
        ("Nơi nhận:\n- Sở Y tế;\n- Lưu: VT.", None, None),
    ],
)
def test_signature(text: str, signer: str | None, title: str | None) -> None:
    closing = find_closing(text)
    assert closing is not None
    assert read_signature(text, closing) == Signature(signer, title)


@pytest.mark.parametrize(
    "text", ["", "Sở Y tế báo cáo.", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật X;\nĐiều 1. Ban hành."]
)
def test_no_signature(text: str) -> None:
    assert find_closing(text) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Trần Văn Ba", "Trần Văn Ba"),
        ("Thượng tướng Trần Văn Ba", "Trần Văn Ba"),
        ("GS.TS. Lê Thị Hoa", "Lê Thị Hoa"),
        ("Rcom Sa Duyên", "Rcom Sa Duyên"),
        ("H'Yim Kđoh", "H'Yim Kđoh"),
        ("BẢN HỢP NHẤT", None),
        ("Sở Y tế", None),
        ("GIÁM ĐỐC", None),
        ("Trần", None),
        ("Lưu: VT", None),
    ],
)
def test_names_of_people(words: str, name: str | None) -> None:
    assert read_name(words) == name


@pytest.mark.parametrize("row", list(read_facts("signing_posts.csv")), ids=lambda row: row["post"])
def test_facts_of_posts(row: dict[str, str]) -> None:
    assert is_post(row["post"].upper())
    assert is_post(row["example"])


@pytest.mark.parametrize("row", list(read_facts("surnames.csv")), ids=lambda row: row["surname"])
def test_facts_of_surnames(row: dict[str, str]) -> None:
    assert read_name(row["example"]) == row["example"]
