"""A Neo4j over Bolt: sessions, retries and what its errors mean to us."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Final, TypeVar

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Session,
    unit_of_work,
)
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DatabaseError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from cypher.errors import (
    StoreAccessError,
    StoreMemoryError,
    StoreRequestError,
    StoreTimeoutError,
    StoreUnavailableError,
)
from cypher.transactions import Statements

_T = TypeVar("_T")
_CONNECT_SECONDS: Final = 10
_NO_DATABASE: Final = "Neo.ClientError.Database.DatabaseNotFound"
_DONE_ALREADY: Final = frozenset(
    {
        "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists",
        "Neo.ClientError.Schema.IndexAlreadyExists",
        "Neo.ClientError.Schema.ConstraintAlreadyExists",
        "Neo.DatabaseError.Schema.IndexDropFailed",
    }
)
"""What the server says where another program made the same meanwhile, or finished the constraint of an index."""
_NAME_TAKEN: Final = "Neo.ClientError.Schema.IndexWithNameAlreadyExists"
_TIMED_OUT: Final = "Neo.ClientError.Transaction.TransactionTimedOut"
"""Begins the codes of a transaction that took longer than its timeout."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the server is waited for, in seconds; None is for ever."""

    retry: float = 60
    """In which a transaction is tried again: a killed server is back in five, on a busy machine in thirty."""
    read: float | None = None
    """After which the server gives up a read transaction."""
    write: float | None = None


class Connection:
    """A driver on one database of one server. Connects when first used.

    `find_again` is asked for the address when the server no longer answers; what was under way is done once more
    there. That may find a change made already: work that is written must bear it.
    """

    def __init__(
        self,
        uri: str,
        username: str,
        password: str,
        database: str,
        patience: Patience | None = None,
        find_again: Callable[[], str] | None = None,
    ) -> None:
        self.uri = uri
        self._auth = (username, password)
        self._database = database
        self._patience = patience or Patience()
        self._find_again = find_again
        self._finding = Lock()
        self._reached = False
        self._driver = self._open_driver()

    def close(self) -> None:
        self._driver.close()

    def read(self, work: Callable[[Statements], _T]) -> _T:
        """What `work` gives in one read transaction."""
        seconds = self._patience.read
        timed = unit_of_work(timeout=seconds)(lambda transaction: work(Statements(transaction)))

        def read() -> _T:
            with self._errors(seconds), self._session(READ_ACCESS) as session:
                return session.execute_read(timed)

        return self._reaching(read)

    def write(self, work: Callable[[Statements], _T]) -> _T:
        """What `work` gives in one write transaction; it may run several times, and counts once."""
        seconds = self._patience.write

        @unit_of_work(timeout=seconds)
        def timed(transaction: ManagedTransaction) -> _T:
            try:
                return work(Statements(transaction))
            except TransientError as error:
                if _is_too_much(error):
                    raise StoreMemoryError(self.uri, _reason(error)) from error
                raise

        def write() -> _T:
            with self._errors(seconds), self._session(WRITE_ACCESS) as session:
                return session.execute_write(timed)

        return self._reaching(write)

    def define(self, name: str, **parameters: str) -> bool:
        """Run a statement of the schema; that another program did the same meanwhile is no error.

        False where an index is there already that bears the name and is not what the statement makes.
        """
        with self._errors(), self._session(WRITE_ACCESS) as session:
            try:
                session.execute_write(lambda transaction: Statements(transaction).run(name, **parameters))
            except (ClientError, DatabaseError) as error:
                if error.code not in (*_DONE_ALREADY, _NAME_TAKEN):
                    raise
                return error.code != _NAME_TAKEN
        return True

    def _reaching(self, run: Callable[[], _T]) -> _T:
        """What `run` gives, here or, when the server does not answer, where it is found again."""
        driver = self._driver
        try:
            return run()
        except (StoreUnavailableError, StoreAccessError) as error:
            # A server that let this program in before and now does not is stopping, or is another one on its port.
            lost = isinstance(error, StoreUnavailableError) or self._reached
            if self._find_again is None or not lost:
                raise
            self._follow(driver, self._find_again)
        return run()

    def _follow(self, lost: Driver, find_again: Callable[[], str]) -> None:
        """Go to where the server is now, unless another thread has."""
        with self._finding:
            if self._driver is not lost:
                return
            uri = find_again()
            if uri != self.uri:
                self.uri = uri
                self._driver = self._open_driver()
                lost.close()

    def _open_driver(self) -> Driver:
        try:
            return GraphDatabase.driver(
                self.uri,
                auth=self._auth,
                connection_timeout=_CONNECT_SECONDS,
                max_transaction_retry_time=self._patience.retry,
                notifications_min_severity=NotificationMinimumSeverity.OFF,
                user_agent="vanban",
            )
        except (ConfigurationError, ValueError) as error:
            raise StoreAccessError(self.uri, _reason(error)) from error

    def _session(self, mode: str) -> Session:
        """A session. A server that was never reached fails at once; one that went away is waited for."""
        if not self._reached:
            self._driver.verify_connectivity()
            self._reached = True
        return self._driver.session(
            database=self._database,
            default_access_mode=mode,
            bookmark_manager=self._driver.execute_query_bookmark_manager,
        )

    @contextmanager
    def _errors(self, seconds: float | None = None) -> Iterator[None]:
        try:
            yield
        except (ServiceUnavailable, SessionExpired) as error:
            raise StoreUnavailableError(self.uri, _reason(error)) from error
        except (AuthError, ConfigurationError) as error:
            raise StoreAccessError(self.uri, _reason(error)) from error
        except TransientError as error:
            kind = StoreMemoryError if _is_too_much(error) else StoreUnavailableError
            raise kind(self.uri, _reason(error)) from error
        except Neo4jError as error:
            if seconds is not None and (error.code or "").startswith(_TIMED_OUT):
                raise StoreTimeoutError(self.uri, seconds) from error
            if error.code == _NO_DATABASE:
                raise StoreAccessError(self.uri, _reason(error)) from error
            raise StoreRequestError(self.uri, _reason(error)) from error
        except DriverError as error:
            raise StoreUnavailableError(self.uri, _reason(error)) from error


def _is_too_much(error: TransientError) -> bool:
    """Whether the transaction needs more memory than the server has; trying again would not help."""
    return "OutOfMemory" in (error.code or "")


def _reason(error: Exception) -> str:
    message = getattr(error, "message", None) or str(error) or type(error).__name__
    return str(message).splitlines()[0].rstrip(".:")
