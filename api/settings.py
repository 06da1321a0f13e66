"""What the environment and the command line say about where the graph is."""

from pathlib import Path
from typing import Final, Self

from pydantic import SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.errors import SettingError

DEFAULT_STORE_DIR: Final = Path(".vanban")
_SCHEMES: Final = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


class Settings(BaseSettings):
    """Where the graph is: the server that NEO4J_URI names, or else the local one over `store_dir`.

    An empty variable counts as one that is not set.
    """

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True, extra="ignore")

    neo4j_uri: str | None = None
    neo4j_username: str = "neo4j"
    neo4j_password: SecretStr | None = None
    neo4j_database: str = "neo4j"
    store_dir: Path = DEFAULT_STORE_DIR

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if self.neo4j_uri is None:
            for name in ("neo4j_username", "neo4j_password", "neo4j_database"):
                if name in self.model_fields_set:
                    raise SettingError(name.upper(), "is set, but NEO4J_URI is not; set both or neither")
            return self
        scheme, separator, rest = self.neo4j_uri.partition("://")
        if not separator or scheme not in _SCHEMES or not rest:
            raise SettingError(
                "NEO4J_URI",
                f"must be like bolt://host:7687 or neo4j+s://host ({', '.join(_SCHEMES)}): {self.neo4j_uri!r}",
            )
        if self.neo4j_password is None:
            raise SettingError("NEO4J_PASSWORD", f"is not set, but NEO4J_URI is ({self.neo4j_uri})")
        return self


def read_settings(store_dir: Path = DEFAULT_STORE_DIR) -> Settings:
    """The settings that the environment gives, over the folder that `--store` names; raises `SettingError`."""
    try:
        return Settings(store_dir=store_dir)
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingError(str(first["loc"][0]).upper(), f"cannot be used: {first['msg']}") from error
