"""The files that a command's PATH arguments name."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_SUFFIXES: Final = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read, and the name that its records and evidence carry."""

    path: Path
    source: str
    """Relative to the folder that was named, so that it is the same from every working directory; a file
    that was named itself has its bare name."""


@dataclass(frozen=True, slots=True)
class InputFiles:
    """What the arguments name, in their order; files of a folder in the order of their names."""

    files: tuple[InputFile, ...]
    skipped: int
    """Files in folders that are neither `.txt` nor `.md`, or whose name begins with README."""


def find_input_files(paths: Sequence[Path]) -> InputFiles:
    """The files that `paths` name: each file itself, and of each folder, however deep, those that can be read.

    A path that is not there is kept: reading it is what fails, on its own line.
    """
    files: list[InputFile] = []
    skipped = 0
    for path in paths:
        if not path.is_dir():
            files.append(InputFile(path, _printable(path.name)))
            continue
        for found in _walk(path):
            if found.suffix.lower() in _SUFFIXES and not found.name.lower().startswith("readme"):
                files.append(InputFile(found, _printable(found.relative_to(path).as_posix())))
            else:
                skipped += 1
    return InputFiles(tuple(files), skipped)


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(parent, name) for name in sorted(names))


def _printable(name: str) -> str:
    """`name` with bytes that are not UTF-8 replaced: it must be writable as JSON."""
    return os.fsencode(name).decode("utf-8", "replace")
