"""What the service sends about how complete the graph is."""

from pydantic import Field

from api.wire import DocumentSummary, Issuer, Wire


class LevelCoverage(Wire):
    level: str | None = Field(description="central, province, district or commune; null where it is not known.")
    held: int = Field(description="Documents whose text was loaded.")
    cited_only: int = Field(description="Documents known only from those that cite them.")


class MissingDocument(Wire):
    document: DocumentSummary
    citations: int = Field(description="How often it is cited.")


class Coverage(Wire):
    """What the graph holds and what it only knows of. A cascade is as complete as the texts that were loaded."""

    levels: list[LevelCoverage]
    missing: list[MissingDocument] = Field(description="Documents not held that are cited most often.")


class Examples(Wire):
    """What one may ask about: the same for the same graph; null where nothing that is loaded fits."""

    cascade: DocumentSummary | None = Field(description="A central document that others implement.")
    lowest: DocumentSummary | None = Field(
        description="A held document of the lowest level that implements another local one."
    )
    body: Issuer | None = Field(description="A body with tasks that have a date.")
