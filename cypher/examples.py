"""Documents and a body about which what is loaded has something to say: questions to begin with."""

from dataclasses import dataclass

from cypher.documents import read_summaries
from cypher.results import BodyName, DocumentSummary
from cypher.transactions import Statements
from loaders.records import LEVELS


@dataclass(frozen=True, slots=True)
class Examples:
    """Each is None where nothing that is loaded fits."""

    cascade: DocumentSummary | None
    """A central document that others implement."""
    lowest: DocumentSummary | None
    """A held document of the lowest level that implements another local one."""
    body: BodyName | None
    """A body with tasks that have a date."""


def read_examples(statements: Statements) -> Examples:
    """The same ones for the same graph."""
    names = {"cascade": statements.run("read/example_cascade")}
    names["lowest"] = statements.run("read/example_lowest", levels=list(LEVELS[1:]))
    ids = {name: rows[0]["id"] for name, rows in names.items() if rows}
    summaries = read_summaries(statements, ids.values())
    bodies = [BodyName(row["id"], row["name"]) for row in statements.run("read/example_body")]
    found = {name: summaries[ids[name]] if name in ids else None for name in names}
    return Examples(found["cascade"], found["lowest"], bodies[0] if bodies else None)
