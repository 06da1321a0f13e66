"""`vanban extract`, run as a command."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.api.conftest import Run
from tests.api.serving import clean_environment

PLAN = """ỦY BAN NHÂN DÂN
TỈNH AN GIANG
Số: 12/KH-UBND

An Giang, ngày 05 tháng 6 năm 2024

KẾ HOẠCH
Triển khai thực hiện Nghị quyết số 41/NQ-CP ngày 22 tháng 3 năm 2024 của Chính phủ

Căn cứ Luật Thanh tra ngày 14 tháng 11 năm 2022;
Ủy ban nhân dân tỉnh ban hành kế hoạch.
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def lines_of(stdout: str) -> list[Any]:
    return [json.loads(line) for line in stdout.splitlines()]


def test_a_file_is_one_line_with_its_citations(run: Run, plan: Path) -> None:
    done = run("extract", plan)
    assert (done.status, done.stderr) == (0, "")
    (record,) = lines_of(done.stdout)
    assert record["source"] == "plan.txt"
    assert record["document"]["number"] == "12"
    (citation,) = [citation for citation in record["citations"] if citation["code"] == "41/NQ-CP"]
    assert (citation["relation"], citation["from"], citation["year"]) == ("IMPLEMENTS", None, 2024)
    assert PLAN[citation["start"] : citation["end"]].startswith("Nghị quyết số 41/NQ-CP")


def test_a_bare_sentence_is_a_record_with_nulls(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "sentence.md"
    path.write_text("Các trường thực hiện theo Thông tư số 32/2018/TT-BGDĐT.", encoding="utf-8")
    (record,) = lines_of(run("extract", path).stdout)
    assert record["document"]["number"] is None
    assert [citation["code"] for citation in record["citations"]] == ["32/2018/TT-BGDĐT"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02\xff" * 400, "binary"),
        (("This text is in another language and says nothing about any act. " * 60).encode(), "Vietnamese"),
        ("Kế hoạch triển khai thực hiện Nghị quyết".encode("cp1258", "ignore") + b"\xe9\xea" * 20, "UTF-8"),
    ],
)
def test_a_file_that_fails_is_one_line_and_the_others_are_read(
    content: bytes, reason: str, run: Run, plan: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    done = run("extract", bad, plan)
    assert done.status == 1
    assert [record["source"] for record in lines_of(done.stdout)] == ["plan.txt"]
    (line,) = done.stderr.splitlines()
    assert line.startswith(str(bad))
    assert reason in line


def test_a_missing_file_and_a_large_one(run: Run, plan: Path, tmp_path: Path) -> None:
    done = run("extract", tmp_path / "missing.txt", plan, "--max-size", "100")
    assert (done.status, done.stdout) == (1, "")
    missing, large = done.stderr.splitlines()
    assert "cannot be read" in missing
    assert "--max-size" in large


def test_folders_are_read_in_order_and_the_rest_counted(run: Run, plan: Path, tmp_path: Path) -> None:
    for name in ("z.md", "a.md", "README.md", "scan.pdf"):
        (tmp_path / name).write_text(PLAN, encoding="utf-8")
    done = run("extract", tmp_path)
    assert done.status == 0
    assert [record["source"] for record in lines_of(done.stdout)] == ["a.md", "plan.txt", "z.md"]
    assert done.stderr == "skipped 2 files: not .txt or .md, or named README\n"


def test_utf8_is_written_whatever_the_locale(run: Run, plan: Path) -> None:
    done = run("extract", plan, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "Chính phủ" in done.stdout


def test_a_reader_that_stops_early_is_no_error_message(vanban_program: str, plan: Path) -> None:
    command = f"'{vanban_program}' extract {' '.join([str(plan)] * 400)} | head -n 1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, encoding="utf-8", env=clean_environment(), timeout=60, check=False
    )
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


def test_neither_driver_nor_server_is_imported() -> None:
    script = (
        "import sys, api.cli.extract; print(*(m for m in ('neo4j', 'fastapi', 'pydantic', 'rich') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("size", ["0", "12X", "-5", "many"])
def test_a_size_that_is_none_is_a_usage_error(size: str, run: Run, plan: Path) -> None:
    done = run("extract", plan, "--max-size", size)
    assert done.status == 2
    assert "--max-size" in done.stderr
