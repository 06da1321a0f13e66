"""CSV (RFC 4180): a file for each table, in a zip. Lists are JSON; what has no value is an empty cell."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from api.exports.zip_streams import Member, stream_zip
from cypher.exporting import TABLES, Export, Table


def write_csv_zip(export: Export) -> Iterator[bytes]:
    """The bytes of the zip."""
    return stream_zip((f"{table.name}.csv", _member(export, table)) for table in TABLES)


def _member(export: Export, table: Table) -> Member:
    def write(file: BinaryIO) -> Iterator[None]:
        file.write(_lines([table.columns]))
        for rows in export.rows(table):
            file.write(_lines([[_cell(row[name]) for name in table.columns] for row in rows]))
            yield

    return write


def _lines(rows: Any) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
