"""Each form, sent after a restart, and each entry of the Apps menu on every kind of message."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

import discord
import pytest

from bot.interface.client import AtelierClient
from demo.discord import Channel, Interaction, Message
from demo.stack import Stack
from tests.acting import WITHIN, answered, imagine, png
from tests.discord.test_each_button import (
    cats,
    description,
    grid,
    own_relay,
    pressed,
    proposal,
    reportable,
    seen,
    settings_page,
    styles,
    things,
)
from tests.discord.test_only_here import mask
from tests.worlds import Join, joined

PRIVATE_THREAD: Final = 12
"""Discord docs, Channels Resource, Channel Types."""

Open = Callable[[Stack], Awaitable[Interaction]]


@dataclass(frozen=True, slots=True)
class Form:
    """Say who opens a form, what is filled in, and a pattern for what comes of it."""

    opened: Open
    values: dict[str, Any]
    shows: str


def behind(verb: str, make: Callable[[Stack], Awaitable[Message]], *before: str) -> Open:
    """Return what presses a button of a post, once others of it were pressed."""

    async def opened(world: Stack) -> Interaction:
        message = await make(world)
        for each in before:
            await seen(world, await pressed(world, message, each))
        return await pressed(world, message, verb)

    return opened


async def two(world: Stack) -> Message:
    """Make two pictures."""
    return await imagine(world, count=2, aspect="1:1")


async def menu_of_cats(world: Stack) -> Interaction:
    """Choose Edit picture on two pictures of somebody else."""
    return await world.anna.context_menu(world.art, "Edit picture", await cats(world))


async def reporting(world: Stack) -> Interaction:
    """Choose Report on what somebody made."""
    return await world.anna.context_menu(world.art, "Report", await reportable(world))


SETTINGS: Final[dict[str, dict[str, Any]]] = {
    "where": {"threads": "ask"},
    "models": {"size": ["2K"]},
    "much": {"budget": "25"},
    "shown": {"locale": "de"},
    "features": {"off": ["chat"]},
    "records": {"reports": True},
}
"""What is filled in of each form of the settings."""


async def blocking(world: Stack) -> Interaction:
    """Choose Block on somebody."""
    return await world.anna.user_menu(world.art, "Block or unblock", world.ben)


FORMS: Final = {
    "atl:edit-form:1": Form(
        behind("edit", two),
        {"prompt": "blur it", "which": ["1"], "size": ["2K"], "files": [("b.png", png())]},
        r"1 for all: \*\*blur it.*2048×2048",
    ),
    "atl:block:1": Form(blocking, {"reason": "floods"}, r"0 alone: 🚫 .* is blocked"),
    "atl:report-form:1": Form(reporting, {"reason": "rude"}, r"0 alone: 🚩 Thank you"),
    "atl:edit-message:1": Form(
        menu_of_cats, {"prompt": "blur it", "which": ["1"]}, r"1 for all: \*\*blur it"
    ),
    "atl:2:vary-form:1": Form(
        behind("vary", two), {"which": ["1"]}, r"4 for all: \*\*Variation of a red kite"
    ),
    "atl:2:aspect-form:1": Form(
        behind("aspect", two),
        {"which": ["1"], "ratio": ["16:9"]},
        r"1 for all: \*\*In 16\\:9: a red kite",
    ),
    "atl:2:upscale-form:1": Form(
        behind("upscale", two), {"which": ["1"]}, r"1 for all: \*\*Upscaled to 2K: a red kite"
    ),
    "atl:imagine-form": Form(
        behind("imagine", description),
        {"prompt": "a fox", "aspect": ["1:1"]},
        r"1 for all: \*\*a fox.*1024×1024",
    ),
    "atl:words-form:1": Form(
        behind("words", proposal), {"prompt": "a fox"}, r"1 for all: \*\*a fox"
    ),
    "atl:style-form:1": Form(
        behind("style-use", styles),
        {"prompt": "a fox", "files": [("b.png", png())]},
        r"1 for all: \*\*a fox.*style “a”",
    ),
    "atl:own-relay-form": Form(
        behind("own-relay", own_relay),
        {"address": "https://127.0.0.1:9999", "key": "x", "auth": ["bearer"]},
        r"0 alone: Nothing answers at this address",
    ),
    "atl:here-form:1:0:cells-1": Form(
        behind("here-ask", grid, "here-cells"), {"prompt": "invert it"}, r"1 for all: .*pixel for"
    ),
    "atl:here-form:1:0:things-1": Form(
        behind("here-things-ask", things, "here-thing"), {"prompt": "invert it"}, r"1 for all: "
    ),
    "atl:here-form:1:0:mask-1": Form(
        behind("here-mask", grid),
        {"prompt": "invert it", "mask": mask()},
        r"1 for all: .*pixel for",
    ),
    **{
        f"atl:set-form-{topic}:1": Form(
            behind(f"set-form-{topic}", settings_page(topic)),
            values,
            r"in place, 0 alone: ✅ Changed: ",
        )
        for topic, values in SETTINGS.items()
    },
}


async def test_each_form_has_a_row(client: AtelierClient) -> None:
    """By the template of its custom id."""
    for form in client.forms:
        assert any(form.template.fullmatch(custom_id) for custom_id in FORMS), form.template
    for custom_id in FORMS:
        assert any(form.template.fullmatch(custom_id) for form in client.forms), custom_id


@pytest.mark.parametrize("custom_id", FORMS)
async def test_each_form_is_taken_after_a_restart(world: Stack, join: Join, custom_id: str) -> None:
    """All that it is about stands in it."""
    form = FORMS[custom_id]
    async with joined(world):
        opened = await form.opened(world)
        modal = (await opened.response(within=WITHIN)).modal
    assert modal is not None
    assert re.sub(r"\d+", "1", modal.custom_id) == re.sub(r"\d+", "1", custom_id)
    await join()
    shown = await seen(world, await world.anna.submit(opened, form.values))
    assert re.match(form.shows, shown, re.DOTALL), shown


# The Apps menu


async def own(world: Stack, room: Channel) -> Message:
    """Let anna ask the bot for a picture."""
    return await answered(world, await world.anna.slash(room, "imagine", prompt="a red kite"))


async def alone(world: Stack, room: Channel) -> Message:
    """Let anna ask the bot for a picture that she alone sees."""
    asked = await world.anna.slash(room, "imagine", prompt="a red kite", private=True)
    return await answered(world, asked)


async def foreign(world: Stack, room: Channel) -> Message:
    """Let somebody post a picture."""
    return await world.anna.send(room, "my cat", files=[("cat.png", png(70, 50))])


async def wordy(world: Stack, room: Channel) -> Message:
    """Let somebody post words alone."""
    return await world.anna.send(room, "hello")


TARGETS: Final = {"own": own, "alone": alone, "foreign": foreign, "wordy": wordy}
WAITS: Final = r"0 alone: .* pictures? waits?"
NOTHING_KEPT: Final = r"0 alone: I keep nothing of that message"

MENUS: Final = {
    "Edit picture": {
        "own": r"a form: Edit this picture",
        "alone": r"a form: Edit this picture",
        "foreign": r"a form: Edit this picture",
        "wordy": r"0 alone: There is no picture to change here",
    },
    "Describe picture": {
        "own": r"0 alone: .*1408x768",
        "alone": r"0 alone: .*1408x768",
        "foreign": r"0 alone: .*70x50",
        "wordy": r"0 alone: There is no picture in that message",
    },
    "Use as reference": {
        "own": WAITS,
        "alone": WAITS,
        "foreign": WAITS,
        "wordy": r"0 alone: There is no picture in that message",
    },
    "Report": dict.fromkeys(TARGETS, r"0 alone: This server takes no reports"),
    "Delete": {
        "own": r"0 alone: .*Delete this post",
        "alone": r"0 alone: .*Only you see the message",
        "foreign": NOTHING_KEPT,
        "wordy": NOTHING_KEPT,
    },
}
"""What each entry shows, by what it is chosen on."""

IN_SERVERS: Final = {"Report"}
"""Which there are in no direct messages."""


async def channel(world: Stack) -> Channel:
    """Take the channel that everybody sees."""
    return world.art


async def thread(world: Stack) -> Channel:
    """Open a thread below it."""
    return await world.anna.start_thread(world.art, "aside")


async def private_thread(world: Stack) -> Channel:
    """Open a private thread that anna and the bot alone are in."""
    model = world.discord.model
    opened = model.create_thread(world.art.id, "closed", world.anna.id, type=PRIVATE_THREAD)
    model.add_thread_member(opened.id, world.discord.bot_id)
    return Channel(model, opened.id)


async def direct_messages(world: Stack) -> Channel:
    """Write to the bot alone."""
    return world.anna.dm


async def test_each_menu_has_a_row(client: AtelierClient) -> None:
    """By its name."""
    menus = client.tree.get_commands(type=discord.AppCommandType.message)
    assert {menu.name for menu in menus} == set(MENUS)


@pytest.mark.parametrize("place", [channel, thread, private_thread, direct_messages])
async def test_each_menu_answers_on_every_message(
    world: Stack, join: Join, place: Callable[[Stack], Awaitable[Channel]]
) -> None:
    """Of the bot, for all and for one alone, and of others, in every kind of place; to one alone.

    Also on what was posted before a restart.
    """
    async with joined(world):
        room = await place(world)
        messages = {name: await post(world, room) for name, post in TARGETS.items()}
    await join()
    offered = MENUS.keys() - (IN_SERVERS if room.guild_id is None else set())
    for menu in offered:
        for name, pattern in MENUS[menu].items():
            asked = await world.anna.context_menu(room, menu, messages[name])
            shown = await seen(world, asked)
            assert re.match(pattern, shown, re.DOTALL), (menu, name, shown)
