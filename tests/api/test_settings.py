"""Which server the environment names, and what it must not say."""

from pathlib import Path

import pytest

from api.errors import SettingError
from api.settings import read_settings

_NAMES = ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")


@pytest.fixture(autouse=True)
def _no_server_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _NAMES:
        monkeypatch.delenv(name, raising=False)


def test_nothing_set_means_the_local_server() -> None:
    settings = read_settings(Path("folder"))
    assert settings.neo4j_uri is None
    assert settings.store_dir == Path("folder")


def test_a_server_with_its_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "neo4j+s://graph.example.org")
    monkeypatch.setenv("NEO4J_PASSWORD", "secret")
    settings = read_settings()
    assert (settings.neo4j_username, settings.neo4j_database) == ("neo4j", "neo4j")
    assert settings.neo4j_password is not None
    assert settings.neo4j_password.get_secret_value() == "secret"
    assert "secret" not in repr(settings)


def test_an_empty_variable_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _NAMES:
        monkeypatch.setenv(name, "")
    assert read_settings().neo4j_uri is None


@pytest.mark.parametrize(
    ("environment", "variable", "reason"),
    [
        ({"NEO4J_URI": "bolt://h"}, "NEO4J_PASSWORD", "is not set"),
        ({"NEO4J_PASSWORD": "p"}, "NEO4J_PASSWORD", "NEO4J_URI is not"),
        ({"NEO4J_USERNAME": "u"}, "NEO4J_USERNAME", "NEO4J_URI is not"),
        ({"NEO4J_DATABASE": "d"}, "NEO4J_DATABASE", "NEO4J_URI is not"),
        ({"NEO4J_URI": "http://h:7474", "NEO4J_PASSWORD": "p"}, "NEO4J_URI", "must be like bolt://"),
        ({"NEO4J_URI": "graph.example.org", "NEO4J_PASSWORD": "p"}, "NEO4J_URI", "must be like bolt://"),
        ({"NEO4J_URI": "bolt://", "NEO4J_PASSWORD": "p"}, "NEO4J_URI", "must be like bolt://"),
    ],
)
def test_what_does_not_go_together_names_the_variable(
    environment: dict[str, str], variable: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingError, match=reason) as caught:
        read_settings()
    assert caught.value.variable == variable
