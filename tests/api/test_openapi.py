"""The description of the API: every example works, and nothing that it allows breaks the service."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from cypher import local_server
from tests.api.conftest import Run
from tests.api.serving import serving
from tests.make_examples import EXAMPLES, ask

_EXAMPLES = json.loads(EXAMPLES.read_text(encoding="utf-8"))
_OTHERS = re.compile(
    r"/v1/(documents|extractions|reviews) post|/v1/documents/\{document_id\} delete|/(guide|style|browser).*"
)
"""What needs a key or serves files, which has examples of its own elsewhere."""


def shape(value: Any) -> Any:
    """The members of a JSON value, however deep; of a list those of its first item."""
    if isinstance(value, dict):
        return {name: shape(member) for name, member in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return None


@pytest.fixture(scope="module")
def description(reader: httpx.Client) -> dict[str, Any]:
    description: dict[str, Any] = reader.get("/openapi.json").json()
    return description


@pytest.mark.parametrize("example", _EXAMPLES, ids=[example["request"].split("?")[0] for example in _EXAMPLES])
def test_every_example_works(reader: httpx.Client, example: dict[str, Any]) -> None:
    answer = ask(reader, example)
    assert answer.status_code == 200, answer.text
    if "answer" in example:
        assert shape(answer.json()) == shape(example["answer"])


def test_every_question_is_described_with_an_example(description: dict[str, Any]) -> None:
    shown = {(example["path"], example["request"].split(" ")[0].lower()) for example in _EXAMPLES}
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            assert operation.get("description") or operation.get("summary"), path
            if not _OTHERS.fullmatch(f"{path} {method}"):
                assert (path, method) in shown, f"{method} {path} has no example in api/examples.json"
            for parameter in operation.get("parameters", ()):
                required = parameter["required"] and (path, method) in shown
                assert not required or "example" in parameter, f"{method} {path}: {parameter['name']}"


def test_answers_have_an_example_in_the_description(description: dict[str, Any]) -> None:
    for example in _EXAMPLES:
        method = example["request"].split(" ")[0].lower()
        content = description["paths"][example["path"]][method]["responses"]["200"]["content"]
        if "answer" in example:
            assert content["application/json"]["example"] == example["answer"]


_CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]


def test_nothing_that_is_allowed_breaks_the_service(reader: httpx.Client) -> None:
    schema = schemathesis.openapi.from_url(str(reader.base_url.join("/openapi.json")))
    tried = _try_everything(schema, {})
    assert 200 in tried
    assert 422 in tried or 404 in tried
    assert len(tried) > 100


def test_nothing_that_who_may_write_sends_breaks_the_service(run: Run, vanban_program: str, tmp_path: Path) -> None:
    token = run("key", "add", "tests", "--store", tmp_path / "store").stdout.strip()
    try:
        with serving(vanban_program, tmp_path / "store", tmp_path / "log") as service:
            schema = schemathesis.openapi.from_url(str(service.client.base_url.join("/openapi.json")))
            writing = schema.include(method=["POST", "DELETE"])
            tried = _try_everything(writing, {"Authorization": f"Bearer {token}"})
    finally:
        local_server.stop(tmp_path / "store")
    assert 401 not in tried
    assert 422 in tried
    assert len(tried) > 30


def _try_everything(schema: Any, headers: dict[str, str]) -> list[int]:
    """The status of each call that was made; a call that the service does not answer as described fails."""
    tried: list[int] = []
    for found in schema.get_all_operations():
        assert isinstance(found, Ok), found
        operation = found.ok()

        @settings(
            max_examples=10,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def ask_it(case: Any) -> None:
            answer = case.call_and_validate(checks=_CHECKS, timeout=60, headers=headers)
            tried.append(answer.status_code)

        ask_it()
    return tried


_NASTY = (
    "' OR 1=1 //",
    "}) DETACH DELETE n //",
    "`) MATCH (n) DETACH DELETE n //",
    "$id",
    "\\u0027",
    "../../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "a\r\nSet-Cookie: x=1",
    "a\x00b",
    "\ud7ff\U0010ffff",
    "{}",
    "*:*",
    'title:"a" OR [a TO z}',
    "~1 ^ && || !",
    "a" * 400,
)


@pytest.mark.parametrize("nasty", _NASTY)
def test_words_of_others_stay_words(reader: httpx.Client, nasty: str) -> None:
    before = reader.get("/v1/documents?total=true&limit=1").json()["total"]
    for name in ("documents/{}", "documents/{}/citations", "documents/{}/lineage", "bodies/{}", "places/{}"):
        answer = reader.get(f"/v1/{name.format(quote(nasty, safe=''))}")
        assert answer.status_code in (307, 404), answer.text
        assert "set-cookie" not in answer.headers
    for question in (
        "documents?q=",
        "documents?issuer=",
        "bodies?q=",
        "places?q=",
        "tasks?q=",
        "suggest?q=",
        "trace?to=",
    ):
        answer = reader.get(f"/v1/{question}{quote(nasty, safe='')}")
        assert answer.status_code in (200, 404), answer.text
        assert "set-cookie" not in answer.headers
    lineage = reader.get(f"/v1/export?format=jsonl&lineage={quote(nasty, safe='')}")
    assert lineage.status_code == 404, lineage.text
    looked_up = reader.post("/v1/citations/lookup", json={"text": nasty})
    assert looked_up.status_code == 200
    assert reader.get("/v1/documents?total=true&limit=1").json()["total"] == before
