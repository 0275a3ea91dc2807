"""What a member collected goes along with what they ask for next, as far as they still see it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby

import discord

from bot.domain.conversation import Pointer
from bot.domain.errors import Gone, MissingPermissions, UnusablePicture
from bot.domain.job import JobKind
from bot.domain.references import MOST, Reference
from bot.interface.attachments import fetched, pictures_of
from bot.interface.messages.files import ShownPicture
from bot.interface.permissions import may_view
from bot.services.admission import Visit
from bot.services.generation import Generation
from bot.services.intake import AcceptedUploads, Upload
from bot.services.ports.conversations import Conversations
from bot.services.ports.references import References


class CollectedReferences:
    """Collect pictures of messages, and find them again; bytes are fetched when they are used."""

    def __init__(
        self, references: References, conversations: Conversations, generation: Generation
    ) -> None:
        self._references = references
        self._conversations = conversations
        self._generation = generation

    async def collect(
        self,
        interaction: discord.Interaction,
        pictures: Sequence[Pointer | Upload],
        *,
        channel_id: int,
        message_id: int,
    ) -> int:
        """Keep the pictures of a message that a member sees; return how many found no room."""
        found = [
            Reference(
                interaction.guild_id,
                channel_id,
                message_id,
                position,
                picture if isinstance(picture, Pointer) else None,
            )
            for position, picture in enumerate(pictures)
        ]
        now = datetime.now(UTC)
        return await self._references.collect(interaction.user.id, found, now, most=MOST)

    async def waiting(self, member_id: int) -> list[Reference]:
        """Return what waits for a member, oldest first."""
        return await self._references.collected_by(member_id, datetime.now(UTC))

    async def clear(self, member_id: int) -> None:
        """Let nothing wait any longer."""
        await self._references.clear_collected(member_id)

    async def found(
        self, interaction: discord.Interaction, references: Sequence[Reference]
    ) -> list[ShownPicture | Upload]:
        """Return those of these that are still there, and that the caller still may see."""
        found: list[ShownPicture | Upload] = []
        for (channel_id, message_id), of_message in groupby(
            references, lambda each: (each.channel_id, each.message_id)
        ):
            if await may_view(interaction, channel_id):
                found += await self._of_message(
                    interaction, channel_id, message_id, list(of_message)
                )
        return found

    async def take(
        self,
        interaction: discord.Interaction,
        visit: Visit,
        uploads: Sequence[Upload],
        *,
        most: int,
        needed: int = 0,
        optional: bool = False,
        count: int = 1,
    ) -> AcceptedUploads:
        """Take what came with a request for pictures, and what was collected as far as it fits."""
        accepted = await self._generation.take(
            visit,
            JobKind.PICTURE,
            uploads,
            most=most,
            needed=needed,
            optional=optional,
            count=count,
        )
        waiting = await self.waiting(visit.author_id)
        if not waiting:
            return accepted
        used = waiting[: max(most - len(accepted.pictures), 0)]
        found = await self.found(interaction, used)
        files = [each for each in found if isinstance(each, Upload)]
        fetched = await self._generation.take(
            visit, JobKind.PICTURE, files, most=len(files), optional=True, count=count
        )
        made = [each.picture for each in found if isinstance(each, ShownPicture)]
        return replace(
            accepted,
            pictures=(*accepted.pictures, *made, *fetched.pictures),
            skipped=(
                *accepted.skipped,
                *fetched.skipped,
                *_left_out(used, found, beyond=len(waiting) - len(used), most=most),
            ),
            shrunk=(*accepted.shrunk, *fetched.shrunk),
            first_frames=accepted.first_frames or fetched.first_frames,
            collected=tuple(each.id for each in used),
            along=len(made) + len(fetched.pictures),
        )

    async def _of_message(
        self,
        interaction: discord.Interaction,
        channel_id: int,
        message_id: int,
        references: Sequence[Reference],
    ) -> list[ShownPicture | Upload]:
        """Find pictures of one message: what the bot made is stored, any other is looked up."""
        found: list[ShownPicture | Upload] = []
        uploads: list[Upload] | None = None
        for each in references:
            if each.made is not None:
                turn = await self._conversations.turn(each.made.turn_id)
                picture = turn.picture(each.made.part) if turn else None
                if turn and picture:
                    found.append(ShownPicture(turn, each.made.part, picture))
                continue
            if uploads is None:
                uploads = await _uploads(interaction, channel_id, message_id)
            found += uploads[each.position : each.position + 1]
        return found


async def _uploads(
    interaction: discord.Interaction, channel_id: int, message_id: int
) -> list[Upload]:
    channel = interaction.client.get_partial_messageable(channel_id)
    try:
        return pictures_of(await fetched(channel, message_id))
    except (Gone, MissingPermissions):
        return []


def _left_out(
    used: Sequence[Reference], found: Sequence[object], *, beyond: int, most: int
) -> list[UnusablePicture]:
    """Say how many of what was collected are gone, and how many wait for another time."""
    gone = len(used) - len(found)
    said: list[UnusablePicture] = []
    if gone:
        said.append(UnusablePicture(key="error-references-gone", count=gone))
    if beyond:
        said.append(UnusablePicture(key="error-references-left", count=beyond, limit=most))
    return said
