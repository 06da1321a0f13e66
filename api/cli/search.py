"""`vanban search`: documents and tasks by words."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click
from rich.console import Console
from rich.text import Text

from api.cli.options import store_option
from api.cli.reports import plural
from api.cli.trace_table import describe, print_documents, print_indented
from api.connection import open_store
from api.settings import read_settings
from api.wire_documents import ListedTask, SearchAnswer
from cypher.pages import Wanted
from cypher.results import DocumentFilters
from loaders.records import LEVELS

_PIPED_WIDTH: Final = 120
"""Columns when standard output is no terminal."""


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--type", "type_name", help="Only documents of this type (Kế hoạch).")
@click.option("--level", type=click.Choice(LEVELS), help="Only documents of this level.")
@click.option("--held/--not-held", default=None, help="Only documents whose text was loaded, or was not.")
@click.option(
    "--limit", type=click.IntRange(1, 500), default=10, show_default=True, help="Most documents, and most tasks."
)
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True, help="What to print."
)
@store_option
def command(
    words: tuple[str, ...],
    type_name: str | None,
    level: str | None,
    held: bool | None,
    limit: int,
    form: str,
    store_dir: Path,
) -> None:
    """Find documents and tasks by WORDS: of a title, a number, a place, a task.

    Accents and case do not matter. A document with the number or the name that was typed comes first, then those with
    all of the words; where none has all, those with some. Options on documents leave the tasks out. The exit status is
    1 when nothing was found.
    """
    text = " ".join(words)
    filters, part = DocumentFilters(type=type_name, level=level, held=held), Wanted(limit, total=True)
    with open_store(read_settings(store_dir), must_exist=True) as store:
        documents = store.search_documents(text, filters, part)
        tasks = store.search_tasks(text, wanted=part) if filters == DocumentFilters() else None
    answer = SearchAnswer.model_validate(
        {
            "documents": documents.results,
            "documents_total": documents.total,
            "tasks": tasks.results if tasks else (),
            "tasks_total": tasks.total if tasks else 0,
        }
    )
    if form == "json":
        print(answer.model_dump_json(indent=2))
    else:
        _print_answer(answer)
    if not answer.documents and not answer.tasks:
        click.echo(f"Error: nothing has words of {text!r}", err=True)
        sys.exit(1)


def _print_answer(answer: SearchAnswer) -> None:
    console = Console(highlight=False, width=None if sys.stdout.isatty() else _PIPED_WIDTH)
    if answer.documents:
        console.print(_count(answer.documents_total, len(answer.documents), "document"), style="bold")
        print_documents(console, answer.documents)
    if answer.tasks:
        console.print(_count(answer.tasks_total, len(answer.tasks), "task"), style="bold")
        _print_tasks(console, answer.tasks)


def _count(total: int, shown: int, what: str) -> str:
    return plural(total, what) + (f", the best {shown} of them" if shown < total else "")


def _print_tasks(console: Console, tasks: Sequence[ListedTask]) -> None:
    for one in tasks:
        task = one.task
        print_indented(console, 2, Text(" ".join(task.text.split())))
        roles = "; ".join(f"{item.body.name if item.body else item.text} ({item.role})" for item in task.assigned)
        what = (roles, task.deadline_text and f"deadline: {task.deadline_text}")
        print_indented(console, 6, Text("  ".join(part for part in what if part) or "names nobody", "italic"))
        print_indented(console, 6, Text.assemble(describe(one.document), (f"  {task.id}", "dim")))
