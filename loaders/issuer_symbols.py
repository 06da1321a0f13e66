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

_OF_CENTRE = frozenset(symbol for row in _ROWS if row["level"] == "central" for symbol in split_cell(row["symbols"]))
_OF_OTHERS = frozenset(symbol for row in _ROWS if row["level"] != "central" for symbol in split_cell(row["symbols"]))
CENTRAL_ISSUER_SYMBOLS = _OF_CENTRE - _OF_OTHERS
LOCAL_ISSUER_SYMBOLS = _OF_OTHERS - _OF_CENTRE
"""Those of the centre alone (CP, TTg, TW), and those of no body of it (UBND, TU, SNV)."""
