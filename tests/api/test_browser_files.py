"""The style, the guides and the saved questions that the service gives Neo4j Browser."""

import io
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity, RoutingControl

from api.browser.staff_files import connect_commands, read_colours, read_questions, read_style, render_guide
from cypher import local_server
from cypher.statement_files import load_statements
from loaders.records import RELATIONS
from tests.api.serving import serving

ADDRESSES = ("/guide/vi.html", "/guide/en.html", "/style.grass", "/browser/questions.zip")
FROM_BROWSER = {
    "Origin": "http://127.0.0.1:7474",
    "Access-Control-Request-Method": "GET",
    "Access-Control-Request-Headers": "cache-control,pragma",
}
RULE = re.compile(r"^(node|relationship)\.(\w+) \{$", re.MULTILINE)


class RunnableBlocks(HTMLParser):
    """Collects what stands in the blocks of a guide that a click runs, and counts its slides."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.slides = 0
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.slides += tag == "slide"
        if tag == "pre":
            assert "runnable" in (dict(attrs)["class"] or "")
            self._inside = True
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "pre"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.blocks[-1] += data


@pytest.fixture(scope="module")
def service(
    vanban_program: str, samples_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[httpx.Client]:
    """A client of a service that other pages may not read from, and that gives nothing of the graph without a key."""
    hidden = {"VANBAN_CORS_ORIGINS": "https://a.example", "VANBAN_READ_NEEDS_KEY": "true"}
    with serving(vanban_program, samples_store, tmp_path_factory.mktemp("serve") / "log", **hidden) as running:
        yield running.client


@pytest.fixture(scope="module")
def database(samples_store: Path) -> Iterator[Driver]:
    """The graph of the samples, as the Browser reaches it."""
    with local_server.using(samples_store) as address:
        off = NotificationMinimumSeverity.OFF
        auth = (address.username, address.password)
        with GraphDatabase.driver(address.uri, auth=auth, notifications_min_severity=off) as driver:
            yield driver


def count_rows(database: Driver, query: str) -> int:
    records, _, _ = database.execute_query(query, routing_=RoutingControl.READ, database_="neo4j")
    return len(records)


@pytest.mark.parametrize("address", ADDRESSES)
def test_another_page_may_ask(address: str, service: httpx.Client) -> None:
    preflight = service.options(address, headers=FROM_BROWSER)
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert preflight.headers["access-control-allow-headers"] == "*"
    answer = service.get(address, headers={"Origin": FROM_BROWSER["Origin"]})
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "*"


def test_other_paths_answer_other_pages_as_the_setting_says(service: httpx.Client) -> None:
    assert service.options("/v1/trace", headers=FROM_BROWSER).status_code == 400
    allowed = service.options("/v1/trace", headers=FROM_BROWSER | {"Origin": "https://a.example"})
    assert allowed.headers["access-control-allow-origin"] == "https://a.example"


def test_a_guide_links_to_the_service_that_gave_it(service: httpx.Client) -> None:
    page = service.get("/guide/vi.html", headers={"Host": "localhost:8123"}).text
    assert 'play-topic="http://localhost:8123/guide/en.html"' in page
    assert ":style http://localhost:8123/style.grass" in page


def test_a_guide_in_another_language_is_a_bad_request(service: httpx.Client) -> None:
    assert service.get("/guide/fr.html").status_code == 422


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_block_of_a_guide_runs(language: str, service: httpx.Client, database: Driver) -> None:
    guide = RunnableBlocks(service.get(f"/guide/{language}.html").text)
    assert guide.slides >= 2
    queries = [block for block in guide.blocks if not block.startswith(":")]
    commands = {block for block in guide.blocks if block.startswith(":")}
    assert len(queries) >= guide.slides - 2
    assert [query for query in queries if count_rows(database, query) == 0] == []
    assert commands == {":clear", f":style {service.base_url.join('/style.grass')}",
                        f":guide {service.base_url.join(f'/guide/{language}.html')}"}  # fmt: skip


def test_what_the_browser_runs_when_it_connects_is_there(service: httpx.Client) -> None:
    addresses = re.findall(r"http[^\s;]+", connect_commands(str(service.base_url).rstrip("/")))
    assert [service.get(address).status_code for address in addresses] == [200, 200]


def test_a_guide_shows_the_address_as_text() -> None:
    assert "<script>" not in render_guide("vi", "http://<script>")


@pytest.mark.parametrize("name", read_questions())
def test_a_saved_question_has_a_name_and_an_answer(name: str, database: Driver) -> None:
    text = read_questions()[name]
    assert re.match(r"// [0-9]{2}\. .+ \((hình|bảng)\)\n", text)
    assert count_rows(database, text) > 0


def test_there_are_ten_saved_questions_and_an_archive_of_them(service: httpx.Client) -> None:
    archive = zipfile.ZipFile(io.BytesIO(service.get("/browser/questions.zip").content))
    stored = {Path(name).name: archive.read(name).decode() for name in archive.namelist()}
    assert stored == read_questions()
    assert len(stored) == 10


def test_the_documentation_shows_the_same_questions(samples: Path) -> None:
    assert {path.name for path in (samples.parent / "docs" / "browser").glob("*.cypher")} == set(read_questions())


def test_the_style_has_a_rule_for_every_label_and_type(database: Driver) -> None:
    statements = "\n".join(statement.text for statement in load_statements().values())
    labels = set(re.findall(r":([A-Z][a-z]\w*)", statements))
    types = {name for names in re.findall(r":([A-Z]{2}[A-Z_|]*)", statements) for name in names.split("|")}
    assert labels >= {"Document", "NotHeld", "Party", "Central", "Provincial", "District", "Commune", "Schema"}
    for procedure, known in (
        ("db.labels() YIELD label", labels),
        ("db.relationshipTypes() YIELD relationshipType", types),
    ):
        records, _, _ = database.execute_query(f"CALL {procedure} AS name RETURN name", database_="neo4j")
        known.update(record["name"] for record in records)
    rules = RULE.findall(read_style())
    assert labels - {name for kind, name in rules if kind == "node"} == set()
    assert (types | set(RELATIONS)) - {name for kind, name in rules if kind == "relationship"} == set()


def test_no_two_kinds_of_node_have_one_colour() -> None:
    shown = {label: colour for label, colour in read_colours().items() if label not in ("Text", "Schema")}
    assert len(set(shown.values())) == len(shown)


def test_a_document_that_is_not_held_is_pale() -> None:
    def lightness(colour: str) -> int:
        return sum(bytes.fromhex(colour.removeprefix("#")))

    colours = read_colours()
    levels = ("Central", "Provincial", "District", "Commune", "Party")
    assert lightness(colours["NotHeld"]) > 700 > max(lightness(colours[level]) for level in levels)
