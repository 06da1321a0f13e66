"""What is a task and what is not, with heading, section, assignees and citations."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.body_patterns import VERB_START
from loaders.extraction import extract_document
from loaders.facts_files import read_facts
from loaders.home import Home
from loaders.outline import read_outline
from loaders.places import find_place
from loaders.record_json import record_to_json
from loaders.records import Citation, Header, Task
from loaders.sections import read_title
from loaders.tasks import find_tasks
from tests.loaders.task_texts import tasks_of
from tests.near_misses import reads_to_the_end


def short(tasks: tuple[Task, ...]) -> list[tuple[str | None, str, list[tuple[str, str]]]]:
    return [(t.section, t.text, [(a.text, a.role) for a in t.assigned]) for t in tasks]


ALL = [("all", "all")]


@pytest.mark.parametrize("row", tuple(read_facts("task_verbs.csv")), ids=lambda row: row["verb"])
def test_each_verb_begins_a_task(row: dict[str, str]) -> None:
    assert row["source"]
    assert row["example"].lower().startswith(row["verb"])
    assert VERB_START.match(row["example"])
    found = tasks_of(f"II. NHIỆM VỤ\n- {row['example']}")
    assert [t.text for t in found] == ([row["example"]] if len(row["example"]) >= 12 else [])


@pytest.mark.parametrize("row", tuple(read_facts("section_titles.csv")), ids=lambda row: row["words"])
def test_each_title_says_what_its_section_holds(row: dict[str, str]) -> None:
    assert row["source"]
    title = row["example"].split(". ", 1)[-1].split(") ", 1)[-1]
    assert read_title(title) == row["holds"]


def test_purposes_and_targets_hold_no_tasks() -> None:
    text = """I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao chất lượng đội ngũ.
2. Yêu cầu
- Bảo đảm thiết thực, hiệu quả.
- Các phòng, ban tích cực tham mưu thực hiện nhiệm vụ được giao.
II. MỤC TIÊU
- Hoàn thành 100% việc số hóa.
* Một số nhiệm vụ trọng tâm
- Rà soát hồ sơ lưu trữ.
III. KINH PHÍ THỰC HIỆN
1. Nguồn ngân sách nhà nước theo phân cấp.
2. Các sở, ban, ngành lập dự toán kinh phí hằng năm."""
    assert short(tasks_of(text)) == [
        ("I.2", "Các phòng, ban tích cực tham mưu thực hiện nhiệm vụ được giao.", [("Các phòng, ban", "all")]),
        ("II", "Rà soát hồ sơ lưu trữ.", ALL),
        ("III.2", "Các sở, ban, ngành lập dự toán kinh phí hằng năm.", [("Các sở, ban, ngành", "all")]),
    ]


def test_headings_give_their_bodies_to_the_items() -> None:
    text = """V. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
- Chủ trì, phối hợp với Sở Tài chính lập kế hoạch.
- Sở Xây dựng thẩm định thiết kế.
2. Đề nghị Hội Nông dân tỉnh: Tuyên truyền tới hội viên.
3. Bộ Y tế chủ trì, phối hợp với các địa phương:
a) Chuẩn bị đủ thuốc cho nhân dân."""
    assert short(tasks_of(text)) == [
        (
            "V.1",
            "Chủ trì, phối hợp với Sở Tài chính lập kế hoạch.",
            [("Sở Nội vụ", "lead"), ("Sở Tài chính", "coordinate")],
        ),
        ("V.1", "Sở Xây dựng thẩm định thiết kế.", [("Sở Xây dựng", "lead")]),
        ("V.2", "Tuyên truyền tới hội viên.", [("Hội Nông dân tỉnh", "lead")]),
        ("V.3.a", "Chuẩn bị đủ thuốc cho nhân dân.", [("Bộ Y tế", "lead"), ("các địa phương", "coordinate")]),
    ]


def test_the_heading_is_the_title_above() -> None:
    text = "III. NHIỆM VỤ\n1. Phát triển hạ tầng số\n- Nâng cấp trung tâm dữ liệu.\n2. Sở Y tế: Rà soát hồ sơ bệnh án."
    assert [t.heading for t in tasks_of(text)] == ["Phát triển hạ tầng số", "Sở Y tế"]


def test_a_lead_in_with_things_is_one_task_and_one_with_actions_is_none() -> None:
    things = "III. GIẢI PHÁP\n1. Triển khai các nền tảng số như:\n- Hệ thống giám sát.\n- Hệ thống thu phí."
    assert [t.text for t in tasks_of(things)] == ["Triển khai các nền tảng số như:"]
    actions = "III. GIẢI PHÁP\n1. Thực hiện tốt các nhiệm vụ sau:\n- Rà soát hồ sơ cũ.\n- Tổng hợp số liệu."
    assert [t.text for t in tasks_of(actions)] == ["Rà soát hồ sơ cũ.", "Tổng hợp số liệu."]


def test_an_order_with_bullets_is_a_task_beside_them() -> None:
    text = (
        "IV. TỔ CHỨC THỰC HIỆN\n1. Các cơ quan, đơn vị xây dựng kế hoạch.\n- Giới thiệu điển hình.\n- Báo cáo kết quả."
    )
    assert [(t.text, t.assigned[0].text) for t in tasks_of(text)] == [
        ("Các cơ quan, đơn vị xây dựng kế hoạch.", "Các cơ quan, đơn vị"),
        ("Giới thiệu điển hình.", "Các cơ quan, đơn vị"),
        ("Báo cáo kết quả.", "Các cơ quan, đơn vị"),
    ]


def test_fields_beside_an_item_say_who_and_when() -> None:
    text = """III. NỘI DUNG HOẠT ĐỘNG
1. Nâng cao nhận thức
a) Hoạt động 1
- Nội dung: Tổ chức lễ phát động.
- Cơ quan thực hiện: Sở Nội vụ chủ trì, phối hợp với Sở Y tế.
- Thời gian thực hiện: Quý IV/2025.
b) Hoạt động 2
- Nội dung: Tập huấn cán bộ xã.
- Cơ quan chủ trì: Sở Tư pháp.
- Cơ quan phối hợp: Sở Nội vụ.
- Thời gian thực hiện: Thường xuyên."""
    found = tasks_of(text)
    assert short(found) == [
        ("III.1.a", "Nội dung: Tổ chức lễ phát động.", [("Sở Nội vụ", "lead"), ("Sở Y tế", "coordinate")]),
        ("III.1.b", "Nội dung: Tập huấn cán bộ xã.", [("Sở Tư pháp", "lead"), ("Sở Nội vụ", "coordinate")]),
    ]
    assert [(t.deadline, t.deadline_date) for t in found] == [("Quý IV/2025", None), (None, None)]


def test_the_closing_paragraph_is_a_task_from_the_sentence_that_orders() -> None:
    text = """V. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
- Theo dõi việc thực hiện.
Trên đây là Kế hoạch của tỉnh. Đề nghị các cơ quan, đơn vị nghiêm túc thực hiện. Trong quá trình thực hiện, nếu có
vướng mắc, các địa phương báo cáo Sở Nội vụ./."""
    assert short(tasks_of(text))[1:] == [
        ("V", "Đề nghị các cơ quan, đơn vị nghiêm túc thực hiện.", [("các cơ quan, đơn vị", "all")]),
        (
            "V",
            "Trong quá trình thực hiện, nếu có vướng mắc, các địa phương báo cáo Sở Nội vụ./.",
            [("các địa phương", "all")],
        ),
    ]


def test_a_closing_formula_alone_is_no_task() -> None:
    text = (
        "V. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Theo dõi việc thực hiện.\nTrên đây là Kế hoạch năm 2025 của Sở Nội vụ./."
    )
    assert len(tasks_of(text)) == 1


@pytest.mark.parametrize(
    ("kind", "text", "texts"),
    [
        (
            "Quyết định",
            "Điều 1. Công nhận các xã miền núi.\nĐiều 2. Giao Sở Y tế tổ chức thực hiện Quyết định này.\n"
            "Điều 3. Chánh Văn phòng, Giám đốc Sở Y tế chịu trách nhiệm thi hành Quyết định này.",
            [
                "Giao Sở Y tế tổ chức thực hiện Quyết định này.",
                "Chánh Văn phòng, Giám đốc Sở Y tế chịu trách nhiệm thi hành Quyết định này.",
            ],
        ),
        (
            "Thông tư",
            "Điều 1. Phạm vi điều chỉnh\n1. Thông tư này quy định giá dịch vụ.\nĐiều 2. Trách nhiệm thi hành\n"
            "1. Cục Đăng kiểm có trách nhiệm:\na) Tổ chức thực hiện Thông tư này.\nĐiều 3. Hiệu lực thi hành\n"
            "Thông tư này có hiệu lực từ ngày ký.",
            ["Tổ chức thực hiện Thông tư này."],
        ),
        (
            "Công điện",
            "Thủ tướng Chính phủ yêu cầu các Bộ trưởng thực hiện ngay các nhiệm vụ sau:\n"
            "1. Bộ Công an triển khai lực lượng.\n2. Văn phòng Chính phủ theo dõi, đôn đốc.",
            ["Bộ Công an triển khai lực lượng.", "Văn phòng Chính phủ theo dõi, đôn đốc."],
        ),
        (
            "Thông báo",
            "1. Cuộc họp đánh giá cao sự nỗ lực của các cơ quan trong thời gian qua.\n"
            "2. Về nguồn vốn: Giao Bộ Tài chính tổng hợp nhu cầu.",
            ["Về nguồn vốn: Giao Bộ Tài chính tổng hợp nhu cầu."],
        ),
        (
            "Báo cáo",
            "I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ\n1. Tổ chức tốt kỳ thi.\nII. PHƯƠNG HƯỚNG, NHIỆM VỤ\n1. Rà soát đội ngũ.",
            ["Rà soát đội ngũ."],
        ),
    ],
)
def test_kinds_of_documents(kind: str, text: str, texts: list[str]) -> None:
    assert [t.text for t in tasks_of(text, kind)] == texts


def test_quoted_text_of_an_amended_act_orders_nothing() -> None:
    text = "Điều 1. Sửa đổi\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Trách nhiệm\n1. Sở Y tế có trách nhiệm báo cáo.”"
    assert tasks_of(text, "Nghị quyết") == ()


def test_rows_of_a_table_of_work_are_tasks() -> None:
    body = "II. NHIỆM VỤ\n1. Rà soát hồ sơ cũ.\n\n"
    cells = [
        "PHỤ LỤC",
        "DANH MỤC NHIỆM VỤ",
        "TT",
        "Nội dung",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời gian thực hiện",
        "1",
        "Khảo sát hạ tầng viễn thông",
        "Sở Xây dựng",
        "Sở Tài chính, Sở Y tế",
        "Quý III năm 2026",
        "2",
        "Công bố kết quả khảo sát",
        "Sở Nội vụ",
        "Sở Y tế",
        "Thường xuyên",
    ]
    found = tasks_of(body + "\n\n".join(cells), body_end=len(body))[1:]
    assert short(found) == [
        (
            "Phụ lục.1",
            "Khảo sát hạ tầng viễn thông",
            [("Sở Xây dựng", "lead"), ("Sở Tài chính", "coordinate"), ("Sở Y tế", "coordinate")],
        ),
        ("Phụ lục.2", "Công bố kết quả khảo sát", [("Sở Nội vụ", "lead"), ("Sở Y tế", "coordinate")]),
    ]
    assert [(t.deadline, t.deadline_date) for t in found] == [("Quý III năm 2026", "2026"), (None, None)]


def test_bodies_are_resolved_at_home() -> None:
    home = Home(province=find_place("tỉnh Bến Tre"), level="province")
    text = "V. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Rà soát hồ sơ lưu trữ."
    header = Header(type="Kế hoạch")
    (task,) = find_tasks(text, header, read_outline(text, header), (), home)
    body = task.assigned[0].body
    assert body is not None
    assert body.name == "Sở Nội vụ tỉnh Bến Tre"


def test_citations_inside_are_given_by_index() -> None:
    text = "II. NHIỆM VỤ\n- Thực hiện Luật A.\n- Thực hiện Luật B và Luật C."
    blank = Citation(
        0, 0, "", 0, 0, "Luật", None, None, None, None, None, None, None, None, None, "CITES", None, "r", 1.0, "x", True
    )
    starts = [text.index(name) for name in ("Luật A", "Luật B", "Luật C")]
    citations = tuple(replace(blank, start=start, end=start + 6) for start in starts)
    assert [t.citations for t in tasks_of(text, citations=citations)] == [(0,), (1, 2)]


def test_spans_hold_the_text() -> None:
    text = "II. NHIỆM VỤ\n- Rà soát hồ sơ\nlưu trữ của tỉnh.\n- Sở Y tế: Báo cáo tiến độ hằng quý."
    for task in tasks_of(text):
        assert " ".join(text[task.start : task.end].split()) == task.text
        assert all(a.start is None or text[a.start : a.end] == a.text for a in task.assigned)


@reads_to_the_end
@pytest.mark.parametrize(
    "unit",
    [
        "- Giao Sở Y tế. ",
        "1. Sở Y tế:\n",
        "- Cơ quan thực hiện: Sở Y tế.\n- Nội dung: Rà soát hồ sơ.\n",
        "Rà soát. ",
        "- Trong quá trình, ",
        "TT\n\nNội dung\n\nCơ quan chủ trì\n\n1\n\n",
        "Nội dung: ",
        "chịu trách nhiệm, ",
        "Sở A và ",
        "SỞ Y TẾ:\n",
        "I. SỞ Y TẾ\n",
    ],
)
def test_a_megabyte_of_near_misses_is_read_in_linear_time(unit: str) -> None:
    text = "II. NHIỆM VỤ\n" + unit * (1_000_000 // len(unit))
    tasks_of(text)


@pytest.mark.parametrize(("folder", "tasks", "assignees"), [("gold", 0.97, 0.95), ("gold-more", 0.95, 0.9)])
def test_gold_scores(shared: Path, tmp_path: Path, folder: str, tasks: float, assignees: float) -> None:
    records = tmp_path / "records.jsonl"
    with records.open("w", encoding="utf-8") as lines:
        for gold in sorted((shared / folder).glob("*.json")):
            name = json.loads(gold.read_text(encoding="utf-8"))["file"]
            path = next(p for p in (shared / "samples" / name, shared / "corpus" / name) if p.exists())
            record = extract_document(path.read_text(encoding="utf-8"), name)
            lines.write(json.dumps(record_to_json(record), ensure_ascii=False) + "\n")
    command = [sys.executable, str(shared / "gold" / "score.py"), str(shared / folder), str(records), "--json"]
    score = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert score["tasks"]["f1"] >= tasks
    assert score["assignments"]["f1"] >= assignees
    assert score["deadlines"]["f1"] >= 0.95
