"""`vanban neo4j`: start, stop, status, and the Browser with guide and style beside it."""

import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from neo4j import GraphDatabase

from cypher import local_server
from tests.api.conftest import Run
from tests.api.serving import clean_environment


@pytest.fixture(scope="module")
def own_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("neo4j") / "store"
    yield folder
    local_server.stop(folder)


def read_lines(stdout: str) -> dict[str, str]:
    """What the command shows, by name."""
    return dict(re.split(r"  +", line, maxsplit=1) for line in stdout.splitlines())


@contextmanager
def browsing(program: str, store_dir: Path, log: Path, *arguments: str, **env: str) -> Iterator[dict[str, str]]:
    """What `vanban neo4j browser` shows while it runs; Ctrl-C must end it well."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            [program, "neo4j", "browser", "--port", "0", "--store", str(store_dir), *arguments],
            stdout=output,
            stderr=log.with_suffix(".err").open("wb"),
            env=clean_environment(**env),
        )
    try:
        deadline = time.monotonic() + 120
        while "database" not in log.read_text() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        yield read_lines(log.read_text())
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0, log.with_suffix(".err").read_text()


def test_a_started_server_stays_until_it_is_stopped(run: Run, own_store: Path) -> None:
    started = run("neo4j", "start", "--store", own_store, VANBAN_IDLE_SECONDS="0.3")
    time.sleep(1.5)
    status = run("neo4j", "status", "--store", own_store)
    assert (started.status, status.status) == (0, 0)
    assert started.stdout == status.stdout
    assert list(read_lines(status.stdout)) == ["Neo4j Browser", "Bolt", "user", "password", "database"]
    assert run("neo4j", "stop", "--store", own_store).status == 0
    stopped = run("neo4j", "status", "--store", own_store)
    assert (stopped.status, stopped.stdout) == (1, "")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_browser_has_guide_and_style(language: str, own_store: Path, vanban_program: str, tmp_path: Path) -> None:
    with browsing(vanban_program, own_store, tmp_path / "out", "--language", language) as shown:
        page = httpx.get(shown["Neo4j Browser"], follow_redirects=True)
        assert page.status_code == 200
        assert f"dbms=bolt://{shown['user']}@{shown['Bolt'].removeprefix('bolt://')}" in shown["Neo4j Browser"]
        with GraphDatabase.driver(shown["Bolt"], auth=(shown["user"], shown["password"])) as driver:
            rows = driver.execute_query("CALL dbms.clientConfig() YIELD name, value").records
        commands = {row["name"]: row["value"] for row in rows}["browser.post_connect_cmd"]
        found = re.fullmatch(r"guide (http://localhost:\d+/guide/\w+\.html); style (http://\S+)", commands)
        assert found is not None
        guide, style = found.groups()
        assert guide.endswith(f"/guide/{language}.html")
        assert "<carousel" in httpx.get(guide).text
        assert "node.Central" in httpx.get(style).text


def test_a_browser_beside_others_changes_nothing_for_them(own_store: Path, vanban_program: str, tmp_path: Path) -> None:
    with local_server.using(own_store) as address:
        with browsing(vanban_program, own_store, tmp_path / "out") as shown:
            guide = shown["Neo4j Browser"].partition("&cmd=guide&arg=")[2]
            assert "<carousel" in httpx.get(guide).text
            said = (tmp_path / "out.err").read_text()
            (style,) = re.findall(r"type there:  :style (\S+)", said)
            assert "node.Central" in httpx.get(style).text
        assert local_server.status(own_store) == address


def test_a_port_that_is_taken_is_named(run: Run, own_store: Path, tmp_path: Path) -> None:
    with local_server.using(own_store) as address:
        port = address.uri.rpartition(":")[2]
        done = run("neo4j", "browser", "--port", port, "--store", own_store)
    assert (done.status, done.stdout) == (1, "")
    assert f"port {port} is taken" in done.stderr


@pytest.mark.parametrize("command", ["start", "stop", "status", "browser"])
def test_a_server_of_others_is_not_ours_to_run(command: str, run: Run, tmp_path: Path) -> None:
    done = run("neo4j", command, "--store", tmp_path / "none", NEO4J_URI="bolt://db.example:7687", NEO4J_PASSWORD="x")
    assert (done.status, done.stdout) == (1, "")
    assert "NEO4J_URI names a server (bolt://db.example:7687)" in done.stderr
    assert not (tmp_path / "none").exists()
