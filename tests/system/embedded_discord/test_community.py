"""Roles, categories, rights: who somebody is, where, and what they may."""

from typing import Any

import discord
import pytest
from discord import app_commands, ui

from demo.discord import ActionError, Message
from tests.system.embedded_discord.stage import WITHIN, Stage, until

TEXT, CATEGORY = discord.ChannelType.text, discord.ChannelType.category


async def posted(stage: Stage, *controls: ui.Item[Any]) -> Message:
    """Let the bot post controls, each in a row of its own, which nobody listens to."""
    view = ui.View(timeout=None)
    for control in controls:
        view.add_item(control)
    await stage.bot.get_channel(stage.channel.id).send("choose", view=view)
    return await stage.channel.wait_for_message()


async def values_of(stage: Stage, message: Message, custom_id: str, *chosen: Any) -> list[Any]:
    """Choose in a menu; return what discord.py makes of it."""
    heard = stage.bot.wait_for("interaction", timeout=WITHIN)
    await stage.anna.select(message, custom_id, chosen)
    asked: discord.Interaction = await heard
    resolved = app_commands.Namespace._get_resolved_items(asked, asked.data["resolved"])
    return [next(v for k, v in resolved.items() if k.id == i) for i in asked.data["values"]]


async def test_who_asks_comes_with_roles_and_rights(stage: Stage):
    """By an interaction, with what the roles and the channel allow."""
    staff = stage.guild.create_role("Staff", manage_messages=True)
    mia = stage.discord.create_member(stage.guild, "mia", roles=[staff])
    heard = stage.bot.wait_for("interaction", timeout=WITHIN)
    await (await mia.slash(stage.channel, "shout", text="hello")).result()
    asked: discord.Interaction = await heard
    assert [role.id for role in asked.user.roles] == [stage.guild.id, staff.id]
    assert asked.permissions.manage_messages
    assert not asked.permissions.manage_guild
    assert not asked.channel.nsfw


async def test_who_writes_comes_with_roles_too(stage: Stage):
    """The bot keeps no list of members: the message says it."""
    patron = stage.guild.create_role("Patron", colour=0xE0A030)
    zoe = stage.discord.create_member(stage.guild, "zoe", roles=[patron])
    heard = stage.bot.wait_for("message", timeout=WITHIN)
    await zoe.send(stage.channel, f"quiet {patron.mention}")
    message: discord.Message = await heard
    assert [role.id for role in message.author.roles[1:]] == [patron.id]
    assert [role.name for role in message.role_mentions] == ["Patron"]


async def test_a_role_is_seen_with_its_colour(stage: Stage):
    """On the member, the highest first."""
    low = stage.guild.create_role("Low", colour=0x112233)
    high = stage.guild.create_role("High")
    stage.discord.model.edit_role(stage.guild.id, high.id, {"position": 9})
    mia = stage.discord.create_member(stage.guild, "mia", roles=[low, high])
    assert [(role.name, role.colour) for role in mia.roles(stage.guild)] == [
        ("High", 0),
        ("Low", 0x112233),
    ]
    assert stage.anna.roles(stage.guild) == []


async def test_an_owner_may_do_everything(stage: Stage):
    """And is told to the bot as such."""
    stage.discord.hand_over(stage.guild, stage.anna)
    assert stage.anna.owns(stage.guild)
    assert stage.anna.may(stage.channel, "administrator")
    heard = stage.bot.wait_for("interaction", timeout=WITHIN)
    await (await stage.anna.slash(stage.channel, "shout", text="hello")).result()
    asked: discord.Interaction = await heard
    assert asked.permissions.manage_guild
    assert asked.guild.owner_id == stage.anna.id


async def test_a_channel_of_the_staff_is_hidden(stage: Stage):
    """From all but those with the role; the bot writes there."""
    staff = stage.guild.create_role("Staff")
    mia = stage.discord.create_member(stage.guild, "mia", roles=[staff])
    log = stage.guild.create_text_channel("log")
    log.show_only_to(staff)
    assert mia.can_see(log)
    assert not stage.anna.can_see(log)
    await until(lambda: stage.bot.get_channel(log.id))
    await stage.bot.get_channel(log.id).send("noted")
    assert [message.text for message in mia.sees(log)] == ["noted"]
    assert stage.anna.sees(log) == []


async def test_a_channel_tells_its_category(stage: Stage):
    """To the bot as well; a thread has none of its own."""
    more = stage.guild.create_category("More")
    far = stage.guild.create_text_channel("far", category=more)
    await until(lambda: stage.bot.get_channel(far.id))
    assert stage.bot.get_channel(far.id).category.name == "More"
    assert (far.category_id, stage.channel.category_id) == (more.id, None)
    thread = await stage.anna.start_thread(far, "deep")
    assert (thread.category_id, thread.parent_id) == (None, far.id)


async def test_menus_of_people_roles_and_channels(stage: Stage):
    """What is chosen arrives as what it is, with what is allowed there."""
    patron = stage.guild.create_role("Patron")
    more = stage.guild.create_category("More")
    message = await posted(
        stage,
        ui.RoleSelect(custom_id="role", max_values=2),
        ui.MentionableSelect(custom_id="either", max_values=2),
        ui.ChannelSelect(custom_id="where", channel_types=[TEXT, CATEGORY], max_values=2),
        ui.UserSelect(custom_id="who"),
    )
    (role,) = await values_of(stage, message, "role", patron)
    assert isinstance(role, discord.Role)
    assert role.name == "Patron"
    first, second = await values_of(stage, message, "either", stage.anna, patron)
    assert isinstance(first, discord.Member)
    assert isinstance(second, discord.Role)
    assert first.resolved_permissions.send_messages
    channel, category = await values_of(stage, message, "where", stage.channel, more)
    assert (channel.name, category.type) == ("art", CATEGORY)
    assert channel.permissions.send_messages
    (person,) = await values_of(stage, message, "who", stage.anna)
    assert person.name == "anna"


async def test_a_menu_takes_only_what_it_asks_for(stage: Stage):
    """Neither a channel of another kind, nor a hidden one, nor one of another server."""
    voice = stage.guild.create_voice_channel("voice")
    hidden = stage.guild.create_text_channel("hidden")
    hidden.show_only_to()
    abroad = stage.discord.create_guild("Abroad").create_text_channel("far")
    patron = stage.guild.create_role("Patron")
    message = await posted(
        stage,
        ui.ChannelSelect(custom_id="where", channel_types=[TEXT]),
        ui.RoleSelect(custom_id="role"),
        ui.UserSelect(custom_id="who"),
    )
    wrong = [("where", voice), ("where", hidden), ("where", abroad), ("where", patron)]
    wrong += [("role", stage.anna), ("who", patron)]
    for custom_id, chosen in wrong:
        with pytest.raises(ActionError):
            await stage.anna.select(message, custom_id, [chosen])


async def test_none_is_chosen_where_none_is_enough(stage: Stage):
    """An empty choice is one, too."""
    menu = ui.RoleSelect(custom_id="role", min_values=0)
    message = await posted(stage, menu)
    heard = stage.bot.wait_for("interaction", timeout=WITHIN)
    await stage.anna.select(message, "role", [])
    assert (await heard).data["values"] == []


async def test_what_a_form_has_by_default_is_sent(stage: Stage):
    """Where nobody touched it: channels, roles, boxes, a radio."""
    patron = stage.guild.create_role("Patron")
    form = ui.Modal(title="Defaults", custom_id="form")
    controls = [
        ui.ChannelSelect(custom_id="where", default_values=[discord.Object(stage.channel.id)]),
        ui.RoleSelect(custom_id="role", default_values=[discord.Object(patron.id)]),
        ui.RadioGroup(custom_id="radio", options=_options(discord.RadioGroupOption, 1)),
        ui.CheckboxGroup(custom_id="boxes", options=_options(discord.CheckboxGroupOption, 0, 2)),
    ]
    for control in controls:
        form.add_item(ui.Label(text=control.custom_id, component=control))
    pressed = await stage.anna.press(
        await posted(stage, ui.Button(label="Open", custom_id="open")), "open"
    )
    await until(lambda: stage.bot.interactions)
    await stage.bot.interactions[-1].response.send_modal(form)
    await pressed.response()
    with pytest.raises(ActionError):
        await stage.anna.submit(pressed, {"boxes": []})
    await stage.anna.submit(pressed, {})
    await until(lambda: form.children[0].component.values)
    where, role, radio, boxes = (label.component for label in form.children)
    assert [channel.name for channel in where.values] == ["art"]
    assert [each.name for each in role.values] == ["Patron"]
    assert (radio.value, boxes.values) == ("1", ["0", "2"])


def _options(kind: Any, *chosen: int) -> list[Any]:
    """Return three options, of which some are chosen."""
    return [kind(label=str(n), value=str(n), default=n in chosen) for n in range(3)]


async def test_a_command_of_a_persons_menu(stage: Stage):
    """It gets the member with their roles."""
    patron = stage.guild.create_role("Patron")
    zoe = stage.discord.create_member(stage.guild, "zoe", roles=[patron])
    await stage.discord.wait_for(lambda: stage.anna.user_menus(stage.channel))
    names = [command["name"] for command in stage.anna.user_menus(stage.channel)]
    assert names == ["Who is this"]
    asked = await stage.anna.user_menu(stage.channel, "Who is this", zoe)
    assert (await asked.result()).text == "zoe 1"
    with pytest.raises(ActionError):
        await stage.anna.user_menu(stage.channel, "Look closer", zoe)


async def test_automod_refuses_what_says_a_blocked_word(stage: Stage):
    """A message, also in a component and as an edit (200000), and a thread's name (200001)."""
    stage.discord.block_words("secret")
    channel = stage.bot.get_channel(stage.channel.id)
    sent = await channel.send("harmless")
    view = ui.LayoutView().add_item(ui.TextDisplay("A SECRET"))
    for refused, code in (
        (channel.send("a secret"), 200000),
        (channel.send(view=view), 200000),
        (sent.edit(content="secrets"), 200000),
        (sent.create_thread(name="my secret"), 200001),
    ):
        with pytest.raises(discord.HTTPException) as caught:
            await refused
        assert caught.value.code == code
    await sent.create_thread(name="harmless")
