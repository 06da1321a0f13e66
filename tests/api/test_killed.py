"""A load of which the loader or the server is killed ends, at the latest when it is run again, in the graph of one
that was not."""

import hashlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from cypher import local_server
from cypher.server_folder import ServerFolder
from tests.api.conftest import Run
from tests.api.serving import clean_environment, serving
from tests.cypher.graph_dump import Graph

FILES = 192
"""Two transactions: one is committed when a load is half done."""
PROVINCES = ("Cà Mau", "An Giang", "Lạng Sơn", "Hà Giang", "Bến Tre")
_TRIES = 5
_LOADED = "MATCH (t:Text) WHERE t.sha256 IN $digests RETURN count(t) AS n"


def write_plans(folder: Path, version: int) -> Path:
    """Plans that carry out a resolution and one another; what each says besides depends on `version`."""
    folder.mkdir()
    for number in range(1, FILES + 1):
        province = PROVINCES[number % len(PROVINCES)]
        above = f"Kế hoạch số {number - 1}/KH-UBND ngày 03 tháng 6 năm 2024 của Ủy ban nhân dân tỉnh "
        above += PROVINCES[(number - 1) % len(PROVINCES)]
        text = (
            f"ỦY BAN NHÂN DÂN\nTỈNH {province.upper()}\nSố: {number}/KH-UBND\n\n"
            f"{province}, ngày 03 tháng 6 năm 2024\n\nKẾ HOẠCH\n"
            "Triển khai thực hiện Nghị quyết số 41/NQ-CP ngày 22 tháng 3 năm 2024 của Chính phủ\n\n"
            f"Thực hiện {above}, Ủy ban nhân dân tỉnh ban hành kế hoạch.\n"
            f"Căn cứ Nghị định số {number * version}/2023/NĐ-CP ngày 05 tháng 5 năm 2023 của Chính phủ;\n\n"
            "1. Sở Tài chính chủ trì, phối hợp với Sở Nội vụ báo cáo kết quả trước ngày 30 tháng 11 năm 2024.\n"
        )
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


class Victim:
    """A local Neo4j of its own, started when it does not run, seen from beside the command and killed."""

    def __init__(self, store_dir: Path) -> None:
        self.store_dir = store_dir

    @contextmanager
    def graph(self) -> Iterator[Graph]:
        with local_server.using(self.store_dir) as address, closing(Graph(address)) as graph:
            yield graph

    def dump(self) -> list[str]:
        with self.graph() as graph:
            return graph.dump()

    def clear(self) -> None:
        with self.graph() as graph:
            graph.wipe()

    def has_some_of(self, folder: Path, program: subprocess.Popen[bytes]) -> bool:
        """Whether some but not all texts of the folder came into the graph while their load goes on."""
        digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()]
        deadline = time.monotonic() + 120
        with self.graph() as graph:
            while time.monotonic() < deadline and program.poll() is None:
                if loaded := graph.ask(_LOADED, digests=digests)[0]["n"]:
                    return loaded < len(digests) and program.poll() is None
                time.sleep(0.005)
        return False

    def kill(self) -> None:
        os.kill(int(ServerFolder(self.store_dir).process_file.read_text()), signal.SIGKILL)


@pytest.fixture(scope="module")
def server(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Victim]:
    store_dir = tmp_path_factory.mktemp("killed") / "store"
    yield Victim(store_dir)
    run("neo4j", "stop", "--store", store_dir)


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same documents twice, with other words."""
    folder = tmp_path_factory.mktemp("plans")
    return write_plans(folder / "before", 1), write_plans(folder / "after", 2)


@pytest.fixture(scope="module")
def expected(server: Victim, plans: tuple[Path, Path], run: Run) -> tuple[list[str], list[str]]:
    """The graphs of the two folders, each loaded whole into an empty store."""
    dumps = []
    for folder in plans:
        assert run("load", "--store", server.store_dir, folder).status == 0
        dumps.append(server.dump())
        server.clear()
    before, after = dumps
    assert before != after
    return before, after


@pytest.fixture
def hold(
    server: Victim, plans: tuple[Path, Path], expected: tuple[list[str], list[str]], run: Run
) -> Callable[[], None]:
    """Makes the graph that of the first folder, where it is not so already."""

    def load_unless_held() -> None:
        if server.dump() != expected[0]:
            server.clear()
            assert run("load", "--store", server.store_dir, plans[0]).status == 0
            assert server.dump() == expected[0]

    return load_unless_held


@contextmanager
def half_done(
    program: str,
    server: Victim,
    folder: Path,
    *options: str,
    before: Callable[[], None] | None = None,
    settings: Mapping[str, str] | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """A load of the folder of which a transaction is committed, and another is not.

    One that is over before anybody has looked is begun again, from a graph that is empty or as `before` makes it.
    """
    for _ in range(_TRIES):
        (before or server.clear)()
        with subprocess.Popen(
            [program, "load", "--store", str(server.store_dir), *options, str(folder)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=clean_environment(**(settings or {})),
        ) as load:
            if server.has_some_of(folder, load):
                yield load
                return
            _, errors = load.communicate(timeout=60)
            assert load.returncode == 0, errors.decode()
    raise AssertionError(f"{_TRIES} loads were over before they could be stopped")


@pytest.mark.parametrize("victim", ["loader", "server"])
def test_a_load_that_is_killed_and_run_again(
    victim: str,
    server: Victim,
    plans: tuple[Path, Path],
    expected: tuple[list[str], list[str]],
    run: Run,
    vanban_program: str,
) -> None:
    with half_done(vanban_program, server, plans[0]) as program:
        kill(victim, server, program)
    if victim == "server":
        assert server.dump() == expected[0]
    again = run("load", "--store", server.store_dir, plans[0])
    assert again.status == 0, again.stderr
    assert server.dump() == expected[0]


@pytest.mark.parametrize("victim", ["loader", "server"])
def test_a_reload_that_is_killed_and_run_again(
    victim: str,
    server: Victim,
    plans: tuple[Path, Path],
    expected: tuple[list[str], list[str]],
    hold: Callable[[], None],
    run: Run,
    vanban_program: str,
) -> None:
    with half_done(vanban_program, server, plans[1], "--replace", before=hold) as program:
        kill(victim, server, program)
    if victim == "server":
        assert server.dump() == expected[1]
    again = run("load", "--store", server.store_dir, "--replace", plans[1])
    assert again.status == 0, again.stderr
    assert server.dump() == expected[1]


def kill(victim: str, server: Victim, program: subprocess.Popen[bytes]) -> None:
    """Kills the loader or the server; a loader that loses its server starts it again and goes on."""
    if victim == "loader":
        program.kill()
        assert program.wait(30) == -signal.SIGKILL
        return
    server.kill()
    _, errors = program.communicate(timeout=120)
    assert program.returncode == 0, errors.decode()
    assert b"Starting Neo4j" in errors
    assert errors.strip().splitlines()[-1].endswith(b" 0 failed")


def test_a_load_goes_on_when_the_server_of_others_is_back(
    server: Victim, plans: tuple[Path, Path], expected: tuple[list[str], list[str]], vanban_program: str
) -> None:
    """As a server does that Docker or systemd starts again at its address."""
    address = local_server.start(server.store_dir)
    named = {"NEO4J_URI": address.uri, "NEO4J_PASSWORD": address.password}
    with half_done(vanban_program, server, plans[0], settings=named) as program:
        server.kill()
        assert program.poll() is None
        assert local_server.start(server.store_dir) == address
        _, errors = program.communicate(timeout=120)
    assert program.returncode == 0, errors.decode()
    assert b"Transaction failed" not in errors
    assert server.dump() == expected[0]


def test_the_service_answers_again_when_its_server_was_killed(
    server: Victim, plans: tuple[Path, Path], vanban_program: str, run: Run, tmp_path: Path
) -> None:
    assert run("load", "--store", server.store_dir, plans[0]).status == 0
    with serving(vanban_program, server.store_dir, tmp_path / "log") as service:
        before = service.client.get("/v1/trace", params={"to": "41/NQ-CP"})
        assert before.json()["results"]
        server.kill()
        after = service.client.get("/v1/trace", params={"to": "41/NQ-CP"})
        assert (after.status_code, after.json()) == (200, before.json())


def test_a_load_whose_server_is_stopped_says_what_to_run_again(
    server: Victim, plans: tuple[Path, Path], expected: tuple[list[str], list[str]], run: Run, vanban_program: str
) -> None:
    with half_done(vanban_program, server, plans[0]) as program:
        assert local_server.stop(server.store_dir)
        _, errors = program.communicate(timeout=120)
    assert program.returncode == 1
    assert b"was stopped; start it: vanban neo4j start" in errors
    assert b"run the same command again" in errors
    assert b"Traceback" not in errors
    assert run("load", "--store", server.store_dir, plans[0]).status == 0
    assert server.dump() == expected[0]


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Programs started from here are interrupted as usual, also where this one runs in the background of a script."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_ends_a_load_with_its_summary(server: Victim, plans: tuple[Path, Path], vanban_program: str) -> None:
    with half_done(vanban_program, server, plans[0]) as program:
        program.send_signal(signal.SIGINT)
        _, errors = program.communicate(timeout=60)
    assert program.returncode == 130
    assert b" failed" in errors.strip().splitlines()[-1]
    assert b"Traceback" not in errors
