"""`vanban remove`: takes one document's text out of the graph."""

import sys
from pathlib import Path

import click

from api.cli.options import store_option
from api.connection import open_store
from api.settings import read_settings


@click.command("remove")
@click.argument("document_id", metavar="ID")
@store_option
def command(document_id: str, store_dir: Path) -> None:
    """Remove what the document ID said.

    Other documents keep their facts. While one of them cites it, it stays in the graph as one that is not held.
    """
    with open_store(read_settings(store_dir), must_exist=True) as store:
        removed = store.remove(document_id)
    if not removed:
        click.echo(f"Error: no document with this id is held: {document_id!r}", err=True)
        sys.exit(1)
    click.echo(f"removed {document_id}", err=True)
