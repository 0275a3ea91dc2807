import discord
import pytest

from bot.domain.job import Shown
from bot.domain.version import Node, Tree
from bot.interface.messages.layouts import TEXT_CHARACTERS
from bot.interface.permissions import Viewer
from bot.interface.texts import LOCALES, Texts
from bot.services.versions import Entry, VersionHistory
from cogs.history._buttons import VersionMenu
from cogs.history._list import LABEL_CHARACTERS, ON_A_PAGE, SEARCHES_CHARACTERS, VersionList
from tests.unit.domain.builders import painted, turn

TEXTS = Texts()
SNOWFLAKE = 10**19
"""As long as an id of Discord's may be."""


class Far(Viewer):
    """See all of a server, with the longest of links."""

    def __init__(self) -> None:
        """Ask no interaction."""

    def is_here(self, shown: Shown) -> bool:
        """Offer everything."""
        return bool(shown)

    def link(self, shown: Shown) -> str:
        """Return the address of a message as long as they are."""
        return f"https://discord.com/channels/{SNOWFLAKE}/{shown.channel_id}/{shown.message_id}"


@pytest.mark.parametrize("locale", LOCALES)
def test_a_page_of_versions_can_be_posted(locale: str) -> None:
    """With as many of the longest prompts, of which each character has to be escaped.

    And with what was searched for.
    """
    nodes = [
        Node(number, 1, SNOWFLAKE, (Shown(SNOWFLAKE + number, 0, number, 0, SNOWFLAKE),))
        for number in range(1, 1_001)
    ]
    tree = Tree(nodes, lambda _node, _shown: True, words=True)
    undone = frozenset(node.turn_id for node in nodes)
    entries = [
        Entry(version, turn(1, painted("one"), asked="*" * 4_000), tree.versions[0], is_branch=True)
        for version in tree.versions[-ON_A_PAGE:]
    ]
    found = ["x" * (SEARCHES_CHARACTERS // ON_A_PAGE)] * ON_A_PAGE
    listed = VersionList(
        VersionHistory(1, tree, None, undone), 0, entries, [None] * ON_A_PAGE, found, None, Far()
    )
    layout = listed.layout(TEXTS, locale)
    assert layout.content_length() <= TEXT_CHARACTERS
    labels = [option.label for option in _options(layout)]
    assert len(labels) == ON_A_PAGE
    assert all(len(label) <= LABEL_CHARACTERS for label in labels)


def _options(layout: discord.ui.LayoutView) -> list[discord.SelectOption]:
    menus = (item for item in layout.walk_children() if isinstance(item, VersionMenu))
    return [option for menu in menus for option in menu.options]
