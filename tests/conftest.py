"""What all tests share: the folder beside the project, and programs that Debian packages bring."""

import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--require-packages",
        action="store_true",
        help="a test that needs a Debian package fails, instead of being skipped, when it is not installed",
    )


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
