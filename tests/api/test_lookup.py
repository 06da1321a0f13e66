"""Citations of a posted text, looked up in the graph of the samples."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.api.conftest import Run

TEXT = """Căn cứ Nghị quyết số 32/NQ-CP ngày 20 tháng 3 năm 2024 của Chính phủ;
Thực hiện Kế hoạch số 5798/KH–UBND ngày 05 tháng 9 năm 2024 của Ủy ban nhân dân tỉnh Bến Tre, Nghị quyết số
33/NQ-CP ngày 01 tháng 02 năm 2020 của Chính phủ và Nghị định số 30/2020 về công tác văn thư."""


def look_up(reader: httpx.Client, text: str) -> list[dict[str, Any]]:
    answer = reader.post("/v1/citations/lookup", json={"text": text})
    assert answer.status_code == 200, answer.text
    citations: list[dict[str, Any]] = answer.json()["citations"]
    return citations


def test_each_citation_has_its_place_and_what_it_means(reader: httpx.Client) -> None:
    found = look_up(reader, TEXT)
    assert [(one["code"], one["status"]) for one in found] == [
        ("32/NQ-CP", 200),
        ("5798/KH-UBND", 200),
        ("33/NQ-CP", 404),
        (None, 400),
    ]
    for one in found:
        assert " ".join(TEXT[one["start"] : one["end"]].split()) == one["quote"]
    assert found[0]["document"]["id"] == "vn:chinh-phu:nghi-quyet:2024:32-nq-cp"
    assert found[1]["document"]["issuer"]["name"] == "Ủy ban nhân dân tỉnh Bến Tre"
    assert found[2]["nearest"][0]["code"] == "32/NQ-CP"
    assert "symbol" in found[3]["reason"]
    members = {200: "document", 404: "nearest", 400: "reason"}
    for one in found:
        assert set(one) == {"start", "end", "quote", "code", "status", members[one["status"]]}


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("32/NQ-CP", 0, 8),
        ("NQ số 32/NQ-CP", 3, 14),
        ("😀 e\u0302 Nghị quyết 32/NQ-CP", 5, 24),
        ("\r\n\r\nNghị quyết\r\nsố 32/NQ-CP\r\n", 4, 27),
    ],
)
def test_spans_count_code_points_of_the_text_as_posted(reader: httpx.Client, text: str, start: int, end: int) -> None:
    (found,) = look_up(reader, text)
    assert (found["start"], found["end"], found["status"]) == (start, end, 200)


def test_several_that_fit_are_candidates_with_the_reason(
    reader: httpx.Client, run: Run, samples_store: Path, tmp_path: Path
) -> None:
    for place in ("CÀ MAU", "BẠC LIÊU"):
        text = (
            f"ỦY BAN NHÂN DÂN\nTỈNH {place}\nSố: 77/KH-UBND\n\nngày 05 tháng 6 năm 2024\n\nKẾ HOẠCH\n"
            "Triển khai thực hiện Nghị quyết số 32/NQ-CP ngày 20 tháng 3 năm 2024 của Chính phủ\n"
        )
        (tmp_path / f"{place}.txt").write_text(text, encoding="utf-8")
    assert run("load", "--store", samples_store, tmp_path).status == 0
    try:
        (found,) = look_up(reader, "thực hiện Kế hoạch số 77/KH-UBND")
        (clear,) = look_up(reader, "thực hiện Kế hoạch số 77/KH-UBND ngày 05/6/2024 của UBND tỉnh Cà Mau")
    finally:
        for one in reader.get("/v1/documents?fields=id,code&limit=500").json()["results"]:
            if one["code"] == "77/KH-UBND":
                assert run("remove", "--store", samples_store, one["id"]).status == 0
    assert found["status"] == 300
    assert [one["province"] for one in found["candidates"]] == ["Bạc Liêu", "Cà Mau"]
    assert found["reason"] == "2 documents have this number; the citation states no issuer and no year"
    assert (clear["status"], clear["document"]["province"]) == (200, "Cà Mau")


def test_a_text_without_citations(reader: httpx.Client) -> None:
    assert look_up(reader, "") == []
    assert look_up(reader, "Nothing is cited here.") == []


@pytest.mark.parametrize(
    ("body", "parameter"),
    [
        ({"text": "x" * 64_001}, "text"),
        ({"text": None}, "text"),
        ({}, "text"),
        ({"text": "x", "more": 1}, "more"),
        ([], ""),
    ],
)
def test_what_cannot_be_looked_up(reader: httpx.Client, body: Any, parameter: str) -> None:
    answer = reader.post("/v1/citations/lookup", json=body)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert [error["parameter"] for error in answer.json()["errors"]] == [parameter]


def test_too_large_a_request_is_refused_unread(reader: httpx.Client) -> None:
    assert reader.post("/v1/citations/lookup", content=b"{" + b" " * 2_000_000).status_code == 413


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"Nghị quyết số {number}/NQ-CP; " for number in range(3000)),
        "".join(f"Luật Tên gọi số {number}; " for number in range(3000)),
        "Nghị quyết 32/NQ-CP; " * 3000,
    ],
    ids=["numbers", "names", "one"],
)
def test_the_longest_text_full_of_citations_is_answered(reader: httpx.Client, text: str) -> None:
    assert len(look_up(reader, text[:64_000])) > 1000
