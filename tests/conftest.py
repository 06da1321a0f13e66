"""What all tests share: the folder beside the project, and programs that Debian packages bring."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page

from tests.browser import running_chromium

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
collect_ignore = ["without_pandas"]
"""Doctests are looked for in every module, and these are there to refuse an import."""
_LONG_FILES = (
    "tests/cypher/test_another_server.py",
    "tests/api/test_killed.py",
    "tests/api/test_cli_store.py",
    "tests/cypher/test_local_server.py",
    "tests/api/test_copies.py",
    "tests/api/test_explorer_access.py",
    "tests/api/test_neo4j_browser.py",
    "tests/api/test_running.py",
    "tests/api/test_cli_neo4j.py",
    "tests/api/test_openapi.py",
    "tests/cypher/test_order.py",
    "tests/cypher/test_bulk_export.py",
    "tests/api/test_real_documents.py",
    "tests/api/test_explorer.py",
    "tests/api/test_containers.py",
)
"""The longest first: a worker that is given one of them last keeps the others waiting."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--require-packages",
        action="store_true",
        help="a test that needs a Debian package fails, instead of being skipped, when it is not installed",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Many servers run at once: each takes little memory unless the environment says otherwise.

    Examples that are made up are the same in each run; `--hypothesis-profile=default` makes up others.
    """
    os.environ.setdefault("VANBAN_HEAP", "512m")
    if not config.getoption("--hypothesis-profile"):
        settings.register_profile("same", derandomize=True)
        settings.load_profile("same")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files come in the order in which workers should take them; the tests of a file stay together and in order."""
    ranks = {ROOT / name: rank for rank, name in enumerate(_LONG_FILES)}
    items.sort(key=lambda item: ranks.get(item.path, len(ranks)))


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("debian"):
        package, program = marker.args
        if shutil.which(program):
            continue
        reason = f"needs the Debian package {package}, which is not installed"
        if item.config.getoption("--require-packages"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `../shared` with the real documents; tests that read it are skipped without it."""
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is not there: the real documents are kept outside the project")
    return SHARED


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder with the project's own illustrations."""
    return ROOT / "samples"


@pytest.fixture(scope="session")
def vanban_program() -> str:
    """Path of the installed `vanban` command."""
    return str(Path(sys.executable).with_name("vanban"))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser that the tests of a module share; they bear the marker `debian`."""
    with running_chromium() as browser:
        yield browser


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A window of its own, with nothing remembered from others."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="vi-VN")
    yield context.new_page()
    context.close()
