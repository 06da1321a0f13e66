"""The process beside the local Neo4j: it starts the server and stops it when nobody has used it for a while.

`python -m cypher.idle_watch FOLDER IDLE_SECONDS [LOCK]` returns at once and goes on in the background.
LOCK is the descriptor that holds the server's lock, which the server keeps as long as it lives; its command is read
from standard input, as JSON. Without LOCK it watches a server that runs already.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from cypher.errors import ServerFolderError
from cypher.file_locks import take_lock
from cypher.server_folder import ServerFolder

_LOOK_SECONDS = 1.0
_STOP_SECONDS = 60.0
_CONNECTION_TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
_ESTABLISHED = "01"


def main(arguments: list[str]) -> None:
    """Leave the terminal and the parent, run the server when its lock is given, and watch it."""
    path, idle_seconds, *lock = arguments
    folder = ServerFolder(Path(path))
    command = json.load(sys.stdin) if lock else []
    if os.fork():
        os._exit(0)
    os.setsid()
    if lock:
        _run_server(folder, int(lock[0]), command)
    if _become_the_watch(folder):
        _watch(folder, float(idle_seconds))


def _run_server(folder: ServerFolder, lock: int, command: list[str]) -> None:
    """Start the server with the lock in its hands, and note its process."""
    with folder.java_log.open("w", encoding="utf-8") as log:
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, pass_fds=(lock,), cwd=folder.home
            )
        except OSError as error:
            log.write(f"{error}\n")
            sys.exit(1)
    folder.process_file.write_text(str(process.pid), encoding="ascii")
    os.close(lock)


def _become_the_watch(folder: ServerFolder) -> bool:
    """Whether this process is the folder's one watch now; that of a server which has just ended leaves soon."""
    for _ in range(30):
        if take_lock(folder.lock_file("watch")) is not None:
            return True
        time.sleep(0.1)
    return False


def _watch(folder: ServerFolder, idle_seconds: float) -> None:
    """Return when the server has ended; end it when it was idle for so long, or its folder is gone."""
    look_seconds = min(_LOOK_SECONDS, idle_seconds / 5) or _LOOK_SECONDS
    process_id = folder.read_process_id()
    stamp, used_at = _use_stamp(folder), time.monotonic()
    while folder.server_lives() and folder.read_process_id() == process_id:
        time.sleep(look_seconds)
        if is_used(folder) or _use_stamp(folder) != stamp:
            stamp, used_at = _use_stamp(folder), time.monotonic()
        elif idle_seconds and time.monotonic() - used_at >= idle_seconds and not _stays(folder):
            _stop_if_idle(folder, stamp)
    if process_id is not None and folder.read_process_id() != process_id:
        _end_child(process_id)


def _stop_if_idle(folder: ServerFolder, stamp: float) -> None:
    """End the server, unless somebody has come to use it since; who comes now waits until it has ended."""
    starting = take_lock(folder.lock_file("starting"))
    if starting is None:
        return
    try:
        if not is_used(folder) and _use_stamp(folder) == stamp:
            end_server(folder)
    finally:
        os.close(starting)


def end_server(folder: ServerFolder) -> None:
    """End the server that lives over the folder and wait until it has; the caller holds the lock `starting`.

    The state says then that it did not die by itself.
    """
    began = time.monotonic()
    asked: int | None = None
    while folder.server_lives():
        waited = time.monotonic() - began
        if waited > 2 * _STOP_SECONDS:
            raise ServerFolderError(str(folder.path), f"the process {folder.read_process_id()} cannot be ended")
        wanted = signal.SIGKILL if waited > _STOP_SECONDS else signal.SIGTERM
        process_id = folder.read_process_id()
        if process_id is not None and wanted != asked:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process_id, wanted)
            asked = wanted
        time.sleep(0.05)
    state = folder.read_state()
    if state is not None:
        folder.write_state(replace(state, ready=False))


def _end_child(process_id: int) -> None:
    """Kill a server of this process that lives on although its folder was removed."""
    with contextlib.suppress(ChildProcessError):
        if os.waitpid(process_id, os.WNOHANG) == (0, 0):
            os.kill(process_id, signal.SIGKILL)
            os.waitpid(process_id, 0)


def _stays(folder: ServerFolder) -> bool:
    state = folder.read_state()
    return state is not None and state.stays


def is_used(folder: ServerFolder) -> bool:
    """Whether a command or the service has declared its use, or anybody has a connection open."""
    try:
        use = take_lock(folder.lock_file("use"))
    except FileNotFoundError:  # the folder is gone
        return False
    if use is None:
        return True
    os.close(use)
    state = folder.read_state()
    return state is not None and bool(_connected_ports() & {state.bolt_port, state.http_port})


def _connected_ports() -> frozenset[int]:
    """The local ports of every open connection; rows look like `0: 0100007F:1E07 0100007F:A1B2 01 …`."""
    tables = [table.read_text(encoding="ascii") for table in _CONNECTION_TABLES if table.exists()]
    rows = [row.split() for table in tables for row in table.splitlines()[1:]]
    return frozenset(int(row[1].rpartition(":")[2], 16) for row in rows if row[3] == _ESTABLISHED)


def _use_stamp(folder: ServerFolder) -> float:
    """When a command last said that it uses the server."""
    try:
        return folder.lock_file("use").stat().st_mtime
    except FileNotFoundError:
        return 0.0


if __name__ == "__main__":
    main(sys.argv[1:])
