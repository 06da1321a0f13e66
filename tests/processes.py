"""Waiting for what other processes do."""

import time
from collections.abc import Callable
from pathlib import Path

_PATIENCE = 60
"""Seconds; what takes one on a quiet machine may take many on a busy one."""


def wait_until(condition: Callable[[], object]) -> bool:
    """Whether the condition came true in a minute."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return False


def process_is_gone(process_id: int) -> bool:
    """Whether the process has ended, though its parent may not have asked for it yet."""
    try:
        return Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True
