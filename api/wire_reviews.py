"""What the service and `vanban review list` send about pairs of documents that may be one."""

from pydantic import Field

from api.wire import DocumentSummary, Page, Wire


class Review(Wire):
    """A pair of documents that may be one, and what was decided about it."""

    one: str
    other: str
    decision: str = Field(description="open, accepted or rejected.")
    score: float | None = Field(description="From 0 to 1; of a decided pair as it was before.")
    reason: str | None
    by: str | None = Field(description="Who decided.")
    at: str | None = Field(description="When, ISO 8601.")
    note: str | None
    one_document: DocumentSummary | None = Field(description="Null where another document stands for it.")
    other_document: DocumentSummary | None


class ReviewPage(Page[Review]):
    pass


class ReviewList(Wire):
    results: list[Review]
    total: int
