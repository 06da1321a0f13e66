"""Documents with what belongs to them, bodies, tasks and places over HTTP, a page at a time."""

from itertools import pairwise
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from api.routers.documents import DocumentParameters
from api.routers.parameters import ListParameters
from api.routers.questions import TraceParameters
from api.routers.tasks import TaskParameters

NQ32 = "vn:chinh-phu:nghi-quyet:2024:32-nq-cp"
KH5798 = "vn:ubnd-tinh-ben-tre:ke-hoach:2024:5798-kh-ubnd"
SO_BEN_TRE = "body:so-giao-duc-va-dao-tao-ben-tre"


def get(reader: httpx.Client, address: str, **parameters: Any) -> Any:
    """The JSON of an answer, which must be 200."""
    answer = reader.get(address, params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def every_page(reader: httpx.Client, address: str, limit: int, **parameters: Any) -> list[Any]:
    """The results of all pages."""
    results: list[Any] = []
    cursor: dict[str, str] = {}
    while True:
        page = get(reader, address, limit=limit, **parameters, **cursor)
        results += page["results"]
        assert "total" not in page
        if page.get("cursor") is None:
            return results
        assert len(page["results"]) == limit
        cursor = {"cursor": page["cursor"]}


def body_with_tasks(reader: httpx.Client) -> str:
    """The body with the most tasks."""
    counts: dict[str, int] = {}
    for one in every_page(reader, "/v1/tasks", 100):
        for assigned in one["task"]["assigned"]:
            if assigned["body"]:
                counts[assigned["body"]["id"]] = counts.get(assigned["body"]["id"], 0) + 1
    return max(counts, key=lambda body: counts[body])


@pytest.mark.parametrize(
    ("address", "parameters"),
    [
        ("/v1/documents", {}),
        ("/v1/documents", {"sort": "date"}),
        ("/v1/documents", {"sort": "-date", "held": "false"}),
        ("/v1/documents", {"sort": "code"}),
        ("/v1/documents", {"q": "doi moi chuong trinh"}),
        ("/v1/tasks", {"q": "giao duc"}),
        (f"/v1/documents/{KH5798}/citations", {"direction": "out"}),
        (f"/v1/documents/{NQ32}/citations", {"direction": "in"}),
        (f"/v1/documents/{KH5798}/tasks", {}),
        ("/v1/tasks", {}),
        ("/v1/tasks", {"has_deadline": "true"}),
        ("/v1/bodies", {}),
        ("/v1/places", {}),
        ("/v1/trace", {"to": "32/NQ-CP"}),
    ],
)
def test_pages_make_up_the_whole_list(reader: httpx.Client, address: str, parameters: dict[str, str]) -> None:
    whole = get(reader, address, limit=500, total="true", **parameters)
    assert len(whole["results"]) == whole["total"] > 2
    assert whole.get("cursor") is None
    assert every_page(reader, address, 2, **parameters) == whole["results"]


@pytest.mark.parametrize(
    ("cursor", "address"),
    [
        ("x", "/v1/documents"),
        ("é", "/v1/documents"),
        ("AAAA", "/v1/documents?sort=date"),
        ("{changed}", "/v1/documents"),
        ("{cursor}", "/v1/bodies"),
        ("{cursor}", "/v1/documents?held=true"),
        ("{cursor}", "/v1/documents?sort=date"),
    ],
)
def test_a_cursor_of_another_list_or_none_is_refused(reader: httpx.Client, cursor: str, address: str) -> None:
    given = get(reader, "/v1/documents", limit=2)["cursor"]
    changed = given[:-1] + ("A" if given[-1] != "A" else "B")
    answer = reader.get(
        f"{address}{'&' if '?' in address else '?'}cursor={cursor.format(cursor=given, changed=changed)}"
    )
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert [error["parameter"] for error in answer.json()["errors"]] == ["cursor"]


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("/v1/documents", []),
        ("/v1/documents", [3]),
        ("/v1/documents", ["vn:a", "vn:b"]),
        ("/v1/documents", {"id": "vn:a"}),
        ("/v1/documents?sort=date", ["2024"]),
        ("/v1/documents?sort=date", ["2024", None]),
        ("/v1/documents?q=giao+duc", ["every", -1]),
        ("/v1/documents?q=giao+duc", ["every", "x"]),
        ("/v1/documents?q=giao+duc", ["every", 10**20]),
        ("/v1/tasks", ["2024-01-01"]),
        ("/v1/trace?to=32/NQ-CP", ["a"]),
        ("/v1/trace?to=32/NQ-CP", ["1", 0, False, "", "vn:a"]),
    ],
)
def test_a_cursor_with_a_key_that_no_page_gives_is_refused(reader: httpx.Client, address: str, key: Any) -> None:
    """The digest is no secret: anybody can make one over anything."""
    url = httpx.URL(address)
    list_name = url.path.removeprefix("/v1/")
    kinds: dict[str, type[ListParameters]] = {
        "documents": DocumentParameters, "tasks": TaskParameters, "trace": TraceParameters,
    }  # fmt: skip
    forged = kinds[list_name].model_validate(dict(url.params)).write_cursor(key, list_name)
    answer = reader.get(url.copy_merge_params({"cursor": str(forged)}))
    assert answer.status_code == 422
    assert [error["parameter"] for error in answer.json()["errors"]] == ["cursor"]


def test_only_the_members_that_are_asked_for(reader: httpx.Client) -> None:
    page = get(reader, "/v1/documents", fields="id,code", limit=3, total="true")
    assert all(list(document) == ["id", "code"] for document in page["results"])
    assert page["cursor"]
    assert page["total"] > 3
    trace = get(reader, "/v1/trace", to="32/NQ-CP", fields="document")
    assert all(list(result) == ["document"] for result in trace["results"])
    assert trace["target"]["code"] == "32/NQ-CP"
    refused = reader.get("/v1/documents", params={"fields": "id,colour"})
    assert refused.status_code == 422
    assert "'colour'" in refused.json()["detail"]


@pytest.mark.parametrize(
    ("parameters", "holds"),
    [
        ({"type": "Kế hoạch"}, lambda d: d["type"] == "Kế hoạch"),
        (
            {"province": "Bến Tre", "level": "province"},
            lambda d: (d["province"], d["level"]) == ("Bến Tre", "province"),
        ),
        ({"issuer": "body:chinh-phu"}, lambda d: d["issuer"]["id"] == "body:chinh-phu"),
        ({"issued_from": "2024-09", "issued_to": "2024-10"}, lambda d: "2024-09" <= d["date"] < "2024-11"),
        ({"has_tasks": "true"}, lambda d: d["held"]),
        ({"year": "2024", "open": "false"}, lambda d: d["year"] == 2024 and not d["open"]),
    ],
)
def test_filters_of_documents(reader: httpx.Client, parameters: dict[str, str], holds: Any) -> None:
    found = get(reader, "/v1/documents", **parameters)["results"]
    assert found
    assert all(holds(document) for document in found)
    assert len(found) < get(reader, "/v1/documents", limit=1, total="true")["total"]


def test_documents_and_tasks_by_words(reader: httpx.Client) -> None:
    found = get(reader, "/v1/documents", q="32 nq cp", held="true")["results"]
    assert found[0]["id"] == NQ32
    local = get(reader, "/v1/documents", q="chuong trinh giao duc pho thong", level="province")["results"]
    assert {one["level"] for one in local} == {"province"}
    tasks = get(reader, "/v1/tasks", q="kinh phí thiết bị dạy học")["results"]
    assert "kinh phí" in tasks[0]["task"]["text"]
    for wrong in ("q=giao+duc&sort=date", "sort=relevance"):
        answer = reader.get(f"/v1/documents?{wrong}")
        assert answer.status_code == 422
        assert [error["parameter"] for error in answer.json()["errors"]] == ["sort"]


@pytest.mark.parametrize("typed", ["32/NQ", "32 nq c", "doi moi chuong tr", "Đổi mới"])
def test_suggestions_while_typing(reader: httpx.Client, typed: str) -> None:
    assert NQ32 in [one["id"] for one in get(reader, "/v1/suggest", q=typed)["results"]]
    assert len(get(reader, "/v1/suggest", q=typed, limit=1)["results"]) == 1


def test_every_span_stands_in_the_text_that_is_served(reader: httpx.Client) -> None:
    text = get(reader, f"/v1/documents/{KH5798}/text")
    assert text["id"] == KH5798
    citations = get(reader, f"/v1/documents/{KH5798}/citations")["results"]
    tasks = get(reader, f"/v1/documents/{KH5798}/tasks")["results"]
    spans = [(one["evidence"]["start"], one["evidence"]["end"], one["evidence"]["quote"]) for one in citations]
    spans += [(a["start"], a["end"], a["text"]) for task in tasks for a in task["assigned"] if not a["inferred"]]
    assert len(spans) > 5
    for start, end, quoted in spans:
        assert " ".join(text["text"][start:end].split()) == " ".join(quoted.split())


def test_a_document_says_which_words_name_its_issuer(reader: httpx.Client) -> None:
    own = get(reader, f"/v1/documents/{KH5798}")["issuer_evidence"]
    assert own["document"] == KH5798
    assert "ỦY BAN NHÂN DÂN" in own["quote"]
    (cited,) = get(reader, "/v1/documents", held="false", issuer="body:quoc-hoi", limit=1)["results"]
    evidence = get(reader, f"/v1/documents/{quote(cited['id'])}")["issuer_evidence"]
    assert evidence["document"] != cited["id"]
    assert evidence["citation"]


def test_citations_by_relation_and_direction(reader: httpx.Client) -> None:
    out = get(reader, f"/v1/documents/{KH5798}/citations", relation="IMPLEMENTS")["results"]
    assert {one["relation"] for one in out} == {"IMPLEMENTS"}
    assert {one["evidence"]["document"] for one in out} == {KH5798}
    into = get(reader, f"/v1/documents/{NQ32}/citations", direction="in", relation="IMPLEMENTS", total="true")
    assert {one["document"]["id"] for one in into["results"]} == {NQ32}
    assert into["total"] == len(into["results"])


def test_lineage_up_and_down(reader: httpx.Client) -> None:
    both = get(reader, f"/v1/documents/{KH5798}/lineage", relation="IMPLEMENTS")
    depths = {node["document"]["id"]: node["depth"] for node in both["nodes"]}
    assert depths[KH5798] == 0
    assert depths[NQ32] == -1
    assert max(depths.values()) == 2
    assert not both["truncated"]
    for edge in both["edges"]:
        assert depths[edge["from"]] > depths[edge["to"]]
        places = get(reader, "/v1/evidence", **{name: edge[name] for name in ("from", "relation", "to")})["results"]
        assert len(places) == edge["evidence_count"] > 0
        assert places[0]["confidence"] == edge["confidence"]
    up = get(reader, f"/v1/documents/{KH5798}/lineage", relation="IMPLEMENTS", direction="up")
    assert {node["document"]["id"]: node["depth"] for node in up["nodes"]} == {
        one: depth for one, depth in depths.items() if depth <= 0
    }
    near = get(reader, f"/v1/documents/{KH5798}/lineage", relation="IMPLEMENTS", direction="down", hops=1)
    assert {node["depth"] for node in near["nodes"]} == {0, 1}
    few = get(reader, f"/v1/documents/{KH5798}/lineage", relation="IMPLEMENTS", limit=2)
    assert few["truncated"]
    assert len(few["nodes"]) == 2


def test_paths_from_one_to_another(reader: httpx.Client) -> None:
    found = get(reader, "/v1/path", **{"from": "57/KH-UBND", "to": "32/NQ-CP", "relation": "IMPLEMENTS"})
    assert (found["from"]["code"], found["to"]["code"]) == ("57/KH-UBND", "32/NQ-CP")
    (path,) = found["paths"]
    assert path[0]["from"] == found["from"]["id"]
    assert path[-1]["to"] == found["to"]["id"]
    assert all(step["to"] == following["from"] for step, following in pairwise(path))
    assert all(hop["evidence"] for hop in path)
    assert len(path) == 3
    assert get(reader, "/v1/path", **{"from": "32/NQ-CP", "to": "57/KH-UBND"})["paths"] == []
    assert (
        get(reader, "/v1/path", **{"from": "57/KH-UBND", "to": "32/NQ-CP", "hops": 1, "relation": "IMPLEMENTS"})[
            "paths"
        ]
        == []
    )
    assert reader.get("/v1/path", params={"from": "57/KH-UBND", "to": "33/NQ-CP"}).status_code == 404


def test_no_edge_without_evidence(reader: httpx.Client) -> None:
    asked = {"from": NQ32, "relation": "REPEALS", "to": KH5798}
    answer = reader.get("/v1/evidence", params=asked)
    assert answer.status_code == 404
    assert "REPEALS" in answer.json()["detail"]


def test_bodies_by_words_without_accents(reader: httpx.Client) -> None:
    found = get(reader, "/v1/bodies", q="so giao duc ben tre")["results"]
    assert "Sở Giáo dục và Đào tạo tỉnh Bến Tre" in [body["name"] for body in found]
    committee = get(reader, "/v1/bodies", q="Ủy ban nhân dân tỉnh Bến Tre", kind="people_committee", total="true")
    assert [body["id"] for body in committee["results"]] == ["body:ubnd-tinh-ben-tre"]
    assert committee["total"] == 1
    body = get(reader, "/v1/bodies/body:ubnd-tinh-ben-tre")
    assert [place["id"] for place in body["located_in"]] == ["63:province:83"]
    assert body["issued"] == len(get(reader, "/v1/bodies/body:ubnd-tinh-ben-tre/documents")["results"]) > 0


def test_tasks_of_a_body_by_deadline(reader: httpx.Client) -> None:
    body = body_with_tasks(reader)
    everything = every_page(reader, f"/v1/bodies/{quote(body)}/tasks", 2)
    deadlines = [one["task"]["deadline"] for one in everything]
    known = [deadline for deadline in deadlines if deadline]
    assert known
    assert deadlines == sorted(known) + [None] * (len(deadlines) - len(known))
    for one in everything:
        assert (body, one["role"]) in {(a["body"]["id"], a["role"]) for a in one["task"]["assigned"] if a["body"]}
    dated = get(reader, f"/v1/bodies/{quote(body)}/tasks", has_deadline="true", deadline_to=known[0], total="true")
    assert {one["task"]["deadline"] for one in dated["results"]} == {known[0]}
    assert dated["total"] == len(dated["results"])
    (first, *_) = get(reader, "/v1/tasks", body=body, document=everything[0]["document"]["id"])["results"]
    assert first["document"] == everything[0]["document"]
    leading = get(reader, f"/v1/bodies/{quote(body)}/tasks", role="lead")["results"]
    assert {one["role"] for one in leading} <= {"lead"}


def test_places_by_name_and_what_they_became(reader: httpx.Client) -> None:
    (old,) = get(reader, "/v1/places", q="ben tre", level="province", set="63")["results"]
    assert (old["id"], old["name"]) == ("63:province:83", "Bến Tre")
    place = get(reader, "/v1/places/63:province:83")
    (became,) = place["merged_into"]
    assert became["id"] == "34:province:86"
    assert became["date"] == "2025-07-01"
    assert became["source"]


@pytest.mark.parametrize(
    "address",
    [
        "/v1/documents/vn:nobody/text",
        "/v1/documents/vn:nobody/citations",
        "/v1/documents/vn:nobody/citations?direction=in",
        "/v1/documents/vn:nobody/tasks",
        "/v1/documents/vn:nobody/lineage",
        "/v1/bodies/body:nobody",
        "/v1/bodies/body:nobody/tasks",
        "/v1/bodies/body:nobody/documents",
        "/v1/places/63:province:00",
        "/v1/evidence?from=a&relation=CITES&to=b",
    ],
)
def test_an_id_that_nothing_has_is_a_problem(reader: httpx.Client, address: str) -> None:
    answer = reader.get(address)
    assert answer.status_code == 404
    assert answer.json()["status"] == 404


def test_the_text_of_one_that_nobody_holds(reader: httpx.Client) -> None:
    (cited,) = get(reader, "/v1/documents", held="false", limit=1)["results"]
    answer = reader.get(f"/v1/documents/{quote(cited['id'])}/text")
    assert answer.status_code == 404
    assert "not held" in answer.json()["detail"]


@pytest.mark.parametrize(
    "address",
    [
        "/v1/documents",
        f"/v1/documents/{NQ32}",
        "/v1/trace?to=32/NQ-CP",
        "/v1/bodies",
        "/v1/coverage",
        "/v1/examples",
    ],
)
def test_what_has_not_changed_is_not_sent_again(reader: httpx.Client, address: str) -> None:
    first = reader.get(address)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "no-cache"
    assert "Accept-Encoding" in first.headers["vary"]
    for sent in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
        again = reader.get(address, headers={"If-None-Match": sent})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert reader.get(address, headers={"If-None-Match": '"other"'}).content == first.content
    head = reader.head(address)
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", tag)


def test_head_of_what_is_not_there(reader: httpx.Client) -> None:
    assert reader.head("/v1/documents/vn:nobody").status_code == 404
    assert reader.head("/v1/bodies?limit=0").status_code == 422
    assert reader.get("/v1/documents?defect=ugly").status_code == 422
