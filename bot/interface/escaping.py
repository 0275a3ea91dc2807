"""Words of others in the bot's own sentences: shown as they were written, and never as markup.

What somebody wrote, a file's name or a relay's word would otherwise become a link, a mention or a
heading that the bot itself seems to have made. Discord shows what stands behind a backslash as it
is, unless that is a letter, a digit or white space (Discord docs, Reference, Message Formatting).
"""

import re
from typing import Final


class Markup(str):
    """Text that is to be read as Discord's markup: the bot's own, or escaped already."""

    __slots__ = ()


_ANYWHERE: Final = re.compile(r"[\\*_~`|\[\]<@#/]|(?<!\d):(?!\s)|:(?!\s|\d\d?(?![\w:+-]))")
"""What begins or ends markup wherever it stands.

A slash and a colon make addresses, of which some need no scheme (`discord.gg/…`), and the names of
emoji, of which some are numbers; the colon of a ratio or a time is none of that. What only ends a
mention or a link's address means nothing without its beginning.
"""

_AT_THE_START: Final = re.compile(r"^([^\S\n]*+\d*+)(?=[->.])", re.MULTILINE)
"""What makes a line a quote, small, or an item of a list."""

_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of the words behind them, too."""


def escaped(text: str) -> Markup:
    """Return markup that shows this very text; at most twice as many characters."""
    if isinstance(text, Markup):
        return text
    lines = _UNSEEN.sub("", "\n".join(text.splitlines()))
    return Markup(_AT_THE_START.sub(r"\1\\", _ANYWHERE.sub(r"\\\g<0>", lines)))
