from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.domain.errors import AtelierError, EmptyPrompt, Gone, NotAllowed, PromptTooLong
from bot.domain.model import ModelKind, ModelProfile, Thinking
from bot.domain.style import NAME_CHARACTERS, WORDS_CHARACTERS, Style
from bot.services.models import Models
from bot.services.styles import StyleBook
from bot.storage.store import SqlStore
from tests.contract.builders import GUILD, MEMBER
from tests.databases import put_database

PAINTER = ModelProfile("painter", ModelKind.IMAGE, aspects=("1:1",), sizes=("1K",))
CHATTER = ModelProfile("chatter", ModelKind.CHAT)


@pytest.fixture
async def book(tmp_path: Path) -> AsyncIterator[StyleBook]:
    """Give a book, with a model that takes one ratio and one size."""
    models = Models({}, image=PAINTER, chat=CHATTER)
    async with SqlStore.open(put_database(tmp_path / "atelier.db")) as store:
        yield StyleBook(store, models)


def ink(**values: Any) -> Style:
    """Return a style with words, changed by `values`."""
    return Style(**({"author_id": MEMBER, "guild_id": None, "name": "Ink", "words": "x"} | values))


@pytest.mark.parametrize(
    ("values", "refused"),
    [
        ({"name": "x" * (NAME_CHARACTERS + 1)}, PromptTooLong),
        ({"words": "x" * (WORDS_CHARACTERS + 1)}, PromptTooLong),
        ({"name": "\u200b"}, EmptyPrompt),
        ({"words": ""}, EmptyPrompt),
        ({"aspect": "16:9"}, AtelierError),
        ({"size": "4K"}, AtelierError),
        ({"thinking": Thinking.HIGH}, AtelierError),
        ({"model": "chatter"}, AtelierError),
    ],
)
def test_what_could_not_be_painted_in_is_not_kept(
    book: StyleBook, values: dict[str, Any], refused: type[AtelierError]
) -> None:
    """Too long, without a name or anything in it, or what the model does not take."""
    with pytest.raises(refused):
        book.check(ink(**values), pictures=0)


@pytest.mark.parametrize(
    ("values", "pictures"),
    [
        ({"name": "x" * NAME_CHARACTERS, "words": "x" * WORDS_CHARACTERS}, 0),
        ({"words": ""}, 1),
        ({"words": "", "aspect": "1:1"}, 0),
        ({"words": "", "size": "1K"}, 0),
        ({"words": "", "model": "painter"}, 0),
        ({"name": "🎨"}, 0),
    ],
)
def test_any_one_thing_is_enough(book: StyleBook, values: dict[str, Any], pictures: int) -> None:
    """Words, a picture, or something chosen."""
    book.check(ink(**values), pictures=pictures)


@pytest.mark.parametrize(
    ("owner", "member_id", "guild_id"),
    [
        (None, MEMBER, None),
        (None, MEMBER, GUILD),
        (GUILD, MEMBER, GUILD),
        (GUILD, MEMBER + 1, GUILD),
    ],
)
async def test_a_style_is_found_by_its_owner(
    book: StyleBook, owner: int | None, member_id: int, guild_id: int | None
) -> None:
    """A member's own wherever they are; a server's by all who are there."""
    style, _ = await book.save(ink(guild_id=owner))
    assert await book.get(style.id, member_id, guild_id) == style


@pytest.mark.parametrize(
    ("owner", "member_id", "guild_id"),
    [
        (None, MEMBER + 1, None),
        (None, MEMBER + 1, GUILD),
        (GUILD, MEMBER, None),
        (GUILD, MEMBER, GUILD + 1),
    ],
)
async def test_a_style_is_found_by_nobody_else(
    book: StyleBook, owner: int | None, member_id: int, guild_id: int | None
) -> None:
    """A server's not even by who saved it, in another place."""
    style, _ = await book.save(ink(guild_id=owner))
    with pytest.raises(NotAllowed):
        await book.get(style.id, member_id, guild_id)


async def test_what_was_deleted_is_told_as_such(book: StyleBook) -> None:
    """A button outlives its style."""
    style, _ = await book.save(ink())
    await book.delete(style)
    with pytest.raises(Gone):
        await book.get(style.id, MEMBER, None)
