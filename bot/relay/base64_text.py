"""Base64 that arrives in pieces, in whatever form relays send it."""

import binascii
import re
from collections.abc import Callable

import pybase64

_ALPHABETS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_="
_TO_STANDARD = bytes.maketrans(b"-_", b"+/")
_SPACES = b" \t\r\n"
_LONGEST_HEAD = 512
# The head of a data URI, whatever it stands in, and what is left of one; quotes about a picture.
_HEAD = re.compile(
    rb"[^,]{0,300}?(?:data:[^,]{0,200},|base64[,:](?://)?)|\s*b?['\"`]+(?=iVBORw0KGgo|/9j/|R0lGOD|UklGR)",
    re.IGNORECASE,
)
_HEADS = (b"data:", b"base64", b"image/", b"b'")
_FOREIGN = re.compile(rb"[^A-Za-z0-9+/=_\s-]")
# As an address is written, though this is none.
_PERCENT = {b"%2B": b"+", b"%2F": b"/", b"%3D": b"=", b"%0A": b"", b"%0D": b""}
_HALF = re.compile(rb"%[0-3]?\Z")


class Base64Decoder:
    """Decode base64 piece by piece: both alphabets, white space, and padding that is missing.

    Some relays write a whole data URI where base64 alone should be, or that inside of markdown, or
    quotes: what stands before it is passed over, and then also what stands behind it.
    The strict decoder, which is ten times as fast as any look at the characters, goes first. What
    it does not take is brought into the standard form, and from then on everything is. Raises
    ValueError for what is no base64 at all; nothing may be fed after that.
    """

    def __init__(self, write: Callable[[bytes], None]) -> None:
        self._write = write
        self._odd = False
        self._padded = False
        self._rest = b""
        # The first characters, as long as there may be a head among them.
        self._head: bytes | None = b""
        self._has_head = False
        self._half = b""
        self._is_over = False

    def feed(self, text: bytes | memoryview) -> None:
        """Decode all whole groups of four characters, and keep the rest for the next piece."""
        if self._is_over:
            return
        if self._head is not None:
            text = self._without_head(self._head + text)
        if self._odd:
            text = self._in_standard_form(bytes(text))
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

    @property
    def padded(self) -> bool:
        """Tell whether padding came, behind which no base64 comes any more."""
        return self._padded or b"=" in self._rest

    def close(self) -> None:
        """Decode what is left, padded or not."""
        if self._head:
            begun, self._head = self._head, None
            self.feed(begun)
        left, self._half = self._rest + self._half, b""
        last = (self._in_standard_form(left) + self._half).rstrip(b"=")
        self._decode(last + b"=" * (-len(last) % 4))

    def _without_head(self, text: bytes) -> bytes:
        """Return what follows a head, if there is one; nothing while that is not known."""
        head = _HEAD.match(text, 0, _LONGEST_HEAD)
        begun = text[:_LONGEST_HEAD].lstrip().lower()
        may_be = any(each.startswith(begun) or begun.startswith(each) for each in _HEADS)
        if not head and len(text) < _LONGEST_HEAD and (may_be or _FOREIGN.search(text)):
            self._head = text
            return b""
        self._head = None
        self._has_head = head is not None
        return text[head.end() :] if head else text

    def _in_standard_form(self, text: bytes) -> bytes:
        text = self._half + text
        half = _HALF.search(text)
        self._half = half[0] if half else b""
        text = text.removesuffix(self._half)
        if b"%" in text:
            for written, meant in _PERCENT.items():
                text = text.replace(written, meant).replace(written.lower(), meant)
        if self._has_head and (foreign := _FOREIGN.search(text)):
            text = text[: foreign.start()]
            self._is_over = True
        return text.translate(_TO_STANDARD, _SPACES)

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


def base64_length(size: int) -> int:
    """Return how many base64 characters `size` bytes make, with padding."""
    return (size + 2) // 3 * 4
