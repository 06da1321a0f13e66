"""The files of the explorer page: how they are sent, what is vendored, its words in both languages, its map."""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import httpx
import pytest

from api.web.page_files import read_page
from loaders.records import PASSIVE_RELATIONS, RELATIONS
from tests.api.serving import serving

WEB = Path(__file__).parents[2] / "api" / "web"
SCRIPTS = sorted((WEB / "js").rglob("*.js"))
WORD = re.compile(r'^  "?(?P<key>[^":]+?)"?: (?P<value>.+),$', re.MULTILINE)
USED = re.compile(r'\bt\((?:"(?P<key>[^"]+)"|`(?P<prefix>[^$`]*)\$\{)')
IMPORT = re.compile(r'^import .* from "(?P<path>[^"]+)";$', re.MULTILINE)


def words(language: str) -> dict[str, str]:
    text = (WEB / "js" / f"words.{language}.js").read_text(encoding="utf-8")
    return {found["key"]: found["value"] for found in WORD.finditer(text)}


@pytest.fixture(scope="module")
def client(
    vanban_program: str, samples_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[httpx.Client]:
    """A client of a service that gives nothing of the graph without a key; the page comes without one."""
    log = tmp_path_factory.mktemp("serve") / "log"
    with serving(vanban_program, samples_store, log, VANBAN_READ_NEEDS_KEY="true") as service:
        yield service.client


def test_the_page_may_load_its_own_files_and_nothing_else(client: httpx.Client) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert not any("unsafe" in sources for sources in policy.values())


def test_the_page_is_asked_for_again_and_its_files_are_kept(client: httpx.Client) -> None:
    page = client.get("/")
    assert page.headers["Cache-Control"] == "no-cache"
    assert client.get("/", headers={"If-None-Match": page.headers["ETag"]}).status_code == 304
    assert client.get("/", headers={"If-None-Match": '"other"'}).status_code == 200
    assert client.head("/").headers["ETag"] == page.headers["ETag"]
    asked = re.findall(r'(?:href|src)="(/web/[^"]+)"', page.text)
    assert len(asked) >= 5
    for address in asked:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        other = client.get(re.sub("/web/[0-9a-f]+", "/web/0123456789abcdef", address))
        assert (other.status_code, other.headers["Cache-Control"]) == (404, "no-store")


def test_the_page_names_every_module_so_that_none_waits_for_another() -> None:
    page = read_page()
    named = re.findall(r'<link rel="modulepreload" href="([^"]+)">', page.html.decode())
    assert named == [f"{page.address}/{name}" for name in sorted(page.files) if name.endswith(".js")]


def test_no_file_beside_the_page_is_sent(client: httpx.Client) -> None:
    address = read_page().address
    for path in ("index.html", "page_files.py", "%2e%2e%2fapp.py", "js", ""):
        assert client.get(f"{address}/{path}").status_code == 404, path


def test_each_import_is_a_file_of_the_page() -> None:
    files = read_page().files
    for script in SCRIPTS:
        for found in IMPORT.finditer(script.read_text(encoding="utf-8")):
            path = (script.parent / found["path"]).resolve().relative_to(WEB).as_posix()
            assert path in files, f"{script.name} imports {found['path']}"


def test_what_is_vendored_is_what_was_published() -> None:
    listed = json.loads((WEB / "vendor" / "vendored.json").read_text(encoding="utf-8"))
    names = {one["file"] for one in listed}
    assert names == {path.name for path in (WEB / "vendor").glob("*.js")}
    for one in listed:
        assert sha256((WEB / "vendor" / one["file"]).read_bytes()).hexdigest() == one["sha256"], one["file"]
        assert one["licence"] == "MIT"
        for licence in one["licences"]:
            assert "Permission is hereby granted" in (WEB / "vendor" / licence).read_text(encoding="utf-8")


def test_nothing_in_the_page_names_another_host() -> None:
    own = [WEB / "index.html", *SCRIPTS, *(WEB / "css").glob("*.css")]
    for path in own:
        hosts = set(re.findall(r"https?://[^\s\"'`]+", path.read_text(encoding="utf-8")))
        assert hosts <= {"http://www.w3.org/2000/svg"}, path.name


def test_both_languages_have_the_same_words() -> None:
    vietnamese, english = words("vi"), words("en")
    assert len(vietnamese) > 200
    own = {key for key in english if not key.startswith("type ") or key in vietnamese}
    assert own == vietnamese.keys()
    for key, text in vietnamese.items():
        assert set(re.findall(r"\{(\w+)\}", text)) >= set(re.findall(r"\{(\w+)\}", english[key])) - {"one", "other"}, (
            key
        )


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    vietnamese = words("vi")
    found = [one for script in SCRIPTS for one in USED.finditer(script.read_text(encoding="utf-8"))]
    used = {one["key"] for one in found if one["key"]}
    prefixes = {one["prefix"] for one in found if one["prefix"]} | {"rule ", "role ", "short ", "field "}
    source = "\n".join(script.read_text(encoding="utf-8") for script in SCRIPTS if not script.name.startswith("words."))
    assert used <= vietnamese.keys()
    for key in vietnamese.keys() - used:
        by_prefix = any(key.startswith(prefix) for prefix in prefixes)
        assert by_prefix or f'"{key}"' in source, f"nothing shows {key!r}"


@pytest.mark.parametrize("relation", [*RELATIONS, *PASSIVE_RELATIONS])
def test_every_relation_has_words_and_a_line(relation: str) -> None:
    assert f"relation {relation}" in words("vi")
    looks = (WEB / "js" / "graph" / "looks.js").read_text(encoding="utf-8")
    assert (f"  {relation}: {{ dash:" in looks) == (relation in RELATIONS)


def test_every_province_has_a_tile_of_its_own() -> None:
    facts = read_page().files["js/facts.js"].content.decode()
    found = re.search(r"^export const PROVINCES = (.+);$", facts, re.MULTILINE)
    assert found
    provinces = json.loads(found[1])
    for place_set, number in (("63", 63), ("34", 34)):
        tiles = [tuple(one["tile"]) for one in provinces if one["set"] == place_set]
        assert len(tiles) == len(set(tiles)) == number
    recent = {one["code"] for one in provinces if one["set"] == "34"}
    assert {one["into"] for one in provinces if one["set"] == "63"} == recent
