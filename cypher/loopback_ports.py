"""Ports of this machine's own address."""

import socket

_HOST = "127.0.0.1"
_HANDSHAKE = bytes.fromhex("6060b017 00000005 00000004 00000000 00000000")
"""The word that begins Bolt, and the versions that are spoken: 5, 4."""


def bolt_answers(port: int) -> bool:
    """Whether a Neo4j shakes hands there. One that was just killed still takes connections, and says nothing."""
    try:
        with socket.create_connection((_HOST, port), timeout=5) as connection:
            connection.sendall(_HANDSHAKE)
            return len(connection.recv(4, socket.MSG_WAITALL)) == 4
    except OSError:
        return False


def port_is_free(port: int) -> bool:
    """Whether a server could listen there now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_HOST, port))
        except OSError:
            return False
    return True


def find_free_port() -> int:
    """A port where nobody listens now."""
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        port: int = probe.getsockname()[1]
    return port
