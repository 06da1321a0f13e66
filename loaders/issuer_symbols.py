"""The symbols that name issuers in document numbers, from facts/issuers.csv."""

from loaders.facts_files import read_facts, split_cell

_ROWS = tuple(read_facts("issuers.csv"))

ISSUER_SYMBOLS = frozenset(symbol for row in _ROWS for symbol in split_cell(row["symbols"]))
"""Every known symbol: CP, TTg, BGDĐT, SGD&ĐT, UBND."""

_STATE_SYMBOLS = frozenset(symbol for row in _ROWS if row["kind"] != "party" for symbol in split_cell(row["symbols"]))
PARTY_ISSUER_SYMBOLS = (
    frozenset(symbol for row in _ROWS if row["kind"] == "party" for symbol in split_cell(row["symbols"]))
    - _STATE_SYMBOLS
)
"""Those of the Party alone, which follow the slash of its numbers: TW, TU, HU, ĐU; BCT is a ministry's too."""
