"""A small bot that uses what a picture bot uses; also runs as a process of its own."""

import asyncio
import io
import os
import re
import sys

import discord
import yarl
from discord import app_commands, ui


def point_at(url: str) -> None:
    """Send discord.py to an embedded Discord."""
    discord.http.Route.BASE = f"{url}/api/v10"
    gateway = yarl.URL(url).with_scheme("ws") / "gateway"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = gateway
    discord.asset.Asset.BASE = f"{url}/cdn"


class Result(ui.LayoutView):
    """A text, a gallery, and buttons."""

    def __init__(self, text: str, pictures: list[tuple[str, str]]) -> None:
        super().__init__(timeout=None)
        self.add_item(ui.TextDisplay(text))
        gallery = ui.MediaGallery()
        for url, alt in pictures:
            gallery.add_item(media=url, description=alt)
        self.add_item(gallery)
        self.add_item(ui.ActionRow(EditButton(7).item, ui.Button(label="Off", disabled=True)))


class EditButton(ui.DynamicItem[ui.Button], template=r"edit:(?P<number>\d+)"):  # ty: the template is discord.py's
    """Open the form."""

    def __init__(self, number: int) -> None:
        super().__init__(ui.Button(label="Edit", custom_id=f"edit:{number}"))

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction, __: ui.Item, match: re.Match[str]
    ) -> "EditButton":
        return cls(int(match["number"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(EditForm())


class EditForm(ui.Modal, title="Edit the picture"):
    """Ask for a text, a size, and further files."""

    what = ui.Label(text="What", component=ui.TextInput(default="brighter", custom_id="what"))
    size = ui.Label(
        text="Size",
        component=ui.Select(
            custom_id="size",
            options=[discord.SelectOption(label="1K"), discord.SelectOption(label="2K")],
        ),
    )
    more = ui.Label(
        text="More", component=ui.FileUpload(custom_id="more", required=False, max_values=2)
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        files = [(file.filename, len(await file.read())) for file in self.more.component.values]
        text = f"{self.what.component.value} {self.size.component.values} {files}"
        await interaction.response.send_message(text, ephemeral=True)


class Painter(discord.Client):
    """Answer commands, menus, presses, replies and direct messages."""

    def __init__(self, intents: discord.Intents) -> None:
        super().__init__(intents=intents, guild_ready_timeout=0.05)
        self.tree = app_commands.CommandTree(self)
        self.heard: list[discord.Message] = []
        self.interactions: list[discord.Interaction] = []
        self.deleted: list[int] = []
        self.resumes = 0
        self.ready = asyncio.Event()
        self._answering = set[asyncio.Task[None]]()
        add_commands(self.tree)

    async def setup_hook(self) -> None:
        self.add_dynamic_items(EditButton)
        await self.tree.sync()

    async def on_ready(self) -> None:
        self.ready.set()

    async def on_resumed(self) -> None:
        self.resumes += 1

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        self.interactions.append(interaction)

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        self.deleted.append(event.message_id)

    async def on_message(self, message: discord.Message) -> None:
        if message.author == self.user:
            return
        self.heard.append(message)
        answering = asyncio.create_task(self._answer(message))
        self._answering.add(answering)
        answering.add_done_callback(self._answering.discard)
        await answering

    async def close(self) -> None:
        """Leave once the answers that a test did not wait for are given."""
        if self._answering:
            await asyncio.wait(self._answering, timeout=5)
        await super().close()

    async def _answer(self, message: discord.Message) -> None:
        if message.content == "thread on this":
            thread = await message.create_thread(name="from a message")
            await thread.send("inside")
        elif message.content == "thread":
            thread = await message.channel.create_thread(
                name="alone", type=discord.ChannelType.public_thread
            )
            await thread.send("inside")
        elif message.content == "type":
            async with message.channel.typing():
                await message.reply("typed")
        elif message.attachments and message.content != "quiet":
            data = await message.attachments[0].read()
            copy = discord.File(io.BytesIO(data), "copy.png", description="a copy")
            await message.reply("echo", file=copy, mention_author=False)


@app_commands.command()
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.choices(aspect=[app_commands.Choice(name=n, value=n) for n in ("1:1", "16:9")])
async def imagine(
    interaction: discord.Interaction,
    prompt: app_commands.Range[str, 1, 100],
    image: discord.Attachment | None = None,
    aspect: str = "1:1",
    model: str = "gem",
    private: int = 0,
) -> None:
    """Make a picture."""
    await interaction.response.defer(ephemeral=bool(private))
    data = await image.read() if image is not None else b"not a picture"
    name = "result.png"
    view = Result(f"{prompt} {aspect}", [(f"attachment://{name}", "alt text")])
    await interaction.edit_original_response(
        view=view, attachments=[discord.File(io.BytesIO(data), name)]
    )


@imagine.autocomplete("model")
async def models(_: discord.Interaction, text: str) -> list[app_commands.Choice[str]]:
    """Suggest a model."""
    names = ("gem-1", "gem-2", "other")
    return [app_commands.Choice(name=n, value=n) for n in names if n.startswith(text)]


@app_commands.context_menu(name="Look closer")
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
async def look(interaction: discord.Interaction, message: discord.Message) -> None:
    """Say what a message holds."""
    text = f"{message.content!r} {len(message.attachments)} {len(message.components)}"
    await interaction.response.send_message(text, ephemeral=True)


@app_commands.context_menu(name="Who is this")
async def who(interaction: discord.Interaction, member: discord.Member) -> None:
    """Say what a member is called, and how many roles they have."""
    await interaction.response.send_message(f"{member.name} {len(member.roles) - 1}")


@app_commands.command()
async def slow(interaction: discord.Interaction, seconds: float) -> None:
    """Answer late."""
    await asyncio.sleep(seconds)
    await interaction.response.send_message("late")


@app_commands.command()
async def shout(interaction: discord.Interaction, text: str) -> None:
    """Say a text with the default mentions."""
    await interaction.response.send_message(text)


ask = app_commands.Group(name="ask", description="Ask")


@ask.command()
async def about(
    interaction: discord.Interaction, who: discord.User, where: discord.TextChannel
) -> None:
    """Say who and where."""
    await interaction.response.send_message(f"{who.name} in {where.name}")


@ask.command()
async def form(interaction: discord.Interaction) -> None:
    """Open a form with every kind of control."""
    await interaction.response.send_modal(EveryControl())


class EveryControl(ui.Modal, title="Everything"):
    """Hold what EditForm leaves out."""

    note = ui.TextDisplay("Please choose")
    ratio = ui.Label(
        text="Ratio",
        component=ui.RadioGroup(
            custom_id="ratio",
            options=[discord.RadioGroupOption(label=n, value=n) for n in ("1:1", "16:9")],
        ),
    )
    extras = ui.Label(
        text="Extras",
        component=ui.CheckboxGroup(
            custom_id="extras",
            required=False,
            options=[discord.CheckboxGroupOption(label=n, value=n) for n in ("a", "b", "c")],
        ),
    )
    private = ui.Label(text="Private", component=ui.Checkbox(custom_id="private", default=True))
    size = ui.Label(
        text="Size",
        component=ui.Select(
            custom_id="size", options=[discord.SelectOption(label="2K", default=True)]
        ),
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        said = (
            self.ratio.component.value,
            self.extras.component.values,
            self.private.component.value,
            self.size.component.values,
        )
        await interaction.response.send_message(str(said))


def add_commands(tree: app_commands.CommandTree) -> None:
    """Add every command of this module."""
    for command in (imagine, look, who, slow, shout, ask):
        tree.add_command(command)


async def main(url: str, token: str) -> None:
    """Run until stopped."""
    point_at(url)
    intents = discord.Intents.default()
    intents.message_content = True
    async with Painter(intents) as bot:
        await bot.start(token)


if __name__ == "__main__":
    asyncio.run(main(os.environ["ATELIER_DISCORD_URL"], sys.argv[1]))
