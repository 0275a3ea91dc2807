"""`/settings export` and `import`."""

import tomllib
from typing import Any

import discord
import pytest
from simcord.components import walk_components

from bot.domain.guild_settings import NAMES, Editors, Feature, GuildSettings, ThreadPolicy
from bot.domain.model import ModelKind
from bot.domain.request import Safety
from bot.interface.client import AtelierClient
from demo.discord import ActionError, Message
from demo.stack import Stack
from tests.acting import WITHIN, answered, until, whispered
from tests.discord.test_settings import filled, settings
from tests.worlds import Join, joined


def file_of(world: Stack, message: Message) -> str:
    """Return the file that hangs on a message."""
    parts = walk_components(message.payload["components"])
    (url,) = [part["file"]["url"] for part in parts if part["type"] == 13]
    stored = world.discord.model.cdn.find(url)
    assert stored is not None
    return stored.data.decode()


async def exported(world: Stack) -> str:
    """Return what is handed out."""
    message = await answered(world, await world.anna.slash(world.art, "settings export"))
    assert message.ephemeral
    return file_of(world, message)


async def given(world: Stack, file: str | bytes) -> Message:
    """Give a file, and return what is said of it."""
    data = file.encode() if isinstance(file, str) else file
    asked = await world.anna.slash(world.art, "settings import", file=("settings.toml", data))
    message = await answered(world, asked)
    assert message.ephemeral
    return message


async def confirmed(world: Stack, message: Message) -> Message:
    """Confirm that all is to be changed, and return what is said of that."""
    before = message.payload
    await world.anna.press(message, label="Change all that")
    return await world.discord.message_changed(
        message, lambda seen: seen.payload != before, within=WITHIN
    )


def everything(world: Stack, client: AtelierClient) -> dict[str, Any]:
    """Return settings that all differ from what is usual."""
    painters = world.guild.create_role("Painters\nand # friends")
    models = client.services.models
    image = next(iter(models.known(ModelKind.IMAGE)))
    chat = next(iter(models.known(ModelKind.CHAT)))
    return {
        "channels": (world.art.id,),
        "threads": ThreadPolicy.ASK,
        "age_restricted_only": True,
        "roles": (painters.id,),
        "editors": Editors.AUTHOR,
        "models": (image, chat),
        "image_model": image,
        "chat_model": chat,
        "aspect": "16:9",
        "size": "2K",
        "safety": Safety.STRICT,
        "off": (Feature.SEARCH,),
        "daily_pictures": 7,
        "daily_messages": 0,
        "more": {painters.id: 30},
        "cooldown": 15,
        "budget": 12_340_000,
        "dearer": True,
        "time_zone": "Asia/Tokyo",
        "spoilers": True,
        "show_cost": True,
        "persona": 'An "owl"\nof # few = words \\ é',
        "locale": "pt-BR",
        "retention_days": 30,
        "log_channel": world.art.id,
        "log_prompts": True,
        "reports": True,
    }


async def change(client: AtelierClient, world: Stack, changes: dict[str, Any]) -> None:
    """Let settings hold, as if they had been entered."""
    book = client.services.guild_book
    await book.change(
        world.guild.id,
        changes,
        seen=book.versioned(world.guild.id).revision,
        author_id=world.anna.id,
        now=discord.utils.utcnow(),
    )


async def test_what_is_exported_can_be_imported(world: Stack, client: AtelierClient) -> None:
    """Each setting comes back as it was, from one that is decided and from one that is not."""
    all_set = everything(world, client)
    await until(lambda: len(client.guilds[0].roles) > 2)
    assert all_set.keys() == set(NAMES)
    usual = await exported(world)
    await change(client, world, all_set)
    decided = await exported(world)
    assert "Nothing changes" in (await given(world, decided)).text
    await confirmed(world, await given(world, usual))
    assert settings(world, client) == GuildSettings()
    await confirmed(world, await given(world, decided))
    assert settings(world, client) == GuildSettings(**all_set)


async def test_each_setting_is_explained_in_the_file(world: Stack, client: AtelierClient) -> None:
    """By its name and meaning, and what is only an id by what it is called."""
    await change(client, world, {"channels": (world.art.id,)})
    text = await exported(world)
    assert text.count("# ") > 2 * len(NAMES)
    assert f"# {world.art.id}: {world.art.name}\nchannels = [" in text
    assert "# never, always, ask\nthreads" in text
    assert tomllib.loads(text).keys() == set(NAMES)


async def test_a_file_says_what_it_changes_before_it_does(
    world: Stack, client: AtelierClient
) -> None:
    """And nothing is changed until that is confirmed; what it does not name stays."""
    await filled(world, "much", cooldown="9")
    asked = await given(world, "budget = 25\nspoilers = true\ncooldown = 9")
    assert asked.text == (
        "📥 This file changes:\n**Money a month**: no limit → US$25.00\n"
        "**Pictures as spoilers**: off → on"
    )
    assert settings(world, client) == GuildSettings(cooldown=9)
    done = await confirmed(world, asked)
    assert done.text == "✅ Changed: Money a month, Pictures as spoilers"
    assert settings(world, client) == GuildSettings(cooldown=9, budget=25_000_000, spoilers=True)


async def test_all_mistakes_of_a_file_are_told_at_once(world: Stack, client: AtelierClient) -> None:
    """By name; and nothing of it can be confirmed."""
    told = await given(
        world,
        """
        budget = 1.005
        spoilers = "yes"
        threads = "sometimes"
        channels = [1]
        roles = "all"
        models = ["gpt"]
        daily_pictures = true
        time_zone = 5
        persona = 5
        locale = "xx"
        colour = "red"
        cooldown = 3
        [more]
        7 = 5
        """,
    )
    for said in (
        "“Money a month” takes US dollars",
        "“Pictures as spoilers” takes true or false",
        "“Threads” can't be “sometimes”. It takes: never, always, ask",
        "“Channels” takes channels of this server, by their ids; “1” is none",
        "“Roles” takes several things",
        "“Models” can't be “gpt”",
        "“Pictures a day” takes a whole number",
        "there is no time zone “5”",
        "“Persona” takes words",
        "“Language” can't be “xx”",
        "“colour” is no setting that I know",
        "“Roles with more pictures a day” takes roles of this server",
    ):
        assert said in told.text
    assert not told.buttons
    assert settings(world, client) == GuildSettings()


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (b"budget = ", "can't be read as TOML"),
        (b"budget = " + b"9" * 5_000, "can't be read as TOML"),
        (b"budget = 0x" + b"F" * 9_000, "can't be read as TOML"),
        (b"roles = " + b"[" * 60_000, "can't be read as TOML"),
        (b"persona = '" + b"a" * 64 * 1024 + b"'", "may have 64 KB at most"),
        (b"\x89PNG\r\n\x1a\n\xff", "could not be read as text"),
        (b"channels = [" + b"1," * 26 + b"]", "“Channels” takes 25 at most"),
        (b"\n".join(b"a%d = 1" % number for number in range(50)), "and 30 more things"),
    ],
)
async def test_what_is_no_such_file_is_told(
    world: Stack, client: AtelierClient, file: bytes, told: str
) -> None:
    """However large, deep or broken it is."""
    assert told in (await given(world, file)).text


async def test_a_file_is_confirmed_after_a_restart(world: Stack, join: Join) -> None:
    """It hangs on the question, and is read from there once more."""
    async with joined(world):
        asked = await given(world, "budget = 25")
    client = await join()
    await confirmed(world, asked)
    assert settings(world, client).budget == 25_000_000


async def test_what_was_changed_since_is_not_undone(world: Stack, client: AtelierClient) -> None:
    """Of two who change the same, the later one is told."""
    asked = await given(world, "budget = 25\ncooldown = 3")
    await filled(world, "much", budget="30")
    pressed = await world.anna.press(asked, label="Change all that")
    assert "Somebody else has just changed Money a month" in (await whispered(world, pressed)).text
    assert settings(world, client) == GuildSettings(budget=30_000_000)


async def test_what_is_gone_by_then_is_told(world: Stack, client: AtelierClient) -> None:
    """What the file says is checked when it is confirmed, too."""
    room = world.guild.create_text_channel("room")
    asked = await given(world, f"channels = [{room.id}]")
    known = client.get_channel(room.id)
    assert isinstance(known, discord.TextChannel)
    await known.delete()
    await until(lambda: client.get_channel(room.id) is None)
    assert "takes channels of this server" in (await confirmed(world, asked)).text
    assert settings(world, client) == GuildSettings()


async def test_who_imported_what_is_told_in_the_log_channel(
    world: Stack, client: AtelierClient
) -> None:
    """As if each had been changed by hand."""
    await confirmed(world, await given(world, f"log_channel = {world.art.id}\nbudget = 25"))
    told = await world.art.wait_for_message(within=WITHIN)
    assert f"{world.anna.mention} changed **Money a month**: no limit → US$25.00" in told.text


@pytest.mark.parametrize("command", ["settings export", "settings import"])
async def test_files_are_for_those_who_manage_the_server(
    world: Stack, client: AtelierClient, command: str
) -> None:
    """Discord offers them to nobody else."""
    options = {"file": ("settings.toml", b"budget = 25")} if command.endswith("import") else {}
    with pytest.raises(ActionError):
        await world.ben.slash(world.art, command, **options)
