"""What Dockerfile and docker-compose.yml say, read so that it can be run without a container engine."""

import json
import re
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
_VARIABLE = re.compile(r"\$\{(?P<name>\w+)(?::(?P<kind>[-?])(?P<rest>[^}]*))?\}")


class UnsetVariableError(Exception):
    """A variable that the compose file requires and nobody set."""


def read_compose(variables: Mapping[str, str]) -> dict[str, Any]:
    """The compose file with its variables filled in."""

    def value(found: re.Match[str]) -> str:
        text = variables.get(found["name"], "")
        if not text and found["kind"] == "?":
            raise UnsetVariableError(found["rest"])
        return text or (found["rest"] if found["kind"] == "-" else "")

    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    compose: dict[str, Any] = YAML(typ="safe").load(_VARIABLE.sub(value, text))
    return compose


def read_dockerfile() -> list[tuple[str, str]]:
    """Instruction and argument of each line of the Dockerfile, continued lines joined."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in lines]


def last(instruction: str) -> str:
    """The argument of the instruction where it stands last: the one that counts."""
    return [argument for name, argument in read_dockerfile() if name == instruction][-1]


def start_command() -> list[str]:
    """The command of a container."""
    command: list[str] = json.loads(last("CMD"))
    return command


def health_command() -> list[str]:
    """The command that says whether a container is healthy."""
    command: list[str] = json.loads(last("HEALTHCHECK").partition("CMD")[2])
    return command


def copied_files() -> list[str]:
    """What the image is built from, relative to the project."""
    copies = [shlex.split(argument) for name, argument in read_dockerfile() if name == "COPY"]
    return [source for copy in copies if not copy[0].startswith("--from") for source in copy[:-1]]


def neo4j_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """Lines of neo4j.conf, as the image makes them of its environment."""
    return {
        name.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_"): value
        for name, value in environment.items()
        if name.startswith("NEO4J_") and name != "NEO4J_AUTH"
    }
