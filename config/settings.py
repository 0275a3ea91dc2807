"""What an operator sets: environment variables, then `.env`, then `atelier.toml`."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Self, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bot.domain.model import ModelKind
from bot.domain.request import Safety
from config.catalogue import (
    Catalogue,
    ModelEntry,
    ModelId,
    fallback_problems,
    own_tables,
    total_problems,
    with_built_in,
)
from config.problems import PREFIX, ConfigError, describe, in_table, variable
from config.relays import (
    FIRST,
    PriceFactor,
    RelayAuth,
    RelayEntry,
    ResultHosts,
    name_problems,
)
from config.sources import ENV_FILE, TomlFile, UnknownVariables, check_env_file
from config.values import Origin, RelayAddress, Secret, SecretKeys, WebAddress

Loaded = TypeVar("Loaded", bound="DataSettings")


class LogLevel(StrEnum):
    """Name what is worth a line in the log."""

    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


class LogFormat(StrEnum):
    """Name for whom the log is written: people, or machines."""

    CONSOLE = "console"
    JSON = "json"


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


class DataSettings(BaseSettings):
    """Hold what working on the data alone needs; other settings may be wrong or missing."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=ENV_FILE,
        # Other programs' variables in the same .env are none of our business.
        dotenv_filtering="match_prefix",
        env_ignore_empty=True,
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
    )

    data_dir: Annotated[Path, AfterValidator(Path.expanduser)] = Path("data")
    takeover_seconds: int = Field(default=60, ge=0, le=3_600)
    log_level: Annotated[LogLevel, BeforeValidator(_upper)] = LogLevel.INFO
    log_format: LogFormat = LogFormat.CONSOLE
    config: Path | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read the environment first, and complain of what nobody reads."""
        del settings_cls, file_secret_settings
        return (
            init_settings,
            env_settings,
            dotenv_settings,
            TomlFile(Settings),
            UnknownVariables(Settings),
        )

    @model_validator(mode="before")
    @classmethod
    def _clean(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Strip what copying leaves around a value; an empty value is none.

        `docker run --env-file` passes quotes on that a shell would have removed. What is a setting
        of the whole bot alone is left to that.
        """
        others = Settings.model_fields.keys() - cls.model_fields.keys()
        cleaned = {name: _bare(value) for name, value in values.items() if name not in others}
        return {name: value for name, value in cleaned.items() if value != ""}


class Settings(DataSettings):
    """Hold every setting, checked. Secrets never show in its repr or in an error.

    README.md says what each is for. `models` holds the whole table, the built-in one included;
    `relays` holds those after the first.
    """

    discord_token: Secret = Field(
        description="the bot's token, from Discord's Developer Portal: Bot, Reset Token"
    )
    relay_url: RelayAddress = Field(
        description="the relay's address", examples=["https://relay.example"]
    )
    relay_key: Secret = Field(description="the key that the relay gave you")
    relay_auth: RelayAuth = RelayAuth.BEARER
    relay_result_hosts: ResultHosts = ()
    secret_key: SecretKeys = ()
    relay_price_factor: PriceFactor = 1.0
    image_model: ModelId = "gemini-3-pro-image-preview"
    chat_model: ModelId = "gemini-3.1-pro"
    thread_titles: bool = True
    title_model: ModelId = "gemini-3-flash-preview"
    dearer_fallback: bool = False
    search: bool = False
    safety: Safety = Safety.DEFAULT
    daily_pictures: int = Field(default=20, ge=1, le=100_000)
    daily_messages: int = Field(default=200, ge=1, le=100_000)
    most_daily_pictures: int = Field(default=100, ge=1, le=100_000)
    most_daily_messages: int = Field(default=1_000, ge=1, le=100_000)
    server_budget: float | None = Field(default=None, ge=0, le=1_000_000, allow_inf_nan=False)
    max_concurrent: int = Field(default=8, ge=1, le=256)
    body_budget_mb: int = Field(default=20, ge=1, le=100)
    retention_days: int | None = Field(default=None, ge=1, le=36_500)
    blobs_public_url: WebAddress | None = None
    health_port: int | None = Field(default=None, ge=1, le=65_535)
    health_host: str = "127.0.0.1"
    shutdown_seconds: int = Field(default=25, ge=1, le=600)
    discord_url: Origin | None = None
    relays: Annotated[tuple[RelayEntry, ...], NoDecode] = ()
    models: Annotated[dict[ModelId, ModelEntry], NoDecode, BeforeValidator(with_built_in)] = Field(
        default={}, validate_default=True, repr=False
    )

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        problems = [
            *self._models_of_another_kind(),
            *fallback_problems(self.models),
            *total_problems(self.models),
            *name_problems(self.relays),
        ]
        if problems:
            raise ConfigError(*problems)
        return self

    def _models_of_another_kind(self) -> Iterator[str]:
        for name, model_id, kind in (
            ("image_model", self.image_model, ModelKind.IMAGE),
            ("chat_model", self.chat_model, ModelKind.CHAT),
            ("title_model", self.title_model, ModelKind.CHAT),
        ):
            entry = self.models.get(model_id)
            if entry and entry.kind is not kind:
                yield f"{variable(name)}: the {entry.kind} model {model_id} is no {kind} model"

    @property
    def relays_in_order(self) -> tuple[RelayEntry, ...]:
        """Return all relays, the first one included, in the order in which they are asked."""
        first = RelayEntry(
            name=FIRST,
            url=self.relay_url,
            key=self.relay_key,
            auth=self.relay_auth,
            result_hosts=self.relay_result_hosts,
            price_factor=self.relay_price_factor,
        )
        return (first, *self.relays)

    @property
    def secrets(self) -> list[str]:
        """Return what must never be shown."""
        relay_keys = [relay.key for relay in self.relays_in_order]
        kept = [self.discord_token, *relay_keys, *self.secret_key]
        return [secret.get_secret_value() for secret in kept]

    @property
    def named_models(self) -> dict[str, str]:
        """Return the models that the operator named, with the setting that does."""
        tables = {model_id: in_table("models", model_id) for model_id in own_tables(self.models)}
        chosen = {
            getattr(self, name): variable(name)
            for name in ("image_model", "chat_model", "title_model")
            if name in self.model_fields_set
        }
        return tables | chosen

    @cached_property
    def catalogue(self) -> Catalogue:
        """Return all models that are known by name, with the operator's changes.

        None of them searches unless the operator has switched that on.
        """
        profiles = {name: entry.profile(name) for name, entry in self.models.items()}
        return Catalogue(
            {
                name: replace(profile, search=profile.search and self.search)
                for name, profile in profiles.items()
            }
        )


def _bare(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1].strip()
    return text


def load_settings() -> Settings:
    """Read all settings; raise ConfigError with one line for each problem.

    The lines name the variable, and never hold the value of any.
    """
    return _load(Settings)


def load_data_settings() -> DataSettings:
    """Read what working on the data alone needs; raise ConfigError as `load_settings` does."""
    return _load(DataSettings)


def _load(kind: type[Loaded]) -> Loaded:
    nothing: dict[str, Any] = {}
    try:
        check_env_file(Settings.model_fields)
        return kind(**nothing)
    except ValidationError as error:
        raise ConfigError(*describe(error, Settings.model_fields)) from None
    except OSError as error:
        raise ConfigError(f"{ENV_FILE}: can't be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{ENV_FILE}: can't be read as a text in UTF-8. Save it as one") from None
