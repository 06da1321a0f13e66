"""Which files the PATH arguments name."""

from pathlib import Path

import pytest

from api.cli.input_files import find_input_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "deep/er/c.TXT", "README.md", "readme.txt", "deep/plan.docx", "deep/README-vi.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


def test_a_folder_gives_its_texts_in_the_order_of_their_names_and_counts_the_rest(folder: Path) -> None:
    found = find_input_files([folder])
    assert [file.source for file in found.files] == ["a.md", "b.txt", "deep/er/c.TXT"]
    assert found.skipped == 4


def test_a_named_file_is_taken_whatever_its_name(folder: Path) -> None:
    found = find_input_files([folder / "README.md", folder / "deep" / "plan.docx"])
    assert [file.source for file in found.files] == ["README.md", "plan.docx"]
    assert found.skipped == 0


def test_arguments_keep_their_order(folder: Path) -> None:
    found = find_input_files([folder / "b.txt", folder / "deep", folder / "a.md"])
    assert [file.source for file in found.files] == ["b.txt", "er/c.TXT", "a.md"]


def test_a_path_that_is_not_there_is_kept_for_its_own_error(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    assert [file.path for file in find_input_files([missing]).files] == [missing]


def test_a_name_that_is_not_utf8_can_be_written_as_json(tmp_path: Path) -> None:
    path = Path(str(tmp_path), b"k\xe9.txt".decode("utf-8", "surrogateescape"))
    path.write_text("x", encoding="utf-8")
    (found,) = find_input_files([tmp_path]).files
    assert found.source.encode("utf-8").decode("utf-8") == "k\ufffd.txt"
