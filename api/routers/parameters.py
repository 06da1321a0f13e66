"""Query parameters. One that is not known is refused: a misspelt filter would let everything pass."""

from collections.abc import Callable
from typing import Annotated, Any, get_args

from fastapi import Path
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from api.cursors import BY_ID, KeyType, read_cursor, write_cursor
from api.errors import BadParameterError
from api.wire import Wire
from cypher import pages
from loaders.defect_kinds import DEFECT_KINDS
from loaders.records import LEVELS, PASSIVE_RELATIONS, RELATIONS


def _one_of(values: tuple[str, ...]) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in values:
            raise ValueError(f"{value!r} is none of {', '.join(values)}")
        return value

    return check


def _enum(values: tuple[str, ...]) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": list(values)})


_STATED = (*RELATIONS, *PASSIVE_RELATIONS)
_LOCAL_LEVELS = LEVELS[1:]
_ROLES = ("lead", "coordinate", "all")
_DEFECTS = tuple(DEFECT_KINDS)


Relation = Annotated[str, AfterValidator(_one_of(RELATIONS)), _enum(RELATIONS)]
StatedRelation = Annotated[str, AfterValidator(_one_of(_STATED)), _enum(_STATED)]
Level = Annotated[str, AfterValidator(_one_of(LEVELS)), _enum(LEVELS)]
LocalLevel = Annotated[str, AfterValidator(_one_of(_LOCAL_LEVELS)), _enum(_LOCAL_LEVELS)]
Role = Annotated[str, AfterValidator(_one_of(_ROLES)), _enum(_ROLES)]
DefectSlug = Annotated[str, AfterValidator(_one_of(_DEFECTS)), _enum(_DEFECTS)]
IsoDate = Annotated[str, Field(pattern="^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
"""Perhaps partial: 2024, 2024-06, 2024-06-05."""
Name = Annotated[str, Field(min_length=1, max_length=500)]


class Parameters(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ListParameters(Parameters):
    """What every list takes."""

    limit: int = Field(50, ge=1, le=500, description="Most results of a page.")
    cursor: str | None = Field(None, max_length=2000, description="From the page before.")
    total: bool = Field(False, description="Add the number of results of all pages.")
    fields: str | None = Field(
        None, max_length=500, description="Members of each result to keep, joined by commas; without it all."
    )

    def wanted(self, list_name: str, key_type: KeyType = BY_ID) -> pages.Wanted:
        """The part of the list that is wanted, whose keys are of the type. Raises `BadParameterError`."""
        after = None if self.cursor is None else read_cursor(self.cursor, self._question(list_name), key_type)
        return pages.Wanted(self.limit, after, self.total)

    def write_cursor(self, key: pages.Key | None, list_name: str) -> str | None:
        """The cursor of the next page of the list; None on the last."""
        return None if key is None else write_cursor(key, self._question(list_name))

    def kept(self, page: type[Wire]) -> dict[str, Any] | None:
        """Which members are written; None for all. Raises `BadParameterError` for a name that results do not have."""
        if self.fields is None:
            return None
        names = {name.strip() for name in self.fields.split(",")}
        known = page.model_fields["results"].annotation
        members = get_args(known)[0].model_fields
        if unknown := sorted(names - members.keys()):
            raise BadParameterError("fields", f"{', '.join(map(repr, unknown))}: results have {', '.join(members)}")
        return dict.fromkeys(page.model_fields, True) | {"results": {"__all__": names}}

    def _question(self, list_name: str) -> str:
        asked = self.model_dump_json(exclude={"limit", "cursor", "total", "fields"})
        return f"{list_name} {asked}"


Id = Annotated[str, Path(max_length=500)]
