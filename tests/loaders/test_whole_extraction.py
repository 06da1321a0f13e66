"""The whole extraction on pages that nobody would print: it ends in a sound record, or in an error of ours."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, event, example, given, settings
from hypothesis import strategies as st

from loaders.errors import LoaderError
from loaders.extraction import extract_document
from loaders.normalise import squeeze
from loaders.records import Citation, Recipient, Record, Task
from tests.loaders.page_pieces import pages
from tests.loaders.record_checks import check_text

WHOLE = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example]
)
PAGE = (
    "UBND TỈNH BẾN TRE\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\n\nSố: 12/KH-SGD&ĐT   Bến Tre, ngày 02 tháng 10 năm 2024\n\n"
    "KẾ HOẠCH\nThực hiện Kế hoạch số 5798/KH-UBND ngày 05/9/2024 của UBND tỉnh về việc triển khai\n"
    "thực hiện Nghị quyết số 32/NQ-CP của Chính phủ\n\n"
    "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;\n\n"
    "I. NHIỆM VỤ\n1. Phòng Tổ chức cán bộ chủ trì, phối hợp với Văn phòng rà soát theo khoản 2 Điều 7 Thông tư\n"
    "số 22/2021/TT-BGDĐT trước ngày 31/12/2024.\n\n"
    "Nơi nhận:                          KT. GIÁM ĐỐC\n- UBND tỉnh (để báo cáo);          PHÓ GIÁM ĐỐC\n- Lưu: VT.\n"
    "                                   Phan Thị Lan\n"
)


@given(pages())
@WHOLE
@example("")
@example("\x00")
@example("Nghị quyết số")
@example(PAGE)
@example(PAGE.upper())
@example(" ".join(PAGE.split()))
def test_a_page_gives_a_sound_record_or_our_error(text: str) -> None:
    try:
        check_text(text)
    except LoaderError as error:
        event(type(error).__name__)


@given(pages())
@WHOLE
def test_the_same_text_gives_the_same_record(text: str) -> None:
    assert _read(text) == _read(text)


@given(pages(), pages())
@WHOLE
def test_what_was_read_before_does_not_matter(first: str, second: str) -> None:
    before = _read(first), _read(second)
    after = _read(second), _read(first)
    assert before == (after[1], after[0])


@given(pages())
@WHOLE
@example(PAGE)
@example(PAGE.replace("Giáo dục ngày", "Dân số\u0301. Ngày"))
def test_a_decomposed_text_gives_the_same_record_in_its_own_places(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", composed)
    assume(unicodedata.normalize("NFC", decomposed) == composed)
    _assert_same(_read(composed), _read(decomposed))


@given(pages())
@WHOLE
@example(PAGE)
def test_windows_line_ends_change_nothing_but_places(text: str) -> None:
    lines = text.replace("\r", " ")
    _assert_same(_read(lines), _read(lines.replace("\n", "\r\n")))


@pytest.mark.parametrize("times", [2, 40])
def test_very_long_white_space_changes_nothing_but_places(times: int) -> None:
    line = PAGE.replace("\n", " ")
    wide = line.replace(" của ", " của" + " " * 50 * times)
    _assert_same(_read(line), _read(wide))


@given(st.integers(1, 6), st.sampled_from(("", "\n", "\n\n")))
@settings(max_examples=12, deadline=None)
def test_pages_after_pages_are_sound(times: int, between: str) -> None:
    check_text((PAGE + between) * times)


def _read(text: str) -> Record | None:
    try:
        return extract_document(text, "text")
    except LoaderError:
        return None


def _assert_same(one: Record | None, other: Record | None) -> None:
    """Both say the same, and the words at their places are the same."""
    assert (one is None) == (other is None)
    if one is None or other is None:
        return
    assert one.document_id == other.document_id
    assert _header(one) == _header(other)
    assert len(one.citations) == len(other.citations)
    for citation, same in zip(one.citations, other.citations, strict=True):
        assert _citation(one.text, citation) == _citation(other.text, same)
    assert len(one.tasks) == len(other.tasks)
    for task, same_task in zip(one.tasks, other.tasks, strict=True):
        assert _task(one.text, task) == _task(other.text, same_task)
    assert [_recipient(one.text, r) for r in one.recipients] == [_recipient(other.text, r) for r in other.recipients]


def _words(text: str, start: int | None, end: int | None) -> str | None:
    return None if start is None or end is None else squeeze(unicodedata.normalize("NFC", text[start:end]))


def _header(record: Record) -> tuple[object, ...]:
    header = record.header
    words = (
        _words(record.text, header.title_start, header.title_end),
        _words(record.text, header.issuer_start, header.issuer_end),
    )
    without_places = replace(
        header, title_start=None, title_end=None, issuer_start=None, issuer_end=None, body_start=0, body_end=None
    )
    return (without_places, *words)


def _citation(text: str, citation: Citation) -> tuple[object, ...]:
    context = _words(text, citation.context_start, citation.context_end)
    quote = unicodedata.normalize("NFC", citation.quote)
    assert _words(text, citation.start, citation.end) == quote
    return replace(citation, start=0, end=0, quote=quote, context_start=0, context_end=0), context


def _task(text: str, task: Task) -> tuple[object, ...]:
    assigned = [(a.text, a.role, _words(text, a.start, a.end)) for a in task.assigned]
    return replace(task, start=0, end=0, assigned=()), _words(text, task.start, task.end), assigned


def _recipient(text: str, recipient: Recipient) -> tuple[object, ...]:
    return replace(recipient, start=0, end=0), _words(text, recipient.start, recipient.end)
