"""`vanban neo4j`: the local Neo4j, started, stopped, shown, and looked at."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from api.browser.staff_files import LANGUAGES, Language, connect_commands
from api.cli.options import DEFAULT_PORT, store_option
from api.cli.reports import show_progress
from api.connection import open_store
from api.errors import ServiceError
from api.settings import Settings, read_service_settings, read_settings
from cypher import local_server
from cypher.local_server import ServerAddress
from cypher.loopback_ports import find_free_port, port_is_free


@click.group("neo4j")
def command() -> None:
    """Start, stop or show the local Neo4j, or look at the graph in its Browser."""


@command.command("start")
@store_option
def start(store_dir: Path) -> None:
    """Start it, if it does not run, and show its address.

    It stays until `vanban neo4j stop`, whether it is used or not.
    """
    _refuse_with_a_named_server(store_dir)
    _show(local_server.start(store_dir, show_progress, stays=True))


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


@command.command("browser")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=None,
    help="Port of the service that gives guide and style; 0 takes any free one.  [default: 8000 if it is free]",
)
@click.option(
    "--language", type=click.Choice(LANGUAGES), default="vi", show_default=True, help="Language of the guide."
)
@click.option(
    "--open/--no-open", "opens", default=None, help="Open it, or do not.  [default: where there is a desktop]"
)
@store_option
def browser(port: int | None, language: Language, opens: bool | None, store_dir: Path) -> None:
    """Show the graph in Neo4j Browser, with guide and colours.

    Runs the service as `vanban serve` does, until Ctrl-C, and prints the Browser's address and the password that is
    typed there once.
    """
    settings, service = _refuse_with_a_named_server(store_dir), read_service_settings()
    from api.cli.service_process import run_service

    chosen = _service_port(port)
    at = f"http://localhost:{chosen}"  # the Browser takes guides from a host of this name, and from 127.0.0.1 none
    address = local_server.start(store_dir, show_progress, on_connect=connect_commands(at, language))

    def ready() -> None:
        url = address.browser_url
        if address.on_connect != connect_commands(at, language):
            url += f"&cmd=guide&arg={at}/guide/{language}.html"
            click.echo(f"Others use this Neo4j, so for the colours type there:  :style {at}/style.grass", err=True)
        _show(replace(address, browser_url=url))
        sys.stdout.flush()
        if _has_desktop() if opens is None else opens:
            click.launch(url)

    with open_store(settings, progress=show_progress):
        run_service(settings, service, "127.0.0.1", chosen, ready)


def _service_port(wanted: int | None) -> int:
    if wanted is None:
        return DEFAULT_PORT if port_is_free(DEFAULT_PORT) else find_free_port()
    if wanted and not port_is_free(wanted):
        raise ServiceError(f"port {wanted} is taken; name another, or --port 0 for any free one")
    return wanted or find_free_port()


def _has_desktop() -> bool:
    """Whether there is a screen on which a browser could open."""
    return sys.platform == "darwin" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _show(address: ServerAddress) -> None:
    click.echo(f"Neo4j Browser  {address.browser_url}")
    click.echo(f"Bolt           {address.uri}")
    click.echo(f"user           {address.username}")
    click.echo(f"password       {address.password}")
    click.echo(f"database       {address.database}")


def _refuse_with_a_named_server(store_dir: Path) -> Settings:
    """The settings; NEO4J_URI names a server that is not ours to start or stop."""
    settings = read_settings(store_dir)
    if settings.neo4j_uri is not None:
        raise ServiceError(
            f"NEO4J_URI names a server ({settings.neo4j_uri}), so the local one is not used; unset it first"
        )
    return settings
