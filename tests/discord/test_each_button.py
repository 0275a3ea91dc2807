"""Each button and menu, on a post that has it: after a restart, and as an older version wrote it.

A button without a row fails `test_each_button_has_a_row`, and one more on a post fails that post.
"""

import re
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import pytest
from simcord.components import walk_components

from bot.interface.client import AtelierClient
from demo.discord import Interaction, Message
from demo.relay import faults
from demo.stack import KEY, Stack
from tests.acting import (
    WITHIN,
    Held,
    answered,
    at_work,
    finished,
    imagine,
    png,
    say,
    whispered,
)
from tests.worlds import Join, joined

Make = Callable[[Stack], Awaitable[Message]]

UNVERSIONED: Final = frozenset(
    (
        *("edit", "here", "redo", "retry", "regenerate", "cancel"),
        *("stop", "show", "more", "original", "imagine", "collect"),
    )
)
"""What was there before custom ids had a version. All others never were without, or have none."""

OF_DISCORD: Final[dict[int, Callable[[Stack], object]]] = {
    5: lambda world: world.ben,
    6: lambda world: world.guild.create_role("Painters"),
    8: lambda world: world.art,
}
"""What is chosen in a menu of members, roles or channels (Discord docs, Components: types)."""

FORMER: Final = {"here-thing-ask"}
"""What older posts alone have."""


def as_before(custom_id: str) -> str:
    """Return how an older version wrote a custom id; the same if none wrote it otherwise."""
    verb = verb_of(custom_id)
    if verb == "here-things-ask":
        job, things = custom_id.split(":")[2:]
        return f"atl:here-thing-ask:{job}:{int(things).bit_length() - 1}"
    return custom_id.replace("atl:2:", "atl:") if verb in UNVERSIONED else custom_id


@dataclass(frozen=True, slots=True)
class Post:
    """Say how a post comes about, and of each of its buttons and menus what a press shows.

    That is a pattern for what `seen` returns, in the order in which they are pressed.
    """

    make: Make
    shows: dict[str, str]
    survives: bool = True
    """Whether there is still something to press after a restart."""


def verb_of(custom_id: str) -> str:
    """Return the name of a button or menu in its custom id, or in the template of that."""
    return ":".join(re.findall(r"(?<=:)[a-z][a-z-]*(?=:|$)", custom_id.replace("(?:2:)?", "")))


def controls(message: Message) -> dict[str, str]:
    """Map the names of a message's buttons and menus to their custom ids."""
    ids = [str(each.custom_id) for each in (*message.selects, *message.buttons) if each.custom_id]
    return {verb_of(custom_id): custom_id for custom_id in reversed(ids)}


async def pressed(world: Stack, message: Message, verb: str) -> Interaction:
    """Press a button, or choose the last that a menu offers, as whoever sees the message."""
    custom_id = controls(message)[verb]
    by = world.ben if message.channel_id == world.ben.dm.id else world.anna
    for menu in message.selects:
        if menu.custom_id == custom_id:
            kind = menu.payload["type"]
            chosen = OF_DISCORD[kind](world) if kind in OF_DISCORD else list(menu.options)[-1]
            return await by.select(message, custom_id, [chosen])
    return await by.press(message, custom_id)


async def seen(world: Stack, asked: Interaction) -> str:
    """Return what whoever pressed gets to see: a form, or how many pictures for whom, and words."""
    source = asked.source
    before = source.payload if source else None
    if modal := (await asked.response(within=WITHIN)).modal:
        return f"a form: {modal.title}"

    def answer() -> Message | None:
        for message in (*asked.followups, asked.message, source):
            if message and not message.loading and (message != source or source.payload != before):
                return message
        return None

    message = await world.discord.wait_for(answer, within=WITHIN)
    assert message is not None
    if message.deleted:
        return "gone"
    message = await finished(world, message)
    whom = "alone" if message.ephemeral else "for all"
    where = "in place, " if message == source else ""
    return f"{where}{len(message.pictures)} {whom}: {message.text}"


def age(world: Stack, message: Message) -> None:
    """Let a post be one of an older version, by its custom ids."""
    model = world.discord.model
    stored = model.message(message.channel_id, message.id)
    assert stored is not None
    for part in walk_components(stored.components):
        if "custom_id" in part:
            part["custom_id"] = as_before(part["custom_id"])
    model._made.pop(message.id, None)


# How each post comes about


async def picture(world: Stack) -> Message:
    """Make a picture for all."""
    return await imagine(world, aspect="1:1")


async def picture_without_thread(world: Stack) -> Message:
    """Make a picture where the server wants a thread on it to be asked for."""
    page = await settings_page("where")(world)
    opened = await pressed(world, page, "set-form-where")
    await opened.response(within=WITHIN)
    sent = await world.anna.submit(opened, {"threads": "ask", "age_restricted_only": False})
    await answered(world, sent)
    return await picture(world)


async def private(world: Stack) -> Message:
    """Make a picture for anna alone."""
    return await imagine(world, aspect="1:1", private=True)


async def panel(world: Stack) -> Message:
    """Look behind More."""
    return await answered(world, await world.anna.press(await picture(world), label="More"))


async def words(world: Stack) -> Message:
    """Have a question answered in words."""
    return await say(world, f"{world.discord.bot_mention} hello")


async def failed(world: Stack) -> Message:
    """Ask for a picture that the model refuses."""
    world.relay.next(faults.refuse("IMAGE_SAFETY", None))
    return await imagine(world)


async def painting(world: Stack) -> Message:
    """Ask for a picture that takes its time."""
    world.relay.next(faults.slow(0.5))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    await at_work(world)
    return await asked.result(within=WITHIN)


async def writing(world: Stack) -> Message:
    """Ask for words that take their time."""
    world.relay.next(faults.slow(0.5))
    asked = await world.anna.send(world.art, f"{world.discord.bot_mention} hello")
    line = await world.art.wait_for_message(after=asked, within=WITHIN)
    return await world.discord.message_changed(line, lambda seen: seen.buttons, within=WITHIN)


async def kept(world: Stack) -> Message:
    """Cancel a picture too late: it is kept."""
    held = Held()
    world.relay.next(held)
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    line = await asked.result(within=WITHIN)
    await at_work(world)
    await answered(world, await world.anna.press(line, label="Cancel"))
    held.let_go()
    return await finished(world, line)


async def description(world: Stack) -> Message:
    """Have a picture put into words."""
    photo = ("cat.png", png(70, 50))
    return await answered(world, await world.anna.slash(world.art, "describe", image=photo))


async def cats(world: Stack) -> Message:
    """Post two pictures at once."""
    files = [("a.png", png(70, 50)), ("b.png", png(50, 90))]
    return await world.ben.send(world.art, "my cats", files=files)


async def which_to_describe(world: Stack) -> Message:
    """Ask for a description of two pictures at once."""
    asked = await world.anna.context_menu(world.art, "Describe picture", await cats(world))
    return await answered(world, asked)


async def which_to_edit(world: Stack) -> Message:
    """Reply to two pictures at once."""
    return await say(world, f"{world.discord.bot_mention} blur it", reply_to=await cats(world))


async def collected(world: Stack) -> Message:
    """Collect two pictures."""
    asked = await world.anna.context_menu(world.art, "Use as reference", await cats(world))
    return await answered(world, asked)


async def proposal(world: Stack) -> Message:
    """Ask for better words."""
    return await imagine(world, improve=True)


async def versions(world: Stack) -> Message:
    """List more versions than a page has."""
    answer = await picture(world)
    for _ in range(10):
        answer = await say(world, "blur it", reply_to=answer)
    return await answered(world, await world.anna.slash(world.art, "history"))


async def screen(world: Stack) -> Message:
    """Ask what can be done."""
    return await answered(world, await world.anna.slash(world.art, "help"))


async def deleting(world: Stack) -> Message:
    """Be asked whether a post is to be deleted."""
    asked = await world.anna.context_menu(world.art, "Delete", await picture(world))
    return await answered(world, asked)


async def grid(world: Stack) -> Message:
    """Point at one of two pictures."""
    both = await imagine(world, count=2, aspect="1:1")
    return await answered(world, await world.anna.press(both, label="Only here"))


async def things(world: Stack) -> Message:
    """Have the things in a picture named."""
    over = await answered(world, await world.anna.press(await picture(world), label="Only here"))
    return await answered(world, await world.anna.press(over, label="By name"))


async def consent(world: Stack) -> Message:
    """Let ben be asked for his avatar."""
    world.ben.wear(png(70, 50))
    asked = await world.anna.slash(world.art, "imagine", prompt="a knight", person=world.ben)
    await whispered(world, asked)
    return await world.ben.dm.wait_for_message(within=WITHIN)


async def styles(world: Stack) -> Message:
    """List more styles than a page has."""
    for name in "abcdef":
        kept = await world.anna.slash(world.art, "style save", name=name, words="black ink")
        await answered(world, kept)
    return await answered(world, await world.anna.slash(world.art, "style list"))


async def deleting_a_style(world: Stack) -> Message:
    """Be asked whether a style is to be deleted."""
    await styles(world)
    return await answered(world, await world.anna.slash(world.art, "style delete", name="a"))


async def usage(world: Stack) -> Message:
    """List more members than a page of what was used has."""
    month = f"{datetime.now(UTC):%Y-%m}"
    sums = [(world.guild.id, month, "member", str(number), 1) for number in range(12)]
    with closing(sqlite3.connect(world.folder / "data" / "atelier.db")) as database, database:
        database.executemany(
            "INSERT INTO tallies (guild_id, period, subject, key, pictures) VALUES (?, ?, ?, ?, ?)",
            sums,
        )
    panel = await answered(world, await world.anna.slash(world.art, "usage"))
    await world.anna.select(panel, controls(panel)["usage"], ["members"])
    return await world.discord.message_changed(panel, lambda seen: "<@" in seen.text, within=WITHIN)


async def settings(world: Stack) -> Message:
    """Open the panel of the server's settings."""
    return await answered(world, await world.anna.slash(world.art, "settings panel"))


def settings_page(topic: str) -> Make:
    """Return what opens a page of the panel."""

    async def opened(world: Stack) -> Message:
        message = await settings(world)
        before = message.payload
        await world.anna.select(message, controls(message)["set-topic"], [topic])
        return await world.discord.message_changed(
            message, lambda seen: seen.payload != before, within=WITHIN
        )

    return opened


async def settings_file(world: Stack) -> Message:
    """Ask what a file of settings would change."""
    file = ("settings.toml", b"spoilers = true")
    return await answered(world, await world.anna.slash(world.art, "settings import", file=file))


async def many_blocked(world: Stack) -> Message:
    """Block more members than a page lists."""
    message = await settings_page("blocked")(world)
    many = [world.discord.create_member(world.guild, f"guest{number}") for number in range(26)]
    for members in (many[:13], many[13:]):
        before = message.payload
        await world.anna.select(message, "atl:2:set-block", members)
        await world.discord.message_changed(
            message, lambda seen, before=before: seen.payload != before, within=WITHIN
        )
    return message


async def own_relay(world: Stack) -> Message:
    """Let the server have a relay of its own, and open the page that tells of it."""
    none = await settings_page("service")(world)
    form = await world.anna.press(none, "atl:2:own-relay")
    await form.response(within=WITHIN)
    entered = {"address": world.relay.url, "key": KEY, "auth": ["bearer"]}
    return await answered(world, await world.anna.submit(form, entered))


async def privacy(world: Stack) -> Message:
    """See what is kept."""
    await picture(world)
    return await answered(world, await world.anna.slash(world.art, "privacy show"))


async def forgetting_me(world: Stack) -> Message:
    """Be asked whether one is to be forgotten."""
    return await answered(world, await world.anna.slash(world.art, "privacy forget"))


async def over(world: Stack) -> Message:
    """See a line whose picture is there by now, as a client that missed it does."""
    job = controls(await picture(world))["redo"].rsplit(":", 1)[1]
    buttons = [
        {"type": 2, "style": 2, "label": verb, "custom_id": f"atl:2:{verb}:{job}"}
        for verb in ("cancel", "stop")
    ]
    return await world.ben.send(world.art, components=[{"type": 1, "components": buttons}])


async def blocked(world: Stack) -> Message:
    """Choose Block on somebody who is blocked."""
    asked = await world.anna.user_menu(world.art, "Block or unblock", world.ben)
    await asked.response(within=WITHIN)
    await answered(world, await world.anna.submit(asked, {}))
    again = await world.anna.user_menu(world.art, "Block or unblock", world.ben)
    return await answered(world, again)


async def reportable(world: Stack) -> Message:
    """Have ben make a picture, in a server that takes reports."""
    page = await settings_page("records")(world)
    await seen(world, await pressed(world, page, "set-log-channel"))
    form = await pressed(world, page, "set-form-records")
    await form.response(within=WITHIN)
    await seen(world, await world.anna.submit(form, {"reports": True}))
    return await answered(world, await world.ben.slash(world.art, "imagine", prompt="a kite"))


async def panel_of_ben(world: Stack) -> Message:
    """Look behind More of what somebody else made."""
    made = await reportable(world)
    return await answered(world, await world.anna.press(made, label="More"))


async def reported(world: Stack) -> Message:
    """Report it."""
    form = await world.anna.context_menu(world.art, "Report", await reportable(world))
    await form.response(within=WITHIN)
    await answered(world, await world.anna.submit(form, {}))
    return await world.art.wait_for_message(lambda each: each.text.startswith("🚩"), within=WITHIN)


OVER: Final = r"0 alone: (That is done already|It is being painted already)"
"""The latter in the moment between a post and its row."""

OPENED: Final = r"0 alone: 🧵 The thread is open: <#\d+>|in place, 1 for all: \*\*a red kite"
"""The post itself changes, too: it has a thread now."""

POSTS: Final = {
    "picture": Post(
        picture,
        {
            "more": r"0 alone: \*\*a red kite.* Chosen: 1:1",
            "redo": r"1 for all: \*\*a red kite.* once more",
            "vary": r"4 for all: \*\*Variation of a red kite.*\[from this picture",
            "aspect": r"a form: Aspect",
            "upscale": r"1 for all: \*\*Upscaled to 2K: a red kite.*\[from this picture",
            "here": r"1 alone: .*Choose what may change",
            "edit": r"a form: Edit this picture",
        },
    ),
    "private": Post(
        private,
        {
            "more": r"0 alone: \*\*a red kite",
            "redo": r"1 alone: .* once more",
            "vary": r"4 alone: ",
            "aspect": r"a form: Aspect",
            "upscale": r"1 alone: \*\*Upscaled to 2K",
            "here": r"1 alone: .*Choose what may change",
            "edit": r"a form: Edit this picture",
            "share": r"1 for all: \*\*a red kite",
        },
    ),
    "picture without a thread": Post(
        picture_without_thread,
        {
            "thread": OPENED,
            "more": r"0 alone: \*\*a red kite",
            "redo": r"1 for all: ",
            "vary": r"4 for all: ",
            "aspect": r"a form: Aspect",
            "upscale": r"1 for all: ",
            "here": r"1 alone: ",
            "edit": r"a form: Edit this picture",
        },
    ),
    "panel": Post(
        panel,
        {
            "original": r"1 alone: $",
            "collect": r"0 alone: .*One picture waits",
            "spoiler": r"0 alone: Hidden now",
            "delete": r"0 alone: .*Delete this post",
        },
    ),
    "words": Post(words, {"regenerate": r"0 for all: I am a demo"}),
    "failed": Post(failed, {"retry": r"1 for all: \*\*a red kite"}),
    "painting": Post(painting, {"cancel": r"0 alone: .*being painted"}, survives=False),
    "writing": Post(writing, {"stop": r"0 alone: Stopped"}, survives=False),
    "over": Post(over, {"cancel": OVER, "stop": OVER}),
    "kept": Post(kept, {"show": r"1 for all: \*\*a kite"}),
    "description": Post(description, {"imagine": r"a form: Paint this"}),
    "which to describe": Post(which_to_describe, {"which": r"0 alone: .*70x50"}),
    "which to edit": Post(which_to_edit, {"pick": r"in place, 1 for all: \*\*blur it"}),
    "collected": Post(
        collected,
        {
            "collected:see": r"2 alone: .*2 pictures wait",
            "collected:clear": r"in place, 0 alone: No picture waits",
        },
    ),
    "proposal": Post(
        proposal,
        {"words": r"a form: Paint this", "paint": r"1 for all: \*\*a red kite, in soft"},
    ),
    "proposal of the same": Post(proposal, {"mine": r"1 for all: \*\*a red kite\*"}),
    "versions": Post(
        versions,
        {
            "page": r"in place, 3 alone: .*page 2 of 2",
            "versions": r"0 for all: .* went back to version 2",
        },
    ),
    "help": Post(screen, {"example": r"a form: Paint this"}),
    "deleting": Post(deleting, {"confirm": r"in place, 0 alone: Deleted"}),
    "grid": Post(
        grid,
        {
            "here-which": r"in place, 1 alone: .*Choose what may change",
            "here-cells": r"in place, 1 alone: .*Choose what may change",
            "here-ask": r"a form: Change only this part",
            "here-mask": r"a form: Change only this part",
            "here-names": r"1 alone: .*Choose what may change",
        },
    ),
    "things": Post(
        things,
        {
            "here-thing": r"in place, 1 alone: .*Choose what may change",
            "here-things-ask": r"a form: Change only this part",
        },
    ),
    "styles": Post(
        styles,
        {
            "style-use": r"a form: Paint in the style a",
            "style-delete": r"0 alone: .*Delete this style",
            "style-page": r"in place, 0 alone: .*page 2 of 2",
        },
    ),
    "deleting a style": Post(
        deleting_a_style, {"style-confirm": r"in place, 0 alone: The style “a” is deleted"}
    ),
    "usage": Post(
        usage,
        {
            "usage-next": r"in place, 1 alone: .*<@0>",
            "usage-table": r"0 alone: .*for a spreadsheet",
            "usage": r"in place, 0 alone: .*Nothing was used",
        },
    ),
    "settings": Post(settings, {"set-topic": r"in place, 0 alone: .*Blocked members"}),
    "settings: where": Post(
        settings_page("where"),
        {
            "set-channels": r"in place, 0 alone: ✅ Changed: Channels",
            "set-form-where": r"a form: Where",
        },
    ),
    "settings: who": Post(
        settings_page("who"),
        {
            "set-roles": r"in place, 0 alone: ✅ Changed: Roles",
            "set-editors": r"in place, 0 alone: ✅ Changed: Who may change a picture",
            "set-form-who": r"a form: Who",
        },
    ),
    "settings: models": Post(
        settings_page("models"),
        {
            "set-image-model": r"in place, 0 alone: ✅ Changed: Model for pictures",
            "set-chat-model": r"in place, 0 alone: ✅ Changed: Model for words",
            "set-models": r"in place, 0 alone: ✅ Changed: Models",
            "set-form-models": r"a form: Models",
        },
    ),
    "settings: how much": Post(settings_page("much"), {"set-form-much": r"a form: How much"}),
    "settings: shown": Post(settings_page("shown"), {"set-form-shown": r"a form: How it is shown"}),
    "settings: features": Post(
        settings_page("features"), {"set-form-features": r"a form: Features"}
    ),
    "settings: records": Post(
        settings_page("records"),
        {
            "set-log-channel": r"in place, 0 alone: ✅ Changed: Log channel",
            "set-form-records": r"a form: Records",
        },
    ),
    "settings: blocked": Post(
        many_blocked,
        {
            "set-block": r"in place, 0 alone: 🚫 Blocked: <@",
            "set-blocked": r"in place, 0 alone: .*26\. <@",
            "set-unblock": r"in place, 0 alone: ✅ Let in again: <@",
        },
    ),
    "own relay": Post(
        own_relay,
        {
            "own-relay": r"a form: Our own picture service",
            "own-relay-remove": r"0 alone: .*no picture service of its own",
        },
    ),
    "settings: file": Post(
        settings_file, {"set-import": r"in place, 0 alone: ✅ Changed: Pictures as spoilers"}
    ),
    "blocked": Post(blocked, {"unblock": r"in place, 0 alone: ✅ .* can ask me again"}),
    "panel of ben": Post(panel_of_ben, {"report": r"a form: Report this"}),
    "reported": Post(
        reported,
        {
            "block-author": r"a form: Block this member",
            "report-dismiss": r"in place, 0 for all: .* dismissed this",
        },
    ),
    "reported, and bad": Post(reported, {"report-delete": r"in place, 0 for all: .* deleted it"}),
    "privacy": Post(
        privacy,
        {
            "privacy:export": r"0 alone: .*This is what I keep of you",
            "privacy:forget": r"0 alone: .*Shall I forget you",
        },
    ),
    "forgetting me": Post(
        forgetting_me,
        {
            "privacy:export": r"0 alone: .*This is what I keep of you",
            "privacy:erase": r"in place, 0 alone: .*You are forgotten",
        },
    ),
    "consent": Post(consent, {"avatar": r"in place, 0 for all: .*Atelier's demo"}),
}
OLD_POSTS: Final = [
    name for name, post in POSTS.items() if post.shows.keys() & (UNVERSIONED | {"here-things-ask"})
]


async def test_each_button_has_a_row(client: AtelierClient) -> None:
    """Also what older posts alone have."""
    templates = [item.__discord_ui_compiled_template__ for item in client.pressable]
    known = {verb_of(template.pattern) for template in templates}
    assert known == {verb for post in POSTS.values() for verb in post.shows} | FORMER


@pytest.mark.parametrize("name", POSTS)
async def test_each_button_works_after_a_restart(world: Stack, join: Join, name: str) -> None:
    """Of what is at work, before one: afterwards nothing is left to be pressed."""
    post = POSTS[name]
    if post.survives:
        async with joined(world):
            message = await post.make(world)
        await join()
    else:
        await join()
        message = await post.make(world)
    for verb, pattern in post.shows.items():
        shown = await seen(world, await pressed(world, message, verb))
        assert re.match(pattern, shown, re.DOTALL), (verb, shown)


@pytest.mark.parametrize("name", OLD_POSTS)
async def test_each_button_of_an_older_post_works(world: Stack, join: Join, name: str) -> None:
    """It does what it does on a post of today."""
    post = POSTS[name]
    await join()
    message = await post.make(world)
    for verb, pattern in post.shows.items():
        former = verb_of(as_before(controls(message)[verb]))
        age(world, message)
        shown = await seen(world, await pressed(world, message, former))
        assert re.match(pattern, shown, re.DOTALL), (verb, shown)
