"""Parquet: a file for each table, in a zip (Parquet compresses itself, so the zip does not). Needs pyarrow."""

from collections.abc import Iterator
from typing import Any, BinaryIO, Final
from zipfile import ZIP_STORED

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from api.exports.zip_streams import Member, stream_zip
from cypher.exporting import TABLES, Export, Table

_TYPES: Final[dict[str, Any]] = {
    **dict.fromkeys(("year", "start", "end", "context_start", "context_end", "ordinal", "evidence_count"), pa.int64()),
    **dict.fromkeys(("confidence", "score"), pa.float64()),
    **dict.fromkeys(("held", "open", "number_inferred", "inferred"), pa.bool_()),
    **dict.fromkeys(("defects", "completed", "citations"), pa.list_(pa.string())),
}
"""Column -> type; others are text, dates too, since they may be partial."""
_GROUP_BYTES: Final = 4_000_000
"""Columns of one group, gathered before they are written: as rows they would take many times as much."""


def write_parquet_zip(export: Export) -> Iterator[bytes]:
    """The bytes of the zip."""
    members = ((f"{table.name}.parquet", _member(export, table)) for table in TABLES)
    return stream_zip(members, ZIP_STORED)


def _member(export: Export, table: Table) -> Member:
    schema = pa.schema([(name, _TYPES.get(name, pa.string())) for name in table.columns])

    def write(file: BinaryIO) -> Iterator[None]:
        with pq.ParquetWriter(file, schema, compression="zstd") as writer:
            for group in _groups(export, table, schema):
                writer.write_table(group)
                yield

    return write


def _groups(export: Export, table: Table, schema: Any) -> Iterator[Any]:
    gathered: list[Any] = []
    for rows in export.rows(table):
        gathered.append(pa.RecordBatch.from_pylist(rows, schema=schema))
        if sum(batch.nbytes for batch in gathered) >= _GROUP_BYTES:
            yield pa.Table.from_batches(gathered, schema)
            gathered.clear()
    if gathered:
        yield pa.Table.from_batches(gathered, schema)
