"""What every store promises of styles."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.errors import TooManyStyles
from bot.domain.model import Thinking
from bot.domain.picture import Picture
from bot.domain.style import MOST_OF_MEMBER, MOST_OF_SERVER, Style
from tests.contract.builders import GUILD, LATE, MEMBER, NOON, blob
from tests.contract.stores import Store

LATER = NOON + timedelta(hours=1)


def picture(name: str) -> Picture:
    """Name a stored picture."""
    return Picture(blob(name), "image/png", 640, 480, spoiler=True)


def ink(**values: Any) -> Style:
    """Return a style of the member's own, changed by `values`."""
    whole: dict[str, Any] = {
        "words": "black ink on rough paper",
        "pictures": (picture("first"), picture("second")),
        "aspect": "16:9",
        "size": "2K",
        "model": "painter",
        "thinking": Thinking.HIGH,
    }
    return Style(**({"author_id": MEMBER, "guild_id": None, "name": "Ink"} | whole | values))


async def save(store: Store, **values: Any) -> Style:
    """Keep such a style at noon."""
    return (await store.save_style(ink(**values), NOON))[0]


async def names(store: Store, member_id: int = MEMBER, guild_id: int | None = GUILD) -> list[str]:
    """Return what the styles are called that a member has in a server."""
    return [each.name for each in await store.styles_for(member_id, guild_id)]


async def named(store: Store) -> set[str]:
    """Return which of the pictures of the tests are named by a row."""
    keys = {blob(name).key: name for name in ("first", "second", "other")}
    return {keys[key] for key in await store.named(list(keys))}


async def test_a_style_is_kept_with_all_that_it_has(store: Store):
    """Words, pictures in their order, parameters, and its id."""
    kept, is_replaced = await store.save_style(ink(), NOON)
    assert kept == ink(id=kept.id)
    assert kept.id
    assert not is_replaced
    assert await store.style(kept.id) == kept
    assert await store.style(kept.id + 1) is None


async def test_a_style_may_have_little(store: Store):
    """What was not chosen stays so."""
    bare = Style(MEMBER, GUILD, "Wide", aspect="21:9")
    kept, _ = await store.save_style(bare, NOON)
    assert kept == replace(bare, id=kept.id)


async def test_own_styles_come_first_and_by_name(store: Store):
    """Then those of the server; nobody else's, and none of another server."""
    for name, values in (
        ("zinc", {}),
        ("Ash", {}),
        ("Server's", {"guild_id": GUILD, "author_id": MEMBER + 1}),
        ("theirs", {"author_id": MEMBER + 1}),
        ("elsewhere", {"guild_id": GUILD + 1}),
    ):
        await save(store, name=name, **values)
    assert await names(store) == ["Ash", "zinc", "Server's"]
    assert await names(store, guild_id=None) == ["Ash", "zinc"]


async def test_a_name_is_an_owners_once(store: Store):
    """However it is written; the newer style takes the other's place and id."""
    first = await save(store, name="Ink  wash")
    second, is_replaced = await store.save_style(
        ink(name="INK wash", words="", pictures=(picture("other"),)), NOON
    )
    assert is_replaced
    assert second.id == first.id
    assert await names(store) == ["INK wash"]
    assert await named(store) == {"other"}


async def test_owners_do_not_share_names(store: Store):
    """A member's own, another's and the server's stand side by side."""
    owners = ({}, {"author_id": MEMBER + 1}, {"guild_id": GUILD}, {"guild_id": GUILD + 1})
    assert len({(await save(store, **owner)).id for owner in owners}) == len(owners)


async def test_a_servers_style_is_whose_who_saved_it_last(store: Store):
    """Whose words and pictures it has by now."""
    await save(store, guild_id=GUILD)
    again = await save(store, guild_id=GUILD, author_id=MEMBER + 1)
    assert again.author_id == MEMBER + 1


@pytest.mark.parametrize(("guild_id", "most"), [(None, MOST_OF_MEMBER), (GUILD, MOST_OF_SERVER)])
async def test_an_owner_has_so_many_at_most(store: Store, guild_id: int | None, most: int):
    """One more is refused with nothing written; one that takes another's place is not."""
    for number in range(most):
        await save(store, name=f"style {number}", guild_id=guild_id)
    with pytest.raises(TooManyStyles) as refused:
        await save(store, name="one more", pictures=(picture("other"),), guild_id=guild_id)
    assert refused.value.values == {"limit": most}
    assert await named(store) == {"first", "second"}
    await save(store, name="STYLE 3", guild_id=guild_id)
    await save(store, name="another owner's", author_id=MEMBER + 1)
    assert len(await names(store)) == most


async def test_a_deleted_style_names_its_pictures_no_more(store: Store):
    """Those that another style has as well stay."""
    first = await save(store)
    await save(store, name="Other", pictures=(picture("second"),))
    await store.delete_style(first.id)
    await store.delete_style(first.id)
    assert await names(store) == ["Other"]
    assert await named(store) == {"second"}


async def test_the_same_picture_twice_is_named_once(store: Store):
    """Somebody may give it so."""
    twice = (picture("first"), picture("first"))
    assert (await save(store, pictures=twice)).pictures == twice
    assert await named(store) == {"first"}


async def test_a_members_styles_are_forgotten_with_them(store: Store):
    """Also what they saved for a server: its words and pictures are theirs."""
    await save(store)
    await save(store, guild_id=GUILD)
    await save(store, name="theirs", guild_id=GUILD, author_id=MEMBER + 1, pictures=())
    await store.forget_member(MEMBER, then=LATE, now=LATE, most=9)
    assert await names(store) == ["theirs"]
    assert await named(store) == set()


async def test_a_servers_styles_are_forgotten_with_it(store: Store):
    """Not what members have of their own, nor what was saved since it is back."""
    own = await save(store, pictures=(picture("other"),))
    await save(store, guild_id=GUILD)
    await save(store, name="elsewhere", guild_id=GUILD + 1, pictures=())
    await store.save_style(ink(name="since", guild_id=GUILD, pictures=()), LATER)
    await store.forget_guild(GUILD, then=NOON, now=NOON, most=9)
    assert await store.styles_for(MEMBER, GUILD) == [own, *await store.styles_for(0, GUILD)]
    assert await names(store, member_id=0) == ["since"]
    assert await names(store, member_id=0, guild_id=GUILD + 1) == ["elsewhere"]
    assert await named(store) == {"other"}


async def test_a_style_outlives_what_is_old(store: Store):
    """It is kept until somebody deletes it."""
    kept = await save(store)
    await store.forget_before(NOON + timedelta(days=999), most=9)
    assert await store.style(kept.id) == kept
