"""Uploads on the explorer page, and what is only seen with an uploaded document: defects, the calendar of a body."""

import re
from collections.abc import Iterator
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.api.conftest import Run
from tests.api.serving import Service, serving
from tests.api.test_uploads import PLAN
from tests.browser import PACKAGE

pytestmark = pytest.mark.debian(*PACKAGE)

KH8 = "vn:ubnd-tinh-ca-mau:ke-hoach:2024:8-kh-ubnd"
SO = "body:so-giao-duc-va-dao-tao-tinh-ben-tre"
FILE = "#upload-file"
expect.set_options(timeout=20_000)


@pytest.fixture(scope="module")
def keys(run: Run, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Keys by what they may do, and the file that they are in."""
    path = str(tmp_path_factory.mktemp("keys") / "keys.json")
    made = {"write": run("key", "add", "tests", VANBAN_KEYS=path).stdout.strip()}
    made["read"] = run("key", "add", "reader", "--read-only", VANBAN_KEYS=path).stdout.strip()
    return made | {"file": path}


@pytest.fixture(scope="module")
def service(
    keys: dict[str, str], vanban_program: str, samples_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Service]:
    log = tmp_path_factory.mktemp("serve") / "log"
    with serving(vanban_program, samples_store, log, VANBAN_KEYS=keys["file"]) as running:
        yield running


@pytest.fixture
def upload_page(chromium: Browser, service: Service) -> Iterator[Page]:
    context = chromium.new_context(base_url=str(service.client.base_url), viewport={"width": 1280, "height": 860})
    page = context.new_page()
    page.goto("/?page=upload")
    yield page
    context.close()


def use_key(page: Page, key: str) -> None:
    page.get_by_label("Khóa truy cập").fill(key)
    page.get_by_role("button", name="Dùng khóa này").click()


def choose(page: Page, text: str, name: str = "8.txt") -> None:
    page.locator(FILE).set_input_files({"name": name, "mimeType": "text/plain", "buffer": text.encode()})


def test_a_file_is_seen_before_and_after_it_is_stored(
    upload_page: Page, service: Service, keys: dict[str, str]
) -> None:
    use_key(upload_page, keys["write"])
    choose(upload_page, PLAN)
    state = upload_page.locator(".upload-state")
    expect(state).to_contain_text("Chưa lưu gì")
    assert service.client.get(f"/v1/documents/{KH8}").status_code == 404
    marked = upload_page.locator(".whole-text .mark-citation")
    expect(marked).to_have_text(
        [
            "Quyết định số 98/QĐ-TTg ngày 02 tháng 5 năm 2024 của Thủ tướng Chính phủ",
            "Nghị định số 12/2021/NĐ-CP ngày 05 tháng 3 năm 2019 của Chính phủ",
        ]
    )
    expect(upload_page.locator(".whole-text .mark-defect")).to_have_text([re.compile("12/2021/NĐ-CP")])
    defect = "Năm trong số, ký hiệu khác năm của ngày ban hành ghi bên cạnh."
    expect(upload_page.locator(".report-facts")).to_contain_text(defect)
    upload_page.get_by_role("button", name="Lưu vào cơ sở dữ liệu").click()
    try:
        expect(state).to_contain_text("Đã lưu")
        upload_page.get_by_role("link", name="Xem trong sơ đồ").click()
        expect(upload_page.get_by_role("heading", level=1)).to_have_text("Kế hoạch số 8/KH-UBND")
        upload_page.get_by_role("link", name="Chi tiết").click()
        expect(upload_page.locator(".defect")).to_have_text(defect)
    finally:
        headers = {"Authorization": f"Bearer {keys['write']}"}
        assert service.client.delete(f"/v1/documents/{KH8}", headers=headers).status_code == 204


def test_another_text_with_the_same_number_is_taken_when_one_says_so(
    upload_page: Page, service: Service, keys: dict[str, str]
) -> None:
    use_key(upload_page, keys["write"])
    choose(upload_page, PLAN)
    upload_page.get_by_role("button", name="Lưu vào cơ sở dữ liệu").click()
    try:
        expect(upload_page.locator(".upload-stored")).to_be_visible()
        upload_page.get_by_role("button", name="Tệp khác").click()
        choose(upload_page, PLAN.replace("15/9/2024", "16/9/2024"))
        upload_page.get_by_role("button", name="Lưu vào cơ sở dữ liệu").click()
        expect(upload_page.get_by_role("alert")).to_contain_text("Đã có một văn bản khác mang cùng mã")
        upload_page.get_by_role("button", name="Thay bản đang lưu").click()
        expect(upload_page.locator(".upload-stored")).to_contain_text("thay cho bản trước")
    finally:
        headers = {"Authorization": f"Bearer {keys['write']}"}
        assert service.client.delete(f"/v1/documents/{KH8}", headers=headers).status_code == 204


def test_wrong_keys_and_files_are_refused_with_a_reason(upload_page: Page, keys: dict[str, str]) -> None:
    use_key(upload_page, "wrong")
    choose(upload_page, PLAN)
    expect(upload_page.get_by_role("alert")).to_contain_text("Cần có khóa truy cập")
    use_key(upload_page, keys["read"])
    expect(upload_page.get_by_role("alert")).to_contain_text("Khóa này chỉ được đọc")
    use_key(upload_page, keys["write"])
    expect(upload_page.locator(".report")).to_be_visible()
    upload_page.get_by_role("button", name="Tệp khác").click()
    choose(upload_page, "   ")
    expect(upload_page.get_by_role("alert")).to_contain_text("Không đọc được tệp này")


def test_the_tasks_of_a_body_as_a_calendar(upload_page: Page, tmp_path: Path) -> None:
    upload_page.goto(f"/?body={SO}")
    with upload_page.expect_download() as saved:
        upload_page.get_by_role("link", name="Lịch mọi thời hạn (.ics)").click()
    path = tmp_path / saved.value.suggested_filename
    saved.value.save_as(path)
    assert path.suffix == ".ics"
    events = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert [str(event.decoded("dtstart")) for event in events] == ["2024-11-30", "2024-12-15"]
    first = str(events[0].get("description"))
    assert "trước ngày 30 tháng 11 năm 2024" in first
    assert "Kế hoạch số 5798/KH-UBND của Ủy ban nhân dân tỉnh Bến Tre" in first
    assert len({str(event.get("uid")) for event in events}) == 2


def test_the_calendar_from_today_where_the_reader_is(chromium: Browser, service: Service, keys: dict[str, str]) -> None:
    context = chromium.new_context(base_url=str(service.client.base_url), timezone_id="Asia/Ho_Chi_Minh")
    page = context.new_page()
    page.clock.set_fixed_time("2024-11-30T18:00:00Z")  # already December in Hanoi
    page.goto("/?page=upload")
    use_key(page, keys["read"])
    expect(page.locator(FILE)).to_be_attached()
    page.goto(f"/?body={SO}")
    expect(page.locator("tbody time.past")).to_have_text(["30/11/2024"])
    with page.expect_download() as saved:
        page.get_by_role("link", name="Lịch từ hôm nay (.ics)").click()
    assert saved.value.url.startswith("blob:"), "asked for without the key"
    (event,) = icalendar.Calendar.from_ical(saved.value.path().read_bytes()).walk("VEVENT")
    assert str(event.decoded("dtstart")) == "2024-12-15"
    page.get_by_role("button", name="Bỏ khóa").click()
    expect(page.locator("#key-note")).to_be_hidden()
    assert page.evaluate("sessionStorage.length") == 0
    context.close()
