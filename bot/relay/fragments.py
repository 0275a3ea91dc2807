"""What came whole of a JSON document that breaks off.

A picture is followed by megabytes of signature: a connection that breaks there breaks behind what
was paid for.
"""

import re

LONGEST = 256 * 1024
"""Characters that are looked at, token by token. Pictures and signatures are not among them."""

_TOKEN = re.compile(
    r'(?P<mark>[{}\[\],:])|(?P<string>"(?:[^"\\]|\\.)*+")'
    r'|(?P<begun>"(?:[^"\\]|\\(?:u[\da-fA-F]{4}|[^u]))*+)',
    re.DOTALL,
)
_ENDS = {"{": "}", "[": "]"}
_WORDS = '"text"'


def ended(text: str, nesting: int) -> str:
    """Return a document that breaks off ended behind its last whole value, and "" for none.

    Of words, what came is kept. What is nested deeper than `nesting` is none.
    """
    text = text[:LONGEST]
    inside = ""
    key = before = ""
    kept, end = 0, ""
    for token in _TOKEN.finditer(text):
        said = token[0]
        inside = _inside(inside, said)
        if len(inside) > nesting:
            return ""
        if token["begun"]:
            if (key, before) == (_WORDS, ":"):
                kept, end = token.end(), f'"{inside}'
            break
        if token["string"] and inside.startswith("}") and before in {"{", ","}:
            key = said
        elif said != ":":
            # A number or name is whole only where something follows it.
            kept, end = token.start() if said == "," else token.end(), inside
        before = said
    return text[:kept] + end


def _inside(inside: str, said: str) -> str:
    """Return the marks that still have to come after this token."""
    if said in _ENDS:
        return _ENDS[said] + inside
    return inside[1:] if said in {"}", "]"} else inside
