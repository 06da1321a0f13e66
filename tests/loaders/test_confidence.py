"""Confidence: higher where more is printed, and measured on what annotators say."""

from pathlib import Path

import pytest

from bench.calibration import SURE, Judged, judge_documents, judge_sentences
from loaders.extraction import extract_document

SURE_ONES_THAT_ARE_RIGHT = 0.97


def confidence(text: str) -> float:
    """Of the last citation in the text."""
    return extract_document(text, "test").citations[-1].confidence


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("Căn cứ Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chính phủ.", "Căn cứ Nghị quyết số 32/NQ-CP."),
        ("Căn cứ Luật Thanh tra năm 2022.", "Căn cứ Luật Thanh tra."),
        ("Theo Kết luận số 51-KL/TW ngày 30/5/2019 của Ban Bí thư.", "Theo Kết luận số 51-KL/TW ngày 30/5/2019."),
        ("Theo Nghị quyết số 32/NQ-CP ngày 20/3/2024.", "Triển khai Đề án 06."),
        (
            "Quyết định số 5/QĐ-TTg ngày 5/2/2024 của Thủ tướng Chính phủ phê duyệt Đề án phát triển du lịch.",
            "Xây dựng Đề án phát triển du lịch.",
        ),
        (
            "Theo Nghị quyết số 78/NQ-CP ngày 18/6/2022 của Chính phủ.",
            "Theo Nghị quyết số 78/NQ-CP ngày 18/6/2022 của Thủ tướng Chính phủ.",
        ),
        (
            "Nghị quyết số 51/2017/QH14 của Quốc hội.",
            "Nghị quyết số 51/2017/QH15 của Quốc hội.",
        ),
    ],
)
def test_what_is_printed_in_full_is_surer(surer: str, less_sure: str) -> None:
    assert 0 < confidence(less_sure) < confidence(surer) <= 1


def test_a_formal_defect_hardly_counts() -> None:
    whole = confidence("Căn cứ Nghị định số 115/2020/NĐ-CP ngày 25/9/2020 của Chính phủ.")
    misprinted = confidence("Căn cứ Nghị định số 115/2020/NĐCP ngày 25/9/2020 của Chính phủ.")
    assert SURE < misprinted < whole


@pytest.mark.parametrize("judge", [judge_documents, judge_sentences], ids=["documents", "sentences"])
def test_sure_citations_are_right(judge: object, shared: Path) -> None:
    assert callable(judge)
    judged: list[Judged] = list(judge(shared))
    sure = [j for j in judged if j.citation.confidence >= SURE]
    doubtful = [j for j in judged if j.citation.confidence < SURE]
    assert len(sure) > len(judged) / 2
    assert share_right(sure) >= SURE_ONES_THAT_ARE_RIGHT
    assert share_right(doubtful) < share_right(sure)


def share_right(judged: list[Judged]) -> float:
    return sum(j.wrong is None for j in judged) / len(judged)
