"""The citing document's own place and issuer, by which it leaves names short."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from loaders.place_facts import FIRST_DAY_OF_34
from loaders.places import LEVEL_OF_KIND
from loaders.records import Body, Place

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Home:
    """Where a document comes from: "UBND tỉnh" in it is that of its province. One a document, so one is only itself."""

    province: Place | None = None
    district: Place | None = None
    commune: Place | None = None
    issuer: Body | None = None
    level: str | None = None
    abbreviations: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """Short forms that the document defines itself, as printed -> what they stand for."""
    date: str | None = None
    """Of the document; it tells the places before 2025-07-01 from those since."""

    @property
    def time(self) -> str | None:
        """The date, or a day on which the document's province stood."""
        if self.date or self.province is None:
            return self.date
        return self.province.valid_to or FIRST_DAY_OF_34

    def own_place(self) -> Place | None:
        """The place of the document's own level."""
        by_level = {"province": self.province, "district": self.district, "commune": self.commune}
        return by_level.get(self.level or "")

    def place_of_kind(self, kind: str) -> Place | None:
        """The document's own unit of that kind ("tỉnh", "thành phố"), the document's own level first, or None.

        A text calls its own unit by any kind of the same level: "huyện" never means a province.
        """
        by_level = {"province": self.province, "district": self.district, "commune": self.commune}
        own = self.own_place()
        if own and own.kind == kind:
            return own
        units = (by_level[level] for level in LEVEL_OF_KIND[kind])
        return next((unit for unit in units if unit and unit.kind == kind), None)


EMPTY_HOME = Home()
