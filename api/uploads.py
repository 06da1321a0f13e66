"""What is sent to be read: checked, read in a process of its own, and reported."""

import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from anyio import CapacityLimiter, fail_after, to_process
from fastapi import Request
from pydantic import TypeAdapter, ValidationError
from starlette.datastructures import UploadFile

from api.errors import ExtractionTimeError, FormError, ReadersBusyError
from api.found_defects import find_file_defects
from api.wire_uploads import Defect, LeftOut, Report, Unsettled
from loaders.explanation import REASONS, Explanation, explain
from loaders.extraction import extract_document
from loaders.reading import decode
from loaders.record_json import record_to_json
from loaders.records import Record

_NAME_LENGTH: Final = 200
_NOT_IN_A_NAME: Final = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Categories of Unicode: controls, what has no form (and may turn the direction of writing about), ends of lines."""
_BOOLEAN: Final = TypeAdapter(bool)
_AT_ONCE: Final = 2
_MOST_WAITING: Final = 8
READERS: Final = CapacityLimiter(_AT_ONCE)
"""Texts that are read at the same time; some more wait."""
_PROCESSES: Final = CapacityLimiter(_AT_ONCE)
"""Never waited for, as each reader has one process."""


def source_name(filename: str | None) -> str:
    """The name that records and evidence carry: the last part of a file's name, fit to be shown.

    >>> source_name("../../etc/kế hoạch.txt"), source_name(None)
    ('kế hoạch.txt', 'upload.txt')
    """
    shown = "".join(char for char in filename or "" if unicodedata.category(char) not in _NOT_IN_A_NAME)
    name = PurePosixPath(shown.replace("\\", "/")).name.strip()
    return name[-_NAME_LENGTH:] if name not in ("", ".", "..") else "upload.txt"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent."""

    data: bytes
    source: str
    replace: bool
    """Whether it may take the place of another text with its id."""


async def read_form(request: Request) -> Upload:
    """The file in a form. Raises `FormError` for another body, and what the body's limits raise."""
    async with request.form(max_files=1, max_fields=1) as form:
        unknown = sorted(form.keys() - {"file", "replace"})
        if unknown:
            raise FormError(f"has no part {unknown[0]!r}; its parts are file and replace")
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise FormError("needs a part 'file' with a file (multipart/form-data)")
        try:
            replace = _BOOLEAN.validate_python(form.get("replace", "false"))
        except ValidationError:
            raise FormError(f"has true or false in its part 'replace', not {form['replace']!r}") from None
        return Upload(await file.read(), source_name(file.filename), replace)


async def read_upload(upload: Upload, seconds: float) -> tuple[Record, Explanation]:
    """What a file holds. The process that reads it is ended when it takes longer than `seconds`, not counting the
    wait for others to be read.

    Raises `UnreadableFileError`, `ExtractionTimeError`, and `ReadersBusyError` where too many wait.
    """
    if READERS.statistics().tasks_waiting >= _MOST_WAITING:
        raise ReadersBusyError(upload.source)
    async with READERS:
        try:
            with fail_after(seconds):
                return await to_process.run_sync(
                    _read, upload.data, upload.source, cancellable=True, limiter=_PROCESSES
                )
        except TimeoutError:
            raise ExtractionTimeError(upload.source, seconds) from None


def _read(data: bytes, source: str) -> tuple[Record, Explanation]:
    record = extract_document(decode(data, source), source)
    return record, explain(record)


def report_on(record: Record, explanation: Explanation, action: str) -> Report:
    """What was found in a text, what stayed open and what cannot be right, each with its place."""
    return Report(
        id=record.document_id,
        action=action,
        record=record_to_json(record),
        text=record.text,
        unsettled=[
            Unsettled(
                start=one.citation.start,
                end=one.citation.end,
                quote=one.citation.quote,
                missing=list(one.fields),
                known=dict(one.known),
            )
            for one in explanation.unsettled
        ],
        left_out=[
            LeftOut(start=one.start, end=one.end, words=one.words, reason=one.reason, explanation=REASONS[one.reason])
            for one in explanation.left_out
        ],
        defects=[Defect.model_validate(one) for one in find_file_defects(record.source, record)],
    )
