"""The REST service, run by `vanban serve` on the real local Neo4j with the samples in it."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from tests.api.conftest import Run
from tests.api.serving import serving


@pytest.fixture(scope="module")
def service(
    vanban_program: str, samples_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[httpx.Client]:
    """A client of a running `vanban serve`."""
    with serving(vanban_program, samples_store, tmp_path_factory.mktemp("serve") / "log") as running:
        yield running.client


def test_trace_is_what_the_command_says(service: httpx.Client, run: Run, samples_store: Path) -> None:
    over_http = service.get("/v1/trace", params={"to": "32/NQ-CP"})
    assert over_http.status_code == 200
    assert over_http.json() == run("trace", "32/NQ-CP", "--format", "json", "--store", samples_store).json()


def test_trace_takes_the_filters_of_the_command(service: httpx.Client, run: Run, samples_store: Path) -> None:
    parameters: dict[str, str | int | list[str]] = {
        "to": "32/NQ-CP",
        "relation": ["IMPLEMENTS", "BASED_ON"],
        "level": ["province", "district"],
        "held": "true",
        "hops": 4,
        "all_paths": "true",
    }
    said = service.get("/v1/trace", params=parameters).json()
    options = "--relation IMPLEMENTS --relation BASED_ON --level province --level district --held --hops 4 --all-paths"
    done = run("trace", "32/NQ-CP", *options.split(), "--format", "json", "--store", samples_store)
    assert said == done.json()
    assert said["results"]
    assert all("paths" in result for result in said["results"])


def test_an_unknown_number_is_a_problem_with_the_nearest(service: httpx.Client) -> None:
    answer = service.get("/v1/trace", params={"to": "33/NQ-CP"})
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == 404
    assert "33/NQ-CP" in problem["detail"]
    assert "32/NQ-CP" in [document["code"] for document in problem["nearest"]]


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("/v1/trace", "to"),
        ("/v1/trace?to=", "to"),
        ("/v1/trace?to=32/NQ-CP&relation=LIKES", "relation.0"),
        ("/v1/trace?to=32/NQ-CP&level=village", "level.0"),
        ("/v1/trace?to=32/NQ-CP&level=central", "level.0"),
        ("/v1/trace?to=32/NQ-CP&hops=0", "hops"),
        ("/v1/trace?to=32/NQ-CP&hops=many", "hops"),
        ("/v1/trace?to=32/NQ-CP&held=perhaps", "held"),
        ("/v1/trace?to=32/NQ-CP&levels=province", "levels"),
        ("/v1/documents?limit=0", "limit"),
        ("/v1/documents?limit=501", "limit"),
        ("/v1/documents?issued_from=yesterday", "issued_from"),
    ],
)
def test_a_bad_parameter_is_a_problem_that_names_it(address: str, parameter: str, service: httpx.Client) -> None:
    answer = service.get(address)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert [error["parameter"] for error in answer.json()["errors"]] == [parameter]


def test_documents_come_a_page_at_a_time(service: httpx.Client) -> None:
    everything = service.get("/v1/documents", params={"limit": 500}).json()
    assert everything["cursor"] is None
    ids = [document["id"] for document in everything["results"]]
    assert len(ids) > 10
    assert len(set(ids)) == len(ids)
    paged: list[str] = []
    cursor: str | None = None
    while True:
        page = service.get("/v1/documents", params={"limit": 7} | ({"cursor": cursor} if cursor else {})).json()
        paged += [document["id"] for document in page["results"]]
        cursor = page["cursor"]
        if cursor is None:
            break
        assert len(page["results"]) == 7
    assert paged == ids


def test_documents_are_filtered(service: httpx.Client) -> None:
    held = service.get("/v1/documents", params={"held": "true", "level": "province"}).json()["results"]
    assert held
    assert all(document["held"] and document["level"] == "province" for document in held)


def test_one_document_shows_what_it_cites_and_who_cites_it(service: httpx.Client) -> None:
    target = service.get("/v1/trace", params={"to": "32/NQ-CP"}).json()["target"]
    answer = service.get(f"/v1/documents/{quote(target['id'])}")
    assert answer.status_code == 200
    detail = answer.json()
    assert detail["summary"] == target
    assert detail["cited_by_count"] >= len(detail["cited_by"]) > 0
    assert all(citation["document"]["id"] == target["id"] for citation in detail["cited_by"])


@pytest.mark.parametrize("document_id", ["vn:nobody:ke-hoach:2024:1-kh", "..%2F..%2Fetc%2Fpasswd", "'%20OR%201=1"])
def test_an_id_that_no_document_has(document_id: str, service: httpx.Client) -> None:
    answer = service.get(f"/v1/documents/{document_id}")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_health_and_what_is_not_there(service: httpx.Client) -> None:
    assert service.get("/healthz").json() == {"status": "ok"}
    assert service.get("/readyz").json() == {"status": "ready"}
    assert service.get("/v2/nothing").json()["status"] == 404
    assert service.post("/v1/trace").json()["status"] == 405


def test_docs_load_nothing_from_elsewhere(service: httpx.Client) -> None:
    page = service.get("/docs").text
    addresses = re.findall(r"""(?:src|href)=["']([^"']+)""", page)
    assert addresses
    for address in addresses:
        assert address.startswith("/")
        assert service.get(address).status_code == 200


@pytest.mark.debian("chromium", "chromium")
def test_docs_in_a_browser(service: httpx.Client, tmp_path: Path) -> None:
    browser = shutil.which("chromium")
    assert browser is not None
    done = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}", "--dump-dom",
         "--virtual-time-budget=10000", str(service.base_url.join("/docs"))],
        capture_output=True, encoding="utf-8", timeout=120, check=True,
    )  # fmt: skip
    assert 'data-path="/v1/trace"' in done.stdout


def test_commands_work_while_it_runs(service: httpx.Client, run: Run, tmp_path: Path, samples_store: Path) -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\nSố: 7/KH-UBND\n\nCà Mau, ngày 05 tháng 6 năm 2024\n\nKẾ HOẠCH\n"
        "Triển khai thực hiện Quyết định số 99/QĐ-TTg ngày 02 tháng 5 năm 2024 của Thủ tướng Chính phủ\n"
    )
    path = tmp_path / "7.txt"
    path.write_text(text, encoding="utf-8")
    assert service.get("/v1/trace", params={"to": "99/QĐ-TTg"}).status_code == 404
    assert run("load", "--store", samples_store, path).status == 0
    (found,) = service.get("/v1/trace", params={"to": "99/QĐ-TTg"}).json()["results"]
    assert found["document"]["code"] == "7/KH-UBND"
    assert run("remove", found["document"]["id"], "--store", samples_store).status == 0
    assert service.get("/v1/trace", params={"to": "99/QĐ-TTg"}).status_code == 404


def test_a_port_that_is_taken_ends_the_start(service: httpx.Client, run: Run, samples_store: Path) -> None:
    done = run("serve", "--port", service.base_url.port or 0, "--store", samples_store)
    assert done.status == 1
    assert "address already in use" in done.stderr
    assert "Traceback" not in done.stderr
