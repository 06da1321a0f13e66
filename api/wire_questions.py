"""What the service sends in answer to questions across documents."""

from pydantic import Field

from api.wire import DocumentSummary, Evidence, Hop, Wire


class TraceResult(Wire):
    document: DocumentSummary
    hops: list[Hop] = Field(description="A shortest path, from the document to the target.")
    paths: list[list[Hop]] | None = Field(
        default=None,
        description="Every simple path; only where all paths are asked for.",
        exclude_if=lambda paths: paths is None,
    )


class TraceAnswer(Wire):
    """The documents that trace back to a target, or the candidates when the name fits several."""

    target: DocumentSummary | None
    candidates: list[DocumentSummary]
    results: list[TraceResult]
    unknown_level: int = Field(description="Documents with a path to the target whose level is not known.")
    cursor: str | None = Field(default=None, description="Give it for the next page; null on the last.")
    total: int | None = Field(
        default=None,
        description="Results of all pages; only where it is asked for.",
        exclude_if=lambda total: total is None,
    )


class UnknownAnswer(TraceAnswer):
    """What `vanban trace` writes for a name that no document has."""

    target: None = None
    candidates: list[DocumentSummary] = Field(default=[])
    results: list[TraceResult] = Field(default=[])
    unknown_level: int = 0
    nearest: list[DocumentSummary]


class PathAnswer(Wire):
    """The shortest ways from one document to another, or the candidates when a name fits several."""

    origin: DocumentSummary | None = Field(serialization_alias="from")
    target: DocumentSummary | None = Field(serialization_alias="to")
    candidates: list[DocumentSummary] = Field(
        default=[], description="Documents that the first ambiguous name may mean; empty when both are known."
    )
    paths: list[list[Hop]]


class EvidenceAnswer(Wire):
    results: list[Evidence] = Field(description="The surest first.")
