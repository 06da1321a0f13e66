"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Final

import click

from loaders.reading import DEFAULT_MAX_SIZE

DEFAULT_PORT: Final = 8000
"""Of the service."""
_UNITS: Final = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3}


class ByteCount(click.ParamType[int]):
    """A size in bytes, with K, M or G: `500000`, `64M`, `64MB`."""

    name = "size"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        text = str(value).strip().upper().removesuffix("B")
        digits = text.rstrip("KMG")
        unit = _UNITS.get(text[len(digits) :])
        if unit is None or not digits.isascii() or not digits.isdigit() or int(digits) == 0:
            self.fail(f"{value!r} is not a size such as 500000, 64M or 1G", param, ctx)
        return int(digits) * unit


paths_argument = click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path, readable=False)
)

max_size_option = click.option(
    "--max-size",
    type=ByteCount(),
    default=DEFAULT_MAX_SIZE,
    show_default=f"{DEFAULT_MAX_SIZE // 1024**2}M",
    help="Refuse larger files.",
)

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes that read files at once; by default as many as there are processors.",
)

store_option = click.option(
    "--store",
    "store_dir",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(".vanban"),
    show_default=True,
    metavar="DIR",
    help="Folder of the local Neo4j; not used when NEO4J_URI names a server.",
)
