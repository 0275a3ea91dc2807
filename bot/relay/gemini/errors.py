"""What Gemini's own words make of a failed request."""

from typing import Final

from bot.domain.errors import SignatureRejected
from bot.relay.errors import Dialect
from bot.relay.gemini.reasons import NAMED

GEMINI: Final = Dialect(reasons=NAMED, rules={SignatureRejected: r"thought.?signature"})
