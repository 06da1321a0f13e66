"""Help, version, and calls that the command line does not know."""

import re
import tomllib
from pathlib import Path

import click
import pytest

from api.cli import vanban
from tests.api.conftest import Run

ROOT = Path(__file__).parents[2]
COMMANDS = ("extract", "check", "load", "remove", "trace", "search", "review", "export", "serve", "neo4j", "key", "mcp")


def _leaves(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], click.Command]]:
    found: list[tuple[tuple[str, ...], click.Command]] = []
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        found += _leaves(command, (*path, name)) if isinstance(command, click.Group) else [((*path, name), command)]
    return found


LEAVES = _leaves(vanban)


def test_help_names_every_command(run: Run) -> None:
    done = run("--help")
    assert done.status == 0
    listed = re.findall(r"^  ([a-z0-9]+)  +[A-Z]", done.stdout.split("Commands:")[1], re.MULTILINE)
    assert listed == list(COMMANDS)
    assert "Exit status: 0 done;" in done.stdout


@pytest.mark.parametrize("path", [path for path, _ in LEAVES], ids=" ".join)
def test_every_command_explains_itself_and_takes_the_store(path: tuple[str, ...], run: Run) -> None:
    done = run(*path, "--help")
    assert done.status == 0
    assert done.stdout.startswith(f"Usage: vanban {' '.join(path)} [OPTIONS]")
    assert "--store DIR" in done.stdout
    assert ".vanban" in done.stdout


@pytest.mark.parametrize("command", [command for _, command in LEAVES], ids=[" ".join(path) for path, _ in LEAVES])
def test_every_option_has_a_help_text(command: click.Command) -> None:
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_version_is_the_project_s(run: Run) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert run("--version").stdout == f"vanban {project['version']}\n"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["frobnicate"], "No such command 'frobnicate'"),
        (["load"], "Missing argument 'PATH...'"),
        (["trace"], "Missing argument 'NAME'"),
        (["trace", "32/NQ-CP", "--relation", "LIKES"], "'LIKES' is not one of 'IMPLEMENTS'"),
        (["trace", "32/NQ-CP", "--level", "village"], "'village' is not one of 'province'"),
        (["trace", "32/NQ-CP", "--hops", "0"], "0 is not in the range"),
        (["review", "accept", "vn:a"], "Missing argument 'ID'"),
        (["review", "list", "--decision", "maybe"], "'maybe' is not one of 'open'"),
        (["search"], "Missing argument 'WORDS...'"),
        (["search", "giáo dục", "--limit", "0"], "0 is not in the range"),
        (["trace", "32/NQ-CP", "--format", "xml"], "'xml' is not one of 'table', 'json'"),
        (["serve", "--port", "70000"], "70000 is not in the range"),
        (["extract", "--nothing", "x.txt"], "No such option '--nothing'"),
    ],
)
def test_a_call_that_is_not_known_ends_with_status_2(
    arguments: list[str], reason: str, run: Run, tmp_path: Path
) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert (done.status, done.stdout) == (2, "")
    assert reason in done.stderr
    assert list(tmp_path.iterdir()) == []
