"""Statements inside an open transaction."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from neo4j import ManagedTransaction

from cypher.statement_files import load_statements

_CHUNK: Final = 2000
"""Rows of one statement: a text of many megabytes must not become one message."""


class Statements:
    """Runs statements by name in a transaction."""

    def __init__(self, transaction: ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a statement, by column."""
        return list(self.stream(name, **parameters))

    def stream(self, name: str, **parameters: Any) -> Iterator[dict[str, Any]]:
        """The same rows while they come, so that they need not fit into memory together."""
        statement = load_statements()[name]
        if parameters.keys() != statement.parameters:
            raise TypeError(f"{name} takes {sorted(statement.parameters)}, not {sorted(parameters)}")
        for row in self._transaction.run(statement.text, statement.pack(parameters)):
            yield dict(zip(statement.columns, row.values(), strict=True))

    def write(self, name: str, rows: Sequence[Any]) -> None:
        """Run a statement over rows, some thousands at a time; none for no rows."""
        for chunk in chunks(rows):
            self.run(name, rows=chunk)

    def find(self, name: str, key: str, values: Sequence[str], **others: Any) -> list[dict[str, Any]]:
        """The rows of a statement over a list of values, some thousands at a time."""
        return [row for chunk in chunks(values) for row in self.run(name, **{key: chunk}, **others)]


def chunks(rows: Sequence[Any]) -> Iterator[list[Any]]:
    """The rows, as many at a time as go into one statement."""
    for start in range(0, len(rows), _CHUNK):
        yield list(rows[start : start + _CHUNK])
