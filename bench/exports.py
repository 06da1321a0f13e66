"""Peak memory of exports of whole graphs of different sizes: it should not grow with them.

    python -m bench.exports STORE [STORE …] [--format parquet]

Each STORE is a folder that `vanban load --store` filled. Every format is exported by a service started for it alone,
the files for neo4j-admin by the command; `before` is the most that the service had until then.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from cypher import local_server
from cypher.store import Store
from tests.api.serving import serving

_COMMAND: Final = "neo4j-admin"
_FORMATS: Final = ("jsonl", "csv", "graphml", "jsonld", "parquet", _COMMAND)
_MEGABYTE: Final = 1_000_000
_PATIENCE: Final = 3600
"""Seconds without a byte."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stores", nargs="+", type=Path)
    parser.add_argument(
        "--format", dest="formats", action="append", choices=_FORMATS, help="only this; may be repeated"
    )
    arguments = parser.parse_args()
    print(f"{'store':<24}{'documents':>10}  {'format':<12}{'MB':>8}{'s':>8}{'before, MB':>12}{'peak, MB':>10}")
    for store in arguments.stores:
        for form in arguments.formats or _FORMATS:
            (measure_command if form == _COMMAND else measure)(store, form)


def measure_command(store: Path, form: str) -> None:
    """Print a line about the files for `neo4j-admin`."""
    vanban = Path(sys.executable).with_name("vanban")
    with tempfile.TemporaryDirectory() as folder, local_server.using(store) as at:
        with Store(at.uri, at.username, at.password, at.database) as opened:
            documents = opened.counts().documents
        started = time.monotonic()
        process = subprocess.Popen([vanban, "export", "--neo4j-admin", folder, "--store", store])
        peak = 0.0
        while process.poll() is None:
            peak = _peak(process.pid) or peak
            time.sleep(0.02)
        assert process.returncode == 0
        size = sum(file.stat().st_size for file in Path(folder).iterdir())
        _print(store, documents, form, size, time.monotonic() - started, None, peak)


def measure(store: Path, form: str) -> None:
    """Print a line about one export by the service."""
    program = str(Path(sys.executable).with_name("vanban"))
    with serving(program, store, store.parent / f"{store.name}-export.log", VANBAN_STORE_SECONDS="120") as service:
        client, pid = service.client, service.process.pid
        documents = client.get("/v1/documents?limit=1&total=true").json()["total"]
        before, started, size = _peak(pid), time.monotonic(), 0
        with client.stream("GET", f"/v1/export?format={form}", timeout=_PATIENCE) as answer:
            answer.raise_for_status()
            for piece in answer.iter_raw():
                size += len(piece)
        seconds = time.monotonic() - started
        _print(store, documents, form, size, seconds, before, _peak(pid))


def _print(
    store: Path, documents: int, form: str, size: int, seconds: float, before: float | None, peak: float
) -> None:
    line = f"{size / _MEGABYTE:>8.1f}{seconds:>8.1f}{'' if before is None else round(before):>12}{peak:>10.0f}"
    print(f"{store.name:<24}{documents:>10}  {form:<12}{line}", flush=True)


def _peak(pid: int) -> float:
    """The most memory that a process had, in megabytes; 0 for one that has just ended."""
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmHWM:\s+([0-9]+) kB", status)
    return int(found[1]) * 1024 / _MEGABYTE if found else 0


if __name__ == "__main__":
    main()
