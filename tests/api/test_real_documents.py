"""The main question on the five real documents, which are kept beside the project."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.api.conftest import Run

BEN_TRE, SO_BEN_TRE = "Ủy ban nhân dân tỉnh Bến Tre", "Sở Giáo dục và Đào tạo tỉnh Bến Tre"
LANG_SON, CAO_LOC = "Ủy ban nhân dân tỉnh Lạng Sơn", "Ủy ban nhân dân huyện Cao Lộc"
FOUR = {
    (BEN_TRE, "5798/KH-UBND", False),
    (LANG_SON, "100/KH-UBND", False),
    (SO_BEN_TRE, None, True),
    (CAO_LOC, None, True),
}


@pytest.fixture(scope="module")
def store(run: Run, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("real") / "store"
    loaded = run("load", "--store", folder, shared / "samples")
    assert loaded.status == 0, loaded.stderr
    yield folder
    run("neo4j", "stop", "--store", folder)


def trace(run: Run, store: Path, *arguments: str) -> Any:
    done = run("trace", *arguments, "--format", "json", "--store", store)
    assert done.status == 0, done.stderr
    return done.json()


def found(answer: Any) -> set[tuple[str, str | None, bool]]:
    documents = [result["document"] for result in answer["results"]]
    assert len(documents) == len({document["id"] for document in documents})
    return {(document["issuer"]["name"], document["code"], document["held"]) for document in documents}


def test_exactly_four_local_documents_trace_back_to_the_resolution(run: Run, store: Path) -> None:
    answer = trace(run, store, "32/NQ-CP")
    assert found(answer) == FOUR
    assert answer["unknown_level"] == 0


def test_a_longer_way_is_shown_when_asked_for(run: Run, store: Path) -> None:
    answer = trace(run, store, "32/NQ-CP", "--all-paths")
    assert found(answer) == FOUR
    by_issuer = {result["document"]["issuer"]["name"]: result for result in answer["results"]}
    through = by_issuer[LANG_SON]["document"]["id"]
    ways = [[hop["to"] for hop in way] for way in by_issuer[CAO_LOC]["paths"]]
    assert [through, answer["target"]["id"]] in ways


def test_the_law_s_resolution_is_three_steps_away(run: Run, store: Path) -> None:
    answer = trace(run, store, "88/2014/QH13", "--relation", "IMPLEMENTS", "--relation", "SUPERVISES")
    assert found(answer) == FOUR
    assert {len(result["hops"]) for result in answer["results"]} == {3}


def test_every_quote_stands_at_its_offsets(run: Run, store: Path, shared: Path) -> None:
    places = [
        place
        for result in trace(run, store, "32/NQ-CP", "--all-paths")["results"]
        for way in result["paths"]
        for hop in way
        for place in hop["evidence"]
    ]
    assert places
    for place in places:
        text = (shared / "samples" / place["source"]).read_text(encoding="utf-8")
        assert " ".join(text[place["start"] : place["end"]].split()) == place["quote"]


def test_loading_again_changes_nothing(run: Run, store: Path, shared: Path) -> None:
    before = trace(run, store, "32/NQ-CP", "--all-paths")
    again = run("load", "--store", store, shared / "samples")
    assert "5 documents (5 unchanged)" in again.stderr
    assert trace(run, store, "32/NQ-CP", "--all-paths") == before
