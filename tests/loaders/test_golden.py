"""The illustrations in samples/ are read as their golden files say."""

import difflib
from pathlib import Path

import pytest

from tests.make_golden import GOLDEN, SAMPLES, golden_text

RENEW = "if that is meant: python -m tests.make_golden, and read git diff tests/golden"
_PATHS = sorted(SAMPLES.glob("*.txt"))


@pytest.mark.parametrize("path", _PATHS, ids=lambda path: path.stem)
def test_record_is_as_the_golden_file_says(path: Path) -> None:
    golden = GOLDEN / f"{path.stem}.json"
    assert golden.is_file(), f"no golden file for {path.name}; {RENEW}"
    expected, got = golden.read_text(encoding="utf-8"), golden_text(path)
    if got != expected:
        difference = difflib.unified_diff(expected.splitlines(), got.splitlines(), golden.name, "now", lineterm="", n=2)
        pytest.fail("\n".join([*difference][:80]) + f"\n{RENEW}", pytrace=False)


def test_every_golden_file_has_its_illustration() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == {path.stem for path in _PATHS}
