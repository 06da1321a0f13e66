"""What the service sends: the JSON of HTTP answers and of `vanban trace --format json`, not the model itself."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer


class Wire(BaseModel):
    """Base of all wire models: made from the records of the store by attribute name."""

    model_config = ConfigDict(from_attributes=True, frozen=True, populate_by_name=True, serialize_by_alias=True)


class Issuer(Wire):
    id: str
    name: str


class DocumentSummary(Wire):
    """A document in a list, as the target or as a result."""

    id: str
    code: str | None = Field(description="The number in its repaired form; null when the page leaves it blank.")
    type: str | None
    title: str | None
    issuer: Issuer | None
    level: str | None = Field(description="central, province, district or commune.")
    province: str | None
    district: str | None
    date: str | None = Field(description="ISO 8601, partial where the page is partial.")
    held: bool = Field(description="False when its text was never loaded: known from those that cite it.")


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


class TraceResult(Wire):
    document: DocumentSummary
    hops: list[Hop] = Field(description="A shortest path, from the document to the target.")
    paths: list[list[Hop]] | None = Field(None, description="Every simple path; only where all paths are asked for.")

    @model_serializer(mode="wrap")
    def _leave_out_paths(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        content: dict[str, Any] = handler(self)
        if self.paths is None:
            del content["paths"]
        return content


class TraceAnswer(Wire):
    """The documents that trace back to a target, or the candidates when the name fits several."""

    target: DocumentSummary | None
    candidates: list[DocumentSummary]
    results: list[TraceResult]
    unknown_level: int = Field(description="Documents with a path to the target whose level is not known.")


class UnknownAnswer(TraceAnswer):
    """What `vanban trace` writes for a name that no document has."""

    target: None = None
    candidates: list[DocumentSummary] = []
    results: list[TraceResult] = []
    unknown_level: int = 0
    nearest: list[DocumentSummary]


class Counts(Wire):
    """What stands in the graph."""

    documents: int
    held: int
    citations: int
    tasks: int


class DocumentPage(Wire):
    """Some of the documents, in the order of their ids, and where the next page begins."""

    documents: list[DocumentSummary]
    next: str | None = Field(description="Give it as `cursor` for the next page; null on the last.")


class Health(Wire):
    status: str
    documents: int
