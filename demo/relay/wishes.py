"""When a chat model of the relay has something drawn: where somebody asks for it in plain words."""

import re

from demo.jsons import JSON
from demo.relay.conversation import Conversation

DRAW = "draw"
"""The tool that it calls where it has one of this name."""

ENGLISH = "I am a demo, no AI, but I know a painter."
CHINESE = "我是演示程序。不是人工智能。不过我认识一位画师。"
"""What it says with that."""

# Where several people talk, a name and a colon stand before the words.
_BEGINS = r"(?:\A|\n|: )(?:please |请)?"
_NEW = re.compile(
    rf"{_BEGINS}(?:(?:draw|paint)\b|画(?:一[张个只幅])?)\s*(?P<what>.+)", re.IGNORECASE | re.DOTALL
)
_OTHER = re.compile(
    rf"{_BEGINS}(?P<what>(?:make|turn|change) (?:it|that|the picture)\b.+|把.+)",
    re.IGNORECASE | re.DOTALL,
)


def wished(conversation: Conversation) -> JSON | None:
    """Return the arguments of the call for a picture; None where nobody wants one.

    "draw …" wants a new one, and "make it …" another look of one that is there.
    """
    if DRAW not in conversation.tools:
        return None
    said = next((part.text for part in reversed(conversation.turns[-1].parts) if part.text), "")
    if new := _NEW.search(said):
        return {"prompt": new["what"].strip()}
    if (other := _OTHER.search(said)) and any(True for _ in conversation.all_pictures()):
        return {"prompt": other["what"].strip(), "edit": True}
    return None
