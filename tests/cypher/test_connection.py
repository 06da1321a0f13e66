"""What a connection does when the server is elsewhere, in a deadlock, or out of memory."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from neo4j import GraphDatabase

from cypher.connection import Connection, Patience
from cypher.errors import StoreAccessError, StoreMemoryError, StoreRequestError, StoreUnavailableError
from cypher.local_server import ServerAddress
from cypher.store import Store
from cypher.transactions import Statements
from tests.cypher.graph_dump import Graph
from tests.cypher.records_for_tests import KH5798, NQ32, Cite, make_record
from tests.processes import wait_until

_PLAN = make_record(KH5798, Cite(NQ32, "IMPLEMENTS"))
_NOWHERE = "bolt://127.0.0.1:1"
_COUNT = "read/counts"


def _connect(address: ServerAddress) -> Connection:
    return Connection(address.uri, address.username, address.password, address.database)


def test_a_server_that_is_elsewhere_is_found_once_by_all_who_ask(neo4j_server: ServerAddress, store: Store) -> None:
    asked: list[int] = []

    def find_again() -> str:
        asked.append(1)
        time.sleep(0.2)
        return neo4j_server.uri

    connection = Connection(
        _NOWHERE, neo4j_server.username, neo4j_server.password, neo4j_server.database, Patience(retry=1), find_again
    )
    try:
        with ThreadPoolExecutor(4) as pool:
            answers = pool.map(lambda _: connection.read(lambda run: run.run(_COUNT)), range(4))
            assert [rows[0]["documents"] for rows in answers] == [0] * 4
        assert connection.uri == neo4j_server.uri
        assert len(asked) == 1
    finally:
        connection.close()


def test_a_server_that_is_not_found_again_is_named() -> None:
    connection = Connection(_NOWHERE, "neo4j", "x", "neo4j", Patience(retry=1), lambda: _NOWHERE)
    with pytest.raises(StoreUnavailableError, match=_NOWHERE):
        connection.read(lambda run: run.run(_COUNT))
    connection.close()


def test_an_error_of_the_work_is_no_error_of_the_connection(neo4j_server: ServerAddress) -> None:
    def work(_: Statements) -> None:
        raise ValueError("not ours")

    connection = _connect(neo4j_server)
    with pytest.raises(ValueError, match="not ours"):
        connection.read(work)
    connection.close()


@pytest.mark.parametrize("words", ["(", " ".join(f"w{number}" for number in range(2000))])
def test_what_the_server_cannot_do_is_no_missing_server(store: Store, words: str) -> None:
    with pytest.raises(StoreRequestError):
        store.read(lambda statements: statements.run("read/by_words", words=words, limit=1))


def test_an_address_that_is_none_is_named() -> None:
    with pytest.raises(StoreAccessError, match="nowhere"):
        Connection("nowhere", "neo4j", "x", "neo4j")


def test_a_deadlock_is_tried_again(neo4j_server: ServerAddress, store: Store, graph: Graph) -> None:
    """Another program holds a document and waits for the writers' lock while a writer wants that document."""
    store.put(_PLAN)
    attempts: list[int] = []
    holds, waits = threading.Event(), threading.Event()

    def write(statements: Statements) -> None:
        attempts.append(1)
        if len(attempts) == 1:
            assert holds.wait(30)
        statements.run("write/lock")
        if len(attempts) == 1:
            waits.set()
            assert wait_until(lambda: _some_are_blocked(graph))
        statements.write("write/sources", [{"document": KH5798.id, "source": "by the writer"}])

    def meet() -> None:
        with (
            GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.username, neo4j_server.password)) as driver,
            driver.session(database=neo4j_server.database) as session,
            session.begin_transaction() as transaction,
        ):
            transaction.run("MATCH (d:Document {id: $id}) SET d.source = 'by the other'", id=KH5798.id).consume()
            holds.set()
            assert waits.wait(30)
            transaction.run("MATCH (s:Schema) SET s.changes = s.changes + 1").consume()
            transaction.commit()

    connection = _connect(neo4j_server)
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(meet)
        connection.write(write)
        other.result()
    connection.close()
    assert len(attempts) == 2
    assert graph.ask("MATCH (d:Document {id: $id}) RETURN d.source AS source", id=KH5798.id) == [
        {"source": "by the writer"}
    ]


def _some_are_blocked(graph: Graph) -> bool:
    """Whether some transaction waits for a lock."""
    return bool(graph.ask("SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN status"))


def test_what_needs_more_memory_than_there_is_says_what_to_do(neo4j_server: ServerAddress, store: Store) -> None:
    connection = _connect(neo4j_server)
    rows = [{"id": str(number), "properties": {"text": "x" * 10_000}} for number in range(2000)]

    def write(statements: Statements) -> None:
        while True:
            statements.run("write/places", rows=rows)
            for row in rows:
                row["id"] = f"{row['id']}x"

    with pytest.raises(StoreMemoryError, match=r"too little memory .*; give it more \(VANBAN_HEAP="):
        connection.write(write)
    connection.close()
