"""How the service runs: health, metrics, logs, limits, CORS, compression, and a graph that goes and comes back."""

import json
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api.key_file import KeyFile
from cypher import local_server
from tests.api.conftest import Run
from tests.api.serving import Service, serving
from tests.processes import wait_until

TRACE = "/v1/trace?to=32/NQ-CP"


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keys") / "keys.json"


@pytest.fixture(scope="module")
def service(
    vanban_program: str, samples_store: Path, keys: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Service]:
    """A service of which everything that can be set is set."""
    with serving(
        vanban_program,
        samples_store,
        tmp_path_factory.mktemp("running") / "log",
        VANBAN_KEYS=str(keys),
        VANBAN_READ_NEEDS_KEY="true",
        VANBAN_RATE_PER_MINUTE="30",
        VANBAN_CORS_ORIGINS="https://a.example, https://b.example",
        VANBAN_LOG_FORMAT="json",
    ) as running:
        yield running


@pytest.fixture
def client(service: Service, keys: Path) -> Iterator[httpx.Client]:
    """A client with a key of its own, so that no test uses up what another may ask."""
    _, token = KeyFile(keys).add_key("reader", read_only=True)
    with httpx.Client(base_url=service.client.base_url, headers={"Authorization": f"Bearer {token}"}) as one:
        yield one


def test_reading_needs_a_key_where_it_is_so_set(service: Service, client: httpx.Client) -> None:
    assert client.get(TRACE).status_code == 200
    assert service.client.get(TRACE).status_code == 401
    assert service.client.get(TRACE, headers={"Authorization": "Bearer vanban_0_x"}).status_code == 401
    assert service.client.get("/readyz").status_code == 200


def test_a_key_that_may_read_may_not_write(client: httpx.Client) -> None:
    answer = client.delete("/v1/documents/vn:chinh-phu:nghi-quyet:2024:32-nq-cp")
    assert answer.status_code == 403
    assert "reader" in answer.json()["detail"]


def test_who_asks_too_often_is_told_when_to_ask_again(client: httpx.Client, service: Service) -> None:
    answers = [client.get(TRACE) for _ in range(35)]
    refused = answers[-1]
    assert [one.status_code for one in answers[:30]] == [200] * 30
    assert refused.status_code == 429
    assert refused.headers["content-type"] == "application/problem+json"
    assert 1 <= int(refused.headers["Retry-After"]) <= 60
    assert service.client.get("/healthz").status_code == 200


def test_every_answer_has_the_id_under_which_it_is_logged(client: httpx.Client, service: Service) -> None:
    made = client.get(TRACE).headers["X-Request-ID"]
    given = client.get("/v1/trace?to=0/XX", headers={"X-Request-ID": "from-a-proxy.1"})
    assert given.headers["X-Request-ID"] == given.json()["request_id"] == "from-a-proxy.1"
    forged = client.get(TRACE, headers={"X-Request-ID": 'x" injected'}).headers["X-Request-ID"]
    assert len(forged) == 32
    assert wait_until(lambda: forged in service.log())
    lines = [json.loads(line) for line in service.log().splitlines() if line.startswith("{")]
    by_id = {line["request_id"]: line for line in lines if "request_id" in line}
    assert (by_id[made]["status"], by_id[made]["route"]) == (200, "/v1/trace")
    assert (by_id["from-a-proxy.1"]["status"], by_id["from-a-proxy.1"]["method"]) == (404, "GET")
    assert forged in by_id


def test_metrics_count_by_route(client: httpx.Client) -> None:
    def count(status: int) -> float:
        name = f'vanban_requests_total{{method="GET",route="/v1/documents/{{document_id}}",status="{status}"}} '
        lines = client.get("/metrics").text.splitlines()
        return sum(float(line.removeprefix(name)) for line in lines if line.startswith(name))

    before = count(404)
    client.get("/v1/documents/vn:a")
    client.get("/v1/documents/vn:b")
    assert count(404) == before + 2


def test_made_up_methods_are_one_series(client: httpx.Client) -> None:
    for number in range(3):
        assert client.request(f"MADE{number}", "/healthz").status_code == 405
    metrics = client.get("/metrics").text
    assert "MADE" not in metrics
    assert 'method="other"' in metrics


@pytest.mark.parametrize(
    ("origin", "allowed"), [("https://a.example", True), ("https://b.example", True), ("https://c.example", False)]
)
def test_pages_of_the_named_origins_may_read(origin: str, allowed: bool, client: httpx.Client) -> None:
    answer = client.get(TRACE, headers={"Origin": origin})
    assert answer.headers.get("Access-Control-Allow-Origin") == (origin if allowed else None)
    ask = {"Origin": origin, "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "authorization"}
    assert client.options(TRACE, headers=ask).status_code == (200 if allowed else 400)


def test_large_answers_are_compressed_when_asked(client: httpx.Client) -> None:
    assert client.get(TRACE, headers={"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in client.get(TRACE, headers={"Accept-Encoding": "identity"}).headers


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("VANBAN_RATE_PER_MINUTE", "many", "valid integer"),
        ("VANBAN_CORS_ORIGINS", "example.org", "no origin"),
        ("VANBAN_MAX_UPLOAD_MB", "0", "greater than 0"),
        ("VANBAN_LOG_FORMAT", "xml", "'text' or 'json'"),
    ],
)
def test_a_setting_that_cannot_be_used_stops_the_start(
    name: str, value: str, reason: str, run: Run, tmp_path: Path
) -> None:
    done = run("serve", "--store", tmp_path, **{name: value})
    assert done.status == 1
    assert done.stderr.startswith(f"Error: {name} cannot be used: ")
    assert reason in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_graph_that_has_gone_is_503_until_it_is_back(
    run: Run, vanban_program: str, samples: Path, tmp_path: Path
) -> None:
    store_dir = tmp_path / "store"
    assert run("load", "--store", store_dir, samples).status == 0
    try:
        with serving(vanban_program, store_dir, tmp_path / "log") as service:
            assert service.client.get(TRACE).status_code == 200
            local_server.stop(store_dir)
            for path in (TRACE, "/readyz"):
                answer = service.client.get(path)
                assert answer.status_code == 503
                assert int(answer.headers["Retry-After"]) > 0
                assert answer.headers["content-type"] == "application/problem+json"
            assert service.client.get("/healthz").status_code == 200
            local_server.start(store_dir)
            assert wait_until(lambda: service.client.get("/readyz").status_code == 200)
            assert service.client.get(TRACE).json()["results"]
    finally:
        local_server.stop(store_dir)


def test_a_request_under_way_is_answered_before_the_service_ends(
    vanban_program: str, samples_store: Path, tmp_path: Path
) -> None:
    body = json.dumps({"text": "Căn cứ Nghị quyết số 32/NQ-CP"}).encode()
    head = "POST /v1/citations/lookup HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    head += f"Content-Length: {len(body)}\r\n\r\n"
    with serving(vanban_program, samples_store, tmp_path / "log") as service:
        address = service.client.base_url
        with socket.create_connection((address.host, address.port or 0), timeout=60) as connection:
            connection.sendall(head.encode() + body[:10])
            assert wait_until(lambda: "vanban_requests_running 2.0" in service.client.get("/metrics").text)
            service.process.send_signal(signal.SIGTERM)
            assert wait_until(lambda: "Shutting down" in service.log())
            connection.sendall(body[10:])
            assert connection.recv(4000).startswith(b"HTTP/1.1 200")
        assert service.process.wait(30) in (0, -15)
