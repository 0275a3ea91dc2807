"""What a member collected goes along with what they ask for next, as far as they still see it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import discord

from bot.domain.conversation import Pointer
from bot.domain.errors import Gone, MissingPermissions, UnusablePicture
from bot.domain.guild_settings import Feature
from bot.domain.job import JobKind
from bot.domain.picture import Picture
from bot.domain.references import MOST, Reference
from bot.interface.attachments import fetched, pictures_of
from bot.interface.messages.files import ShownPicture
from bot.interface.permissions import may_view
from bot.services.admission import Visit
from bot.services.generation import Generation
from bot.services.intake import AcceptedUploads, Claim, Upload
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
        """Keep the pictures of a message that a member sees; return how many found no room.

        Raise UnusablePicture for a sticker of which there is none.
        """
        for each in pictures:
            if isinstance(each, Upload) and each.claim is Claim.DRAWN:
                raise UnusablePicture(key="error-picture-drawn", name=each.filename)
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
        return (await self._looked(interaction, references, most=len(references))).found

    async def take(  # noqa: PLR0913 (what may be wanted)
        self,
        interaction: discord.Interaction,
        visit: Visit,
        uploads: Sequence[Upload],
        *,
        most: int,
        needed: int = 0,
        optional: bool = False,
        count: int = 1,
        features: Collection[Feature] = (),
        style: Sequence[Picture] = (),
    ) -> AcceptedUploads:
        """Take what came with a request for pictures, and what else goes along, as far as it fits.

        That is first what a style has, then what was collected.
        """
        accepted = await self._generation.take(
            visit,
            JobKind.PICTURE,
            uploads,
            most=most,
            needed=needed,
            optional=optional,
            count=count,
            features=features,
        )
        if style:
            accepted = _with_style(accepted, style, most=most)
        waiting = await self.waiting(visit.author_id)
        if not waiting:
            return accepted
        room = max(most - len(accepted.pictures), 0)
        looked = await self._looked(interaction, waiting, most=room)
        found = looked.found
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
                *_left_out(looked, most=most),
            ),
            shrunk=(*accepted.shrunk, *fetched.shrunk),
            first_frames=accepted.first_frames or fetched.first_frames,
            collected=tuple(looked.over),
            along=len(made) + len(fetched.pictures),
        )

    async def _looked(
        self, interaction: discord.Interaction, references: Sequence[Reference], *, most: int
    ) -> "_Looked":
        """Look for one reference after the other, until so many are found."""
        looked = _Looked()
        sight = _Sight(interaction)
        for number, each in enumerate(references):
            if len(looked.found) == most:
                looked.beyond = len(references) - number
                break
            try:
                picture = await self._look(sight, each)
            except MissingPermissions:
                looked.hidden += 1
                continue
            looked.over.append(each.id)
            if picture is None:
                looked.gone += 1
            else:
                looked.found.append(picture)
        return looked

    async def _look(self, sight: "_Sight", reference: Reference) -> ShownPicture | Upload | None:
        """Find a picture: what the bot made is stored, any other is looked up.

        Return None for what is gone, or not for the caller to see any more; raise
        MissingPermissions for what can't be looked at from here. One's own pictures always can.
        """
        made = reference.made
        if made is None:
            if not await sight.may_view(reference.channel_id):
                return None
            uploads = await sight.uploads(reference.channel_id, reference.message_id)
            return uploads[reference.position] if reference.position < len(uploads) else None
        turn = await self._conversations.turn(made.turn_id)
        picture = turn.picture(made.part) if turn else None
        if turn is None or picture is None:
            return None
        is_author = turn.author_id == sight.viewer_id
        if not is_author and not await sight.may_view(reference.channel_id):
            return None
        return ShownPicture(turn, made.part, picture)


@dataclass(slots=True)
class _Looked:
    """What was found of references, and the ids of those that are over: found or gone.

    So many are `gone`, so many `hidden` from here, and so many `beyond` what there was room for.
    """

    found: list[ShownPicture | Upload] = field(default_factory=list[ShownPicture | Upload])
    over: list[int] = field(default_factory=list[int])
    gone: int = 0
    hidden: int = 0
    beyond: int = 0


class _Sight:
    """What whoever asks sees of channels and messages, each of which is asked for once."""

    def __init__(self, interaction: discord.Interaction) -> None:
        self._interaction = interaction
        self._channels: dict[int, bool] = {}
        self._messages: dict[int, list[Upload]] = {}
        self.viewer_id = interaction.user.id

    async def may_view(self, channel_id: int) -> bool:
        """Tell whether they see what is said in a channel; raise MissingPermissions."""
        if channel_id not in self._channels:
            self._channels[channel_id] = await may_view(self._interaction, channel_id)
        return self._channels[channel_id]

    async def uploads(self, channel_id: int, message_id: int) -> list[Upload]:
        """Return the pictures of a message, none where it is gone; raise MissingPermissions."""
        if message_id not in self._messages:
            channel = self._interaction.client.get_partial_messageable(channel_id)
            try:
                found = pictures_of(await fetched(channel, message_id))
            except Gone:
                found = []
            self._messages[message_id] = found
        return self._messages[message_id]


def _with_style(
    accepted: AcceptedUploads, style: Sequence[Picture], *, most: int
) -> AcceptedUploads:
    """Let the pictures of a style go along, and say how many found no room."""
    room = max(most - len(accepted.pictures), 0)
    left = len(style[room:])
    said = UnusablePicture(key="error-style-left", count=left, limit=most)
    return replace(
        accepted,
        pictures=(*accepted.pictures, *style[:room]),
        skipped=(*accepted.skipped, said) if left else accepted.skipped,
    )


def _left_out(looked: _Looked, *, most: int) -> list[UnusablePicture]:
    """Say how many of what was collected are gone, and how many wait for another time or place."""
    said: list[UnusablePicture] = []
    if looked.gone:
        said.append(UnusablePicture(key="error-references-gone", count=looked.gone))
    if looked.hidden:
        said.append(UnusablePicture(key="error-references-hidden", count=looked.hidden))
    if looked.beyond:
        said.append(UnusablePicture(key="error-references-left", count=looked.beyond, limit=most))
    return said
