"""Paragraphs, numbering paths and layouts."""

import pytest

from loaders.normalise import normalise
from loaders.outline import Block, read_outline
from loaders.records import Header
from tests.near_misses import reads_to_the_end

PLAN = """I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao chất lượng của công tác lưu trữ.
II. NỘI DUNG
1. Nhiệm vụ chung:
a) Rà soát hồ sơ lưu trữ tại
các phòng chuyên môn.
b) Số hóa hồ sơ.
2. Nhiệm vụ cụ thể
2.1. Sở Nội vụ
- Hướng dẫn các xã.
2.2. Sở Tài chính
- Bố trí kinh phí.
III. TỔ CHỨC THỰC HIỆN
Các cơ quan, đơn vị thực hiện Kế hoạch này.
"""


def outline(text: str, body_end: int | None = None) -> tuple[Block, ...]:
    return read_outline(normalise(text).text, Header(body_end=body_end))


def test_numbers_above_make_the_section() -> None:
    assert [(b.kind, b.section, b.text) for b in outline(PLAN)] == [
        ("roman", "I", "MỤC ĐÍCH, YÊU CẦU"),
        ("number", "I.1", "Mục đích"),
        ("dash", "I.1", "Nâng cao chất lượng của công tác lưu trữ."),
        ("roman", "II", "NỘI DUNG"),
        ("number", "II.1", "Nhiệm vụ chung:"),
        ("letter", "II.1.a", "Rà soát hồ sơ lưu trữ tại các phòng chuyên môn."),
        ("letter", "II.1.b", "Số hóa hồ sơ."),
        ("number", "II.2", "Nhiệm vụ cụ thể"),
        ("number", "II.2.1", "Sở Nội vụ"),
        ("dash", "II.2.1", "Hướng dẫn các xã."),
        ("number", "II.2.2", "Sở Tài chính"),
        ("dash", "II.2.2", "Bố trí kinh phí."),
        ("roman", "III", "TỔ CHỨC THỰC HIỆN"),
        (None, "III", "Các cơ quan, đơn vị thực hiện Kế hoạch này."),
    ]


OLD_MARKERS = """I- MỤC ĐÍCH, YÊU CẦU
1- Nâng cao nhận thức của hội viên về quyền trẻ em.
II- NHIỆM VỤ
1/- Sở Công nghiệp chủ trì kiểm tra lưới điện.
1.1- Mở đợt kiểm tra cao điểm.
2/- Ngành thủy lợi:
a- Nạo vét kênh cấp I.
b- Tu sửa cống Vàm.
12 - 15 người tham gia là đủ.
20-3-2002 là hạn cuối cùng.
"""


def test_markers_of_the_party_and_of_old_documents() -> None:
    assert [(b.kind, b.section, b.text.split(" ")[0]) for b in outline(OLD_MARKERS)] == [
        ("roman", "I", "MỤC"),
        ("number", "I.1", "Nâng"),
        ("roman", "II", "NHIỆM"),
        ("number", "II.1", "Sở"),
        ("number", "II.1.1", "Mở"),
        ("number", "II.2", "Ngành"),
        ("letter", "II.2.a", "Nạo"),
        ("letter", "II.2.b", "Tu"),
        (None, "II.2", "12"),
        (None, "II.2", "20-3-2002"),
    ]


def test_a_line_longer_than_a_page_is_wide_is_a_paragraph() -> None:
    long = "1. Tập đoàn " + "huy động nhân lực khắc phục sự cố lưới điện tại các huyện miền núi " * 3 + "trong tháng 9."
    text = f"{long}\nYêu cầu các đơn vị thực hiện.\n2. {long[3:]}"
    assert [b.text for b in outline(text)][:2] == [long[3:], "Yêu cầu các đơn vị thực hiện."]


def test_spans_hold_marker_and_text() -> None:
    for block in outline(PLAN):
        words = PLAN[block.start : block.end]
        assert words.startswith(block.marker or block.text[:5])
        assert " ".join(PLAN[block.text_start : block.end].split()) == block.text


def test_parents_and_children() -> None:
    blocks = outline(PLAN)
    assert [b.parent for b in blocks] == [None, 0, 1, None, 3, 4, 4, 3, 7, 8, 7, 10, None, 12]
    assert [b.children for b in blocks] == [1, 1, 0, 2, 2, 0, 0, 2, 1, 0, 1, 0, 1, 0]


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        (
            "Điều 1. Phạm vi điều chỉnh\n1. Quyết định này quy định phí.\nĐiều 2. Tổ chức thực hiện\n1. Giao Sở Y tế.",
            ["Điều 1", "Điều 1.1", "Điều 2", "Điều 2.1"],
        ),
        (
            "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\na) Một việc.",
            ["Chương I", "Chương I.Điều 1", "Chương I.Điều 1.a"],
        ),
        ("Phần II:\nPHƯƠNG HƯỚNG\n1. Việc một\n\nLàm ngay.", ["II", "II.1", "II.1"]),
        ("1. Bộ Tài chính:\n(1) Rà soát.\n(2) Tổng hợp.", ["1", "1.1", "1.2"]),
        ("A. PHẦN ĐẦU\nI. MỘT\n1/ Việc.", ["A", "A.I", "A.I.1"]),
        ("* Một số nhiệm vụ\n- Việc một.\n+ Việc nhỏ.", [None, None, None]),
    ],
)
def test_sections(text: str, sections: list[str | None]) -> None:
    assert [b.section for b in outline(text)] == sections


@pytest.mark.parametrize(
    "text",
    [
        "- Thực hiện Nghị định của\nChính phủ tại Điều\n5. Nội dung tiếp theo của câu này",
        "- Triển khai kế hoạch giai đoạn 2021\n- 2025 trên toàn tỉnh.",
        "- Theo quy định tại khoản\n1. của Luật này.",
        "- Kết nối kho dữ liệu quốc gia với hệ thống thông tin của các ngành kinh tế\n- Xã hội trên cả nước.",
    ],
)
def test_numbers_and_dashes_of_a_sentence_begin_nothing(text: str) -> None:
    assert len(outline(text)) == 1


def test_a_blank_line_between_every_two_lines() -> None:
    lines = [
        "1. Phòng Tài chính - Kế hoạch",
        "- Tiếp tục chỉ đạo các cơ sở giáo dục phổ thông công lập thực hiện quy định hỗ",
        "trợ chi phí học tập cho học sinh tại các xã có điều kiện kinh tế khó khăn theo",
        "quy định hiện hành của Chính phủ và của tỉnh.",
        "2. Thanh tra Sở",
        "Tiếp tục hướng dẫn, phối hợp, tham mưu tổ chức thanh tra, kiểm tra công tác lựa",
        "chọn sách giáo khoa và việc mua sắm thiết bị dạy học trong toàn ngành năm học",
        "này theo quy định.",
        "3. Văn phòng Sở",
        "Theo dõi việc thực hiện và báo cáo lãnh đạo Sở hằng quý về tiến độ của các phòng",
        "chuyên môn, nghiệp vụ; đôn đốc các đơn vị gửi báo cáo đúng hạn; tham mưu khen",
        "thưởng cuối năm.",
    ]
    assert [b.text[:15] for b in outline("\n\n".join(lines))] == [
        "Phòng Tài chính",
        "Tiếp tục chỉ đạ",
        "Thanh tra Sở",
        "Tiếp tục hướng ",
        "Văn phòng Sở",
        "Theo dõi việc t",
    ]


def test_text_after_the_signature_is_the_annex() -> None:
    body = "1. Việc một.\n\n"
    text = body + "Nơi nhận:\n- Như trên;\n\nGIÁM ĐỐC\nLê A\n\nPHỤ LỤC II\n\nDANH MỤC VIỆC\n\n1. Việc hai."
    blocks = outline(text, body_end=len(body))
    assert [(b.annex, b.text) for b in blocks] == [
        (None, "Việc một."),
        ("Phụ lục II", "DANH MỤC VIỆC"),
        ("Phụ lục II", "Việc hai."),
    ]


def test_quoted_text_of_another_act_is_marked() -> None:
    text = """Điều 1. Sửa đổi Quy định
1. Sửa đổi khoản 2 như sau:
“2. Sở Tài chính có trách nhiệm thẩm định.
3. Sở Nội vụ có trách nhiệm theo dõi.”
2. Bãi bỏ Điều 5."""
    assert [b.quoted for b in outline(text)] == [False, False, True, True, False]


@reads_to_the_end
@pytest.mark.parametrize(
    "unit",
    [
        "\n",
        " \n",
        "\n \n",
        "a\n\n",
        "A\n",
        "1. \n",
        "- a\n",
        "“1. a\n",
        "I. I. I. ",
        "điểm a) ",
        "-\n",
        "Phụ lục ",
        "x ",
        '"\n',
    ],
)
def test_a_megabyte_of_near_misses_is_read_in_linear_time(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    read_outline(text, Header())
