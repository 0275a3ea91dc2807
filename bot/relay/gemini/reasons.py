"""Why there is no answer, as Gemini names it, and the sentence that members read for it.

Google's API reference, GenerateContentResponse: a `BlockReason` is about what was asked, a
`FinishReason` about what was made. New values appear without notice; they get the sentence of
`Refused` itself.
"""

from bot.relay.refusals import one_of

CUT = {"MAX_TOKENS": "error-reply-too-long", "CONTINUATION": "error-reply-unfinished"}
"""The model had more to say: what came is good, and the sentence is for when nothing came."""

MISSING_SIGNATURE = "MISSING_THOUGHT_SIGNATURE"

NO_IMAGE = "NO_IMAGE"
TOLD_IN_WORDS = frozenset({NO_IMAGE, "IMAGE_OTHER"})
"""Where a model made no picture, it may say why. Where rules stopped it, what it says may be what
they stopped."""

BLOCK_REASONS = {
    "SAFETY": "refused-prompt-safety",
    "IMAGE_SAFETY": "refused-prompt-image-safety",
    "PROHIBITED_CONTENT": "refused-prompt-prohibited",
    "BLOCKLIST": "refused-prompt-blocklist",
    "MODEL_ARMOR": "refused-prompt-armor",
    "JAILBREAK": "refused-prompt-jailbreak",
    "OTHER": "refused-prompt-other",
}

FINISH_REASONS = {
    "SAFETY": "refused-safety",
    "IMAGE_SAFETY": "refused-image-safety",
    "PROHIBITED_CONTENT": "refused-prohibited",
    "IMAGE_PROHIBITED_CONTENT": "refused-image-prohibited",
    "RECITATION": "refused-recitation",
    "IMAGE_RECITATION": "refused-image-recitation",
    "BLOCKLIST": "refused-blocklist",
    "SPII": "refused-personal",
    "MODEL_ARMOR": "refused-armor",
    "ESCALATION": "refused-escalation",
    "PUP_LIMITED_DISABLED": "refused-account",
    NO_IMAGE: "refused-no-image",
    "IMAGE_OTHER": "refused-image-other",
    "LANGUAGE": "refused-language",
    "MALFORMED_FUNCTION_CALL": "refused-malformed-call",
    "UNEXPECTED_TOOL_CALL": "refused-unexpected-call",
    "TOO_MANY_TOOL_CALLS": "refused-too-many-calls",
    "MALFORMED_RESPONSE": "refused-malformed-response",
    "OTHER": "refused-other",
}

# Words such as SAFETY and OTHER name a reason only where somebody marks them as one. new-api
# writes "request blocked by Gemini API: SAFETY", other relays "blocked [IMAGE_SAFETY]: …".
_BLOCKED = r"(?i:block_?reason|blocked by Gemini API)\W{{1,6}}({})\b"
_FINISHED = r"(?:\[|(?i:finish_?reason)\W{{1,6}})({})\b"
_SPELLED_OUT = r"\b({})\b"

NAMED = (
    (one_of(_BLOCKED, BLOCK_REASONS), BLOCK_REASONS),
    (one_of(_FINISHED, FINISH_REASONS), FINISH_REASONS),
    (one_of(_SPELLED_OUT, [name for name in FINISH_REASONS if "_" in name]), FINISH_REASONS),
)
"""How an error names one of these, and the sentence for each."""
