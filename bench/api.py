"""How fast the service answers, beside the bare driver that runs the same statements.

    python -m bench.api [--documents 100000] [--seconds 20] [--store DIR]

The documents are made up: cascades of a resolution, plans of provinces that carry it out, and plans of districts that
carry those out, with their citations and tasks. For each kind of question, requests and bare runs take turns, so that
both meet the same noise; the bare run sends the statements of that very question in one transaction and reads
their rows. The processor's time of the two is printed too: it says more than the clock on a machine that others use.
The service runs as a process of its own, on loopback, without limits on requests.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import httpx
from neo4j import Driver, GraphDatabase, ManagedTransaction, NotificationMinimumSeverity

from api.citation_lookup import answer_lookup
from api.questions import TraceFilters, answer_trace
from cypher import local_server
from cypher.pages import Wanted
from cypher.statement_files import load_statements
from cypher.store import Store
from cypher.transactions import Statements
from tests.api.serving import serving

_CASCADE: Final = 100
"""Documents of a cascade: a resolution, 33 plans of provinces, two plans of districts below each."""
_PROVINCES: Final = 33
_BATCH: Final = 50
"""Cascades of one transaction."""
_THREADS: Final = 4
_QUIET: Final = NotificationMinimumSeverity.OFF
_TICKS: Final = os.sysconf("SC_CLK_TCK")
_GOAL: Final = "goal: p95 <= 1.3 x bare + 5 ms"
Asked = tuple[str, dict[str, Any]]
_Question = tuple[Callable[[httpx.Client], httpx.Response], Callable[[Store], object]]
"""The same, asked of the service and of the store."""
_Make = Callable[[random.Random, int], _Question]


@dataclass(frozen=True, slots=True)
class _Compared:
    """What is compared: the service, by a client of it and its process, and a bare driver on the same database."""

    store: Store
    driver: Driver
    client: httpx.Client
    service: int


_FILL: Final = """
UNWIND $rows AS row
CREATE (d:Document)
SET d = row.properties
MERGE (b:Body {id: row.body})
ON CREATE SET b.name = row.body_name, b.level = row.properties.level, b.kind = 'people_committee'
CREATE (d)-[:ISSUED_BY {document: d.id, quote: row.body_name, start: 0, end: 20}]->(b)
CREATE (d)-[:HAS_TEXT]->(:Text {document: d.id, sha256: d.id, source: d.source, text: row.text})
CREATE (d)-[:HAS_TASK]->(:Task {id: d.id + '#t00000', text: 'Xây dựng kế hoạch của địa phương', start: 0, end: 30,
  ordinal: 1, assigned: [], deadline: '2024-12-31'})
"""
_JOIN: Final = """
UNWIND $rows AS row
MATCH (d:Document {id: row.id}), (t:Document {id: row.target})
CREATE (d)-[:IMPLEMENTS]->(t)
CREATE (d)-[:HAS_CITATION]->(c:Citation)
SET c = row.citation
CREATE (c)-[:REFERS_TO]->(t)
CREATE (c)-[:SUBJECT]->(d)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=20, help="for each kind of question")
    parser.add_argument("--store", type=Path, help="a folder to fill, or one that was filled so before")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store_dir = arguments.store or Path(folder) / "store"
        try:
            run(store_dir, arguments.documents // _CASCADE, arguments.seconds, Path(folder) / "log")
        finally:
            local_server.stop(store_dir)


def run(store_dir: Path, cascades: int, seconds: float, log: Path) -> None:
    """Fill the store where it is empty, and print the figures."""
    with (
        local_server.using(store_dir) as at,
        Store(at.uri, at.username, at.password, at.database) as store,
        GraphDatabase.driver(at.uri, auth=(at.username, at.password), notifications_min_severity=_QUIET) as driver,
    ):
        store.ensure_schema()
        if not store.counts().documents:
            fill(driver, cascades)
        print(f"{store.counts().documents} documents")
        program = str(Path(sys.executable).with_name("vanban"))
        with serving(program, store_dir, log) as service:
            compared = _Compared(store, driver, service.client, service.process.pid)
            for name, make in (("document", _document), ("trace", _trace), ("lookup", _lookup)):
                compare(name, make, compared, cascades, seconds)
    print(_GOAL)


def compare(name: str, make: _Make, at: _Compared, cascades: int, seconds: float) -> None:
    """Print how long requests of a kind take, and their statements alone."""
    rng = random.Random(1)
    served, bare = _Timings(lambda: _used_by(at.service)), _Timings(time.process_time)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline or len(served.seconds) < 20:
        question, same = make(rng, cascades)
        with recorded() as asked:
            same(at.store)
        turns = [(served, partial(_ask, at.client, question)), (bare, partial(_run_bare, at.driver, asked))]
        for timings, work in rng.sample(turns, 2):
            timings.add(work)
    for label, timings in ((name, served), ("bare", bare)):
        p50, p95, p99 = (1000 * value for value in timings.quantiles())
        runs = f"{1000 * timings.processor / len(timings.seconds):6.1f} ms of processor   ({len(timings.seconds)} runs)"
        print(f"{label:<10} p50 {p50:7.1f} ms   p95 {p95:7.1f} ms   p99 {p99:7.1f} ms   {runs}")
    share = served.quantiles()[1] / (1.3 * bare.quantiles()[1] + 0.005)
    rate = _throughput(at.client, make, cascades)
    print(f"{'':10} p95 is {share:.2f} of the goal; {rate:.0f} requests/s from {_THREADS} clients", flush=True)


class _Timings:
    """How long runs took, by the clock and by the time of the processor that `used` tells."""

    def __init__(self, used: Callable[[], float]) -> None:
        self.seconds: list[float] = []
        self.processor = 0.0
        self._used = used

    def add(self, work: Callable[[], object]) -> None:
        """Do it once."""
        used, started = self._used(), time.perf_counter()
        work()
        self.seconds.append(time.perf_counter() - started)
        self.processor += self._used() - used

    def quantiles(self) -> tuple[float, float, float]:
        """p50, p95 and p99, without the first five runs."""
        cuts = statistics.quantiles(self.seconds[5:], n=100)
        return cuts[49], cuts[94], cuts[98]


def _used_by(pid: int) -> float:
    """Seconds of the processor that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _throughput(client: httpx.Client, make: Any, cascades: int) -> float:
    rng = random.Random(2)
    questions = [make(rng, cascades)[0] for _ in range(200)]
    started = time.perf_counter()
    with ThreadPoolExecutor(_THREADS) as pool:
        list(pool.map(lambda question: _ask(client, question), questions))
    return len(questions) / (time.perf_counter() - started)


def _ask(client: httpx.Client, question: Callable[[httpx.Client], httpx.Response]) -> None:
    question(client).raise_for_status()


@contextmanager
def recorded() -> Iterator[list[Asked]]:
    """The statements that are run in the block, with their parameters."""
    asked: list[Asked] = []
    original = Statements.run

    def run_and_note(self: Statements, name: str, **parameters: Any) -> list[dict[str, Any]]:
        statement = load_statements()[name]
        asked.append((statement.text, statement.pack(parameters)))
        return original(self, name, **parameters)

    Statements.run = run_and_note  # type: ignore[method-assign]
    try:
        yield asked
    finally:
        Statements.run = original  # type: ignore[method-assign]


def _run_bare(driver: Driver, asked: list[Asked]) -> None:
    def work(transaction: ManagedTransaction) -> None:
        for text, parameters in asked:
            transaction.run(text, parameters).values()

    with driver.session() as session:
        session.execute_read(work)


def _document(rng: random.Random, cascades: int) -> _Question:
    name = _id(rng.randrange(cascades), rng.randrange(_CASCADE))
    return lambda client: client.get(f"/v1/documents/{quote(name)}"), lambda store: store.get_document(name)


def _trace(rng: random.Random, cascades: int) -> _Question:
    name = _id(rng.randrange(cascades), 0)
    return (
        lambda client: client.get("/v1/trace", params={"to": name}),
        lambda store: answer_trace(store, name, TraceFilters(), Wanted(100)),
    )


def _lookup(rng: random.Random, cascades: int) -> _Question:
    numbers = [rng.randrange(cascades) for _ in range(6)]
    text = "".join(
        f"Căn cứ Nghị quyết số {number}/NQ-CP ngày 05 tháng 3 năm {2000 + number % 25} của Chính phủ về đổi mới;\n"
        for number in numbers
    )
    return (
        lambda client: client.post("/v1/citations/lookup", json={"text": text}),
        lambda store: answer_lookup(store, text),
    )


def fill(driver: Driver, cascades: int) -> None:
    """Write the documents, some cascades at a time."""
    for start in range(0, cascades, _BATCH):
        numbers = range(start, min(start + _BATCH, cascades))
        places = [(number, index) for number in numbers for index in range(_CASCADE)]
        driver.execute_query(_FILL, rows=[_row(*place) for place in places])
        driver.execute_query(_JOIN, rows=[_join(*place) for place in places if place[1]])


def _id(cascade: int, index: int) -> str:
    year = 2000 + cascade % 25
    if index == 0:
        return f"vn:chinh-phu:nghi-quyet:{year}:{cascade}-nq-cp"
    return f"vn:ubnd-{index}:ke-hoach:{year}:{cascade}-kh-ubnd"


def _row(cascade: int, index: int) -> dict[str, Any]:
    name, year = _id(cascade, index), 2000 + cascade % 25
    symbol = "KH-UBND" if index else "NQ-CP"
    level = "central" if index == 0 else "province" if index <= _PROVINCES else "district"
    properties: dict[str, Any] = {
        "id": name, "code": f"{cascade}/{symbol}", "number": str(cascade), "symbol": symbol, "level": level,
        "type": "Kế hoạch" if index else "Nghị quyết", "year": year, "date": f"{year}-03-05", "held": True,
        "title": f"Triển khai thực hiện Nghị quyết số {cascade}/NQ-CP về đổi mới", "open": False,
        "number_key": f"{cascade}{symbol.lower().replace('-', '')}", "source": f"{cascade}/{index}.txt",
        "symbol_key": symbol.lower().replace("-", ""), "own_date": f"{year}-03-05", "recipients": [],
        "province": f"Tỉnh {(index - 1) % _PROVINCES + 1}" if index else None,
    }  # fmt: skip
    body = "body:chinh-phu" if index == 0 else f"body:ubnd-{index}"
    return {"properties": properties, "body": body, "body_name": f"Cơ quan {index}", "text": "Kế hoạch " * 300}


def _join(cascade: int, index: int) -> dict[str, Any]:
    above = 0 if index <= _PROVINCES else (index - _PROVINCES - 1) // 2 + 1
    name, target = _id(cascade, index), _id(cascade, above)
    quoted = f"Thực hiện Nghị quyết số {cascade}/NQ-CP ngày 05 tháng 3 năm {2000 + cascade % 25} của Chính phủ"
    citation = {
        "id": f"{name}#c00000", "edge": f"{name}|IMPLEMENTS|{target}", "relation": "IMPLEMENTS", "quote": quoted,
        "context": quoted * 2, "start": 10, "end": 10 + len(quoted), "context_start": 10, "defects": [],
        "context_end": 10 + 2 * len(quoted), "rule": "made up", "confidence": 0.9, "completed": [], "reading": target,
    }  # fmt: skip
    return {"id": name, "target": target, "citation": citation}


if __name__ == "__main__":
    main()
