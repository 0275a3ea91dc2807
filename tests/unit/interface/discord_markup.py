"""A small reader of Discord's markup: what a client shows of a text, and what it makes of it.

Sources: Discord docs, Reference, Message Formatting; Discord's help, Markdown Text 101; and, for
what these leave open, the rules of SimpleMarkdown, which Discord's clients are built on.
"""

import re
from collections import Counter
from typing import Final

BLOCKS: Final = {
    "heading": re.compile(r"^(?:> ?)?#{1,3}\s+\S", re.MULTILINE),
    "small": re.compile(r"^(?:> ?)?-#\s+\S", re.MULTILINE),
    "quote": re.compile(r"^\s*>(?:>>)?\s", re.MULTILINE),
    "item": re.compile(r"^(?:> ?)?\s*(?:[-*]|\d+\.)\s", re.MULTILINE),
    "invite": re.compile(r"\bdiscord(?:(?:app)?\.com/invite|\.gg|\.new)/[\w-]"),
}
"""What counts at the start of a line, or without regard to anything around it."""

INLINE: Final = {
    "escape": re.compile(r"\\([^0-9A-Za-z\s])"),
    "fence": re.compile(r"```.+?```", re.DOTALL),
    "code": re.compile(r"(`+).*?[^`]\1(?!`)", re.DOTALL),
    "link": re.compile(r"\[[^\]]+\]\(<?[a-z]+:[^)]+\)"),
    "address": re.compile(r"[a-z]+://[^\s<]+"),
    "bracketed address": re.compile(r"<(?:[a-z]+://|mailto:|tel:|sms:)[^>\s]+>"),
    "time": re.compile(r"<t:-?\d+(?::\w)?>"),
    "mention": re.compile(r"<(?:@[!&]?|#)\d+>|@(?:everyone|here)"),
    "command": re.compile(r"</[^>]+:\d+>"),
    "guide": re.compile(r"<id:\w+>"),
    "emoji": re.compile(r"<a?:\w+:\d+>|:(?!\d{1,2}:)[\w+-]+:"),
    "bold": re.compile(r"\*\*(?:\\.|[^\\])+?\*\*(?!\*)", re.DOTALL),
    "underlined": re.compile(r"__(?:\\.|[^\\])+?__(?!_)", re.DOTALL),
    "italic": re.compile(r"\*(?![\s*])(?:\\.|[^\\*])+?\*(?!\*)|_(?:\\.|[^\\_])+?_\b", re.DOTALL),
    "struck": re.compile(r"~~.+?~~", re.DOTALL),
    "spoiler": re.compile(r"\|\|.+?\|\|", re.DOTALL),
}
"""What counts wherever it stands; at each place the first that matches wins."""

HOLDS_MARKUP: Final = {"bold", "underlined", "italic", "struck", "spoiler"}
"""What is read inside as well."""


def shown(text: str) -> tuple[str, Counter[str]]:
    """Return the text with its escapes read, and how often each kind of markup is in it."""
    kinds = Counter({kind: len(rule.findall(text)) for kind, rule in BLOCKS.items()})
    read, at = "", 0
    while at < len(text):
        kind, match = _at(text, at)
        if kind == "escape" and match:
            read, at = read + match[1], match.end()
            continue
        kinds[kind] += 1
        end = match.end() if match and kind not in HOLDS_MARKUP else at + 1
        read, at = read + text[at:end], end
    del kinds[""]
    return read, +kinds


def _at(text: str, at: int) -> tuple[str, re.Match[str] | None]:
    """Return the first kind of markup that begins here."""
    found = ((kind, rule.match(text, at)) for kind, rule in INLINE.items())
    return next(((kind, match) for kind, match in found if match), ("", None))
