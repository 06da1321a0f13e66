"""The jars of the local Neo4j: what the lock file names, found in a folder or in the cache, and checked."""

import errno
import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cypher.errors import JarsUnavailableError, NoSpaceError, ServerFolderError
from cypher.file_locks import locked

LOCK_FILE = Path(__file__).with_name("neo4j-jars.lock")
_ARCHIVE_BYTES = 120_000_000


@dataclass(frozen=True, slots=True)
class Jar:
    """One line of the lock file; `size` in bytes."""

    group: str
    artifact: str
    version: str
    classifier: str | None
    sha256: str
    size: int

    @property
    def file_name(self) -> str:
        """The name that Maven gives the file."""
        parts = (self.artifact, self.version, self.classifier)
        return "-".join(part for part in parts if part is not None) + ".jar"


def read_lock(text: str) -> tuple[Jar, ...]:
    """The jars that a lock file's text names, in the order of the class path."""
    return tuple(_parse_row(row) for row in text.splitlines() if row and not row.startswith("#"))


def _parse_row(row: str) -> Jar:
    sha256, size, coordinates = row.split()
    group, artifact, version, *classifier = coordinates.split(":")
    return Jar(group, artifact, version, classifier[0] if classifier else None, sha256, int(size))


def find_jars(folder: Path, jars: tuple[Jar, ...]) -> tuple[Path, ...]:
    """The jars as they stand in `folder` or below it, each checked against the lock."""
    if not folder.is_dir():
        raise JarsUnavailableError(f"{folder} is no folder")
    by_name = {path.name: path for path in folder.rglob("*.jar")}
    missing = [jar.file_name for jar in jars if jar.file_name not in by_name]
    if missing:
        raise JarsUnavailableError(f"{folder} lacks {_few(missing)}")
    wrong = [jar.file_name for jar in jars if hash_file(by_name[jar.file_name]) != jar.sha256]
    if wrong:
        raise JarsUnavailableError(f"{folder} holds other contents than the lock file says for {_few(wrong)}")
    return tuple(by_name[jar.file_name] for jar in jars)


def fetch_jars(cache: Path, jars: tuple[Jar, ...], progress: Callable[[str], None]) -> tuple[Path, ...]:
    """The jars in `cache`; those that are not there yet are fetched and checked first.

    A jar gets its name in the cache when its checksum was found right, so a name and a size are enough later.
    Two processes that need them at once fetch them once.
    """
    paths = tuple(cache / "jars" / jar.file_name for jar in jars)
    if not _missing(cache, jars):
        return paths
    with _writing(cache), locked(cache / "fetch.lock"):
        missing = _missing(cache, jars)
        if missing:
            _require_space(cache, sum(jar.size for jar in missing) + _ARCHIVE_BYTES)
            from cypher.jar_fetching import fetch_into  # what it imports takes 0.1 s, which no later start should pay

            fetch_into(cache, missing, progress)
    return paths


def _missing(cache: Path, jars: tuple[Jar, ...]) -> tuple[Jar, ...]:
    return tuple(jar for jar in jars if not _has_size(cache / "jars" / jar.file_name, jar.size))


def _has_size(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except (FileNotFoundError, NotADirectoryError):
        return False


def _require_space(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise NoSpaceError(str(folder), needed, free)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Make `folder`, and say it plainly when it, or something in it, cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise NoSpaceError(str(folder), _ARCHIVE_BYTES, shutil.disk_usage(folder).free) from error
        reason = f"{error.strerror or error}; set XDG_CACHE_HOME to another folder"
        raise ServerFolderError(str(folder), reason) from error


def hash_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _few(names: list[str]) -> str:
    shown = ", ".join(names[:3])
    return shown if len(names) <= 3 else f"{shown} and {len(names) - 3} more"
