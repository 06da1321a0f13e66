"""Everything in a graph, in one order, so that two graphs can be compared."""

import json
from typing import Any

from neo4j import Driver, GraphDatabase

from cypher.local_server import ServerAddress

_NODES = "MATCH (n) WHERE NOT n:Schema RETURN elementId(n) AS element, labels(n) AS labels, properties(n) AS properties"
_EDGES = (
    "MATCH (a)-[e]->(b) "
    "RETURN elementId(a) AS origin, type(e) AS type, properties(e) AS properties, elementId(b) AS target"
)


class Graph:
    """A database behind the store's back."""

    def __init__(self, address: ServerAddress) -> None:
        self._driver: Driver = GraphDatabase.driver(address.uri, auth=(address.username, address.password))
        self._database = address.database

    def close(self) -> None:
        self._driver.close()

    def ask(self, query: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a query."""
        records, _, _ = self._driver.execute_query(query, parameters, database_=self._database)
        return [record.data() for record in records]

    def wipe(self) -> None:
        """Take everything out but the schema."""
        self.ask("MATCH (n) WHERE NOT n:Schema DETACH DELETE n")

    def dump(self) -> list[str]:
        """Every node and every edge with all properties, sorted."""
        names, lines = {}, []
        for row in self.ask(_NODES):
            properties = row["properties"]
            key = properties.get("id") or f"text of {properties['document']}"
            names[row["element"]] = key
            lines.append(_line(sorted(row["labels"]), key, properties))
        lines += [
            _line(names[row["origin"]], row["type"], names[row["target"]], row["properties"])
            for row in self.ask(_EDGES)
        ]
        return sorted(lines)


def _line(*parts: Any) -> str:
    return json.dumps(parts, ensure_ascii=False, sort_keys=True)
