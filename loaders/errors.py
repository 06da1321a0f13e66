"""Errors of the loaders: each carries the input it is about."""


class LoaderError(Exception):
    """Base of every error that reading or extracting raises."""


class UnreadableFileError(LoaderError):
    """A file that gives no usable text; `source` names it and `reason` says why."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type["UnreadableFileError"], tuple[str, str]]:
        """A file may be read in a process of its own."""
        return type(self), (self.source, self.reason)


class UnsupportedFormatError(UnreadableFileError):
    """A file in a format that no reader knows: binary, or text in another encoding."""


class NumberFormatError(LoaderError):
    """A text that is not a document number; `text` is the input."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"{reason}: {text!r}")
        self.text = text
        self.reason = reason


class FactsError(LoaderError):
    """A row of a facts file that cannot be used; `file` and `row` say where."""

    def __init__(self, file: str, row: int, reason: str) -> None:
        super().__init__(f"loaders/facts/{file} line {row}: {reason}")
        self.file = file
        self.row = row
        self.reason = reason
