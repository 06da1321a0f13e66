"""The schema of the graph, and how a database comes from one version of it to the next.

`statements/schema/NNN/` holds what version NNN adds to the one before: `CREATE` and `DROP` of constraints and indexes,
each in a transaction of its own and such that running it again changes nothing; and statements that change what is
stored, which run in the order of their names in one transaction, the one that records the version.
The newest version is the highest folder. A folder that others have is closed: what comes later goes into the next.
"""

import re
from functools import cache
from typing import Final

from cypher.connection import Connection
from cypher.errors import SchemaNameError, SchemaVersionError
from cypher.statement_files import load_statements
from cypher.transactions import Statements

_CONSTRAINT: Final = re.compile(
    r"CREATE CONSTRAINT (?P<index>\w+) .*\(n:(?P<label>\w+)\) REQUIRE n\.(?P<property>\w+) IS UNIQUE"
)
_NAME: Final = re.compile(r"(?:INDEX|CONSTRAINT) (\w+)")


@cache
def schema_versions() -> dict[int, tuple[str, ...]]:
    """Version -> the names of its statements, both in order; the versions count from 1 without a gap."""
    names = [name for name in load_statements() if re.match(r"schema/[0-9]{3}/", name)]
    versions = sorted({int(name.split("/")[1]) for name in names})
    assert versions == list(range(1, len(versions) + 1))
    return {one: tuple(sorted(name for name in names if int(name.split("/")[1]) == one)) for one in versions}


def newest_version() -> int:
    """The version that this program reads and writes."""
    return max(schema_versions())


def check_schema(connection: Connection) -> None:
    """Nothing, where the database has this program's schema. Raises `SchemaVersionError` where it has another."""
    version = _read_version(connection)
    if version != newest_version():
        raise SchemaVersionError(version, newest_version())


def ensure_schema(connection: Connection) -> None:
    """Bring the database to this program's schema. Raises `SchemaVersionError` where it is newer.

    Several programs may do it at once, and one that is killed half-way is taken over by the next.
    """
    version = _read_version(connection)
    if version > newest_version():
        raise SchemaVersionError(version, newest_version())
    for newer in range(version + 1, newest_version() + 1):
        _upgrade(connection, newer)
    if version < newest_version():
        connection.define("schema/await_indexes")


def _upgrade(connection: Connection, version: int) -> None:
    """Bring a database of the version before to `version`."""
    names = schema_versions()[version]
    definitions = [name for name in names if load_statements()[name].defines]
    for name in definitions:
        _define(connection, name)

    def change(statements: Statements) -> None:
        found = statements.run("write/lock")
        if found and found[0]["version"] >= version:
            return  # another program did it while this one waited for the lock
        for name in names:
            if name not in definitions:
                statements.run(name)
        statements.run("write/schema_version", version=version)

    connection.write(change)


def _define(connection: Connection, name: str) -> None:
    """Run a definition. Raises `SchemaNameError` where an index of somebody else has the name.

    When the server dies while it makes a constraint, the constraint's index is left, and keeps the name: it goes first.
    """
    if connection.define(name):
        return
    constraint = _CONSTRAINT.match(load_statements()[name].text)
    left = connection.read(lambda run: run.run("read/left_index", **constraint.groupdict())) if constraint else []
    for row in left:
        connection.define("schema/drop_index", index=row["name"])
    if not connection.define(name):
        raise SchemaNameError(connection.uri, _named(name))


def _named(name: str) -> str:
    """What a definition makes is called so."""
    found = _NAME.search(load_statements()[name].text)
    assert found is not None
    return found[1]


def _read_version(connection: Connection) -> int:
    """The version that the database has; 0 where it was never prepared."""
    found = connection.read(lambda statements: statements.run("read/schema_version"))
    return int(found[0]["version"]) if found else 0
