"""Several loaders at once, and loaders that are killed."""

import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cypher.local_server import ServerAddress
from cypher.store import Store
from loaders.records import Record
from tests.cypher.graph_dump import Graph
from tests.cypher.records_for_tests import (
    KH5798,
    KH5798_NO_ISSUER,
    LAW,
    LAW_BY_NAME,
    NQ32,
    NQ32_OPEN,
    UBND_BEN_TRE,
    Cite,
    Named,
    make_record,
)

_LOAD = """
import sys
from cypher.store import Store
from tests.cypher.test_loaders_at_once import RECORDS
with Store(*sys.argv[1:]) as store:
    for record in RECORDS:
        print(store.put(record).action, flush=True)
"""


def _records() -> list[Record]:
    """Thirty reports that all cite the same documents, some of them openly."""
    cited = (NQ32_OPEN, KH5798, LAW_BY_NAME, KH5798_NO_ISSUER, LAW, NQ32)
    made = []
    for number in range(1, 31):
        cites = [Cite(one, "IMPLEMENTS", None if at == 0 else at - 1) for at, one in enumerate(cited[: number % 6 + 1])]
        made.append(
            make_record(Named("Báo cáo", f"{number}/BC-UBND", UBND_BEN_TRE, 2024), *cites, source=f"{number:02}")
        )
    return made


RECORDS = _records()


def _connect(address: ServerAddress) -> Store:
    return Store(address.uri, address.username, address.password, address.database)


@pytest.fixture
def expected(store: Store, graph: Graph) -> list[str]:
    """The graph after a load that nothing disturbed."""
    list(store.put_many(RECORDS))
    dump = graph.dump()
    graph.wipe()
    return dump


def test_loaders_at_once_end_in_the_same_graph(neo4j_server: ServerAddress, expected: list[str], graph: Graph) -> None:
    def load(records: list[Record]) -> int:
        with _connect(neo4j_server) as store:
            return len(list(store.put_many(records))) + sum(store.put(one).citations > 0 for one in records[:10])

    with ThreadPoolExecutor(4) as pool:
        orders = [RECORDS, RECORDS[::-1], RECORDS[15:] + RECORDS[:15], RECORDS[::2] + RECORDS[1::2]]
        assert list(pool.map(load, orders)) == [40] * 4
    assert graph.dump() == expected


@pytest.mark.parametrize("after", [1, 9, 20])
def test_a_killed_load_that_is_run_again_ends_in_the_same_graph(
    neo4j_server: ServerAddress, expected: list[str], graph: Graph, after: int
) -> None:
    address = (neo4j_server.uri, neo4j_server.username, neo4j_server.password, neo4j_server.database)
    root = Path(__file__).parent.parent.parent
    with subprocess.Popen(
        [sys.executable, "-c", _LOAD, *address], cwd=root, stdout=subprocess.PIPE, text=True
    ) as process:  # fmt: skip
        assert process.stdout is not None
        for _ in range(after):
            assert process.stdout.readline().strip() == "created"
        time.sleep(0.003 * after)
        process.send_signal(signal.SIGKILL)
    assert 0 < len(graph.dump()) < len(expected)
    with _connect(neo4j_server) as store:
        again = [store.put(one).action for one in RECORDS]
    assert again[:after] == ["unchanged"] * after
    assert graph.dump() == expected
