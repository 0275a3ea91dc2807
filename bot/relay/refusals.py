"""Refusals that come as HTTP errors: the reason that is named, and what members read for it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from bot.domain.errors import Refused

Reasons: TypeAlias = Sequence[tuple[re.Pattern[str], Mapping[str, str]]]
"""Patterns whose first group is a reason, each with the keys of the sentences for its reasons."""

RELAY_REASONS = {
    "prompt_blocked": "refused-by-relay-blocked",
    "sensitive_words_detected": "refused-by-relay-words",
    "content_policy_violation": "refused-by-relay-policy",
    "content_filter": "refused-by-relay-filter",
}
"""The codes of new-api, OpenAI and Azure, which come as HTTP errors."""

_IN_CHINESE = {
    "敏感词": "refused-by-relay-words",
    "内容违规": "refused-by-relay-policy",
    "违规内容": "refused-by-relay-policy",
    "内容安全": "refused-by-relay-filter",
    "审核未通过": "refused-by-relay-filter",
    "未通过审核": "refused-by-relay-filter",
    "审核不通过": "refused-by-relay-filter",
}
"""What Chinese relays write where they give no code."""


def one_of(pattern: str, names: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern with these names, as alternatives, in the place of its braces."""
    return re.compile(pattern.format("|".join(names)))


_OF_RELAYS: Reasons = (
    (one_of(r"\b({})\b", RELAY_REASONS), RELAY_REASONS),
    (one_of("({})", _IN_CHINESE), _IN_CHINESE),
)


def refusal_in(text: str, of_models: Reasons) -> Refused | None:
    """Return the refusal that the text of an error names; the relay's own code says least."""
    for pattern, keys in (*of_models, *_OF_RELAYS):
        if named := pattern.search(text):
            return Refused(named[1], key=keys[named[1]])
    return None
