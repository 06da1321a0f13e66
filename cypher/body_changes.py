"""Bodies and places in a change: they stay while a document mentions them, with the facts that most documents state."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import orjson

from cypher.rows import Row
from cypher.transactions import Statements


@dataclass(frozen=True, slots=True)
class Unmentioned:
    """What nothing may mention any more after the change."""

    bodies: list[str]
    places: list[str]


def change_bodies(
    statements: Statements,
    before: Iterable[Mapping[str, str]],
    after: Iterable[Mapping[str, str]],
    places: Mapping[str, Row],
) -> Unmentioned:
    """Write the bodies whose mentions change; `before` and `after` give the facts of each body, a document each."""
    delta: Counter[tuple[str, str]] = Counter()
    for document in before:
        delta.subtract(document.items())
    for document in after:
        delta.update(document.items())
    changes = {key: count for key, count in delta.items() if count}
    ids = sorted({body for body, _ in changes})
    stored = {row["id"]: orjson.loads(row["votes"]) for row in statements.find("read/body_votes", "ids", ids)}
    votes: dict[str, Counter[str]] = {body: Counter(stored.get(body, {})) for body in ids}
    for (body, facts), count in changes.items():
        votes[body][facts] += count
    mentioned = {body: {facts: n for facts, n in counted.items() if n} for body, counted in votes.items()}
    _write_places(statements, places)
    statements.write("write/bodies", [_body_row(body, counted) for body, counted in mentioned.items() if counted])
    joined = {body for body, counted in mentioned.items() if counted and counted.keys() != stored.get(body, {}).keys()}
    statements.write("write/body_edges", [_edge_row(body, mentioned[body]) for body in sorted(joined)])
    lost = {orjson.loads(facts)["place"] for (_, facts), count in changes.items() if count < 0}
    return Unmentioned([body for body, counted in mentioned.items() if not counted], sorted(lost - {None}))


def delete_unmentioned(statements: Statements, unmentioned: Unmentioned) -> None:
    """Delete the bodies that went, then the places that nothing leads to, from the lowest up."""
    if unmentioned.bodies:
        statements.run("write/delete_bodies", ids=unmentioned.bodies)
    left = unmentioned.places
    while left:
        above = [row["id"] for row in statements.run("read/places_above", ids=left)]
        deleted = statements.run("write/delete_places", ids=left)[0]["deleted"]
        left = above if deleted else []


def _write_places(statements: Statements, places: Mapping[str, Row]) -> None:
    rows = [places[place] for place in sorted(places)]
    if not rows:
        return
    statements.write("write/places", [{"id": row["id"], "properties": row["properties"]} for row in rows])
    statements.run(
        "write/place_edges",
        parts=[{"id": row["id"], "above": row["part_of"]} for row in rows if row["part_of"]],
        mergers=[
            {"id": row["id"], "into": row["merged_into"], "date": row["merged_on"]}
            for row in rows
            if row["merged_into"]
        ],
    )


def _body_row(body: str, counted: Mapping[str, int]) -> Row:
    facts = orjson.loads(min(counted, key=lambda text: (-counted[text], text)))
    properties = {name: value for name, value in facts.items() if name not in ("place", "part_of")}
    return {
        "id": body,
        # With spaces, as older programs wrote them: a body that keeps its votes is not written again.
        "properties": properties | {"votes": json.dumps(dict(counted), ensure_ascii=False, sort_keys=True)},
    }


def _edge_row(body: str, counted: Mapping[str, int]) -> Row:
    facts = [orjson.loads(text) for text in counted]
    return {
        "id": body,
        "places": sorted({one["place"] for one in facts if one["place"]}),
        "above": sorted({one["part_of"] for one in facts if one["part_of"]}),
    }
