"""Fetching the jars of the local Neo4j from a Maven repository, with the progress told."""

import shutil
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from xml.etree import ElementTree

from jgo.config import GlobalSettings
from jgo.maven import MavenContext
from requests import RequestException

from cypher.errors import JarsUnavailableError
from cypher.neo4j_jars import Jar, hash_file

_THREADS = 8
_TRIES = 3
_TIMEOUT_SECONDS = 30
_REPORT_EVERY = 20


def fetch_into(cache: Path, jars: tuple[Jar, ...], progress: Callable[[str], None]) -> None:
    """Fetch `jars` into the folder `jars` of `cache`, each checked before it gets its name there."""
    downloads = cache / "downloads"
    shutil.rmtree(downloads, ignore_errors=True)
    (cache / "jars").mkdir(exist_ok=True)
    context = MavenContext(repo_cache=downloads, remote_repos=_repositories(), timeout=_TIMEOUT_SECONDS)
    progress(f"Fetching Neo4j, once: {len(jars)} files, {_megabytes(jars)} MB")
    stopped = threading.Event()
    with ThreadPoolExecutor(_THREADS) as pool:
        fetches = {pool.submit(_fetch, context, jar, cache / "jars", stopped): jar for jar in jars}
        try:
            fetched: list[Jar] = []
            for fetch in as_completed(fetches):
                fetch.result()
                fetched.append(fetches[fetch])
                if len(fetched) % _REPORT_EVERY == 0 or len(fetched) == len(jars):
                    progress(
                        f"Fetching Neo4j: {len(fetched)} of {len(jars)} files,"
                        f" {_megabytes(fetched)} of {_megabytes(jars)} MB"
                    )
        except BaseException:
            stopped.set()
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    shutil.rmtree(downloads, ignore_errors=True)


def _megabytes(jars: Sequence[Jar]) -> int:
    return sum(jar.size for jar in jars) // 1_000_000


def _fetch(context: MavenContext, jar: Jar, folder: Path, stopped: threading.Event) -> None:
    """Put `jar` into `folder`, or say why that is not possible; a broken download is tried again."""
    reason = ""
    artifact = context.project(jar.group, jar.artifact).at_version(jar.version).artifact(jar.classifier or "")
    for _ in range(_TRIES):
        if stopped.is_set():
            return
        try:
            path = artifact.resolve()
        except (RequestException, RuntimeError) as error:
            reason = f"{jar.file_name} could not be fetched ({error})"
            continue
        if hash_file(path) == jar.sha256:
            path.replace(folder / jar.file_name)
            return
        path.unlink()
        reason = f"{jar.file_name} was fetched, with another checksum than the lock file's"
    raise JarsUnavailableError(reason)


def _repositories() -> dict[str, str] | None:
    """The repositories that this machine's settings of jgo or Maven name, or None for the usual one."""
    return dict(GlobalSettings.load().repositories) or _maven_mirror(Path.home() / ".m2" / "settings.xml")


def _maven_mirror(settings: Path) -> dict[str, str] | None:
    """The mirror of everything, or of Maven's central repository, that Maven's settings name."""
    if not settings.is_file():
        return None
    try:
        mirrors = ElementTree.parse(settings).getroot().iterfind("{*}mirrors/{*}mirror")  # noqa: S314 - the user's own file
        for mirror in mirrors:
            mirrored = (mirror.findtext("{*}mirrorOf") or "").replace(" ", "").split(",")
            url = (mirror.findtext("{*}url") or "").strip().rstrip("/")
            if url and not {"*", "external:*", "central"}.isdisjoint(mirrored) and "!central" not in mirrored:
                return {"mirror": url}
    except ElementTree.ParseError as error:
        raise JarsUnavailableError(f"{settings} cannot be read ({error})") from error
    return None
