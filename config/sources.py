"""Where settings come from besides the environment, and what in them nobody would read."""

import os
import re
import tomllib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, Final

from dotenv.parser import Binding, parse_stream
from pydantic_settings import BaseSettings, InitSettingsSource

from config.problems import PREFIX, ConfigError, unknown_key, variable

DEFAULT_FILE: Final = Path("atelier.toml")
ENV_FILE: Final = Path(".env")

_OURS: Final = re.compile(rf"(?:export\s+)?{PREFIX}(\w+)", re.IGNORECASE)


class TomlFile(InitSettingsSource):
    """Read the file that the setting `config` names, else `atelier.toml` where there is one."""

    def __init__(self, settings_cls: type[BaseSettings]) -> None:
        super().__init__(settings_cls, {})

    def __call__(self) -> dict[str, Any]:
        """Return its keys; one that is no setting carries the file's name."""
        named = self.current_state.get("config")
        path = Path(str(named)).expanduser() if named else DEFAULT_FILE
        if not named and not path.exists():
            return {}
        content = _read(path, f"{PREFIX}CONFIG: {path}" if named else f"{path}:")
        known = self.settings_cls.model_fields.keys() - {"config"}
        return {
            key if key in known else unknown_key(path.name, key): value
            for key, value in content.items()
        }


class UnknownVariables(InitSettingsSource):
    """Bring up the variables of our prefix that are no setting, so that none is overlooked."""

    def __init__(self, settings_cls: type[BaseSettings]) -> None:
        super().__init__(settings_cls, {})

    def __call__(self) -> dict[str, Any]:
        """Return what is left over in the environment, without the prefix."""
        ours = {
            name[len(PREFIX) :].lower(): value
            for name, value in os.environ.items()
            if name.upper().startswith(PREFIX)
        }
        return {
            key: value for key, value in ours.items() if key not in self.settings_cls.model_fields
        }


def check_env_file(known: Collection[str]) -> None:
    """Raise ConfigError for lines of `.env` that would be passed over; `known` are our settings.

    Raise OSError or UnicodeDecodeError where it is no text. A folder of that name, often a virtual
    environment, is none of our business, nor is a pipe, which can be read but once.
    """
    if not ENV_FILE.is_file():
        return
    with ENV_FILE.open(encoding="utf-8") as stream:
        problems = list(_broken_lines(parse_stream(stream), known))
    if problems:
        raise ConfigError(*problems)


def _broken_lines(bindings: Iterator[Binding], known: Collection[str]) -> Iterator[str]:
    for binding in bindings:
        text = binding.original.string.lstrip()
        ours = _OURS.match(text)
        if not binding.error and not (ours and binding.value is None):
            continue
        before = binding.original.string.removesuffix(text)
        line = binding.original.line + before.count("\n")
        # The start of any other line may be part of a secret.
        if ours and ours[1].lower() in known:
            name = variable(ours[1].lower())
            yield f"{name}: line {line} of {ENV_FILE} can't be read. {_write_it_as(name)}"
        else:
            yield f"{ENV_FILE}: line {line} can't be read. {_write_it_as('NAME')}"


def _write_it_as(name: str) -> str:
    return f"Write it as {name}=value, and close each quote"


def _read(path: Path, told: str) -> dict[str, Any]:
    """Read a TOML file; `told` begins what is said of one that is not to be had."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"{told} can't be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path.name}: not a text in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path.name}: not TOML: {error}") from None
