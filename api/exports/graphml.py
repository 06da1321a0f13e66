"""GraphML: documents, bodies, places, tasks and citations as nodes, whatever joins them as edges.

What GraphML has no type for becomes text: lists are JSON. Characters that XML cannot hold become U+FFFD.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from cypher.exporting import TABLES, Export, Table
from cypher.rows import Row

_NODES: Final = {
    "documents": "Document", "bodies": "Body", "places": "Place", "tasks": "Task", "citations": "Citation",
}  # fmt: skip
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INTEGERS: Final = frozenset(("year", "start", "end", "context_start", "context_end", "ordinal", "evidence_count"))
_NUMBERS: Final = frozenset(("confidence", "score"))
_FLAGS: Final = frozenset(("held", "open", "number_inferred", "inferred"))
_HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""


def write_graphml(export: Export) -> Iterator[bytes]:
    """The bytes of the file: keys, nodes, edges."""
    yield (_HEAD + "".join(_keys()) + '<graph id="vanban" edgedefault="directed">\n').encode()
    for table in TABLES:
        if table.name in _NODES:
            for rows in export.rows(table):
                yield "".join(_node(table, row) for row in rows).encode()
    for table in TABLES:
        if table.name in ("tasks", "citations", "edges"):
            for rows in export.rows(table):
                yield "".join(_edges(table, rows)).encode()
    yield b"</graph>\n</graphml>\n"


def _keys() -> Iterator[str]:
    for domain, names in (
        ("node", {"label", *(name for table in TABLES if table.name in _NODES for name in table.columns)} - {"id"}),
        ("edge", {"label", *TABLES[-1].columns} - {"origin", "target", "type"}),
    ):
        for name in sorted(names):
            yield f'<key id="{domain[0]}_{name}" for="{domain}" attr.name="{name}" attr.type="{_type_of(name)}"/>\n'


def _type_of(name: str) -> str:
    if name in _INTEGERS:
        return "long"
    if name in _NUMBERS:
        return "double"
    return "boolean" if name in _FLAGS else "string"


def _node(table: Table, row: Row) -> str:
    data = {"label": _NODES[table.name], **row}
    return f"<node id={_quoted(data.pop('id'))}>{_data('n', data)}</node>\n"


def _edges(table: Table, rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        if table.name == "edges":
            data = {name: value for name, value in row.items() if name not in ("origin", "type", "target")}
            yield _edge(row["origin"], row["type"], row["target"], data)
        elif table.name == "tasks":
            yield _edge(row["document"], "HAS_TASK", row["id"], {})
            yield from (_edge(row["id"], "HAS_CITATION", citation, {}) for citation in row["citations"])
        else:
            yield _edge(row["document"], "HAS_CITATION", row["id"], {})
            yield _edge(row["id"], "REFERS_TO", row["cited"], {})
            yield _edge(row["id"], "SUBJECT", row["subject"], {})


def _edge(origin: str, label: str, target: str, data: Mapping[str, Any]) -> str:
    content = _data("e", {"label": label, **data})
    return f"<edge source={_quoted(origin)} target={_quoted(target)}>{content}</edge>\n"


def _data(domain: str, values: Mapping[str, Any]) -> str:
    return "".join(
        f'<data key="{domain}_{name}">{escape(_xml(_text(value)))}</data>'
        for name, value in values.items()
        if value is not None
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _quoted(text: str) -> str:
    return quoteattr(_xml(text))


def _xml(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
