"""A real local Neo4j for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cypher import local_server
from cypher.local_server import ServerAddress


@contextmanager
def running_server(store_dir: Path) -> Iterator[ServerAddress]:
    """The address of a server over `store_dir`, stopped at the end of the block."""
    try:
        with local_server.using(store_dir) as address:
            yield address
    finally:
        local_server.stop(store_dir)
