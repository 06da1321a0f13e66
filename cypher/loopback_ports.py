"""Ports of this machine's own address."""

import socket

_HOST = "127.0.0.1"


def port_answers(port: int) -> bool:
    """Whether anybody takes a connection there."""
    try:
        with socket.create_connection((_HOST, port), timeout=5):
            return True
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
