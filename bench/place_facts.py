"""Writes loaders/facts/{provinces,districts,communes}.csv from the data of the package vietnamadminunits.

    python bench/place_facts.py

Run it when the package has a release with newer data; the written files are committed. Units that the
package does not know because they went before 2025 stand in loaders/facts/former_places.csv, by hand.
"""

import csv
import json
import sqlite3
from collections.abc import Iterable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

FACTS = Path(__file__).parents[1] / "loaders" / "facts"
KINDS = ("Thành phố", "Thị xã", "Thị trấn", "Đặc khu", "Tỉnh", "Huyện", "Quận", "Phường", "Xã")
SOURCE = "Resolution 202/2025/QH15; data of vietnamadminunits"


def write(name: str, columns: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Writes one facts file with sorted rows."""
    with (FACTS / name).open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(columns.split(","))
        ordered = sorted(rows)
        writer.writerows(ordered)
    print(f"{name}: {len(ordered)} rows")


def main() -> None:
    """Reads the package's files without importing it, which would load geopy and shapely."""
    spec = find_spec("vietnamadminunits")
    if spec is None or spec.origin is None:
        raise SystemExit("vietnamadminunits is not installed: pip install -e '.[dev]'")
    data = Path(spec.origin).parent / "data"
    merged = json.loads((data / "converter_2025.json").read_text(encoding="utf-8"))
    db = sqlite3.connect(f"file:{data / 'dataset.db'}?mode=ro", uri=True)
    source = f"{SOURCE} {version('vietnamadminunits')}"

    new_codes = dict(db.execute("SELECT DISTINCT provinceKey, provinceCode FROM admin_units"))
    successor = {old: new_codes[new] for new, olds in merged["DICT_PROVINCE"].items() for old in olds}
    provinces = []
    for unit_set, table in (("63", "admin_units_legacy"), ("34", "admin_units")):
        query = f"SELECT DISTINCT provinceCode, province, provinceKey FROM {table}"  # noqa: S608
        for code, full, key in db.execute(query):
            into = successor[key] if unit_set == "63" else ""
            provinces.append((unit_set, code, *kind_and_name(full), into, full, source))
    write("provinces.csv", "set,code,kind,name,merged_into,example,source", provinces)

    query = "SELECT DISTINCT provinceCode, districtCode, district FROM admin_units_legacy"
    districts = [(p, c, *kind_and_name(full), full, source) for p, c, full in db.execute(query)]
    write("districts.csv", "province,code,kind,name,example,source", districts)

    new_wards = {(p, k): c for p, k, c in db.execute("SELECT provinceKey, wardKey, wardCode FROM admin_units")}
    ward_successor = {
        old: new_wards.get((province, new), "")
        for province, wards in merged["DICT_PROVINCE_WARD_NO_DIVIDED"].items()
        for new, olds in wards.items()
        for old in olds
    }
    communes = []
    for p, d, code, full, *keys in db.execute(
        "SELECT provinceCode, districtCode, wardCode, ward, provinceKey, districtKey, wardKey"
        " FROM admin_units_legacy WHERE wardCode IS NOT NULL"
    ):
        communes.append(("63", p, d, code, *kind_and_name(full), ward_successor.get("_".join(keys), "")))
    for p, code, full in db.execute("SELECT provinceCode, wardCode, ward FROM admin_units"):
        communes.append(("34", p, "", code, *kind_and_name(full), ""))
    write("communes.csv", "set,province,district,code,kind,name,merged_into", communes)


def kind_and_name(full: str) -> tuple[str, str]:
    """The kind and the bare name of a unit; numbered units keep the kind in the name.

    >>> kind_and_name("Thành phố Bến Tre"), kind_and_name("Phường 8")
    (('thành phố', 'Bến Tre'), ('phường', 'Phường 8'))
    """
    kind = next(kind for kind in KINDS if full.lower().startswith(kind.lower() + " "))
    name = full[len(kind) + 1 :]
    return kind.lower(), full if name.isdigit() else name


if __name__ == "__main__":
    main()
