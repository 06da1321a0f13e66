"""What the store answers: frozen records, never rows of the driver."""

from dataclasses import dataclass, field

from cypher.errors import DocumentConflictError, StoreRequestError
from cypher.pages import Key


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body, by id and canonical name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document in a list, as a target or as a result."""

    id: str
    code: str | None
    """Null when the page leaves the number blank and no citation gives it, or the document is known by name only."""
    type: str | None
    title: str | None
    issuer: BodyName | None
    level: str | None
    province: str | None
    district: str | None
    commune: str | None
    year: int | None
    date: str | None
    held: bool
    open: bool
    """True when a part of its identity is unknown."""
    number_inferred: bool
    """True when its page leaves the number blank, and `code` is what citations give."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in a held text that states a relation; spans count code points of the file's own text."""

    document: str
    source: str
    quote: str
    start: int
    end: int
    context: str
    context_start: int
    context_end: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Hop:
    """One typed edge, in its own direction (`origin` IMPLEMENTS `target`), with every citation that supports it."""

    origin: str
    relation: str
    target: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class TraceResult:
    document: DocumentSummary
    hops: tuple[Hop, ...]
    """A shortest path from the document to the target."""
    paths: tuple[tuple[Hop, ...], ...] | None = None
    """The simple paths, shortest first, at most a hundred; None unless asked for."""
    truncated: bool | None = None
    """Whether some of the paths may be left out, because there are so many; None unless they are asked for."""


@dataclass(frozen=True, slots=True)
class Trace:
    """The documents with a path to the target."""

    target: DocumentSummary
    results: tuple[TraceResult, ...]
    unknown_level: int
    """Documents with a path to the target that pass the other filters and whose level is unknown."""
    candidates: tuple[DocumentSummary, ...] = ()
    next: Key | None = None
    """Key of the last result where others follow that were not asked for."""
    total: int | None = None


@dataclass(frozen=True, slots=True)
class PutResult:
    """What became of one record."""

    source: str
    document_id: str
    action: str
    """created, replaced, unchanged or refused."""
    citations: int
    tasks: int
    unresolved: int
    """Citations whose document stays open."""
    refusal: DocumentConflictError | StoreRequestError | None = None
    """Why it was refused: another text has the id, or the server could not take so much at once."""


@dataclass(frozen=True, slots=True)
class CitationDetail:
    """A citation with what it refers to."""

    id: str
    relation: str
    """As the text states it, perhaps passive (AMENDED_BY)."""
    subject: DocumentSummary
    """The document at which the relation starts."""
    document: DocumentSummary
    """The document that is cited."""
    pinpoint: str | None
    defects: tuple[str, ...]
    completed: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class AssignmentDetail:
    text: str
    role: str
    body: BodyName | None
    start: int | None
    end: int | None
    inferred: bool
    why: str | None


@dataclass(frozen=True, slots=True)
class TaskDetail:
    id: str
    text: str
    start: int
    end: int
    section: str | None
    heading: str | None
    deadline_text: str | None
    deadline: str | None
    assigned: tuple[AssignmentDetail, ...]
    citations: tuple[str, ...]
    """Ids of the citations that stand in it."""


@dataclass(frozen=True, slots=True)
class RecipientDetail:
    text: str
    purpose: str | None
    start: int
    end: int
    body: BodyName | None


@dataclass(frozen=True, slots=True)
class PossiblySame:
    """Another document that may be this one; a person decides."""

    document: DocumentSummary
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class IssuerEvidence:
    """The words that name the issuer of a document, or why it is inferred."""

    document: str
    """The document in whose text they stand: itself, or one that cites it."""
    citation: str | None
    quote: str | None
    start: int | None
    end: int | None
    inferred: bool
    why: str | None


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The whole text of a held document, as it stands in its file."""

    id: str
    source: str
    sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class DocumentDetail:
    """One document with everything that the graph says about it."""

    summary: DocumentSummary
    issuer_evidence: IssuerEvidence | None
    source: str | None
    sha256: str | None
    place: str | None
    signer: str | None
    signer_title: str | None
    citations: tuple[CitationDetail, ...]
    """What its own text cites, in the order of the text."""
    cited_by: tuple[CitationDetail, ...]
    """Citations of it, at most as many as asked for; `cited_by_count` is their number."""
    cited_by_count: int
    tasks: tuple[TaskDetail, ...]
    recipients: tuple[RecipientDetail, ...]
    possibly_same: tuple[PossiblySame, ...]
    text: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentFilters:
    """Which documents are listed; None lets everything pass."""

    type: str | None = None
    level: str | None = None
    province: str | None = None
    district: str | None = None
    issuer: str | None = None
    """Id of a body."""
    year: int | None = None
    held: bool | None = None
    open: bool | None = None
    issued_from: str | None = None
    """First date of issue, ISO; partial dates compare by what they state."""
    issued_to: str | None = None
    has_tasks: bool | None = None
    defect: str | None = None
    """Kind of a defect that one of its citations has."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands in the graph."""

    documents: int
    held: int
    open: int
    citations: int
    tasks: int
    bodies: int
    places: int
    relations: dict[str, int] = field(default_factory=dict)
    """Typed edges between documents, by type."""
