"""`vanban serve`: the REST API on an address of this machine."""

import sys
from pathlib import Path

import click

from api.cli.options import store_option
from api.cli.reports import show_progress
from api.connection import open_store
from api.settings import read_service_settings, read_settings

_SECONDS_TO_END = 10
"""For which answers that are under way go on when the service is told to end."""


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free one.")
@store_option
def command(host: str, port: int, store_dir: Path) -> None:
    """Serve the REST API; its documentation is at /docs.

    Other vanban commands work on the same graph while it runs.
    """
    settings, service = read_settings(store_dir), read_service_settings()
    # Imported here, so that `vanban --help` need not.
    import uvicorn

    from api.app import create_app
    from api.logs import log_config

    # A store that cannot be opened ends the command with one line; the app would end with a traceback.
    with open_store(settings, progress=show_progress):
        try:
            uvicorn.run(
                create_app(settings, service),
                host=host,
                port=port,
                log_config=log_config(service.log_format),
                access_log=False,
                timeout_graceful_shutdown=_SECONDS_TO_END,
            )
        except SystemExit as stop:
            # uvicorn has said why, and ends with statuses of its own.
            sys.exit(1 if stop.code else 0)
