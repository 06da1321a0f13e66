"""`vanban mcp`: the graph for programs that speak the Model Context Protocol."""

from pathlib import Path

import click

from api.cli.options import store_option
from api.cli.reports import show_progress
from api.connection import open_store
from api.settings import read_settings


@click.command("mcp")
@store_option
def command(store_dir: Path) -> None:
    """Answer a program that speaks the Model Context Protocol, over standard input and output.

    Its tools only read: search, document, trace, citations_lookup, coverage. It ends when its input does.
    """
    settings = read_settings(store_dir)
    # Imported here, so that `vanban --help` need not.
    from api.mcp_server import create_mcp_server

    with open_store(settings, must_exist=True, progress=show_progress) as store:
        create_mcp_server(store).run("stdio")
