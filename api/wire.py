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
    commune: str | None
    year: int | None
    date: str | None = Field(description="ISO 8601, partial where the page is partial.")
    held: bool = Field(description="False when its text was never loaded: known from those that cite it.")
    open: bool = Field(description="True when a part of its identity, such as the year, is not known.")


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

    origin: str = Field(serialization_alias="from")
    relation: str
    target: str = Field(serialization_alias="to")
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


class DocumentPage(Wire):
    """Some of the documents, in the order of their ids, and where the next page begins."""

    documents: list[DocumentSummary]
    cursor: str | None = Field(description="Give it for the next page; null on the last.")


class Citation(Wire):
    """A citation, what it refers to, and where it stands."""

    id: str
    relation: str = Field(description="As the text states it, perhaps passive (AMENDED_BY).")
    subject: DocumentSummary = Field(description="The document at which the relation starts.")
    document: DocumentSummary = Field(description="The document that is cited.")
    pinpoint: str | None
    defects: list[str]
    completed: list[str]
    evidence: Evidence


class Assignment(Wire):
    text: str
    role: str
    body: Issuer | None
    start: int | None
    end: int | None


class Task(Wire):
    id: str
    text: str
    start: int
    end: int
    section: str | None
    heading: str | None
    deadline_text: str | None
    deadline: str | None
    assigned: list[Assignment]
    citations: list[str] = Field(description="Ids of the citations that stand in it.")


class Recipient(Wire):
    text: str
    purpose: str | None
    start: int
    end: int
    body: Issuer | None


class PossiblySame(Wire):
    """Another document that may be this one."""

    document: DocumentSummary
    score: float
    reason: str


class DocumentDetail(Wire):
    """One document with what the graph says about it."""

    summary: DocumentSummary
    source: str | None
    sha256: str | None
    place: str | None
    signer: str | None
    signer_title: str | None
    citations: list[Citation] = Field(description="What its own text cites, in the order of the text.")
    cited_by: list[Citation] = Field(description="Citations of it, at most 100.")
    cited_by_count: int
    tasks: list[Task]
    recipients: list[Recipient]
    possibly_same: list[PossiblySame]


class Health(Wire):
    status: str = Field(description="ok: it runs; ready: it can answer questions.")


class Problem(BaseModel):
    """An error (RFC 9457), sent as application/problem+json; some problems add members."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
