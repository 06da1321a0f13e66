"""Many files read at once, by processes of their own, and handed on in the order in which they were given."""

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from threading import Thread
from typing import Final

from api.cli.input_files import InputFile
from api.cli.reports import Failures, reason_of
from loaders.extraction import extract_document
from loaders.reading import read_file
from loaders.records import Record

_ALONE: Final = 2_000_000
"""Bytes; starting processes takes longer than reading so little."""
_PART: Final = 200_000
"""Bytes of files that a process is given at a time."""
_AHEAD: Final = 3
"""Parts for each process that are read before they are asked for."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of which there is no record, and why."""

    reason: str


def read_records(
    files: Sequence[InputFile],
    max_size: int,
    failures: Failures,
    processes: int | None = None,
    count: Callable[[str], None] = lambda _: None,
) -> Iterator[tuple[InputFile, Record]]:
    """The record of each file that can be read; the others are reported to `failures`.

    As many processes read as are given, else as there are processors; only one, this one, where there is little to
    read.
    """
    if processes is None:
        processes = _processors() if sum(_size(file) for file in files) >= _ALONE else 1
    for file, read in _read_all(files, max_size, processes):
        count(file.source)
        if isinstance(read, Unread):
            failures.report(str(file.path), read.reason)
        else:
            yield file, read


def _read_all(files: Sequence[InputFile], max_size: int, processes: int) -> Iterator[tuple[InputFile, Record | Unread]]:
    if processes == 1:
        for file in files:
            yield file, _read(file, max_size)
        return
    parts: deque[Sequence[InputFile]] = deque(_parts(files))
    while parts:
        with _pool(processes) as pool:
            ahead: deque[tuple[Sequence[InputFile], Future[Path]]] = deque()
            while parts or ahead:
                try:
                    while parts and len(ahead) < processes * _AHEAD:
                        ahead.append((parts[0], pool.read(parts[0], max_size)))
                        parts.popleft()
                    part, future = ahead[0]
                    read = _take(future)
                except BrokenProcessPool:
                    break
                ahead.popleft()
                yield from zip(part, read, strict=True)
        if ahead:
            # A process was ended from outside, or by a file; which one shows when each is read alone.
            part, _ = ahead.popleft()
            yield from zip(part, [_read_apart(file, max_size) for file in part], strict=True)
            parts.extendleft(part for part, _ in reversed(ahead))


def _read_apart(file: InputFile, max_size: int) -> Record | Unread:
    with _pool(1) as pool:
        try:
            return _take(pool.read([file], max_size))[0]
        except BrokenProcessPool:
            return Unread("the process that read it was ended; is there enough memory?")


def _read_part(files: Iterable[InputFile], max_size: int, folder: str) -> Path:
    """The file that has what was read.

    What a process sends is short: of one that is ended while it sends more, the rest would be waited for for ever.
    """
    read = [_read(file, max_size) for file in files]
    with NamedTemporaryFile(dir=folder, delete=False) as file:
        pickle.dump(read, file, pickle.HIGHEST_PROTOCOL)
    return Path(file.name)


def _take(future: Future[Path]) -> list[Record | Unread]:
    """What was read, out of the file that is gone then."""
    path = future.result()
    read: list[Record | Unread] = pickle.loads(path.read_bytes())  # noqa: S301  (a process of ours wrote it, into a folder of ours)
    path.unlink()
    return read


def _read(file: InputFile, max_size: int) -> Record | Unread:
    try:
        return extract_document(read_file(file.path, max_size), file.source)
    except Exception as error:  # one file that fails is not the end of the others
        return Unread(reason_of(error))


@dataclass(frozen=True, slots=True)
class _Pool:
    """Processes that read, and the folder into which they write what they have read."""

    processes: ProcessPoolExecutor
    folder: str

    def read(self, files: Sequence[InputFile], max_size: int) -> Future[Path]:
        return self.processes.submit(_read_part, files, max_size, self.folder)


@contextmanager
def _pool(processes: int) -> Iterator[_Pool]:
    """Processes that end with the block, whatever ends it, and with this process."""
    with TemporaryDirectory(prefix="vanban-") as folder:
        # Not by fork: a driver may run threads here, whose locks a copy would hold for ever.
        pool = ProcessPoolExecutor(processes, get_context("spawn"), _begin)
        try:
            yield _Pool(pool, folder)
        finally:
            pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """In each process: an interrupt is for the one that started it, whose end is its own too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def _parts(files: Sequence[InputFile]) -> Iterator[list[InputFile]]:
    part: list[InputFile] = []
    size = 0
    for file in files:
        part.append(file)
        size += _size(file)
        if size >= _PART:
            yield part
            part, size = [], 0
    if part:
        yield part


def _processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _size(file: InputFile) -> int:
    """Bytes; 0 for a file that cannot be read."""
    try:
        return file.path.stat().st_size
    except OSError:
        return 0
