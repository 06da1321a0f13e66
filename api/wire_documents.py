"""What the service sends about documents."""

from pydantic import Field

from api.wire import DocumentSummary, Evidence, Issuer, Page, Wire


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
    role: str = Field(description="lead, coordinate or all.")
    body: Issuer | None
    start: int | None
    end: int | None
    inferred: bool = Field(description="True when the text names nobody there.")
    why: str | None


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


class IssuerEvidence(Wire):
    """The words that name the issuer, or why it is inferred."""

    document: str = Field(description="Id of the document whose text it is: this one, or one that cites it.")
    citation: str | None
    quote: str | None
    start: int | None
    end: int | None
    inferred: bool
    why: str | None


class DocumentDetail(Wire):
    """One document with what the graph says about it."""

    summary: DocumentSummary
    issuer_evidence: IssuerEvidence | None
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


class DocumentText(Wire):
    """The whole text of a document, as it stands in its file; spans of evidence count in it."""

    id: str
    source: str
    sha256: str = Field(description="Of the text in UTF-8.")
    text: str


class DocumentPage(Page[DocumentSummary]):
    pass


class DocumentList(Wire):
    results: list[DocumentSummary]


class CitationPage(Page[Citation]):
    pass


class TaskPage(Page[Task]):
    pass


class ListedTask(Wire):
    """A task with the document that orders it."""

    task: Task
    document: DocumentSummary


class ListedTaskPage(Page[ListedTask]):
    pass


class SearchAnswer(Wire):
    """What `vanban search` finds, the best first."""

    documents: list[DocumentSummary]
    documents_total: int
    tasks: list[ListedTask]
    tasks_total: int


class LineageNode(Wire):
    document: DocumentSummary
    depth: int = Field(description="0 the root, negative what it rests on, positive what rests on it.")


class LineageEdge(Wire):
    """An edge in the direction of its relation; `/v1/evidence` shows the places that prove it."""

    origin: str = Field(alias="from")
    relation: str
    target: str = Field(alias="to")
    evidence_count: int
    confidence: float = Field(description="Of the surest citation that proves it.")


class Lineage(Wire):
    """Documents around one, nearest first, and the edges on the ways to them."""

    root: str
    nodes: list[LineageNode]
    edges: list[LineageEdge]
    truncated: bool = Field(description="True when documents within the hops were left out for the limit.")
