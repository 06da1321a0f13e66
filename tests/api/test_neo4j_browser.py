"""What staff see: Neo4j Browser itself, in Chromium, on the samples, with the guide and style of the service."""

import base64
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from api.browser.staff_files import connect_commands, read_colours, read_questions, zip_questions
from cypher import local_server
from cypher.loopback_ports import find_free_port
from tests.api.conftest import Run
from tests.api.serving import serving
from tests.browser import PACKAGE
from tests.neo4j_browser import click_uncovered, log_in, read_circles, run_block, turn_to

pytestmark = pytest.mark.debian(*PACKAGE)

CASCADE = {
    "Nghị quyết 32/NQ-CP": "Central",
    "Kế hoạch Lạng Sơn 100/KH-UBND": "Provincial",
    "Kế hoạch Bến Tre 5798/KH-UBND": "Provincial",
    "Kế hoạch Bến Tre": "Provincial",
    "Kế hoạch Cao Lộc": "District",
    "Kế hoạch Ba Tri 142/KH-UBND": "District",
    "Kế hoạch Bảo Thạnh 57/KH-UBND": "Commune",
}
"""Caption of each circle of the main question, and the label whose colour it has."""

DROP = """encoded => {
  const bytes = Uint8Array.from(atob(encoded), letter => letter.charCodeAt(0));
  const dropped = new DataTransfer();
  dropped.items.add(new File([bytes], "questions.zip", {type: "application/zip"}));
  const target = document.querySelector('[data-testid=main]');
  for (const type of ["dragenter", "dragover", "drop"])
    target.dispatchEvent(new DragEvent(type, {dataTransfer: dropped, bubbles: true, cancelable: true}));
}"""


@pytest.fixture(scope="module")
def browser_page(
    chromium: Browser, vanban_program: str, run: Run, samples: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The Browser after a login, as it opens by itself: nothing is clicked but "Connect".

    The store is of its own: another service over a shared one would start its server without these commands.
    """
    port = find_free_port()
    folder = tmp_path_factory.mktemp("browser")
    address = local_server.start(folder / "store", on_connect=connect_commands(f"http://localhost:{port}"))
    try:
        assert run("load", "--store", folder / "store", samples).status == 0
        with (
            serving(vanban_program, folder / "store", folder / "log", "--port", str(port)),
            chromium.new_context(viewport={"width": 1600, "height": 1000}, locale="vi-VN") as context,
        ):
            page = context.new_page()
            log_in(page, address)
            yield page
    finally:
        local_server.stop(folder / "store")


def test_guide_and_style_come_with_the_login(browser_page: Page) -> None:
    expect(browser_page.get_by_role("heading", name="Bắt đầu từ đây")).to_be_visible()
    style = browser_page.get_by_test_id("frame").filter(has_text=":style")
    expect(style.get_by_test_id("frameContents")).to_contain_text("node.Commune")


def test_the_main_question_draws_the_cascade_in_the_colours_of_the_style(browser_page: Page) -> None:
    turn_to(browser_page, "Câu hỏi chính")
    frame = run_block(browser_page, "// 01.")
    expect(frame.locator("g.node")).to_have_count(len(CASCADE))
    expect(frame.get_by_test_id("property-details-overview-relationship-type-IMPLEMENTS")).to_have_text(
        "IMPLEMENTS (7)"
    )
    colours = read_colours()
    assert read_circles(frame) == {caption: colours[label] for caption, label in CASCADE.items()}


def test_a_click_on_the_evidence_shows_the_words(browser_page: Page) -> None:
    turn_to(browser_page, "Vì sao có mũi tên này?")
    frame = run_block(browser_page, "// 03.")
    quotes = frame.locator(f"g.node:has(circle[fill='{read_colours()['Citation']}'])")
    expect(quotes).to_have_count(3)
    click_uncovered(quotes)
    inspector = frame.get_by_test_id("vizInspector")
    expect(inspector).to_contain_text("Nghị quyết số 32/NQ-CP ngày 20 tháng 3 năm 2024 của Chính phủ")
    for name in ("quote", "context", "confidence", "rule", "start", "end"):
        expect(inspector.get_by_text(name, exact=True)).to_be_visible()


def test_a_body_is_drawn_with_its_tasks_and_an_arrow_shows_the_words(browser_page: Page) -> None:
    turn_to(browser_page, "Một cơ quan được giao những việc gì?")
    frame = run_block(browser_page, "// 07.")
    expect(frame.locator("g.node")).to_have_count(9)
    drawn = Counter(read_circles(frame).values())
    colours = read_colours()
    assert drawn == {colours["Task"]: 4, colours["Body"]: 3, colours["Provincial"]: 2}
    click_uncovered(frame.locator("g.relationship").filter(has_text="giao").locator("path.overlay"))
    inspector = frame.get_by_test_id("vizInspector")
    for name in ("ASSIGNS_TO", "role", "quote"):
        expect(inspector.get_by_text(name, exact=True)).to_be_visible()


def test_a_picture_can_be_saved(browser_page: Page, tmp_path: Path) -> None:
    frame = browser_page.get_by_test_id("frame").filter(has=browser_page.locator("g.node")).first
    frame.get_by_test_id("frame-export-dropdown").hover()
    with browser_page.expect_download() as download:
        frame.get_by_test_id("exportPNGButton").click()
    download.value.save_as(tmp_path / "graph.png")
    assert (tmp_path / "graph.png").read_bytes().startswith(b"\x89PNG")


def test_the_saved_questions_are_taken_when_dropped(browser_page: Page) -> None:
    browser_page.evaluate(DROP, base64.b64encode(zip_questions()).decode())
    browser_page.get_by_test_id("navigationFavorites").click()
    browser_page.get_by_text("vanban", exact=True).click()
    for text in read_questions().values():
        name = re.sub(r"^// ", "", text.partition("\n")[0])
        expect(browser_page.get_by_text(name, exact=True).last).to_be_attached()
    browser_page.get_by_test_id("navigationGuides").click()


def test_the_guide_changes_its_language(browser_page: Page) -> None:
    while browser_page.get_by_test_id("guidePreviousSlide").is_enabled():
        browser_page.get_by_test_id("guidePreviousSlide").click()
    browser_page.get_by_text("English", exact=True).click()
    expect(browser_page.get_by_role("heading", name="Start here")).to_be_visible()
