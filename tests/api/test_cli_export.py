"""`vanban export --neo4j-admin`; what the files hold is tested with the store."""

from pathlib import Path

import pytest

from tests.api.conftest import Run


def test_export_says_what_to_do_with_the_files(run: Run, samples_store: Path, tmp_path: Path) -> None:
    done = run("export", "--neo4j-admin", tmp_path / "files", "--store", samples_store)
    assert done.status == 0, done.stderr
    assert done.stdout == ""
    assert f"cd {tmp_path / 'files'} && neo4j-admin database import full neo4j @arguments" in done.stderr
    assert "cypher-shell -d neo4j -f after-import.cypher" in done.stderr
    named = {name for line in (tmp_path / "files" / "arguments").read_text().splitlines() for name in files_in(line)}
    written = {path.name for path in (tmp_path / "files").iterdir()}
    assert named == written - {"arguments", "after-import.cypher"}
    assert any(name.startswith("nodes-Text") for name in named)


def files_in(argument: str) -> list[str]:
    return argument.rpartition("=")[2].split(",") if argument.startswith(("--nodes", "--relationships")) else []


@pytest.mark.parametrize(
    ("more", "status", "reason"),
    [
        ((), 1, "is not empty; name a folder that is, or one that is not there yet"),
        (("--lineage", "32/NQ-CP"), 2, "--neo4j-admin writes the whole graph: leave --lineage out"),
    ],
)
def test_what_cannot_be_exported_is_said(
    more: tuple[str, ...], status: int, reason: str, run: Run, samples_store: Path, tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").touch()
    done = run("export", "--neo4j-admin", tmp_path, "--store", samples_store, *more)
    assert (done.status, done.stdout) == (status, "")
    assert reason in done.stderr
