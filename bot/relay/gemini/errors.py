"""What Gemini's own words make of a failed request."""

from typing import Final

from bot.domain.errors import MemoryRejected
from bot.relay.errors import Dialect
from bot.relay.gemini.reasons import NAMED

GEMINI: Final = Dialect(reasons=NAMED, rules={MemoryRejected: r"thought.?signature"})
