"""`vanban serve`: the REST API on an address of this machine."""

from pathlib import Path

import click

from api.cli.options import DEFAULT_PORT, store_option
from api.cli.reports import show_progress
from api.connection import open_store
from api.settings import read_service_settings, read_settings


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=DEFAULT_PORT, show_default=True, help="0 takes any free one."
)
@store_option
def command(host: str, port: int, store_dir: Path) -> None:
    """Serve the REST API; its documentation is at /docs.

    Other vanban commands work on the same graph while it runs.
    """
    settings, service = read_settings(store_dir), read_service_settings()
    # Imported here, so that `vanban --help` need not.
    from api.cli.service_process import run_service

    # A store that cannot be opened ends the command with one line; the app would end with a traceback.
    with open_store(settings, progress=show_progress):
        run_service(settings, service, host, port)
