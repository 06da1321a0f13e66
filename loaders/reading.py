"""The text of a file, exactly as it stands there: decoded, not normalised, so that offsets can be shown in place."""

from pathlib import Path

from loaders.errors import UnreadableFileError, UnsupportedFormatError

DEFAULT_MAX_SIZE = 64 * 1024 * 1024
"""Bytes; a larger file is refused unless the caller raises the limit."""

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip container (a Word or Excel file?)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x1f\x8b", "a gzip archive"),
)
_TEXT_CONTROLS = {"\t", "\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85"}


def read_file(path: Path, max_size: int = DEFAULT_MAX_SIZE) -> str:
    """The decoded text of a `.txt` or `.md` file: UTF-8 or UTF-16, with or without byte order mark.

    Raises `UnreadableFileError` for a file that is missing, empty, larger than `max_size` bytes, binary,
    or in another encoding.
    """
    source = str(path)
    try:
        size = path.stat().st_size
        if size > max_size:
            raise UnreadableFileError(source, f"{size} bytes is more than the limit of {max_size}; raise --max-size")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(source, f"cannot be read: {error.strerror or error}") from error
    return decode(data, source)


def decode(data: bytes, source: str) -> str:
    """The text in `data`; `source` names it in errors."""
    if not data:
        raise UnreadableFileError(source, "the file is empty")
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise UnsupportedFormatError(source, f"is {kind}, not plain text; give it as .txt or .md")
    text = _decode_utf16(data) if _looks_like_utf16(data) else _decode_utf8(data, source)
    if not text.strip():
        raise UnreadableFileError(source, "the file holds no text, only white space")
    _refuse_binary(text, source)
    return text


def _looks_like_utf16(data: bytes) -> bool:
    """A byte order mark, or zero bytes at only one parity, as ASCII letters in UTF-16 leave them."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    head = data[:2000]
    if len(data) % 2 or b"\0" not in head:
        return False
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return min(even, odd) == 0 and max(even, odd) > len(head) // 10


def _decode_utf16(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-16-be" if data[0::2].count(0) > data[1::2].count(0) else "utf-16-le", errors="replace")


def _decode_utf8(data: bytes, source: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in data[:8000]:
            raise UnsupportedFormatError(source, "is binary, not text") from error
        byte = data[error.start]
        where = f"byte 0x{byte:02X} at {error.start}"
        reason = f"is not UTF-8 ({where}); save it as UTF-8 (it may be TCVN3, VNI or Windows-1258)"
        raise UnsupportedFormatError(source, reason) from error


def _refuse_binary(text: str, source: str) -> None:
    """Text holds next to no control characters; a lost one in a long page is let pass."""
    head = text[:8000]
    controls = sum((c < " " and c not in _TEXT_CONTROLS) or c == "\ufffd" for c in head)
    if "\0" in head or controls > 2 + len(head) // 200:
        raise UnsupportedFormatError(source, "is binary, not text")
