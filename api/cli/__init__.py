"""The `vanban` command line. Each command is a module of its own, imported only when it is asked for."""

import importlib
import logging
import os
import sys
from typing import Final

import click

from api.errors import ServiceError
from cypher.errors import StoreError
from loaders.errors import LoaderError

_COMMANDS: Final = {
    "extract": "api.cli.extract",
    "check": "api.cli.check",
    "load": "api.cli.load",
    "remove": "api.cli.remove",
    "trace": "api.cli.trace",
    "search": "api.cli.search",
    "review": "api.cli.review",
    "export": "api.cli.export",
    "serve": "api.cli.serve",
    "neo4j": "api.cli.neo4j",
    "key": "api.cli.key",
    "mcp": "api.cli.mcp",
}
_INTERRUPTED: Final = 130
"""128 + SIGINT, what shells report for a command that Ctrl-C ended."""


class _Commands(click.Group):
    """A group that imports a command's module when the command is named, so that `extract` starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(_COMMANDS[cmd_name]).command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="vanban", message="%(prog)s %(version)s")
def vanban() -> None:
    """Turn Vietnamese official documents into a citation graph with evidence, and ask it.

    Exit status: 0 done; 1 something failed or was not found, and a line on standard error says what;
    2 the command was called in a way that it does not know.
    """


def main() -> None:
    """Runs the command that the process's arguments name, and exits with its status."""
    for stream in (sys.stdout, sys.stderr):
        # Vietnamese text, whatever the locale says.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    # The driver says of each failure that it will try again; what comes of it is said by us.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    try:
        status = vanban.main(prog_name="vanban", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except (LoaderError, StoreError, ServiceError) as error:
        click.echo(f"Error: {error}", err=True)
        status = 1
    except (click.Abort, KeyboardInterrupt):
        status = _INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has what it wanted. What is still buffered must not fail again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    sys.exit(status)
