"""Query parameters. One that is not known is refused: a misspelt filter would let everything pass."""

from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from api.questions import DEFAULT_HOPS, DEFAULT_RELATIONS, MAX_HOPS, TraceFilters
from loaders.records import LEVELS, RELATIONS


def _one_of(values: tuple[str, ...]) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in values:
            raise ValueError(f"{value!r} is none of {', '.join(values)}")
        return value

    return check


Relation = Annotated[
    str, AfterValidator(_one_of(RELATIONS)), WithJsonSchema({"type": "string", "enum": list(RELATIONS)})
]
Level = Annotated[str, AfterValidator(_one_of(LEVELS)), WithJsonSchema({"type": "string", "enum": list(LEVELS)})]
LOCAL_LEVELS = LEVELS[1:]
LocalLevel = Annotated[
    str, AfterValidator(_one_of(LOCAL_LEVELS)), WithJsonSchema({"type": "string", "enum": list(LOCAL_LEVELS)})
]
IsoDate = Annotated[str, Field(pattern="^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
"""Perhaps partial: 2024, 2024-06, 2024-06-05."""
Name = Annotated[str, Field(min_length=1, max_length=500)]


class Parameters(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TraceParameters(Parameters):
    to: Name = Field(
        description="What people write: a number, with type or year if needed, accents optional; or an id.",
        examples=["32/NQ-CP"],
    )
    relation: list[Relation] = Field(list(DEFAULT_RELATIONS), description="Relations to follow.")
    level: list[LocalLevel] = Field([], description="Only documents of these levels.")
    type: list[Name] = Field([], description="Only documents of these types.", examples=[["Kế hoạch"]])
    held: bool | None = Field(None, description="Only documents whose text was loaded, or was not.")
    hops: int = Field(DEFAULT_HOPS, ge=1, le=MAX_HOPS, description="Longest path followed.")
    all_paths: bool = Field(False, description="Add every simple path to each result.")

    def filters(self) -> TraceFilters:
        """The same as a question's filters."""
        return TraceFilters(
            tuple(self.relation), tuple(self.level), tuple(self.type), self.held, self.hops, self.all_paths
        )
