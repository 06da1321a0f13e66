"""`vanban extract`: records of files as JSON Lines. Needs no database, and imports none."""

import json
import sys
from pathlib import Path

import click

from api.cli.input_files import find_input_files
from api.cli.options import max_size_option, paths_argument, store_option
from api.cli.reports import Failures, report_skipped
from loaders.extraction import extract_document
from loaders.reading import read_file
from loaders.record_json import record_to_json


@click.command("extract")
@paths_argument
@max_size_option
@store_option
def command(paths: tuple[Path, ...], max_size: int, store_dir: Path) -> None:  # noqa: ARG001
    """Write what is read from files, one JSON object a line.

    PATH is a file, or a folder whose .txt and .md files are read (not README*), however deep. A file that
    cannot be read is one line on standard error; the others are read, and the exit status is 1.
    Nothing is stored.
    """
    found = find_input_files(paths)
    failures = Failures()
    for file in found.files:
        with failures.of(file):
            record = extract_document(read_file(file.path, max_size), file.source)
            line = json.dumps(record_to_json(record), ensure_ascii=False)
            sys.stdout.write(line + "\n")
    sys.stdout.flush()
    report_skipped(found.skipped)
    failures.exit_if_any()
