"""Which versions a conversation has, and going back to them."""

import asyncio

import discord
import pytest

from bot.domain.job import Shown
from bot.interface.client import AtelierClient
from demo.discord import Channel, Interaction, Member, Message
from demo.stack import Stack
from tests.acting import (
    WITHIN,
    answered,
    contents,
    finished,
    imagine,
    roles,
    say,
    texts,
    until,
    whispered,
)
from tests.worlds import Join, store_of

COMPONENT = 3
"""Discord docs, Interactions, Interaction Type."""

STRING_SELECT = 3
"""Discord docs, Components, Component Type."""

PRIVATE_THREAD = 12
"""Discord docs, Channels Resource, Channel Types."""

NOW = "◀ now"


async def known(client: AtelierClient, message: Message) -> Message:
    """Return a message once it is written down what it shows, a moment after members see it."""
    for _ in range(int(WITHIN * 100)):
        if await client.services.posted_pictures.shown_in(message.id, None):
            return message
        await asyncio.sleep(0.01)
    raise TimeoutError


@pytest.fixture
async def five(world: Stack, client: AtelierClient) -> list[Message]:
    """Give the messages of five versions in two branches: 1, 2, 3 and 1, 4, 5."""
    one = await known(client, await imagine(world, "a red kite"))
    two = await known(client, await say(world, "make it blue", reply_to=one))
    three = await known(client, await say(world, "blur it", reply_to=two, by=world.ben))
    four = await known(client, await say(world, "invert it", reply_to=one))
    five = await known(client, await say(world, "make it black and white", reply_to=four))
    return [one, two, three, four, five]


async def history(
    world: Stack, *, by: Member | None = None, channel: Channel | None = None
) -> Message:
    """Use `/history` and return the list."""
    return await answered(world, await (by or world.anna).slash(channel or world.art, "history"))


async def undo(world: Stack, *, channel: Channel | None = None) -> Message:
    """Use anna's `/undo` and return the answer."""
    return await answered(world, await world.anna.slash(channel or world.art, "undo"))


async def edit(world: Stack, channel: Channel | None = None) -> Message:
    """Use anna's `/edit` without a picture and return the answer."""
    asked = await world.anna.slash(channel or world.art, "edit", prompt="make it darker")
    return await answered(world, asked)


async def choose(world: Stack, listed: Message, label: str) -> Interaction:
    """Choose the version whose label begins so, as anna, from a list."""
    (menu,) = listed.selects
    value = next(value for value, shown in menu.options.items() if shown.startswith(label))
    return await world.anna.select(listed, menu.custom_id, [value])


def forge(member: Member, listed: Message, value: str) -> Interaction:
    """Choose what a list does not offer."""
    (menu,) = listed.selects
    data = {"custom_id": menu.custom_id, "component_type": STRING_SELECT, "values": [value]}
    return member._open(COMPONENT, listed.channel_id, data, source=listed)


async def said(world: Stack, words: str, *, channel: Channel | None = None) -> Message:
    """Return the bot's public message that says this."""
    room = channel or world.art
    return await room.wait_for_message(lambda message: words in message.text, within=WITHIN)


def entries(listed: Message) -> list[list[str]]:
    """Return what a list says of each version: its marks, what was asked, and its origin."""
    lines = listed.text.split("\n")[1:]
    return [lines[start : start + 3] for start in range(0, len(lines), 3)]


def marks(listed: Message) -> list[str]:
    """Return the first line of each version of a list."""
    return [entry[0].replace("**", "") for entry in entries(listed)]


def asked(world: Stack) -> list[str]:
    """Return what the last request says was asked, from the root on."""
    return [text for content in contents(world)[::2] for text in texts(content)]


async def move(client: AtelierClient, message: Message, channel_id: int) -> None:
    """Write down that a message is in another channel; 0 is for its author alone."""
    (shown,) = await client.services.posted_pictures.shown_in(message.id, None)
    elsewhere = Shown(message.id, 0, shown.turn_id, shown.part, channel_id)
    await store_of(client).posted(0, [elsewhere], discord.utils.utcnow())


def hide(channel: Channel, member: Member) -> None:
    """Take a member's sight of a channel."""
    denied = discord.Permissions(view_channel=True)
    channel.model.deny(channel.id, member.id, denied)


def hidden_from(client: AtelierClient, channel_id: int) -> bool:
    """Tell whether the bot knows that a channel is not for everybody."""
    channel = client.get_channel(channel_id)
    return isinstance(channel, discord.TextChannel) and bool(channel.overwrites)


def knows_threads(client: AtelierClient, world: Stack, thread_ids: set[int]) -> bool:
    """Tell whether the bot was told of these threads."""
    guild = client.get_guild(world.guild.id)
    return guild is not None and thread_ids <= {thread.id for thread in guild.threads}


async def forget(client: AtelierClient, message: Message) -> int:
    """Delete the turn that a message shows."""
    (shown,) = await client.services.posted_pictures.shown_in(message.id, None)
    turn_id = shown.turn_id
    await store_of(client).write(
        lambda connection: connection.exec_driver_sql("DELETE FROM turns WHERE id = ?", (turn_id,))
    )
    return turn_id


async def open_thread(world: Stack, client: AtelierClient) -> Channel:
    """Use anna's `/chat` and return the thread, with its first turn answered."""
    await world.anna.slash(world.art, "chat", message="My name is Anna.")
    (thread,) = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    answer = await finished(world, await thread.wait_for_message(within=WITHIN))
    await known(client, answer)
    return thread


async def test_the_history_is_a_tree_in_plain_text(world: Stack, five: list[Message]) -> None:
    """Number, branch, prompt, author and link of each version, the oldest first."""
    listed = await history(world)
    assert listed.ephemeral
    assert marks(listed) == ["1", "2", "3", "4 · ↳ from 1", f"5 · {NOW}"]
    prompts = [entry[1] for entry in entries(listed)]
    assert prompts == [
        "a red kite",
        "make it blue",
        "blur it",
        "invert it",
        "make it black and white",
    ]
    origin = entries(listed)[2][2]
    place = f"https://discord.com/channels/{world.guild.id}/{world.art.id}"
    assert origin == f"-# {world.ben.mention} · [show]({place}/{five[2].id})"
    assert not world.discord.unknown_routes


@pytest.mark.usefixtures("five")
async def test_each_version_has_a_small_picture(world: Stack) -> None:
    """Made of the stored one: some kilobytes, with alt text, and it pings nobody."""
    listed = await history(world)
    assert [(each.width, each.height) for each in listed.pictures[1:]] == [(160, 87)] * 5
    assert all(each.description for each in listed.pictures)
    assert sum(len(each.bytes()) for each in listed.pictures) < 150_000
    assert not world.discord.pings


@pytest.mark.usefixtures("five")
async def test_a_picture_shows_the_versions_as_a_tree(world: Stack) -> None:
    """Three beside each other, and two below; its alt text says the same in words."""
    tree = (await history(world)).pictures[0]
    assert (tree.width, tree.height) == (3 * 252 + 36, 2 * 196 + 36)
    assert tree.description == (
        "The versions as a tree: 1 begins anew · 2 from 1 · 3 from 2 · 4 from 1 · 5 from 4 · now: 5"
    )


@pytest.mark.usefixtures("client")
async def test_one_version_is_no_tree(world: Stack, client: AtelierClient) -> None:
    """Its thumbnail shows all that there is to be seen."""
    await known(client, await imagine(world, "a red kite"))
    assert [each.width for each in (await history(world)).pictures] == [160]


async def test_words_alone_are_not_drawn(world: Stack, client: AtelierClient) -> None:
    """A talk without any picture is a list."""
    thread = await open_thread(world, client)
    await known(client, await say(world, "I like kites.", channel=thread))
    assert not (await history(world, channel=thread)).pictures


@pytest.mark.usefixtures("five")
async def test_a_list_needs_no_tree(world: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it can't be drawn, the versions are listed all the same."""

    def full(target: object, tiles: object) -> None:
        raise OSError(target, tiles)

    monkeypatch.setattr("bot.pictures.tree_drawing.draw_tree", full)
    listed = await history(world)
    assert [each.width for each in listed.pictures] == [160] * 5
    assert marks(listed) == ["1", "2", "3", "4 · ↳ from 1", f"5 · {NOW}"]
    await choose(world, listed, "2 ")
    await said(world, "went back to version 2: make it blue")


@pytest.mark.usefixtures("five")
async def test_the_tree_follows_what_was_chosen(world: Stack) -> None:
    """The list made anew has another picture, of which the words say what is present."""
    listed = await history(world)
    await choose(world, listed, "2 ")
    await world.discord.message_changed(listed, lambda seen: NOW in marks(seen)[1], within=WITHIN)
    assert str(listed.pictures[0].description).endswith("now: 2")


@pytest.mark.usefixtures("five")
async def test_the_list_is_in_the_callers_language(world: Stack) -> None:
    """It is for the caller alone, so it follows the caller."""
    listed = await history(world, by=world.ben)
    assert "版本" in listed.text
    assert "↳ 来自 1" in listed.text


@pytest.mark.usefixtures("client")
async def test_where_nothing_was_made_a_sentence_says_what_to_do(world: Stack) -> None:
    """Both for the list and for going back."""
    assert "no versions here yet" in (await history(world)).text
    assert "no versions here yet" in (await undo(world)).text


async def test_edit_goes_on_from_what_was_chosen(world: Stack, five: list[Message]) -> None:
    """The next `/edit` changes the old version, with the history of its own branch alone."""
    await choose(world, await history(world), "2 ")
    told = await said(world, "went back to version 2: make it blue")
    assert told.text.startswith(f"-# ↩️ {world.anna.mention}")
    assert str(five[1].id) in told.text
    await edit(world)
    assert asked(world) == ["a red kite", "make it blue", "make it darker"]


@pytest.mark.usefixtures("five")
async def test_the_list_shows_what_was_chosen(world: Stack) -> None:
    """The present version is marked, and what came of it is called undone."""
    listed = await history(world)
    await choose(world, listed, "2 ")
    await world.discord.message_changed(listed, lambda seen: NOW in marks(seen)[1], within=WITHIN)
    assert marks(listed) == ["1", f"2 · {NOW}", "3 · undone, but kept", "4 · ↳ from 1", "5"]


async def test_what_is_newer_ends_the_choice(
    world: Stack, client: AtelierClient, five: list[Message]
) -> None:
    """Once something newer is posted there, that is what `/edit` means again."""
    await choose(world, await history(world), "2 ")
    await said(world, "went back to version 2")
    await known(client, await say(world, "make it green", reply_to=five[4]))
    await edit(world)
    assert asked(world)[1:] == [
        "invert it",
        "make it black and white",
        "make it green",
        "make it darker",
    ]


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("made", [0, 1])
async def test_undo_of_nothing_is_told_to_whoever_asked(world: Stack, made: int) -> None:
    """In their own language, and to nobody else: it is no news to the others."""
    for _ in range(made):
        await imagine(world)
    told = await whispered(world, await world.ben.slash(world.art, "undo"))
    assert ("之前没有" if made else "还没有版本") in told.text
    assert len([each for each in world.art.messages if each.from_bot]) == made


@pytest.mark.usefixtures("five")
async def test_undo_goes_back_step_by_step_to_the_root(world: Stack) -> None:
    """Each time to what the version was made from; at the root it says so and changes nothing."""
    first = await undo(world)
    assert "went back to version 4: invert it" in first.text
    assert "Version 5 is not deleted: `/history`" in first.text
    assert [each.width for each in first.pictures] == [160]
    assert not first.ephemeral
    assert "went back to version 1: a red kite" in (await undo(world)).text
    assert "nothing before version 1" in (await undo(world)).text
    undone = "undone, but kept"
    assert marks(await history(world)) == [
        f"1 · {NOW}",
        f"2 · {undone}",
        f"3 · {undone}",
        f"4 · ↳ from 1 · {undone}",
        f"5 · {undone}",
    ]
    await edit(world)
    assert asked(world) == ["a red kite", "make it darker"]


@pytest.mark.usefixtures("five")
async def test_what_was_undone_can_be_gone_back_to(world: Stack) -> None:
    """The list brings it back."""
    await undo(world)
    await choose(world, await history(world), "5 ")
    await said(world, "went back to version 5")
    await edit(world)
    assert asked(world)[1:-1] == ["invert it", "make it black and white"]


async def test_a_thread_goes_on_from_what_was_chosen(world: Stack, client: AtelierClient) -> None:
    """The next message of a kept thread continues the chosen turn, and the one after that it."""
    thread = await open_thread(world, client)
    await known(client, await say(world, "I like kites.", channel=thread))
    listed = await history(world, channel=thread)
    assert [entry[1] for entry in entries(listed)] == ["My name is Anna.", "I like kites."]
    await choose(world, listed, "1 ")
    await said(world, "went back to version 1", channel=thread)
    await known(client, await say(world, "I like boats.", channel=thread))
    assert asked(world) == ["My name is Anna.", "I like boats."]
    await known(client, await say(world, "What do I like?", channel=thread))
    assert asked(world)[1:] == ["I like boats.", "What do I like?"]
    assert roles(world) == ["user", "model"] * 2 + ["user"]


async def test_undo_in_a_thread_goes_back_a_turn(world: Stack, client: AtelierClient) -> None:
    """Words are versions there; at the first of them it says so."""
    thread = await open_thread(world, client)
    await known(client, await say(world, "I like kites.", channel=thread))
    back = await undo(world, channel=thread)
    assert "went back to version 1: My name is Anna." in back.text
    assert "nothing before version 1" in (await undo(world, channel=thread)).text
    assert "no picture to change" in (await edit(world, thread)).text


async def test_a_choice_and_a_list_outlive_a_restart(world: Stack, join: Join) -> None:
    """What was chosen still holds, and the menu of an old list still works."""
    before = await join()
    one = await known(before, await imagine(world, "a red kite"))
    two = await known(before, await say(world, "make it blue", reply_to=one))
    await known(before, await say(world, "blur it", reply_to=two))
    listed = await history(world)
    await undo(world)
    await before.close()
    await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=WITHIN)
    after = await join()
    await known(after, await edit(world))
    assert asked(world) == ["a red kite", "make it blue", "make it darker"]
    await choose(world, listed, "1 ")
    await said(world, "went back to version 1")
    await edit(world)
    assert asked(world) == ["a red kite", "make it darker"]


async def test_another_channels_versions_are_seen_by_those_who_may(
    world: Stack, client: AtelierClient, five: list[Message]
) -> None:
    """Who can't view it is told nothing of it; who can does not bring it here, where others are."""
    secret = world.guild.create_text_channel("secret")
    await until(lambda: client.get_channel(secret.id))
    hide(secret, world.ben)
    await move(client, five[1], secret.id)
    await until(lambda: hidden_from(client, secret.id))
    seen = await history(world)
    assert [entry[1] for entry in entries(seen)][1] == "make it blue"
    assert f"/{secret.id}/{five[1].id}" in entries(seen)[1][2]
    assert not [label for label in seen.selects[0].options.values() if "blue" in label]
    unseen = await history(world, by=world.ben)
    assert "blue" not in unseen.text
    assert [mark.split(" ")[0] for mark in marks(unseen)] == ["1", "2", "3", "4"]
    turn_id = (await client.services.posted_pictures.shown_in(five[1].id, None))[0].turn_id
    told = await whispered(world, forge(world.ben, unseen, f"{turn_id}:1"))
    assert "不再" in told.text or "没有" in told.text
    refused = await whispered(world, forge(world.anna, seen, f"{turn_id}:1"))
    assert "Not everybody here sees that version" in refused.text
    assert not [message for message in world.art.messages if "went back" in message.text]


async def test_a_private_threads_versions_are_not_seen_from_outside(
    world: Stack, client: AtelierClient, five: list[Message]
) -> None:
    """But by moderators; a public thread's are seen by all who may view its channel."""
    public = await world.anna.start_thread(world.art, "aside")
    private_id = public.id + 1
    payload = world.art.model.channel_payload(public.id)
    private = {"id": str(private_id), "type": PRIVATE_THREAD}
    world.art.model.emit("THREAD_CREATE", payload | private)
    await until(lambda: knows_threads(client, world, {public.id, private_id}))
    await move(client, five[1], public.id)
    await move(client, five[2], private_id)
    listed = await history(world, by=world.ben)
    assert "make it blue" in listed.text
    assert "blur it" not in listed.text
    assert "blur it" in (await history(world)).text


async def test_a_private_version_is_its_authors_alone(
    world: Stack, client: AtelierClient, five: list[Message]
) -> None:
    """Others are told nothing of it; its author sees it, and can't make others go on from it."""
    await move(client, five[3], 0)
    mine = await history(world)
    assert [mark.split(" ")[0] for mark in marks(mine)] == ["1", "2", "3", "🔒", "4"]
    assert entries(mine)[3][2] == f"-# {world.anna.mention} · only you see it"
    assert marks(mine)[4] == f"4 · {NOW}"
    assert not [label for label in mine.selects[0].options.values() if "invert" in label]
    theirs = await history(world, by=world.ben)
    assert "invert" not in theirs.text
    assert marks(theirs)[3] == "4 · ↳ 来自 1 · ◀ 当前"
    turn_id = (await client.services.posted_pictures.shown_in(five[3].id, None))[0].turn_id
    refused = await whispered(world, forge(world.anna, mine, f"{turn_id}:1"))
    assert "Not everybody here sees that version" in refused.text
    assert "nothing before version 4" in (await undo(world)).text


async def test_a_private_picture_is_no_turn_of_a_thread(
    world: Stack, client: AtelierClient
) -> None:
    """Neither in its list nor in what its next message goes on from."""
    thread = await open_thread(world, client)
    hidden = await world.anna.slash(thread, "imagine", prompt="a secret kite", private=True)
    await known(client, await answered(world, hidden))
    assert "secret" not in (await history(world, channel=thread)).text
    await known(client, await say(world, "Go on.", channel=thread))
    assert asked(world) == ["My name is Anna.", "Go on."]


async def test_a_long_history_has_pages(world: Stack, client: AtelierClient) -> None:
    """The newest versions first; a menu goes back from whatever page it is on."""
    thread = await open_thread(world, client)
    for number in range(2, 13):
        await known(client, await say(world, f"word {number}", channel=thread))
    listed = await history(world, channel=thread)
    assert listed.text.startswith("**Versions** · 12 · page 1 of 2")
    assert [mark.split(" ")[0] for mark in marks(listed)] == [str(n) for n in range(4, 13)]
    assert [button.label for button in listed.buttons] == ["Older"]
    await world.anna.press(listed, label="Older")
    await world.discord.message_changed(
        listed, lambda seen: "page 2 of 2" in seen.text, within=WITHIN
    )
    assert marks(listed) == ["1", "2", "3"]
    assert [button.label for button in listed.buttons] == ["Newer"]
    await choose(world, listed, "2 ")
    await said(world, "went back to version 2: word 2", channel=thread)
    await world.discord.message_changed(listed, lambda seen: NOW in seen.text, within=WITHIN)
    assert marks(listed)[:2] == ["1", f"2 · {NOW}"]
    await world.anna.press(listed, label="Newer")
    await world.discord.message_changed(
        listed, lambda seen: "page 1 of 2" in seen.text, within=WITHIN
    )
    assert all("undone" in mark for mark in marks(listed))


async def test_a_full_page_fits_into_a_message(world: Stack, client: AtelierClient) -> None:
    """The tree, nine thumbnails and the longest prompts stay within Discord's limits."""
    prompt = "*_~`|>#[]() " * 300
    thread = await world.anna.start_thread(world.art, "kites")
    for _ in range(3):
        made = await world.anna.slash(thread, "imagine", prompt=prompt[:4000], count=4)
        await known(client, await answered(world, made))
    listed = await history(world, channel=thread)
    assert len(listed.pictures) == 10
    assert len(listed.text) < 4_000
    assert [button.label for button in listed.buttons] == ["Older"]


async def test_a_deleted_version_can_not_be_chosen(
    world: Stack, client: AtelierClient, five: list[Message]
) -> None:
    """The list stays, and a sentence says that it is gone; the list made anew is without it."""
    listed = await history(world)
    await forget(client, five[2])
    told = await whispered(world, await choose(world, listed, "3 "))
    assert "no longer kept" in told.text
    assert told.ephemeral
    assert listed.selects
    assert "blur it" not in (await history(world)).text
    assert not [message for message in world.art.messages if "went back" in message.text]


async def test_a_page_of_what_was_forgotten_is_gone(world: Stack, client: AtelierClient) -> None:
    """A button of a conversation of which nothing is left says so."""
    thread = await open_thread(world, client)
    for number in range(2, 12):
        await known(client, await say(world, f"word {number}", channel=thread))
    listed = await history(world, channel=thread)
    await store_of(client).write(lambda connection: connection.exec_driver_sql("DELETE FROM turns"))
    pressed = await world.anna.press(listed, label="Older")
    assert "no longer kept" in (await whispered(world, pressed)).text


@pytest.mark.usefixtures("five")
async def test_a_forged_choice_is_refused(world: Stack, client: AtelierClient) -> None:
    """What no list offers, or what is of another server, is no version here."""
    listed = await history(world)
    for value in ("nonsense", f"{10**30}:1"):
        assert "no longer kept" in (await answered(world, forge(world.anna, listed, value))).text
    for value in ("404:1", "1:9"):
        assert "no longer kept" in (await whispered(world, forge(world.anna, listed, value))).text
    other = world.discord.create_guild("Other")
    elsewhere = other.create_text_channel("art")
    world.discord.join(other, world.ben)
    made = await world.ben.slash(elsewhere, "imagine", prompt="a boat")
    await known(client, await answered(world, made))
    own = await history(world, by=world.ben, channel=elsewhere)
    assert "a boat" in own.text
    assert not own.selects


async def test_direct_messages_have_a_history(world: Stack, client: AtelierClient) -> None:
    """What is shown in a server's channel is not listed there; links lead to the messages."""
    one = await known(client, await say(world, "My name is Anna.", channel=world.anna.dm))
    two = await known(client, await say(world, "What is my name?", channel=world.anna.dm))
    listed = await history(world, channel=world.anna.dm)
    place = f"https://discord.com/channels/@me/{world.anna.dm.id}"
    links = [entry[2].split("(")[1].rstrip(")") for entry in entries(listed)]
    assert links == [f"{place}/{one.id}", f"{place}/{two.id}"]
    await move(client, one, world.art.id)
    assert marks(await history(world, channel=world.anna.dm)) == [f"1 · {NOW}"]


async def test_a_thread_may_hold_several_beginnings(world: Stack, client: AtelierClient) -> None:
    """What continues nothing says so, but for the first."""
    thread = await world.anna.start_thread(world.art, "kites")
    for prompt in ("a red kite", "a blue kite"):
        made = await world.anna.slash(thread, "imagine", prompt=prompt)
        await known(client, await answered(world, made))
    listed = await history(world, channel=thread)
    assert marks(listed) == ["1", f"2 · begins anew · {NOW}"]
    assert "nothing before version 2" in (await undo(world, channel=thread)).text


async def test_a_version_whose_file_is_lost_is_listed(
    world: Stack, client: AtelierClient, five: list[Message]
) -> None:
    """Without a thumbnail, beside the others; going back to it shows none either."""
    (shown,) = await client.services.posted_pictures.shown_in(five[3].id, None)
    turn = await client.services.conversations.turn(shown.turn_id)
    (lost,) = [picture.blob.key for _, picture in turn.pictures]
    for path in (world.folder / "data" / "blobs").rglob(f"*{lost.removeprefix('b3-')[4:]}*"):
        path.unlink()
    listed = await history(world)
    assert [each.width for each in listed.pictures[1:]] == [160] * 4
    assert "invert it" in listed.text
    back = await undo(world)
    assert "went back to version 4" in back.text
    assert not back.pictures


async def test_a_reply_to_what_undo_says_edits_that_version(
    world: Stack, client: AtelierClient
) -> None:
    """The thumbnail stands for the picture itself, with its history."""
    first = await imagine(world, "a red kite")
    await known(client, await say(world, "blur it", reply_to=first))
    undone = await undo(world)
    await known(client, undone)
    edited = await say(world, "flip it", reply_to=undone)
    assert edited.pictures
    assert roles(world) == ["user", "model", "user"]
    assert texts(contents(world)[-1]) == ["flip it"]
