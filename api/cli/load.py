"""`vanban load`: files into the graph."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import click

from api.cli.input_files import find_input_files
from api.cli.options import jobs_option, max_size_option, paths_argument, store_option
from api.cli.progress_bar import counting
from api.cli.record_reading import read_records
from api.cli.reports import Failures, plural, report_skipped, show_progress
from api.connection import open_store
from api.settings import read_settings
from cypher.errors import LocalServerError, StoreUnavailableError
from cypher.results import PutResult


@dataclass(slots=True)
class _Summary:
    """Counts of what a load did."""

    actions: Counter[str] = field(default_factory=Counter)
    citations: int = 0
    tasks: int = 0
    unresolved: int = 0
    documents: list[str] = field(default_factory=list)
    """Ids of what was loaded, for counting what is unresolved when all of it is there."""

    def add(self, result: PutResult) -> None:
        self.actions[result.action] += 1
        self.citations += result.citations
        self.tasks += result.tasks
        self.documents.append(result.document_id)

    def line(self, failed: int) -> str:
        """`10 documents (10 created), 61 citations, 32 tasks, 3 unresolved, 0 failed`."""
        actions = ", ".join(f"{count} {action}" for action, count in sorted(self.actions.items()))
        counts = (
            plural(self.actions.total(), "document") + (f" ({actions})" if actions else ""),
            plural(self.citations, "citation"),
            plural(self.tasks, "task"),
            f"{self.unresolved} unresolved",
            f"{failed} failed",
        )
        return ", ".join(counts)


@click.command("load")
@paths_argument
@click.option("--replace", is_flag=True, help="Where another text with the same id is held, take the new one.")
@max_size_option
@jobs_option
@store_option
def command(paths: tuple[Path, ...], replace: bool, max_size: int, jobs: int | None, store_dir: Path) -> None:
    """Load files into the graph.

    PATH is a file, or a folder whose .txt and .md files are read (not README*), however deep. Loading a file
    again replaces what it said before; the order of loading does not matter. A file that fails is one line on
    standard error; the others are loaded, and the exit status is 1.
    """
    settings = read_settings(store_dir)
    found = find_input_files(paths)
    failures = Failures()
    summary = _Summary()
    with open_store(settings, progress=show_progress) as store:
        try:
            with counting(len(found.files)) as count:
                records = (record for _, record in read_records(found.files, max_size, failures, jobs, count))
                for result in store.put_many(records, replace):
                    if result.refusal is not None:
                        failures.report(result.source, str(result.refusal).removeprefix(f"{result.source}: "))
                    else:
                        summary.add(result)
                summary.unresolved = store.count_unresolved(summary.documents)
        except (StoreUnavailableError, LocalServerError) as error:
            reason = f"{error}\nWhat was loaded before is kept; run the same command again to go on."
            raise click.ClickException(reason) from error
        finally:
            report_skipped(found.skipped)
            click.echo(summary.line(failures.count), err=True)
    failures.exit_if_any()
