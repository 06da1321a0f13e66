"""The Neo4j that the tests of the store share."""

from collections.abc import Iterator

import pytest

from cypher.local_server import ServerAddress
from tests.cypher_server import running_server


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerAddress]:
    """The address of a server with an empty database, which the tests of one run share."""
    with running_server(tmp_path_factory.mktemp("neo4j")) as address:
        yield address
