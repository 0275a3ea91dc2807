"""What went along with a picture, behind **More**: for whoever gave it, and for nobody else."""

import pytest

from demo.discord import Member, Message
from demo.stack import Stack
from tests.acting import answered, imagine, png, say

pytestmark = pytest.mark.usefixtures("client")

GIVEN = "that you gave with it"


async def more(world: Stack, message: Message, by: Member) -> Message:
    """Press More and return what it shows."""
    return await answered(world, await by.press(message, label="More"))


async def with_cats(world: Stack) -> Message:
    """Let anna have a picture made with two others."""
    cats = {"image": ("cat.png", png(70, 50)), "image2": ("SPOILER_b.png", png(50, 90))}
    return await imagine(world, **cats)


def given(panel: Message) -> list[tuple[int | None, int | None, bool, str | None]]:
    """Return the sizes of what is shown as given, whether it is hidden, and its alt text."""
    if GIVEN not in panel.text:
        return []
    return [(each.width, each.height, each.spoiler, each.description) for each in panel.pictures]


@pytest.fixture
def english(world: Stack) -> None:
    """Let both members read English."""
    world.discord.model.locales[world.ben.id] = "en-US"


@pytest.mark.usefixtures("english")
async def test_who_gave_pictures_sees_them_again(world: Stack) -> None:
    """Small, and a spoiler hidden; others see what was made of them alone."""
    made = await with_cats(world)
    alt = "A picture to work from"
    seen = given(await more(world, made, world.anna))
    assert seen == [(70, 50, False, alt), (50, 90, True, alt)]
    assert given(await more(world, made, world.ben)) == []


@pytest.mark.usefixtures("english")
async def test_who_asks_once_more_does_not_see_what_others_gave(world: Stack) -> None:
    """The pictures of a Redo are still those of whoever gave them, who sees them there, too."""
    made = await with_cats(world)
    again = await answered(world, await world.ben.press(made, label="Redo"))
    assert given(await more(world, again, world.ben)) == []
    assert len(given(await more(world, again, world.anna))) == 2
    third = await answered(world, await world.anna.press(again, label="Redo"))
    assert len(given(await more(world, third, world.anna))) == 2


async def test_what_was_edited_counts_as_given(world: Stack) -> None:
    """It was pointed at; an edit of that shows what came before it instead."""
    photo = await world.ben.send(world.art, "my cat", files=[("cat.png", png(70, 50))])
    first = await say(world, f"{world.discord.bot_mention} make it blue", reply_to=photo)
    assert len(given(await more(world, first, world.anna))) == 1
    second = await say(world, "make it grey", reply_to=first)
    panel = await more(world, second, world.anna)
    assert given(panel) == []
    assert "What came before" in panel.text


async def test_whose_avatar_went_along_is_told(world: Stack) -> None:
    """To all who see the picture."""
    world.anna.wear(png())
    made = await imagine(world, person=world.anna)
    assert f"{world.anna.mention}'s avatar" in (await more(world, made, world.anna)).text
    told = await more(world, made, world.ben)
    assert world.anna.mention in told.text
    assert not told.pings
