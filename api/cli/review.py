"""`vanban review`: pairs of documents that may be one, and what people decide about them."""

import getpass
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

import click
from rich.console import Console
from rich.text import Text

from api.cli.options import store_option
from api.cli.reports import plural
from api.cli.trace_table import describe, print_indented
from api.connection import open_store
from api.settings import read_settings
from api.wire_reviews import Review, ReviewList
from cypher.decisions import ACCEPTED, REJECTED
from cypher.pages import Wanted
from cypher.reviews import DECISIONS, OPEN, Decision

_PIPED_WIDTH: Final = 120
"""Columns when standard output is no terminal."""
_F = TypeVar("_F", bound=Any)


@click.group("review")
def command() -> None:
    """Decide whether documents that may be the same are one.

    The graph offers pairs, with a score and a reason. What is decided holds whatever is loaded, loaded again or
    removed later, until it is decided otherwise.
    """


@command.command("list")
@click.option(
    "--decision",
    "decisions",
    multiple=True,
    type=click.Choice(DECISIONS),
    default=(OPEN,),
    show_default=True,
    help="Pairs that nobody decided, or that were accepted or rejected; may be given several times.",
)
@click.option("--limit", type=click.IntRange(1, 500), default=50, show_default=True, help="Most pairs.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True, help="What to print."
)
@store_option
def list_pairs(decisions: tuple[str, ...], limit: int, form: str, store_dir: Path) -> None:
    """List pairs of documents that may be one, the likeliest first."""
    with open_store(read_settings(store_dir), must_exist=True) as store:
        page = store.list_reviews(decisions, Wanted(limit, total=True))
    answer = ReviewList.model_validate({"results": page.results, "total": page.total})
    if form == "json":
        print(answer.model_dump_json(indent=2))
        return
    console = Console(highlight=False, width=None if sys.stdout.isatty() else _PIPED_WIDTH)
    _print_pairs(console, answer.results)
    shown = len(answer.results)
    console.print(plural(answer.total, "pair") + (f", the first {shown} shown" if shown < answer.total else ""))


def _deciding(function: _F) -> _F:
    """The arguments and options of a command that decides."""
    for option in (
        store_option,
        click.option("--note", help="Why."),
        click.option("--by", help="Who decides; without it the name of the user who runs the command."),
        click.argument("other", metavar="ID"),
        click.argument("one", metavar="ID"),
    ):
        function = option(function)
    return function


@command.command("accept")
@_deciding
def accept(one: str, other: str, by: str | None, note: str | None, store_dir: Path) -> None:
    """Decide that the documents of two ids are one: citations of either refer to it from now on."""
    _decide(store_dir, one, other, ACCEPTED, by, note)


@command.command("reject")
@_deciding
def reject(one: str, other: str, by: str | None, note: str | None, store_dir: Path) -> None:
    """Decide that the documents of two ids are not one: the pair is not offered again."""
    _decide(store_dir, one, other, REJECTED, by, note)


def _decide(store_dir: Path, one: str, other: str, decision: str, by: str | None, note: str | None) -> None:
    made = Decision(decision, by or getpass.getuser(), datetime.now(UTC).isoformat(timespec="seconds"), note)
    with open_store(read_settings(store_dir), must_exist=True) as store:
        store.decide_review(one, other, made)
    click.echo(f"{decision} {one} and {other}", err=True)


def _print_pairs(console: Console, reviews: Sequence[Review]) -> None:
    for review in reviews:
        score = f"{review.score:.2f}  " if review.score is not None else ""
        console.print(Text.assemble((f"{review.decision}  {score}", "bold"), review.reason or ""))
        if review.by:
            decided = " ".join(
                part for part in (f"by {review.by}", review.at, review.note and f"({review.note})") if part
            )
            print_indented(console, 3, Text(decided, "italic"))
        for id_, document in ((review.one, review.one_document), (review.other, review.other_document)):
            if document:
                print_indented(console, 3, describe(document))
                if document.title and document.code:
                    print_indented(console, 6, Text(document.title, "italic"))
            print_indented(console, 6, Text(id_, "dim"))
