"""The API keys of a service: a file that holds their hashes, never the keys."""

import json
import os
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path
from typing import Final

from api.errors import KeyFileError, UnknownKeyError
from cypher.file_locks import locked

_PREFIX: Final = "vanban"
_ID_BYTES: Final = 4
_SECRET_BYTES: Final = 32
"""As many random bytes as the hash has: a key cannot be guessed, so a slow hash would add nothing."""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """What is kept of a key."""

    id: str
    name: str
    """Whose it is, as the one who made it wrote."""
    created: str
    """UTC, ISO 8601."""
    read_only: bool
    sha256: str


class KeyFile:
    """The keys in a file of mode 0600. A change of the file counts from the next request on."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._keys: tuple[ApiKey, ...] = ()
        self._seen: tuple[int, int, int] | None = None

    def list_keys(self) -> tuple[ApiKey, ...]:
        """The keys in the order in which they were made; none where there is no file. Raises `KeyFileError`."""
        try:
            found = self.path.stat()
            seen = (found.st_mtime_ns, found.st_size, found.st_ino)
            if seen != self._seen:
                self._keys = _parse_keys(self.path)
                self._seen = seen
        except FileNotFoundError:
            self._keys, self._seen = (), None
        except OSError as error:
            raise KeyFileError(self.path, error.strerror or str(error)) from error
        return self._keys

    def find_key(self, token: str) -> ApiKey | None:
        """The key that a caller presents, or None; every key is compared in full, so time tells nothing."""
        presented = _hash(token)
        found = None
        for key in self.list_keys():
            if compare_digest(key.sha256, presented):
                found = key
        return found

    def add_key(self, name: str, read_only: bool = False) -> tuple[ApiKey, str]:
        """A new key and its token, which is written nowhere and cannot be shown again."""
        key_id = secrets.token_hex(_ID_BYTES)
        token = f"{_PREFIX}_{key_id}_{secrets.token_urlsafe(_SECRET_BYTES)}"
        key = ApiKey(key_id, name, datetime.now(UTC).isoformat(timespec="seconds"), read_only, _hash(token))
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with locked(self._lock):
            self._write((*self.list_keys(), key))
        return key, token

    def revoke_key(self, key_id: str) -> ApiKey:
        """The key that is no longer one. Raises `UnknownKeyError`."""
        key = next((one for one in self.list_keys() if one.id == key_id), None)
        if key is None:
            raise UnknownKeyError(key_id, self.path)
        with locked(self._lock):
            self._write([one for one in self.list_keys() if one.id != key_id])
        return key

    @property
    def _lock(self) -> Path:
        return self.path.with_name(f"{self.path.name}.lock")

    def _write(self, keys: Sequence[ApiKey]) -> None:
        part = self.path.with_name(f"{self.path.name}.part")
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump({"keys": [asdict(key) for key in keys]}, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.path)


def _hash(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _parse_keys(path: Path) -> tuple[ApiKey, ...]:
    try:
        keys = json.loads(path.read_text(encoding="utf-8"))["keys"]
        return tuple(ApiKey(**key) for key in keys)
    except (ValueError, TypeError, KeyError) as error:
        raise KeyFileError(path, f"is no file of keys ({error})") from error
