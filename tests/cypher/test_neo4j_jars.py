"""Fetching, finding and checking jars, from a repository on this machine."""

import hashlib
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from cypher import neo4j_jars
from cypher.errors import JarsUnavailableError, NoSpaceError, ServerFolderError
from cypher.neo4j_jars import LOCK_FILE, Jar, fetch_jars, find_jars, read_lock


@dataclass(slots=True)
class Repository:
    """A Maven repository in a folder, served over HTTP, that counts what it is asked for."""

    folder: Path
    asked: Counter[str] = field(default_factory=Counter)

    def add(self, artifact: str, content: bytes) -> Jar:
        path = self.folder / "org" / "example" / artifact / "1.0" / f"{artifact}-1.0.jar"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return Jar("org.example", artifact, "1.0", None, hashlib.sha256(content).hexdigest(), len(content))


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, repository: Repository) -> None:
        self.repository = repository
        super().__init__(*arguments, directory=str(repository.folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.repository.asked[Path(self.path).name] += 1
        super().do_GET()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name in the base class
        return


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Repository]:
    """A repository that the settings of Maven name as the mirror of everything."""
    repository = Repository(tmp_path / "repository")
    repository.folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, repository=repository)) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,)).start()
        name_mirror(tmp_path / "home", f"http://127.0.0.1:{server.server_port}/", monkeypatch)
        yield repository
        server.shutdown()


def name_mirror(home: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make `home` the user's home, whose settings of Maven name a mirror."""
    (home / ".m2").mkdir(parents=True)
    (home / ".m2" / "settings.xml").write_text(
        '<settings xmlns="http://maven.apache.org/SETTINGS/1.0.0"><mirrors>'
        "<mirror><id>none</id><url>http://127.0.0.1:9/</url><mirrorOf>another</mirrorOf></mirror>"
        f"<mirror><id>all</id><url>{url}</url><mirrorOf>external:*</mirrorOf></mirror></mirrors></settings>"
    )
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("JGO_CONFIG_FILE", str(home / "none"))


def silent(_: str) -> None:
    """Progress that nobody reads."""


def test_the_lock_names_the_server_the_browser_and_every_checksum() -> None:
    jars = read_lock(LOCK_FILE.read_text(encoding="ascii"))

    assert {"neo4j-server", "neo4j", "neo4j-browser"} <= {jar.artifact for jar in jars}
    assert len({jar.file_name for jar in jars}) == len(jars)
    assert all(len(jar.sha256) == 64 and jar.size > 0 for jar in jars)
    assert [jar.file_name for jar in jars] == sorted(jar.file_name for jar in jars)


def test_jars_are_fetched_once_with_progress(repository: Repository, tmp_path: Path) -> None:
    jars = tuple(repository.add(f"part-{number}", b"x" * number) for number in range(30))
    lines: list[str] = []

    paths = fetch_jars(tmp_path / "cache", jars, lines.append)
    again = fetch_jars(tmp_path / "cache", jars, lines.append)

    assert [path.read_bytes() for path in paths] == [b"x" * number for number in range(30)]
    assert again == paths
    assert repository.asked["part-7-1.0.jar"] == 1
    assert lines[0] == "Fetching Neo4j, once: 30 files, 0 MB"
    assert lines[-1] == "Fetching Neo4j: 30 of 30 files, 0 of 0 MB"


def test_two_that_fetch_at_once_fetch_once(repository: Repository, tmp_path: Path) -> None:
    jars = tuple(repository.add(f"part-{number}", b"x" * 1000) for number in range(10))
    threads = [threading.Thread(target=fetch_jars, args=(tmp_path / "cache", jars, silent)) for _ in range(3)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {repository.asked[jar.file_name] for jar in jars} == {1}


def test_only_what_is_missing_or_cut_short_is_fetched_again(repository: Repository, tmp_path: Path) -> None:
    jars = (repository.add("whole", b"whole"), repository.add("short", b"not short"))
    _, short = fetch_jars(tmp_path / "cache", jars, silent)
    short.write_bytes(b"not")

    fetch_jars(tmp_path / "cache", jars, silent)

    assert short.read_bytes() == b"not short"
    assert repository.asked["whole-1.0.jar"] == 1
    assert repository.asked["short-1.0.jar"] == 2


def test_a_jar_with_another_checksum_is_refused_and_not_kept(repository: Repository, tmp_path: Path) -> None:
    jar = repository.add("part", b"good")
    repository.add("part", b"evil")

    with pytest.raises(JarsUnavailableError, match=r"part-1\.0\.jar was fetched, with another checksum"):
        fetch_jars(tmp_path / "cache", (jar,), silent)

    assert not list((tmp_path / "cache" / "jars").iterdir())


def test_a_jar_that_the_repository_lacks_is_named_with_what_to_do(repository: Repository, tmp_path: Path) -> None:
    jar = Jar("org.example", "absent", "1.0", "linux", "0" * 64, 5)

    with pytest.raises(
        JarsUnavailableError, match=r"absent-1\.0-linux\.jar could not be fetched.*VANBAN_JARS.*NEO4J_URI"
    ):
        fetch_jars(tmp_path / "cache", (jar,), silent)


def test_without_a_network_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name_mirror(tmp_path / "home", "http://127.0.0.1:9/", monkeypatch)
    jars = read_lock(LOCK_FILE.read_text(encoding="ascii"))

    with pytest.raises(JarsUnavailableError, match=r"could not be fetched.*VANBAN_JARS.*NEO4J_URI"):
        fetch_jars(tmp_path / "cache", jars, silent)


def test_repositories_of_jgo_settings_come_first(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jar = repository.add("part", b"part")
    settings = tmp_path / "jgo.conf"
    settings.write_text("[repositories]\nours = http://127.0.0.1:9\n")
    monkeypatch.setenv("JGO_CONFIG_FILE", str(settings))

    with pytest.raises(JarsUnavailableError):
        fetch_jars(tmp_path / "cache", (jar,), silent)

    assert not repository.asked


def test_a_full_disk_is_said_before_the_fetch(tmp_path: Path) -> None:
    jar = Jar("org.example", "huge", "1.0", None, "0" * 64, 10**18)

    with pytest.raises(NoSpaceError, match=r"no space in .*cache: 1000000000120 MB are needed"):
        fetch_jars(tmp_path / "cache", (jar,), silent)


def test_a_cache_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(ServerFolderError, match=r"file/cache cannot be used by the local Neo4j: .*XDG_CACHE_HOME"):
        fetch_jars(tmp_path / "file" / "cache", (Jar("g", "a", "1", None, "0" * 64, 5),), silent)


def test_a_named_folder_is_searched_and_checked(repository: Repository) -> None:
    jars = (repository.add("second", b"2"), repository.add("first", b"1"))

    assert [path.name for path in find_jars(repository.folder, jars)] == ["second-1.0.jar", "first-1.0.jar"]


def test_a_named_folder_with_a_wrong_missing_or_no_jar_is_refused(repository: Repository, tmp_path: Path) -> None:
    jar = repository.add("part", b"good")
    absent = [Jar("g", f"absent{number}", "1", None, "0" * 64, 5) for number in range(5)]

    with pytest.raises(JarsUnavailableError, match=r"lacks absent0-1\.jar, absent1-1\.jar, absent2-1\.jar and 2 more"):
        find_jars(repository.folder, (jar, *absent))
    repository.add("part", b"evil")
    with pytest.raises(JarsUnavailableError, match=r"other contents than the lock file says for part-1\.0\.jar"):
        find_jars(repository.folder, (jar,))
    with pytest.raises(JarsUnavailableError, match="none is no folder"):
        find_jars(tmp_path / "none", (jar,))


def test_the_hash_is_that_of_the_content(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")

    assert neo4j_jars.hash_file(tmp_path / "a") == hashlib.sha256(b"abc").hexdigest()
