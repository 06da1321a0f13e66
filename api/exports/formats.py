"""The formats by name, and which of them can be written here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Final

from api.errors import FormatUnavailableError
from api.exports.csv_zip import write_csv_zip
from api.exports.graphml import write_graphml
from api.exports.json_ld import write_json_ld
from api.exports.json_lines import write_json_lines
from cypher.exporting import Export


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how files of it are called and typed, and what writes one."""

    ending: str
    media_type: str
    write: Callable[[Export], Iterator[bytes]]
    needs: str | None = None
    """A package that the extra of the format's name brings."""


def _write_parquet_zip(export: Export) -> Iterator[bytes]:
    from api.exports.parquet_zip import write_parquet_zip

    return write_parquet_zip(export)


FORMATS: Final = {
    "jsonl": Format("jsonl", "application/jsonl", write_json_lines),
    "csv": Format("csv.zip", "application/zip", write_csv_zip),
    "graphml": Format("graphml", "application/graphml+xml", write_graphml),
    "jsonld": Format("jsonld", "application/ld+json", write_json_ld),
    "parquet": Format("parquet.zip", "application/zip", _write_parquet_zip, needs="pyarrow"),
}


def find_format(name: str) -> Format:
    """The format of that name. Raises `FormatUnavailableError` where its package is not installed."""
    found = FORMATS[name]
    if found.needs and find_spec(found.needs) is None:
        raise FormatUnavailableError(name, found.needs)
    return found
