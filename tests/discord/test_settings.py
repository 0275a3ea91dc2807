import discord
import pytest
from discord import app_commands

from bot.domain.guild_settings import Editors, Feature, GuildSettings, ThreadPolicy
from bot.domain.model import ModelKind
from bot.domain.request import Safety
from bot.interface.client import AtelierClient
from demo.discord import ActionError, Interaction, Member, Message
from demo.stack import Stack
from tests.acting import WITHIN, answered
from tests.worlds import Join, joined


async def panel(world: Stack, *, by: Member | None = None) -> Message:
    """Let anna, who may manage the server, open the panel."""
    return await answered(world, await (by or world.anna).slash(world.art, "settings panel"))


async def page(world: Stack, topic: str, *, by: Member | None = None) -> Message:
    """Open the page of a topic."""
    return await chosen(world, await panel(world, by=by), "set-topic", [topic], by=by)


def control(message: Message, verb: str) -> str:
    """Return the custom id of what has such a verb in it."""
    ids = [each.custom_id for each in (*message.selects, *message.buttons)]
    return next(str(each) for each in ids if str(each).split(":")[2] == verb)


async def chosen(
    world: Stack, message: Message, verb: str, values: list[object], *, by: Member | None = None
) -> Message:
    """Choose in a menu, and return the panel once it shows what came of that."""
    before = message.payload
    await (by or world.anna).select(message, control(message, verb), values)
    return await world.discord.message_changed(
        message, lambda seen: seen.payload != before, within=WITHIN
    )


async def form(world: Stack, message: Message, *, by: Member | None = None) -> Interaction:
    """Open the form of a page."""
    (button,) = [each for each in message.buttons if str(each.custom_id).count("set-form")]
    opened = await (by or world.anna).press(message, button.custom_id)
    assert (await opened.response(within=WITHIN)).modal is not None
    return opened


async def sent(
    world: Stack, opened: Interaction, *, by: Member | None = None, **values: object
) -> Message:
    """Send a form, and return the panel once it shows what came of that."""
    message = opened.source
    assert message is not None
    before = message.payload
    await (by or world.anna).submit(opened, values)
    return await world.discord.message_changed(
        message, lambda seen: seen.payload != before, within=WITHIN
    )


async def filled(world: Stack, topic: str, **values: object) -> Message:
    """Fill in the form of a topic, and return the panel once it shows what came of that."""
    return await sent(world, await form(world, await page(world, topic)), **values)


def settings(world: Stack, client: AtelierClient) -> GuildSettings:
    """Return what holds in the server."""
    return client.services.guild_book.of(world.guild.id)


async def test_the_overview_says_what_holds(world: Stack, client: AtelierClient) -> None:
    """In plain words, and nothing of it is bold where nothing was decided."""
    overview = await panel(world)
    assert overview.ephemeral
    assert "Channels: everywhere · " in overview.text
    assert "Money a month: no limit" in overview.text
    assert overview.text.count("**") == 2  # of the line that says what is bold


async def test_what_differs_is_bold(world: Stack, client: AtelierClient) -> None:
    """And so it can be found at once."""
    await filled(world, "much", budget="12,50")
    assert "Money a month: **US$12.50**" in (await panel(world)).text


async def test_channels_are_chosen_on_the_page(world: Stack, client: AtelierClient) -> None:
    """And what was chosen holds at once."""
    shown = await chosen(world, await page(world, "where"), "set-channels", [world.art])
    assert settings(world, client).channels == (world.art.id,)
    assert f"Channels: **{world.art.mention}**" in shown.text
    assert "✅ Changed: Channels" in shown.text


async def test_what_was_chosen_can_be_given_up(world: Stack, client: AtelierClient) -> None:
    """An empty menu stands for what holds where nothing is decided."""
    shown = await chosen(world, await page(world, "where"), "set-channels", [world.art])
    await chosen(world, shown, "set-channels", [])
    assert settings(world, client) == GuildSettings()


async def test_threads_and_age_are_entered_in_a_form(world: Stack, client: AtelierClient) -> None:
    """A radio group and a box."""
    await filled(world, "where", threads="ask", age_restricted_only=True)
    assert settings(world, client).threads is ThreadPolicy.ASK
    assert settings(world, client).age_restricted_only


async def test_editors_are_chosen_on_the_page(world: Stack, client: AtelierClient) -> None:
    """One of two."""
    await chosen(world, await page(world, "who"), "set-editors", ["author"])
    assert settings(world, client).editors is Editors.AUTHOR


async def test_models_are_chosen_on_the_page(world: Stack, client: AtelierClient) -> None:
    """The usual one among those that are allowed."""
    image = client.services.models.of_kind(ModelKind.IMAGE)[1].id
    shown = await chosen(world, await page(world, "models"), "set-models", [image])
    await chosen(world, shown, "set-image-model", [image])
    assert settings(world, client).models == (image,)
    assert settings(world, client).image_model == image


async def test_ratio_size_safety_and_stand_ins_are_entered_in_a_form(
    world: Stack, client: AtelierClient
) -> None:
    """What is left as usual stays undecided."""
    await filled(world, "models", aspect=["16:9"], safety="strict", dearer=True)
    holds = settings(world, client)
    assert (holds.aspect, holds.size, holds.safety) == ("16:9", None, Safety.STRICT)
    assert holds.dearer


async def test_how_much_is_entered_in_a_form(world: Stack, client: AtelierClient) -> None:
    """Numbers, dollars to the cent, and a time zone, however their letters are typed."""
    await filled(
        world,
        "much",
        daily_pictures="\uff11\uff12",  # as it is typed in Japan
        daily_messages=" 0 ",
        cooldown="30",
        budget="$ 12.5",
        time_zone="america/sao paulo",
    )
    assert settings(world, client) == GuildSettings(
        daily_pictures=12,
        daily_messages=0,
        cooldown=30,
        budget=12_500_000,
        time_zone="America/Sao_Paulo",
    )


async def test_an_emptied_field_is_undecided_again(world: Stack, client: AtelierClient) -> None:
    """The form shows what holds, and what is taken out of it holds no longer."""
    await filled(world, "much", budget="25", daily_pictures="3")
    opened = await form(world, await page(world, "much"))
    assert opened.modal is not None
    assert {field.custom_id: field.value for field in opened.modal.fields}["budget"] == "25.00"
    await filled(world, "much", budget="")
    assert settings(world, client) == GuildSettings(daily_pictures=3)


async def test_how_it_is_shown_is_entered_in_a_form(world: Stack, client: AtelierClient) -> None:
    """Two boxes, a language, and words."""
    await filled(world, "shown", spoilers=True, locale="ja", persona=" A *calm* owl ")
    assert settings(world, client) == GuildSettings(
        spoilers=True, locale="ja", persona="A *calm* owl"
    )
    assert r"Persona: **A \*calm\* owl**" in (await page(world, "shown")).text


async def test_features_are_checked_that_are_on(world: Stack, client: AtelierClient) -> None:
    """What is not, is off."""
    await filled(world, "features", off=["chat", "person"])
    assert set(settings(world, client).off) == {Feature.SEARCH, Feature.FILES}
    await filled(world, "features", off=["chat", "person", "search", "files"])
    assert settings(world, client) == GuildSettings()


async def test_records_are_kept_where_and_for_how_long(world: Stack, client: AtelierClient) -> None:
    """The channel on the page, all else in the form."""
    await chosen(world, await page(world, "records"), "set-log-channel", [world.art])
    await filled(world, "records", log_prompts=True, reports=True, retention_days="90")
    assert settings(world, client) == GuildSettings(
        log_channel=world.art.id, log_prompts=True, reports=True, retention_days=90
    )


# Refusals


@pytest.mark.parametrize(
    ("topic", "entered", "told"),
    [
        ("much", {"daily_pictures": "many"}, "“Pictures a day” takes a whole number from 0 to"),
        ("much", {"daily_messages": "100001"}, "“Answers a day” takes a whole number from 0 to"),
        ("much", {"cooldown": "-1"}, "“Pause between requests” takes a whole number from 0 to"),
        ("much", {"budget": "1.234"}, "“Money a month” takes US dollars with two decimals"),
        ("much", {"budget": "1000001"}, "“Money a month” takes US dollars with two decimals"),
        ("much", {"time_zone": "Berlin"}, "there is no time zone “Berlin”"),
        ("records", {"retention_days": "0"}, "“Kept for” takes a whole number from 1 to"),
    ],
)
async def test_what_a_setting_does_not_take_is_told_by_its_name(
    world: Stack, client: AtelierClient, topic: str, entered: dict[str, str], told: str
) -> None:
    """With what it takes; and nothing of the form is kept."""
    right = {"cooldown": "5"} if topic == "much" and "cooldown" not in entered else {}
    assert told in (await filled(world, topic, **right | entered)).text
    assert settings(world, client) == GuildSettings()


async def test_all_that_is_wrong_in_a_form_is_told_at_once(
    world: Stack, client: AtelierClient
) -> None:
    """Nobody has to send it for each mistake."""
    shown = await filled(world, "much", budget="much", cooldown="long", time_zone="home")
    assert shown.text.count("takes") + shown.text.count("no time zone") >= 3
    assert settings(world, client) == GuildSettings()


async def test_a_log_channel_has_to_take_what_is_told(world: Stack, client: AtelierClient) -> None:
    """One in which the bot may not write is none."""
    closed = world.guild.create_text_channel("closed")
    closed.deny_bot("send_messages")
    shown = await chosen(world, await page(world, "records"), "set-log-channel", [closed])
    assert f"I can't post in {closed.mention}" in shown.text
    assert settings(world, client) == GuildSettings()


# Two at once


@pytest.mark.parametrize("switch", ["reports", "log_prompts"])
async def test_what_nobody_would_read_asks_for_a_log_channel(
    world: Stack, client: AtelierClient, switch: str
) -> None:
    """Until there is one."""
    asks = "Choose a log channel"
    assert asks not in (await page(world, "records")).text
    assert asks in (await filled(world, "records", **{switch: True})).text
    records = await page(world, "records")
    assert asks not in (await chosen(world, records, "set-log-channel", [world.art])).text


async def test_more_than_the_operator_lets_a_day_have_is_told(
    world: Stack, client: AtelierClient
) -> None:
    """It holds where that grows, or where the server has a relay of its own."""
    told = "more than 100 pictures and 1,000 answers a day here"
    assert told not in (await filled(world, "much", daily_pictures="100")).text
    assert told in (await filled(world, "much", daily_pictures="101")).text
    assert told not in (await filled(world, "much", daily_pictures="", daily_messages="1000")).text
    assert told in (await filled(world, "much", daily_messages="1001")).text
    patrons = [world.community.patrons]
    assert told not in (await filled(world, "who", more=patrons, count="100")).text
    assert told in (await filled(world, "who", more=patrons, count="101")).text


async def test_two_who_change_different_things_both_do(world: Stack, client: AtelierClient) -> None:
    """Though both looked at the same settings."""
    cara = world.discord.create_member(world.guild, "cara", moderator=True)
    opened = await form(world, await page(world, "where"))
    theirs = await page(world, "where", by=cara)
    await chosen(world, theirs, "set-channels", [world.art], by=cara)
    await sent(world, opened, threads="always", age_restricted_only=False)
    holds = settings(world, client)
    assert (holds.channels, holds.threads) == ((world.art.id,), ThreadPolicy.ALWAYS)


async def test_two_who_change_the_same_thing_are_told(world: Stack, client: AtelierClient) -> None:
    """The later one reads which, nothing of theirs is kept, and they see what holds now."""
    cara = world.discord.create_member(world.guild, "cara", moderator=True)
    opened = await form(world, await page(world, "much"))
    theirs = await form(world, await page(world, "much", by=cara), by=cara)
    await sent(world, theirs, by=cara, budget="30", cooldown="5")
    shown = await sent(world, opened, budget="20", daily_pictures="7")
    assert "Somebody else has just changed Money a month." in shown.text
    assert "Money a month: **US$30.00**" in shown.text
    assert settings(world, client) == GuildSettings(budget=30_000_000, cooldown=5)
    await sent(world, await form(world, shown), budget="20")
    assert settings(world, client).budget == 20_000_000


# Who may


async def test_the_command_is_for_those_who_manage_the_server(
    world: Stack, client: AtelierClient
) -> None:
    """Discord offers it to nobody else, and not in direct messages."""
    command = client.tree.get_command("settings")
    assert isinstance(command, app_commands.Group)
    assert command.guild_only
    assert command.default_permissions == discord.Permissions(manage_guild=True)
    with pytest.raises(ActionError):
        await world.ben.slash(world.art, "settings panel")
    with pytest.raises(ActionError):
        await world.anna.slash(world.anna.dm, "settings panel")


async def test_who_was_shown_the_panel_needs_the_permission_still(
    world: Stack, client: AtelierClient
) -> None:
    """At each press and form: what they could do when it was opened is long ago."""
    cara = world.discord.create_member(world.guild, "cara", moderator=True)
    shown = await page(world, "where", by=cara)
    opened = await form(world, shown, by=cara)
    model = world.discord.model
    for role in model.guilds[world.guild.id].members[cara.id].role_ids:
        model.guilds[world.guild.id].roles[role].permissions = 0
    pressed = await cara.select(shown, control(shown, "set-channels"), [world.art])
    assert "Only those who may manage" in (await answered(world, pressed)).text
    pressed = await cara.submit(opened, {"threads": "always"})
    assert "Only those who may manage" in (await answered(world, pressed)).text
    assert settings(world, client) == GuildSettings()


async def test_a_panel_of_before_a_restart_works(world: Stack, join: Join) -> None:
    """All that it needs stands in its custom ids."""
    async with joined(world):
        shown = await page(world, "where")
        opened = await form(world, await page(world, "much"))
    client = await join()
    await chosen(world, shown, "set-channels", [world.art])
    await sent(world, opened, budget="5")
    assert settings(world, client) == GuildSettings(channels=(world.art.id,), budget=5_000_000)


async def test_who_changed_what_is_told_in_the_log_channel(
    world: Stack, client: AtelierClient
) -> None:
    """With what was before, and what is now."""
    await chosen(world, await page(world, "records"), "set-log-channel", [world.art])
    asked = await world.art.wait_for_message(within=WITHIN)
    await filled(world, "much", budget="25")
    told = await world.art.wait_for_message(after=asked, within=WITHIN)
    assert f"{world.anna.mention} changed **Money a month**: no limit → US$25.00" in told.text


async def test_nobody_blocks_themselves_or_who_manages_the_server(
    world: Stack, client: AtelierClient
) -> None:
    """Who else was chosen is blocked all the same, and let in again by the number."""
    cara = world.discord.create_member(world.guild, "cara", moderator=True)
    chosen_ones = [world.anna, cara, world.ben]
    shown = await chosen(world, await page(world, "blocked"), "set-block", chosen_ones)
    assert client.services.guild_book.blocked(world.guild.id) == [world.ben.id]
    assert f"🚫 Blocked: {world.ben.mention}" in shown.text
    assert f"1. {world.ben.mention}" in shown.text
    shown = await chosen(world, shown, "set-unblock", [str(world.ben.id)])
    assert client.services.guild_book.blocked(world.guild.id) == []
    assert "Nobody is blocked." in shown.text
