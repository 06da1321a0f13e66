"""How fast documents go into Neo4j, beside a bare driver that writes the same nodes and edges with UNWIND.

    python -m bench.load [--documents 2000] [--seed 1]

The store loads the records of the synthetic corpus (bench/corpus.py; no text is read in the measured time) into one
fresh local server with `put_many`. What then stands in the graph is read out, and a bare driver writes exactly that
into another fresh server with the same schema: nodes by label, then edges by type, 2,000 rows a transaction. Both
are timed, by the clock and by the processor time of client and server together, which other work on the machine
disturbs less. What is written is in memory before either begins, and collections of garbage leave it alone. The
extraction of the same texts is timed apart. The store does more than the bare driver: it looks up what is there
already, counts, resolves open mentions, and commits whole documents.
"""

import argparse
import gc
import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity

from bench.corpus import records
from cypher import local_server
from cypher.local_server import ServerAddress
from cypher.server_folder import ServerFolder
from cypher.store import Store
from loaders.extraction import extract_document
from loaders.records import Record

_ROWS = 2000
_EXTRACTED = 200
_TICKS = os.sysconf("SC_CLK_TCK")
_KEYS = {"Text": "document", "Schema": "name"}
"""Label -> its key, where that is not `id`."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock, and of the processors by client and server."""

    clock: float
    client: float
    server: float

    @property
    def processors(self) -> float:
        return self.client + self.server


@dataclass(frozen=True, slots=True)
class Content:
    """Nodes by their labels and edges by the labels of their ends and their type, as rows."""

    nodes: dict[tuple[str, ...], list[dict[str, Any]]]
    edges: dict[tuple[str, str, str], list[dict[str, Any]]]

    @property
    def size(self) -> int:
        return sum(map(len, self.nodes.values())) + sum(map(len, self.edges.values()))


class Server:
    """A fresh local server with the schema."""

    def __init__(self, folder: Path, address: ServerAddress) -> None:
        self.address = address
        self._process = ServerFolder(folder).read_process_id()

    def processor_seconds(self) -> float:
        fields = Path(f"/proc/{self._process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    @contextmanager
    def timed(self, spent: list[Spent]) -> Iterator[None]:
        clock, client, server = time.perf_counter(), time.process_time(), self.processor_seconds()
        yield
        spent.append(
            Spent(time.perf_counter() - clock, time.process_time() - client, self.processor_seconds() - server)
        )

    def store(self) -> Store:
        address = self.address
        return Store(address.uri, address.username, address.password, address.database)

    def driver(self) -> Driver:
        return GraphDatabase.driver(
            self.address.uri,
            auth=(self.address.username, self.address.password),
            notifications_min_severity=NotificationMinimumSeverity.OFF,
        )


@contextmanager
def fresh_server() -> Iterator[Server]:
    """A server of its own over an empty folder, with the store's schema."""
    with tempfile.TemporaryDirectory(prefix="vanban-bench-") as folder:
        path = Path(folder)
        try:
            with local_server.using(path) as address:
                server = Server(path, address)
                with server.store() as store:
                    store.ensure_schema()
                yield server
        finally:
            local_server.stop(path)


def load_store(server: Server, batch: Sequence[Record]) -> Spent:
    spent: list[Spent] = []
    with server.store() as store, server.timed(spent):
        refused = [result for result in store.put_many(batch) if result.refusal]
    assert not refused, refused[0]
    return spent[0]


def read_content(server: Server) -> Content:
    """Everything that stands in the graph but the schema's own node."""
    nodes: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    edges: defaultdict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    names: dict[str, tuple[str, str]] = {}
    with server.driver() as driver, driver.session(database=server.address.database) as session:
        for row in session.run("MATCH (n) WHERE NOT n:Schema RETURN elementId(n), labels(n), properties(n)"):
            element, labels, properties = row.values()
            kind = next(one for one in labels if one in ("Document", "Body", "Place", "Task", "Citation", "Text"))
            key = properties[_KEYS.get(kind, "id")]
            names[element] = kind, key
            nodes[kind, *sorted(set(labels) - {kind})].append({"key": key, "properties": properties})
        for row in session.run("MATCH (a)-[e]->(b) RETURN elementId(a), type(e), properties(e), elementId(b)"):
            origin, kind, properties, target = row.values()
            ends = {"origin": names[origin][1], "target": names[target][1]}
            edges[names[origin][0], kind, names[target][0]].append(ends | {"properties": properties})
    return Content(dict(nodes), dict(edges))


def load_bare(server: Server, content: Content) -> Spent:
    spent: list[Spent] = []
    with server.driver() as driver, driver.session(database=server.address.database) as session, server.timed(spent):
        for labels, rows in content.nodes.items():
            key = _KEYS.get(labels[0], "id")
            text = f"UNWIND $rows AS row MERGE (n:{labels[0]} {{{key}: row.key}}) SET n = row.properties"
            text += "".join(f", n:{label}" for label in labels[1:])
            for chunk in _chunks(rows):
                session.execute_write(lambda tx, text=text, chunk=chunk: tx.run(text, rows=chunk).consume())
        for (origin, kind, target), rows in content.edges.items():
            text = (
                f"UNWIND $rows AS row MATCH (a:{origin} {{{_KEYS.get(origin, 'id')}: row.origin}}) "
                f"MATCH (b:{target} {{{_KEYS.get(target, 'id')}: row.target}}) "
                f"CREATE (a)-[e:{kind}]->(b) SET e = row.properties"
            )
            for chunk in _chunks(rows):
                session.execute_write(lambda tx, text=text, chunk=chunk: tx.run(text, rows=chunk).consume())
    return spent[0]


def _chunks(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    source = iter(rows)
    while chunk := list(islice(source, _ROWS)):
        yield chunk


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    batch = list(records(arguments.documents, arguments.seed))
    gc.freeze()
    with fresh_server() as server:
        ours = load_store(server, batch)
        content = read_content(server)
    gc.freeze()
    with fresh_server() as server:
        bare = load_bare(server, content)
    texts = batch[:: max(1, len(batch) // _EXTRACTED)]
    start = time.process_time()
    for record in texts:
        extract_document(record.text, record.source)
    extraction = (time.process_time() - start) / len(texts) * len(batch)
    print(f"{len(batch)} documents, {content.size} nodes and edges")
    print(f"{'':12}{'documents/s':>12}{'elements/s':>12}{'client s':>10}{'server s':>10}")
    for name, spent in (("store", ours), ("bare driver", bare)):
        print(
            f"{name:12}{len(batch) / spent.clock:12.1f}{content.size / spent.clock:12.0f}"
            f"{spent.client:10.1f}{spent.server:10.1f}"
        )
    print(f"store / bare driver: {bare.clock / ours.clock:.2f} by the clock, ", end="")
    print(f"{bare.processors / ours.processors:.2f} by processor time")
    print(f"extraction apart: {len(batch) / extraction:.1f} documents/s on one core")


if __name__ == "__main__":
    main()
