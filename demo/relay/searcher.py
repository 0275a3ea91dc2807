"""What a model of the relay claims to have searched for: nothing leaves the machine."""

from textwrap import shorten

from demo.jsons import JSON
from demo.relay.conversation import Conversation
from demo.relay.language import pick

_QUERY = 60
_PAGES = ("example.com", "example.org", "example.net")


def grounding(conversation: Conversation) -> JSON | None:
    """Return the `groundingMetadata` of an answer, where the model may search.

    Its form is Google's, the HTML that nobody can show in Discord included.
    """
    if not conversation.searches:
        return None
    words = shorten(conversation.prompt, _QUERY, placeholder="")
    queries = [query for query in (words, pick(words, f"{words} today", f"{words} 最新")) if words]
    return {
        "webSearchQueries": queries,
        "searchEntryPoint": {"renderedContent": "<div class='container'>Google Search</div>"},
        "groundingChunks": [
            {"web": {"uri": f"https://www.{page}/page?of=search", "title": page}} for page in _PAGES
        ],
        "groundingSupports": [],
    }
