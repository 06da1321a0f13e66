"""`vanban neo4j`: the local Neo4j, started, stopped, shown."""

import sys
from pathlib import Path

import click

from api.cli.options import store_option
from api.cli.reports import show_progress
from api.errors import ServiceError
from api.settings import read_settings
from cypher import local_server
from cypher.local_server import ServerAddress


@click.group("neo4j")
def command() -> None:
    """Start, stop or show the local Neo4j."""


@command.command("start")
@store_option
def start(store_dir: Path) -> None:
    """Start it, if it does not run, and show its address."""
    _refuse_with_a_named_server(store_dir)
    _show(local_server.start(store_dir, show_progress))


@command.command("stop")
@store_option
def stop(store_dir: Path) -> None:
    """Stop it."""
    _refuse_with_a_named_server(store_dir)
    stopped = local_server.stop(store_dir)
    click.echo("stopped" if stopped else "it was not running", err=True)


@command.command("status")
@store_option
def status(store_dir: Path) -> None:
    """Show its address, and the Browser's address, user and password; exit status 1 when it does not run."""
    _refuse_with_a_named_server(store_dir)
    address = local_server.status(store_dir)
    if address is None:
        click.echo(f"no Neo4j runs over {store_dir}", err=True)
        sys.exit(1)
    _show(address)


def _show(address: ServerAddress) -> None:
    click.echo(f"Neo4j Browser  {address.browser_url}")
    click.echo(f"Bolt           {address.uri}")
    click.echo(f"user           {address.username}")
    click.echo(f"password       {address.password}")
    click.echo(f"database       {address.database}")


def _refuse_with_a_named_server(store_dir: Path) -> None:
    """NEO4J_URI names a server that is not ours to start or stop."""
    settings = read_settings(store_dir)
    if settings.neo4j_uri is not None:
        raise ServiceError(
            f"NEO4J_URI names a server ({settings.neo4j_uri}), so the local one is not used; unset it first"
        )
