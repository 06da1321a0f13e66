"""The store that the settings name, opened: a given server, or the local one, started when it is not running."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from api.errors import NothingStoredError
from api.settings import Settings
from cypher import local_server
from cypher.connection import Patience
from cypher.server_folder import ServerFolder
from cypher.store import Store

_LOCAL_RETRY_SECONDS: Final = 5
"""How long a transaction is tried again before the local server is looked for, and started again where it died."""


def _silent(_: str) -> None:
    return


@contextmanager
def open_store(
    settings: Settings,
    *,
    must_exist: bool = False,
    progress: Callable[[str], None] = _silent,
    patience: Patience | None = None,
) -> Iterator[Store]:
    """The store, with its schema made sure of, until the block ends.

    `must_exist` refuses to start a local server over a folder that holds none, which could only answer
    that it knows nothing. `progress` is told what the local server does meanwhile, `patience` says how long a question
    may take.
    """
    if settings.neo4j_uri is not None:
        assert settings.neo4j_password is not None
        with Store(
            settings.neo4j_uri,
            settings.neo4j_username,
            settings.neo4j_password.get_secret_value(),
            settings.neo4j_database,
            patience,
        ) as store:
            store.ensure_schema()
            yield store
        return
    if must_exist and not ServerFolder(settings.store_dir.resolve()).holds_database():
        raise NothingStoredError(settings.store_dir)

    def find_again() -> str:
        return local_server.find_again(settings.store_dir, progress).uri

    with (
        local_server.using(settings.store_dir, progress) as address,
        Store(
            address.uri,
            address.username,
            address.password,
            address.database,
            patience or Patience(retry=_LOCAL_RETRY_SECONDS),
            find_again,
        ) as store,
    ):
        store.ensure_schema()
        yield store
