"""Everything that a graph holds, in one order: equal dumps are equal graphs."""

from collections.abc import Mapping
from typing import Any

from neo4j import Driver

_NODES = "MATCH (n) WHERE NOT n:Schema RETURN labels(n) AS labels, properties(n) AS properties"
_EDGES = """
MATCH (a)-[r]->(b)
RETURN labels(a) AS from_labels, properties(a) AS origin, type(r) AS type, properties(r) AS properties,
       labels(b) AS to_labels, properties(b) AS target
"""


def dump_graph(driver: Driver, database: str) -> tuple[str, ...]:
    """One line for each node and each edge, sorted; nodes are named by their own keys, never by the server's.

    The schema node, which counts the changes that were made, is left out.
    """
    nodes, _, _ = driver.execute_query(_NODES, database_=database)
    edges, _, _ = driver.execute_query(_EDGES, database_=database)
    lines = [f"{sorted(node['labels'])} {_stable(node['properties'])}" for node in nodes]
    lines += [
        f"{_key(edge['from_labels'], edge['origin'])} -{edge['type']} {_stable(edge['properties'])}->"
        f" {_key(edge['to_labels'], edge['target'])}"
        for edge in edges
    ]
    return tuple(sorted(lines))


def clear_graph(driver: Driver, database: str) -> None:
    """Removes every node and edge; constraints and indexes stay."""
    driver.execute_query("MATCH (n) WHERE NOT n:Schema DETACH DELETE n", database_=database)


def _key(labels: list[str], properties: Mapping[str, Any]) -> str:
    return f"{sorted(labels)}:{properties.get('id') or properties.get('sha256') or _stable(properties)}"


def _stable(properties: Mapping[str, Any]) -> str:
    return repr(sorted(properties.items()))
