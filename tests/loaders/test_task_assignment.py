"""Who a task is for and by when, where lists, fields and headings say so."""

import pytest

from tests.loaders.task_texts import tasks_of


def assigned_of(text: str, kind: str | None = "Kế hoạch") -> list[tuple[str, list[tuple[str, str]]]]:
    return [(t.text, [(a.text, a.role) for a in t.assigned]) for t in tasks_of(text, kind)]


def test_a_field_after_each_task_is_of_that_task() -> None:
    text = """IV. NHIỆM VỤ CỤ THỂ
1. Sở Tài chính
- Tập huấn cho các xã về kê khai tài sản.
Thời gian thực hiện: Tháng 11 - 12/2025.
- Tổng hợp kết quả của các xã.
Thời hạn hoàn thành: Trước ngày 31/5/2026.
- Lưu trữ hồ sơ kiểm kê."""
    assert [t.deadline for t in tasks_of(text)] == ["Tháng 11 - 12/2025", "Trước ngày 31/5/2026", None]


def test_those_to_work_with_are_listed_under_the_lead_in() -> None:
    text = """II. NHIỆM VỤ
1. Công an tỉnh
a) Lập kế hoạch chung của tỉnh.
b) Chủ trì, phối hợp:
- Sở Tài chính và các đơn vị liên quan cân đối kinh phí.
- Sở Y tế: Chuẩn bị thuốc và vật tư."""
    lead = ("Công an tỉnh", "lead")
    assert [who for _, who in assigned_of(text)] == [
        [lead],
        [lead, ("Sở Tài chính", "coordinate"), ("các đơn vị liên quan", "coordinate")],
        [lead, ("Sở Y tế", "coordinate")],
    ]


def test_a_requirement_that_names_no_body_is_no_task() -> None:
    text = """I. MỤC ĐÍCH, YÊU CẦU
2. Yêu cầu
- Mỗi nhiệm vụ có một cơ quan chịu trách nhiệm chính.
- Việc triển khai phải có trọng tâm.
- Người đứng đầu đơn vị chịu trách nhiệm về tiến độ."""
    assert [t.text for t in tasks_of(text)] == ["Người đứng đầu đơn vị chịu trách nhiệm về tiến độ."]


def test_what_only_holds_a_verb_inside_is_no_task() -> None:
    text = """II. NỘI DUNG
- Thông số môi trường được xử lý theo hướng dẫn chung.
- Dự kiến kinh phí thực hiện khoảng 10% tổng kinh phí.
- Về việc nâng cấp đường: Giao Sở Xây dựng lập dự án."""
    assert assigned_of(text) == [
        ("Về việc nâng cấp đường: Giao Sở Xây dựng lập dự án.", [("Sở Xây dựng", "lead")]),
    ]


def test_a_title_with_a_full_stop_is_no_task() -> None:
    text = "II. NỘI DUNG\n1.1. Vùng trồng lúa.\na. Thời gian: Tháng 3.\nb. Địa điểm: Xã A."
    assert tasks_of(text) == ()


@pytest.mark.parametrize(
    ("article", "assigned"),
    [
        (
            "Các ông (bà): Chánh Văn phòng HĐND và UBND tỉnh, Giám đốc Sở Y tế chịu trách nhiệm thi hành.",
            [("Chánh Văn phòng HĐND và UBND tỉnh", "lead"), ("Giám đốc Sở Y tế", "lead")],
        ),
        (
            "Các Ông Giám đốc Sở Nội vụ, Thủ trưởng các Sở, Ngành căn cứ Quyết định thi hành.",
            [("Giám đốc Sở Nội vụ", "lead"), ("Thủ trưởng các Sở, Ngành", "all")],
        ),
        (
            "Giám đốc Sở Tài chính; Thủ trưởng các sở, ban, ngành trực thuộc Ủy ban nhân dân tỉnh chịu trách nhiệm.",
            [
                ("Giám đốc Sở Tài chính", "lead"),
                ("Thủ trưởng các sở, ban, ngành trực thuộc Ủy ban nhân dân tỉnh", "all"),
            ],
        ),
    ],
)
def test_the_last_article_of_a_decision_says_who_carries_it_out(article: str, assigned: list[tuple[str, str]]) -> None:
    text = f"Điều 1. Phê duyệt phương án phòng, chống lụt bão.\nĐiều 2. {article}"
    assert assigned_of(text, "Quyết định") == [(article, assigned)]


def test_an_order_that_goes_into_details_is_a_task_beside_them() -> None:
    text = """I. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
a) Chỉ đạo các bệnh viện triển khai tốt kế hoạch khám lưu động, cụ thể như sau:
- Cử bác sĩ về các trạm y tế xã.
b) Tổng hợp nhu cầu của các xã. Sở Y tế cung cấp danh sách cho bệnh viện."""
    assert assigned_of(text) == [
        (
            "Chỉ đạo các bệnh viện triển khai tốt kế hoạch khám lưu động, cụ thể như sau:",
            [("Sở Y tế", "lead")],
        ),
        ("Cử bác sĩ về các trạm y tế xã.", [("Sở Y tế", "lead")]),
        ("Tổng hợp nhu cầu của các xã. Sở Y tế cung cấp danh sách cho bệnh viện.", [("Sở Y tế", "lead")]),
    ]


@pytest.mark.parametrize(
    ("item", "assigned"),
    [
        (
            "Xây dựng cơ sở dữ liệu dùng chung (Sở Nội vụ chủ trì; hoàn thành trong quý I/2026).",
            [("Sở Nội vụ", "lead")],
        ),
        (
            "Số hóa hồ sơ lưu trữ; đơn vị thực hiện: Sở Y tế; cơ quan phối hợp: Sở Nội vụ.",
            [("Sở Y tế", "lead"), ("Sở Nội vụ", "coordinate")],
        ),
        ("Các sở, ban, ngành: Xây dựng kế hoạch cụ thể.", [("Các sở, ban, ngành", "lead")]),
        ("Các Bộ: Xây dựng, Công an kiểm tra hiện trường.", [("Các Bộ: Xây dựng, Công an", "lead")]),
    ],
)
def test_who_does_it_behind_what_is_to_be_done(item: str, assigned: list[tuple[str, str]]) -> None:
    assert [who for _, who in assigned_of(f"I. NHIỆM VỤ\n1. {item}")] == [assigned]


def test_an_answer_to_a_proposal_orders_nothing() -> None:
    text = """1. Thống nhất với đề xuất của Sở Y tế tại văn bản nêu trên.
2. Đồng ý chủ trương bổ sung vốn; giao Sở Tài chính cân đối nguồn."""
    assert [who for _, who in assigned_of(text, "Công văn")] == [[("Sở Tài chính", "lead")]]


def test_an_article_that_says_who_leads() -> None:
    text = """Điều 1. Công bố danh mục thủ tục.
Điều 2. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng quy trình.
Điều 3. Sở Nội vụ tiếp nhận hồ sơ tại trụ sở."""
    assert assigned_of(text, "Quyết định") == [
        (
            "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng quy trình.",
            [("Sở Nội vụ", "lead"), ("Sở Tài chính", "coordinate")],
        )
    ]


def test_a_group_gives_way_to_its_members() -> None:
    text = "II. NHIỆM VỤ\n1. Giao các cơ quan sau đây cử người trực, cụ thể: Sở Y tế và Sở Nội vụ bố trí hai người."
    assert [who for _, who in assigned_of(text)] == [[("Sở Y tế", "lead"), ("Sở Nội vụ", "lead")]]


def test_whoever_is_responsible_is_a_heading() -> None:
    text = "IV. NHIỆM VỤ CỤ THỂ\n1. Trách nhiệm của đối tượng kiểm kê:\n- Thành lập tổ kiểm kê của đơn vị mình."
    assert [who for _, who in assigned_of(text)] == [[("đối tượng kiểm kê", "lead")]]


def test_lettered_items_follow_a_body_on_a_line_of_its_own() -> None:
    text = """II. NHIỆM VỤ
1. Hỗ trợ khẩn cấp về nhà ở

Ủy ban nhân dân các xã:

a) Huy động nguồn lực tại chỗ;

b) Rà soát các hộ mất nhà."""
    assert [who for _, who in assigned_of(text)] == [[("Ủy ban nhân dân các xã", "lead")]] * 2


def test_an_order_over_bare_things_is_one_task() -> None:
    text = """1. Chủ tịch Ủy ban nhân dân tỉnh chỉ đạo các xã khẩn trương rà soát, báo cáo về một số nội dung sau:
(1) Số hộ có nhà bị sập.
(2) Tổng kinh phí cần hỗ trợ."""
    assert [t.text[:32] for t in tasks_of(text, "Công điện")] == ["Chủ tịch Ủy ban nhân dân tỉnh ch"]


def test_a_heading_that_points_back_names_the_body_alone() -> None:
    text = "1. Các Sở Xây dựng nêu trên\n- Chủ động phân luồng giao thông từ xa."
    assert [who for _, who in assigned_of(text, "Công điện")] == [[("Các Sở Xây dựng", "lead")]]


def test_named_places_are_no_whole_class() -> None:
    text = "1. Chủ tịch UBND các tỉnh: A, B và lãnh đạo các Bộ, ngành tập trung ứng phó bão."
    assert [who for _, who in assigned_of(text, "Công điện")] == [
        [("Chủ tịch UBND các tỉnh: A, B", "lead"), ("lãnh đạo các Bộ, ngành", "all")]
    ]


def test_those_whom_a_letter_asks_lead_what_names_nobody() -> None:
    text = """Năm học này có nhiều đổi mới. Bộ Y tế đề nghị Sở Y tế các tỉnh tập trung thực hiện các nội dung sau:
1. Rà soát mạng lưới trạm y tế của các xã.
2. Các cơ quan, đơn vị báo cáo kết quả về Bộ Y tế.
3. Thanh tra Bộ kiểm tra việc thực hiện."""
    assert [who for _, who in assigned_of(text, "Công văn")] == [
        [("Sở Y tế các tỉnh", "lead")],
        [("Các cơ quan, đơn vị", "all")],
        [("Thanh tra Bộ", "lead")],
    ]


def test_paragraphs_of_a_letter_after_the_one_that_asks() -> None:
    text = """Bộ Nội vụ nhận được báo cáo của các địa phương.
Để bảo đảm tiến độ, Bộ Nội vụ đề nghị các Sở Nội vụ tổ chức tập huấn.
Đối với các xã biên giới, Sở Nội vụ hướng dẫn lập hồ sơ.
Trong quá trình thực hiện, nếu có vướng mắc, đề nghị Sở Nội vụ phản ánh về Bộ."""
    assert [(words[:12], who) for words, who in assigned_of(text, "Công văn")] == [
        ("Để bảo đảm t", [("các Sở Nội vụ", "lead")]),
        ("Đối với các ", [("Sở Nội vụ", "lead")]),
        ("Trong quá tr", [("Sở Nội vụ", "lead")]),
    ]


def test_a_closing_paragraph_that_asks_the_same_bodies_twice_is_one_task() -> None:
    text = """I. NHIỆM VỤ
1. Tổ chức tập huấn cho giáo viên.
Bộ yêu cầu các Sở Nội vụ nghiêm túc thực hiện. Nếu có vướng mắc, đề nghị các Sở Nội vụ báo cáo./."""
    assert [words[:20] for words, _ in assigned_of(text, "Công văn")] == [
        "Tổ chức tập huấn cho",
        "Bộ yêu cầu các Sở Nộ",
    ]


def test_an_article_that_says_who_carries_out_the_decision() -> None:
    text = """Điều 2. Giám đốc Sở Xây dựng phối hợp với các phường tổ chức thực hiện Quyết định này.
Điều 3. Giám đốc Sở Xây dựng là Trưởng ban của Ban Quản lý."""
    assert assigned_of(text, "Quyết định") == [
        (
            "Giám đốc Sở Xây dựng phối hợp với các phường tổ chức thực hiện Quyết định này.",
            [("Giám đốc Sở Xây dựng", "lead"), ("các phường", "coordinate")],
        )
    ]


def test_asking_a_body_is_no_section_of_requirements() -> None:
    text = """2. Yêu cầu UBND thành phố Hạ Long:
- Phê duyệt phương án bồi thường trước ngày 30/8/2024.
3. Yêu cầu chung:
- Bảo đảm đúng tiến độ đã đề ra."""
    assert assigned_of(text, "Kế hoạch") == [
        ("Phê duyệt phương án bồi thường trước ngày 30/8/2024.", [("UBND thành phố Hạ Long", "lead")])
    ]


def test_praise_orders_nothing_and_receiving_a_directive_does() -> None:
    text = """1. Biểu dương các xã đã hoàn thành tốt nhiệm vụ được giao.
2. Nhận được Chỉ thị này, Sở Công nghiệp khẩn trương tổ chức thực hiện."""
    assert assigned_of(text, "Thông báo") == [
        (
            "Nhận được Chỉ thị này, Sở Công nghiệp khẩn trương tổ chức thực hiện.",
            [("Sở Công nghiệp", "lead")],
        )
    ]


TABLE = """II. NHIỆM VỤ
STT
Nhiệm vụ
Đơn vị chủ trì
Đơn vị phối hợp
Thời gian hoàn thành
1
Kiện toàn Tổ công nghệ số tại các ấp
Phòng Văn hóa - Xã hội
Các ấp
Trước 10/8/2025
2
Đào tạo kỹ năng số cho cán bộ, công chức
Văn phòng HĐND và UBND
Phòng Văn hóa - Xã hội
Thường xuyên
III. TỔ CHỨC THỰC HIỆN
1. Công an xã
Phối hợp rà soát dữ liệu dân cư.
2. Phòng Kinh tế
Là đơn vị đầu mối tham mưu bố trí kinh phí.
Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./."""


def test_a_table_in_the_body_with_a_cell_a_line() -> None:
    tasks = tasks_of(TABLE)
    assert [(t.section, t.text[:12], [(a.text, a.role[:1]) for a in t.assigned], t.deadline) for t in tasks] == [
        ("II.1", "Kiện toàn Tổ", [("Phòng Văn hóa - Xã hội", "l"), ("Các ấp", "c")], "Trước 10/8/2025"),
        ("II.2", "Đào tạo kỹ n", [("Văn phòng HĐND và UBND", "l"), ("Phòng Văn hóa - Xã hội", "c")], None),
        ("III.1", "Phối hợp rà ", [("Công an xã", "l")], None),
        ("III.2", "Là đơn vị đầ", [("Phòng Kinh tế", "l")], None),
        ("III", "Yêu cầu các ", [("các cơ quan, đơn vị", "a")], None),
    ]


def test_what_a_council_gives_and_who_supervises_it() -> None:
    text = """Điều 2. Giao UBND tỉnh chỉ đạo các ngành thực hiện các nhiệm vụ chủ yếu sau:
1. Đẩy nhanh tiến độ chuyển đổi cơ cấu cây trồng.
2. Diện tích lúa đạt 50.000 ha.
Điều 3. Các Ban HĐND giám sát việc thực hiện Nghị quyết.
Nghị quyết này đã được HĐND tỉnh thông qua ngày 15/7/2004./."""
    assert [(words[:12], who) for words, who in assigned_of(text, "Nghị quyết")] == [
        ("Đẩy nhanh ti", [("UBND tỉnh", "lead")]),
        ("Các Ban HĐND", [("Các Ban HĐND", "lead")]),
    ]
