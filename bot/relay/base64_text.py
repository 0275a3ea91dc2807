"""Base64 that arrives in pieces, in whatever form relays send it."""

import binascii
from collections.abc import Callable

import pybase64

_ALPHABETS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_="
_TO_STANDARD = bytes.maketrans(b"-_", b"+/")
_SPACES = b" \t\r\n"
_URI = b"data:"
_LONGEST_URI_HEAD = 128


class Base64Decoder:
    """Decode base64 piece by piece: both alphabets, white space, and padding that is missing.

    Some relays write a whole data URI where base64 alone should be: its head is passed over.
    The strict decoder, which is ten times as fast as any look at the characters, goes first. What
    it does not take is brought into the standard form, and from then on everything is. Raises
    ValueError for what is no base64 at all; nothing may be fed after that.
    """

    def __init__(self, write: Callable[[bytes], None]) -> None:
        self._write = write
        self._odd = False
        self._padded = False
        self._rest = b""
        # The first characters, as long as they may be the head of a data URI.
        self._head: bytes | None = b""

    def feed(self, text: bytes | memoryview) -> None:
        """Decode all whole groups of four characters, and keep the rest for the next piece."""
        if self._head is not None:
            text = self._without_head(self._head + text)
        if self._odd:
            text = bytes(text).translate(_TO_STANDARD, _SPACES)
        if self._rest:
            text = self._rest + text
        whole = len(text) // 4 * 4
        try:
            self._decode(memoryview(text)[:whole])
        except binascii.Error:
            if self._odd:
                raise
            self._odd = True
            self._rest = b""
            self.feed(text)
        else:
            self._rest = bytes(text[whole:])

    def close(self) -> None:
        """Decode what is left, padded or not."""
        if self._head:
            begun, self._head = self._head, None
            self.feed(begun)
        last = self._rest.translate(_TO_STANDARD, _SPACES).rstrip(b"=")
        self._decode(last + b"=" * (-len(last) % 4))

    def _without_head(self, text: bytes) -> bytes:
        """Return what follows the head of a data URI; nothing while it is not known to be none."""
        begun = text[:_LONGEST_URI_HEAD].lstrip(_SPACES).lower()
        is_uri = begun.startswith(_URI)
        comma = text.find(b",", 0, _LONGEST_URI_HEAD) if is_uri else -1
        may_be = comma < 0 and (is_uri or _URI.startswith(begun))
        if may_be and len(text) < _LONGEST_URI_HEAD:
            self._head = text
            return b""
        self._head = None
        return text[comma + 1 :]

    def _decode(self, fours: bytes | memoryview) -> None:
        if not fours:
            return
        decoded = pybase64.b64decode(fours, validate=True)
        if self._padded:
            raise ValueError("more base64 after the padding")
        self._padded = fours[-1] == ord("=")
        self._write(decoded)


def is_base64_text(text: bytes) -> bool:
    """Tell whether every character belongs to one of the two base64 alphabets."""
    whole = len(text) // 4 * 4
    try:
        pybase64.b64decode(memoryview(text)[:whole], validate=True)
    except binascii.Error:
        whole = 0
    return not text[whole:].translate(None, _ALPHABETS)
