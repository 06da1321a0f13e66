"""Which document a citation is related to, and how: the table of DOMAIN.md section 4, nested titles, lists."""

import pytest

from loaders.bodies import EMPTY_HOME
from loaders.citations import find_citations
from loaders.normalise import normalise
from loaders.records import Citation, Header

PLAN = Header(type="Kế hoạch", title="x", title_start=0, title_end=0, body_start=0)
DECISION = Header(type="Quyết định", title="x", title_start=0, title_end=0, body_start=0)
BODY = "\n\nI. NHIỆM VỤ\n\n"


def cite(text: str, header: Header = PLAN) -> list[tuple[str, str, str | None]]:
    """(what is cited, relation, what it starts from) of each citation."""
    citations = find_citations(normalise(text), text, header, EMPTY_HOME)
    return [(_name(c), c.relation, None if c.owner is None else _name(citations[c.owner])) for c in citations]


def _name(citation: Citation) -> str:
    return citation.code or citation.title or ""


def test_nested_titles_are_facts_about_other_documents() -> None:
    text = (
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/9/2024 của Ủy ban nhân dân tỉnh Bến Tre về việc triển khai thực hiện "
        "Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chính phủ ban hành Kế hoạch thực hiện Nghị quyết số "
        "686/NQ-UBTVQH15 của Ủy ban Thường vụ Quốc hội giám sát chuyên đề về việc thực hiện Nghị quyết số "
        "88/2014/QH13 và Nghị quyết số 51/2017/QH14 của Quốc hội về đổi mới sách giáo khoa."
    )
    assert cite(text) == [
        ("12/KH-UBND", "IMPLEMENTS", None),
        ("32/NQ-CP", "IMPLEMENTS", "12/KH-UBND"),
        ("686/NQ-UBTVQH15", "IMPLEMENTS", "32/NQ-CP"),
        ("88/2014/QH13", "SUPERVISES", "686/NQ-UBTVQH15"),
        ("51/2017/QH14", "SUPERVISES", "686/NQ-UBTVQH15"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;", [("Luật Giáo dục", "BASED_ON", None)]),
        (
            "Căn cứ Nghị định số 85/2023/NĐ-CP ngày 07/12/2023 của Chính phủ sửa đổi, bổ sung một số điều của "
            "Nghị định số 115/2020/NĐ-CP;",
            [("85/2023/NĐ-CP", "BASED_ON", None), ("115/2020/NĐ-CP", "AMENDS", "85/2023/NĐ-CP")],
        ),
        (
            "Căn cứ Nghị định số 156/2018/NĐ-CP của Chính phủ quy định chi tiết thi hành một số điều của Luật "
            "Lâm nghiệp được sửa đổi, bổ sung bởi Nghị định số 91/2024/NĐ-CP;",
            [
                ("156/2018/NĐ-CP", "BASED_ON", None),
                ("Luật Lâm nghiệp", "GUIDES", "156/2018/NĐ-CP"),
                ("91/2024/NĐ-CP", "AMENDED_BY", "156/2018/NĐ-CP"),
            ],
        ),
        (
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế số 46/2014/QH13;",
            [("46/2014/QH13", "BASED_ON", None), ("Luật Bảo hiểm y tế", "AMENDS", "46/2014/QH13")],
        ),
        (
            "Thực hiện Quy chế làm việc của cơ quan ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 01/02/2024;",
            [("Quy chế làm việc của cơ quan", "PROMULGATES", "12/QĐ-UBND"), ("12/QĐ-UBND", "IMPLEMENTS", None)],
        ),
        (
            "Thực hiện Quyết định số 12/QĐ-UBND ngày 01/02/2024 phê duyệt Đề án “Trường học xanh”;",
            [("12/QĐ-UBND", "IMPLEMENTS", None), ("Đề án Trường học xanh", "APPROVES", "12/QĐ-UBND")],
        ),
        ("Xét đề nghị của Sở Tài chính tại Tờ trình số 9/TTr-STC ngày 02/3/2024;", [("9/TTr-STC", "CITES", None)]),
        (
            "Thực hiện Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chính phủ; Công văn số 15/BGDĐT-GDTrH ngày 02/4/2024,",
            [("32/NQ-CP", "IMPLEMENTS", None), ("15/BGDĐT-GDTrH", "IMPLEMENTS", None)],
        ),
        (
            "Thực hiện Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chính phủ về đổi mới sách giáo khoa (Nghị quyết số "
            "32/NQ-CP), Chỉ thị số 8/CT-TTg ngày 02/4/2024 của Thủ tướng Chính phủ (Chỉ thị số 8/CT-TTg) và "
            "Quyết định số 77/QĐ-BNV ngày 05/5/2024 của Bộ Nội vụ;",
            [
                ("32/NQ-CP", "IMPLEMENTS", None),
                ("32/NQ-CP", "CITES", None),
                ("8/CT-TTg", "IMPLEMENTS", None),
                ("8/CT-TTg", "CITES", None),
                ("77/QĐ-BNV", "IMPLEMENTS", None),
            ],
        ),
        (
            "Thực hiện Kế hoạch số 9/KH-UBND ngày 02/4/2024 của UBND tỉnh về đổi mới sách giáo khoa (Nghị quyết số "
            "32/NQ-CP);",
            [("9/KH-UBND", "IMPLEMENTS", None), ("32/NQ-CP", "CITES", "9/KH-UBND")],
        ),
        (
            "Căn cứ Điều 91 của Luật Tổ chức Quốc hội,\n\nNAY CÔNG BỐ:\n\nPháp lệnh Thư viện.",
            [("Luật Tổ chức Quốc hội", "BASED_ON", None), ("Pháp lệnh Thư viện", "CITES", None)],
        ),
        (
            "Căn cứ Điều lệ Đảng; Nghị quyết Đại hội IX của Đảng;",
            [("Điều lệ Đảng", "BASED_ON", None), ("Nghị quyết Đại hội IX của Đảng", "BASED_ON", None)],
        ),
        (
            "Thực hiện các Quyết\nđịnh của Thủ tướng Chính phủ số: 15/QĐ-TTg ngày 06/10/2023 ban hành Kế hoạch thực "
            "hiện Kết luận số 80-KL/TW; 21/2024/QĐ-TTg ngày 21/6/2024 về thư viện;",
            [
                ("15/QĐ-TTg", "IMPLEMENTS", None),
                ("80-KL/TW", "IMPLEMENTS", "15/QĐ-TTg"),
                ("21/2024/QĐ-TTg", "IMPLEMENTS", None),
            ],
        ),
        (
            "Căn cứ Nghị quyết số 50/NQ-CP ban hành Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW; Quyết "
            "định số 77/QĐ-UBND phê duyệt Đề án Thư viện số giai đoạn 2024 - 2030;",
            [
                ("50/NQ-CP", "BASED_ON", None),
                ("57-NQ/TW", "IMPLEMENTS", "50/NQ-CP"),
                ("77/QĐ-UBND", "BASED_ON", None),
                ("Đề án Thư viện số giai đoạn 2024 - 2030", "APPROVES", "77/QĐ-UBND"),
            ],
        ),
        (
            "Thực hiện Quyết định số 71/QĐ-TTg ban hành Kế hoạch thực hiện Nghị quyết số 57-NQ/TW và Kế hoạch số "
            "4-KH/TU;",
            [
                ("71/QĐ-TTg", "IMPLEMENTS", None),
                ("57-NQ/TW", "IMPLEMENTS", "71/QĐ-TTg"),
                ("4-KH/TU", "IMPLEMENTS", None),
            ],
        ),
        (
            "Thực hiện Nghị quyết số 50/NQ-CP (được sửa đổi, bổ sung tại Nghị quyết số 51/NQ-CP) và Quyết định số "
            "71/QĐ-TTg;",
            [
                ("50/NQ-CP", "IMPLEMENTS", None),
                ("51/NQ-CP", "AMENDED_BY", "50/NQ-CP"),
                ("71/QĐ-TTg", "IMPLEMENTS", None),
            ],
        ),
        (
            "Thực hiện Quyết định số 71/QĐ-TTg phê duyệt Đề án xây dựng xã hội học tập và Kế hoạch số 12/KH-BNV;",
            [
                ("71/QĐ-TTg", "IMPLEMENTS", None),
                ("Đề án xây dựng xã hội học tập", "APPROVES", "71/QĐ-TTg"),
                ("12/KH-BNV", "IMPLEMENTS", None),
            ],
        ),
        (
            "Thời gian qua, các cấp, các ngành đã nghiêm túc triển khai Chỉ thị số 8/CT-TTg của Thủ tướng Chính phủ.",
            [("8/CT-TTg", "CITES", None)],
        ),
        (
            "Để thực hiện việc chấm thi theo quy định tại khoản 2 Điều 5 Thông tư số 7/2023/TT-BGDĐT;",
            [("7/2023/TT-BGDĐT", "CITES", None)],
        ),
        (
            "Căn cứ nhu cầu thực tế và xét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 91/TTr-SNV;",
            [("91/TTr-SNV", "CITES", None)],
        ),
        (
            "Thực hiện Kế hoạch số 07-KH/BCĐTW ngày 21/3/2025 (Kế hoạch số 07), Quyết định số 81/QĐ-BNV ngày 04/4/2025 "
            "ban hành Kế hoạch hành động thực hiện Kế hoạch số 07, Bộ Nội vụ hướng dẫn như sau:",
            [
                ("07-KH/BCĐTW", "IMPLEMENTS", None),
                ("07", "CITES", None),
                ("81/QĐ-BNV", "IMPLEMENTS", None),
                ("07", "IMPLEMENTS", "81/QĐ-BNV"),
            ],
        ),
    ],
)
def test_preamble(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert cite(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Chỉ đạo các trường thực hiện Nghị định số 81/2021/NĐ-CP.", [("81/2021/NĐ-CP", "CITES", None)]),
        (
            "- Thực hiện theo Báo cáo số 417-BC/TU ngày 14/6/2023 về tổng kết 10 năm thực hiện Nghị quyết 29-NQ/TW.",
            [("417-BC/TU", "CITES", None), ("29-NQ/TW", "REPORTS_ON", "417-BC/TU")],
        ),
        (
            "- Áp dụng Thông tư 17,18,19/2018/TT-BGDĐT ngày 22/8/2018.",
            [(f"{n}/2018/TT-BGDĐT", "CITES", None) for n in (17, 18, 19)],
        ),
        (
            "- Theo các Công điện: số 7/CĐ-UBND ngày 17/11/2025, số 8/CĐ-UBND và số 9/CĐ-UBND ngày 19/11/2025.",
            [("7/CĐ-UBND", "CITES", None), ("8/CĐ-UBND", "CITES", None), ("9/CĐ-UBND", "CITES", None)],
        ),
    ],
)
def test_a_task_cites_whatever_its_verb(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert cite("Ủy ban nhân dân huyện lập kế hoạch như sau:" + BODY + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 20/2023/QĐ-UBND như sau:", "AMENDS"),
        ("Điều 1. Bãi bỏ toàn bộ Quyết định số 20/2023/QĐ-UBND.", "REPEALS"),
        ("Điều 2. Quyết định này thay thế Quyết định số 20/2023/QĐ-UBND.", "REPLACES"),
        ("Điều 1. Chấm dứt hiệu lực thi hành Quyết định số 20/2023/QĐ-UBND.", "REPEALS"),
        ("Điều 1. Bãi bỏ một phần Quyết định số 20/2023/QĐ-UBND.", "AMENDS"),
        ("Điều 1. Thay thế cụm từ “tỉnh” tại khoản 2 Điều 3 của Quyết định số 20/2023/QĐ-UBND.", "AMENDS"),
    ],
)
def test_enacting_clauses(text: str, expected: str) -> None:
    assert cite("QUYẾT ĐỊNH:\n\n" + text, DECISION)[-1] == ("20/2023/QĐ-UBND", expected, None)


LISTS = {
    "letters": (
        "Điều 2. Nghị quyết này bãi bỏ các Nghị quyết:\n"
        "a) Nghị quyết số 11/2021/NQ-HĐND ngày 29/6/2021 quy định mức thu.\n"
        "b) Khoản 2 Điều 3 Nghị quyết số 15/2022/NQ-HĐND ngày 12/7/2022;\n"
        "c) Nghị quyết số 10/2023/NQ-HĐND sửa đổi Nghị quyết số 11/2021/NQ-HĐND.\n"
        "Nghị quyết số 9/2020/NQ-HĐND vẫn được áp dụng.",
        [
            ("11/2021/NQ-HĐND", "REPEALS", None),
            ("15/2022/NQ-HĐND", "AMENDS", None),
            ("10/2023/NQ-HĐND", "REPEALS", None),
            ("11/2021/NQ-HĐND", "AMENDS", "10/2023/NQ-HĐND"),
            ("9/2020/NQ-HĐND", "CITES", None),
        ],
    ),
    "dashes under a number": (
        "Điều 3. Hiệu lực\n1. Các Quyết định sau đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực:\n"
        "- Quyết định số 7/2019/QĐ-UBND ngày 01/02/2019;\n- Quyết định số 8/2019/QĐ-UBND.\n"
        "2. Quyết định số 9/2019/QĐ-UBND được tiếp tục thực hiện.",
        [
            ("7/2019/QĐ-UBND", "REPEALS", None),
            ("8/2019/QĐ-UBND", "REPEALS", None),
            ("9/2019/QĐ-UBND", "CITES", None),
        ],
    ),
    "parts of acts": (
        "Điều 4. Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại các điều, khoản sau đây:\n"
        "- Tại Điều 5 Quyết định số 47/2012/QĐ-UBND;\n- Tại khoản 1 Điều 8 Quyết định số 49/2015/QĐ-UBND.",
        [("47/2012/QĐ-UBND", "AMENDS", None), ("49/2015/QĐ-UBND", "AMENDS", None)],
    ),
    "no list of acts": (
        "Điều 5. Sửa đổi, bổ sung Quyết định số 47/2012/QĐ-UBND như sau:\n- Nghị định số 5/2012/NĐ-CP được áp dụng.",
        [("47/2012/QĐ-UBND", "AMENDS", None), ("5/2012/NĐ-CP", "CITES", None)],
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_lists_of_changed_acts(name: str) -> None:
    text, expected = LISTS[name]
    assert cite("QUYẾT ĐỊNH:\n\n" + text, DECISION) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2. Quyết định số 78/2016/QĐ-UBND ngày 21/12/2016 quy định mức khoán theo Nghị định số 116/2016/NĐ-CP và "
            "Quyết định số 48/2020/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành.",
            ["REPEALS", "CITES", "REPEALS"],
        ),
        ("Thông tư số 21/2004/TT-BYT ngày 29/12/2004 không còn hiệu lực.", ["REPEALS"]),
        ("Khoản 2 Điều 4 Thông tư số 21/2004/TT-BYT hết hiệu lực từ ngày Thông tư này có hiệu lực.", ["AMENDS"]),
        ("Kể từ ngày Thông tư này có hiệu lực, Thông tư số 21/2004/TT-BYT hết hiệu lực thi hành.", ["REPEALS"]),
        (
            "Hồ sơ nộp theo Thông tư số 21/2004/TT-BYT trước khi Thông tư đó hết hiệu lực thì được xử lý tiếp.",
            ["CITES"],
        ),
        (
            "Bãi bỏ Điều 5 của Nghị định số 19/1999/NĐ-CP, khoản 3 Điều 7 Nghị định số 2/2001/NĐ-CP.",
            ["AMENDS", "AMENDS"],
        ),
        ("Quyết định này thay thế các Quyết định số 5/1998/QĐ-UB và số 6/1999/QĐ-UB.", ["REPLACES", "REPLACES"]),
    ],
)
def test_acts_that_cease_to_be_in_force(text: str, expected: list[str]) -> None:
    assert [relation for _, relation, _ in cite("QUYẾT ĐỊNH:\n\nĐiều 1. Nội dung\n\n" + text, DECISION)] == expected


def test_a_consolidated_text_is_changed_by_the_acts_of_its_footnotes() -> None:
    header = Header(type="Văn bản hợp nhất", title="x", title_start=0, title_end=0, body_start=0)
    text = (
        "Quyết định số 14/2008/QĐ-TTg ngày 27/10/2008 về chế độ trợ cấp, được sửa đổi, bổ sung bởi:\n"
        "Quyết định số 38/2010/QĐ-TTg ngày 06/5/2010 sửa đổi Quyết định số 14/2008/QĐ-TTg;\n"
        "Quyết định số 22/2025/QĐ-TTg ngày 10/7/2025.\n\nĐiều 1. Phạm vi[1]\n\n"
        "[1] Khoản này được bổ sung theo quy định tại khoản 2 Điều 1 của Quyết định số 38/2010/QĐ-TTg.\n"
        "[2] Quyết định số 22/2025/QĐ-TTg có căn cứ ban hành như sau:\n"
        "“Căn cứ Nghị quyết số 7/2025/QH15;”\n"
    )
    assert cite(text, header) == [
        ("14/2008/QĐ-TTg", "CITES", None),
        ("38/2010/QĐ-TTg", "AMENDED_BY", "14/2008/QĐ-TTg"),
        ("14/2008/QĐ-TTg", "AMENDS", "38/2010/QĐ-TTg"),
        ("22/2025/QĐ-TTg", "AMENDED_BY", "14/2008/QĐ-TTg"),
        ("38/2010/QĐ-TTg", "AMENDED_BY", None),
        ("22/2025/QĐ-TTg", "CITES", None),
        ("7/2025/QH15", "BASED_ON", "22/2025/QĐ-TTg"),
    ]


def test_the_grounds_of_a_consolidated_text_come_after_the_list_of_what_changed_it() -> None:
    header = Header(type="Văn bản hợp nhất", title="x", title_start=0, title_end=0, body_start=0)
    text = (
        "Thông tư số 7/2021/TT-BXD ngày 02/8/2021 quy định hồ sơ; quy định trình tự, được sửa đổi, bổ sung bởi:\n\n"
        "1. Thông tư số 9/2023/TT-BXD ngày 05/4/2023 sửa đổi, bổ sung một số điều của Thông tư số 7/2021/TT-BXD "
        "quy định hồ sơ;\nquy định trình tự và Thông tư số 8/2021/TT-BXD quy định mẫu.\n\n"
        "Căn cứ Nghị định số 52/2022/NĐ-CP; Nghị định số 53/2022/NĐ-CP;\n\nChương I\n\nQUY ĐỊNH CHUNG\n"
    )
    assert cite(text, header) == [
        ("7/2021/TT-BXD", "CITES", None),
        ("9/2023/TT-BXD", "AMENDED_BY", "7/2021/TT-BXD"),
        ("7/2021/TT-BXD", "AMENDS", "9/2023/TT-BXD"),
        ("8/2021/TT-BXD", "AMENDS", "9/2023/TT-BXD"),
        ("52/2022/NĐ-CP", "BASED_ON", None),
        ("53/2022/NĐ-CP", "BASED_ON", None),
    ]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("1. Phạm vi\nQuyết định này quy định chi tiết khoản 2 Điều 7 Nghị định số 88/2024/NĐ-CP.", "GUIDES"),
        ("Quyết định này hướng dẫn thi hành một số điều của Nghị định số 88/2024/NĐ-CP, gồm:", "GUIDES"),
        ("Sở Xây dựng hướng dẫn thực hiện Nghị định số 88/2024/NĐ-CP.", "CITES"),
        ("Quyết định này hướng dẫn lập hồ sơ theo quy định tại Nghị định số 88/2024/NĐ-CP.", "CITES"),
    ],
)
def test_what_an_act_says_of_its_scope(text: str, relation: str) -> None:
    assert cite("QUYẾT ĐỊNH:\n\nĐiều 1. " + text, DECISION) == [("88/2024/NĐ-CP", relation, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Điều 1. Phạm vi điều chỉnh\n\nQuyết định này quy định mức chi theo Điều 27 Nghị định số 88/2024/NĐ-CP.",
        "1. Bổ sung số lượng máy móc phục vụ công tác đã quy định tại khoản 1 Điều 4 Nghị định số 88/2024/NĐ-CP.",
        "2. Điều chỉnh mức giá không quá 30% so với mức quy định tại Nghị định số 88/2024/NĐ-CP.",
        "3. Hình thức xử phạt bổ sung tại Quyết định này được áp dụng theo quy định của Nghị định số 88/2024/NĐ-CP.",
        "4. Sử dụng vốn được giao bổ sung tại Nghị định số 88/2024/NĐ-CP.",
    ],
)
def test_words_of_change_that_change_something_else(text: str) -> None:
    assert cite("QUYẾT ĐỊNH:\n\n" + text, DECISION) == [("88/2024/NĐ-CP", "CITES", None)]


def test_a_heading_without_a_colon_gives_its_verb_to_the_list_under_it() -> None:
    text = (
        "Điều 1. Bãi bỏ toàn bộ một số văn bản của Bộ trưởng\n\n"
        "1. Quyết định số 14/2002/QĐ-BYT ngày 20/5/2002 phê duyệt “Kế hoạch xử lý triệt để chất thải y tế”.\n\n"
        "2. Chỉ thị số 6/2003/CT-BYT ngày 02/12/2003 về phòng bệnh.\n\n"
        "Điều 2. Hiệu lực thi hành\n\n1. Quyết định số 9/2004/QĐ-BYT vẫn được áp dụng.\n"
    )
    assert cite("QUYẾT ĐỊNH:\n\n" + text, DECISION) == [
        ("14/2002/QĐ-BYT", "REPEALS", None),
        ("Kế hoạch xử lý triệt để chất thải y tế", "APPROVES", "14/2002/QĐ-BYT"),
        ("6/2003/CT-BYT", "REPEALS", None),
        ("9/2004/QĐ-BYT", "CITES", None),
    ]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Chỉ thị này thay thế Chỉ thị số 6/CT-UBND ngày 20/3/2023.", "REPLACES"),
        ("Kế hoạch này có hiệu lực từ ngày ký và thay thế Kế hoạch số 6/CT-UBND ngày 20/3/2023.", "REPLACES"),
        ("Sở Nội vụ đề xuất thay thế Chỉ thị số 6/CT-UBND ngày 20/3/2023.", "CITES"),
    ],
)
def test_a_document_that_is_no_act_may_replace_the_one_before_it(text: str, relation: str) -> None:
    directive = Header(type="Chỉ thị", title="x", title_start=0, title_end=0, body_start=0)
    assert cite("Nội dung:" + BODY + text, directive) == [("6/CT-UBND", relation, None)]


@pytest.mark.parametrize(
    ("kind", "title", "relation"),
    [
        ("Hướng dẫn", "Thực hiện một số nội dung của Nghị quyết số 32/NQ-CP", "GUIDES"),
        ("Tờ trình", "Về việc ban hành Nghị quyết thay thế Nghị quyết số 32/NQ-CP", "CITES"),
        ("Thông báo", "Kết luận về tình hình thực hiện Nghị quyết số 32/NQ-CP", "CITES"),
        ("Báo cáo", "Tình hình thực hiện Nghị quyết số 32/NQ-CP", "REPORTS_ON"),
        ("Kế hoạch", "Giám sát chuyên đề việc triển khai Nghị quyết số 32/NQ-CP", "SUPERVISES"),
    ],
)
def test_titles(kind: str, title: str, relation: str) -> None:
    header = Header(type=kind, title=title, title_start=0, title_end=len(title), body_start=0)
    assert cite(f"{title}\n\nĐiều 1. Nội dung.", header) == [("32/NQ-CP", relation, None)]


def test_what_is_approved_by_the_act_named_after_it() -> None:
    text = "1. Tiếp tục thực hiện Đề án Thư viện số giai đoạn 2024 - 2030 được phê duyệt tại Quyết định số 12/QĐ-TTg."
    assert cite("Nội dung:" + BODY + text) == [
        ("Đề án Thư viện số giai đoạn 2024 - 2030", "APPROVES", "12/QĐ-TTg"),
        ("12/QĐ-TTg", "CITES", None),
    ]


def test_a_plan_that_a_letter_asks_for_is_not_its_own() -> None:
    letter = Header(type="Công văn", title="x", title_start=0, title_end=0, body_start=0)
    text = (
        "Thực hiện Nghị quyết số 32/NQ-CP, Sở yêu cầu:"
        + BODY
        + "1. Xây dựng Kế hoạch thực hiện Nghị quyết số 32/NQ-CP."
    )
    assert [relation for _, relation, _ in cite(text, letter)] == ["IMPLEMENTS", "CITES"]


def test_grounds_beside_acts_that_are_not_named() -> None:
    text = (
        "Căn cứ Nghị định số 48/2013/NĐ-CP về sửa đổi, bổ sung một số điều của các Nghị định liên quan đến kiểm soát "
        "thủ tục và Nghị định số 92/2017/NĐ-CP của Chính phủ;"
    )
    assert cite(text) == [("48/2013/NĐ-CP", "BASED_ON", None), ("92/2017/NĐ-CP", "BASED_ON", None)]


def test_a_semicolon_ends_the_title_of_an_amending_act() -> None:
    text = (
        "thực hiện theo Nghị định số 82/2023/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 120/2016/NĐ-CP; "
        "Nghị định số 126/2020/NĐ-CP và Thông tư số 32/2025/TT-BTC."
    )
    assert cite("Sở lập kế hoạch như sau:" + BODY + "- Các đơn vị " + text) == [
        ("82/2023/NĐ-CP", "CITES", None),
        ("120/2016/NĐ-CP", "AMENDS", "82/2023/NĐ-CP"),
        ("126/2020/NĐ-CP", "CITES", None),
        ("32/2025/TT-BTC", "CITES", None),
    ]


def test_an_amending_law_without_its_preposition() -> None:
    text = (
        "Căn cứ Luật Thanh tra số 64/2025/QH15 được sửa đổi bởi Luật Sửa đổi, bổ sung một số điều Luật Thanh tra "
        "số 87/2025/QH15;"
    )
    assert cite(text) == [
        ("64/2025/QH15", "BASED_ON", None),
        ("87/2025/QH15", "AMENDED_BY", "64/2025/QH15"),
        ("Luật Thanh tra", "AMENDS", "87/2025/QH15"),
    ]


def test_a_heading_and_the_sentence_that_repeats_it() -> None:
    text = (
        "Điều 1. Bãi bỏ toàn bộ Thông tư số 31/2015/TT-BYT quy định chế độ\nBãi bỏ toàn bộ Thông tư số 31/2015/TT-BYT."
    )
    assert cite("THÔNG TƯ:\n\n" + text, DECISION) == [("31/2015/TT-BYT", "REPEALS", None)] * 2


def test_a_revised_law_changes_nothing_that_follows() -> None:
    text = "Thông qua dự án Luật Thuế thu nhập cá nhân (sửa đổi) theo đề nghị tại công văn số 184/BTC-CST."
    assert cite("QUYẾT NGHỊ:\n\nĐiều 1. " + text, DECISION)[-1] == ("184/BTC-CST", "CITES", None)


def test_members_with_their_own_so_have_their_own_spans() -> None:
    text = "Theo Công điện số 7/CĐ-TTg ngày 17/11/2025 và số 8/CĐ-TTg ngày 19/11/2025."
    citations = find_citations(normalise(text), text, Header(), EMPTY_HOME)
    assert [c.quote for c in citations] == ["Công điện số 7/CĐ-TTg ngày 17/11/2025", "số 8/CĐ-TTg ngày 19/11/2025"]
    assert [c.date for c in citations] == ["2025-11-17", "2025-11-19"]


def test_members_without_so_share_the_span_date_and_issuer() -> None:
    text = "Thông tư số 01/2021/TT-BGDĐT, 02/2021/TT-BGDĐT ngày 02 tháng 02 năm 2021 của Bộ Giáo dục và Đào tạo."
    citations = find_citations(normalise(text), text, Header(), EMPTY_HOME)
    assert {(c.start, c.end, c.date) for c in citations} == {(0, len(text) - 1, "2021-02-02")}
    assert [c.code for c in citations] == ["01/2021/TT-BGDĐT", "02/2021/TT-BGDĐT"]


def test_a_foreign_issuer_is_not_part_of_the_quote() -> None:
    text = "Kế hoạch thực hiện Nghị quyết số 32/NQ-CP của Sở Giáo dục và Đào tạo"
    (citation,) = find_citations(normalise(text), text, Header(), EMPTY_HOME)
    assert citation.quote == "Nghị quyết số 32/NQ-CP"
    assert citation.issuer is not None
    assert citation.issuer.name == "Chính phủ"


def test_pinpoints() -> None:
    text = "theo điểm b khoản 4 Điều 8; khoản 4 Điều 9 và điểm d khoản 2 Điều 12 Nghị định số 111/2022/NĐ-CP"
    (citation,) = find_citations(normalise(text), text, Header(), EMPTY_HOME)
    assert citation.pinpoint == "điểm b khoản 4 Điều 8; khoản 4 Điều 9 và điểm d khoản 2 Điều 12"


@pytest.mark.parametrize(
    "unit",
    [
        "1/",
        "(",
        "Căn cứ ",
        "Nghị quyết số ",
        "32/NQ-",
        "Luật ",
        "khoản 1 ",
        "thực hiện ",
        "bãi bỏ:\n",
        "a) hết hiệu lực. ",
        "như sau: “",
        "Nghị định số 1/2020/NĐ-CP hết ",
    ],
)
def test_a_megabyte_of_near_misses_ends(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    for citation in find_citations(normalise(text), text, Header(), EMPTY_HOME):
        assert 0 <= citation.start < citation.end <= len(text)


def quotes(text: str) -> list[str]:
    return [c.quote for c in find_citations(normalise(text), text, Header(), EMPTY_HOME)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "theo Thông tư liên tịch số 03/2004/TTLT-BTP-BNV ngày 05/5/2004 của Bộ Tư pháp và Bộ Nội vụ hướng dẫn",
            ["Thông tư liên tịch số 03/2004/TTLT-BTP-BNV ngày 05/5/2004 của Bộ Tư pháp và Bộ Nội vụ"],
        ),
        (
            "theo Thông tư số 03/2004/TT-BTP ngày 05 tháng 5 năm 2004 của Bộ Tư pháp và Bộ Nội vụ chủ trì",
            ["Thông tư số 03/2004/TT-BTP ngày 05 tháng 5 năm 2004 của Bộ Tư pháp"],
        ),
        ("THỰC HIỆN NGHỊ QUYẾT SỐ 66-NQ/TW\nNgày 28 tháng 11 năm 2025, tại trụ sở", ["NGHỊ QUYẾT SỐ 66-NQ/TW"]),
        (
            "Luật tổ chức Hội đồng nhân dân và Uỷ ban nhân dân ngày 26/11/2003",
            ["Luật tổ chức Hội đồng nhân dân và Uỷ ban nhân dân ngày 26/11/2003"],
        ),
        ("về dự án Luật Thuế thu nhập cá nhân (sửa đổi) trình", ["Luật Thuế thu nhập cá nhân (sửa đổi)"]),
        ("\n\nLUẬT\n\nGIÁO DỤC\n\n", []),
        ("theo Nghị quyết Trung ương 2 khóa VIII và", ["Nghị quyết Trung ương 2 khóa VIII"]),
        (
            "gửi dự thảo Nghị quyết về mức học phí năm học 2025 - 2026; báo cáo",
            ["Nghị quyết về mức học phí năm học 2025 - 2026"],
        ),
        ("xử lý trong các văn bản Luật, Nghị quyết của Quốc hội được ban hành", []),
        ("mức thu (theo Luật Thủ đô) hết hiệu lực; Hội Luật gia Việt Nam;", ["Luật Thủ đô"]),
        ("và Báo cáo giải trình, tiếp thu số 9/BC-UBND của", ["Báo cáo giải trình, tiếp thu số 9/BC-UBND"]),
        (
            "theo Nghị định số 12/2013/NĐ-CPngày 11 tháng 11 năm 2013 về",
            ["Nghị định số 12/2013/NĐ-CPngày 11 tháng 11 năm 2013"],
        ),
        ("theo Thông tư số 06 ngày 16 tháng 7 năm 1986 và", ["Thông tư số 06 ngày 16 tháng 7 năm 1986"]),
        ("trong 30 ngày 16 cán bộ; Nghị quyết số 30 ngày họp", []),
        (
            "Căn cứ Luật sửa đổi bổ sung một số điều của 37 luật có liên quan đến quy hoạch ngày 20/11/2018;",
            ["Luật sửa đổi bổ sung một số điều của 37 luật có liên quan đến quy hoạch ngày 20/11/2018"],
        ),
        ("Việc sửa đổi một số điều của 37 luật có liên quan đến quy hoạch là cần thiết.", []),
        ("Báo cáo này thay cho tài liệu số 9/BC-UBND.", ["số 9/BC-UBND"]),
        (
            "theo Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Trung ương về",
            ["Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Trung ương"],
        ),
        ("Hội nghị lần thứ năm Ban Chấp hành Trung ương đã bàn về Điều lệ hội.", []),
        ("phải bám sát nội dung Kế hoạch tổ chức thi đua năm 2025. Tổ chức", ["Kế hoạch tổ chức thi đua năm 2025"]),
        (
            "Quyết định số 9/QĐ-UBND phê duyệt Kế hoạch đào tạo, bồi dưỡng cán bộ, công chức năm 2025;",
            ["Quyết định số 9/QĐ-UBND", "Kế hoạch đào tạo, bồi dưỡng cán bộ, công chức năm 2025"],
        ),
        (
            "V/v trình Đề án sắp xếp trạm y tế cấp xã, cấp huyện\n\nHà Nội, ngày 25 tháng 4 năm 2024",
            ["Đề án sắp xếp trạm y tế cấp xã, cấp huyện"],
        ),
        (
            "1. Thực hiện Kế hoạch phát triển thủy sản năm 2026 và Kế hoạch đầu tư công giai đoạn 2026 - 2030.",
            ["Kế hoạch phát triển thủy sản năm 2026", "Kế hoạch đầu tư công giai đoạn 2026 - 2030"],
        ),
        (
            "- Triển khai Nghị quyết của Hội đồng nhân dân tỉnh về thủy lợi và Thông báo Kết luận của Bí thư Tỉnh ủy.",
            ["Nghị quyết của Hội đồng nhân dân tỉnh về thủy lợi", "Thông báo Kết luận của Bí thư Tỉnh ủy"],
        ),
        (
            "theo Điều lệ trường tiểu học, trường trung học cơ sở ban hành kèm theo Thông tư số 9/2020/TT-BGDĐT",
            ["Điều lệ trường tiểu học, trường trung học cơ sở", "Thông tư số 9/2020/TT-BGDĐT"],
        ),
        ("Căn cứ Điều lệ Đảng và Quy định số 24-QĐ/TW;", ["Điều lệ Đảng", "Quy định số 24-QĐ/TW"]),
        (
            "Điều 1. Sửa đổi Nghị quyết số 9/2023/NQ-HĐND của Hội đồng nhân dân tỉnh\n1. Sửa đổi khoản 2.",
            ["Nghị quyết số 9/2023/NQ-HĐND của Hội đồng nhân dân tỉnh"],
        ),
        (
            "theo Nghị quyết số 9/2023/NQ-HĐND của Hội đồng nhân dân phường\n2. Mức chi.",
            ["Nghị quyết số 9/2023/NQ-HĐND của Hội đồng nhân dân phường"],
        ),
        (
            "theo Nghị quyết số 9/2023/NQ-HĐND của Hội đồng nhân dân Phường 2.",
            ["Nghị quyết số 9/2023/NQ-HĐND của Hội đồng nhân dân Phường 2"],
        ),
        ("theo Công văn số 2291 của Bộ Nội vụ và Đề án 06. Các sở", ["Công văn số 2291 của Bộ Nội vụ", "Đề án 06"]),
        ("thực hiện Kế hoạch 05 năm và Chương trình số 3, 4 của", []),
    ],
)
def test_quotes(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


def test_the_date_after_an_amending_law_is_its_own() -> None:
    text = "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế ngày 13 tháng 6 năm 2014;"
    citations = find_citations(normalise(text), text, Header(), EMPTY_HOME)
    assert [(c.date, c.year) for c in citations] == [("2014-06-13", 2014), (None, None)]


def test_an_issuer_after_the_last_number_belongs_to_all() -> None:
    text = "Quyết định số 67/1999/QĐ-BTC ngày 24/6/1999; số 139/1999/QĐ-BTC ngày 11/11/1999 của Bộ trưởng Bộ Tài chính"
    citations = find_citations(normalise(text), text, Header(), EMPTY_HOME)
    assert [c.issuer.name if c.issuer else None for c in citations] == ["Bộ trưởng Bộ Tài chính"] * 2


def test_a_committee_without_its_place_is_the_one_named_before() -> None:
    text = (
        "Quyết định số 78/2016/QĐ-UBND ngày 21/12/2016 của Ủy ban nhân dân tỉnh Bình Định; sửa đổi "
        "Quyết định số 78/2016/QĐ-UBND ngày 21/12/2016 của Ủy ban nhân dân tỉnh"
    )
    citations = find_citations(normalise(text), text, Header(), EMPTY_HOME)
    assert [c.issuer.name if c.issuer else None for c in citations] == ["Ủy ban nhân dân tỉnh Bình Định"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thực hiện Nghị quyết số 1/NQ-CP ngày 03/01/2015 của Chính phủ, các sở đã triển khai. "
            "Thủ tướng đã ban hành Chỉ thị số 6/CT-TTg ngày 21/4/2015 về thực hiện dự toán và Bộ Tài chính đã ban hành "
            "Công văn số 60/BTC-NSNN.",
            [("1/NQ-CP", "IMPLEMENTS", None), ("6/CT-TTg", "CITES", None), ("60/BTC-NSNN", "CITES", None)],
        ),
        (
            "Thực hiện nghiêm túc, đồng bộ và hiệu quả Kế hoạch số 16-KH/TU ngày 24/8/2022 của Tỉnh ủy.",
            [("16-KH/TU", "IMPLEMENTS", None)],
        ),
        ("Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển chợ nông thôn như sau:", []),
    ],
)
def test_an_opening_that_tells_what_others_have_passed(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert cite(text) == expected


def test_what_the_decision_itself_promulgates_is_no_citation_of_it() -> None:
    header = Header(type="Quyết định", title="Ban hành Quy chế làm việc của Ban Chỉ đạo thành phố", body_start=0)
    text = "Điều 1. Quy chế làm việc của Ban Chỉ đạo thành phố gồm 3 chương.\n2. Theo Quy chế chi tiêu nội bộ của Sở."
    assert [name for name, _, _ in cite(text, header)] == ["Quy chế chi tiêu nội bộ của Sở"]


def test_the_own_plan_named_again_implements_what_its_title_says() -> None:
    text = (
        "KẾ HOẠCH HÀNH ĐỘNG\nThực hiện Nghị quyết số 66-NQ/TW ngày 30/4/2025 của Bộ Chính trị\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch hành động của Bộ thực hiện Nghị quyết số 66-NQ/TW.\n"
        "Điều 2. Các đơn vị thực hiện Nghị quyết số 66-NQ/TW."
    )
    assert [relation for _, relation, _ in cite(text)] == ["IMPLEMENTS", "IMPLEMENTS", "CITES"]


def test_a_report_on_results_reports() -> None:
    text = "Kết quả thực hiện Nghị quyết số 05-NQ/HU ngày 20/5/2021 của Huyện ủy\n\nI. KẾT QUẢ\nTheo Luật Đất đai."
    report = Header(type="Báo cáo", title="x", title_start=0, title_end=68, body_start=68)
    assert [relation for _, relation, _ in cite(text, report)] == ["REPORTS_ON", "CITES"]
    plan = Header(type="Kế hoạch", title="x", title_start=0, title_end=68, body_start=68)
    assert [relation for _, relation, _ in cite(text, plan)] == ["IMPLEMENTS", "CITES"]
