"""`vanban mcp`, spoken to by the protocol's own client."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters
from mcp.types import CallToolResult, ListToolsResult, TextContent

from tests.api.conftest import Run
from tests.api.serving import clean_environment

Call = tuple[str, dict[str, Any]]
_REFUSED: Sequence[tuple[Call, str]] = (
    (("trace", {"to": "33/NQ-CP"}), "32/NQ-CP"),
    (("document", {"name": "no such name"}), "no such name"),
    (("trace", {"to": "32/NQ-CP", "hops": 99}), "12"),
    (("trace", {"to": "32/NQ-CP", "level": ["village"]}), "commune"),
    (("coverage", {"limit": 0}), "1"),
)
_ANSWERED: Sequence[Call] = (
    ("trace", {"to": "nghi quyet 32/nq-cp"}),
    ("trace", {"to": "32/NQ-CP", "level": ["commune"]}),
    ("document", {"name": "32/NQ-CP", "limit": 1}),
    ("search", {"words": "doi moi sach giao khoa", "level": "central"}),
    ("coverage", {"limit": 3}),
    ("citations_lookup", {"text": "Căn cứ Nghị quyết số 32/NQ-CP"}),
)


@pytest.fixture(scope="module")
def said(vanban_program: str, samples_store: Path) -> tuple[ListToolsResult, list[CallToolResult]]:
    """What one `vanban mcp` lists, and what it says to all calls above, in their order."""
    command = StdioServerParameters(
        command=vanban_program, args=["mcp", "--store", str(samples_store)], env=dict(clean_environment())
    )

    async def converse() -> tuple[ListToolsResult, list[CallToolResult]]:
        async with Client(command, read_timeout_seconds=60) as client:
            calls = [*_ANSWERED, *(call for call, _ in _REFUSED)]
            return await client.list_tools(), [await client.call_tool(tool, given) for tool, given in calls]

    return anyio.run(converse)


def test_every_tool_only_reads_and_explains_itself(said: tuple[ListToolsResult, list[CallToolResult]]) -> None:
    tools = said[0].tools
    assert sorted(tool.name for tool in tools) == ["citations_lookup", "coverage", "document", "search", "trace"]
    for tool in tools:
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint
        assert tool.description
        assert tool.output_schema


def test_answers_are_those_of_the_command(
    said: tuple[ListToolsResult, list[CallToolResult]], samples_store: Path, run: Run
) -> None:
    results = said[1][: len(_ANSWERED)]
    assert not any(one.is_error for one in results), results
    traced, communes, found, searched, covered, looked_up = (one.structured_content or {} for one in results)
    expected = run("trace", "32/NQ-CP", "--format", "json", "--store", samples_store).json()
    assert traced["results"] == expected["results"]
    assert traced["total"] == len(expected["results"])
    (commune,) = communes["results"]
    assert commune["hops"][0]["evidence"][0]["quote"]
    assert found["document"]["summary"] == expected["target"]
    assert len(found["document"]["cited_by"]) == 1 < found["document"]["cited_by_count"]
    assert expected["target"]["id"] in [one["id"] for one in searched["results"]]
    assert len(covered["missing"]) == 3
    assert covered["missing"][0]["document"]["held"] is False
    (citation,) = looked_up["citations"]
    assert (citation["status"], citation["document"]["id"]) == (200, expected["target"]["id"])


@pytest.mark.parametrize("number", range(len(_REFUSED)), ids=[call[0] for call, _ in _REFUSED])
def test_what_cannot_be_answered_says_why(number: int, said: tuple[ListToolsResult, list[CallToolResult]]) -> None:
    result = said[1][len(_ANSWERED) + number]
    assert result.is_error
    text = " ".join(one.text for one in result.content if isinstance(one, TextContent))
    assert _REFUSED[number][1] in text
    assert "Traceback" not in text


def test_a_store_that_holds_nothing_ends_it(run: Run, tmp_path: Path) -> None:
    done = run("mcp", "--store", tmp_path / "none")
    assert (done.status, done.stdout) == (1, "")
    assert "holds no store yet" in done.stderr
