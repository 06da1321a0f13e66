"""Files that can be read, and the errors of those that cannot."""

from pathlib import Path

import pytest

from loaders.errors import UnreadableFileError
from loaders.reading import read_file

TEXT = "Kế hoạch số 12/KH-UBND\r\nngày 01/02/2024\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert read_file(path) == TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\n ", "no text"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"abc\0\0\0\1\2def" * 50, "binary"),
        ("Kế hoạch của Ủy ban".encode("cp1258", errors="replace") + b"\xe2\x28", "not UTF-8"),
        (bytes(range(1, 9)) * 100, "binary"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "b.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError, match=reason) as caught:
        read_file(path)
    assert caught.value.source == str(path)


def test_too_large_and_missing(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(UnreadableFileError, match="--max-size"):
        read_file(path, max_size=10)
    with pytest.raises(UnreadableFileError, match="cannot be read"):
        read_file(tmp_path / "nowhere.txt")
