"""`vanban check`: what cannot be right in the citations of files, listed as a linter does. Needs no database."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from api.cli.input_files import find_input_files
from api.cli.options import jobs_option, max_size_option, paths_argument, store_option
from api.cli.record_reading import read_records
from api.cli.reports import Failures, report_skipped
from api.found_defects import FoundDefect, find_file_defects
from loaders.defect_kinds import DEFECT_KINDS


@click.command("check")
@paths_argument
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="One line, or one JSON object, for each defect.",
)
@click.option(
    "--language",
    type=click.Choice(["en", "vi"]),
    default="en",
    show_default=True,
    help="What each line says: the finding in English, or the Vietnamese meaning of its kind and the words themselves.",
)
@click.option(
    "--ignore",
    "ignored",
    multiple=True,
    type=click.Choice(list(DEFECT_KINDS)),
    metavar="KIND",
    help="Leave out defects of this kind, such as missing_so. May be given several times.",
)
@max_size_option
@jobs_option
@store_option
def command(
    paths: tuple[Path, ...],
    output_format: str,
    language: str,
    ignored: tuple[str, ...],
    max_size: int,
    jobs: int | None,
    store_dir: Path,  # noqa: ARG001
) -> None:
    """List what cannot be right in the citations of files: `file:line:column: kind: text`.

    Dates in conflict or after the document's own, years and terms that disagree, an issuer or a type that the
    symbol contradicts, misprinted numbers, and what the first mention of a document leaves out. Line and column
    count from 1. Nothing is changed. PATH is read as `vanban extract` reads it; a file that cannot be read is one
    line on standard error. The exit status is 1 when there is any defect or a file failed.
    """
    found = find_input_files(paths)
    failures = Failures()
    count = 0
    for file, record in read_records(found.files, max_size, failures, jobs):
        for defect in find_file_defects(str(file.path), record):
            if defect.kind not in ignored:
                count += 1
                line = json.dumps(asdict(defect), ensure_ascii=False)
                sys.stdout.write((line if output_format == "json" else _as_line(defect, language)) + "\n")
    sys.stdout.flush()
    report_skipped(found.skipped)
    failures.exit_if_any()
    if count:
        sys.exit(1)


def _as_line(defect: FoundDefect, language: str) -> str:
    says = f"{defect.vietnamese} “{defect.quote}”" if language == "vi" else defect.text
    return f"{defect.file}:{defect.line}:{defect.column}: {defect.kind}: {says}"
