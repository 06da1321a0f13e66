"""`vanban check` and `vanban extract --explain`, run as commands."""

import json
from pathlib import Path

import pytest

from api.text_lines import TextLines
from loaders.defect_kinds import DEFECT_KINDS
from tests.api.conftest import Run

CLEAN = "Căn cứ Nghị quyết số 32/NQ-CP ngày 20/3/2024 của Chính phủ.\n"
FAULTY = (
    "KẾ HOẠCH\r\n\r\n- Căn cứ Nghị quyết số 51/2017/QH15 của Quốc hội;\r\n"
    "  và Nghị định 115/2020/NĐCP của Chính phủ.\r\n"
)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "faulty.txt"
    path.write_bytes(FAULTY.encode())
    return path


def test_a_clean_file_says_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "clean.md"
    path.write_text(CLEAN, encoding="utf-8")
    done = run("check", path)
    assert (done.status, done.stdout, done.stderr) == (0, "", "")


def test_defects_are_listed_with_line_and_column(run: Run, faulty: Path) -> None:
    done = run("check", faulty)
    assert (done.status, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [
        f"{faulty}:3:10: wrong_term: term 15 did not sit in 2017: the National Assembly of 2017 is of term 14",
        f"{faulty}:4:6: missing_hyphen: 'NĐCP' is printed for 'NĐ-CP'",
        f"{faulty}:4:6: missing_so: 'số' is missing before 115/2020/NĐ-CP",
    ]


def test_json_has_one_object_for_each_defect(run: Run, faulty: Path) -> None:
    done = run("check", "--format", "json", faulty)
    assert done.status == 1
    first = json.loads(done.stdout.splitlines()[0])
    assert (first["file"], first["line"], first["column"], first["kind"]) == (str(faulty), 3, 10, "wrong_term")
    assert FAULTY[first["start"] : first["end"]] == first["quote"] == "Nghị quyết số 51/2017/QH15 của Quốc hội"
    assert first["vietnamese"] == DEFECT_KINDS["wrong_term"].vietnamese


def test_kinds_can_be_ignored_and_read_in_vietnamese(run: Run, faulty: Path) -> None:
    ignored = ("--ignore", "missing_so", "--ignore", "missing_hyphen")
    done = run("check", "--language", "vi", *ignored, faulty)
    assert done.status == 1
    (line,) = done.stdout.splitlines()
    assert line.endswith(f"{DEFECT_KINDS['wrong_term'].vietnamese} “Nghị quyết số 51/2017/QH15 của Quốc hội”")
    done = run("check", *ignored, "--ignore", "wrong_term", faulty)
    assert (done.status, done.stdout) == (0, "")


def test_a_file_that_fails_is_status_1_and_the_others_are_read(run: Run, faulty: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "README.md").write_text(FAULTY, encoding="utf-8")
    done = run("check", tmp_path, "--ignore", "missing_so")
    assert done.status == 1
    assert len(done.stdout.splitlines()) == 2
    failed, skipped = done.stderr.splitlines()
    assert failed == f"{tmp_path / 'empty.txt'}: the file is empty"
    assert skipped.startswith("skipped 1 file")
    faulty.write_text(CLEAN, encoding="utf-8")
    assert run("check", tmp_path).status == 1


def test_a_shared_span_lists_each_defect_once(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("Theo Thông tư 17,18,19/2018/TT-BGDĐT ngày 22/8/2018 của Bộ GD&ĐT.", encoding="utf-8")
    done = run("check", path)
    assert [line.split(": ")[1] for line in done.stdout.splitlines()] == ["missing_so"]


def test_an_unknown_kind_is_a_usage_error(run: Run, faulty: Path) -> None:
    done = run("check", "--ignore", "spelling", faulty)
    assert done.status == 2
    assert "'spelling'" in done.stderr


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [("", 0, (1, 1)), ("a\nb", 2, (2, 1)), ("a\r\nbc", 4, (2, 2)), ("a\rb", 2, (2, 1)), ("Đ𝄞a", 2, (1, 3))],
)
def test_lines_and_columns_count_from_1_in_code_points(text: str, offset: int, place: tuple[int, int]) -> None:
    assert TextLines(text).place_of(offset) == place


def test_explain_lists_what_is_left_out_and_left_open(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("Theo QCVN 06:2022/BXD.\nTheo Luật Thanh tra và mẫu số 02/TTHC.\n" + CLEAN, encoding="utf-8")
    done = run("extract", "--explain", path)
    assert (done.status, done.stderr) == (0, "")
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert [row[:3] for row in rows] == [
        [f"{path}:1:6", "no citation", "QCVN 06:2022/BXD"],
        [f"{path}:2:6", "open", "Luật Thanh tra"],
        [f"{path}:2:31", "no citation", "02/TTHC"],
    ]
    assert [row[3].split(":")[0] for row in rows] == ["standard", "no year; known", "form"]
