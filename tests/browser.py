"""A real Chromium, driven by tests of pages."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from playwright.sync_api import Browser, expect, sync_playwright

PACKAGE = ("chromium", "chromium")
"""Debian package and program: `@pytest.mark.debian(*PACKAGE)`."""

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

_PATIENCE = 30_000
"""Milliseconds in which a page must show what a test expects; a busy machine needs several seconds."""
_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window. `asyncio.run` cannot be called in this thread meanwhile."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), headless=True, args=list(_OPTIONS)
        )
        expect.set_options(timeout=_PATIENCE)
        try:
            yield browser
        finally:
            browser.close()
