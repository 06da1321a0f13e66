"""What the environment and the command line say: where the graph is, and how the service runs."""

from pathlib import Path
from typing import Annotated, Final, Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

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


class ServiceSettings(BaseSettings):
    """How the service runs; each field is read from VANBAN_ and its name in capitals."""

    model_config = SettingsConfigDict(frozen=True, env_prefix="VANBAN_", env_ignore_empty=True, extra="ignore")

    keys: Path | None = None
    """File of the API keys; without it `keys.json` in the folder of the store."""
    read_needs_key: bool = False
    """Whether reading needs an API key too, and not only writing."""
    rate_per_minute: Annotated[int, Field(ge=0)] = 600
    """Requests a minute that one key or, without a key, one address may make; 0 is any number."""
    cors_origins: Annotated[tuple[str, ...], NoDecode] = ()
    """Origins whose pages may read from the service, parted by commas; `*` is all."""
    max_upload_mb: Annotated[float, Field(gt=0)] = 16
    upload_seconds: Annotated[float, Field(gt=0)] = 60
    """In which an upload must have arrived, and in which its text must have been read."""
    store_seconds: Annotated[float, Field(gt=0)] = 20
    """In which the store must have answered a question; writing a document may take six times as long."""
    log_format: Literal["text", "json"] = "text"

    @field_validator("cors_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        origins = tuple(origin.strip() for origin in value.split(",") if origin.strip())
        for origin in origins:
            if origin != "*" and (not origin.startswith(("http://", "https://")) or origin.count("/") != 2):
                raise ValueError(f"{origin!r} is no origin such as https://example.org")
        return origins


def read_settings(store_dir: Path = DEFAULT_STORE_DIR) -> Settings:
    """The settings that the environment gives, over the folder that `--store` names; raises `SettingError`."""
    try:
        return Settings(store_dir=store_dir)
    except ValidationError as error:
        raise _setting_error(error) from error


def read_service_settings() -> ServiceSettings:
    """How the environment wants the service to run; raises `SettingError`."""
    try:
        return ServiceSettings()
    except ValidationError as error:
        raise _setting_error(error, "VANBAN_") from error


def key_file_path(settings: Settings, service: ServiceSettings) -> Path:
    """Where the API keys are."""
    return service.keys or settings.store_dir / "keys.json"


def _setting_error(error: ValidationError, prefix: str = "") -> SettingError:
    first = error.errors()[0]
    name = str(first["loc"][0]).upper().removeprefix(prefix)
    reason = first["msg"].removeprefix("Value error, ")
    return SettingError(prefix + name, f"cannot be used: {reason} (it is {first['input']!r})")
