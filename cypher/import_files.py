"""CSV files as `neo4j-admin database import` reads them: a table for nodes of the same labels, one for edges of a type.

Text is always quoted, so that an empty text and a missing value differ; the items of a list are parted by U+001F,
which no text of ours may hold in a list. The header of a table is a file of its own, written last: the types of its
columns are those of the values that came. The names of its columns must be told before, as the importer wants every
row to have as many fields as the header.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Self

from cypher.errors import ExportError

LIST_DELIMITER: Final = "\x1f"
_TYPES: Final = {bool: "boolean", int: "long", float: "double", str: "string"}


@dataclass(slots=True)
class _Table:
    """One data file and the columns of its properties."""

    rows: IO[str]
    columns: dict[str, str | None]
    """Name -> type; None while only empty lists were met."""
    empty: set[str] = field(default_factory=set)
    """Columns in which empty lists were met."""
    missing: set[str] = field(default_factory=set)
    longest: int = 0
    count: int = 0


class ImportFiles:
    """The tables in a folder; a context manager that writes the headers when its block ends well."""

    def __init__(
        self,
        folder: Path,
        node_columns: Iterable[tuple[Sequence[str], str]],
        edge_columns: Iterable[tuple[str, str]],
    ) -> None:
        """`node_columns` has (labels, property), `edge_columns` (type, property)."""
        self._folder = folder
        self._columns: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for labels, column in node_columns:
            self._columns["nodes", *sorted(labels)].append(column)
        for type_, column in edge_columns:
            self._columns["relationships", type_].append(column)
        self._files = ExitStack()
        self._tables: dict[tuple[str, str, tuple[str, ...]], _Table] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._files.close()
        if error is None:
            self._write_headers()

    def add_node(self, element: str, labels: Sequence[str], properties: Mapping[str, Any]) -> None:
        """One node; `element` names it for its edges."""
        self._add("nodes", "-".join(sorted(labels)), tuple(sorted(labels)), (element,), properties)

    def add_edge(self, origin: str, type_: str, target: str, properties: Mapping[str, Any]) -> None:
        self._add("relationships", type_, (type_,), (origin, target), properties)

    def count(self, kind: str) -> int:
        """How many rows of `nodes` or `relationships` were added."""
        return sum(table.count for key, table in self._tables.items() if key[0] == kind)

    def arguments(self) -> list[str]:
        """What the importer has to be told about the files, in the order in which it wants it."""
        longest = max((table.longest for table in self._tables.values()), default=0)
        return [
            *(
                f"--{kind}={':'.join(labels)}={kind}-{name}-header.csv,{kind}-{name}.csv"
                for kind, name, labels in sorted(self._tables)
            ),
            "--id-type=string",
            "--array-delimiter=U+001F",
            "--multiline-fields=true",
            f"--read-buffer-size={max(4, 4 * longest // 1_000_000 + 1)}m",
        ]

    def empty_lists(self) -> list[str]:
        """Statements that give the empty lists back, which the importer takes for missing values."""
        return [
            f"MATCH {_pattern(kind, labels)} WHERE n.{column} IS NULL{_no_other_labels(kind, labels)}\n"
            f"CALL (n) {{ SET n.{column} = [] }} IN TRANSACTIONS OF 10000 ROWS"
            for (kind, _, labels), table in sorted(self._tables.items(), key=itemgetter(0))
            for column in sorted(table.empty)
        ]

    def _add(
        self, kind: str, name: str, labels: tuple[str, ...], ends: tuple[str, ...], properties: Mapping[str, Any]
    ) -> None:
        table = self._tables.get((kind, name, labels))
        if table is None:
            path = self._folder / f"{kind}-{name}.csv"
            columns = dict.fromkeys(sorted(set(self._columns[kind, *labels])))
            table = _Table(self._files.enter_context(path.open("w", encoding="utf-8", newline="")), columns)
            self._tables[kind, name, labels] = table
        for column in table.columns:
            _note(table, name, column, properties.get(column))
        line = ",".join((*(_quoted(end) for end in ends), *(_cell(properties.get(column)) for column in table.columns)))
        table.rows.write(line + "\n")
        table.longest = max(table.longest, len(line))
        table.count += 1

    def _write_headers(self) -> None:
        for (kind, name, _), table in self._tables.items():
            ends = (":ID",) if kind == "nodes" else (":START_ID", ":END_ID")
            header = ",".join((*ends, *(f"{column}:{type_ or 'string[]'}" for column, type_ in table.columns.items())))
            (self._folder / f"{kind}-{name}-header.csv").write_text(header + "\n", encoding="utf-8")


def _pattern(kind: str, labels: tuple[str, ...]) -> str:
    return f"(n:{':'.join(labels)})" if kind == "nodes" else f"()-[n:{labels[0]}]->()"


def _no_other_labels(kind: str, labels: tuple[str, ...]) -> str:
    return f" AND size(labels(n)) = {len(labels)}" if kind == "nodes" else ""


def _note(table: _Table, name: str, column: str, value: Any) -> None:
    if value is None or value == []:
        (table.missing if value is None else table.empty).add(column)
        if column in table.missing & table.empty:
            raise ExportError(f"{name}.{column} is an empty list in one place and missing in another")
        return
    known, found = table.columns[column], _type_of(value)
    if known != found:
        if known is not None:
            raise ExportError(f"{name}.{column} is {known} in one place and {found} in another")
        table.columns[column] = found


def _type_of(value: Any) -> str:
    """The importer's name of the value's type."""
    if isinstance(value, list):
        types = {_type_of(item) for item in value}
        if len(types) > 1:
            raise ExportError(f"a list holds values of several types: {value!r}")
        return f"{types.pop()}[]"
    if type(value) not in _TYPES:
        raise ExportError(f"a value is of a type that the importer is not given: {value!r}")
    return _TYPES[type(value)]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        items = [_plain(item) for item in value]
        if any(LIST_DELIMITER in item for item in items):
            raise ExportError(f"a text in a list holds U+001F, which parts the items of lists: {value!r}")
        return _quoted(LIST_DELIMITER.join(items))
    return _quoted(value) if isinstance(value, str) else _plain(value)


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
