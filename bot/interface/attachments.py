"""Find the pictures of a message: attached, inside components, or forwarded."""

import mimetypes
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any, Final

import discord

from bot.domain.errors import Gone, MissingPermissions
from bot.services.intake import Claim, Upload

PICTURE_SUFFIXES = frozenset({
    ".png", ".jpg", ".jpeg", ".webp", ".gif", ".heic", ".heif", ".avif", ".bmp", ".tif", ".tiff",
})  # fmt: skip

PICTURE_TYPES: Final = ("image", ".heic", ".heif", ".bmp", ".tif", ".tiff")
"""The same as Discord is told which files to let through, by their names: ten at most, of which
"image" stands for what its clients show (Discord docs, Components, File Upload: `file_types`)."""

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".csv", ".log"})
"""Names of words, where Discord does not say so. What a file of code is, its bytes tell."""

SPOILER: Final = "SPOILER_"
"""What begins the name of a file of a spoiler (Discord docs, Reference, Uploading Files)."""

UNTYPED = "application/octet-stream"
"""What is said of a file of which nothing is known."""

_VEILED: Final = discord.AttachmentFlags.spoiler.flag

_BEHIND_BARS = re.compile(r"\|\|(.+?)\|\|", re.DOTALL)

_EMOJI = re.compile(r"<a?:(?P<name>\w{2,32}):(?P<id>\d{1,20})>")
"""Discord docs, Reference, Message Formatting: custom emoji."""

LIKELY = frozenset({Claim.PICTURE, Claim.NOTHING})
"""What claims to be a picture, or does not say what it is."""

MOST_POINTED = 25
"""Discord docs, Components: options of a select, which is how one of several is chosen."""


async def message_here(interaction: discord.Interaction[Any], message_id: int) -> discord.Message:
    """Fetch a message of the channel where something was pressed, or what that was opened on.

    Raise Gone, or MissingPermissions where it may not be looked for.
    """
    channel = interaction.channel
    if isinstance(channel, discord.Thread) and message_id == channel.id:
        opened = await opened_on(channel, needed=True)
        if opened is None:
            raise Gone
        return opened
    if not isinstance(channel, discord.abc.Messageable):
        raise Gone
    return await fetched(channel, message_id)


async def fetched(channel: discord.abc.Messageable, message_id: int) -> discord.Message:
    """Fetch a message; raise Gone, or MissingPermissions where it may not be looked for."""
    try:
        return await channel.fetch_message(message_id)
    except discord.NotFound:
        raise Gone from None
    except discord.Forbidden:
        raise MissingPermissions(("read_message_history",)) from None


async def opened_on(channel: object, *, needed: bool = False) -> discord.Message | None:
    """Fetch the message on which a thread was opened; None where it is none, gone or closed.

    Raise MissingPermissions where it is `needed` and may not be looked for.
    """
    if not isinstance(channel, discord.Thread) or channel.parent is None:
        return None
    # The first message of a post in a forum is in the post itself.
    above = channel.parent
    where = channel if isinstance(above, discord.ForumChannel) else above
    try:
        return await where.fetch_message(channel.id)
    except discord.NotFound:
        return None
    except discord.Forbidden:
        if needed:
            raise MissingPermissions(("read_message_history",)) from None
        return None


async def meant_by(message: discord.Message) -> discord.Message:
    """Return what a message stands for: the first one of a thread for the one above that."""
    if message.type is not discord.MessageType.thread_starter_message:
        return message
    above = message.reference.resolved if message.reference else None
    if isinstance(above, discord.Message):
        return above
    return await opened_on(message.channel) or message


def uploads(attachments: Iterable[discord.Attachment | None]) -> list[Upload]:
    """Name what a member attached, whatever it claims to be."""
    return [
        Upload(
            file.url,
            file.filename,
            file.size,
            claimed(file.filename, file.content_type),
            spoiler=file.is_spoiler(),
        )
        for file in attachments
        if file
    ]


def uploaded(data: dict[str, Any], ids: Iterable[str]) -> tuple[Upload, ...]:
    """Name the files that a submitted form holds, by the ids that stand in one of its fields."""
    attachments: dict[str, Any] = data.get("resolved", {}).get("attachments", {})
    return tuple(
        Upload(
            file["url"],
            file["filename"],
            int(file["size"]),
            claimed(file["filename"], file.get("content_type")),
            spoiler=file["filename"].startswith(SPOILER) or bool(file.get("flags", 0) & _VEILED),
        )
        for file in map(attachments.get, ids)
        if file
    )


def pictures_of(
    message: discord.Message, *, links: bool = True, unlikely: bool = False
) -> list[Upload]:
    """Name the first 25 pictures that a message shows, in the order in which they are seen.

    Files that are used in components are not among a message's attachments (Discord docs,
    Components, Media Gallery), so both are read; so are forwarded messages. Stickers and embeds
    count where there is nothing else, and so do the emoji of servers where nothing else is said. A
    file that does not say what it is may be a picture; one that says that it is something else is
    named where its bytes are looked at anyway (`unlikely`).
    Without `links`, what is made of the message's own words does not count: Discord makes an embed
    of each link in them.
    """
    found: list[Upload] = []
    everywhere = (message, *message.message_snapshots)
    for shown in everywhere:
        # discord.py leaves the attribute out where Discord left the field out.
        components = getattr(shown, "components", ())
        found += [
            upload
            for upload in (*uploads(shown.attachments), *_in_components(components))
            if unlikely or upload.claim in LIKELY
        ]
    is_shown = any(upload.claim in LIKELY for upload in found)
    for shown in () if is_shown else everywhere:
        found += map(_sticker, shown.stickers)
        if links or shown is not message:
            found += _in_embeds(shown.embeds, shown.content)
            found += _emoji_alone(shown.content)
    return list({upload.url: upload for upload in found}.values())[:MOST_POINTED]


def emoji_in(text: str) -> list[Upload]:
    """Name the pictures of the emoji of servers in a text, each once; one that moves stands still.

    (Discord docs, Reference, CDN Endpoints: Custom Emoji.)
    """
    return [
        Upload(f"{discord.Asset.BASE}/emojis/{emoji_id}.png", f":{name}:", 0)
        for emoji_id, name in {
            found["id"]: found["name"] for found in _EMOJI.finditer(text)
        }.items()
    ]


def readable_of(message: discord.Message) -> list[Upload]:
    """Name the files beside pictures that are attached to a message, or to what it forwards."""
    return [
        upload
        for shown in (message, *message.message_snapshots)
        for upload in uploads(shown.attachments)
        if upload.claim is not Claim.PICTURE
    ]


def claimed(filename: str, content_type: str | None) -> Claim:
    """Tell what a file claims to be: by its type, else by its name."""
    kind = (content_type or UNTYPED).partition(";")[0].strip().lower()
    if kind == UNTYPED:
        suffix = PurePath(filename.lower()).suffix
        if suffix in PICTURE_SUFFIXES:
            return Claim.PICTURE
        if suffix in TEXT_SUFFIXES:
            return Claim.WORDS
        kind = mimetypes.guess_type(filename)[0] or UNTYPED
    if kind.startswith("image/"):
        return Claim.PICTURE
    if kind.startswith("text/"):
        return Claim.WORDS
    return Claim.NOTHING if kind == UNTYPED else Claim.OTHER


def _in_components(
    components: Iterable[discord.Component], *, spoiler: bool = False
) -> Iterator[Upload]:
    for component in components:
        if isinstance(component, discord.MediaGalleryComponent):
            for item in component.items:
                yield _media(item.media, spoiler=spoiler or item.spoiler)
        elif isinstance(component, discord.ThumbnailComponent | discord.FileComponent):
            yield _media(component.media, spoiler=spoiler or component.spoiler)
        elif isinstance(component, discord.Container):
            yield from _in_components(component.children, spoiler=spoiler or component.spoiler)
        elif isinstance(component, discord.SectionComponent):
            yield from _in_components([component.accessory], spoiler=spoiler)


def _sticker(sticker: discord.StickerItem) -> Upload:
    is_drawn = sticker.format is discord.StickerFormatType.lottie
    return Upload(sticker.url, sticker.name, 0, Claim.DRAWN if is_drawn else Claim.PICTURE)


def _emoji_alone(words: str) -> list[Upload]:
    """Name the emoji of a message that says nothing else."""
    return [] if _EMOJI.sub("", words).strip() else emoji_in(words)


def _in_embeds(embeds: Iterable[discord.Embed], words: str) -> Iterator[Upload]:
    """Name the picture of each embed, of links as well; that of a film is no picture of it.

    What a link behind `||` shows is a spoiler.
    """
    behind_bars = " ".join(_BEHIND_BARS.findall(words))
    for embed in embeds:
        url = embed.image.url or embed.thumbnail.url
        if url and embed.type != "video":
            spoiler = any(link in behind_bars for link in (embed.url, url) if link)
            yield Upload(url, _name(url), 0, spoiler=spoiler or _is_spoiler(url))


def _media(media: discord.UnfurledMediaItem, *, spoiler: bool) -> Upload:
    name = _name(media.url)
    claim = claimed(name, media.content_type)
    spoiler = spoiler or media.flags.spoiler or _is_spoiler(media.url)
    return Upload(media.url, name, 0, claim, spoiler=spoiler)


def _name(url: str) -> str:
    return url.partition("?")[0].rstrip("/").rsplit("/", 1)[-1]


def _is_spoiler(url: str) -> bool:
    return _name(url).startswith(SPOILER)
