"""The Neo4j that the program starts by itself over the folder of a store, shared by all who use that folder.

It runs as a process of its own, answers on loopback only, and ends when nobody has used it for a while.
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex

from cypher.errors import LocalServerStoppedError, NoSpaceError, ServerFolderError, ServerStartError
from cypher.file_locks import is_locked, locked, take_lock
from cypher.idle_watch import end_server, is_used
from cypher.loopback_ports import bolt_answers, find_free_port, port_is_free
from cypher.neo4j_process import (
    server_command,
    server_environment,
    set_first_password,
    shorten_log,
    write_configuration,
)
from cypher.server_folder import ServerFolder, ServerState
from cypher.server_jars import prepare_jars
from cypher.server_settings import read_heap_megabytes, read_idle_seconds

_USERNAME = "neo4j"
_DATABASE = "neo4j"
_BOLT_PORT = 7687
_HTTP_PORT = 7474
_READY_SECONDS = 180.0
_ANSWER_SECONDS = 60.0
_STORE_BYTES = 50_000_000
_STARTS = 3


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Where a local Neo4j answers, and as whom to ask."""

    uri: str
    username: str
    password: str
    database: str
    browser_url: str
    on_connect: str | None = None
    """What Neo4j Browser runs by itself when it has connected."""


def _silent(_: str) -> None:
    return


@contextlib.contextmanager
def using(store_dir: Path, progress: Callable[[str], None] = _silent) -> Iterator[ServerAddress]:
    """The address of the server over `store_dir`, started if need be, which does not stop for idleness meanwhile."""
    folder = _make_folder(store_dir)
    with locked(folder.lock_file("use"), shared=True):
        yield start(store_dir, progress)


def start(
    store_dir: Path,
    progress: Callable[[str], None] = _silent,
    *,
    stays: bool = False,
    on_connect: str | None = None,
) -> ServerAddress:
    """The address of the server over `store_dir`, which is started when it does not run.

    Of several that start it at once one does it, and the others wait and get the same address. With `stays` it does
    not stop for idleness, until it is stopped. `on_connect` is what Neo4j Browser shall run when it has connected;
    a server that runs with other commands is started again for it, unless somebody uses it.
    """
    idle_seconds, heap = read_idle_seconds(), read_heap_megabytes()
    folder = _make_folder(store_dir)
    with locked(folder.lock_file("starting")):
        state = _join_server(folder)
        if state is not None and on_connect not in (None, state.on_connect) and not is_used(folder):
            end_server(folder)
            state = None
        if state is None:
            state = _start_server(folder, idle_seconds, heap, on_connect, progress)
        if stays and not state.stays:
            state = replace(state, stays=True)
            folder.write_state(state)
        if not is_locked(folder.lock_file("watch")):
            _run_watch(folder, idle_seconds)
        folder.lock_file("use").touch(mode=0o600)
    return _address(state)


def find_again(store_dir: Path, progress: Callable[[str], None] = _silent) -> ServerAddress:
    """Where a server that no longer answers is now; one that has died is started again.

    Raises `LocalServerStoppedError` for one that was stopped, or whose folder is gone.
    """
    folder = ServerFolder(_absolute(store_dir))
    with contextlib.suppress(FileNotFoundError), locked(folder.lock_file("starting")):
        pass  # whoever starts or stops it at this moment has done so then
    state = folder.read_state()
    if not folder.server_lives():
        if state is None or not state.ready:
            raise LocalServerStoppedError(str(store_dir))
        progress("Neo4j has ended without being told to; starting it again")
    return start(store_dir, progress)


def stop(store_dir: Path) -> bool:
    """Whether a server ran over `store_dir`; it has ended then, whoever used it."""
    folder = ServerFolder(_absolute(store_dir))
    with _reading(folder):
        if not folder.server_lives():
            return False
        with locked(folder.lock_file("starting")):
            ran = folder.server_lives()
            end_server(folder)
    return ran


def status(store_dir: Path) -> ServerAddress | None:
    """The address of the server over `store_dir`, or None when none is ready there; starts nothing."""
    folder = ServerFolder(_absolute(store_dir))
    with _reading(folder):
        state = folder.read_state()
        return _address(state) if state is not None and state.ready and folder.server_lives() else None


def _join_server(folder: ServerFolder) -> ServerState | None:
    """The state of the server that runs and answers, or None when none runs; one on its way down is waited for."""
    state = _known_state(folder)
    deadline = time.monotonic() + _ANSWER_SECONDS
    while state is not None and folder.server_lives():
        if state.ready and bolt_answers(state.bolt_port):
            return state
        if not state.ready:
            with contextlib.suppress(ServerStartError):
                return _await_ready(folder, state)
        elif time.monotonic() > deadline:
            end_server(folder)
        time.sleep(0.05)
    return None


def _start_server(
    folder: ServerFolder, idle_seconds: float, heap: int, on_connect: str | None, progress: Callable[[str], None]
) -> ServerState:
    """Start a server where none runs; a port that another process takes meanwhile is replaced by another."""
    jars, archive = prepare_jars(progress)
    progress("Starting Neo4j")
    for attempt in range(_STARTS):
        state = _new_state(_known_state(folder), on_connect, usual_ports=attempt == 0)
        write_configuration(folder, state, heap)
        folder.write_state(state)
        if not folder.holds_database():
            set_first_password(folder, jars, state.password)
        _launch(folder, server_command(folder, jars, archive, heap), idle_seconds)
        try:
            return _await_ready(folder, state)
        except ServerStartError as error:
            if "already in use" not in error.log_tail or attempt == _STARTS - 1:
                raise
    raise AssertionError


def _launch(folder: ServerFolder, command: list[str], idle_seconds: float) -> None:
    """Run the server, in the hands of its watch, with the lock that says that it lives."""
    folder.process_file.unlink(missing_ok=True)
    if folder.neo4j_log.exists():
        folder.neo4j_log.replace(folder.neo4j_log.with_name("neo4j.previous.log"))
    lock = take_lock(folder.lock_file("server"))
    while lock is None:  # somebody is looking whether it is held
        time.sleep(0.01)
        lock = take_lock(folder.lock_file("server"))
    try:
        _run_watch(folder, idle_seconds, lock, command)
    finally:
        os.close(lock)


def _run_watch(folder: ServerFolder, idle_seconds: float, lock: int | None = None, command: Sequence[str] = ()) -> None:
    """Run the watch, and with it the server when its lock and command are given; return when it is on its own."""
    given = () if lock is None else (lock,)
    subprocess.run(
        [sys.executable, "-m", "cypher.idle_watch", str(folder.path), str(idle_seconds), *map(str, given)],
        cwd=Path(__file__).parent.parent,
        env=server_environment(folder),
        pass_fds=given,
        input=json.dumps(command).encode(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )


def _await_ready(folder: ServerFolder, state: ServerState) -> ServerState:
    """The state, noted as ready, as soon as the server says that it has started."""
    deadline = time.monotonic() + _READY_SECONDS
    while "Started." not in _read_log(folder.neo4j_log):
        if not folder.server_lives():
            raise ServerStartError(str(folder.path), "it ended", _log_tail(folder))
        if time.monotonic() > deadline:
            end_server(folder)
            reason = f"it was not ready after {_READY_SECONDS:.0f} s"
            raise ServerStartError(str(folder.path), reason, _log_tail(folder))
        time.sleep(0.05)
    ready = replace(state, ready=True)
    folder.write_state(ready)
    return ready


def _known_state(folder: ServerFolder) -> ServerState | None:
    """What is known of the server that ran last, or None before the first."""
    state = folder.read_state()
    if state is None and folder.holds_database():
        raise ServerFolderError(
            str(folder.path),
            f"it holds a database, but {folder.state_file.name} with its password is gone;"
            f" put that file back, or remove {folder.home} and load the documents again",
        )
    return state


def _new_state(before: ServerState | None, on_connect: str | None, *, usual_ports: bool) -> ServerState:
    """The ports that the store had or, if they are taken, others, with the password that it has, or a new one.

    A server that died comes back as it was: it still has to stay if it had to.
    """
    if before is None:
        before = ServerState(token_hex(16), _BOLT_PORT, _HTTP_PORT, ready=False)
    bolt_port = _choose_port(before.bolt_port, _BOLT_PORT) if usual_ports else find_free_port()
    http_port = _choose_port(before.http_port, _HTTP_PORT) if usual_ports else find_free_port()
    died = before.ready
    commands = before.on_connect if on_connect is None and died else on_connect
    return ServerState(before.password, bolt_port, http_port, False, died and before.stays, commands)


def _choose_port(*wanted: int) -> int:
    """The first of these that is free, or any other."""
    return next(filter(port_is_free, wanted), None) or find_free_port()


def _make_folder(store_dir: Path) -> ServerFolder:
    """The folder of the store, made if need be and found fit to be written."""
    folder = ServerFolder(_absolute(store_dir))
    try:
        folder.make()
        folder.lock_file("starting").touch(mode=0o600)
    except OSError as error:
        raise ServerFolderError(str(folder.path), f"{error.strerror}; name another with --store") from error
    free = shutil.disk_usage(folder.path).free
    if free < _STORE_BYTES:
        raise NoSpaceError(str(folder.path), _STORE_BYTES, free)
    return folder


@contextlib.contextmanager
def _reading(folder: ServerFolder) -> Iterator[None]:
    """Say it plainly when the folder is another user's."""
    try:
        yield
    except PermissionError as error:
        raise ServerFolderError(str(folder.path), "it is another user's") from error


def _absolute(path: Path) -> Path:
    return path.expanduser().resolve()


def _address(state: ServerState) -> ServerAddress:
    server = f"127.0.0.1:{state.bolt_port}"
    browser = f"http://127.0.0.1:{state.http_port}/browser/?dbms=bolt://{_USERNAME}@{server}&db={_DATABASE}"
    return ServerAddress(f"bolt://{server}", _USERNAME, state.password, _DATABASE, browser, state.on_connect)


def _read_log(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return ""


def _log_tail(folder: ServerFolder) -> str:
    """The last lines of what Neo4j and its Java wrote."""
    return shorten_log(_read_log(folder.neo4j_log) + _read_log(folder.java_log))
