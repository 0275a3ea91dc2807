"""Relays: the first one has settings of its own, further ones are tables of `atelier.toml`."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_settings import NoDecode

from config.catalogue import ModelId, PriceEntry
from config.problems import PREFIX, in_table
from config.values import RelayAddress, ResultHost, Secret

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


def _listed(value: object) -> object:
    """Take hosts from an environment variable, where they stand between commas."""
    return [each.strip() for each in value.split(",")] if isinstance(value, str) else value


PriceFactor = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
ResultHosts = Annotated[tuple[ResultHost, ...], NoDecode, BeforeValidator(_listed)]


class RelayEntry(BaseModel):
    """Check one `[[relays]]` table. The key never shows in its repr or in an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    name: Annotated[str, AfterValidator(_name)]
    url: RelayAddress
    key: Secret
    auth: RelayAuth = RelayAuth.BEARER
    result_hosts: ResultHosts = ()
    price_factor: PriceFactor = 1.0
    prices: dict[ModelId, PriceEntry] = {}

    def setting(self, field: str) -> str:
        """Return the name of the setting that holds a field of this relay."""
        if self.name == FIRST:
            return f"{PREFIX}RELAY_{field.upper()}"
        return f"{field} of the relay {self.name}"


def name_problems(further: Iterable[RelayEntry]) -> Iterator[str]:
    """Say which relays have the name of one before them."""
    taken = {FIRST}
    for index, relay in enumerate(further):
        if relay.name in taken:
            yield f"{in_table('relays', index, 'name')}: another relay has this name"
        taken.add(relay.name)
