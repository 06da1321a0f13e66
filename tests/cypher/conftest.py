"""The Neo4j that the tests of the store share."""

from collections.abc import Iterator

import pytest

from cypher.local_server import ServerAddress
from cypher.store import Store
from tests.cypher.graph_dump import Graph
from tests.cypher.shelf import Shelf
from tests.cypher_server import lent_database, named_server, running_server


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerAddress]:
    """The address of a server with an empty database, which the tests of one run share."""
    if named := named_server():
        with lent_database(named):
            yield named
        return
    with running_server(tmp_path_factory.mktemp("neo4j")) as address:
        yield address


@pytest.fixture(scope="session")
def schema_store(neo4j_server: ServerAddress) -> Iterator[Store]:
    with Store(neo4j_server.uri, neo4j_server.username, neo4j_server.password, neo4j_server.database) as store:
        store.ensure_schema()
        yield store


@pytest.fixture(scope="session")
def database(neo4j_server: ServerAddress) -> Iterator[Graph]:
    graph = Graph(neo4j_server)
    yield graph
    graph.close()


@pytest.fixture
def graph(database: Graph, schema_store: Store) -> Graph:
    """The database behind `store`, which is empty when a test begins."""
    database.wipe()
    return database


@pytest.fixture
def store(schema_store: Store, graph: Graph) -> Store:
    """A store with its schema and nothing else in it."""
    return schema_store


@pytest.fixture(scope="session")
def shelf(schema_store: Store, database: Graph) -> Shelf:
    """Stores with some records in them, for tests that read."""
    return Shelf(schema_store, database)
