"""An embedded relay for the demo and the tests: Gemini's wire on loopback, drawn by rule.

It speaks `generateContent` and `streamGenerateContent` as Google and new-api do and checks the
`thoughtSignature`s that come back, but no model stands behind it: it says in every answer that
it is no AI.
"""

from demo.relay.faults import Fault
from demo.relay.record import RecordedRequest, describe, digest_of
from demo.relay.server import EmbeddedRelay

__all__ = ["EmbeddedRelay", "Fault", "RecordedRequest", "describe", "digest_of"]
