"""The annotated real documents beside the project, scored by their own `score.py`: what must hold at least."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from loaders.extraction import extract_document
from loaders.reading import read_file
from loaders.record_json import record_to_json

_HEADER = ("date", "issuer", "level", "province", "signer", "type")
FLOORS: dict[str, dict[str, float]] = {
    "gold": {
        "citations.numbered": 1.0,
        "citations.named": 0.95,
        "numbered.type": 1.0,
        "numbered.relation": 0.98,
        "numbered.owner": 0.98,
        "numbered.issuer": 0.99,
        "numbered.year": 0.99,
        "numbered.date": 0.99,
        "tasks": 0.97,
        "assignments": 0.95,
        "deadlines": 1.0,
        "recipients": 1.0,
    }
    | {f"document.{field}": 1.0 for field in (*_HEADER, "district")},
    "gold-more": {
        "citations.numbered": 0.99,
        "citations.named": 0.92,
        "numbered.relation": 0.96,
        "numbered.owner": 0.96,
        "numbered.issuer": 0.98,
        "numbered.year": 0.98,
        "numbered.date": 0.98,
        "tasks": 0.95,
        "assignments": 0.90,
        "recipients": 0.98,
    }
    | {f"document.{field}": 0.98 for field in (*_HEADER, "number")},
}
"""Folder of annotations -> what is scored -> the least F1 or accuracy."""
_FOLDERS = {"gold": "samples", "gold-more": "corpus"}

_CASES = [(folder, key, floor) for folder, floors in FLOORS.items() for key, floor in floors.items()]


@pytest.fixture(scope="module")
def scores(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Folder of annotations -> the scores of its documents."""
    return {folder: _score(shared, folder, tmp_path_factory.mktemp(folder)) for folder in FLOORS}


@pytest.mark.parametrize(("folder", "key", "floor"), _CASES, ids=lambda value: str(value))
def test_real_documents_are_read_as_annotated(scores: dict[str, Any], folder: str, key: str, floor: float) -> None:
    row = scores[folder][key]
    assert row.get("f1", row.get("accuracy")) >= floor, row


def _score(shared: Path, folder: str, made: Path) -> Any:
    records = made / "records.jsonl"
    names = [json.loads(path.read_text(encoding="utf-8"))["file"] for path in sorted((shared / folder).glob("*.json"))]
    with records.open("w", encoding="utf-8") as lines:
        for name in names:
            record = extract_document(read_file(shared / _FOLDERS[folder] / name), name)
            lines.write(json.dumps(record_to_json(record), ensure_ascii=False) + "\n")
    command = [sys.executable, str(shared / "gold" / "score.py"), str(shared / folder), str(records), "--json"]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    assert not done.stderr, done.stderr
    return json.loads(done.stdout)
