"""`vanban export`: the graph, or one lineage, as a file."""

import sys
from pathlib import Path
from typing import BinaryIO

import click

from api.cli.options import store_option
from api.cli.reports import plural, show_progress
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
@click.option(
    "--neo4j-admin",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Instead, everything with its texts as files for `neo4j-admin database import`, into this new folder.",
)
@store_option
def command(
    form: str, lineage: str | None, direction: str, output: BinaryIO, folder: Path | None, store_dir: Path
) -> None:
    """Write documents, bodies, places, tasks, citations and what joins them.

    Formats: JSON Lines, CSV in a zip, GraphML, JSON-LD (schema.org and ELI terms), Parquet in a zip. Texts are not in
    it. The graph is read while the file is written, some hundreds of documents at a time.

    With --neo4j-admin the whole graph comes out, for another server; loaders wait until it is written.
    """
    if folder is not None:
        _write_import_files(folder, lineage, store_dir)
        return
    chosen = find_format(form)
    with open_store(read_settings(store_dir), must_exist=True) as store:
        output.writelines(chosen.write(_content(store, lineage, direction)))
    output.flush()
    sys.stdout.flush()


def _write_import_files(folder: Path, lineage: str | None, store_dir: Path) -> None:
    if lineage is not None:
        raise click.UsageError("--neo4j-admin writes the whole graph: leave --lineage out")
    with open_store(read_settings(store_dir), must_exist=True, progress=show_progress) as store:
        done = store.export(folder, show_progress)
    click.echo(
        f"{plural(done.nodes, 'node')}, {plural(done.edges, 'edge')}. Into a server that does not run and is empty:\n"
        f"    cd {folder} && neo4j-admin database import full neo4j @arguments\n"
        "then, when it runs:\n"
        "    cypher-shell -d neo4j -f after-import.cypher",
        err=True,
    )


def _content(store: Store, lineage: str | None, direction: str) -> Export:
    if lineage is None:
        return Export(store)
    wanted = LineageWanted(direction != "down", direction != "up", RELATIONS[:-1], 12, EXPORT_LIMIT)
    return export_lineage(store, find_one(store, lineage).id, wanted)
