"""API keys: made, found, revoked, and never written down."""

import stat
from pathlib import Path

import pytest

from api.errors import KeyFileError, UnknownKeyError
from api.key_file import KeyFile
from tests.api.conftest import Run


def test_a_key_is_found_by_its_token_alone(tmp_path: Path) -> None:
    keys = KeyFile(tmp_path / "folder" / "keys.json")
    assert keys.list_keys() == ()
    first, token = keys.add_key("Sở Nội vụ")
    second, other = keys.add_key("thư viện", read_only=True)
    assert keys.find_key(token) == first
    assert keys.find_key(other) == second
    assert second.read_only
    for wrong in ("", token[:-1], token + "x", first.id, first.sha256):
        assert keys.find_key(wrong) is None


def test_tokens_are_not_in_the_file_and_the_file_is_closed_to_others(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    _, token = KeyFile(path).add_key("a")
    assert token.split("_", 2)[2] not in path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_revoked_key_is_none_also_for_who_has_read_the_file_before(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    service = KeyFile(path)
    key, token = KeyFile(path).add_key("a")
    assert service.find_key(token) == key
    assert KeyFile(path).revoke_key(key.id) == key
    assert service.find_key(token) is None
    with pytest.raises(UnknownKeyError, match=key.id):
        service.revoke_key(key.id)


@pytest.mark.parametrize("text", ["", "[]", '{"keys": [{"id": 1}]}', "{"])
def test_a_file_that_holds_no_keys_is_named(text: str, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KeyFileError, match=r"keys\.json"):
        KeyFile(path).find_key("x")


def test_the_commands(run: Run, tmp_path: Path) -> None:
    store = ("--store", tmp_path)
    assert "no API keys" in run("key", "list", *store).stderr
    made = run("key", "add", "Sở Nội vụ", *store)
    assert made.status == 0
    (token,) = made.stdout.split()
    key = KeyFile(tmp_path / "keys.json").find_key(token)
    assert key is not None
    listed = run("key", "list", *store).stdout
    assert key.id in listed
    assert "Sở Nội vụ" in listed
    assert token not in listed
    assert run("key", "revoke", key.id, *store).status == 0
    again = run("key", "revoke", key.id, *store)
    assert (again.status, again.stdout) == (1, "")
    assert key.id in again.stderr
