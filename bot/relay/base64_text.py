"""Base64 that arrives in pieces, in whatever form relays send it."""

import binascii
from collections.abc import Callable

import pybase64

_ALPHABETS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_="
_TO_STANDARD = bytes.maketrans(b"-_", b"+/")
_SPACES = b" \t\r\n"


class Base64Decoder:
    """Decode base64 piece by piece: both alphabets, white space, and padding that is missing.

    The strict decoder, which is ten times as fast as any look at the characters, goes first. What
    it does not take is brought into the standard form, and from then on everything is. Raises
    ValueError for what is no base64 at all; nothing may be fed after that.
    """

    def __init__(self, write: Callable[[bytes], None]) -> None:
        self._write = write
        self._odd = False
        self._padded = False
        self._rest = b""

    def feed(self, text: bytes | memoryview) -> None:
        """Decode all whole groups of four characters, and keep the rest for the next piece."""
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
        last = self._rest.translate(_TO_STANDARD, _SPACES).rstrip(b"=")
        self._decode(last + b"=" * (-len(last) % 4))

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
