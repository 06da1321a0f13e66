"""Hypothesis strategies for pages made of pieces that real ones are made of, misprints and noise among them."""

from hypothesis import strategies as st

LETTERHEADS = (
    "    ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "      TỈNH BẾN TRE                    Độc lập - Tự do - Hạnh phúc",
    "UBND TỈNH AN GIANG\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    "| BỘ TÀI CHÍNH ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc --------------- |",
    "TỈNH ỦY LẠNG SƠN\n*\nĐẢNG CỘNG SẢN VIỆT NAM",
    "THỦ TƯỚNG CHÍNH PHỦ",
    "QUỐC HỘI\n-------",
    "HỘI ĐỒNG NHÂN DÂN\nHUYỆN CAO LỘC",
)
ISSUING_LINES = (
    "Số: 5798/KH-UBND              Bến Tre, ngày 05 tháng 9 năm 2024",
    "Số:        /KH-SGD&ĐT            An Giang, ngày     tháng 9 năm 2024",
    "Số 12 - KH/TU",
    "Hà Nội, ngày 31 tháng 02 năm 2024",
    "**Số: 03/2025/TT-BTC**",
)
TITLES = (
    "KẾ HOẠCH\nTriển khai thực hiện Nghị quyết số 32/NQ-CP ngày 20 tháng 3 năm 2024 của\n"
    "Chính phủ về đổi mới chương trình",
    "NGHỊ QUYẾT\nBan hành Kế hoạch thực hiện Nghị quyết số 686/NQ-UBTVQH15 giám sát chuyên đề về việc thực hiện\n"
    "Nghị quyết số 88/2014/QH13 và Nghị quyết số 51/2017/QH15 của Quốc hội",
    "QUYẾT ĐỊNH\nVề việc sửa đổi, bổ sung một số điều của Quy chế ban hành kèm theo Quyết định số 15/2020/QĐ-UBND",
    "THÔNG TƯ\nQUY ĐỊNH CHI TIẾT MỘT SỐ ĐIỀU CỦA LUẬT GIÁO DỤC",
    "CÔNG ĐIỆN\nVề việc khắc phục hậu quả mưa lũ\nTHỦ TƯỚNG CHÍNH PHỦ điện:",
    "# BÁO CÁO\nKết quả một năm thực hiện Chỉ thị số 32/CT-TTg",
)
GROUNDS = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
    "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật ngày 18/6/2020;",
    "Căn cứ Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa XI;",
    "Xét Tờ trình số 45/TTr-SNV ngày 1-2-2024 của Giám đốc Sở Nội vụ,",
    "Thực hiện Kế hoạch số 100/KH-\n\n"
    "UBND ngày 06/5/2024 của Ủy ban nhân dân (UBND) tỉnh Lạng Sơn, UBND huyện xây dựng Kế hoạch như sau:",
    "Theo đề nghị của Chánh Văn phòng Bộ.",
)
SENTENCES = (
    "các Công điện: số 007/CĐ-UBND ngày 17/11/2025, số 008/CĐ-UBND và số 009/CĐ-UBND ngày 19/11/2025",
    "Thông tư 17,18,19/2018/TT-BGDĐT",
    "Thông tư số 01/2021/TT-BGDĐT, 02/2021/TT-BGDĐT",
    "điểm b khoản 4 Điều 8; khoản 4 Điều 9 và điểm d khoản 2 Điều 12 Nghị định số 115/2020/NĐCP",
    "đã được sửa đổi, bổ sung bởi Nghị định số 71/NĐ-CP ngày 30/6/2020",
    "(sau đây gọi tắt là Nghị quyết số 32/NQ-CP)",
    "Quyết định số 144/2002/QĐ/BTC thay thế Quyết định 217-HĐBT và bãi bỏ 522a-TTg",
    "Đề án 06 và Đề án “Chuyển đổi số ngành giáo dục” ban hành kèm theo Quyết định số 131/QĐ-TTg",
    "theo quy định tại Luật Thanh tra, Bộ luật Lao động năm 2019 và Pháp lệnh Dân số",
    "Công văn số 1945/SGD&ÐT-KHTC, 5348/CT-CS; 27/CTTg, 08/2023/TTBGDĐT",
    "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
    "xem https://example.vn/van-ban/32/NQ-CP?a=1 [12] Luật[3]",
    "1. Sở Giáo dục và Đào tạo chủ trì, phối hợp với Sở Nội vụ, UBND các huyện rà soát trước ngày 31/12/2024.",
    "2.1. Phòng Tài chính - Kế hoạch",
    "- Giao Công an tỉnh, Sở Y tế thực hiện Nghị định số 30/2020/NĐ-CP trong Quý IV/2025;",
    "+ Đơn vị chủ trì: Vụ Pháp chế. Cơ quan phối hợp: các đơn vị liên quan.",
    "* Thời gian thực hiện: năm 2025 và các năm tiếp theo",
    "a) Các cơ quan, đơn vị báo cáo UBND tỉnh trước ngày 15 tháng 12 hằng năm.",
    "Điều 2. Tổ chức thực hiện",
    "II. NHIỆM VỤ, GIẢI PHÁP",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "Phụ lục\n(Ban hành kèm theo Kế hoạch số 5798/KH-UBND)\n\nTT\nNội dung\nĐơn vị chủ trì\nThời gian\n"
    "1\nXây dựng đề án\nSở Tài chính\nNăm 2025",
    "| TT | Nhiệm vụ | Chủ trì |\n| 1 | Rà soát | Sở Nội vụ |",
    "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở Tài chính để tổng hợp./.",
    "Trên đây là Kế hoạch của Ủy ban nhân dân tỉnh.",
)
CLOSINGS = (
    "Nơi nhận:                                   TM. ỦY BAN NHÂN DÂN\n"
    "- UBND tỉnh (b/c);                               KT. CHỦ TỊCH\n"
    "- Các sở, ban, ngành;                            PHÓ CHỦ TỊCH\n- Lưu: VT.\n"
    "                                                 Nguyễn Hữu Tâm",
    "Nơi nhận:\n- Như Điều 3;\n- Bộ Tài chính (để báo cáo);\n- Lưu: VT, VP.",
    "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\nPhan Thị Lan",
    "Nơi nhận: - Lưu: VT. | TL. BỘ TRƯỞNG",
    "CHỦ TỊCH",
)
NOISE = (
    *(
        "",
        " ",
        ".",
        ";",
        ":",
        ",",
        "(",
        ")",
        "“",
        "”",
        "[1]",
        "/",
        "-",
        "–",
        "|",
        "#",
        "**",
        "\\",
        "\x00",
        "\x07",
        "\x1f",
        "\x85",
    ),
    *(
        "\u200b",
        "\u00ad",
        "\ufeff",
        "\u2028",
        "\u0301",
        "\U0001f4dc",
        "👨‍👩‍👧",
        "Ð",
        "АВС",
        "١٢",
        "²",
        "Ⅳ",
        "ﬁ",
        "\u202e",
        "\U0010ffff",
    ),
    *(
        "số",
        "ngày",
        "của",
        "và",
        "Nghị quyết",
        "Luật",
        "Căn cứ",
        "khoản",
        "Điều",
        "UBND",
        "Sở",
        "tỉnh",
        "TM.",
        "Lưu",
        "này",
        "khóa XIII",
    ),
)
SEPARATORS = (
    "",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\n \n",
    "\t",
    "\u00a0",
    ", ",
    "; ",
    " và ",
    "\n- ",
    "\n1. ",
    "      ",
    "\x0c",
)

TYPE_WORDS = (
    "Nghị quyết",
    "Nghị định",
    "NGHỊ ĐỊNH",
    "Kế hoạch",
    "Thông tư liên tịch",
    "Luật",
    "Công văn",
    "văn bản",
    "",
)
SYMBOLS = (
    "NQ-CP",
    "CT-TTg",
    "KH-UBND",
    "NĐCP",
    "QH13",
    "QH99",
    "UBTVQH15",
    "NQ/TW",
    "QĐ/BTC",
    "SGD&ĐT-KHTC",
    "TTBGDĐT",
    "TTLT-BCA-BQP",
    "OH14",
    "X",
)
ISSUERS = (
    "Chính phủ",
    "UBND tỉnh",
    "Ủy ban nhân dân tỉnh Hòa Bình",
    "Bộ trưởng Bộ Tài chính",
    "Sở GD&ĐT",
    "Ban Bí thư",
    "Quốc hội khóa XIV",
)


@st.composite
def dates(draw: st.DrawFn) -> str:
    """A date as printed, possible or not."""
    day, month, year = draw(st.integers(0, 39)), draw(st.integers(0, 19)), draw(st.integers(1890, 2110))
    form = draw(
        st.sampled_from(
            ("ngày {} tháng {} năm {}", "ngày {}/{}/{}", "{}-{}-{}", "{}.{}.{}", "ngày\n{} tháng {}\n năm {}")
        )
    )
    partial = draw(st.sampled_from(("", f"tháng {month} năm {year}", f"năm {year}", "ngày     tháng     năm 2024")))
    return partial or form.format(day, month, year)


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """A document number with its words, misprinted now and then."""
    number = draw(st.sampled_from(("32", "007", "1", "522a", "", "999999", "17,18,19")))
    year = draw(st.sampled_from(("", "", "/2014", "/2020", " /2002", "/20", "/99999")))
    sep = draw(st.sampled_from(("/", "/", "-", " / ", "- ", "/\n\n", "–", "//")))
    word = draw(st.sampled_from(TYPE_WORDS))
    so = draw(st.sampled_from((" số ", " ", " số: ", "\nsố\n", " SỐ ")))
    tail = draw(st.sampled_from(("", "", " ngày 20/3/2024", ", ngày 1 tháng 2 năm 2023", " của ")))
    issuer = draw(st.sampled_from(("", "", *(" của " + name for name in ISSUERS))))
    return f"{word}{so}{number}{year}{sep}{draw(st.sampled_from(SYMBOLS))}{tail}{issuer}"


_PIECES = st.one_of(
    *(
        st.sampled_from(pieces)
        for pieces in (LETTERHEADS, ISSUING_LINES, TITLES, GROUNDS, SENTENCES, SENTENCES, CLOSINGS, NOISE)
    ),
    numbers(),
    numbers(),
    dates(),
    st.text(max_size=12),
    st.builds(lambda unit, times: unit * times, st.sampled_from(NOISE), st.integers(2, 400)),
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page: pieces in the order of a real one or in none, joined by odd white space."""
    if draw(st.booleans()):
        pieces = [
            draw(st.sampled_from(LETTERHEADS)),
            draw(st.sampled_from(ISSUING_LINES)),
            draw(st.sampled_from(TITLES)),
            *draw(st.lists(st.sampled_from(GROUNDS), max_size=3)),
            *draw(st.lists(st.one_of(st.sampled_from(SENTENCES), numbers(), st.sampled_from(NOISE)), max_size=10)),
            draw(st.sampled_from(CLOSINGS)),
        ]
    else:
        pieces = draw(st.lists(_PIECES, max_size=14))
    separators = draw(st.lists(st.sampled_from(SEPARATORS), min_size=len(pieces), max_size=len(pieces)))
    text = "".join(piece + separator for piece, separator in zip(pieces, separators, strict=True))
    case = draw(st.sampled_from(("", "", "", "upper", "lower", "title")))
    return {"upper": text.upper(), "lower": text.lower(), "title": text.title()}.get(case, text)
