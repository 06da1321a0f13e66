"""Errors of the service and the command line."""

from pathlib import Path


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
        super().__init__(f"{store_dir} holds no store yet; load files into it first: vanban load --store {store_dir} PATH")
        self.store_dir = store_dir
