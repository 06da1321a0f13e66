"""Lists of bodies, who leads, who works along and who is addressed."""

import pytest

from loaders.assignees import find_coordinating, find_subject
from loaders.body_lists import addresses_everybody, begins_body, read_bodies
from loaders.facts_files import read_facts
from loaders.heading_bodies import read_cell, read_heading_bodies
from tests.near_misses import reads_to_the_end


@pytest.mark.parametrize("row", tuple(read_facts("body_heads.csv")), ids=lambda row: row["head"])
def test_each_head_begins_a_body(row: dict[str, str]) -> None:
    words = row["example"]
    assert row["source"]
    bodies = read_bodies(words, 0, len(words), cell=True)
    assert bodies is not None
    assert bodies.items[0][0] == 0
    assert row["head"].lower() in words.lower()


@pytest.mark.parametrize("row", tuple(read_facts("body_endings.csv")), ids=lambda row: row["words"])
def test_each_ending_ends_a_name_in_a_sentence(row: dict[str, str]) -> None:
    text = row["example"]
    bodies = read_bodies(text, 0, len(text))
    assert row["source"]
    assert bodies is not None
    assert [text[a:b] for a, b in bodies.items] == ["các đơn vị"]
    assert text.startswith(row["words"], bodies.end)


@pytest.mark.parametrize("row", tuple(read_facts("heading_endings.csv")), ids=lambda row: row["words"])
def test_each_word_of_duty_ends_a_name_in_a_heading(row: dict[str, str]) -> None:
    text = row["example"]
    bodies = read_bodies(text, 0, len(text), heading=True)
    assert row["source"]
    assert bodies is not None
    assert [text[a:b] for a, b in bodies.items] == ["Sở Nội vụ"]
    assert text.startswith(row["words"], bodies.end)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Sở Tài chính, Sở Nội vụ và các đơn vị có liên quan tổ chức họp",
            ["Sở Tài chính", "Sở Nội vụ", "các đơn vị có liên quan"],
        ),
        (
            "Cục Kết cấu hạ tầng xây dựng tham mưu Bộ",
            ["Cục Kết cấu hạ tầng xây dựng"],
        ),
        (
            "Ban Quản lý dự án đầu tư xây dựng tỉnh và Cục Nhà giáo và Cán bộ quản lý giáo dục tổ chức họp",
            ["Ban Quản lý dự án đầu tư xây dựng tỉnh", "Cục Nhà giáo và Cán bộ quản lý giáo dục"],
        ),
        (
            "Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo, Sở Nội vụ tổ chức họp",
            ["Sở Tài chính", "Sở Nội vụ"],
        ),
        (
            "Hội Nông dân tỉnh vận động hội viên, nông dân",
            ["Hội Nông dân tỉnh"],
        ),
        (
            "các sở, ban, ngành, đoàn thể Thành phố, Ủy ban nhân dân phường, xã, báo, đài và các đơn vị liên quan.",
            [
                "các sở, ban, ngành, đoàn thể Thành phố",
                "Ủy ban nhân dân phường, xã",
                "báo, đài",
                "các đơn vị liên quan",
            ],
        ),
        ("Sở Giáo dục và Đào tạo và Sở Y tế chủ trì", ["Sở Giáo dục và Đào tạo", "Sở Y tế"]),
        (
            "Giám đốc các Sở: Nội vụ, Y tế và các sở, ban, ngành; Thủ trưởng các đơn vị có liên quan chịu trách nhiệm",
            ["Giám đốc các Sở: Nội vụ, Y tế", "các sở, ban, ngành", "Thủ trưởng các đơn vị có liên quan"],
        ),
        ("Bộ trưởng các Bộ: Quốc phòng, Công an chủ động", ["Bộ trưởng các Bộ: Quốc phòng, Công an"]),
        ("Ban Chỉ đạo tỉnh; các huyện ủy theo dõi", ["Ban Chỉ đạo tỉnh", "các huyện ủy"]),
        ("Sở Nội vụ (cơ quan thường trực), Sở Tài chính lập dự toán", ["Sở Nội vụ", "Sở Tài chính"]),
        (
            "các doanh nghiệp viễn thông, tổ chức, cá nhân có liên quan thực hiện",
            ["các doanh nghiệp viễn thông", "tổ chức, cá nhân có liên quan"],
        ),
        ("các cơ quan, tổ chức, cá nhân phối hợp", ["các cơ quan, tổ chức, cá nhân"]),
        ("Các cấp, các ngành tích cực tham gia", ["Các cấp, các ngành"]),
        ("Trung tâm Dịch vụ việc làm tỉnh báo cáo", ["Trung tâm Dịch vụ việc làm tỉnh"]),
        ("Ủy ban nhân dân\n\ncác xã, phường tổ chức", ["Ủy ban nhân dân các xã, phường"]),
        (
            "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông khẩn trương hoàn thiện hồ sơ",
            ["Ban Quản lý dự án đầu tư xây dựng các công trình giao thông"],
        ),
        ("Vụ Thị trường trong nước đầu mối tổng hợp", ["Vụ Thị trường trong nước"]),
        ("Công an tỉnh, Bộ chỉ huy Quân sự tỉnh xây dựng", ["Công an tỉnh", "Bộ chỉ huy Quân sự tỉnh"]),
        ("Các cấp ủy, tổ chức đảng trực thuộc căn cứ", ["Các cấp ủy, tổ chức đảng trực thuộc"]),
        ("Báo Bắc Kạn tăng thời lượng đưa tin", ["Báo Bắc Kạn"]),
        ("Ban Quản lý dự án xây dựng kế hoạch", ["Ban Quản lý dự án"]),
        ("Công ty Điện lực Phú Yên đầu tư lưới điện 110kV", ["Công ty Điện lực Phú Yên"]),
        ("Trung tâm Xúc tiến đầu tư tỉnh báo cáo", ["Trung tâm Xúc tiến đầu tư tỉnh"]),
        ("Báo và Phát thanh, truyền hình tỉnh tăng thời lượng", ["Báo và Phát thanh, truyền hình tỉnh"]),
        (
            "UBND các tỉnh, thành phố trực thuộc trung ương tổ chức họp",
            ["UBND các tỉnh, thành phố trực thuộc trung ương"],
        ),
        ("UBND các xã biên giới tuần tra đường mòn", ["UBND các xã biên giới"]),
        ("Tỉnh Đoàn, Hội Nông dân tỉnh tổ chức", ["Tỉnh Đoàn", "Hội Nông dân tỉnh"]),
        ("các tổ chức chính trị - xã hội xã vận động hội viên", ["các tổ chức chính trị - xã hội xã"]),
        ("các tổ chức cung cấp dịch vụ bưu chính thực hiện", ["các tổ chức cung cấp dịch vụ bưu chính"]),
        (
            "Cục trưởng Cục Hàng không Việt Nam, Giám đốc Cục Việc làm và Cục Cảnh sát quản lý hành chính về trật tự "
            "xã hội chủ trì",
            [
                "Cục trưởng Cục Hàng không Việt Nam",
                "Giám đốc Cục Việc làm",
                "Cục Cảnh sát quản lý hành chính về trật tự xã hội",
            ],
        ),
    ],
)
def test_lists_of_bodies(text: str, names: list[str]) -> None:
    bodies = read_bodies(text, 0, len(text))
    assert bodies is not None
    assert [" ".join(text[a:b].split()) for a, b in bodies.items] == names


@pytest.mark.parametrize(
    "text",
    [
        "Ban hành quy chế",
        "Tổ chức tốt kỳ thi",
        "Báo cáo kết quả",
        "Hội nhập quốc tế",
        "Đoàn kết nội bộ",
        "Phòng, chống lụt bão",
        "Bộ tiêu chí đánh giá",
        "Trường hợp khẩn cấp",
        "Hội nghị tổng kết",
        "kinh phí thực hiện",
    ],
)
def test_words_that_look_like_heads_begin_no_body(text: str) -> None:
    assert begins_body(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("words", "everybody"),
    [
        ("các sở, ban, ngành, địa phương", True),
        ("Các đơn vị", True),
        ("các Bộ, cơ quan, địa phương", True),
        ("các cơ quan, đơn vị có liên quan", True),
        ("Các cấp, các ngành", True),
        ("Thủ trưởng các cơ quan, đơn vị", True),
        ("các phòng chức năng, chuyên môn", False),
        ("các trường tiểu học", False),
        ("Sở Y tế", False),
        ("Ủy ban nhân dân các xã", False),
        ("các doanh nghiệp viễn thông", False),
    ],
)
def test_who_is_everybody(words: str, everybody: bool) -> None:
    assert addresses_everybody(words) is everybody


@pytest.mark.parametrize(
    ("text", "assigned"),
    [
        ("Giao Văn phòng Sở theo dõi tiến độ.", [("Văn phòng Sở", "lead")]),
        ("Đề nghị các cơ quan, đơn vị nghiêm túc thực hiện.", [("các cơ quan, đơn vị", "all")]),
        (
            "UBND huyện yêu cầu các phòng, ban, ngành, UBND các xã, thị trấn thực hiện.",
            [("các phòng, ban, ngành", "all"), ("UBND các xã, thị trấn", "all")],
        ),
        (
            "Sở GDĐT yêu cầu phòng GDĐT các huyện; đề nghị các sở, ban, ngành phối hợp thực hiện.",
            [("phòng GDĐT các huyện", "lead"), ("các sở, ban, ngành", "lead")],
        ),
        ("Sở Xây dựng đăng tải thông điệp.", [("Sở Xây dựng", "lead")]),
        ("Các đơn vị căn cứ chức năng, nhiệm vụ được giao xây dựng kế hoạch.", [("Các đơn vị", "all")]),
        (
            "Trong quá trình thực hiện, nếu cần sửa đổi, bổ sung các sở, ngành, địa phương chủ động đề xuất.",
            [("các sở, ngành, địa phương", "all")],
        ),
        ("Sau khi được phê duyệt, Sở Tài chính bố trí vốn.", [("Sở Tài chính", "lead")]),
        ("Tổ chức kiểm định có trách nhiệm kê khai giá.", [("Tổ chức kiểm định", "lead")]),
        ("Các cơ quan được giao chủ trì có trách nhiệm báo cáo.", [("Các cơ quan được giao chủ trì", "all")]),
        (
            "Các Bộ trưởng, Chủ tịch UBND tỉnh, cơ quan, tổ chức, cá nhân liên quan chịu trách nhiệm thi hành.",
            [
                ("Các Bộ trưởng", "all"),
                ("Chủ tịch UBND tỉnh", "all"),
                ("cơ quan, tổ chức, cá nhân liên quan", "all"),
            ],
        ),
        (
            "Chánh Văn phòng Bộ, Thủ trưởng các đơn vị và Ủy ban nhân dân các xã chịu trách nhiệm thi hành.",
            [("Chánh Văn phòng Bộ", "lead"), ("Thủ trưởng các đơn vị", "all"), ("Ủy ban nhân dân các xã", "all")],
        ),
        (
            "Đơn vị quản lý, vận hành hệ thống chiếu sáng công cộng có trách nhiệm bảo vệ cột điện.",
            [("Đơn vị quản lý, vận hành hệ thống chiếu sáng công cộng", "lead")],
        ),
        ("Về việc hỗ trợ xe cứu thương: Tỉnh căn cứ các quy định để bố trí.", [("Tỉnh", "lead")]),
        (
            "Công ty Điện lực Quảng Trị, Hợp tác xã dịch vụ điện Quảng Phú tuyên truyền an toàn điện.",
            [("Công ty Điện lực Quảng Trị", "lead"), ("Hợp tác xã dịch vụ điện Quảng Phú", "lead")],
        ),
        (
            "Các Bộ: Công Thương, Ngoại giao khẩn trương rà soát.",
            [("Các Bộ: Công Thương, Ngoại giao", "lead")],
        ),
        ("Các cấp uỷ, tổ chức đảng lãnh đạo việc phát hiện.", [("Các cấp uỷ, tổ chức đảng", "all")]),
        (
            "Nhận được công văn này, Phòng GDĐT yêu cầu Hiệu trưởng các trường nghiêm túc thực hiện.",
            [("Hiệu trưởng các trường", "lead")],
        ),
        (
            "Vụ trưởng Vụ Pháp chế, Thủ trưởng các đơn vị thuộc Bộ chịu trách nhiệm thi hành.",
            [("Vụ trưởng Vụ Pháp chế", "lead"), ("Thủ trưởng các đơn vị thuộc Bộ", "lead")],
        ),
        ("Giao trách nhiệm cho Sở Nội vụ hướng dẫn việc thực hiện.", [("Sở Nội vụ", "lead")]),
        ("Giao đồng chí Trần Văn An, Phó Chủ tịch UBND tỉnh chỉ đạo.", [("Phó Chủ tịch UBND tỉnh", "lead")]),
        ("Sở Nội vụ là cơ quan thường trực, theo dõi việc thực hiện.", [("Sở Nội vụ", "lead")]),
        (
            "Chánh Văn phòng Bộ, Thủ trưởng các Cục, Vụ và các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành.",
            [
                ("Chánh Văn phòng Bộ", "lead"),
                ("Thủ trưởng các Cục, Vụ", "all"),
                ("các cơ quan, đơn vị có liên quan", "all"),
            ],
        ),
    ],
)
def test_subjects(text: str, assigned: list[tuple[str, str]]) -> None:
    subject = find_subject(text, 0, len(text))
    assert subject is not None
    assert [(a.text, a.role) for a in subject.assigned] == assigned
    assert all(a.start is not None and text[a.start : a.end] == a.text for a in subject.assigned)


@pytest.mark.parametrize(
    "text",
    ["Chỉ đạo các trường công khai thu chi.", "Chính phủ đã ban hành nhiều văn bản.", "Kinh phí do ngân sách cấp."],
)
def test_no_subject(text: str) -> None:
    assert find_subject(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("phối hợp với Sở Tài chính, Sở Y tế rà soát", ["Sở Tài chính", "Sở Y tế"]),
        ("Phối hợp chặt chẽ với cấp ủy, chính quyền các cấp, phát huy sức mạnh", ["cấp ủy, chính quyền các cấp"]),
        ("phối hợp ngành Giáo dục tỉnh thực hiện", ["ngành Giáo dục tỉnh"]),
        ("kết hợp với cơ quan báo chí tuyên truyền", ["cơ quan báo chí"]),
        ("Phối hợp triển khai các ứng dụng", []),
        ("công tác phối hợp giữa nhà trường và gia đình", []),
        ("phối hợp, hướng dẫn các doanh nghiệp thực hiện", []),
    ],
)
def test_coordinating(text: str, names: list[str]) -> None:
    assert [a.text for a in find_coordinating(text, 0, len(text))] == names


@pytest.mark.parametrize(
    ("heading", "leads", "coordinates"),
    [
        ("Sở Nội vụ (cơ quan thường trực):", ["Sở Nội vụ"], []),
        (
            "Đề nghị Hội Nông dân tỉnh và các tổ chức chính trị - xã hội",
            ["Hội Nông dân tỉnh", "các tổ chức chính trị - xã hội"],
            [],
        ),
        ("Bộ Y tế chủ trì, phối hợp với các địa phương:", ["Bộ Y tế"], ["các địa phương"]),
        (
            "ĐỀ NGHỊ ỦY BAN MẶT TRẬN TỔ QUỐC TỈNH VÀ CÁC SỞ, BAN, NGÀNH",
            ["ỦY BAN MẶT TRẬN TỔ QUỐC TỈNH", "CÁC SỞ, BAN, NGÀNH"],
            [],
        ),
        ("Trách nhiệm của Ủy ban nhân dân cấp xã", ["Ủy ban nhân dân cấp xã"], []),
    ],
)
def test_headings_of_bodies(heading: str, leads: list[str], coordinates: list[str]) -> None:
    bodies = read_heading_bodies(heading, 0, len(heading))
    assert bodies is not None
    assert [a.text for a in bodies.leads] == leads
    assert [a.text for a in bodies.coordinates] == coordinates


def test_names_in_a_cell_may_lack_their_comma() -> None:
    cell = "Sở Khoa học và Công nghệ Sở Công Thương; UBND các phường, xã"
    names = [a.text for a in read_cell(cell, 0, len(cell), "coordinate")]
    assert names == ["Sở Khoa học và Công nghệ", "Sở Công Thương", "UBND các phường, xã"]


@reads_to_the_end
@pytest.mark.parametrize(
    "unit",
    [
        "Sở ",
        "các sở, ",
        "Sở Y tế, ",
        "phối hợp với ",
        "Giao ",
        "Trong quá trình, ",
        "(",
        ": ",
        "có trách nhiệm ",
        "VÀ SỞ ",
    ],
)
def test_a_megabyte_of_near_misses_is_read_in_linear_time(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    read_bodies(text, 0, len(text))
    find_subject(text, 0, len(text))
    find_coordinating(text, 0, len(text))
    read_heading_bodies(text, 0, len(text))
