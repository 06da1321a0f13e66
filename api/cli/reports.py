"""Lines on standard error: files that failed, files that were skipped."""

import sys

import click

from loaders.errors import UnreadableFileError


class Failures:
    """Counts the files that failed, each reported on one line of standard error."""

    def __init__(self) -> None:
        self.count = 0

    def report(self, name: str, reason: str) -> None:
        """Writes and counts one failure."""
        self.count += 1
        click.echo(f"{name}: {' '.join(reason.split())}", err=True)

    def exit_if_any(self) -> None:
        """Ends the command with status 1 when something failed."""
        if self.count:
            sys.exit(1)


def reason_of(error: Exception) -> str:
    """Why a file could not be read."""
    return error.reason if isinstance(error, UnreadableFileError) else f"{type(error).__name__}: {error}"


def report_skipped(skipped: int) -> None:
    """Says how many files of the folders were left out, if any."""
    if skipped:
        click.echo(f"skipped {plural(skipped, 'file')}: not .txt or .md, or named README", err=True)


def show_progress(message: str) -> None:
    """Writes one line of what goes on meanwhile."""
    click.echo(message, err=True)


def plural(count: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
