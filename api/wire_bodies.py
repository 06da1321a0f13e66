"""What the service sends about bodies and places."""

from pydantic import Field

from api.wire import Page, Wire
from api.wire_documents import ListedTask


class Above(Wire):
    """What a body or place is part of or lies in, and which table says so."""

    id: str
    name: str
    source: str | None


class BodySummary(Wire):
    id: str
    name: str
    kind: str | None = Field(
        description="assembly, government, ministry, party, people_committee, people_council, department, office,"
        " school, post, group or other."
    )
    level: str | None
    province: str | None
    district: str | None
    commune: str | None


class BodyDetail(BodySummary):
    """One body, and how many documents and tasks refer to it."""

    part_of: list[Above]
    located_in: list[Above]
    issued: int = Field(description="Documents that it issued.")
    received: int = Field(description="Documents that are sent to it.")
    tasks: int = Field(description="Tasks that it has.")


class BodyPage(Page[BodySummary]):
    pass


class BodyTask(ListedTask):
    """A task of a body, with the document that orders it."""

    role: str = Field(description="The role of the body in it: lead, coordinate or all.")


class BodyTaskPage(Page[BodyTask]):
    pass


class Became(Above):
    date: str | None


class PlaceSummary(Wire):
    id: str
    code: str
    name: str
    kind: str
    level: str
    valid_from: str | None
    valid_to: str | None


class PlaceDetail(PlaceSummary):
    part_of: list[Above]
    merged_into: list[Became]


class PlacePage(Page[PlaceSummary]):
    pass
