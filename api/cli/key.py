"""`vanban key`: who may write through the service."""

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from api.cli.options import store_option
from api.key_file import KeyFile
from api.settings import key_file_path, read_service_settings, read_settings


@click.group("key")
def command() -> None:
    """Make, list or revoke API keys of the service.

    They are kept, as hashes, in `keys.json` in the folder of the store, or in the file that VANBAN_KEYS names. A
    change counts at once, also for a service that runs.
    """


@command.command("add")
@click.argument("name")
@click.option("--read-only", is_flag=True, help="It may read, where reading needs a key, and change nothing.")
@store_option
def add(name: str, read_only: bool, store_dir: Path) -> None:
    """Make a key for NAME and write it to standard output; it cannot be shown again."""
    key, token = _key_file(store_dir).add_key(name, read_only)
    click.echo(token)
    click.echo(f"made key {key.id} for {name}; keep it, it is not shown again", err=True)


@command.command("list")
@store_option
def list_keys(store_dir: Path) -> None:
    """List the keys: id, name, what it may do, when it was made."""
    keys = _key_file(store_dir).list_keys()
    if not keys:
        click.echo("no API keys; make one with `vanban key add NAME`", err=True)
        return
    table = Table("Id", "Name", "May", "Made")
    for key in keys:
        table.add_row(key.id, key.name, "read" if key.read_only else "read and write", key.created)
    Console().print(table)


@command.command("revoke")
@click.argument("key_id", metavar="ID")
@store_option
def revoke(key_id: str, store_dir: Path) -> None:
    """Make the key with this id one no longer."""
    key = _key_file(store_dir).revoke_key(key_id)
    click.echo(f"revoked key {key.id} of {key.name}", err=True)


def _key_file(store_dir: Path) -> KeyFile:
    return KeyFile(key_file_path(read_settings(store_dir), read_service_settings()))
