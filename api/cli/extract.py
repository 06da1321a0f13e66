"""`vanban extract`: records of files as JSON Lines. Needs no database, and imports none."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from api.cli.input_files import find_input_files
from api.cli.options import jobs_option, max_size_option, paths_argument, store_option
from api.cli.record_reading import read_records
from api.cli.reports import Failures, report_skipped
from api.text_lines import TextLines
from loaders.explanation import REASONS, explain
from loaders.record_json import record_to_json
from loaders.records import Record


@click.command("extract")
@paths_argument
@click.option(
    "--explain",
    "explained",
    is_flag=True,
    help="Instead of records, list what was left out and what was left open, and why; parted by tabs.",
)
@max_size_option
@jobs_option
@store_option
def command(
    paths: tuple[Path, ...],
    explained: bool,
    max_size: int,
    jobs: int | None,
    store_dir: Path,  # noqa: ARG001
) -> None:
    """Write what is read from files, one JSON object a line.

    PATH is a file, or a folder whose .txt and .md files are read (not README*), however deep. A file that
    cannot be read is one line on standard error; the others are read, and the exit status is 1.
    Nothing is stored.
    """
    found = find_input_files(paths)
    failures = Failures()
    for file, record in read_records(found.files, max_size, failures, jobs):
        if explained:
            sys.stdout.writelines(line + "\n" for line in _explained(str(file.path), record))
        else:
            sys.stdout.write(json.dumps(record_to_json(record), ensure_ascii=False) + "\n")
    sys.stdout.flush()
    report_skipped(found.skipped)
    failures.exit_if_any()


def _explained(file: str, record: Record) -> Iterator[str]:
    """file:line:column, "no citation" or "open", the words, and why or which fields; by place, parted by tabs."""
    lines = TextLines(record.text)
    explanation = explain(record)
    rows = [(n.start, "no citation", n.words, f"{n.reason}: {REASONS[n.reason]}") for n in explanation.left_out]
    for unsettled in explanation.unsettled:
        known = ", ".join(f"{field} {value}" for field, value in unsettled.known)
        why = f"no {', '.join(unsettled.fields)}; known: {known}"
        rows.append((unsettled.citation.start, "open", unsettled.citation.quote, why))
    for start, *cells in sorted(rows, key=lambda row: row[0]):
        line, column = lines.place_of(start)
        yield "\t".join((f"{file}:{line}:{column}", *cells))
