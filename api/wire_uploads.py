"""What the service sends about a file that it was sent."""

from typing import Any

from pydantic import Field

from api.wire import Wire


class Unsettled(Wire):
    """A citation of which type, issuer or year could not be settled."""

    start: int
    end: int
    quote: str
    missing: list[str]
    known: dict[str, str]


class LeftOut(Wire):
    """Words like a document number that were not taken as a citation."""

    start: int
    end: int
    words: str
    reason: str
    explanation: str


class Defect(Wire):
    """What cannot be right as printed."""

    line: int = Field(description="From 1.")
    column: int = Field(description="From 1, in code points.")
    kind: str
    text: str = Field(description="What was found, in English.")
    vietnamese: str = Field(description="What the kind means, in Vietnamese.")
    quote: str
    start: int
    end: int


class Report(Wire):
    """What was read from a file. Spans are half open and count code points of `text`."""

    id: str = Field(description="Id of its document.")
    action: str = Field(description="created, replaced or unchanged; read: nothing was stored.")
    record: dict[str, Any] = Field(description="As `vanban extract` writes it.")
    text: str = Field(description="The text as it was decoded.")
    unsettled: list[Unsettled]
    left_out: list[LeftOut]
    defects: list[Defect]
