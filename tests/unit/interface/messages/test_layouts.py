from hypothesis import given
from hypothesis import strategies as st

from bot.domain.job import Shown
from bot.interface.messages.headings import heading
from bot.interface.messages.layouts import TEXT_CHARACTERS, Offers, gallery, line, small
from bot.interface.texts import Texts
from tests.contract.builders import request

TEXTS = Texts()
FAR = 2**63


@given(
    st.text(max_size=9).map(lambda text: text * 500),
    st.text(max_size=300).map(lambda text: text * 20),
    st.lists(st.text(max_size=50).map(lambda text: text * 10), max_size=12),
)
def test_a_gallery_can_be_posted(prompt: str, said: str, quiet: list[str]) -> None:
    """All of its text together is no longer than Discord takes, whatever anybody says."""
    wanted = request(prompt, author_id=FAR, redone=True)
    above = heading(wanted, Shown(FAR, 0, 1, 1, FAR), TEXTS, "en-US", FAR)
    notes = small(quiet, TEXTS, "en-US")
    layout = gallery(1, [], TEXTS, "en-US", heading=above, said=said, notes=notes, offers=Offers())
    assert layout.content_length() <= TEXT_CHARACTERS


def test_what_a_model_says_at_length_is_cut() -> None:
    """At a word, with an ellipsis, and with the notes whole."""
    layout = gallery(
        1, [], TEXTS, "en-US", said="word " * 2_000, notes="-# one note", offers=Offers()
    )
    said, notes, *_ = (getattr(child, "content", "") for child in layout.children)
    assert said.endswith("word\n…")
    assert notes == "-# one note"


def test_a_long_line_can_be_posted() -> None:
    """A sentence too long for a message is cut."""
    assert line("x" * 9_000).content_length() <= TEXT_CHARACTERS
