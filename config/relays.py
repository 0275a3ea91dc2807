"""Relays: the first one has settings of its own, further ones are tables of `atelier.toml`."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict

from config.problems import in_table
from config.values import RelayAddress, Secret

FIRST: Final = "main"
"""The name of the first relay in the log."""

_NAME = re.compile(r"\w[\w .-]{0,39}")


class RelayAuth(StrEnum):
    """Name the header that carries the key."""

    BEARER = "bearer"
    GOOGLE = "x-goog-api-key"


def _name(value: str) -> str:
    if not _NAME.fullmatch(value):
        raise ValueError("not a name. Use up to 40 letters, digits, spaces, dots or dashes")
    return value


class RelayEntry(BaseModel):
    """Check one `[[relays]]` table. The key never shows in its repr or in an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    name: Annotated[str, AfterValidator(_name)]
    url: RelayAddress
    key: Secret
    auth: RelayAuth = RelayAuth.BEARER


def name_problems(further: Iterable[RelayEntry]) -> Iterator[str]:
    """Say which relays have the name of one before them."""
    taken = {FIRST}
    for index, relay in enumerate(further):
        if relay.name in taken:
            yield f"{in_table('relays', index, 'name')}: another relay has this name"
        taken.add(relay.name)
