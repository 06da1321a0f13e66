"""The symbols that name issuers in document numbers, from facts/issuers.csv."""

from loaders.facts_files import read_facts, split_cell

_ROWS = tuple(read_facts("issuers.csv"))

ISSUER_SYMBOLS = frozenset(symbol for row in _ROWS for symbol in split_cell(row["symbols"]))
"""Every known symbol: CP, TTg, BGDĐT, SGD&ĐT, UBND."""

PARTY_ISSUER_SYMBOLS = frozenset(symbol for row in _ROWS if row["kind"] == "party" for symbol in split_cell(row["symbols"]))
"""Those that follow the slash of a Party number: TW, TU, HU, ĐU."""
