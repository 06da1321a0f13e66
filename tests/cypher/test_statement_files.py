"""Statement files and their headers."""

import pytest

from cypher.errors import StatementError
from cypher.statement_files import load_statements, parse_statement

_GOOD = """// Finds names.
// In two lines.
// Parameters: ids, rows [{id, name}]
// Columns: id, first_name
UNWIND $rows AS row
MATCH (d:Document {id: row.id}) WHERE d.id IN $ids
CALL (d) { RETURN 1 AS other }
RETURN d.id AS id, coalesce(d.names, ['$no'])[0] AS first_name
ORDER BY id // $neither
"""


def test_a_header_that_agrees() -> None:
    statement = parse_statement("read/names", _GOOD)
    assert statement.parameters == {"ids", "rows"}
    assert statement.columns == ("id", "first_name")
    assert statement.text.startswith("UNWIND $given.rows AS row\n")
    assert statement.text.endswith("coalesce(d.names, ['$no'])[0] AS first_name\nORDER BY id // $neither")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("// Parameters: ids, rows [{id, name}]", "// Parameters: ids", "parameters"),
        ("// Parameters: ids,", "// Parameters: ids, limit,", "parameters"),
        ("// Columns: id, first_name", "// Columns: first_name, id", "columns"),
        ("// Columns: id, first_name", "// Columns: none", "columns"),
        ("// Columns: id, first_name\n", "", "header"),
        ("// Finds names.\n// In two lines.\n", "", "header"),
    ],
)
def test_a_header_that_does_not_agree_is_refused(old: str, new: str, reason: str) -> None:
    assert old in _GOOD
    with pytest.raises(StatementError, match=reason) as caught:
        parse_statement("read/names", _GOOD.replace(old, new))
    assert caught.value.file == "read/names"


def test_all_statements_load() -> None:
    statements = load_statements()
    assert {name.partition("/")[0] for name in statements} == {"schema", "write", "read"}
    unordered = [one.name for one in statements.values() if one.columns and "ORDER BY" not in one.text]
    assert sorted(unordered) == ["read/every_edge", "read/every_node"]  # which stream graphs of any size
