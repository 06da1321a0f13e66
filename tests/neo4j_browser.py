"""What a person does in Neo4j Browser: log in, turn the pages of the guide, run its questions."""

from contextlib import suppress

import pytest
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from cypher.local_server import ServerAddress

_TRIES = 5


def log_in(page: Page, address: ServerAddress) -> None:
    """Open the Browser, type the password and press "Connect"."""
    page.goto(address.browser_url)
    page.get_by_test_id("password").fill(address.password)
    page.get_by_test_id("connect").click()


def turn_to(page: Page, heading: str) -> None:
    """Press "Next" until a page of the guide shows."""
    title = page.get_by_role("heading", name=heading)
    while not title.is_visible():
        page.get_by_test_id("guideNextSlide").click()


def run_block(page: Page, block: str) -> Locator:
    """Click on a block of the guide, press ▶, and give the frame with the answer."""
    page.locator("pre.runnable", has_text=block).click()
    expect(page.get_by_test_id("activeEditor")).to_contain_text(block)
    page.get_by_test_id("editor-Run").click()
    frame = page.get_by_test_id("frame").first
    expect(frame.get_by_test_id("frameCommand")).to_contain_text(block)
    return frame


def click_uncovered(drawn: Locator) -> None:
    """Click on one of these circles or arrows that nothing covers; where each is drawn is the Browser's choice.

    They move until the drawing has settled, which takes a busy machine long: so each is tried several times.
    """
    for shape in _TRIES * drawn.all():
        with suppress(PlaywrightTimeoutError):
            return shape.click(timeout=4_000)
    pytest.fail("every one is covered")


def read_circles(frame: Locator) -> dict[str, str]:
    """Caption of each circle that is drawn -> its colour."""
    found: list[list[str]] = frame.locator("g.node").evaluate_all(
        """nodes => nodes.map(node => [
             [...node.querySelectorAll("text.caption")].map(line => line.textContent).join(" "),
             node.querySelector("circle.b-outline").getAttribute("fill")])"""
    )
    return {" ".join(caption.split()): colour for caption, colour in found}
