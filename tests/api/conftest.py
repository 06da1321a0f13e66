"""A store with the samples in it, made once by the command itself, and the means to run the command."""

import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.api.serving import clean_environment, serving


@dataclass(frozen=True, slots=True)
class Finished:
    """A command that has ended."""

    status: int
    stdout: str
    stderr: str

    def json(self) -> Any:
        """What it wrote to standard output, read as one JSON document."""
        return json.loads(self.stdout)


Run = Callable[..., Finished]


@pytest.fixture(scope="session")
def run(vanban_program: str) -> Run:
    """Runs `vanban` with arguments; `env` adds to the environment."""

    def run_vanban(*arguments: str | int | Path, cwd: Path | None = None, **env: str) -> Finished:
        done = subprocess.run(
            [vanban_program, *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            env=clean_environment(**env),
            cwd=cwd,
            timeout=280,
            check=False,
        )
        return Finished(done.returncode, done.stdout, done.stderr)

    return run_vanban


@pytest.fixture(scope="session")
def samples_store(run: Run, samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folder of a local Neo4j into which `vanban load` put the samples."""
    folder = tmp_path_factory.mktemp("samples") / "store"
    loaded = run("load", "--store", folder, samples)
    assert loaded.status == 0, loaded.stderr
    yield folder
    run("neo4j", "stop", "--store", folder)


@pytest.fixture(scope="session")
def reader(
    vanban_program: str, samples_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[httpx.Client]:
    """A client of a service over the samples, from which tests only read."""
    log = tmp_path_factory.mktemp("reader") / "log"
    with serving(vanban_program, samples_store, log) as running:
        yield running.client
