"""How soon the explorer page shows a cascade, in a real Chromium.

    python -m bench.page [--documents 1200] [--nodes 500] [--views 7] [--store DIR]

The store is filled with the synthetic corpus where it is empty. Shown is the central document whose cascade is
nearest to `--nodes` documents, each of them a node (more than 600 would be grouped by province). A view is timed from
the navigation to the first frame with the graph: once with nothing kept by the browser, then with the files of the
page kept. Beside it stand the processor time of the page's main thread, which a busy machine changes little, the time
of the page's question to the service, and frames a second while the graph is dragged. Nothing is drawn by a graphics
card here.
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

import httpx
from playwright.sync_api import Browser, CDPSession, Page

from bench.corpus import records
from cypher import local_server
from cypher.store import Store
from tests.api.serving import serving
from tests.browser import running_chromium

_GOAL: Final = "goal: under 2 s"
_ASKED: Final = {"direction": "both", "hops": 8, "limit": 1500}
"""What the page asks for (js/views/graph.js)."""
_SHOWN: Final = """
new Promise(done => {
  const look = () => document.querySelector('#graph')?.graph?.nodes().nonempty()
    ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))) : setTimeout(look, 5);
  look();
})"""
_COUNT_FRAMES: Final = """
() => {
  window.frames_seen = 0;
  const step = () => { window.frames_seen += 1; requestAnimationFrame(step); };
  requestAnimationFrame(step);
}"""
_DRAG_SECONDS: Final = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1200)
    parser.add_argument("--nodes", type=int, default=500)
    parser.add_argument("--views", type=int, default=7)
    parser.add_argument("--store", type=Path, help="a folder to fill, or one that was filled so before")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store_dir = arguments.store or Path(folder) / "store"
        try:
            _fill(store_dir, arguments.documents)
            program = str(Path(sys.executable).with_name("vanban"))
            with serving(program, store_dir, Path(folder) / "log") as service, running_chromium() as browser:
                root, nodes = _nearest_cascade(service.client, arguments.nodes)
                _measure(browser, service.client, root, nodes, arguments.views)
        finally:
            local_server.stop(store_dir)


def _fill(store_dir: Path, documents: int) -> None:
    with (
        local_server.using(store_dir) as at,
        Store(at.uri, at.username, at.password, at.database) as store,
    ):
        store.ensure_schema()
        if not any(level.held for level in store.coverage(1).levels):
            for _ in store.put_many(records(documents)):
                pass


def _nearest_cascade(client: httpx.Client, wanted: int) -> tuple[str, int]:
    """The central document whose graph has about so many documents, and how many it has."""
    found = client.get("/v1/documents", params={"level": "central", "sort": "-date", "limit": 60}).json()
    sizes = {one["id"]: _lineage_size(client, one["id"]) for one in found["results"]}
    root = min(sizes, key=lambda one: abs(sizes[one] - wanted))
    return root, sizes[root]


def _lineage_size(client: httpx.Client, document_id: str) -> int:
    return len(client.get(f"/v1/documents/{document_id}/lineage", params=_ASKED).json()["nodes"])


def _measure(browser: Browser, client: httpx.Client, root: str, nodes: int, views: int) -> None:
    context = browser.new_context(base_url=str(client.base_url), viewport={"width": 1280, "height": 860})
    page = context.new_page()
    meter = context.new_cdp_session(page)
    meter.send("Performance.enable", {"timeDomain": "threadTicks"})
    cold = _first_view(page, root)
    warm, asked, busy = [], [], []
    for _ in range(views):
        begin = time.perf_counter()
        _lineage_size(client, root)
        asked.append(1000 * (time.perf_counter() - begin))
        warm.append(_first_view(page, root))
        busy.append(_busy(meter))
    frames = _drag(page)
    drawn = page.evaluate("document.querySelector('#graph').graph.nodes().not('.band').length")
    context.close()
    print(f"cascade of {root}: {nodes} documents, {drawn} nodes drawn")
    print(f"first view, nothing kept   {cold:6.0f} ms   {_GOAL}")
    print(f"first view, files kept     {statistics.median(warm):6.0f} ms   best {min(warm):.0f}, {_GOAL}")
    print(f"  processor time of page   {statistics.median(busy):6.0f} ms   best {min(busy):.0f}")
    print(f"the question alone         {statistics.median(asked):6.0f} ms   best {min(asked):.0f}")
    print(f"dragged                    {frames:6.0f} frames a second")


def _busy(meter: CDPSession) -> float:
    """Milliseconds of processor time that the page's main thread has used since the navigation."""
    metrics = {one["name"]: one["value"] for one in meter.send("Performance.getMetrics")["metrics"]}
    return float(1000 * metrics["TaskDuration"])


def _drag(page: Page) -> float:
    """Frames a second while the graph is dragged with the mouse."""
    box = page.locator("#graph").bounding_box()
    assert box is not None
    x, y = box["x"] + 8, box["y"] + box["height"] / 2
    page.evaluate(_COUNT_FRAMES)
    page.mouse.move(x, y)
    page.mouse.down()
    begin, before = time.perf_counter(), page.evaluate("window.frames_seen")
    while (passed := time.perf_counter() - begin) < _DRAG_SECONDS:
        page.mouse.move(x + 200 * (passed / _DRAG_SECONDS), y)
    frames = page.evaluate("window.frames_seen") - before
    passed = time.perf_counter() - begin
    page.mouse.up()
    return float(frames / passed)


def _first_view(page: Page, root: str) -> float:
    """Milliseconds from the navigation to the frame that shows the graph."""
    page.goto(f"/?doc={root}&grouped=0", wait_until="commit")
    milliseconds: float = page.evaluate(_SHOWN)
    return milliseconds


if __name__ == "__main__":
    main()
