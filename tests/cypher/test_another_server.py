"""The store on a server that is not the local one: another user, password and database, by a routed address."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from cypher.local_server import ServerAddress
from cypher.loopback_ports import find_free_port
from cypher.server_folder import ServerFolder, ServerState
from tests.cypher.graph_dump import Graph
from tests.cypher_server import running_server

_HERE = Path(__file__).parent
_ROOT = _HERE.parent.parent
_SUITE = ("test_put.py", "test_schema.py", "test_find.py", "test_trace.py", "test_loaders_at_once.py")
"""What is written, refused, read and done at once."""
_PASSWORD = "mật khẩu 'khác' #1"


@pytest.fixture(scope="module")
def another(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, str]]:
    """The environment that names a server whose default database is `other`."""
    folder = ServerFolder(tmp_path_factory.mktemp("another"))
    folder.make()
    folder.own_settings.write_text("initial.dbms.default_database=other\n", encoding="utf-8")
    folder.write_state(ServerState("first password", find_free_port(), find_free_port(), ready=False))
    with running_server(folder.path) as address:
        with closing(Graph(replace(address, database="system"))) as graph:
            graph.ask("CREATE USER clerk SET PASSWORD $password CHANGE NOT REQUIRED", password=_PASSWORD)
        kept = {name: text for name, text in os.environ.items() if not name.startswith(("NEO4J_", "PYTEST_"))}
        yield kept | {
            "NEO4J_URI": address.uri.replace("bolt://", "neo4j://"),
            "NEO4J_USERNAME": "clerk",
            "NEO4J_PASSWORD": _PASSWORD,
            "NEO4J_DATABASE": "other",
        }


def run_suite(environment: Mapping[str, str], *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(
        command, env=environment, cwd=_HERE.parent.parent, capture_output=True, text=True, check=False
    )


@pytest.mark.timeout(900)  # a run of its own, with many tests
def test_the_suite_of_the_store_runs_on_it(another: Mapping[str, str]) -> None:
    done = run_suite(another, *(str(_HERE / name) for name in _SUITE))

    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout
    assert "skipped" not in done.stdout


def test_a_database_with_data_is_not_lent_to_the_suite(another: Mapping[str, str]) -> None:
    uri, user, database = (another[f"NEO4J_{name}"] for name in ("URI", "USERNAME", "DATABASE"))
    address = ServerAddress(uri, user, _PASSWORD, database, "")
    with closing(Graph(address)) as graph:
        graph.ask("CREATE (:Theirs)")
        done = run_suite(another, str(_HERE / "test_put.py"))
        assert done.returncode == 2
        assert "holds data in other" in done.stdout + done.stderr
        assert graph.ask("MATCH (t:Theirs) RETURN count(t) AS n") == [{"n": 1}]
        graph.wipe()
