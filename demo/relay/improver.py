"""Make a prompt better, for who asks for that: a few words about light and composition more."""

import re

from demo.relay.language import pick

_ASKS = re.compile(
    r"Rewrite this prompt for a model that paints.*?The prompt:\n(?P<prompt>.*)", re.DOTALL
)


def improve(prompt: str) -> str:
    """Return the better prompt alone; nothing where that is not what is asked for."""
    asked = _ASKS.fullmatch(prompt)
    if asked is None:
        return ""
    words = asked["prompt"].strip()
    more = pick(words, ", in soft morning light, wide and calm", "，柔和的晨光，开阔而宁静")
    return words + more
