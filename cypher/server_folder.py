"""The folder of a store: where its Neo4j keeps data, address and locks, and whether it runs."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from cypher.file_locks import is_locked


@dataclass(frozen=True, slots=True)
class ServerState:
    """What the state file says of the server that was started last."""

    password: str
    bolt_port: int
    http_port: int
    ready: bool
    """It has answered, and nobody has stopped it since; it may have died."""
    stays: bool = False
    """It does not stop for idleness."""
    on_connect: str | None = None
    """What Neo4j Browser runs by itself when it has connected."""


@dataclass(frozen=True, slots=True)
class ServerFolder:
    """The paths below the folder of a store; `path` is absolute.

    Four locks tell what goes on, and the system frees them when a process is killed: `starting` is held by who
    starts or stops the server, `server` by the server itself as long as it lives, `watch` by its idle watch,
    `use` is shared by all who use it.
    """

    path: Path

    @property
    def home(self) -> Path:
        return self.path / "neo4j"

    @property
    def state_file(self) -> Path:
        return self.path / "neo4j.json"

    @property
    def own_settings(self) -> Path:
        """Lines of neo4j.conf that whoever runs the store wants otherwise; need not exist."""
        return self.path / "neo4j.conf"

    @property
    def process_file(self) -> Path:
        return self.home / "run" / "pid"

    @property
    def java_log(self) -> Path:
        return self.home / "logs" / "java.log"

    @property
    def neo4j_log(self) -> Path:
        return self.home / "logs" / "neo4j.log"

    def lock_file(self, name: str) -> Path:
        return self.home / "run" / f"{name}.lock"

    def make(self) -> None:
        """Make the folders, closed to other users where data and passwords are."""
        self.path.mkdir(parents=True, exist_ok=True)
        self.home.mkdir(mode=0o700, exist_ok=True)
        for name in ("conf", "logs", "run"):
            (self.home / name).mkdir(exist_ok=True)

    def holds_database(self) -> bool:
        """Whether a server has ever run over this folder."""
        return (self.home / "data" / "databases" / "system").exists()

    def server_lives(self) -> bool:
        """Whether a server runs over this folder, or is coming up or going down."""
        return is_locked(self.lock_file("server"))

    def read_state(self) -> ServerState | None:
        """What the state file says, or None without a whole one."""
        try:
            return ServerState(**json.loads(self.state_file.read_text(encoding="utf-8")))
        except (FileNotFoundError, ValueError, TypeError):
            return None

    def write_state(self, state: ServerState) -> None:
        """Replace the state file, which only its owner may read, in one step."""
        replace_private_file(self.state_file, json.dumps(asdict(state)) + "\n")

    def read_process_id(self) -> int | None:
        """The id of the server's process; only good while the server lives."""
        try:
            return int(self.process_file.read_text(encoding="ascii"))
        except (FileNotFoundError, ValueError):
            return None


def replace_private_file(path: Path, text: str) -> None:
    """Write a file of mode 0600 that is either the old or the new one, never half of it."""
    written = path.with_name(path.name + ".new")
    written.unlink(missing_ok=True)
    descriptor = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    written.replace(path)
