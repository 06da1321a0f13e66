"""Errors of the service and the command line."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the wire models take a fifth of a second to import, and `vanban extract` needs none
    from api.wire import DocumentSummary


class ServiceError(Exception):
    """Base of every error that `api` raises itself."""


class SettingError(ServiceError):
    """A setting that cannot be used; `variable` names the environment variable."""

    def __init__(self, variable: str, reason: str) -> None:
        super().__init__(f"{variable} {reason}")
        self.variable = variable
        self.reason = reason


class NothingStoredError(ServiceError):
    """A store that nothing was ever loaded into; `store_dir` is its folder."""

    def __init__(self, store_dir: Path) -> None:
        super().__init__(
            f"{store_dir} holds no store yet; load files into it first: vanban load --store {store_dir} PATH"
        )
        self.store_dir = store_dir


class UnknownDocumentError(ServiceError):
    """A name that no document of the graph has; `nearest` are those whose names are most like it."""

    def __init__(self, name: str, nearest: "tuple[DocumentSummary, ...]") -> None:
        super().__init__(f"no document in the graph has this name: {name!r}")
        self.name = name
        self.nearest = nearest
