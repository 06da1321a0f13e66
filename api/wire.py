"""What the service sends: the JSON of HTTP answers and of `vanban trace --format json`, not the model itself."""

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")


class Wire(BaseModel):
    """Base of all wire models: made from the records of the store by attribute name."""

    model_config = ConfigDict(from_attributes=True, frozen=True, populate_by_name=True, serialize_by_alias=True)


class Issuer(Wire):
    id: str
    name: str


class DocumentSummary(Wire):
    """A document in a list, as the target or as a result."""

    id: str
    code: str | None = Field(
        description="The number in its repaired form; null when the page leaves it blank and no citation gives it."
    )
    type: str | None
    title: str | None
    issuer: Issuer | None
    level: str | None = Field(description="central, province, district or commune.")
    province: str | None
    district: str | None
    commune: str | None
    year: int | None
    date: str | None = Field(description="ISO 8601, partial where the page is partial.")
    held: bool = Field(description="False when its text was never loaded: known from those that cite it.")
    open: bool = Field(description="True when a part of its identity, such as the year, is not known.")
    number_inferred: bool = Field(description="True when the page leaves the number blank: citations of it give it.")


class Evidence(Wire):
    """A place in a text that states a relation. Spans are half open, in code points of the file's own text."""

    document: str = Field(description="Id of the document whose text it is.")
    source: str
    quote: str
    start: int
    end: int
    context: str
    context_start: int
    context_end: int
    rule: str
    confidence: float


class Hop(Wire):
    """One edge of a path, in the direction of its relation: `from` implements `to`."""

    origin: str = Field(alias="from")
    relation: str
    target: str = Field(alias="to")
    evidence: list[Evidence]


class Page(Wire, Generic[T]):
    """Some results of a list, in its order."""

    results: list[T]
    cursor: str | None = Field(description="Give it for the next page; null on the last.")
    total: int | None = Field(
        default=None,
        description="Results of all pages; only where it is asked for.",
        exclude_if=lambda total: total is None,
    )


class Health(Wire):
    status: str = Field(description="ok: it runs; ready: it can answer questions.")


class Problem(BaseModel):
    """An error (RFC 9457), sent as application/problem+json; some problems add members."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
