"""A zip file, given out while it is written."""

import io
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Member = Callable[[BinaryIO], Iterator[None]]
"""Writes a member to the file, and stops now and then to let what was written go out."""


class _Outlet(io.RawIOBase):
    """A file that cannot seek, from which what was written is taken."""

    def __init__(self) -> None:
        self._written = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        written = bytes(cast(bytes, data))
        self._written += written
        return len(written)

    def take(self) -> bytes:
        """What was written since it was last asked."""
        taken = bytes(self._written)
        self._written.clear()
        return taken


def stream_zip(members: Iterator[tuple[str, Member]], compression: int = ZIP_DEFLATED) -> Iterator[bytes]:
    """The bytes of a zip file with these members, one after another."""
    outlet = _Outlet()
    with ZipFile(cast(BinaryIO, outlet), "w", compression) as archive:
        for name, write in members:
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = compression
            entry.external_attr = 0o644 << 16
            with archive.open(entry, "w", force_zip64=True) as file:
                for _ in write(cast(BinaryIO, file)):
                    yield outlet.take()
            yield outlet.take()
    yield outlet.take()
