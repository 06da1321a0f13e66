"""The administrative units of the facts as `Place` records, read when first asked for.

Set 63 holds the provinces, districts and communes that stood until 2025-06-30, set 34 the two levels since
2025-07-01; `former_places.csv` adds units of set 63 that had gone before. Codes are those of the General
Statistics Office: unique within a set and level.
"""

import csv
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from loaders.facts_files import read_facts
from loaders.records import Place
from loaders.spelling import settle_words

LAST_DAY_OF_63 = "2025-06-30"
FIRST_DAY_OF_34 = "2025-07-01"


@lru_cache(maxsize=1)
def provinces() -> dict[str, Place]:
    """Every province by id, both sets and the former ones."""
    rows = list(read_facts("provinces.csv"))
    places: dict[str, Place] = {}
    for row in rows:
        if row["set"] == "34":
            identity = f"34:province:{row['code']}"
            places[identity] = Place(identity, row["code"], row["name"], row["kind"], "province", FIRST_DAY_OF_34, None)
    for row in rows:
        if row["set"] == "63":
            identity = f"63:province:{row['code']}"
            places[identity] = Place(
                identity,
                row["code"],
                row["name"],
                row["kind"],
                "province",
                None,
                LAST_DAY_OF_63,
                merged_into=places[f"34:province:{row['merged_into']}"],
                merged_on=FIRST_DAY_OF_34,
            )
    for row in read_facts("former_places.csv"):
        if not row["part_of"]:
            successor = places[row["merged_into"]]
            if successor.code == row["code"]:
                successor = places[successor.id] = replace(successor, valid_from=row["merged_on"])
            places[row["id"]] = _former(row, "province", None, successor)
    return places


@lru_cache(maxsize=1)
def districts() -> dict[str, Place]:
    """Every district by id; all of set 63."""
    places: dict[str, Place] = {}
    for row in read_facts("districts.csv"):
        identity = f"63:district:{row['code']}"
        province = provinces()[f"63:province:{row['province']}"]
        places[identity] = Place(
            identity, row["code"], row["name"], row["kind"], "district", None, LAST_DAY_OF_63, province
        )
    for row in read_facts("former_places.csv"):
        if row["part_of"]:
            places[row["id"]] = _former(row, "district", provinces()[row["part_of"]], places.get(row["merged_into"]))
    return places


def _former(row: dict[str, str], level: str, part_of: Place | None, successor: Place | None) -> Place:
    return Place(
        row["id"],
        row["code"],
        row["name"],
        row["kind"],
        level,
        row["valid_from"] or None,
        row["valid_to"] or None,
        part_of,
        successor,
        row["merged_on"] or None,
    )


@lru_cache(maxsize=1)
def _commune_rows() -> dict[tuple[str, ...], list[list[str]]]:
    """Rows of communes.csv (set, province, district, code, kind, name, merged_into) by settled name."""
    rows: dict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    lines = (files("loaders") / "facts" / "communes.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.reader(lines[1:]):
        rows[tuple(row[5].lower().replace("-", " ").split())].append(row)
    return dict(rows)


@lru_cache(maxsize=1)
def _names_by_level() -> dict[str, dict[tuple[str, ...], tuple[Place, ...]]]:
    index: dict[str, dict[tuple[str, ...], list[Place]]] = {
        "province": defaultdict(list),
        "district": defaultdict(list),
    }
    for level, units in (("province", provinces()), ("district", districts())):
        for place in units.values():
            index[level][settle_words(place.name)].append(place)
    for row in read_facts("place_aliases.csv"):
        names = index[row["level"]]
        known = names[settle_words(row["name"])]
        if names.get(settle_words(row["also_written"])) is not known:
            names[settle_words(row["also_written"])] = known
    return {level: {key: tuple(units) for key, units in names.items()} for level, names in index.items()}


def places_named(key: tuple[str, ...], level: str) -> tuple[Place, ...]:
    """The places of a level with exactly these settled words as their name."""
    if level != "commune":
        return _names_by_level()[level].get(key, ())
    return tuple(_commune(tuple(row)) for row in _commune_rows().get(key, ()))


def is_place_name(key: tuple[str, ...], level: str) -> bool:
    """Whether some place of the level has this name, without making records."""
    return key in (_commune_rows() if level == "commune" else _names_by_level()[level])


def names_of_level(level: str) -> tuple[tuple[str, ...], ...]:
    """The settled names of a level."""
    return tuple(_commune_rows() if level == "commune" else _names_by_level()[level])


@lru_cache(maxsize=4096)
def _commune(row: tuple[str, ...]) -> Place:
    unit_set, province, district, code, kind, name, merged_into = row
    if unit_set == "34":
        return Place(
            f"34:commune:{code}",
            code,
            name,
            kind,
            "commune",
            FIRST_DAY_OF_34,
            None,
            provinces()[f"34:province:{province}"],
        )
    successor = _new_commune(merged_into) if merged_into else None
    return Place(
        f"63:commune:{code}",
        code,
        name,
        kind,
        "commune",
        None,
        LAST_DAY_OF_63,
        districts()[f"63:district:{district}"],
        successor,
        FIRST_DAY_OF_34 if successor else None,
    )


def _new_commune(code: str) -> Place | None:
    row = _rows_of_34().get(code)
    return _commune(row) if row else None


@lru_cache(maxsize=1)
def _rows_of_34() -> dict[str, tuple[str, ...]]:
    return {row[3]: tuple(row) for rows in _commune_rows().values() for row in rows if row[0] == "34"}
