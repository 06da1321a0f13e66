"""Every view of the explorer page: nothing that axe-core finds serious, nothing wider than a telephone.

The pictures that it takes are kept in `.screenshots/`, to be looked at.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.api.conftest import Run
from tests.api.serving import Service, serving
from tests.api.test_uploads import PLAN
from tests.browser import PACKAGE, SCHEMES

pytestmark = pytest.mark.debian(*PACKAGE)

PICTURES = Path(__file__).parents[2] / ".screenshots"
AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
NQ32 = "vn:chinh-phu:nghi-quyet:2024:32-nq-cp"
KH57 = "vn:ubnd-xa-bao-thanh-ba-tri-ben-tre:ke-hoach:2024:57-kh-ubnd"
KH142 = "vn:ubnd-huyen-ba-tri-ben-tre:ke-hoach:2024:142-kh-ubnd"
VIEWS = {
    "home": "/",
    "graph": f"/?doc={NQ32}&edge={KH57}~IMPLEMENTS~{KH142}",
    "plans": f"/?doc={NQ32}&view=plans",
    "map": f"/?doc={NQ32}&view=map",
    "facts": f"/?doc={NQ32}&view=facts",
    "text": f"/?doc={KH57}&view=text&at=335-419",
    "body": "/?body=body:so-giao-duc-va-dao-tao-tinh-ben-tre",
    "found": "/?q=ke hoach",
    "unknown": "/?q=99/NQ-CP",
    "upload": "/?page=upload",
    "report": "/?page=upload",
    "english": f"/?doc={KH142}&view=facts&lang=en",
}
DONE = {
    "graph": ".graph-side .evidence",
    "plans": ".table",
    "map": ".tile",
    "report": ".report",
}


@pytest.fixture(scope="module")
def key(run: Run, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    path = tmp_path_factory.mktemp("keys") / "keys.json"
    return run("key", "add", "tests", VANBAN_KEYS=str(path)).stdout.strip(), path


@pytest.fixture(scope="module")
def service(
    key: tuple[str, Path], vanban_program: str, samples_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Service]:
    log = tmp_path_factory.mktemp("serve") / "log"
    with serving(vanban_program, samples_store, log, VANBAN_KEYS=str(key[1])) as running:
        yield running


def show(page: Page, view: str, key: str) -> None:
    """Opens a view and waits until it is there."""
    page.goto(VIEWS[view])
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=20_000)
    if view == "report":
        page.get_by_label("Khóa truy cập").fill(key)
        page.get_by_role("button", name="Dùng khóa này").click()
        page.locator("#upload-file").set_input_files(
            {"name": "8.txt", "mimeType": "text/plain", "buffer": PLAN.encode()}
        )
    page.locator(DONE.get(view, ".view")).first.wait_for(timeout=20_000)


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_serious_for_axe(chromium: Browser, service: Service, key: tuple[str, Path], view: str) -> None:
    context = chromium.new_context(base_url=str(service.client.base_url), viewport={"width": 1280, "height": 860})
    page = context.new_page()
    show(page, view, key[0])
    page.evaluate(AXE)
    PICTURES.mkdir(exist_ok=True)
    serious = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.screenshot(path=PICTURES / f"{view}-{scheme}.png")
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert found["passes"], "axe looked at nothing"
        serious[scheme] = [
            (one["id"], one["help"], [node["html"][:200] for node in one["nodes"][:3]])
            for one in found["violations"]
            if one["impact"] in ("serious", "critical")
        ]
    context.close()
    assert serious == {"light": [], "dark": []}


@pytest.mark.parametrize("view", VIEWS)
def test_it_fits_a_telephone(chromium: Browser, service: Service, key: tuple[str, Path], view: str) -> None:
    context = chromium.new_context(
        base_url=str(service.client.base_url), viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    show(page, view, key[0])
    PICTURES.mkdir(exist_ok=True)
    page.screenshot(path=PICTURES / f"{view}-360.png")
    wide, small = page.evaluate(
        """() => [
            document.documentElement.scrollWidth,
            [...document.querySelectorAll("main button, main select, main .tabs a")]
                .filter(one => one.checkVisibility() && !one.closest("details:not([open])"))
                .filter(one => one.getBoundingClientRect().height < 24)
                .map(one => one.outerHTML.slice(0, 120)),
        ]"""
    )
    context.close()
    assert wide <= 360
    assert small == [], "too small for a finger"
