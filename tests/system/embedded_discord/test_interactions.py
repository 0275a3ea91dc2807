"""Commands, menus, buttons and forms over the wire."""

import asyncio
import io
from typing import Any

import discord
import pytest

from demo.discord import ActionError, EmbeddedDiscord, Interaction, Message, Response
from demo.discord.interactions import ResponseKind
from tests.system.embedded_discord.stage import WITHIN, Stage, png, running


async def imagined(stage: Stage, **options: Any) -> tuple[Interaction, Message]:
    """Run the command and return its finished message."""
    options = {"prompt": "a cat", "image": ("in.png", png(64, 48)), **options}
    interaction = await stage.anna.slash(stage.channel, "imagine", **options)
    return interaction, await interaction.result()


async def test_deferred_command_becomes_a_gallery(stage: Stage):
    """A deferred answer thinks first, then shows text, picture and buttons."""
    interaction = await stage.anna.slash(
        stage.channel, "imagine", prompt="a cat", image=("in.png", png(64, 48)), aspect="16:9"
    )
    response = await interaction.response()
    message = await interaction.result()
    assert response.kind is ResponseKind.DEFERRED
    assert message.text == "a cat 16:9"
    assert [(b.label, b.disabled) for b in message.buttons] == [("Edit", False), ("Off", True)]
    assert message.pictures[0].description == "alt text"
    assert stage.channel.messages == [message]


async def test_files_in_components_are_media_and_not_attachments(stage: Stage):
    """Discord empties the attachments of a V2 message; sizes are with the media."""
    waiting = stage.bot.wait_for("message_edit", timeout=WITHIN)
    _, message = await imagined(stage)
    _, edited = await waiting
    fetched = await stage.bot.get_channel(stage.channel.id).fetch_message(message.id)
    for seen in (edited, fetched):
        assert seen.attachments == []
        [item] = seen.components[1].items
        media = item.media
        assert (media.width, media.height, media.content_type) == (64, 48, "image/png")
        assert media.attachment_id
        assert media.url.endswith("/result.png")
        assert media.proxy_url == media.url
    assert message.attachments == []
    assert message.pictures[0].bytes() == png(64, 48)


async def test_command_attachment_is_hidden_and_resolved(stage: Stage):
    """An uploaded option is an ephemeral attachment that belongs to no message."""
    interaction, _ = await imagined(stage)
    assert interaction.answered
    raw = stage.bot.interactions[0].data["resolved"]["attachments"]
    [attachment] = raw.values()
    assert (attachment["width"], attachment["ephemeral"]) == (64, True)
    assert "/cdn/ephemeral-attachments/" in attachment["url"]


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"prompt": 3},
        {"prompt": "x" * 101},
        {"prompt": "a", "colour": "red"},
        {"prompt": "a", "aspect": "9:1"},
        {"prompt": "a", "image": "a.png"},
        {"prompt": "a", "image": ("a.png", bytes(10 * 1024 * 1024 + 1))},
    ],
)
async def test_wrong_options_never_leave_the_client(stage: Stage, options: dict):
    """Missing, unknown, mistyped, unoffered and oversized options are refused."""
    with pytest.raises(ActionError):
        await stage.anna.slash(stage.channel, "imagine", **options)
    assert stage.bot.interactions == []


async def test_unsynced_command_is_not_there(stage: Stage):
    """A command that was never synced cannot be run, and is not offered."""
    with pytest.raises(ActionError):
        await stage.anna.slash(stage.channel, "paint")
    offered = [command["name"] for command in stage.anna.commands(stage.channel)]
    assert offered == ["ask", "imagine", "shout", "slow"]


async def test_autocomplete(stage: Stage):
    """The bot's suggestions come back to the client."""
    choices = await stage.anna.autocomplete(stage.channel, "imagine", "model", "gem", prompt="a")
    assert [choice.value for choice in choices] == ["gem-1", "gem-2"]
    with pytest.raises(ActionError):
        await stage.anna.autocomplete(stage.channel, "imagine", "prompt", "a")


async def test_interaction_says_who_and_where(stage: Stage):
    """Locales, limits and the kind of installation travel with an interaction."""
    await imagined(stage)
    interaction = stage.bot.interactions[0]
    assert interaction.locale is discord.Locale.german
    assert interaction.guild_locale is discord.Locale.chinese
    assert interaction.filesize_limit == 10 * 1024 * 1024
    assert interaction.is_guild_integration()
    assert not interaction.is_user_integration()
    assert interaction.context.guild
    assert stage.bot.get_guild(stage.guild.id).preferred_locale is discord.Locale.chinese


async def test_commands_and_menus_in_direct_messages(stage: Stage):
    """Slash commands with files and message menus work in the bot's direct messages."""
    stage.channel = stage.anna.dm
    interaction, message = await imagined(stage)
    closer = await stage.anna.context_menu(stage.anna.dm, "Look closer", message)
    response = await closer.response()
    seen = stage.bot.interactions[0]
    assert interaction.user_id == stage.anna.id
    assert (seen.guild_id, seen.guild_locale, seen.context.dm_channel) == (None, None, True)
    assert seen.app_permissions.attach_files
    assert message.pictures[0].width == 64
    assert response.message is not None
    assert response.message.text == "'' 0 3"


async def test_menu_shows_its_target_without_the_content_intent(server: EmbeddedDiscord):
    """A context menu's target has its content even for a bot that may not read messages."""
    guild = server.create_guild("Studio")
    channel = guild.create_text_channel("art")
    anna = server.create_member(guild, "anna")
    async with running(server, discord.Intents.default()) as bot:
        target = await anna.send(channel, "look at me", files=[("a.txt", b"x")])
        interaction = await anna.context_menu(channel, "Look closer", target)
        response = await interaction.response()
        assert [m.content for m in bot.heard] == [""]
    assert response.kind is ResponseKind.MESSAGE
    assert response.message is not None
    assert response.message.text == "'look at me' 1 0"


async def test_button_opens_form_and_form_answers_privately(stage: Stage):
    """A dynamic button opens a form; texts, choices and files arrive; the answer is private."""
    ben = stage.discord.create_member(stage.guild, "ben")
    _, message = await imagined(stage)
    pressed = await stage.anna.press(message, label="Edit")
    response: Response = await pressed.response()
    assert response.modal is not None
    assert [(f.label, f.value, f.required) for f in response.modal.fields] == [
        ("What", "brighter", True),
        ("Size", "", True),
        ("More", "", False),
    ]

    files = [("one.png", png()), ("two.png", png())]
    sent = await stage.anna.submit(pressed, {"Size": ["2K"], "more": files})
    answer = await sent.result()

    size = len(png())
    assert answer.text == f"brighter ['2K'] [('one.png', {size}), ('two.png', {size})]"
    assert answer.ephemeral
    assert answer in stage.anna.sees(stage.channel)
    assert answer not in ben.sees(stage.channel)
    assert answer not in stage.channel.messages
    with pytest.raises(ActionError):
        await stage.anna.submit(pressed, {"Size": ["2K"]})


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"Size": ["3K"]},
        {"Size": ["1K", "2K"]},
        {"Size": ["1K"], "What": ""},
        {"Size": ["1K"], "What": "x" * 4001},
        {"Size": ["1K"], "More": [("a", b"")] * 3},
        {"Size": ["1K"], "Colour": "red"},
    ],
)
async def test_wrong_form_never_leaves_the_client(stage: Stage, values: dict):
    """A form that the client would not send stays open."""
    _, message = await imagined(stage)
    pressed = await stage.anna.press(message, "edit:7")
    await pressed.response()
    with pytest.raises(ActionError):
        await stage.anna.submit(pressed, values)
    assert not pressed.submitted


async def test_only_what_is_there_can_be_pressed(stage: Stage):
    """Disabled and missing controls cannot be used, nor private ones by others."""
    ben = stage.discord.create_member(stage.guild, "ben")
    _, message = await imagined(stage, private=1)
    with pytest.raises(ActionError):
        await stage.anna.press(message, label="Off")
    with pytest.raises(ActionError):
        await stage.anna.press(message, label="Undo")
    with pytest.raises(ActionError):
        await stage.anna.select(message, "size", ["1K"])
    with pytest.raises(ActionError):
        await ben.press(message, label="Edit")


async def test_answer_after_three_seconds_is_too_late(stage: Stage):
    """An interaction that waits for 3 s is gone (10062)."""
    failed: asyncio.Future[Exception] = asyncio.get_running_loop().create_future()

    @stage.bot.tree.error
    async def on_error(_: discord.Interaction, error: Exception) -> None:
        failed.set_result(error)

    interaction = await stage.anna.slash(stage.channel, "slow", seconds=3.1)
    with pytest.raises(TimeoutError):
        await interaction.response(within=0.1)
    error = await asyncio.wait_for(failed, WITHIN)
    assert error.original.code == 10062
    assert not interaction.answered


async def test_expired_token_is_refused(stage: Stage):
    """After its 15 minutes a token is invalid (50027), the message is still the bot's own."""
    interaction, message = await imagined(stage)
    interaction.expire()
    with pytest.raises(discord.HTTPException) as caught:
        await stage.bot.interactions[0].edit_original_response(content="late")
    assert (caught.value.status, caught.value.code) == (401, 50027)
    own = await stage.bot.get_channel(stage.channel.id).fetch_message(message.id)
    await own.delete()
    assert message.deleted
    assert interaction.message is None


async def test_user_installed_app_lives_from_interactions_alone(stage: Stage):
    """Where the bot is no member it answers commands, five times, and cannot post."""
    abroad = stage.discord.create_guild("Abroad", installed=False, preferred_locale="fr")
    channel = abroad.create_text_channel("far")
    eve = stage.discord.create_member(abroad, "eve", user_install=True)
    stranger = stage.discord.create_member(abroad, "stranger")
    with pytest.raises(ActionError):
        await stranger.slash(channel, "imagine", prompt="a")

    await eve.send(channel, "unheard")
    interaction = await eve.slash(channel, "imagine", prompt="a", image=("a.png", png()))
    await interaction.result()
    seen = stage.bot.interactions[0]
    assert seen.is_user_integration()
    assert not seen.is_guild_integration()
    assert seen.guild_locale is discord.Locale.french
    assert seen.app_permissions.attach_files
    assert stage.bot.heard == []
    assert stage.bot.get_guild(abroad.id) is None
    for number in range(5):
        await seen.followup.send(str(number))
    with pytest.raises(discord.HTTPException) as caught:
        await seen.followup.send("6")
    assert caught.value.code == 40094
    assert [m.text for m in interaction.followups] == ["0", "1", "2", "3", "4"]
    with pytest.raises(discord.Forbidden):
        await stage.bot.get_partial_messageable(channel.id).send("not a member")


async def test_select_menu(stage: Stage):
    """A chosen value reaches the view that posted the menu."""
    view = discord.ui.View()
    menu = discord.ui.Select(
        custom_id="size", options=[discord.SelectOption(label="One", value="1")]
    )
    people = discord.ui.UserSelect(custom_id="who")

    async def chosen(interaction: discord.Interaction) -> None:
        names = [getattr(value, "name", value) for value in (*menu.values, *people.values)]
        await interaction.response.edit_message(content=str(names))

    menu.callback = people.callback = chosen
    view.add_item(menu).add_item(people)
    await stage.bot.get_channel(stage.channel.id).send("choose", view=view)
    message = await stage.channel.wait_for_message()
    assert message.selects[0].options == {"1": "One"}
    with pytest.raises(ActionError):
        await stage.anna.select(message, "size", ["2"])
    first = await stage.anna.select(message, "size", ["1"])
    assert (await first.response()).kind is ResponseKind.UPDATE
    assert message.text == "['1']"
    await stage.anna.select(message, "who", [stage.anna])
    await stage.discord.message_changed(message)
    assert message.text == "['1', 'anna']"


async def test_subcommand_with_person_and_channel(stage: Stage):
    """Options of a subcommand that name people and places arrive resolved."""
    interaction = await stage.anna.slash(
        stage.channel, "ask about", who=stage.anna, where=stage.channel
    )
    message = await interaction.result()
    assert message.text == "anna in art"
    with pytest.raises(ActionError):
        await stage.anna.slash(stage.channel, "ask nothing")


async def test_form_with_every_kind_of_control(stage: Stage):
    """Groups, boxes and presets are sent as a client sends them."""
    interaction = await stage.anna.slash(stage.channel, "ask form")
    await interaction.response()
    for wrong in ({}, {"Ratio": "9:1"}, {"Ratio": "1:1", "Extras": ["d"]}):
        with pytest.raises(ActionError):
            await stage.anna.submit(interaction, wrong)
    sent = await stage.anna.submit(interaction, {"Ratio": "16:9", "Extras": ["a", "c"]})
    assert (await sent.result()).text == "('16:9', ['a', 'c'], True, ['2K'])"


async def test_members_see_only_their_channels(stage: Stage):
    """Whoever cannot open a channel sees nothing there and can do nothing."""
    elsewhere = stage.discord.create_guild("Elsewhere")
    channel = elsewhere.create_text_channel("far")
    zoe = stage.discord.create_member(elsewhere, "zoe")
    message = await zoe.send(channel, "hello")
    assert zoe.sees(channel) == [message]
    assert stage.anna.sees(channel) == []
    with pytest.raises(ActionError):
        await stage.anna.context_menu(channel, "Look closer", message)
    with pytest.raises(ActionError):
        await stage.anna.start_thread(channel, "mine")


async def test_thumbnails_and_files_are_media_too(stage: Stage):
    """A thumbnail's and a file's bytes are media of their components, alt text included."""
    view = discord.ui.LayoutView()
    thumbnail = discord.ui.Thumbnail("attachment://a.png", description="small")
    view.add_item(discord.ui.Section("text", accessory=thumbnail))
    view.add_item(discord.ui.File("attachment://b.png"))
    files = [discord.File(io.BytesIO(png()), name) for name in ("a.png", "b.png", "c.png")]
    await stage.bot.get_channel(stage.channel.id).send(view=view, files=files)
    message = await stage.channel.wait_for_message()
    assert [(p.filename, p.description) for p in message.pictures] == [
        ("a.png", "small"),
        ("b.png", None),
        ("c.png", None),
    ]
    assert [a["filename"] for a in message.attachments] == ["c.png"]
