"""The local Neo4j as commands meet it: started once, shared, killed, idle, over odd folders."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase

from cypher import local_server
from cypher.errors import (
    HeapSizeError,
    IdleSecondsError,
    JarsUnavailableError,
    LocalServerStoppedError,
    ServerFolderError,
    ServerStartError,
)
from cypher.local_server import ServerAddress
from cypher.server_folder import ServerFolder
from cypher.store import Store
from tests.cypher_server import running_server
from tests.processes import process_is_gone, wait_until

_START = """
import sys
from pathlib import Path
from cypher import local_server
print(local_server.start(Path(sys.argv[1])).uri)
"""


@pytest.fixture(scope="module")
def store_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store with a space and Vietnamese letters in its path, over which the tests of this file run."""
    path = tmp_path_factory.mktemp("local") / "kho dữ liệu Đề án"
    yield path
    local_server.stop(path)


@pytest.fixture
def folder(store_dir: Path) -> ServerFolder:
    return ServerFolder(store_dir)


def connect(address: ServerAddress) -> Driver:
    return GraphDatabase.driver(address.uri, auth=(address.username, address.password))


def count_marks(address: ServerAddress) -> int:
    """How many nodes `mark` has left."""
    with connect(address) as driver:
        (row,) = driver.execute_query("MATCH (m:Mark) RETURN count(m) AS marks", database_=address.database).records
    return int(row["marks"])


def read_setting(address: ServerAddress, name: str) -> str:
    """The value of a setting as the server has it."""
    with connect(address) as driver:
        rows = driver.execute_query(
            "SHOW SETTINGS YIELD name, value WHERE name = $name RETURN value", name=name, database_=address.database
        ).records
    return str(rows[0]["value"])


def mark(address: ServerAddress) -> None:
    with connect(address) as driver:
        driver.execute_query("CREATE (:Mark)", database_=address.database)


def run_start(store_dir: Path) -> "subprocess.Popen[str]":
    """A command of its own that starts the server."""
    return subprocess.Popen([sys.executable, "-c", _START, store_dir], stdout=subprocess.PIPE, text=True)


def listening_addresses(port: int) -> set[str]:
    """The local addresses on which anybody listens on `port`, as the system writes them."""
    tables = [Path(path).read_text() for path in ("/proc/net/tcp", "/proc/net/tcp6") if Path(path).exists()]
    rows = [row.split() for table in tables for row in table.splitlines()[1:]]
    return {row[1].split(":")[0] for row in rows if row[3] == "0A" and int(row[1].split(":")[1], 16) == port}


def test_the_first_start_answers_and_the_second_is_the_same_server(store_dir: Path, folder: ServerFolder) -> None:
    assert local_server.status(store_dir) is None

    address = local_server.start(store_dir)
    mark(address)
    process_id = folder.read_process_id()

    assert local_server.start(store_dir) == address
    assert local_server.status(store_dir) == address
    assert folder.read_process_id() == process_id
    assert count_marks(address) == 1


def test_the_password_is_private_and_random_and_the_server_on_loopback_only(
    store_dir: Path, folder: ServerFolder, neo4j_server: ServerAddress
) -> None:
    address = local_server.start(store_dir)
    state = folder.read_state()

    assert state is not None
    assert state.password == address.password != neo4j_server.password
    assert folder.state_file.stat().st_mode & 0o777 == 0o600
    assert folder.home.stat().st_mode & 0o777 == 0o700
    assert not [
        path for path in folder.home.rglob("*") if path.is_file() and state.password.encode() in path.read_bytes()
    ]
    for port in (state.bolt_port, state.http_port):
        assert listening_addresses(port) <= {"0100007F", "0000000000000000FFFF00000100007F"}


def test_stores_in_two_folders_run_side_by_side(store_dir: Path, neo4j_server: ServerAddress) -> None:
    address = local_server.start(store_dir)

    assert address.uri != neo4j_server.uri
    assert address.browser_url != neo4j_server.browser_url
    assert count_marks(neo4j_server) == 0
    assert count_marks(address) == 1


def test_a_relative_folder_is_the_same_store(store_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = local_server.start(store_dir)
    monkeypatch.chdir(store_dir.parent)

    assert local_server.start(Path(store_dir.name)) == address


def test_a_killed_server_starts_again_with_its_data(store_dir: Path, folder: ServerFolder) -> None:
    local_server.start(store_dir)
    killed = kill_server(folder)
    assert local_server.status(store_dir) is None

    address = local_server.start(store_dir)

    assert folder.read_process_id() != killed
    assert count_marks(address) == 1


def test_a_server_that_is_dying_is_not_taken_for_one_that_answers(store_dir: Path, folder: ServerFolder) -> None:
    """The system takes connections for it until it has gone."""
    local_server.start(store_dir)
    dying = folder.read_process_id()
    assert dying is not None
    os.kill(dying, signal.SIGKILL)

    address = local_server.start(store_dir)

    assert folder.read_process_id() != dying
    assert count_marks(address) == 1


def test_a_server_told_to_end_is_waited_for_and_started_again(store_dir: Path, folder: ServerFolder) -> None:
    local_server.start(store_dir)
    ending = folder.read_process_id()
    assert ending is not None
    os.kill(ending, signal.SIGTERM)

    address = local_server.start(store_dir)

    assert wait_until(lambda: process_is_gone(ending))
    assert count_marks(local_server.start(store_dir)) == 1
    assert address.username == "neo4j"


def test_stop_ends_it_and_says_whether_it_ran(store_dir: Path, folder: ServerFolder) -> None:
    local_server.start(store_dir)
    process_id = folder.read_process_id()
    assert process_id is not None

    assert local_server.stop(store_dir) is True
    assert process_is_gone(process_id)
    assert local_server.status(store_dir) is None
    assert local_server.stop(store_dir) is False


def test_later_starts_use_the_archive_of_loaded_classes(store_dir: Path, folder: ServerFolder) -> None:
    """Java writes it when a server stops, and reads it only over the same class path."""
    local_server.start(store_dir)
    local_server.stop(store_dir)

    local_server.start(store_dir)

    mapped = Path(f"/proc/{folder.read_process_id()}/maps").read_text()
    assert "/classes.jsa" in mapped
    assert "/classes-" in mapped


def test_stop_and_status_make_no_folder(tmp_path: Path) -> None:
    assert local_server.stop(tmp_path / "none") is False
    assert local_server.status(tmp_path / "none") is None
    assert not (tmp_path / "none").exists()


def test_commands_that_start_it_at_once_end_with_one_server(store_dir: Path, folder: ServerFolder) -> None:
    local_server.stop(store_dir)

    starts = [run_start(store_dir) for _ in range(4)]
    uris = {start.communicate()[0] for start in starts}

    assert [start.returncode for start in starts] == [0, 0, 0, 0]
    address = local_server.start(store_dir)
    assert uris == {f"{address.uri}\n"}
    assert find_processes(f"\0--home-dir={folder.home}\0") == [folder.read_process_id()]
    assert len(find_watches(folder)) == 1
    assert count_marks(address) == 1


@pytest.mark.parametrize("reached", ["state_file", "process_file", "neo4j_log"])
def test_a_start_that_is_killed_is_taken_over(store_dir: Path, folder: ServerFolder, reached: str) -> None:
    """Whether the killed command was about to start the server, or had it coming up."""
    local_server.stop(store_dir)
    kill_start_at(getattr(folder, reached), store_dir)
    came_up = folder.read_process_id() if folder.server_lives() else None

    address = local_server.start(store_dir)

    assert count_marks(address) == 1
    assert came_up in (None, folder.read_process_id())


def test_a_first_start_that_is_killed_is_taken_over(tmp_path: Path) -> None:
    """With a password that the file and the server agree on."""
    kill_start_at(ServerFolder(tmp_path).home / "run" / "arguments", tmp_path)

    with running_server(tmp_path) as address:
        assert count_marks(address) == 0


def kill_start_at(path: Path, store_dir: Path) -> None:
    """Run a command that starts the server and kill it when it has written `path`."""
    before = path.stat().st_mtime_ns if path.exists() else None
    start = run_start(store_dir)
    assert wait_until(lambda: path.exists() and path.stat().st_mtime_ns != before)
    start.kill()
    start.communicate()
    assert start.returncode == -signal.SIGKILL


def test_another_watch_comes_when_the_watch_was_killed(store_dir: Path, folder: ServerFolder) -> None:
    address = local_server.start(store_dir)
    kill_watch(folder)

    assert local_server.start(store_dir) == address

    assert wait_until(lambda: find_watches(folder))
    assert count_marks(address) == 1


def test_it_stops_when_idle_and_not_while_it_is_used(
    store_dir: Path, folder: ServerFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    local_server.stop(store_dir)
    monkeypatch.setenv("VANBAN_IDLE_SECONDS", "0.5")
    with local_server.using(store_dir) as address:
        time.sleep(1.3)
        assert local_server.status(store_dir) == address
        driver = connect(address)
        driver.verify_connectivity()
    time.sleep(1.3)
    assert local_server.status(store_dir) == address
    driver.close()

    assert wait_until(lambda: not folder.server_lives())
    assert wait_until(lambda: not find_watches(folder))
    assert local_server.stop(store_dir) is False


def test_a_store_keeps_its_ports(store_dir: Path) -> None:
    """Programs and bookmarks that know the address find the server again."""
    address = local_server.start(store_dir)
    local_server.stop(store_dir)

    assert local_server.start(store_dir) == address


def test_foreign_ports_are_left_to_their_owners(
    store_dir: Path, folder: ServerFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when somebody takes the port between the look and the start."""
    before = local_server.start(store_dir)
    local_server.stop(store_dir)
    state = folder.read_state()
    assert state is not None
    with (
        socket.create_server(("127.0.0.1", state.bolt_port)),
        socket.create_server(("127.0.0.1", state.http_port)),
    ):
        looks = iter([True, True])
        monkeypatch.setattr(local_server, "port_is_free", lambda _: next(looks))

        address = local_server.start(store_dir)

        assert address.uri != before.uri
        assert address.browser_url != before.browser_url
        assert count_marks(address) == 1


def test_a_server_that_died_is_found_again_and_one_that_was_stopped_is_not(
    store_dir: Path, folder: ServerFolder
) -> None:
    address = local_server.start(store_dir)
    assert local_server.find_again(store_dir) == address
    kill_server(folder)
    said: list[str] = []

    assert local_server.find_again(store_dir, said.append) == address
    assert count_marks(address) == 1
    assert "without being told to" in said[0]

    local_server.stop(store_dir)
    with pytest.raises(LocalServerStoppedError, match="was stopped; start it: vanban neo4j start --store"):
        local_server.find_again(store_dir)
    assert not folder.server_lives()


def test_another_server_on_the_port_of_a_stopped_one_is_not_taken_for_it(
    store_dir: Path, folder: ServerFolder, tmp_path: Path
) -> None:
    address = local_server.start(store_dir)
    other = tmp_path / "other"

    def find_again() -> str:
        return local_server.find_again(store_dir).uri

    with Store(address.uri, address.username, address.password, address.database, find_again=find_again) as store:
        store.ensure_schema()
        local_server.stop(store_dir)
        state = folder.read_state()
        assert state is not None
        ServerFolder(other).path.mkdir(mode=0o700)
        ServerFolder(other).write_state(replace(state, password="another-password"))
        try:
            assert local_server.start(other).uri == address.uri
            with pytest.raises(LocalServerStoppedError):
                store.counts()
        finally:
            local_server.stop(other)


def test_a_server_without_folder_is_not_found_again(tmp_path: Path) -> None:
    with pytest.raises(LocalServerStoppedError):
        local_server.find_again(tmp_path / "gone")
    assert not (tmp_path / "gone").exists()


def test_a_server_that_has_to_stay_is_not_idle_until_it_is_stopped(
    store_dir: Path, folder: ServerFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    local_server.stop(store_dir)
    monkeypatch.setenv("VANBAN_IDLE_SECONDS", "0.4")
    local_server.start(store_dir)
    local_server.start(store_dir, stays=True)
    kill_server(folder)
    local_server.start(store_dir)
    time.sleep(1.5)
    assert folder.server_lives()

    local_server.stop(store_dir)
    local_server.start(store_dir)
    assert wait_until(lambda: not folder.server_lives())


def test_what_the_browser_runs_is_set_while_nobody_uses_the_server(store_dir: Path, folder: ServerFolder) -> None:
    local_server.start(store_dir)
    commands = "guide http://localhost:9/guide; style http://localhost:9/style.grass"
    address = local_server.start(store_dir, on_connect=commands)
    assert address.on_connect == read_setting(address, "browser.post_connect_cmd") == commands

    with local_server.using(store_dir) as used:
        other = local_server.start(store_dir, on_connect="help")
    assert used == other == address
    kill_server(folder)
    assert local_server.start(store_dir) == address


def test_settings_of_the_stores_own_replace_ours(
    store_dir: Path, folder: ServerFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    local_server.stop(store_dir)
    monkeypatch.setenv("VANBAN_HEAP", "1g")
    folder.own_settings.write_text("# ours\nserver.memory.pagecache.size = 80m\ndb.lock.acquisition.timeout=90s\n")

    address = local_server.start(store_dir)

    assert read_setting(address, "server.memory.heap.max_size") == "1.00GiB"
    assert read_setting(address, "server.memory.pagecache.size") == "80.00MiB"
    assert read_setting(address, "db.lock.acquisition.timeout") == "1m30s"
    folder.own_settings.unlink()


@pytest.mark.parametrize("text", ["lots", "511m", "0g", "1.5g", "-1g", "1t"])
def test_heap_sizes_that_are_none_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("VANBAN_HEAP", text)

    with pytest.raises(HeapSizeError, match=f"VANBAN_HEAP is '{text}'"):
        local_server.start(tmp_path)


def test_a_state_file_from_before_a_reboot_is_not_believed(store_dir: Path, folder: ServerFolder) -> None:
    """Its port may be another program's by now."""
    local_server.stop(store_dir)
    with socket.create_server(("127.0.0.1", 0)) as foreign:
        state = json.loads(folder.state_file.read_text())
        folder.state_file.write_text(json.dumps(state | {"bolt_port": foreign.getsockname()[1], "ready": True}))
        folder.process_file.write_text(str(os.getpid()))
        assert local_server.status(store_dir) is None

        address = local_server.start(store_dir)

    assert count_marks(address) == 1


def test_a_store_without_its_password_is_refused(store_dir: Path, folder: ServerFolder) -> None:
    local_server.stop(store_dir)
    kept = folder.state_file.rename(folder.path / "kept")

    with pytest.raises(ServerFolderError, match=r"neo4j\.json with its password is gone; put that file back"):
        local_server.start(store_dir)

    kept.rename(folder.state_file)


def test_a_server_whose_folder_is_removed_ends(store_dir: Path, folder: ServerFolder) -> None:
    local_server.start(store_dir)
    moved = ServerFolder(folder.path.with_name("moved"))
    folder.path.rename(moved.path)

    assert wait_until(lambda: not moved.server_lives())

    moved.path.rename(folder.path)
    assert count_marks(local_server.start(store_dir)) == 1


def test_a_start_that_fails_shows_what_the_server_wrote(tmp_path: Path) -> None:
    (tmp_path / "neo4j").mkdir()
    (tmp_path / "neo4j" / "data").touch()

    with pytest.raises(ServerStartError, match=r"(?s)did not start: .*data.*NEO4J_URI"):
        local_server.start(tmp_path)

    assert local_server.status(tmp_path) is None


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(
        ServerFolderError, match=r"file/store cannot be used by the local Neo4j: Not a directory; .*--store"
    ):
        local_server.start(tmp_path / "file" / "store")


@pytest.mark.parametrize("text", ["ten", "-1", "nan", "inf"])
def test_idle_seconds_that_are_none_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("VANBAN_IDLE_SECONDS", text)

    with pytest.raises(IdleSecondsError, match=f"VANBAN_IDLE_SECONDS is '{text}'"):
        local_server.start(tmp_path)


def test_named_jars_are_checked_before_anything_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "jars").mkdir()
    monkeypatch.setenv("VANBAN_JARS", str(tmp_path / "jars"))

    with pytest.raises(JarsUnavailableError, match=r"jars lacks .* and 214 more; set VANBAN_JARS"):
        local_server.start(tmp_path / "store")


def find_watches(folder: ServerFolder) -> list[int]:
    """The processes that watch the folder."""
    return find_processes(f"\0cypher.idle_watch\0{folder.path}\0")


def find_processes(arguments: str) -> list[int]:
    """The processes whose command line has these arguments, each ended by a zero."""
    lines = {path: read_bytes(path) for path in Path("/proc").glob("[0-9]*/cmdline")}
    return [int(path.parent.name) for path, line in lines.items() if arguments.encode() in line]


def read_bytes(path: Path) -> bytes:
    """The content of a file that may be gone by now."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def kill_server(folder: ServerFolder) -> int:
    """The process that was the server's."""
    process_id = folder.read_process_id()
    assert process_id is not None
    os.kill(process_id, signal.SIGKILL)
    assert wait_until(lambda: not folder.server_lives())
    return process_id


def kill_watch(folder: ServerFolder) -> None:
    (watch,) = find_watches(folder)
    os.kill(watch, signal.SIGKILL)
    assert wait_until(lambda: process_is_gone(watch))
