"""`vanban trace`: the local documents that trace back to one, with the evidence of each step."""

import sys
from pathlib import Path
from typing import Final

import click
from rich.console import Console

from api.cli.options import store_option
from api.cli.trace_table import print_documents, print_trace
from api.connection import open_store
from api.errors import UnknownDocumentError
from api.questions import DEFAULT_HOPS, DEFAULT_RELATIONS, MAX_HOPS, TraceFilters, answer_trace, find_passed
from api.settings import read_settings
from api.wire_questions import TraceAnswer, UnknownAnswer
from loaders.records import LEVELS, RELATIONS

_PIPED_WIDTH: Final = 120
"""Columns when standard output is no terminal."""


@click.command("trace")
@click.argument("name")
@click.option(
    "--relation",
    "relations",
    multiple=True,
    type=click.Choice(RELATIONS),
    metavar="RELATION",
    default=DEFAULT_RELATIONS,
    show_default=True,
    help=f"Relation to follow; may be given several times. One of {', '.join(RELATIONS)}.",
)
@click.option(
    "--level",
    "levels",
    multiple=True,
    type=click.Choice(LEVELS[1:]),
    help="Only documents of this level; may be given several times.",
)
@click.option(
    "--type", "types", multiple=True, help="Only documents of this type (Kế hoạch); may be given several times."
)
@click.option("--held/--not-held", default=None, help="Only documents whose text was loaded, or was not.")
@click.option(
    "--hops", type=click.IntRange(1, MAX_HOPS), default=DEFAULT_HOPS, show_default=True, help="Longest path followed."
)
@click.option("--all-paths", is_flag=True, help="Show every path, at most a hundred of each, not only a shortest one.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True, help="What to print."
)
@store_option
def command(
    name: str,
    relations: tuple[str, ...],
    levels: tuple[str, ...],
    types: tuple[str, ...],
    held: bool | None,
    hops: int,
    all_paths: bool,
    form: str,
    store_dir: Path,
) -> None:
    """Show the local documents that trace back to NAME, and the words that say so.

    NAME is what people write: 32/NQ-CP, "NQ 32/NQ-CP", "Nghị quyết 32/NQ-CP năm 2024", with or without
    accents, or an id. When it may mean several documents they are listed, and the exit status is 1; so it
    is when no document has that name.
    """
    filters = TraceFilters(relations, levels, types, held, hops, all_paths)
    with open_store(read_settings(store_dir), must_exist=True) as store:
        try:
            answer, _ = answer_trace(store, name, filters)
            passed = find_passed(store, answer) if form == "table" else []
        except UnknownDocumentError as error:
            _print_unknown(error, form)
            sys.exit(1)
    if form == "json":
        print(answer.model_dump_json(indent=2))
    elif answer.target is not None:
        print_trace(_console(sys.stdout.isatty()), answer, passed)
    if answer.target is None:
        _print_candidates(name, answer, form)
        sys.exit(1)


def _print_unknown(error: UnknownDocumentError, form: str) -> None:
    if form == "json":
        print(UnknownAnswer(nearest=list(error.nearest)).model_dump_json(indent=2))
    click.echo(f"Error: {error}", err=True)
    if form == "table" and error.nearest:
        click.echo("The nearest are:", err=True)
        print_documents(_console(sys.stderr.isatty(), stderr=True), error.nearest)


def _print_candidates(name: str, answer: TraceAnswer, form: str) -> None:
    count = len(answer.candidates)
    click.echo(f"Error: {name!r} may be any of {count} documents; add the year or the issuer, or give the id", err=True)
    if form == "table":
        print_documents(_console(sys.stderr.isatty(), stderr=True), answer.candidates)


def _console(terminal: bool, stderr: bool = False) -> Console:
    return Console(stderr=stderr, highlight=False, width=None if terminal else _PIPED_WIDTH)
