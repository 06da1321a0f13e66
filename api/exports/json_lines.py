"""JSON Lines: an object for each row, which names its table; members without a value are left out."""

import json
from collections.abc import Iterator

from cypher.exporting import TABLES, Export


def write_json_lines(export: Export) -> Iterator[bytes]:
    """The lines of all tables, some hundreds at a time."""
    for table in TABLES:
        for rows in export.rows(table):
            lines = [
                json.dumps(
                    {"table": table.name, **{name: value for name, value in row.items() if value is not None}},
                    ensure_ascii=False,
                    separators=(",", ":"),
                )
                for row in rows
            ]
            yield "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
