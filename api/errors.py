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


class KeyFileError(ServiceError):
    """A file of API keys that cannot be read or written; `path` names it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"the API keys in {path} cannot be used: {reason}; correct it, or name another in VANBAN_KEYS")
        self.path = path
        self.reason = reason


class UnknownKeyError(ServiceError):
    """An id that no API key has."""

    def __init__(self, key_id: str, path: Path) -> None:
        super().__init__(f"no API key in {path} has the id {key_id!r}; `vanban key list` shows them")
        self.key_id = key_id


class AccessError(ServiceError):
    """Base of the refusals of callers."""


class KeyRequiredError(AccessError):
    """A call that needs an API key and has none, or one that is not known."""

    def __init__(self, presented: bool) -> None:
        said = "this API key is not known, or was revoked" if presented else "this needs an API key"
        super().__init__(f"{said}; send one as 'Authorization: Bearer KEY' (made by `vanban key add NAME`)")


class ReadOnlyKeyError(AccessError):
    """A call that changes something, with a key that may only read."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the API key of {name!r} may only read")


class ExtractionTimeError(ServiceError):
    """A text that took longer to read than is allowed; `source` names it."""

    def __init__(self, source: str, seconds: float) -> None:
        super().__init__(
            f"{source}: reading it took longer than {seconds:g} s, and was given up;"
            " load it with `vanban load` where the store is, or send it in parts"
        )
        self.source = source


class ReadersBusyError(ServiceError):
    """A text that is not read, because too many wait to be; `source` names it."""

    def __init__(self, source: str) -> None:
        super().__init__(f"{source}: too many texts wait to be read; send it again in some seconds")
        self.source = source


class FormError(ServiceError):
    """A body that is not the form that was asked for."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the form {reason}")


class BadParameterError(ServiceError):
    """A parameter of a request that cannot be used; `parameter` names it."""

    def __init__(self, parameter: str, reason: str) -> None:
        super().__init__(f"{parameter}: {reason}")
        self.parameter = parameter
        self.reason = reason


class FormatUnavailableError(ServiceError):
    """A format whose package is not installed; `package` names it."""

    def __init__(self, name: str, package: str) -> None:
        super().__init__(
            f"the format {name!r} needs the package {package}, which is not installed: pip install 'vanban[{name}]'"
        )
        self.name = name
        self.package = package


class SeveralDocumentsError(ServiceError):
    """A name that may mean several documents; `candidates` are they."""

    def __init__(self, name: str, candidates: "tuple[DocumentSummary, ...]") -> None:
        ids = ", ".join(one.id for one in candidates)
        super().__init__(f"{name!r} may be any of {len(candidates)} documents; give the id: {ids}")
        self.name = name
        self.candidates = candidates
