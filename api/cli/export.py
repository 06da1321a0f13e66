"""`vanban export`: the graph, or one lineage, as a file."""

import sys
from pathlib import Path
from typing import BinaryIO

import click

from api.cli.options import store_option
from api.connection import open_store
from api.exports.formats import FORMATS, find_format
from api.questions import find_one
from api.settings import read_settings
from cypher.exporting import Export, export_lineage
from cypher.neighbourhood import EXPORT_LIMIT, LineageWanted
from cypher.store import Store
from loaders.records import RELATIONS


@click.command("export")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="jsonl", show_default=True, help="What to write."
)
@click.option("--lineage", help="Only the document of this name or id and those in its lineage.")
@click.option(
    "--direction",
    type=click.Choice(["up", "down", "both"]),
    default="both",
    show_default=True,
    help="With --lineage: up to what it rests on, down to what rests on it, or both.",
)
@click.option(
    "--output", "-o", type=click.File("wb", lazy=True), default="-", help="File to write; without it standard output."
)
@store_option
def command(form: str, lineage: str | None, direction: str, output: BinaryIO, store_dir: Path) -> None:
    """Write documents, bodies, places, tasks, citations and what joins them.

    Formats: JSON Lines, CSV in a zip, GraphML, JSON-LD (schema.org and ELI terms), Parquet in a zip. Texts are not in
    it. The graph is read while the file is written, some hundreds of documents at a time.
    """
    chosen = find_format(form)
    with open_store(read_settings(store_dir), must_exist=True) as store:
        output.writelines(chosen.write(_content(store, lineage, direction)))
    output.flush()
    sys.stdout.flush()


def _content(store: Store, lineage: str | None, direction: str) -> Export:
    if lineage is None:
        return Export(store)
    wanted = LineageWanted(direction != "down", direction != "up", RELATIONS[:-1], 12, EXPORT_LIMIT)
    return export_lineage(store, find_one(store, lineage).id, wanted)
