"""Files that are sent: read, reported, stored, refused."""

import gzip
import io
import socket
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import anyio
import httpx
import pytest

from api.errors import ReadersBusyError
from api.problems import STATUS_OF
from api.uploads import READERS, Upload, read_upload, source_name
from loaders.extraction import extract_document
from loaders.record_json import record_to_json
from tests.api.conftest import Run
from tests.api.serving import Service, serving

PLAN = (
    "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\nSố: 8/KH-UBND\n\nCà Mau, ngày 05 tháng 6 năm 2024\n\nKẾ HOẠCH\n"
    "Triển khai thực hiện Quyết định số 98/QĐ-TTg ngày 02 tháng 5 năm 2024 của Thủ tướng Chính phủ\n\n"
    "Căn cứ Nghị định số 12/2021/NĐ-CP ngày 05 tháng 3 năm 2019 của Chính phủ;\n\n"
    "1. Sở Nội vụ báo cáo Ủy ban nhân dân tỉnh trước ngày 15/9/2024.\n"
)
MOST_BYTES = 100_000


@pytest.fixture(scope="module")
def service(
    run: Run, vanban_program: str, samples_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("uploads")
    env = {"VANBAN_KEYS": str(folder / "keys.json"), "VANBAN_MAX_UPLOAD_MB": "0.1", "VANBAN_UPLOAD_SECONDS": "15"}
    token = run("key", "add", "tests", **env).stdout.strip()
    with serving(vanban_program, samples_store, folder / "log", **env) as running:
        running.client.headers["Authorization"] = f"Bearer {token}"
        yield running


@pytest.fixture
def client(service: Service) -> httpx.Client:
    return service.client


def send(
    client: httpx.Client, data: bytes | str, name: str = "8.txt", to: str = "/v1/extractions", **form: str
) -> httpx.Response:
    content = data.encode() if isinstance(data, str) else data
    return client.post(to, files={"file": (name, content, "application/pdf")}, data=form)


def test_a_file_is_read_and_not_stored(client: httpx.Client) -> None:
    answer = send(client, PLAN)
    assert answer.status_code == 200
    report = answer.json()
    assert report["action"] == "read"
    assert report["text"] == PLAN
    assert report["record"] == record_to_json(extract_document(PLAN, "8.txt"))
    assert [citation["code"] for citation in report["record"]["citations"]] == ["98/QĐ-TTg", "12/2021/NĐ-CP"]
    (defect,) = report["defects"]
    assert (defect["kind"], defect["line"], defect["column"]) == ("year_against_date", 10, 8)
    assert PLAN[defect["start"] : defect["end"]] == defect["quote"]
    assert client.get(f"/v1/documents/{report['id']}").status_code == 404


def test_a_file_is_stored_replaced_and_taken_out(client: httpx.Client) -> None:
    made = send(client, PLAN, to="/v1/documents")
    assert (made.status_code, made.json()["action"]) == (201, "created")
    where = made.headers["Location"]
    assert client.get(where).json()["summary"]["held"] is True
    (found,) = client.get("/v1/trace", params={"to": "98/QĐ-TTg"}).json()["results"]
    assert found["document"]["code"] == "8/KH-UBND"
    again = send(client, PLAN, to="/v1/documents")
    assert (again.status_code, again.json()["action"]) == (200, "unchanged")
    other = PLAN + "\n2. Sở Tài chính bảo đảm kinh phí.\n"
    refused = send(client, other, "other.txt", "/v1/documents")
    assert refused.status_code == 409
    assert "8.txt" in refused.json()["detail"]
    replaced = send(client, other, "other.txt", "/v1/documents", replace="true")
    assert (replaced.status_code, replaced.json()["action"]) == (200, "replaced")
    assert client.delete(where).status_code == 204
    assert client.delete(where).status_code == 404
    assert client.get("/v1/trace", params={"to": "98/QĐ-TTg"}).status_code == 404


def _zip_bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 20_000_000)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "status", "says"),
    [
        (b"", 422, "empty"),
        (b" \n ", 422, "white space"),
        (b"%PDF-1.7 ...", 415, "PDF"),
        (_zip_bomb(), 415, "zip"),
        (gzip.compress(PLAN.encode()), 415, "gzip"),
        (b"MZ" + bytes(range(256)) * 20, 415, "is"),
        ("Kế hoạch".encode("utf-7").replace(b"+", b"\xea"), 415, "UTF-8"),
        ("This is plain English about nothing at all. " * 10, 422, "not Vietnamese"),
    ],
    ids=["empty", "white", "pdf", "zip", "gzip", "binary", "encoding", "english"],
)
def test_a_file_that_is_no_text_is_refused_whatever_its_name(
    data: bytes | str, status: int, says: str, client: httpx.Client
) -> None:
    for address in ("/v1/extractions", "/v1/documents"):
        answer = send(client, data, "plan.txt", address)
        assert answer.status_code == status, answer.text
        assert answer.headers["content-type"] == "application/problem+json"
        assert says in answer.json()["detail"]
        assert answer.json()["detail"].startswith("plan.txt: ")


def test_a_file_that_is_too_large_is_refused(client: httpx.Client) -> None:
    answer = send(client, PLAN + "x" * MOST_BYTES * 2)
    assert answer.status_code == 413
    assert "larger than" in answer.json()["detail"]


def test_a_body_of_unknown_length_is_cut_off_when_it_is_too_large(client: httpx.Client) -> None:
    def endless() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        for _ in range(400):
            yield b"Can cu " * 1000

    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    # It may hang up while we are still sending, before we can read its answer.
    with suppress(httpx.WriteError, httpx.RemoteProtocolError):
        assert client.post("/v1/extractions", content=endless(), headers=headers).status_code == 413
    assert client.get("/healthz").status_code == 200


def test_a_slow_upload_is_given_up(client: httpx.Client) -> None:
    request = (
        f"POST /v1/extractions HTTP/1.1\r\nHost: x\r\nAuthorization: {client.headers['Authorization']}\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000\r\n\r\n--x\r\n"
    )
    with socket.create_connection((client.base_url.host, client.base_url.port or 0), timeout=60) as connection:
        connection.sendall(request.encode())
        assert connection.recv(4000).startswith(b"HTTP/1.1 408")


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"data": {"replace": "true"}}, "file"),
        ({"json": {"file": "x"}}, "file"),
        ({"files": {"file": ("a.txt", PLAN.encode())}, "data": {"replace": "perhaps"}}, "perhaps"),
        ({"files": {"file": ("a.txt", PLAN.encode())}, "data": {"force": "true"}}, "force"),
    ],
)
def test_another_form_is_refused(form: dict[str, object], says: str, client: httpx.Client) -> None:
    answer = client.post("/v1/documents", **form)  # type: ignore[arg-type]
    assert answer.status_code == 422
    assert says in answer.json()["detail"]


def test_writing_needs_a_key_that_may_write(
    service: Service, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    client = httpx.Client(base_url=service.client.base_url)
    for headers in ({}, {"Authorization": "Bearer no"}, {"Authorization": "Basic YTpi"}):
        for answer in (
            client.post("/v1/documents", files={"file": ("8.txt", PLAN.encode())}, headers=headers),
            client.post("/v1/extractions", content=b"x", headers=headers),
            client.delete("/v1/documents/vn:chinh-phu:nghi-quyet:2024:32-nq-cp", headers=headers),
        ):
            assert answer.status_code == 401
            assert answer.headers["WWW-Authenticate"] == "Bearer"
            assert "vanban key add" in answer.json()["detail"]
    assert client.get("/v1/trace", params={"to": "32/NQ-CP"}).json()["target"]["held"] is True
    client.close()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("kế hoạch.txt", "kế hoạch.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\a.txt", "a.txt"),
        ("..", "upload.txt"),
        ("/", "upload.txt"),
        ("a\r\nSet-Cookie: x.txt", "aSet-Cookie: x.txt"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("a\u200f\u061c\x85\u2028\ufefftxt.exe", "atxt.exe"),
        ("x" * 300 + ".txt", "x" * 196 + ".txt"),
        (None, "upload.txt"),
    ],
)
def test_the_name_of_a_file_is_a_name_and_no_path(given: str | None, expected: str) -> None:
    assert source_name(given) == expected


def test_a_pair_is_decided_by_the_name_of_the_key(client: httpx.Client) -> None:
    title = "tăng cường nguồn lực phát triển y tế cơ sở đáp ứng yêu cầu mới"
    where = []
    for name, words in (("a", title), ("b", f"{title} trên địa bàn tỉnh")):
        text = f"KẾ HOẠCH\nTriển khai nhiệm vụ {name}\n\nCăn cứ Đề án “{words}”;\n\nI. NHIỆM VỤ\n1. Rà soát đội ngũ.\n"
        where.append(send(client, text, f"{name}.txt", "/v1/documents").headers["Location"])
    one, other = (client.get(address).json()["citations"][0]["document"]["id"] for address in where)
    decision = {"one": one, "other": other, "decision": "rejected", "note": "hai đề án"}
    made = client.post("/v1/reviews", json=decision)
    assert made.status_code == 200
    assert made.json()["by"] == "tests"
    rejected = client.get("/v1/reviews", params={"decision": "rejected"}).json()["results"]
    (listed,) = (pair for pair in rejected if {pair["one"], pair["other"]} == {one, other})
    assert (listed["by"], listed["note"], listed["at"]) == ("tests", "hai đề án", made.json()["at"])
    assert all({one, other} != {pair["one"], pair["other"]} for pair in client.get("/v1/reviews").json()["results"])
    for wrong, status in (
        ({"other": "vn:x"}, 404),
        ({"other": one}, 422),
        ({"decision": "perhaps"}, 422),
        ({"by": "x"}, 422),
    ):
        assert client.post("/v1/reviews", json=decision | wrong).status_code == status
    assert httpx.post(client.base_url.join("/v1/reviews"), json=decision).status_code == 401
    for address in where:
        assert client.delete(address).status_code == 204


def test_waiting_for_others_to_be_read_takes_no_time_of_the_reading() -> None:
    async def wait_and_read() -> str:
        upload = Upload(PLAN.encode(), "8.txt", replace=False)
        await read_upload(upload, 60)  # starts the process, which takes longer than reading
        others = object(), object()
        for other in others:
            await READERS.acquire_on_behalf_of(other)

        async def give_up_later() -> None:
            await anyio.sleep(2.5)
            for other in others:
                READERS.release_on_behalf_of(other)

        async with anyio.create_task_group() as group:
            group.start_soon(give_up_later)
            record, _ = await read_upload(upload, 2)
        return record.text

    assert anyio.run(wait_and_read) == PLAN


def test_too_many_that_wait_are_told_to_come_again() -> None:
    outcomes = []

    async def read() -> None:
        try:
            await read_upload(Upload(PLAN.encode(), "8.txt", replace=False), 60)
            outcomes.append(200)
        except ReadersBusyError as error:
            outcomes.append(STATUS_OF[type(error)])

    async def read_many() -> None:
        async with anyio.create_task_group() as group:
            for _ in range(13):
                group.start_soon(read)

    anyio.run(read_many)
    assert sorted(outcomes) == [200] * 10 + [503] * 3
