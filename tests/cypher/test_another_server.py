"""The store on a server that is not the local one: another user, password and database, by a routed address."""

import json
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
from cypher.statement_files import load_statements
from tests.conftest import ROOT
from tests.cypher.graph_dump import Graph
from tests.cypher_server import running_server

_HERE = Path(__file__).parent
_NOT_OF_THE_STORE = (
    "test_another_server.py",
    "test_bulk_export.py",
    "test_local_server.py",
    "test_neo4j_jars.py",
    "test_notebooks.py",
    "test_real_documents.py",
)
"""Files that start a server of their own or a Jupyter, need no server, or texts that may not be there."""
_PASSWORD = "mật khẩu 'khác' #1"
_ROUNDS_OF_CHANCE = "test_order.py::test_order_repeats_and_detours_leave_no_trace"
"""Many rounds on the same statements: they say nothing more about a server."""
pytestmark = pytest.mark.timeout(900)  # a run of its own, with many tests


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


def address_of(environment: Mapping[str, str]) -> ServerAddress:
    uri, user, password, database = (
        environment[f"NEO4J_{name}"] for name in ("URI", "USERNAME", "PASSWORD", "DATABASE")
    )
    return ServerAddress(uri, user, password, database, "")


def run_suite(environment: Mapping[str, str], *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def sent_queries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file into which the suite writes what it asked the server."""
    return tmp_path_factory.mktemp("sent") / "queries.json"


@pytest.fixture(scope="module")
def whole_suite(another: Mapping[str, str], sent_queries: Path) -> "subprocess.CompletedProcess[str]":
    left_out = (f"--ignore={_HERE / name}" for name in _NOT_OF_THE_STORE)
    observed = ("-p", "tests.cypher.sent_queries", "--sent-queries", str(sent_queries))
    return run_suite(another, str(_HERE), *left_out, f"--deselect={_HERE / _ROUNDS_OF_CHANCE}", *observed)


def test_the_suite_of_the_store_runs_on_it(whole_suite: "subprocess.CompletedProcess[str]") -> None:
    assert whole_suite.returncode == 0, whole_suite.stdout
    assert " passed" in whole_suite.stdout
    assert "skipped" not in whole_suite.stdout


def test_every_statement_is_run_on_it(whole_suite: "subprocess.CompletedProcess[str]", sent_queries: Path) -> None:
    """A statement that is named here has no test among those of the store."""
    assert whole_suite.returncode == 0
    sent = set(json.loads(sent_queries.read_text(encoding="utf-8")))
    assert [name for name, statement in load_statements().items() if statement.text not in sent] == []


def test_a_database_with_data_is_not_lent_to_the_suite(another: Mapping[str, str]) -> None:
    with closing(Graph(address_of(another))) as graph:
        graph.ask("CREATE (:Theirs)")
        done = run_suite(another, str(_HERE / "test_put.py"))
        assert done.returncode == 2
        assert "holds data in other" in done.stdout + done.stderr
        assert graph.ask("MATCH (t:Theirs) RETURN count(t) AS n") == [{"n": 1}]
        graph.wipe()
