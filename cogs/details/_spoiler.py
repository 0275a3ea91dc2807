import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, cast
from urllib.parse import unquote, urlsplit

import discord
from discord import ui

from bot.domain.content import Part
from bot.domain.conversation import Turn
from bot.domain.errors import Gone
from bot.domain.job import POINTS
from bot.interface.messages.layouts import line
from bot.interface.permissions import check_owns
from bot.interface.texts import Texts
from bot.services.admission import Admission
from bot.services.ports.jobs import Jobs
from bot.services.ports.messages import Messages
from cogs.details._pressed import opened


class SpoilerButton:
    """Hide the pictures of a post until somebody wants to see them, or show them again."""

    def __init__(self, admission: Admission, jobs: Jobs, messages: Messages, texts: Texts) -> None:
        self._admission = admission
        self._jobs = jobs
        self._messages = messages
        self._texts = texts

    async def pressed(self, interaction: discord.Interaction, job_id: int, hides: int) -> None:
        """Do so for its author or a moderator; what is made of it from now on is veiled like it.

        It is written down once members see it: what Discord does not change can be changed by a
        second press. A post that is gone is passed over; raise Gone where all are. What its author
        alone sees is no post, and is written down alone.
        """
        spoiler = bool(hides)
        async with self._admission.look(author_id=interaction.user.id):
            answer, _, turns = await opened(
                interaction, job_id, self._jobs, self._texts, check_owns
            )
            posts = await self._posts(turns)
            found = not posts
            for channel_id, message_id in posts:
                channel = interaction.client.get_partial_messageable(channel_id)
                with contextlib.suppress(discord.NotFound):
                    await veil(await channel.fetch_message(message_id), spoiler=spoiler)
                    found = True
            if not found:
                raise Gone
            for turn in turns:
                parts = tuple(_veiled(part, spoiler=spoiler) for part in turn.answer)
                await self._jobs.rewritten(turn, parts)
            said = self._texts.get("spoiler-on" if spoiler else "spoiler-off", answer.locale)
            await answer.show(line(said))

    async def _posts(self, turns: Sequence[Turn]) -> list[tuple[int, int]]:
        """Return the channels and messages in which more than their author see the pictures."""
        found = [shown for turn in turns for shown in await self._messages.shown_of(turn.id)]
        posts = {
            (shown.channel_id, shown.message_id)
            for shown in found
            if shown.channel_id and shown.part is not None and shown.position != POINTS
        }
        return sorted(posts)


async def veil(message: discord.Message, *, spoiler: bool) -> None:
    """Change how the pictures of a message hang, and nothing else; their files stay there."""
    layout = ui.LayoutView.from_message(message, timeout=None)
    kept: list[_Kept] = []
    for child in layout.children:
        if isinstance(child, ui.MediaGallery):
            gallery = cast("ui.MediaGallery[Any]", child)
            kept += [_Kept(item.media.attachment_id, spoiler) for item in gallery.items]
            gallery.items = [_hung(item, spoiler=spoiler) for item in gallery.items]
    # discord.py remembers a view with buttons, unless that is over.
    layout.stop()
    await message.edit(view=layout, attachments=cast("list[discord.Attachment]", kept))


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file that stays: an edit of a message names it (Discord docs, Edit Message)."""

    attachment_id: int | None
    spoiler: bool

    def to_dict(self) -> dict[str, Any]:
        """Return it as discord.py sends it."""
        return {"id": self.attachment_id, "is_spoiler": self.spoiler}


def _hung(item: discord.MediaGalleryItem, *, spoiler: bool) -> discord.MediaGalleryItem:
    """Name the file of a picture: its address is one that expires."""
    name = unquote(PurePosixPath(urlsplit(item.media.url).path).name)
    return discord.MediaGalleryItem(
        f"attachment://{name}", description=item.description, spoiler=spoiler
    )


def _veiled(part: Part, *, spoiler: bool) -> Part:
    return replace(part, picture=replace(part.picture, spoiler=spoiler)) if part.picture else part
