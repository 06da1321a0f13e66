"""What the Java of the local Neo4j needs: the jars, and the archives that make it start fast."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from cypher.errors import ServerFolderError
from cypher.file_locks import locked
from cypher.neo4j_jars import LOCK_FILE, Jar, fetch_jars, find_jars, read_lock
from cypher.neo4j_process import write_base_archive


def prepare_jars(progress: Callable[[str], None]) -> tuple[tuple[Path, ...], Path | None]:
    """The jars of the class path, and the file for the classes loaded from them, if it can be written."""
    jars = read_lock(LOCK_FILE.read_text(encoding="ascii"))
    cache = _cache_folder(jars)
    named = os.environ.get("VANBAN_JARS")
    paths = find_jars(Path(named).expanduser().resolve(), jars) if named else fetch_jars(cache, jars, progress)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with locked(cache / "fetch.lock"):
            write_base_archive()
    except OSError:
        return paths, None
    digest = hashlib.sha256("\n".join(map(str, paths)).encode()).hexdigest()
    return paths, cache / f"classes-{digest[:12]}.jsa"


def _cache_folder(jars: tuple[Jar, ...]) -> Path:
    """The folder that all stores of this user share, one for each version of Neo4j."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(named) if named.startswith("/") else Path.home() / ".cache"
    version = next(jar.version for jar in jars if jar.artifact == "neo4j")
    folder = base / "vanban" / f"neo4j-{version}"
    if os.pathsep in str(folder):
        reason = f"Java takes no {os.pathsep!r} in it; set XDG_CACHE_HOME to another folder"
        raise ServerFolderError(str(folder), reason)
    return folder
