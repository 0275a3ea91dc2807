"""Name the things in a picture of the demo's, and where they are, for who asks for that."""

import json
import re

from demo.relay.conversation import Conversation
from demo.relay.language import pick

_ASKS = re.compile(r"\bJSON array\b.*\bbox_2d\b", re.DOTALL)
_LOCALE = re.compile(r"\blocale zh\b")

# A landscape has these, whatever else is in it: see the painter.
_THINGS = (
    ("the sky", "天空", (0, 0, 500, 1000)),
    ("the ground", "地面", (620, 0, 1000, 1000)),
    ("the left of the horizon", "地平线左侧", (450, 0, 700, 400)),
    ("the right of the horizon", "地平线右侧", (450, 600, 700, 1000)),
)


def name_things(conversation: Conversation) -> str:
    """Return the things as JSON in a block of code, as models do; nothing where nobody asks."""
    prompt = conversation.prompt
    if not conversation.turns[-1].pictures or not _ASKS.search(prompt):
        return ""
    language = "中" if _LOCALE.search(prompt) else ""
    things = [
        {"box_2d": box, "label": pick(language, english, chinese)}
        for english, chinese, box in _THINGS
    ]
    return f"```json\n{json.dumps(things, ensure_ascii=False, indent=2)}\n```"
