"""The schema of the graph: constraints and indexes, under a version."""

from typing import Final

from cypher.connection import Connection
from cypher.errors import SchemaVersionError
from cypher.statement_files import load_statements

SCHEMA_VERSION: Final = 1


def ensure_schema(connection: Connection) -> None:
    """Bring the database to this program's schema. Raises `SchemaVersionError` where it is newer."""
    found = connection.read(lambda statements: statements.run("read/schema_version"))
    version = found[0]["version"] if found else 0
    if version > SCHEMA_VERSION:
        raise SchemaVersionError(version, SCHEMA_VERSION)
    if version == SCHEMA_VERSION:
        return
    for name in sorted(load_statements()):
        if name.startswith("schema/") and name != "schema/await_indexes":
            connection.define(name)
    connection.define("schema/await_indexes")
    connection.write(lambda statements: statements.run("write/schema_version", version=SCHEMA_VERSION))
