"""JSON-LD 1.1: documents as schema.org/Legislation, with terms of the ELI ontology beside those of schema.org.

The ids are this project's own and are no ELIs. A relation is given under the project's own term, and under a term of
schema.org or ELI where one means the same. The evidence of each relation is a node of its own.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from cypher.exporting import TABLES, Export
from cypher.rows import Row
from loaders.records import RELATIONS

TERMS: Final = "urn:x-vanban:terms#"
_CONTEXT: Final[Mapping[str, Any]] = {
    "@version": 1.1,
    "@vocab": "https://schema.org/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "vanban": TERMS,
}
_ALSO: Final = {
    "BASED_ON": ("eli:based_on",),
    "AMENDS": ("legislationAmends", "eli:amends"),
    "REPEALS": ("legislationRepeals", "eli:repeals"),
    "CITES": ("citation", "eli:cites"),
}
"""Relation -> terms of others that mean it. Those of implementing and replacing are about other things."""
_WHOLE_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def write_json_ld(export: Export) -> Iterator[bytes]:
    """The bytes of the file: a context and one graph."""
    yield b'{"@context":' + _dump(_CONTEXT).encode() + b',"@graph":[\n'
    first = True
    for nodes in _nodes(export):
        text = ",\n".join(map(_dump, nodes))
        if text:
            yield ("" if first else ",\n").encode() + text.encode("utf-8", "replace")
            first = False
    yield b"\n]}\n"


def _nodes(export: Export) -> Iterator[list[Row]]:
    by_name = {table.name: table for table in TABLES}
    for name, make in (
        ("documents", _document), ("bodies", _body), ("places", _place), ("tasks", _task), ("citations", _citation),
    ):  # fmt: skip
        for rows in export.rows(by_name[name]):
            yield [_without_nulls(make(row)) for row in rows]
    for rows in export.rows(by_name["edges"]):
        yield list(_joined(rows))


def _document(row: Row) -> Row:
    date = row["date"]
    return {
        "@id": row["id"],
        "@type": ["Legislation", "eli:LegalResource"],
        "identifier": row["id"],
        "legislationIdentifier": row["code"],
        "eli:id_local": row["code"],
        "legislationType": row["type"],
        "name": {"@value": row["title"], "@language": "vi"} if row["title"] else None,
        "legislationDate": _date(date),
        "eli:date_document": _date(date),
        "legislationPassedBy": _ref(row["issuer"]),
        "eli:passed_by": _ref(row["issuer"]),
        "inLanguage": "vi",
        "vanban:numberInferred": row["number_inferred"],
        **{f"vanban:{name}": row[name] for name in ("level", "held", "open", "source", "sha256", "signer")},
    }


def _body(row: Row) -> Row:
    kind = "GovernmentOrganization" if row["kind"] not in ("party", "group", "post") else "Organization"
    return {
        "@id": row["id"],
        "@type": kind,
        "name": row["name"],
        "vanban:kind": row["kind"],
        "vanban:level": row["level"],
    }


def _place(row: Row) -> Row:
    return {
        "@id": _place_id(row["id"]),
        "@type": "AdministrativeArea",
        "identifier": row["id"],
        "name": f"{row['kind']} {row['name']}",
        "vanban:level": row["level"],
        "vanban:validFrom": _date(row["valid_from"]),
        "vanban:validTo": _date(row["valid_to"]),
    }


def _task(row: Row) -> Row:
    return {
        "@id": row["id"],
        "@type": "vanban:Task",
        "text": row["text"],
        "isPartOf": _ref(row["document"]),
        "vanban:deadline": _date(row["deadline"]),
        "vanban:start": row["start"],
        "vanban:end": row["end"],
    }


def _citation(row: Row) -> Row:
    origin, _, _ = (row["edge"] or "").partition("|")
    return {
        "@id": row["id"],
        "@type": "vanban:Citation",
        "isPartOf": _ref(row["document"]),
        "vanban:refersTo": _ref(row["cited"]),
        "vanban:relationStartsAt": _ref(row["subject"]),
        "vanban:supportsRelationOf": _ref(origin or None),
        "vanban:relation": row["relation"],
        "vanban:quote": row["quote"],
        "vanban:start": row["start"],
        "vanban:end": row["end"],
        "vanban:context": row["context"],
        "vanban:rule": row["rule"],
        "vanban:confidence": row["confidence"],
    }


def _joined(rows: Iterable[Row]) -> Iterator[Row]:
    """A node for each thing at which edges start, with references to those at which they end."""
    joined: defaultdict[str, defaultdict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        for term in _terms(row["type"]):
            joined[_any_id(row["origin"])][term].append(_ref(_any_id(row["target"])))
    for origin, terms in joined.items():
        yield {"@id": origin, **terms}


def _terms(edge_type: str) -> tuple[str, ...]:
    words = edge_type.lower().split("_")
    own = "vanban:" + words[0] + "".join(word.capitalize() for word in words[1:])
    return (own, *_ALSO.get(edge_type, ())) if edge_type in RELATIONS else (own,)


def _any_id(id_: str) -> str:
    return id_ if id_.startswith(("vn:", "body:")) else _place_id(id_)


def _place_id(id_: str) -> str:
    """A place's id begins with a digit, with which no IRI begins."""
    return f"place:{id_}"


def _ref(id_: str | None) -> Row | None:
    return {"@id": id_} if id_ else None


def _date(date: str | None) -> Any:
    """A whole date is typed; a partial one stays text."""
    if date and _WHOLE_DATE.fullmatch(date):
        return {"@value": date, "@type": "xsd:date"}
    return date


def _without_nulls(node: Row) -> Row:
    return {name: value for name, value in node.items() if value is not None}


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
