"""The style, the guides and the saved questions that the service gives Neo4j Browser."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.api.serving import serving

ADDRESSES = ("/guide/vi.html", "/guide/en.html", "/style.grass", "/browser/questions.zip")
FROM_BROWSER = {
    "Origin": "http://127.0.0.1:7474",
    "Access-Control-Request-Method": "GET",
    "Access-Control-Request-Headers": "cache-control,pragma",
}


@pytest.fixture(scope="module")
def service(
    vanban_program: str, samples_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[httpx.Client]:
    """A client of a service that other pages may not read from, and that gives nothing of the graph without a key."""
    hidden = {"VANBAN_CORS_ORIGINS": "https://a.example", "VANBAN_READ_NEEDS_KEY": "true"}
    with serving(vanban_program, samples_store, tmp_path_factory.mktemp("serve") / "log", **hidden) as running:
        yield running.client


@pytest.mark.parametrize("address", ADDRESSES)
def test_another_page_may_ask(address: str, service: httpx.Client) -> None:
    preflight = service.options(address, headers=FROM_BROWSER)
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert preflight.headers["access-control-allow-headers"] == "*"
    answer = service.get(address, headers={"Origin": FROM_BROWSER["Origin"]})
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "*"


def test_a_guide_links_to_the_service_that_gave_it(service: httpx.Client) -> None:
    page = service.get("/guide/vi.html", headers={"Host": "localhost:8123"}).text
    assert 'play-topic="http://localhost:8123/guide/en.html"' in page


def test_a_guide_in_another_language_is_no_server_error(service: httpx.Client) -> None:
    assert service.get("/guide/fr.html").status_code == 422


def test_the_archive_holds_the_saved_questions(service: httpx.Client) -> None:
    archive = zipfile.ZipFile(io.BytesIO(service.get("/browser/questions.zip").content))
    assert len(archive.namelist()) == 10
    assert all(archive.read(name).startswith(b"// ") for name in archive.namelist())
