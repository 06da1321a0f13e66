"""What the environment says about how the local Neo4j runs."""

import math
import os
import re
from typing import Final

from cypher.errors import HeapSizeError, IdleSecondsError

_IDLE_SECONDS: Final = "600"
_LEAST_HEAP: Final = 512
_MOST_HEAP: Final = 2048
_SHARE_OF_MEMORY: Final = 8
_SIZE: Final = re.compile(r"([1-9][0-9]{0,5})([mg])", re.IGNORECASE)


def read_idle_seconds() -> float:
    """After how many seconds without use the server stops; 0 is never. Raises `IdleSecondsError`."""
    text = os.environ.get("VANBAN_IDLE_SECONDS") or _IDLE_SECONDS
    try:
        seconds = float(text)
    except ValueError:
        raise IdleSecondsError(text) from None
    if not 0 <= seconds < math.inf:
        raise IdleSecondsError(text)
    return seconds


def read_heap_megabytes() -> int:
    """How large the heap of the server's Java may grow. Raises `HeapSizeError`.

    Without VANBAN_HEAP an eighth of the machine's memory, between 512 MB and 2 GB.
    """
    text = os.environ.get("VANBAN_HEAP")
    if not text:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1024**2
        return min(max(memory // _SHARE_OF_MEMORY, _LEAST_HEAP), _MOST_HEAP)
    found = _SIZE.fullmatch(text)
    megabytes = int(found[1]) * (1024 if found[2] in "gG" else 1) if found else 0
    if megabytes < _LEAST_HEAP:
        raise HeapSizeError(text)
    return megabytes
