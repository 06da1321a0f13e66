"""What the service sends in answer to questions across documents."""

from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from api.wire import DocumentSummary, Evidence, Hop, Wire

MAX_LOOKUP_LENGTH: Final = 64_000
"""Code points of a text whose citations are looked up."""


class TraceResult(Wire):
    document: DocumentSummary
    hops: list[Hop] = Field(description="A shortest path, from the document to the target.")
    paths: list[list[Hop]] | None = Field(
        default=None,
        description="The simple paths, shortest first, at most a hundred; only where all paths are asked for.",
        exclude_if=lambda paths: paths is None,
    )
    truncated: bool | None = Field(
        default=None,
        description="Whether some of the paths may be left out: more than 100 of one result or 2,000 of an answer.",
        exclude_if=lambda truncated: truncated is None,
    )


class TraceAnswer(Wire):
    """The documents that trace back to a target, or the candidates when the name fits several."""

    target: DocumentSummary | None
    candidates: list[DocumentSummary]
    results: list[TraceResult]
    unknown_level: int = Field(description="Documents with a path to the target whose level is not known.")
    cursor: str | None = Field(
        default=None,
        description="Give it for the next page; only where there is one.",
        exclude_if=lambda cursor: cursor is None,
    )
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

    origin: DocumentSummary | None = Field(alias="from")
    target: DocumentSummary | None = Field(alias="to")
    candidates: list[DocumentSummary] = Field(
        default=[], description="Documents that the first ambiguous name may mean; empty when both are known."
    )
    paths: list[list[Hop]]


class EvidenceAnswer(Wire):
    results: list[Evidence] = Field(description="The surest first.")


class PostedText(BaseModel):
    """A text of which the citations are looked up."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(max_length=MAX_LOOKUP_LENGTH, description="At most 64,000 characters, counted as code points.")


class LookedUp(Wire):
    """One citation of a posted text. `status` says which other members are there."""

    start: int = Field(description="In code points of the text as posted, half open.")
    end: int
    quote: str = Field(description="The words, with white space folded.")
    code: str | None = Field(description="The number, normalised; null for a document cited by its name.")
    status: int = Field(
        description="200: `document`. 300: several fit, `candidates` and `reason`. 404: none of the graph, `nearest`."
        " 400: stands where a number should and is none, `reason`."
    )
    document: DocumentSummary | None = Field(default=None, exclude_if=lambda value: value is None)
    candidates: list[DocumentSummary] | None = Field(default=None, exclude_if=lambda value: value is None)
    nearest: list[DocumentSummary] | None = Field(default=None, exclude_if=lambda value: value is None)
    reason: str | None = Field(default=None, exclude_if=lambda value: value is None)


class LookupAnswer(Wire):
    citations: list[LookedUp] = Field(description="In the order of the text.")
