"""Files read by several processes: the same records in the same order, whatever becomes of a process."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from api.cli.input_files import InputFile, find_input_files
from api.cli.record_reading import read_records
from api.cli.reports import Failures
from tests.processes import process_is_gone, wait_until

_LIMIT = 10_000_000
_LINE = "Căn cứ Nghị quyết số 32/NQ-CP ngày 20 tháng 3 năm 2024 của Chính phủ;\n"
_TEXTS = 24


@pytest.fixture(scope="module")
def files(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[InputFile, ...]:
    """Several parts, a file that cannot be read in the middle."""
    folder = tmp_path_factory.mktemp("texts")
    sample = max(samples.glob("*.txt"), key=lambda path: path.stat().st_size).read_text(encoding="utf-8")
    for number in range(_TEXTS):
        (folder / f"{number:02}.txt").write_text(sample + _LINE * 500 * (number % 3 + 1), encoding="utf-8")
    (folder / "10.txt").write_bytes(b"%PDF-1.7\n")
    return find_input_files([folder]).files


def _kill_readers() -> None:
    for child in active_children():
        os.kill(child.pid or 0, signal.SIGKILL)


def test_records_come_as_one_process_reads_them(
    files: tuple[InputFile, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    alone, several = Failures(), Failures()
    counted: list[str] = []
    expected = list(read_records(files, _LIMIT, alone, 1))
    assert list(read_records(files, _LIMIT, several, 2, counted.append)) == expected
    assert counted == [file.source for file in files]
    assert [file for file, _ in expected] == [file for file in files if file.source != "10.txt"]
    assert alone.count == several.count == 1
    first, second = capsys.readouterr().err.splitlines()
    assert first == second
    assert "10.txt: " in first


def test_readers_that_are_killed_lose_no_file(files: tuple[InputFile, ...]) -> None:
    failures = Failures()
    found: list[str] = []
    for file, _ in read_records(files, _LIMIT, failures, 2):
        if len(found) == 5:
            _kill_readers()
        found.append(file.source)
    assert found == [file.source for file in files if file.source != "10.txt"]
    assert failures.count == 1


def test_readers_end_with_what_asked_for_them(files: tuple[InputFile, ...]) -> None:
    reading = read_records(files, _LIMIT, Failures(), 2)
    next(reading)
    assert active_children()
    assert isinstance(reading, Iterator)
    del reading
    assert wait_until(lambda: not active_children())


def test_readers_end_when_the_command_is_killed(files: tuple[InputFile, ...]) -> None:
    folder = files[0].path.parent
    command = [str(Path(sys.executable).parent / "vanban"), "extract", "--jobs", "2", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        assert process.stdout.readline()
        readers = _children(process.pid)
        assert readers
        process.kill()
    assert wait_until(lambda: all(map(process_is_gone, readers)))


def _children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
