"""`vanban serve`, run for tests."""

import os
import re
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx

_WITHOUT_PANDAS = Path(__file__).parent.parent / "without_pandas"
"""Modules that cannot be imported. Nobody who installs the program gets pandas and numpy, but the tests of notebooks
have them, and the driver loads them where it finds them: half of the time that a command takes."""


def clean_environment(**more: str) -> Mapping[str, str]:
    """The environment of a command, without the server that the user's own may name."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    return {**own, "COLUMNS": "100", "PYTHONPATH": str(_WITHOUT_PANDAS), **more}


class Service:
    """A running service: a client of it, its process and its log."""

    def __init__(self, client: httpx.Client, process: subprocess.Popen[bytes], log: Path) -> None:
        self.client = client
        self.process = process
        self._log = log

    def log(self) -> str:
        """What it wrote so far."""
        return self._log.read_text(encoding="utf-8")


@contextmanager
def serving(program: str, store_dir: Path, log: Path, *arguments: str, **env: str) -> Iterator[Service]:
    """The service over a store on a free port; `env` adds to its environment. It must end well when told to."""
    settings = {"VANBAN_RATE_PER_MINUTE": "0", **env}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [program, "serve", "--port", "0", "--store", str(store_dir), *arguments],
            stdout=output,
            stderr=subprocess.STDOUT,
            env=clean_environment(**settings),
        )
    try:
        with httpx.Client(base_url=_address(log, process), timeout=60) as client:
            yield Service(client, process, log)
    finally:
        process.terminate()
        assert process.wait(30) in (0, -15), log.read_text(encoding="utf-8")


def _address(log: Path, process: subprocess.Popen[bytes]) -> str:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if found := re.search(r"http://127\.0\.0\.1:[0-9]+", log.read_text(encoding="utf-8")):
            return found.group()
        time.sleep(0.05)
    raise AssertionError(log.read_text(encoding="utf-8"))
