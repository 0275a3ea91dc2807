"""Run a Discord of one's own on loopback: REST, CDN and gateway in front of simcord's model.

A bot reaches it like the real one, over HTTP and a websocket. It has to set three addresses
before it starts; by convention it takes them from one variable,
``ATELIER_DISCORD_URL=http://127.0.0.1:PORT``:

- ``discord.http.Route.BASE = f"{url}/api/v10"``
- ``discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY`` = the same origin as ``ws://…/gateway``
- ``discord.asset.Asset.BASE = f"{url}/cdn"``; an attachment of a message is then at
  ``{url}/cdn/attachments/<channel>/<attachment>/<filename>``, one uploaded with a command or a
  modal at ``{url}/cdn/ephemeral-attachments/…``

Members act from the process that holds the server::

    async with EmbeddedDiscord(port=0, token="…") as discord:
        await discord.connected()                    # the bot is on the gateway
        guild = discord.create_guild("Studio", preferred_locale="zh-CN", premium_tier=0)
        channel = guild.create_text_channel("art", nsfw=False)
        channel.deny_bot("attach_files")
        staff = guild.create_role("Staff", manage_messages=True)
        log = guild.create_text_channel("log", category=guild.create_category("More"))
        log.show_only_to(staff)
        anna = discord.create_member(guild, "anna", locale="en-US", roles=[staff])
        discord.hand_over(guild, anna)               # who owns it may do everything

        asked = await anna.send(channel, "text", files=[("a.png", data)], reply_to=message)
        answer = await channel.wait_for_message(lambda m: m.pictures, after=asked, within=10)

        interaction = await anna.slash(channel, "imagine", prompt="…", image=("a.png", data))
        response = await interaction.response()      # first answer: kind, message, modal, choices
        message = await interaction.result()         # the answer once it no longer "thinks"

        choices = await anna.autocomplete(channel, "imagine", "model", "gem")
        interaction = await anna.context_menu(channel, "Edit picture", message)
        interaction = await anna.user_menu(channel, "Who is this", ben)
        interaction = await anna.press(message, custom_id="…")       # or label="Edit"
        interaction = await anna.select(message, "custom id", ["value", staff])
        interaction = await anna.submit(interaction, {"Label or custom id": "text or files"})
        await anna.send(anna.dm, "hello")
        thread = await anna.start_thread(channel, "name", message=message)
        await discord.wait_for(lambda: channel.threads, within=5)
        await discord.message_changed(message, lambda m: len(m.pictures) == 2)
        anna.sees(channel)                           # with the ephemeral ones that are for her

Places and people can be made before the bot connects or while it runs. What a client would not
let through (a missing option, a disabled button, no permission) raises ``ActionError``. Actions
return as soon as Discord would show them done; what the bot makes of them is awaited
with ``within=`` seconds (no polling: every REST call and gateway event wakes the waiters).
A message is a live view: ``text``, ``pictures`` (``url``, ``width``, ``height``,
``description``, ``bytes()``), ``buttons``, ``selects``, ``reference_id``, ``loading``,
``ephemeral``, ``edited``, ``deleted``, ``pings``.

What went over the wire: ``discord.calls``, ``discord.unknown_routes`` (always worth asserting
empty), ``discord.typing``, ``discord.pings`` (who was notified; edits notify nobody).
What may go wrong: ``discord.faults.add("POST", "/channels/*/messages", status=502, times=1)``
(also 429 with ``retry_after``, ``delay``, and ``applied=True``: done, but the answer was lost),
``discord.gateway.drop()``, ``interaction.expire()``, ``discord.block_words("word")`` (AutoMod).
"""

from demo.discord.faults import Faults
from demo.discord.gateway import Gateway
from demo.discord.interactions import Interaction, Response
from demo.discord.members import Member
from demo.discord.messages import Button, Message, Picture
from demo.discord.places import Channel, Guild, Role
from demo.discord.server import EmbeddedDiscord
from demo.discord.wire import ActionError, Sticker

__all__ = [
    "ActionError",
    "Button",
    "Channel",
    "EmbeddedDiscord",
    "Faults",
    "Gateway",
    "Guild",
    "Interaction",
    "Member",
    "Message",
    "Picture",
    "Response",
    "Role",
    "Sticker",
]
