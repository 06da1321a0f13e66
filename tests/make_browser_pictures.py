"""Make the pictures of docs/staff.md anew: python -m tests.make_browser_pictures, then look at them.

They show a store of its own with the samples in it, in Debian's Chromium. Those committed were then reduced to
128 colours (`Image.quantize` of Pillow), which makes them a third as large.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Locator, Page

from api.browser.staff_files import connect_commands, read_colours
from cypher import local_server
from cypher.local_server import ServerAddress
from cypher.loopback_ports import find_free_port
from tests.api.serving import serving
from tests.browser import running_chromium
from tests.conftest import ROOT
from tests.neo4j_browser import click_uncovered, log_in, run_block, turn_to

PICTURES = ROOT / "docs" / "images"
PROGRAM = str(Path(sys.executable).with_name("vanban"))
SETTLING = 4_000
"""Milliseconds in which the Browser moves the circles to where they stay."""


def take_pictures(page: Page, address: ServerAddress) -> None:
    log_in(page, address)
    page.get_by_role("heading", name="Bắt đầu từ đây").wait_for()
    page.wait_for_timeout(SETTLING)
    take(page, "staff-start")
    run_clear(page)

    turn_to(page, "Câu hỏi chính")
    frame = run_block(page, "// 01.")
    close_panel(frame)
    take(page, "staff-cascade")

    turn_to(page, "Vì sao có mũi tên này?")
    frame = run_block(page, "// 03.")
    frame.get_by_label("Expand the node properties display").click()
    page.wait_for_timeout(SETTLING)
    click_uncovered(frame.locator(f"g.node:has(circle[fill='{read_colours()['Citation']}'])"))
    frame.get_by_test_id("vizInspector").get_by_text("quote", exact=True).scroll_into_view_if_needed()
    take(page, "staff-evidence")

    turn_to(page, "Một cơ quan được giao những việc gì?")
    frame = run_block(page, "// 07.")
    close_panel(frame)
    take(page, "staff-tasks")


def run_clear(page: Page) -> None:
    page.locator("pre.runnable", has_text=":clear").click()
    page.get_by_test_id("editor-Run").click()


def close_panel(frame: Locator) -> None:
    """Close the panel that covers the drawing, and fit the drawing into the room."""
    frame.get_by_label("Collapse the node properties display").click()
    frame.page.wait_for_timeout(SETTLING)
    frame.get_by_label("zoom-to-fit").click()
    frame.page.wait_for_timeout(SETTLING)


def take(page: Page, name: str) -> None:
    page.screenshot(path=PICTURES / f"{name}.png")


def main() -> None:
    port = find_free_port()
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        subprocess.run([PROGRAM, "load", "--store", store, ROOT / "samples"], check=True)
        address = local_server.start(store, on_connect=connect_commands(f"http://localhost:{port}"))
        try:
            log = Path(folder) / "log"
            with serving(PROGRAM, store, log, "--port", str(port)), running_chromium() as browser:
                take_pictures(browser.new_page(viewport={"width": 1400, "height": 640}, locale="vi-VN"), address)
        finally:
            local_server.stop(store)


if __name__ == "__main__":
    main()
