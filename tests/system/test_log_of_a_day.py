"""What a server's moderators read in their log channel at the end of a day."""

import re
from datetime import UTC, datetime
from typing import Final

import pytest

from bot.domain.access import Asker
from bot.interface.client import AtelierClient
from bot.interface.messages import log_posts
from demo.discord import Channel, Member
from demo.stack import Stack
from tests.acting import WITHIN, Held, answered, at_work, until
from tests.discord.test_each_button import pressed, seen, settings_page
from tests.worlds import decide

DAY: Final = (
    r"⚙️ {anna} changed \*\*Prompts in the log channel\*\*: off → on",
    r"⚙️ {anna} changed \*\*Members can report\*\*: off → on",
    r"📝 {ben}: “a red kite” · https://discord\.com/channels/\d+/\d+/\d+",
    r"⚠️ This month's money is running out: US\$[\d.]+ of US\$[\d.]+ are spent\.",
    r"📝 {ben}: “a blue kite” · https://.*",
    r"⛔ This month's money, US\$[\d.]+, is no longer enough for all that is asked\. There .*",
    r"\S+ {anna} gave {ben} 3 more pictures for today\.",
    r"🚩 {dora} reported https://discord\.com/channels/\S+ of {ben}: “rude”",
    r"🗑️ {anna} deleted it\.",
    r"🗑️ {anna} deleted something of {ben} in {art}\.",
    r"🚫 {anna} blocked {ben}: “enough”",
    r"✅ {anna} let {ben} in again\.",
)


async def painted(world: Stack, member: Member, prompt: str) -> None:
    """Ask for a picture, and wait until there is one, or why not."""
    await answered(world, await member.slash(world.art, "imagine", prompt=prompt))


async def sent(world: Stack, log: Channel, part: str) -> None:
    """Return once the log says this."""
    await log.wait_for_message(lambda message: part in message.text, within=WITHIN)


async def test_a_day_is_told_in_order(
    world: Stack, client: AtelierClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, prompts, money, a grant, a report and what came of it, and who was blocked."""
    monkeypatch.setattr(log_posts, "GATHERED_SECONDS", 0.05)
    dora = world.discord.create_member(world.guild, "dora")
    log = world.guild.create_text_channel("log")
    await until(lambda: client.get_channel(log.id))
    await decide(world, client, log_channel=log.id)

    panel = await settings_page("records")(world)
    form = await pressed(world, panel, "set-form-records")
    await form.response(within=WITHIN)
    await seen(world, await world.anna.submit(form, {"reports": True, "log_prompts": True}))
    await sent(world, log, "Prompts in the log channel")

    await painted(world, world.ben, "a red kite")
    await sent(world, log, "a red kite")
    asker = Asker(world.guild.id, (), world.ben.id)
    cost = (await client.services.access.standing(asker, datetime.now(UTC))).micros
    assert cost
    # Once two are paid there is no room for what a third may cost at most.
    held = Held()
    world.relay.next(held)
    asked = await world.ben.slash(world.art, "imagine", prompt="a blue kite")
    await at_work(world, 2)
    await decide(world, client, budget=cost * 9 // 4)
    held.let_go()
    await answered(world, asked)
    await sent(world, log, "running out")
    await painted(world, world.anna, "a green kite")
    await sent(world, log, "is no longer enough")

    given = await world.anna.slash(world.art, "grant", member=world.ben, pictures=3)
    await answered(world, given)
    await sent(world, log, "3 more pictures")

    made = next(each for each in world.art.messages if "a red kite" in each.text)
    report = await dora.context_menu(world.art, "Report", made)
    await report.response(within=WITHIN)
    await answered(world, await dora.submit(report, {"reason": "rude"}))
    record = await log.wait_for_message(lambda each: "🚩" in each.text, within=WITHIN)
    await world.anna.press(record, label="Delete")
    await until(lambda: "deleted it" in record.text)
    await sent(world, log, "deleted something")

    block = await world.anna.user_menu(world.art, "Block or unblock", world.ben)
    await block.response(within=WITHIN)
    await answered(world, await world.anna.submit(block, {"reason": "enough"}))
    await sent(world, log, "“enough”")
    again = await world.anna.user_menu(world.art, "Block or unblock", world.ben)
    await world.anna.press(await answered(world, again), label="Unblock")
    await sent(world, log, "in again")

    told = [line for message in log.messages for line in message.text.splitlines()]
    names = {
        "anna": world.anna.mention,
        "ben": world.ben.mention,
        "dora": dora.mention,
        "art": world.art.mention,
    }
    for line, pattern in zip(told, DAY, strict=True):
        assert re.fullmatch(pattern.format(**names), line), (pattern, line)
    assert not world.discord.pings
