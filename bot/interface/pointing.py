"""Find the pictures of a message: attached, inside components, or forwarded."""

from collections.abc import Iterable, Iterator
from typing import Any

import discord

from bot.domain.errors import Gone, NotAllowed
from bot.services.intake import Upload

PICTURE_SUFFIXES = (
    ".png", ".jpg", ".jpeg", ".webp", ".gif", ".heic", ".heif", ".avif", ".bmp", ".tif", ".tiff",
)  # fmt: skip


MOST_POINTED = 25
"""Discord docs, Components: options of a select, which is how one of several is chosen."""


async def message_here(interaction: discord.Interaction[Any], message_id: int) -> discord.Message:
    """Fetch a message of the channel where something was pressed; raise Gone or NotAllowed."""
    channel = interaction.channel
    if not isinstance(channel, discord.abc.Messageable):
        raise Gone
    try:
        return await channel.fetch_message(message_id)
    except discord.NotFound:
        raise Gone from None
    except discord.Forbidden:
        raise NotAllowed(key="error-history-permission") from None


def uploads(attachments: Iterable[discord.Attachment | None]) -> list[Upload]:
    """Name what a member attached, whatever it claims to be."""
    return [Upload(file.url, file.filename, file.size) for file in attachments if file]


def pictures_of(message: discord.Message) -> list[Upload]:
    """Name the first 25 pictures that a message shows, in the order in which they are seen.

    Files that are used in components are not among a message's attachments (Discord docs,
    Components, Media Gallery), so both are read; so are forwarded messages.
    """
    found: list[Upload] = []
    for shown in (message, *message.message_snapshots):
        found += _attached(shown.attachments)
        # discord.py leaves the attribute out where Discord left the field out.
        found += _in_components(getattr(shown, "components", ()))
    return list({upload.url: upload for upload in found}.values())[:MOST_POINTED]


def _attached(attachments: Iterable[discord.Attachment]) -> list[Upload]:
    return uploads(file for file in attachments if _is_picture(file))


def _is_picture(file: discord.Attachment) -> bool:
    if file.content_type:
        return file.content_type.startswith("image/")
    return file.filename.lower().endswith(PICTURE_SUFFIXES)


def _in_components(components: Iterable[discord.Component]) -> Iterator[Upload]:
    for component in components:
        if isinstance(component, discord.MediaGalleryComponent):
            for item in component.items:
                yield _media(item.media)
        elif isinstance(component, discord.ThumbnailComponent):
            yield _media(component.media)
        elif isinstance(component, discord.Container):
            yield from _in_components(component.children)
        elif isinstance(component, discord.SectionComponent):
            yield from _in_components([component.accessory])


def _media(media: discord.UnfurledMediaItem) -> Upload:
    name = media.url.partition("?")[0].rsplit("/", 1)[-1]
    return Upload(media.url, name, 0)
