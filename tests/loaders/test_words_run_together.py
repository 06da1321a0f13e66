"""Pages that run words together are read as if they did not, and what is quoted stays as printed."""

import pytest

from loaders.extraction import extract_document
from loaders.normalise import normalise

PARTED = (
    ("Căn cứ Kếhoạch và vềviệc", "Căn cứ Kế hoạch và về việc"),
    ("theoQuyết định củaỦy ban nhân dân", "theo Quyết định của Ủy ban nhân dân"),
    ("BANHÀNH QUY ĐỊNH", "BAN HÀNH QUY ĐỊNH"),
    ("cácđồng chí Chủtịchnước", "các đồng chí Chủ tịch nước"),
    ("sựtiến bộ, ngànhan toàn", "sự tiến bộ, ngành an toàn"),
)
LEFT_ALONE = (
    "Quyết định số 12/QĐ-SGDĐTr của UBND, HĐND và BQLKKT",
    "nghiêng khuyếch thuyền Nguyễn Quỳnh Đắk Lắk Krông Nô",
    "facebook internet website logistics VNeID eOffice",
)


@pytest.mark.parametrize(("printed", "read"), PARTED)
def test_words_are_parted_and_spans_lead_back(printed: str, read: str) -> None:
    normalised = normalise(printed)
    assert normalised.text == read
    assert normalised.printed_words(0, len(read), read) == printed
    for word in set(read.split()):
        start = read.index(word)
        place = normalised.original_span(start, start + len(word))
        assert printed[slice(*place)] == word


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_names_and_abbreviations_stay_whole(text: str) -> None:
    assert normalise(text).in_place


def test_what_is_shown_is_what_is_printed() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE\n\nSố: 12/KH-UBND\nBến Tre, ngày 02 tháng 10 năm 2024\n\nKẾ HOẠCH\n"
        "Triểnkhai thựchiện Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chínhphủ\n\nI. NHIỆMVỤ\n"
        "1. SởTài chính chủtrì, phối hợp với SởNội vụ lập dựtoán.\n"
    )
    record = extract_document(text, "page.txt")
    assert record.header.title == "Triểnkhai thựchiện Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chínhphủ"
    (citation,) = record.citations
    assert citation.relation == "IMPLEMENTS"
    assert citation.quote == text[citation.start : citation.end]
    assert citation.quote == "Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chínhphủ"
    (task,) = record.tasks
    assert task.text == text[task.start : task.end]
    assert [(a.text, a.role, a.body.name if a.body else None) for a in task.assigned] == [
        ("SởTài chính", "lead", "Sở Tài chính tỉnh Bến Tre"),
        ("SởNội vụ", "coordinate", "Sở Nội vụ tỉnh Bến Tre"),
    ]


def test_a_heading_of_the_web_site_names_the_document_itself() -> None:
    text = (
        "Kế hoạch 155/KH-UBND năm 2017 về đăng ký hộ tịch trên địa bàn tỉnh Bắc Ninh\n\n"
        "Quyết định số 155/2017/KH-UBND tỉnh Bắc Ninh\n\nỦY BAN NHÂN DÂN\nTỈNH BẮC NINH\n\n"
        "CỘNG HÒA Xà HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 155/KH-UBND\n\n"
        "Bắc Ninh, ngày 26 tháng 5 năm 2017\n\nKẾ HOẠCH\nVỀ ĐĂNG KÝ HỘ TỊCH\n\n"
        "Thay thế Kế hoạch số 155/KH-UBND ngày 02/3/2016 của Ủy ban nhân dân tỉnh.\n"
    )
    record = extract_document(text, "page.txt")
    assert record.header.issuer is not None
    assert record.header.issuer.name == "Ủy ban nhân dân tỉnh Bắc Ninh"
    assert [citation.date for citation in record.citations] == ["2016-03-02"]
