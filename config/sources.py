"""Where settings come from besides the environment, and what in them nobody would read."""

import os
import tomllib
from pathlib import Path
from typing import Any, Final

from pydantic_settings import BaseSettings, InitSettingsSource

from config.problems import PREFIX, ConfigError, unknown_key

DEFAULT_FILE: Final = Path("atelier.toml")


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
        known = self.settings_cls.model_fields.keys() - {"config"}
        return {
            key if key in known else unknown_key(path.name, key): value
            for key, value in _read(path).items()
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


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"{PREFIX}CONFIG: {path} can't be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path.name}: not a text in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path.name}: not TOML: {error}") from None
