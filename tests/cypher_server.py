"""A real Neo4j for tests: the one that NEO4J_URI names, or a local one."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from api.settings import read_settings
from cypher import local_server
from cypher.local_server import ServerAddress
from tests.cypher.graph_dump import Graph


@contextmanager
def running_server(store_dir: Path) -> Iterator[ServerAddress]:
    """The address of a server over `store_dir`, stopped at the end of the block."""
    try:
        with local_server.using(store_dir) as address:
            yield address
    finally:
        local_server.stop(store_dir)


def named_server() -> ServerAddress | None:
    """The server that NEO4J_URI names, if it is set."""
    settings = read_settings()
    if settings.neo4j_uri is None:
        return None
    assert settings.neo4j_password is not None
    password = settings.neo4j_password.get_secret_value()
    return ServerAddress(settings.neo4j_uri, settings.neo4j_username, password, settings.neo4j_database, "")


@contextmanager
def lent_database(address: ServerAddress) -> Iterator[None]:
    """Ends the run unless the database is empty: the tests take out whatever they find. It is empty afterwards, too."""
    with closing(Graph(address)) as graph:
        if graph.ask("MATCH (n) WHERE NOT n:Schema RETURN n LIMIT 1"):
            pytest.exit(f"{address.uri} holds data in {address.database}; the tests need an empty database", 2)
        yield
        graph.wipe()
