"""Whether secrets look like what they should be: what was pasted into the wrong place is seen."""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from typing import Final

from bot.operations.doctor.findings import Finding, ok, warns

ABOUT: Final = "secrets"

_TOKEN: Final = re.compile(r"([\w-]{18,30})\.[\w-]{6,7}\.[\w-]{27,}")
"""An id, a time and a check, each in URL-safe base64."""

_LEFT_FROM_AN_EXAMPLE: Final = re.compile(
    r"<.*>|\{.*\}|your[-_ ].*|the-(?:key|token)-of-.*", re.IGNORECASE
)


def secrets_look_right(token: str, keys: Mapping[str, str], *, is_discords: bool) -> Finding:
    """Look at the shape of the token, if it is Discord's, and of keys by their settings' names."""
    problems = list(_problems(token, keys, is_discords=is_discords))
    if not problems:
        return ok(ABOUT, "the token and the keys have the shape of such")
    return warns(
        ABOUT, "; ".join(problems), "Copy each again: the token is on the portal's page Bot"
    )


def _problems(token: str, keys: Mapping[str, str], *, is_discords: bool) -> Iterator[str]:
    if is_discords and not _is_shaped(token):
        yield "ATELIER_DISCORD_TOKEN has not the shape of a bot's token"
    for setting, key in keys.items():
        if key == token:
            yield f"{setting} is the same as the token"
        elif _LEFT_FROM_AN_EXAMPLE.fullmatch(key):
            yield f"{setting} is what stands in an example"


def _is_shaped(token: str) -> bool:
    parts = _TOKEN.fullmatch(token)
    if parts is None:
        return False
    padded = parts[1] + "=" * (-len(parts[1]) % 4)
    try:
        return base64.urlsafe_b64decode(padded).decode("ascii").isdecimal()
    except (binascii.Error, UnicodeDecodeError):
        return False
