"""Writes the golden files again: what extraction makes of each illustration in samples/.

python -m tests.make_golden     # then read what changed: git diff tests/golden
"""

import json
from pathlib import Path

from loaders.extraction import extract_document
from loaders.reading import read_file
from loaders.record_json import record_to_json

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
GOLDEN = ROOT / "tests" / "golden" / "samples"


def golden_text(path: Path) -> str:
    """The text of the golden file of one illustration: its record, one value a line."""
    record = record_to_json(extract_document(read_file(path), path.name))
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    GOLDEN.mkdir(parents=True, exist_ok=True)
    wanted = {path.stem: golden_text(path) for path in sorted(SAMPLES.glob("*.txt"))}
    for old in GOLDEN.glob("*.json"):
        if old.stem not in wanted:
            old.unlink()
    for stem, text in wanted.items():
        (GOLDEN / f"{stem}.json").write_text(text, encoding="utf-8")
    print(f"{len(wanted)} golden files in {GOLDEN.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
