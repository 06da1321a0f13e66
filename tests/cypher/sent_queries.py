"""A plugin of pytest (`-p tests.cypher.sent_queries --sent-queries FILE`) that writes down what the driver sent.

It looks on at the driver, not at the store: what the server was not asked is not in the file.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from neo4j import ManagedTransaction, Result

_SENT = pytest.StashKey[set[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--sent-queries", type=Path, help="file for the texts of the queries that were sent, as JSON")


def pytest_configure(config: pytest.Config) -> None:
    sent: set[str] = set()
    config.stash[_SENT] = sent
    send = ManagedTransaction.run

    def run(transaction: ManagedTransaction, query: Any, *arguments: Any, **parameters: Any) -> Result:
        result = send(transaction, query, *arguments, **parameters)
        sent.add(str(query))
        return result

    pytest.MonkeyPatch().setattr(ManagedTransaction, "run", run)


def pytest_unconfigure(config: pytest.Config) -> None:
    sent = config.stash[_SENT]
    config.getoption("--sent-queries").write_text(json.dumps(sorted(sent)), encoding="utf-8")
