"""What addresses and secrets must look like; what is wrong is told without the value."""

import base64
import binascii
import re
from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, SecretStr
from pydantic_settings import NoDecode

_SECRET_KEY_BYTES: Final = 32

# What other clients want behind a relay's address, or relays' examples ask: a version at the end
# (somewhere before, gateways have one of their own), Google's and OpenAI's endpoints.
_ENDPOINT: Final = (
    r"(?:chat/)?completions|responses|messages|images/(?:generations|edits|variations)"
    r"|videos|video/generations|interactions|embeddings|cachedContents"
)
_TOO_LONG: Final = re.compile(
    rf"/(v\d+(?:(?:alpha|beta)\d*)?)(?:/(?:models|openai)(?:/.*)?|/(?:{_ENDPOINT}))?$"
    rf"|/(models)(?:/.*)?$|/({_ENDPOINT})$|/(?:[^/]*:)?((?:stream)?generateContent)$",
    re.IGNORECASE,
)


def _secret(value: SecretStr) -> SecretStr:
    text = value.get_secret_value()
    if not text:
        raise ValueError("must not be empty")
    if not (text.isascii() and text.isprintable()) or " " in text:
        raise ValueError("has spaces or other characters that no such value has. Copy it again")
    return value


def _split(value: object) -> object:
    """Take keys from an environment variable, where they stand between commas."""
    return [each.strip() for each in value.split(",")] if isinstance(value, str) else value


def _is_secret_key(text: str) -> bool:
    try:
        return len(base64.b64decode(text, altchars=b"-_", validate=True)) == _SECRET_KEY_BYTES
    except (binascii.Error, ValueError):
        return False


def _secret_keys(values: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
    """Hold keys to the shape of `cryptography`'s Fernet."""
    if not all(_is_secret_key(value.get_secret_value()) for value in values):
        raise ValueError("not a key to encrypt with. docs/operating.md says how to make one")
    return values


def _web_address(value: str) -> str:
    """Return scheme, host and path of an address, without a slash at its end."""
    try:
        parts = urlsplit(value)
        well_formed = parts.hostname is not None and parts.port != 0
    except ValueError:
        raise ValueError("not an address. Check its host and port") from None
    if parts.scheme not in {"http", "https"} or not well_formed:
        raise ValueError("not an address. It starts with https:// or http:// and names a host")
    if parts.username is not None or parts.password is not None:
        raise ValueError("must not hold a name or password. The key has a place of its own")
    if "?" in value or "#" in value:
        raise ValueError("must not hold a ? or #. The key has a place of its own")
    if any(character.isspace() or not character.isprintable() for character in value):
        raise ValueError("has spaces in it")
    return value.rstrip("/")


def relay_address(value: str) -> str:
    """Return the address of a relay without anything of an endpoint; raise ValueError."""
    address = _web_address(value).removesuffix("/v1beta").rstrip("/")
    if found := _TOO_LONG.search(urlsplit(address).path):
        named = next(filter(None, found.groups()))
        raise ValueError(f"too long. Leave out /{named} and all behind it: the bot adds its own")
    return address


def _origin(value: str) -> str:
    address = _web_address(value)
    if urlsplit(address).path:
        raise ValueError("must be scheme, host and port alone, without a path")
    return address


def _result_host(value: str) -> str:
    """Return a host as `host` or `host:port`, which is reached by https, or an exact origin."""
    if "://" in value:
        return _origin(value)
    if value != urlsplit(f"https://{value}").netloc or value.startswith("*"):
        raise ValueError("not a host. Write it as in files.relay.example, without a path")
    _web_address(f"https://{value}")
    return value.lower()


Secret = Annotated[SecretStr, AfterValidator(_secret)]
SecretKeys = Annotated[
    tuple[SecretStr, ...], NoDecode, BeforeValidator(_split), AfterValidator(_secret_keys)
]
RelayAddress = Annotated[str, AfterValidator(relay_address)]
ResultHost = Annotated[str, AfterValidator(_result_host)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
Origin = Annotated[str, AfterValidator(_origin)]
