"""`/style`: what is kept under a name goes along with a prompt."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.errors import StorageFailed
from bot.domain.style import MOST_OF_MEMBER
from bot.interface.client import AtelierClient
from bot.services.erasure import Housekeeping
from bot.storage.blobs import FileBlobs
from demo.discord import Channel, Member, Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import (
    WITHIN,
    answered,
    contents,
    image,
    pictures,
    png,
    texts,
    whispered,
)
from tests.contract.builders import LATE
from tests.worlds import Join, joined, store_of

FOR_ALL = {"for": "server"}
INK = {"words": "black ink on rough paper", "aspect": "16:9", "size": "2K"}


async def style(
    world: Stack, command: str, *, by: Member | None = None, where: Channel | None = None, **o: Any
) -> Message:
    """Give one of the commands, as anna in art if nothing else is said; return what is told."""
    member = by or world.anna
    return await answered(world, await member.slash(where or world.art, f"style {command}", **o))


async def save(world: Stack, name: str = "Ink", **options: Any) -> Message:
    """Keep a style."""
    return await style(world, "save", name=name, **options)


async def use(world: Stack, name: str = "Ink", **options: Any) -> Message:
    """Paint a kite in a style."""
    return await style(world, "use", name=name, prompt="a red kite", **options)


def config(world: Stack) -> dict[str, Any]:
    """Return which picture the relay was asked for last."""
    body: Any = world.relay.requests[-1].body
    return body["generationConfig"]["imageConfig"]


# Painting


@pytest.mark.usefixtures("client")
async def test_a_style_goes_along_with_a_prompt(world: Stack) -> None:
    """Its pictures before the words, its own words behind them, and its parameters."""
    told = await save(world, **INK, image=("a.png", png(70, 50)), image2=("b.png", png(50, 90)))
    assert told.ephemeral
    assert "This style is kept" in told.text
    made = await use(world)
    assert made.pictures
    assert not made.ephemeral
    assert len(pictures(contents(world)[0])) == 2
    assert texts(contents(world)[0]) == ["a red kite\n\nblack ink on rough paper"]
    assert config(world) == {"aspectRatio": "16:9", "imageSize": "2K"}


@pytest.mark.usefixtures("client")
async def test_the_words_of_a_style_name_what_they_mention(world: Stack) -> None:
    """As those of a prompt do: a model can't read the number of a member or an emoji."""
    logo = world.discord.create_emoji("logo", png())
    await save(world, words=f"as <@{world.ben.id}> draws {logo}")
    await use(world)
    assert texts(contents(world)[0]) == ["a red kite\n\nas @ben draws :logo:"]


@pytest.mark.usefixtures("client")
async def test_a_post_says_which_style_it_is(world: Stack) -> None:
    """As plain words, beside its author; the panel behind More does, too."""
    await save(world, "*Ink*", words="ink")
    made = await use(world, "*ink*")
    assert r"style “\*Ink\*”" in made.text
    panel = await answered(world, await world.anna.press(made, label="More"))
    assert r"style “\*Ink\*”" in panel.text


@pytest.mark.usefixtures("client")
async def test_what_is_given_goes_before_what_is_kept(world: Stack) -> None:
    """And what a model does not take is told of."""
    kept = {f"image{number}": (f"{number}.png", png(30, 20)) for number in (2, 3, 4)}
    model = "gemini-2.5-flash-image"
    await save(world, model=model, image=("1.png", png(30, 20)), **kept)
    made = await use(world, image=("own.png", png(70, 50)))
    first, *others = pictures(contents(world)[0])
    assert "70x50" in first
    assert len(others) == 2
    assert "2 pictures of the style were left out: 3 pictures at most" in made.text


@pytest.mark.usefixtures("client")
async def test_what_was_collected_waits_where_a_style_needs_the_room(world: Stack) -> None:
    """It goes along with the next command."""
    photos = await world.ben.send(world.art, "cats", files=[("a.png", png()), ("b.png", png(9))])
    await answered(world, await world.anna.context_menu(world.art, "Use as reference", photos))
    two = {"image": ("1.png", png(30, 20)), "image2": ("2.png", png(20, 30))}
    await save(world, model="gemini-2.5-flash-image", **two)
    made = await use(world)
    assert len(pictures(contents(world)[0])) == 3
    assert "One of your references went along" in made.text
    assert "One of your references waits for the next time" in made.text


@pytest.mark.usefixtures("client")
async def test_several_are_made_in_private(world: Stack) -> None:
    """As `/imagine` does."""
    await save(world, **INK)
    made = await use(world, count=2, private=True)
    assert made.ephemeral
    assert len(made.pictures) == 2


@pytest.mark.usefixtures("client")
async def test_a_spoiler_makes_spoilers(world: Stack) -> None:
    """In the list, and in what is painted."""
    told = await save(world, image=("SPOILER_cat.png", png()))
    assert told.pictures[0].filename.startswith("SPOILER_")
    assert (await use(world)).pictures[0].filename.startswith("SPOILER_")


@pytest.mark.usefixtures("client")
async def test_a_redo_stays_with_what_was_asked(world: Stack) -> None:
    """Whoever presses, and whatever became of the style."""
    await save(world, **INK, image=("a.png", png(70, 50)))
    made = await use(world)
    confirmed = await style(world, "delete", name="Ink")
    await world.anna.press(confirmed, label="Delete")
    await world.discord.message_changed(confirmed, lambda m: "is deleted" in m.text, within=WITHIN)
    redone = await answered(world, await world.ben.press(made, label="Redo"))
    assert redone.pictures
    assert "style “Ink”" in redone.text
    assert len(pictures(contents(world)[0])) == 1
    assert texts(contents(world)[0]) == [f"a red kite\n\n{INK['words']}"]
    assert config(world)["aspectRatio"] == "16:9"


@pytest.mark.usefixtures("client")
async def test_what_failed_can_be_tried_again_in_the_style(world: Stack) -> None:
    """With all of it."""
    await save(world, **INK)
    world.relay.next(faults.refuse())
    failed = await use(world)
    again = await answered(world, await world.anna.press(failed, label="Try again"))
    assert again.pictures
    assert texts(contents(world)[0]) == [f"a red kite\n\n{INK['words']}"]


async def test_a_style_counts_for_the_day(world: Stack, join: Join) -> None:
    """Painting in one is painting; keeping one costs nothing."""
    await join(daily_pictures=1)
    await save(world, **INK)
    assert (await use(world)).pictures
    assert "picture of today is used up" in (await use(world)).text


@pytest.mark.usefixtures("client")
async def test_a_style_that_there_is_not_gets_a_sentence(world: Stack) -> None:
    """With the name as it was typed, and nothing is sent."""
    told = await use(world, "**Oil**")
    assert r"no style called “\*\*Oil\*\*”" in told.text
    assert not world.relay.requests


@pytest.mark.usefixtures("client")
async def test_a_ratio_can_be_left_to_the_pictures(world: Stack) -> None:
    """Which is what it is without a choice, too."""
    await save(world, aspect="auto", image=("a.png", png(90, 160)), image2=("b.png", png(90, 160)))
    await use(world)
    assert config(world)["aspectRatio"] == "9:16"


# Keeping


@pytest.mark.usefixtures("client")
async def test_a_name_is_there_once(world: Stack) -> None:
    """However it is written; what takes its place is said to."""
    await save(world, "Ink  wash", words="grey")
    told = await save(world, "INK wash", words="blue")
    assert "in place of the one of the same name" in told.text
    await use(world, "ink WASH")
    assert texts(contents(world)[0]) == ["a red kite\n\nblue"]


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "nothing to keep yet"),
        ({"words": "   "}, "nothing to keep yet"),
        ({"name": " ", "words": "ink"}, "needs a name that can be seen"),
        ({"name": "\u200b", "words": "ink"}, "needs a name that can be seen"),
        ({"model": "no-such-model"}, "no model called “no-such-model”"),
        ({"aspect": "1:8"}, "does not take 1:8"),
        ({"image": ("cat.png", b"no picture"), "words": "ink"}, "cat.png"),
    ],
)
async def test_what_can_not_be_kept_gets_a_sentence(
    world: Stack, options: dict[str, Any], said: str
) -> None:
    """And nothing is kept, nor is what was kept before lost."""
    await save(world, words="as before")
    told = await style(world, "save", **({"name": "Ink"} | options))
    assert said in told.text
    await use(world)
    assert texts(contents(world)[0]) == ["a red kite\n\nas before"]


@pytest.mark.usefixtures("client")
async def test_a_member_has_so_many(world: Stack) -> None:
    """One more is refused; the list has pages of them."""
    for number in range(MOST_OF_MEMBER):
        await save(world, f"style {number:02}", words="ink")
    told = await save(world, "one more", words="ink")
    assert f"You have {MOST_OF_MEMBER} styles" in told.text
    first = await style(world, "list")
    assert "page 1 of 5" in first.text
    assert "style 04" in first.text
    assert "style 05" not in first.text
    await world.anna.press(first, label="Next")
    await world.discord.message_changed(
        first, lambda seen: "page 2 of 5" in seen.text and "style 05" in seen.text, within=WITHIN
    )
    assert [each.label for each in first.buttons][-2:] == ["Previous", "Next"]


@pytest.mark.usefixtures("client")
async def test_pictures_are_cleaned_and_kept(world: Stack, client: AtelierClient) -> None:
    """They are no spoils of the sweep as long as a style names them, and go with it."""
    await save(world, image=("a.png", png(70, 50)))
    store = store_of(client)
    (kept,) = await store.styles_for(world.anna.id, None)
    (picture,) = kept.pictures
    async with FileBlobs.open(world.folder / "data" / "blobs") as blobs:
        housekeeping = Housekeeping(store, blobs, keep_for=timedelta(days=1))
        await housekeeping.tidy(age=timedelta(0))
        assert blobs.path(picture.blob).exists()
        await store.delete_style(kept.id)
        await housekeeping.tidy(age=timedelta(0))
        assert not blobs.path(picture.blob).exists()


# The list


@pytest.mark.usefixtures("client")
async def test_the_list_shows_what_there_is(world: Stack) -> None:
    """To whoever asks alone: own ones and the server's, small pictures, words and parameters."""
    model = "gemini-3-pro-image-preview"
    await save(world, **INK, image=("a.png", png(700, 500)), model=model)
    await save(world, "Wide", aspect="21:9", **FOR_ALL)
    seen = await style(world, "list")
    assert seen.ephemeral
    assert seen.text == (
        "**Styles** · 2\n"
        "**Ink** · only yours\nblack ink on rough paper\n"
        "-# one picture · 16:9 · 2K · Gemini 3 Pro Image (preview)\n"
        "**Wide** · of this server\n-# 21:9"
    )
    (small,) = seen.pictures
    assert max(image(seen).size) == 160
    assert small.description == "The first picture of the style Ink"
    assert [each.label for each in seen.buttons] == 2 * ["Use", "Delete"]


@pytest.mark.usefixtures("client")
async def test_an_empty_list_says_how_to_begin(world: Stack) -> None:
    """By name of the command."""
    assert "`/style save`" in (await style(world, "list")).text


async def test_the_list_works_after_a_restart(world: Stack, join: Join) -> None:
    """Use opens a form, and what is sent is painted for all."""
    async with joined(world):
        await save(world, **INK)
        seen = await style(world, "list")
    await join()
    opened = await world.anna.press(seen, label="Use")
    form = (await opened.response(within=WITHIN)).modal
    assert form is not None
    assert form.title == "Paint in the style Ink"
    fields = {"prompt": "a fox", "files": [("own.png", png(70, 50))]}
    made = await answered(world, await world.anna.submit(opened, fields))
    assert made.pictures
    assert not made.ephemeral
    assert texts(contents(world)[0]) == [f"a fox\n\n{INK['words']}"]
    assert len(pictures(contents(world)[0])) == 1


async def test_a_form_survives_a_restart(world: Stack, join: Join) -> None:
    """What it is about is in its custom id."""
    async with joined(world):
        told = await save(world, **INK)
        opened = await world.anna.press(told, label="Use")
        await opened.response(within=WITHIN)
    await join()
    made = await answered(world, await world.anna.submit(opened, {"prompt": "a fox"}))
    assert texts(contents(world)[0]) == [f"a fox\n\n{INK['words']}"]
    assert "style “Ink”" in made.text


async def test_a_style_is_deleted_from_the_list(world: Stack, join: Join) -> None:
    """Once it is confirmed, also after a restart; what is left of it in a list says so."""
    async with joined(world):
        await save(world, **INK)
        seen = await style(world, "list")
    async with joined(world):
        asked = await answered(world, await world.anna.press(seen, label="Delete"))
        assert "Delete this style?" in asked.text
        assert asked.ephemeral
    await join()
    await world.anna.press(asked, label="Delete")
    await world.discord.message_changed(
        asked, lambda m: "“Ink” is deleted" in m.text, within=WITHIN
    )
    for label in ("Use", "Delete"):
        pressed = await world.anna.press(seen, label=label)
        assert "That style was deleted" in (await answered(world, pressed)).text


# Whose they are


@pytest.mark.usefixtures("client")
async def test_a_members_styles_are_their_own(world: Stack) -> None:
    """Nobody else finds them by name, in the list or by suggestion."""
    await save(world, **INK)
    assert "Ink" in (await use(world, by=world.ben)).text
    assert not world.relay.requests
    seen = await style(world, "list", by=world.ben)
    assert "Ink" not in seen.text
    assert await world.ben.autocomplete(world.art, "style use", "name", "") == []


@pytest.mark.usefixtures("client")
async def test_a_servers_style_is_for_all_who_are_there(world: Stack) -> None:
    """Kept by who manages the server, and by nobody else; deleted likewise."""
    await save(world, **FOR_ALL, **INK)
    cara = world.discord.create_member(world.guild, "cara")
    assert (await use(world, by=cara)).pictures
    refused = await save(world, "Oil", by=cara, words="oil", **FOR_ALL)
    assert "those who may manage the server" in refused.text
    refused = await style(world, "delete", by=cara, name="Ink")
    assert "those who may manage the server" in refused.text
    seen = await style(world, "list", by=cara)
    assert "of this server" in seen.text
    assert [each.label for each in seen.buttons] == ["Use"]


@pytest.mark.usefixtures("client")
async def test_who_manages_a_server_deletes_its_styles(world: Stack) -> None:
    """Nobody else does, whatever button they come by."""
    await save(world, **FOR_ALL, **INK)
    asked = await style(world, "delete", name="Ink")
    assert asked.ephemeral
    (confirm,) = asked.buttons
    button = {"type": 2, "style": 4, "label": "Delete", "custom_id": confirm.custom_id}
    row = {"type": 1, "components": [button]}
    cara = world.discord.create_member(world.guild, "cara")
    forged = await cara.press(await world.ben.send(world.art, components=[row]), label="Delete")
    assert "those who may manage the server" in (await whispered(world, forged)).text
    await world.anna.press(asked, label="Delete")
    await world.discord.message_changed(asked, lambda m: "is deleted" in m.text, within=WITHIN)
    assert "There are no styles" in (await style(world, "list")).text


@pytest.mark.usefixtures("client")
async def test_the_question_is_for_whoever_pressed(world: Stack) -> None:
    """Also where all could press."""
    seen = await save(world, **INK)
    custom_id = str(seen.buttons[0].custom_id).replace("use", "delete")
    button = {"type": 2, "style": 2, "label": "Delete", "custom_id": custom_id}
    forged = await world.ben.send(world.art, components=[{"type": 1, "components": [button]}])
    assert (await answered(world, await world.anna.press(forged, label="Delete"))).ephemeral


@pytest.mark.usefixtures("client")
async def test_ones_own_style_is_meant_before_the_servers(world: Stack) -> None:
    """Both stand in the list, and one of them is suggested."""
    await save(world, **FOR_ALL, words="theirs")
    await save(world, words="mine")
    await use(world)
    assert texts(contents(world)[0]) == ["a red kite\n\nmine"]
    seen = await style(world, "list")
    assert seen.text.count("**Ink**") == 2
    offered = await world.anna.autocomplete(world.art, "style use", "name", "")
    assert [choice.value for choice in offered] == ["Ink"]


@pytest.mark.usefixtures("client")
async def test_own_styles_go_everywhere(world: Stack) -> None:
    """Also into direct messages, where no server's are."""
    await save(world, **INK)
    await save(world, "House style", words="flat", **FOR_ALL)
    dm = world.anna.dm
    assert (await use(world, where=dm)).pictures
    assert "no style called" in (await use(world, "House style", where=dm)).text
    seen = await style(world, "list", where=dm)
    assert "Ink" in seen.text
    assert "House" not in seen.text
    refused = await save(world, "Oil", where=dm, words="oil", **FOR_ALL)
    assert "no server that has styles of its own" in refused.text


@pytest.mark.usefixtures("client")
async def test_a_guest_has_their_own(world: Stack) -> None:
    """Where the bot is no member, nothing is kept for that server."""
    guild = world.discord.create_guild("Abroad", installed=False)
    far = guild.create_text_channel("far")
    eve = world.discord.create_member(guild, "eve", user_install=True, moderator=True)
    await save(world, by=eve, where=far, **INK)
    assert (await use(world, by=eve, where=far)).pictures
    refused = await save(world, "Oil", by=eve, where=far, words="oil", **FOR_ALL)
    assert "no server that has styles of its own" in refused.text


async def test_styles_are_forgotten_with_their_member(world: Stack, client: AtelierClient) -> None:
    """Like all that is known of them."""
    await save(world, **INK)
    await store_of(client).forget_member(world.anna.id, then=LATE, now=LATE, most=9)
    assert "no style called" in (await use(world)).text


async def test_a_servers_styles_go_with_it(world: Stack, client: AtelierClient) -> None:
    """Once the bot has left; what members have of their own stays."""
    await save(world, **FOR_ALL, **INK)
    await save(world, "Oil", words="oil")
    world.discord.model.remove_guild(world.guild.id)
    for _ in range(int(WITHIN * 100)):
        left = await store_of(client).styles_for(world.anna.id, world.guild.id)
        if [each.name for each in left] == ["Oil"]:
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


# Suggestions


@pytest.mark.usefixtures("client")
async def test_names_are_suggested(world: Stack) -> None:
    """Own ones first, those that hold what was typed, 25 at most."""
    for name in ("Ink", "Oil", "Pink"):
        await save(world, name, words="x")
    for number in range(24):
        await save(world, f"house {number:02}", words="x", **FOR_ALL)
    offered = await world.anna.autocomplete(world.art, "style use", "name", "INK")
    assert [choice.name for choice in offered] == ["Ink", "Pink"]
    offered = await world.anna.autocomplete(world.art, "style use", "name", "")
    assert len(offered) == 25
    assert [choice.name for choice in offered[:4]] == ["Ink", "Oil", "Pink", "house 00"]


@pytest.mark.usefixtures("client")
async def test_what_may_not_be_deleted_is_not_suggested_for_it(world: Stack) -> None:
    """A member's own are, and the server's to who manages it."""
    await save(world, **FOR_ALL, **INK)
    cara = world.discord.create_member(world.guild, "cara")
    await save(world, "Oil", by=cara, words="oil")
    offered = await cara.autocomplete(world.art, "style delete", "name", "")
    assert [choice.name for choice in offered] == ["Oil"]
    offered = await world.anna.autocomplete(world.art, "style delete", "name", "")
    assert [choice.name for choice in offered] == ["Ink"]


async def test_nothing_is_suggested_where_the_store_is_away(
    world: Stack, client: AtelierClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who types is not disturbed."""

    async def fail(*_: object) -> Any:
        raise StorageFailed("gone")

    monkeypatch.setattr(client.services.styles, "all_for", fail)
    assert await world.anna.autocomplete(world.art, "style use", "name", "") == []


@pytest.mark.usefixtures("client")
async def test_models_are_suggested_to_keep(world: Stack) -> None:
    """As in `/imagine`."""
    offered = await world.anna.autocomplete(world.art, "style save", "model", "2.5")
    assert [choice.value for choice in offered] == ["gemini-2.5-flash-image"]
