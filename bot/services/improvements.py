"""Making the words of a prompt better: how a model is asked to, and how its answer is read."""

import re
from datetime import timedelta
from typing import Final

OFFERED_FOR: Final = timedelta(days=1)
"""How long better words can be painted."""

_CHARACTERS: Final = 4_000

_ASKED: Final = """\
Rewrite this prompt for a model that paints, so that a better picture comes of it. Keep all that \
it asks for and names, and change nothing about that; add what is missing: composition, light, \
colours, medium, mood. Where it says how to change a picture that is there, add none of these: \
say more clearly what becomes different, and nothing else. Words in quotation marks are to be \
written in the picture: leave them as they are. Stay in the language of the prompt, and within \
120 words.

Answer with the new prompt alone: no title, no quotation marks around it, no list, and not a word \
about it.

The prompt:
{prompt}"""

_TITLE: Final = re.compile(
    r"[^\w\n]*(?:new |improved |rewritten )?prompt[^\w\n:：]*[:：][*_`]*", re.IGNORECASE
)
_FENCED: Final = re.compile(r"```\w*\n(?P<inside>.*?)\n?```", re.DOTALL)
_QUOTED: Final = re.compile(r"[\"“](?P<inside>[^\"“”]*)[\"”]|「(?P<corner>[^「」]*)」")


def improvement_asked_for(prompt: str) -> str:
    """Return the words that ask for better ones."""
    return _ASKED.format(prompt=prompt)


def improvement_of(said: str) -> str:
    """Return the prompt that a model answered with, without what it put around that."""
    text = said.strip()
    if title := _TITLE.match(text):
        text = text[title.end() :].strip()
    if fenced := _FENCED.fullmatch(text):
        text = fenced["inside"].strip()
    if quoted := _QUOTED.fullmatch(text):
        text = (quoted["inside"] or quoted["corner"] or "").strip()
    return text[:_CHARACTERS]
