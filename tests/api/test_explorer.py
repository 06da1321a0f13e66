"""The explorer page in a real browser, against the real service with the samples: what a clerk does with it."""

import csv
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from loaders.explanation import REASONS
from tests.api.serving import Service, serving
from tests.browser import PACKAGE, SCHEMES

pytestmark = pytest.mark.debian(*PACKAGE)

NQ32 = "vn:chinh-phu:nghi-quyet:2024:32-nq-cp"
KH57 = "vn:ubnd-xa-bao-thanh-ba-tri-ben-tre:ke-hoach:2024:57-kh-ubnd"
KH142 = "vn:ubnd-huyen-ba-tri-ben-tre:ke-hoach:2024:142-kh-ubnd"
EDGE = f"{KH57}~IMPLEMENTS~{KH142}"
SO = "body:so-giao-duc-va-dao-tao-tinh-ben-tre"
expect.set_options(timeout=20_000)

READY = "document.querySelector('#graph')?.graph?.nodes().nonempty()"


@pytest.fixture(scope="module")
def service(vanban_program: str, samples_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with serving(vanban_program, samples_store, tmp_path_factory.mktemp("serve") / "log") as running:
        yield running


@pytest.fixture
def explorer(chromium: Browser, service: Service) -> Iterator[Page]:
    """A window on the page; nothing may break its policy, fail in a script or be asked of another host."""
    base = str(service.client.base_url)
    context = chromium.new_context(base_url=base, viewport={"width": 1280, "height": 860}, locale="vi-VN")
    context.set_default_timeout(20_000)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda line: wrong.append(line.text) if "Security Policy" in line.text else None)
    page.on("request", lambda request: wrong.append(request.url) if not _is_own(request.url, base) else None)
    yield page
    context.close()
    assert wrong == []


def _is_own(url: str, base: str) -> bool:
    return url.startswith((base.rstrip("/"), "blob:", "data:"))


def open_graph(page: Page, address: str = f"/?doc={NQ32}") -> None:
    page.goto(address)
    until(page, READY)


def until(page: Page, expression: str) -> None:
    """Waits until an expression holds; `wait_for_function` would need what the page's policy forbids."""
    deadline = time.monotonic() + 20
    while not page.evaluate(expression):
        assert time.monotonic() < deadline, expression
        page.wait_for_timeout(50)


def point_of(page: Page, element: str) -> tuple[float, float]:
    """Where an element of the graph is on the screen: the middle of a node or an arrow."""
    x, y = page.evaluate(
        """id => {
            const graph = document.querySelector('#graph');
            const one = graph.graph.getElementById(id);
            const {x, y} = one.isEdge() ? one.renderedMidpoint() : one.renderedPosition();
            const box = graph.getBoundingClientRect();
            return [box.x + x, box.y + y];
        }""",
        element,
    )
    return x, y


def test_the_walk_from_a_number_to_the_sentence_that_proves_it(explorer: Page) -> None:
    explorer.goto("/")
    expect(explorer.get_by_role("heading", level=1)).to_contain_text("Văn bản của Trung ương")
    box = explorer.get_by_role("combobox")
    box.fill("32/NQ-CP")
    explorer.get_by_role("button", name="Tìm").click()
    expect(explorer.get_by_role("heading", level=1)).to_have_text("Nghị quyết số 32/NQ-CP")
    until(explorer, READY)
    expect(explorer.locator(".graph-side")).to_contain_text(
        "6 văn bản của địa phương bắt nguồn từ Nghị quyết số 32/NQ-CP"
    )
    heights = explorer.evaluate(
        "ids => ids.map(id => document.querySelector('#graph').graph.getElementById(id).position('y'))",
        [NQ32, "vn:ubnd-tinh-ben-tre:ke-hoach:2024:5798-kh-ubnd", KH142, KH57],
    )
    assert heights == sorted(heights)
    assert len(set(heights)) == 4
    explorer.mouse.click(*point_of(explorer, EDGE))
    side = explorer.locator(".graph-side")
    expect(side.locator("h2")).to_have_text(
        "Kế hoạch số 57/KH-UBND (UBND xã Bảo Thạnh) thực hiện Kế hoạch số 142/KH-UBND (UBND huyện Ba Tri)"
    )
    first = side.locator("figure").first
    expect(first.locator("mark")).to_have_text(
        "Kế hoạch số 142/KH- UBND ngày 16 tháng 10 năm 2024 của Ủy ban nhân dân huyện Ba Tri"
    )
    expect(first.locator("mark strong")).to_have_text("142/KH- UBND")
    expect(first).to_contain_text("08-ke-hoach-57-kh-ubnd-bao-thanh.txt, ký tự 335–419")
    expect(first).to_contain_text("loại và số văn bản; trong tên gọi của văn bản")
    expect(first).to_contain_text("99%")
    first.get_by_role("link", name="08-ke-hoach").click()
    here = explorer.locator(".mark-here").first
    expect(here).to_be_in_viewport()
    expect(here).to_contain_text("Kế hoạch số 142/KH-")


def test_suggestions_are_chosen_by_keyboard(explorer: Page) -> None:
    explorer.goto("/")
    box = explorer.get_by_role("combobox")
    expect(box).to_be_focused()
    explorer.keyboard.type("ba tri")
    options = explorer.get_by_role("option")
    expect(options.filter(has_text="142/KH-UBND")).to_have_count(1)
    expect(box).to_have_attribute("aria-expanded", "true")
    names = options.all_inner_texts()
    wanted = next(index for index, name in enumerate(names) if "142/KH-UBND" in name)
    for _ in range(wanted + 1):
        explorer.keyboard.press("ArrowDown")
    chosen = box.get_attribute("aria-activedescendant")
    expect(explorer.locator(f"#{chosen}")).to_contain_text("142/KH-UBND")
    explorer.keyboard.press("Enter")
    expect(explorer.get_by_role("heading", level=1)).to_have_text("Kế hoạch số 142/KH-UBND")
    assert f"doc={KH142}" in explorer.url


def test_escape_closes_the_suggestions(explorer: Page) -> None:
    explorer.goto("/")
    expect(explorer.get_by_role("combobox")).to_be_focused()
    explorer.keyboard.type("ben tre")
    expect(explorer.get_by_role("listbox")).to_be_visible()
    explorer.keyboard.press("Escape")
    expect(explorer.get_by_role("listbox")).to_be_hidden()
    expect(explorer.get_by_role("combobox")).to_have_value("ben tre")


def test_the_graph_is_walked_by_keyboard(explorer: Page) -> None:
    open_graph(explorer)
    explorer.locator("#graph").focus()
    for _ in range(4):
        explorer.keyboard.press("ArrowDown")
    expect(explorer.locator(".graph-side .entry-name")).to_contain_text("57/KH-UBND")
    explorer.keyboard.press("ArrowUp")
    expect(explorer.locator(".graph-side .entry-name")).to_contain_text("142/KH-UBND")
    expect(explorer.locator("#announce")).to_contain_text("Kế hoạch số 142/KH-UBND")
    explorer.get_by_role("button", name="thực hiện Kế hoạch số 5798/KH-UBND").focus()
    explorer.keyboard.press("Enter")
    expect(explorer.locator(".graph-side h2")).to_contain_text("thực hiện")
    expect(explorer.locator(".graph-side h2")).to_be_focused()
    explorer.locator("#graph").focus()
    explorer.keyboard.press("Escape")
    expect(explorer.locator(".graph-side")).to_contain_text("6 văn bản")


def test_an_address_shows_the_same_to_somebody_else(explorer: Page) -> None:
    open_graph(explorer, f"/?doc={NQ32}&edge={EDGE}")
    expect(explorer.locator(".graph-side h2")).to_contain_text("57/KH-UBND")
    explorer.goto(f"/?doc={NQ32}&view=plans&level=district&sort=-date")
    numbers = explorer.locator("tbody tr:not(.below) .column-number")
    expect(numbers).to_have_text([re.compile("142/KH-UBND"), re.compile("số để trống")])


def test_the_back_button_goes_back(explorer: Page) -> None:
    explorer.goto("/")
    explorer.get_by_role("link", name="Những kế hoạch nào").click()
    heading = explorer.get_by_role("heading", level=1)
    expect(heading).to_have_text("Nghị quyết số 32/NQ-CP")
    expect(heading).to_be_focused()
    explorer.get_by_role("link", name="Kế hoạch địa phương").click()
    expect(explorer.get_by_role("table")).to_be_visible()
    explorer.get_by_role("link", name="Kế hoạch số 57/KH-UBND").click()
    expect(heading).to_have_text("Kế hoạch số 57/KH-UBND")
    explorer.go_back()
    expect(explorer.get_by_role("table")).to_be_visible()
    explorer.go_back()
    explorer.go_back()
    expect(heading).to_contain_text("Văn bản của Trung ương")


def test_the_legend_filters(explorer: Page) -> None:
    open_graph(explorer)
    count = "document.querySelector('#graph').graph.nodes().not('.band').length"
    assert explorer.evaluate(count) == 11
    explorer.get_by_label("Cấp xã").uncheck()
    until(explorer, f"{count} === 10")
    explorer.get_by_label("giám sát việc thực hiện").uncheck()
    until(explorer, f"{count} === 8")
    assert "without=SUPERVISES" in explorer.url
    explorer.get_by_label("nhắc đến", exact=False).last.check()
    until(explorer, "document.querySelector('#graph').graph.edges('[relation=\"CITES\"]').nonempty()")


def test_nodes_are_collapsed_and_expanded(explorer: Page) -> None:
    open_graph(explorer, f"/?doc={NQ32}&node={KH142}")
    shown = f"document.querySelector('#graph').graph.getElementById('{KH57}').nonempty()"
    explorer.get_by_role("button", name="Thu gọn", exact=True).click()
    until(explorer, f"!{shown}")
    explorer.get_by_role("button", name="Mở rộng", exact=True).click()
    until(explorer, shown)


def test_documents_are_found_in_the_graph(explorer: Page) -> None:
    open_graph(explorer)
    explorer.get_by_label("Tìm trong sơ đồ").fill("bao thanh")
    until(explorer, "document.querySelector('#graph').graph.nodes('.dim').length === 10")
    explorer.keyboard.press("Enter")
    expect(explorer.locator(".graph-side .entry-name")).to_contain_text("57/KH-UBND")


def test_provinces_become_one_node_and_open_again(explorer: Page) -> None:
    open_graph(explorer)
    explorer.get_by_role("button", name="Gộp theo tỉnh").click()
    until(explorer, "document.querySelector('#graph').graph.nodes('[?group]').length === 2")
    explorer.locator(".graph-list summary").click()
    arrows = explorer.locator(".graph-list li")
    expect(arrows.filter(has_text=re.compile("^Bến Tre thực hiện")).first).to_be_visible()
    expect(arrows.filter(has_text="số Bến Tre")).to_have_count(0)
    explorer.mouse.click(*point_of(explorer, "province:Bến Tre"))
    expect(explorer.locator(".graph-side h2")).to_have_text("Bến Tre: 4 văn bản")
    explorer.get_by_role("button", name="Mở tỉnh này").click()
    until(explorer, "document.querySelector('#graph').graph.nodes('[?group]').length === 1")


def _saved(page: Page, name: str, folder: Path) -> Path:
    with page.expect_download() as saved:
        page.get_by_role("button", name=name).click()
    path = folder / saved.value.suggested_filename
    saved.value.save_as(path)
    return path


def test_the_graph_is_saved_as_picture_and_data(explorer: Page, tmp_path: Path) -> None:
    open_graph(explorer)
    explorer.get_by_text("Lưu", exact=True).click()
    png = _saved(explorer, "Hình PNG", tmp_path)
    assert png.name == "32-NQ-CP-so-do.png"
    assert png.read_bytes().startswith(b"\x89PNG")
    svg = _saved(explorer, "Hình SVG", tmp_path).read_text(encoding="utf-8")
    assert svg.count("marker-end=") == 13
    for words in ("57/KH-UBND", "UBND xã Bảo Thạnh", "Cấp xã", "Trung ương"):
        assert f">{words}</" in svg
    data = json.loads(_saved(explorer, "Dữ liệu JSON", tmp_path).read_text(encoding="utf-8"))
    assert (data["root"], len(data["nodes"]), len(data["edges"])) == (NQ32, 11, 13)
    rows = list(csv.DictReader(_saved(explorer, "Bảng CSV", tmp_path).open(encoding="utf-8-sig")))
    assert len(rows) == 13
    assert {"57/KH-UBND"} == {row["Từ: Số, ký hiệu"] for row in rows if row["Đến: Số, ký hiệu"] == "142/KH-UBND"}


def test_the_table_of_plans_sorts_shows_proof_and_is_saved(explorer: Page, tmp_path: Path) -> None:
    explorer.goto(f"/?doc={NQ32}&view=plans")
    expect(explorer.get_by_role("heading", level=2)).to_have_text(
        "6 văn bản của địa phương thực hiện Nghị quyết số 32/NQ-CP"
    )
    rows = explorer.locator("tbody tr:not(.below)")
    expect(rows).to_have_count(6)
    explorer.get_by_role("button", name="Ngày").click()
    expect(explorer.locator("th.column-date").first).to_have_attribute("aria-sort", "ascending")
    expect(rows.first).to_contain_text("6/5/2024")
    explorer.get_by_role("button", name="Ngày").click()
    expect(rows.first).to_contain_text("57/KH-UBND")
    expect(rows.first.locator(".column-hops")).to_have_text("3")
    rows.first.get_by_role("button").click()
    steps = explorer.locator(".path > li")
    expect(steps).to_have_count(3)
    expect(steps.first.locator("h3")).to_have_text("Kế hoạch số 57/KH-UBND thực hiện Kế hoạch số 142/KH-UBND")
    explorer.get_by_label("Cấp", exact=True).select_option("commune")
    expect(rows).to_have_count(1)
    table = list(csv.DictReader(_saved(explorer, "Bảng CSV", tmp_path).open(encoding="utf-8-sig")))
    assert [(row["Số, ký hiệu"], row["Xã"], row["Số bước"]) for row in table] == [("57/KH-UBND", "Bảo Thạnh", "3")]


def test_the_map_counts_provinces_of_both_sets(explorer: Page) -> None:
    explorer.goto(f"/?doc={NQ32}&view=map")
    expect(explorer.locator(".panel .lead")).to_have_text("2 trong 63 tỉnh, thành phố có kế hoạch thực hiện.")
    expect(explorer.locator(".tile")).to_have_count(63)
    expect(explorer.locator(".tiles .tile-plan")).to_have_text([re.compile("Lạng Sơn"), re.compile("Bến Tre")])
    explorer.get_by_label("34 tỉnh").check()
    expect(explorer.locator(".tile")).to_have_count(34)
    expect(explorer.locator(".tiles .tile-plan")).to_have_text([re.compile("Lạng Sơn"), re.compile("Vĩnh Long")])
    explorer.reload()
    expect(explorer.locator(".tile")).to_have_count(34)
    explorer.get_by_role("link", name="Vĩnh Long").click()
    expect(explorer.locator("tbody tr:not(.below)")).to_have_count(4)
    expect(explorer.locator(".panel .note")).to_contain_text("Chỉ những tỉnh nay thuộc Vĩnh Long")


def test_a_document_says_what_it_rests_on_and_who_has_to_do_what(explorer: Page) -> None:
    explorer.goto(f"/?doc={KH142}&view=facts")
    facts = explorer.locator(".facts").first
    expect(facts).to_contain_text("Lê Minh Phụng")
    expect(facts).to_contain_text("16/10/2024")
    group = explorer.locator(".task-group", has=explorer.get_by_role("heading", name="Phòng Giáo dục và Đào tạo"))
    expect(group).to_contain_text("chủ trì")
    expect(group).to_contain_text("30/11/2024")
    expect(explorer.locator(".recipients")).to_contain_text("UBND tỉnh")
    explorer.get_by_text("Xem 3 chỗ chứng minh").or_(explorer.get_by_text("Xem 2 chỗ chứng minh")).first.click()
    expect(explorer.locator(".evidence mark").first).to_be_visible()


def test_the_tasks_of_a_body(explorer: Page) -> None:
    explorer.goto(f"/?body={SO}")
    expect(explorer.get_by_role("heading", level=2).first).to_have_text("2 việc được giao")
    deadlines = explorer.locator("tbody time")
    assert deadlines.evaluate_all("all => all.map(one => one.dateTime)") == ["2024-11-30", "2024-12-15"]


def test_everything_is_there_in_english(explorer: Page) -> None:
    explorer.goto("/")
    explorer.get_by_role("button", name="English").click()
    expect(explorer.get_by_role("heading", level=1)).to_contain_text("How central documents reach")
    assert explorer.evaluate("document.documentElement.lang") == "en"
    explorer.get_by_role("link", name="Which local plans trace back to Resolution 32/NQ-CP?").click()
    expect(explorer.locator(".graph-side")).to_contain_text("6 local documents trace back to Resolution 32/NQ-CP")
    explorer.goto(f"/?doc={NQ32}&view=plans")
    expect(explorer.get_by_role("columnheader").first).to_contain_text("Number")
    explorer.goto("/?lang=vi")
    expect(explorer.get_by_role("heading", level=1)).to_contain_text("Văn bản của Trung ương")


def test_an_unknown_number_is_said_to_be_unknown(explorer: Page) -> None:
    explorer.goto("/?q=99/NQ-CP")
    expect(explorer.get_by_role("heading", level=1)).to_have_text("Không có văn bản nào là “99/NQ-CP”")
    expect(explorer.get_by_role("heading", name="Gần giống nhất")).to_be_visible()
    expect(explorer.locator(".entries")).to_contain_text("32/NQ-CP")
    explorer.goto("/?doc=vn:nothing")
    expect(explorer.get_by_role("heading", level=1)).to_have_text("Không có văn bản này")


def test_words_find_documents(explorer: Page) -> None:
    explorer.goto("/?q=doi moi sach giao khoa")
    expect(explorer.get_by_role("heading", level=1)).to_contain_text("Kết quả tìm")
    expect(explorer.locator(".entries").first).to_contain_text("32/NQ-CP")


def test_a_server_that_is_away_is_said_to_be_away(explorer: Page) -> None:
    explorer.goto("/")
    expect(explorer.get_by_role("heading", level=1)).to_contain_text("Văn bản")
    explorer.context.set_offline(True)
    explorer.get_by_role("link", name="Những kế hoạch nào").click()
    alert = explorer.get_by_role("alert")
    expect(alert).to_contain_text("Không kết nối được với máy chủ")
    explorer.context.set_offline(False)
    alert.get_by_role("button", name="Thử lại").click()
    expect(explorer.get_by_role("heading", level=1)).to_have_text("Nghị quyết số 32/NQ-CP")


def test_what_goes_wrong_beside_the_graph_is_said_there(explorer: Page) -> None:
    open_graph(explorer, f"/?doc={NQ32}&node={KH142}")
    alert = explorer.locator(".graph-side").get_by_role("alert")
    shown = "document.querySelector('#graph').graph.edges('[relation=\"CITES\"]').nonempty()"
    explorer.context.set_offline(True)
    explorer.get_by_role("button", name="Mở rộng", exact=True).click()
    expect(alert).to_contain_text("Không kết nối được với máy chủ")
    cites = explorer.locator("#legend-relation-CITES")
    cites.click()
    expect(cites).not_to_be_checked()
    assert not explorer.evaluate(shown)
    explorer.context.set_offline(False)
    alert.get_by_role("button", name="Thử lại").click()
    until(explorer, shown)
    expect(alert).to_be_hidden()


def test_a_key_that_is_not_known_keeps_nobody_from_reading(explorer: Page) -> None:
    explorer.goto("/")
    explorer.evaluate("sessionStorage.setItem('vanban-key', 'revoked')")
    explorer.goto(f"/?doc={NQ32}&view=plans")
    expect(explorer.get_by_role("table")).to_be_visible()
    assert explorer.evaluate("sessionStorage.getItem('vanban-key')") is None
    expect(explorer.locator("#key-note")).to_be_hidden()


@pytest.mark.parametrize("address", ["/?lang=toString", f"/?doc={NQ32}&view=constructor"])
def test_an_address_with_a_name_that_every_object_has(explorer: Page, address: str) -> None:
    explorer.goto(address)
    expect(explorer.get_by_role("heading", level=1)).to_contain_text(re.compile("Văn bản|Nghị quyết"))
    assert explorer.evaluate("document.documentElement.lang") == "vi"


def in_module(page: Page, module: str, function: str, *values: Any) -> Any:
    """What a function of a module of the page gives, written as `module => (…values) => …`."""
    page.goto("/")
    src = page.evaluate("document.querySelector('script[type=module]').src")
    address = src.replace("main.js", module)
    return page.evaluate(
        f"async ([address, values]) => ({function})(await import(address))(...values)", [address, list(values)]
    )


def test_a_list_that_is_cut_says_so(explorer: Page) -> None:
    function = "module => async (to, most) => (await module.askAll('/v1/trace', {to, limit: 2}, {most})).cut"
    assert in_module(explorer, "service.js", function, NQ32, 2) is True
    assert in_module(explorer, "service.js", function, NQ32, 6) is False
    note = in_module(explorer, "messages.js", "module => (...rows) => module.cutNote(rows).textContent", 1, 2)
    assert note.startswith("Danh sách dừng ở 2 dòng đầu")


@pytest.mark.parametrize(
    ("held", "inferred", "open_", "mark"),
    [
        (True, False, False, None),
        (True, True, False, "số theo viện dẫn"),
        (False, False, True, "chỉ được nhắc đến"),
        (True, False, True, "chưa xác định hết"),
    ],
)
def test_what_is_uncertain_about_a_document_is_marked(
    explorer: Page, held: bool, inferred: bool, open_: bool, mark: str | None
) -> None:
    function = "module => document => module.documentMark(document)?.textContent ?? null"
    document = {"held": held, "number_inferred": inferred, "open": open_}
    assert in_module(explorer, "documents.js", function, document) == mark


@pytest.mark.parametrize(
    ("province", "date", "year", "in_63", "in_34"),
    [
        ("Bến Tre", "2024-05-06", 2024, "Bến Tre", "Vĩnh Long"),
        ("Bến Tre", None, 2025, "Bến Tre", "Vĩnh Long"),
        ("Vĩnh Long", "2025-06-30", 2025, "Vĩnh Long", "Vĩnh Long"),
        ("Vĩnh Long", "2025-07", 2025, None, "Vĩnh Long"),
        ("Vĩnh Long", None, 2026, None, "Vĩnh Long"),
        ("Vĩnh Long", None, 2025, None, "Vĩnh Long"),  # of the old one or of the larger one: not to be told
        ("Lạng Sơn", None, 2025, "Lạng Sơn", "Lạng Sơn"),
        ("Lạng Sơn", None, 2026, None, "Lạng Sơn"),
    ],
)
def test_a_document_lies_in_the_provinces_of_its_day(
    explorer: Page, province: str, date: str | None, year: int, in_63: str | None, in_34: str
) -> None:
    function = """module => (document, set) => {
        const {counts, elsewhere} = module.countBySet([document], set);
        return [...counts.filter(({held}) => held).map(({province}) => province.name), ...Array(elsewhere).fill(null)];
    }"""
    document = {"province": province, "date": date, "year": year, "held": True}
    assert in_module(explorer, "views/map.js", function, document, "63") == [in_63]
    assert in_module(explorer, "views/map.js", function, document, "34") == [in_34]


def test_reasons_are_given_in_vietnamese(explorer: Page) -> None:
    function = "module => (...all) => all.map(one => module.reasonText(one)).map(one => [one.lang, one.textContent])"
    known = [
        "no letterhead names it; read from the body or the number of the text",
        "same number and symbol; issuer agrees; year and date not stated on both sides; one of 3 that fit",
        "names alike: 90% of their words, 81% of the whole; issuer and year and date agree",
    ]
    assert in_module(explorer, "reasons.js", function, *known, "the moon is full; same name") == [
        ["vi", "Phần đầu văn bản không ghi cơ quan; suy ra từ nội dung hoặc từ số, ký hiệu."],
        [
            "vi",
            "cùng số và ký hiệu; trùng cơ quan ban hành; không phải cả hai bên đều ghi năm, ngày;"
            " một trong 3 văn bản phù hợp",
        ],
        ["vi", "tên gần giống nhau (90% số từ, 81% cả tên); trùng cơ quan ban hành, năm, ngày"],
        ["en", "the moon is full; same name"],
    ]
    left_out = "module => (...all) => all.map(reason => module.leftOutText({reason, explanation: ''}).lang)"
    assert set(in_module(explorer, "reasons.js", left_out, *REASONS)) == {"vi"}


def test_light_and_dark(explorer: Page) -> None:
    explorer.emulate_media(color_scheme="dark")
    explorer.goto("/")
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = explorer.evaluate(paper)
    explorer.locator(".theme").click()
    light = explorer.evaluate(paper)
    assert light != dark
    explorer.reload()
    assert explorer.evaluate(paper) == light
    explorer.locator(".theme").click()
    assert explorer.evaluate(paper) == dark


def test_the_graph_is_drawn_on_the_paper_of_the_page(explorer: Page) -> None:
    open_graph(explorer)
    paper = "getComputedStyle(document.body).backgroundColor.replaceAll(' ', '')"
    drawn = "document.querySelector('#graph').graph.edges()[0].style('text-background-color')"
    seen = set()
    for scheme in SCHEMES:
        explorer.emulate_media(color_scheme=scheme)
        until(explorer, f"{drawn} === {paper}")
        seen.add(explorer.evaluate(drawn))
    assert len(seen) == len(SCHEMES)
