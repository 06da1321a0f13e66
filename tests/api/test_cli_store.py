"""The commands that need the graph, run on the real local Neo4j with the samples in it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.api.conftest import Run

LOCAL = {"province", "district", "commune"}


@pytest.fixture(scope="module")
def answer(run: Run, samples_store: Path) -> Any:
    done = run("trace", "32/NQ-CP", "--format", "json", "--store", samples_store)
    assert (done.status, done.stderr) == (0, "")
    return done.json()


def test_the_main_question_has_the_documented_form(answer: Any) -> None:
    assert list(answer) == ["target", "candidates", "results", "unknown_level"]
    assert answer["target"]["code"] == "32/NQ-CP"
    assert answer["candidates"] == []
    assert answer["results"]
    for result in answer["results"]:
        assert list(result) == ["document", "hops"]
        assert {"id", "code", "type", "title", "issuer", "level", "province", "district", "date", "held"} <= set(
            result["document"]
        )
        assert result["document"]["level"] in LOCAL
        for hop in result["hops"]:
            assert list(hop) == ["from", "relation", "to", "evidence"]
            assert hop["relation"] == "IMPLEMENTS"
            assert hop["evidence"]


def test_hops_lead_from_the_document_to_the_target(answer: Any) -> None:
    for result in answer["results"]:
        hops = result["hops"]
        assert hops[0]["from"] == result["document"]["id"]
        assert [hop["to"] for hop in hops[:-1]] == [hop["from"] for hop in hops[1:]]
        assert hops[-1]["to"] == answer["target"]["id"]


def test_results_come_by_hops_then_level(answer: Any) -> None:
    ranks = {"province": 0, "district": 1, "commune": 2}
    order = [(len(r["hops"]), ranks[r["document"]["level"]]) for r in answer["results"]]
    assert order == sorted(order)


def test_every_quote_stands_at_its_offsets_in_its_file(answer: Any, samples: Path) -> None:
    evidence = [e for result in answer["results"] for hop in result["hops"] for e in hop["evidence"]]
    for place in evidence:
        text = (samples / place["source"]).read_text(encoding="utf-8")
        for words, start, end in (("quote", "start", "end"), ("context", "context_start", "context_end")):
            stated = " ".join(place[words].split())
            assert " ".join(text[place[start] : place[end]].split()) == stated


def test_filters_narrow_the_answer(answer: Any, run: Run, samples_store: Path) -> None:
    everything = [r["document"]["id"] for r in answer["results"]]

    def ask(*options: str) -> list[str]:
        done = run("trace", "32/NQ-CP", "--format", "json", "--store", samples_store, *options)
        return [r["document"]["id"] for r in done.json()["results"]]

    held, not_held = ask("--held"), ask("--not-held")
    assert sorted(held + not_held) == sorted(everything)
    assert held
    by_level = [ask("--level", level) for level in sorted(LOCAL)]
    assert sorted([found for level in by_level for found in level]) == sorted(everything)
    assert sorted(ask("--level", "district", "--level", "commune")) == sorted(by_level[0] + by_level[1])
    one_hop = [r["document"]["id"] for r in answer["results"] if len(r["hops"]) == 1]
    assert ask("--hops", "1") == one_hop
    assert len(one_hop) < len(everything)
    assert ask("--type", "Báo cáo") == []
    assert ask("--relation", "REPEALS") == []


def test_all_paths_hold_the_shortest_one(answer: Any, run: Run, samples_store: Path) -> None:
    full = run("trace", "32/NQ-CP", "--all-paths", "--format", "json", "--store", samples_store).json()
    assert [r["document"]["id"] for r in full["results"]] == [r["document"]["id"] for r in answer["results"]]
    for result in full["results"]:
        ways = [[(hop["from"], hop["to"]) for hop in way] for way in result["paths"]]
        assert [(hop["from"], hop["to"]) for hop in result["hops"]] in ways
        assert [len(way) for way in ways] == sorted(len(way) for way in ways)


def test_the_table_shows_each_document_and_its_evidence(answer: Any, run: Run, samples_store: Path) -> None:
    done = run("trace", "32/NQ-CP", "--store", samples_store)
    assert done.status == 0
    folded = re.sub(r"[\s│]+", " ", done.stdout)
    for result in answer["results"]:
        if result["document"]["code"]:
            assert result["document"]["code"] in done.stdout
        for hop in result["hops"]:
            own = [place for place in hop["evidence"] if place["document"] == hop["from"]]
            place = (own or hop["evidence"])[0]
            assert " ".join(place["quote"].split()) in folded
            assert f"{place['source']} {place['start']}-{place['end']}" in done.stdout


@pytest.mark.parametrize(
    "name", ["NQ 32/NQ-CP", "Nghị quyết 32/NQ-CP năm 2024", "nghi quyet 32 nq cp", "Nghị quyết số 32/NQ-CP"]
)
def test_names_that_people_write(name: str, answer: Any, run: Run, samples_store: Path) -> None:
    done = run("trace", name, "--format", "json", "--store", samples_store)
    assert done.json()["target"]["id"] == answer["target"]["id"]


def test_an_id_is_a_name(answer: Any, run: Run, samples_store: Path) -> None:
    done = run("trace", answer["target"]["id"], "--format", "json", "--store", samples_store)
    assert done.json() == answer


def test_an_unknown_number_offers_the_nearest(run: Run, samples_store: Path) -> None:
    done = run("trace", "33/NQ-CP", "--format", "json", "--store", samples_store)
    assert done.status == 1
    assert "'33/NQ-CP'" in done.stderr
    said = done.json()
    assert said["target"] is None
    assert "32/NQ-CP" in [document["code"] for document in said["nearest"]]
    table = run("trace", "33/NQ-CP", "--store", samples_store)
    assert (table.status, table.stdout) == (1, "")
    assert "32/NQ-CP" in table.stderr


def test_loading_again_changes_nothing(run: Run, samples: Path, samples_store: Path, answer: Any) -> None:
    done = run("load", "--store", samples_store, samples)
    assert done.status == 0
    summary = done.stderr.splitlines()[-1]
    assert re.fullmatch(
        r"[0-9]+ documents \([0-9]+ unchanged\), [0-9]+ citations, [0-9]+ tasks, [0-9]+ unresolved, 0 failed", summary
    )
    assert done.stdout == ""
    assert run("trace", "32/NQ-CP", "--format", "json", "--store", samples_store).json() == answer


def plan(number: str, cites: str) -> str:
    return (
        f"ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\nSố: {number}/KH-UBND\n\nCà Mau, ngày 05 tháng 6 năm 2024\n\nKẾ HOẠCH\n"
        f"Triển khai thực hiện {cites}\n\nỦy ban nhân dân tỉnh ban hành kế hoạch.\n"
    )


@pytest.fixture(scope="module")
def own_store(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("own") / "store"
    yield folder
    run("neo4j", "stop", "--store", folder)


def test_a_bad_file_stops_no_load_and_two_texts_of_one_id_are_refused(
    run: Run, tmp_path: Path, own_store: Path
) -> None:
    cited = "Nghị quyết số 41/NQ-CP ngày 22 tháng 3 năm 2024 của Chính phủ"
    (tmp_path / "a.txt").write_text(plan("12", cited), encoding="utf-8")
    (tmp_path / "b.txt").write_text(plan("12", cited) + "Một câu khác.\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run("load", "--store", own_store, tmp_path)
    assert done.status == 1
    assert done.stderr.splitlines()[-1].endswith(" 2 failed")
    assert "empty.txt: the file is empty" in done.stderr
    assert re.search(r"b\.txt: another text .* --replace", done.stderr)

    replaced = run("load", "--store", own_store, "--replace", tmp_path / "b.txt")
    assert replaced.status == 0
    assert "1 document (1 replaced)" in replaced.stderr


def test_remove_leaves_a_document_that_is_not_held(run: Run, tmp_path: Path, own_store: Path) -> None:
    cited = "Kế hoạch số 77/KH-UBND ngày 06 tháng 6 năm 2024 của Ủy ban nhân dân tỉnh Cà Mau"
    (tmp_path / "76.txt").write_text(plan("76", cited), encoding="utf-8")
    (tmp_path / "77.txt").write_text(plan("77", "Nghị quyết số 42/NQ-CP năm 2024 của Chính phủ"), encoding="utf-8")
    assert run("load", "--store", own_store, tmp_path).status == 0
    before = run("trace", "42/NQ-CP", "--format", "json", "--store", own_store).json()
    assert [(r["document"]["code"], r["document"]["held"]) for r in before["results"]] == [
        ("77/KH-UBND", True),
        ("76/KH-UBND", True),
    ]
    document_id = before["results"][0]["document"]["id"]

    removed = run("remove", document_id, "--store", own_store)
    assert (removed.status, removed.stdout) == (0, "")
    after = run("trace", "77/KH-UBND", "--format", "json", "--store", own_store).json()
    assert after["target"]["held"] is False
    assert [r["document"]["code"] for r in after["results"]] == ["76/KH-UBND"]

    again = run("remove", document_id, "--store", own_store)
    assert again.status == 1
    assert document_id in again.stderr


def test_a_number_that_only_citations_give_is_marked(run: Run, tmp_path: Path, own_store: Path) -> None:
    title = "Nghị quyết số 43/NQ-CP ngày 22 tháng 4 năm 2024 của Chính phủ về phát triển đội ngũ nhà giáo vùng khó khăn"
    number = "Kế hoạch số 90/KH-UBND ngày 05 tháng 6 năm 2024 của Ủy ban nhân dân tỉnh Cà Mau"
    cited = f"{number} về triển khai thực hiện {title}"
    (tmp_path / "blank.txt").write_text(plan("    ", title), encoding="utf-8")
    (tmp_path / "91.txt").write_text(plan("91", cited), encoding="utf-8")
    assert run("load", "--store", own_store, tmp_path).status == 0
    traced = run("trace", "43/NQ-CP", "--format", "json", "--store", own_store).json()
    assert [(r["document"]["code"], r["document"]["number_inferred"]) for r in traced["results"]] == [
        ("90/KH-UBND", True),
        ("91/KH-UBND", False),
    ]
    shown = run("trace", "43/NQ-CP", "--store", own_store).stdout
    assert re.findall(r"\n\d\. (.*)", shown) == [
        "90/KH-UBND  Kế hoạch, Ủy ban nhân dân tỉnh Cà Mau, 2024-06-05, held, number from citations",
        "91/KH-UBND  Kế hoạch, Ủy ban nhân dân tỉnh Cà Mau, 2024-06-05, held",
    ]


def test_an_ambiguous_name_lists_its_candidates(run: Run, tmp_path: Path, own_store: Path) -> None:
    for year in (2022, 2023):
        text = plan(f"9{year % 10}", f"Chỉ thị số 15/CT-TTg ngày 10 tháng 5 năm {year} của Thủ tướng Chính phủ")
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    assert run("load", "--store", own_store, tmp_path).status == 0
    done = run("trace", "15/CT-TTg", "--format", "json", "--store", own_store)
    assert done.status == 1
    said = done.json()
    assert (said["target"], said["results"]) == (None, [])
    assert sorted(document["year"] for document in said["candidates"]) == [2022, 2023]
    table = run("trace", "15/CT-TTg", "--store", own_store)
    assert table.status == 1
    assert all(document["id"] in table.stderr for document in said["candidates"])
    assert run("trace", "Chỉ thị 15/CT-TTg năm 2023", "--store", own_store).status == 0


@pytest.mark.parametrize("command", [["trace", "32/NQ-CP"], ["remove", "vn:x"]])
def test_a_store_that_holds_nothing_is_not_started(command: list[str], run: Run, tmp_path: Path) -> None:
    done = run(*command, "--store", tmp_path / "none")
    assert done.status == 1
    assert "vanban load" in done.stderr
    assert not (tmp_path / "none").exists()


def test_search_finds_documents_and_tasks(run: Run, samples_store: Path) -> None:
    found = run("search", "32", "nq", "cp", "--format", "json", "--store", samples_store).json()
    assert list(found) == ["documents", "documents_total", "tasks", "tasks_total"]
    assert found["documents"][0]["code"] == "32/NQ-CP"
    done = run("search", "rà soát đội ngũ", "--format", "json", "--limit", "3", "--store", samples_store)
    tasks = done.json()["tasks"]
    assert 0 < len(tasks) <= 3
    assert "rà soát" in tasks[0]["task"]["text"].lower()
    table = run("search", "ra soat doi ngu", "--limit", "3", "--store", samples_store)
    assert (table.status, table.stderr) == (0, "")
    assert tasks[0]["task"]["id"] in " ".join(table.stdout.split())
    assert re.search(r"^[0-9]+ tasks?", table.stdout, re.MULTILINE)


def test_search_keeps_to_its_options(run: Run, samples_store: Path) -> None:
    found = run(
        "search", "kế hoạch", "--level", "commune", "--held", "--format", "json", "--store", samples_store
    ).json()
    assert found["documents"]
    assert {(one["level"], one["held"]) for one in found["documents"]} == {("commune", True)}
    assert found["tasks"] == []


@pytest.mark.parametrize("form", ["table", "json"])
def test_search_that_finds_nothing_says_so(run: Run, samples_store: Path, form: str) -> None:
    done = run("search", "khủng", "long", "--format", form, "--store", samples_store)
    assert done.status == 1
    assert "nothing has words of 'khủng long'" in done.stderr


def test_review_decides_and_lists(run: Run, samples_store: Path) -> None:
    found = run("search", "luật", "--not-held", "--format", "json", "--store", samples_store).json()["documents"]
    ids = [one["id"] for one in found][:2]
    before = run("search", "luật", "--not-held", "--format", "json", "--store", samples_store).json()
    accepted = run("review", "accept", *ids, "--by", "an", "--note", "cùng một luật", "--store", samples_store)
    assert (accepted.status, accepted.stderr) == (0, f"accepted {ids[0]} and {ids[1]}\n")
    listed = run("review", "list", "--decision", "accepted", "--format", "json", "--store", samples_store).json()
    assert (listed["total"], listed["results"][0]["by"]) == (1, "an")
    merged = run("search", "luật", "--not-held", "--format", "json", "--store", samples_store).json()
    assert merged["documents_total"] == before["documents_total"] - 1
    table = run("review", "list", "--decision", "accepted", "--store", samples_store).stdout
    assert "cùng một luật" in table
    assert table.rstrip().endswith("1 pair")
    assert run("review", "reject", *ids, "--store", samples_store).status == 0
    assert run("search", "luật", "--not-held", "--format", "json", "--store", samples_store).json() == before
    unknown = run("review", "accept", ids[0], "vn:x", "--store", samples_store)
    assert unknown.status == 1
    assert "'vn:x'" in unknown.stderr


@pytest.mark.parametrize("command", [["load", "x.txt"], ["trace", "32/NQ-CP"], ["serve"], ["neo4j", "start"]])
def test_a_setting_that_cannot_work_stops_the_start(command: list[str], run: Run, tmp_path: Path) -> None:
    done = run(*command, cwd=tmp_path, NEO4J_URI="bolt://127.0.0.1:1")
    assert done.status == 1
    assert "NEO4J_PASSWORD" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [["trace", "32/NQ-CP"], ["serve", "--port", "0"]])
def test_a_server_that_is_away_is_named(command: list[str], run: Run, tmp_path: Path) -> None:
    done = run(*command, cwd=tmp_path, NEO4J_URI="bolt://127.0.0.1:1", NEO4J_PASSWORD="x")
    assert done.status == 1
    assert "bolt://127.0.0.1:1" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_named_server_is_used_instead_of_the_local_one(
    run: Run, samples_store: Path, tmp_path: Path, answer: Any
) -> None:
    status = run("neo4j", "status", "--store", samples_store).stdout
    values = dict(line.split(maxsplit=1) for line in status.splitlines() if not line.startswith("Neo4j"))
    environment = {"NEO4J_URI": values["Bolt"], "NEO4J_PASSWORD": values["password"]}
    done = run("trace", "32/NQ-CP", "--format", "json", cwd=tmp_path, **environment)
    assert done.status == 0, done.stderr
    assert json.loads(done.stdout) == answer
    assert not (tmp_path / ".vanban").exists()
    refused = run("neo4j", "start", cwd=tmp_path, **environment)
    assert refused.status == 1
    assert "NEO4J_URI" in refused.stderr
