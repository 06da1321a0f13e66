"""Writing the lock file of the local Neo4j's jars anew, for another version: `python -m cypher.lock_jars`."""

from pathlib import Path

import jgo
from jgo.env import LockFile

from cypher.neo4j_jars import LOCK_FILE, Jar, hash_file

_ROOTS = "org.neo4j.app:neo4j-server:5.26.20+org.neo4j:neo4j:5.26.20+org.neo4j.client:neo4j-browser:5.24.0"
_HEADER = """\
# The jars of the local Neo4j in the order of its class path: SHA-256, size in bytes, coordinates.
# Written by `python -m cypher.lock_jars`.
"""


def write_lock() -> None:
    """Resolve the roots, fetch what they need and write what was fetched.

    The order is that of the file names: Java refuses its archive of loaded classes over a class path in which a jar
    stands after another one whose manifest names it, as the resolver's order has them.
    """
    folder = jgo.build(_ROOTS).path
    locked = LockFile.load(folder / "jgo.lock.toml").dependencies
    files = {path.name: path for path in folder.rglob("*.jar")}
    rows = {}
    for one in locked:
        jar = Jar(one.groupId, one.artifactId, one.version, one.classifier, "", 0)
        path: Path = files[jar.file_name]
        coordinates = ":".join(filter(None, (jar.group, jar.artifact, jar.version, jar.classifier)))
        rows[jar.file_name] = f"{hash_file(path)} {path.stat().st_size} {coordinates}\n"
    LOCK_FILE.write_text(_HEADER + "".join(rows[name] for name in sorted(rows)), encoding="ascii")


if __name__ == "__main__":
    write_lock()
