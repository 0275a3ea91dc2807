"""How a model says that it stopped, and what that means.

Google's API reference, GenerateContentResponse: `FinishReason` and `BlockReason`; relays add to
neither, but new values appear without notice.
"""

import re

CUT = frozenset({"MAX_TOKENS", "CONTINUATION"})
"""The model had more to say; what came is good."""

MISSING_SIGNATURE = "MISSING_THOUGHT_SIGNATURE"

REFUSALS = {
    "SAFETY": "refused-safety",
    "IMAGE_SAFETY": "refused-safety",
    "BLOCKLIST": "refused-safety",
    "MODEL_ARMOR": "refused-safety",
    "JAILBREAK": "refused-safety",
    "ESCALATION": "refused-safety",
    "PROHIBITED_CONTENT": "refused-prohibited",
    "IMAGE_PROHIBITED_CONTENT": "refused-prohibited",
    "RECITATION": "refused-copyright",
    "IMAGE_RECITATION": "refused-copyright",
    "SPII": "refused-personal",
    "PUP_LIMITED_DISABLED": "refused-account",
    "NO_IMAGE": "refused-no-picture",
    "IMAGE_OTHER": "refused-no-picture",
    "LANGUAGE": "refused-language",
    "MALFORMED_FUNCTION_CALL": "refused-protocol",
    "MALFORMED_RESPONSE": "refused-protocol",
    "UNEXPECTED_TOOL_CALL": "refused-protocol",
    "TOO_MANY_TOOL_CALLS": "refused-protocol",
    "OTHER": "refused-other",
}
"""What a member reads for each reason, as keys of the message catalogues."""

UNKNOWN_REASON_KEY = "refused-other"

# Words such as SAFETY and OTHER name a reason only where a relay marks them as one.
_NAMED = re.compile(
    r"(?:\[|(?i:finish_?reason|block_?reason)\W{{1,4}})({})\b|\b({})\b".format(
        "|".join(REFUSALS), "|".join(name for name in REFUSALS if "_" in name)
    )
)


def refusal_in(text: str) -> str | None:
    """Return the reason that the text of an error names, if it is a refusal."""
    named = _NAMED.search(text)
    return (named[1] or named[2]) if named else None
