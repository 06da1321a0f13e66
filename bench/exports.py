"""Peak memory of the service while it exports whole graphs of different sizes: it should not grow with them.

    python -m bench.exports STORE [STORE …] [--format parquet]

Each STORE is a folder that `vanban load --store` filled. Every format is exported by a service started for it alone.
"""

import argparse
import re
import sys
import time
from pathlib import Path
from typing import Final

from tests.api.serving import serving

_FORMATS: Final = ("jsonl", "csv", "graphml", "jsonld", "parquet")
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
    print(f"{'store':<24}{'documents':>10}  {'format':<9}{'MB':>8}{'s':>8}{'before, MB':>12}{'peak, MB':>10}")
    for store in arguments.stores:
        for form in arguments.formats or _FORMATS:
            measure(store, form)


def measure(store: Path, form: str) -> None:
    """Print a line about one export."""
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
        line = f"{size / _MEGABYTE:>8.1f}{seconds:>8.1f}{before:>12.0f}{_peak(pid):>10.0f}"
        print(f"{store.name:<24}{documents:>10}  {form:<9}{line}", flush=True)


def _peak(pid: int) -> float:
    """The most memory that a process had, in megabytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmHWM:\s+([0-9]+) kB", status)
    assert found is not None
    return int(found[1]) * 1024 / _MEGABYTE


if __name__ == "__main__":
    main()
