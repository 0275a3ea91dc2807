"""Menus, groups and boxes on the page: what is offered, and what the bot gets of it."""

import io
from typing import Any

import discord
import pytest
from discord import ui

from tests.system.embedded_discord.page.tabs import Tab
from tests.system.embedded_discord.stage import until

pytestmark = pytest.mark.browser

TEXT, CATEGORY = discord.ChannelType.text, discord.ChannelType.category


async def posted(tab: Tab, *items: ui.Item[Any], files: list[discord.File] | None = None) -> Any:
    """Let the bot post items, and open the page on them; return the message there."""
    view = ui.LayoutView(timeout=None)
    for item in items:
        view.add_item(item)
    stage = tab.browser.stage
    await stage.bot.get_channel(stage.channel.id).send(view=view, files=files or [])
    await tab.open()
    article = tab.tab.get_by_role("article").last
    await article.wait_for()
    return article


async def heard(tab: Tab) -> discord.Interaction:
    """Return what the bot got last, once it got something."""
    bot = tab.browser.stage.bot
    await until(lambda: bot.interactions)
    return bot.interactions.pop()


async def chosen(tab: Tab) -> list[str]:
    """Return the values that the bot got, and acknowledge them."""
    asked = await heard(tab)
    await asked.response.defer()
    return asked.data["values"]


async def opened(tab: Tab, form: ui.Modal) -> Any:
    """Let a button open a form; return it on the page."""
    article = await posted(tab, ui.ActionRow(ui.Button(label="Open", custom_id="open")))
    await article.get_by_role("button", name="Open").click()
    await (await heard(tab)).response.send_modal(form)
    shown = tab.tab.get_by_role("dialog", name=form.title)
    await shown.wait_for()
    return shown


def labelled(control: ui.Item[Any], text: str) -> ui.Label[Any]:
    """Put a control below its name."""
    return ui.Label(text=text, component=control)


async def test_several_roles_are_chosen_by_their_boxes(tab: Tab):
    """No more than the menu takes; what is chosen stands on it."""
    guild = tab.browser.stage.guild
    roles = {name: guild.create_role(name) for name in ("low", "middle", "high")}
    menu = ui.RoleSelect(
        custom_id="roles", max_values=2, placeholder="Who may", default_values=[_as(roles["low"])]
    )
    article = await posted(tab, ui.ActionRow(menu))
    assert await article.locator(".chosen").all_inner_texts() == ["@low"]
    await article.locator("summary").click()
    await article.get_by_label("@high").check()
    assert await article.get_by_label("@middle").is_disabled()
    await (
        article.get_by_role("button", name="Absenden")
        .or_(article.get_by_role("button", name="Submit"))
        .click()
    )
    assert set(await chosen(tab)) == {str(roles["low"].id), str(roles["high"].id)}


def _as(role: Any) -> Any:
    return discord.SelectDefaultValue(id=role.id, type=discord.SelectDefaultValueType.role)


async def test_a_menu_of_channels_offers_the_kinds_it_takes(tab: Tab):
    """Of those that the member sees."""
    guild = tab.browser.stage.guild
    more = guild.create_category("More")
    guild.create_voice_channel("voice")
    guild.create_text_channel("hidden").show_only_to()
    menu = ui.ChannelSelect(custom_id="where", channel_types=[TEXT, CATEGORY])
    article = await posted(tab, ui.ActionRow(menu))
    offered = await article.locator("option").all_inner_texts()
    assert offered[1:] == ["🗂️ More", "# art"]
    await article.locator("select").select_option(label="🗂️ More")
    assert await chosen(tab) == [str(more.id)]


async def test_a_menu_is_emptied_where_none_is_enough(tab: Tab):
    """By its first entry."""
    options = [discord.SelectOption(label="One", value="1", default=True)]
    menu = ui.Select(custom_id="one", min_values=0, required=False, options=options)
    article = await posted(tab, ui.ActionRow(menu))
    assert await article.locator("select").input_value() == "1"
    await article.locator("select").select_option("")
    assert await chosen(tab) == []


async def test_people_and_roles_are_in_one_menu(tab: Tab):
    """The bot gets which is which."""
    role = tab.browser.stage.guild.create_role("low")
    article = await posted(tab, ui.ActionRow(ui.MentionableSelect(custom_id="who")))
    assert await article.locator("option").all_inner_texts() == ["Choose", "@low", "anna"]
    await article.locator("select").select_option(label="@low")
    asked = await heard(tab)
    await asked.response.defer()
    assert list(asked.data["resolved"]) == ["roles"]
    assert asked.data["values"] == [str(role.id)]


async def test_a_form_has_radios_boxes_and_menus(tab: Tab):
    """With what they are for, and what is chosen at first; the bot gets what was changed."""
    role = tab.browser.stage.guild.create_role("low")
    radio = ui.RadioGroup(
        custom_id="radio",
        options=[
            discord.RadioGroupOption(label="Never", value="never", default=True),
            discord.RadioGroupOption(label="Always", value="always", description="All of it"),
        ],
    )
    boxes = ui.CheckboxGroup(
        custom_id="boxes",
        options=[
            discord.CheckboxGroupOption(label=name, value=name, default=name == "a")
            for name in "abc"
        ],
    )
    roles = ui.RoleSelect(custom_id="roles", max_values=2, min_values=0, required=False)
    cost = ui.Checkbox(custom_id="cost")
    form = ui.Modal(title="Limits", custom_id="limits")
    for item in (
        ui.TextDisplay("Who may **how much**"),
        ui.Label(text="Threads", description="Where it goes", component=radio),
        labelled(boxes, "Features"),
        labelled(roles, "Roles"),
        labelled(cost, "Show the cost"),
    ):
        form.add_item(item)
    shown = await opened(tab, form)
    await shown.get_by_text("Where it goes").wait_for()
    await shown.get_by_text("All of it").wait_for()
    assert await shown.get_by_label("Never").is_checked()
    await shown.get_by_label("Always").check()
    await shown.get_by_label("c", exact=True).check()
    await shown.locator("summary").click()
    await shown.get_by_label("@low").check()
    await shown.get_by_label("Show the cost").check()
    await shown.get_by_role("button", name="Submit").click()
    asked = await heard(tab)
    await asked.response.defer()
    assert (radio.value, boxes.values, cost.value) == ("always", ["a", "c"], True)
    assert [each.id for each in roles.values] == [role.id]


async def test_a_group_that_needs_a_box_keeps_its_form_open(tab: Tab):
    """Until one is checked."""
    options = [discord.CheckboxGroupOption(label=name, value=name) for name in "ab"]
    boxes = ui.CheckboxGroup(custom_id="boxes", max_values=1, options=options)
    form = ui.Modal(title="Limits", custom_id="limits")
    form.add_item(labelled(boxes, "Features"))
    shown = await opened(tab, form)
    await shown.get_by_role("button", name="Submit").click()
    first = shown.get_by_label("a", exact=True)
    assert await first.evaluate("box => box.validity.customError")
    await first.check()
    assert await shown.get_by_label("b", exact=True).is_disabled()
    await shown.get_by_role("button", name="Submit").click()
    await (await heard(tab)).response.defer()
    assert boxes.values == ["a"]


async def test_roles_and_channels_are_drawn_by_name(tab: Tab):
    """In the colour of the role; one that is gone is told."""
    stage = tab.browser.stage
    role = stage.guild.create_role("Patron", colour=0xE0A030)
    await stage.anna.send(stage.channel, f"{role.mention} {stage.channel.mention} <@&{10**17}>")
    await tab.open()
    mentions = tab.tab.get_by_role("article").locator("discord-mention")
    assert await mentions.all_inner_texts() == ["Patron", "art", "unknown role"]
    assert await mentions.first.get_attribute("color") == "#e0a030"


async def test_a_persons_menu_has_the_bots_commands(tab: Tab):
    """At their name; with their roles."""
    stage = tab.browser.stage
    patron = stage.guild.create_role("Patron")
    zoe = stage.discord.create_member(stage.guild, "zoe", roles=[patron])
    await zoe.send(stage.channel, "quiet")
    await tab.open()
    await tab.tab.get_by_role("article").get_by_role("button", name="zoe").click()
    menu = tab.tab.get_by_role("menu", name="zoe")
    await menu.get_by_text("zoe · Patron").wait_for()
    await menu.get_by_role("menuitem", name="Who is this").click()
    await tab.tab.get_by_role("article").filter(has_text="zoe 1").wait_for()


async def test_a_file_of_numbers_is_saved(tab: Tab):
    """By its name, with its bytes."""
    table = discord.File(io.BytesIO(b"day,pictures\n"), "usage.csv")
    article = await posted(tab, ui.File("attachment://usage.csv"), files=[table])
    async with tab.tab.expect_download() as saving:
        await article.get_by_role("link", name="usage.csv").click()
    saved = await saving.value
    assert saved.suggested_filename == "usage.csv"
    assert (await saved.path()).read_bytes() == b"day,pictures\n"


async def test_automod_is_switched_on(tab: Tab):
    """In the panel, by the words that it refuses."""
    stage = tab.browser.stage
    await tab.open()
    await tab.tab.locator(".panel-button").click()
    await tab.tab.get_by_role("tab", name="Switches").click()
    words = tab.tab.get_by_label("Words that it blocks")
    await words.fill("secret, hidden")
    await words.press("Tab")
    await stage.discord.wait_for(lambda: stage.discord.model.blocked_words == ["secret", "hidden"])
    with pytest.raises(discord.HTTPException) as caught:
        await stage.bot.get_channel(stage.channel.id).send("A Secret")
    assert caught.value.code == 200000
