"""The containers' own commands, environment and health checks, run without a container engine on a real Neo4j."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from cypher import local_server
from cypher.local_server import ServerAddress
from cypher.loopback_ports import find_free_port
from cypher.server_folder import ServerFolder, ServerState
from tests.api.container_files import (
    ROOT,
    UnsetVariableError,
    copied_files,
    health_command,
    last,
    neo4j_settings,
    read_compose,
    read_dockerfile,
    start_command,
)
from tests.processes import wait_until

_PASSWORD = "a password of .env"


@dataclass(frozen=True, slots=True)
class Machine:
    """What stands in for the machine with the containers."""

    store_dir: Path
    neo4j: ServerAddress
    package: Path
    """What the image's build installs."""
    compose: Mapping[str, Any]
    port: int
    """Of the service, instead of 8000."""

    def environment(self, service: str) -> dict[str, str]:
        """The environment of a container: the Neo4j has another address here, and folders are elsewhere."""
        own = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "VANBAN_"))}
        given: dict[str, str] = dict(self.compose["services"][service]["environment"])
        here = {"NEO4J_URI": self.neo4j.uri, "VANBAN_KEYS": str(self.store_dir / "keys.json")}
        installed = {"PATH": f"{self.package / 'bin'}{os.pathsep}{own['PATH']}", "PYTHONPATH": str(self.package)}
        return own | given | {name: here[name] for name in given.keys() & here.keys()} | installed

    def on_port(self, command: list[str]) -> list[str]:
        changed = [word.replace("8000", str(self.port)) for word in command]
        assert changed != command
        return [sys.executable if changed[0] == "python" else changed[0], *changed[1:]]

    def is_healthy(self) -> bool:
        """What the health check of the service's image says."""
        return subprocess.run(self.on_port(health_command()), capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, built from nothing but what the Dockerfile copies, by its command."""
    source, target = tmp_path_factory.mktemp("build"), tmp_path_factory.mktemp("package")
    for name in copied_files():
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, source / name)
    install = [argument for name, argument in read_dockerfile() if name == "RUN" and argument.endswith("--no-deps .")]
    words = install[-1].split()
    assert words[0].endswith("/bin/python")
    subprocess.run([sys.executable, *words[1:], "--quiet", "--target", target], cwd=source, check=True)
    return target


@pytest.fixture(scope="module")
def machine(package: Path, tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Iterator[Machine]:
    """A Neo4j with the password, the settings and the database of the compose file's."""
    compose = read_compose({"NEO4J_PASSWORD": _PASSWORD, "NEO4J_HEAP": "512m", "NEO4J_PAGECACHE": "96m"})
    environment = compose["services"]["neo4j"]["environment"]
    user, _, password = environment["NEO4J_AUTH"].partition("/")
    folder = ServerFolder(tmp_path_factory.mktemp("compose"))
    folder.make()
    settings = "".join(f"{name}={value}\n" for name, value in neo4j_settings(environment).items())
    folder.own_settings.write_text(settings, encoding="utf-8")
    folder.write_state(ServerState(password, find_free_port(), find_free_port(), ready=False))
    try:
        address = local_server.start(folder.path)
        assert (address.username, address.password) == (user, _PASSWORD)
        yield Machine(folder.path, address, package, compose, find_free_port())
    finally:
        local_server.stop(folder.path)


def test_a_folder_is_loaded_and_the_service_is_healthy_while_it_can_answer(
    machine: Machine, samples: Path, tmp_path: Path
) -> None:
    load = machine.compose["services"]["load"]
    assert load["volumes"] == ["./samples:/documents:ro"]
    command = [str(samples) if word == "/documents" else word for word in load["command"]]
    loaded = subprocess.run(
        command, env=machine.environment("load"), cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert loaded.returncode == 0, loaded.stderr
    assert "10 documents (10 created)" in loaded.stderr

    assert not machine.is_healthy()
    with (tmp_path / "log").open("w+b") as log:
        process = subprocess.Popen(
            machine.on_port(start_command()),
            env=machine.environment("api"),
            cwd=tmp_path,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            assert wait_until(machine.is_healthy), (tmp_path / "log").read_text()
            answer = httpx.get(f"http://127.0.0.1:{machine.port}/v1/trace", params={"to": "32/NQ-CP"}, timeout=60)
            assert answer.json()["results"]
            local_server.stop(machine.store_dir)
            assert wait_until(lambda: not machine.is_healthy())
            assert process.poll() is None
            local_server.start(machine.store_dir)
            assert wait_until(machine.is_healthy)
        finally:
            process.terminate()
            assert process.wait(30) in (0, -15)
    assert [path.name for path in tmp_path.iterdir()] == ["log"]


def test_neo4j_is_healthy_while_it_answers(machine: Machine) -> None:
    kind, command = machine.compose["services"]["neo4j"]["healthcheck"]["test"]
    assert kind == "CMD-SHELL"
    local_server.start(machine.store_dir)
    port = machine.neo4j.browser_url.split("/")[2].rpartition(":")[2]
    here = command.replace("7474", port)
    assert here != command

    assert subprocess.run(["sh", "-c", here], check=False).returncode == 0
    local_server.stop(machine.store_dir)
    assert subprocess.run(["sh", "-c", here], check=False).returncode == 1


def test_without_a_password_nothing_is_started() -> None:
    with pytest.raises(UnsetVariableError, match=r"copy \.env\.example to \.env"):
        read_compose({})


def test_the_example_names_what_can_be_set() -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    example = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    assert read_compose(example | {"NEO4J_PASSWORD": _PASSWORD}) == read_compose({"NEO4J_PASSWORD": _PASSWORD})


def test_the_service_runs_as_nobody_in_particular_and_the_health_check_waits_for_it() -> None:
    assert last("USER").isdigit()
    assert last("USER") != "0"
    assert "--start-period" in last("HEALTHCHECK")


def test_what_is_copied_is_not_ignored() -> None:
    kept = [line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    assert sorted(kept) == sorted(copied_files())
