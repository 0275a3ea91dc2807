import logging
from dataclasses import dataclass
from typing import Final

import discord

from bot.domain.errors import UnusablePicture
from bot.domain.job import JobKind
from bot.domain.picture import Picture
from bot.interface.attachments import SPOILER
from bot.interface.markup import Markup, escaped
from bot.interface.messages.alt_text import ALT_CHARACTERS
from bot.interface.messages.bodies import Files, OutgoingText, PlainText
from bot.interface.messages.files import Delivery
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import small
from bot.interface.messages.posting import PicturePoster
from bot.interface.text_limits import MESSAGE_CHARACTERS, shorten, truncate
from bot.interface.texts import Texts
from bot.services.intake import AcceptedUploads

log = logging.getLogger(__name__)

NOT_TAKEN: Final = (discord.HTTPException, UnusablePicture)
"""What says that a file can't be posted: Discord takes it in no size, or it can't be made smaller.
"""


@dataclass(frozen=True, slots=True)
class Given:
    """The file that came with a question, and what it turned out to be."""

    file: discord.Attachment
    accepted: AcceptedUploads

    @property
    def prefix(self) -> str:
        """Return what begins its name where it is posted, unless that does already."""
        is_named = self.file.filename.startswith(SPOILER)
        return SPOILER if self.file.is_spoiler() and not is_named else ""


@dataclass(frozen=True, slots=True)
class GivenPicture:
    """A picture that came with a question, cleaned, and named without what its member called it."""

    picture: Picture
    alt: str

    @property
    def filename(self) -> str:
        """Name its file; a spoiler is one by that."""
        return f"{SPOILER if self.picture.spoiler else ''}picture.{self.picture.extension}"


class Questions:
    """Repeat for all to see what somebody asked, with the file that it is about."""

    def __init__(self, poster: PicturePoster, delivery: Delivery, texts: Texts) -> None:
        self._poster = poster
        self._delivery = delivery
        self._texts = texts

    async def post(
        self,
        interaction: discord.Interaction,
        opening: InteractionAnswer,
        message: str,
        given: Given | None,
    ) -> int:
        """Show the question and return its message's id.

        A file that may not be posted, or that Discord does not take, is named instead.
        """
        if given is None:
            return await opening.show(self._asked(opening, message))
        if _may_attach(interaction, opening):
            try:
                return await self._with_file(opening, message, given)
            except NOT_TAKEN as error:
                log.warning("the file of a question is not shown: %s", type(error).__name__)
        note = self._texts.get("chat-file-unseen", opening.locale, name=given.file.filename)
        return await opening.show(self._asked(opening, message, note))

    async def _with_file(self, opening: InteractionAnswer, message: str, given: Given) -> int:
        async def show(files: Files, fitted: int = 0) -> int:
            notes = [self._texts.get("note-fitted", opening.locale)] if fitted else []
            return await opening.show(self._asked(opening, message, *notes), files)

        if pictures := given.accepted.pictures:
            alt = self._alt(opening, given.file)
            shown = [GivenPicture(picture, alt) for picture in pictures]
            return await self._poster.post(opening, shown, show)
        texts = [OutgoingText(file.text, given.prefix + file.name) for file in given.accepted.texts]
        media = self._delivery.as_given(given.accepted.files, prefix=given.prefix)
        return await show([*texts, *media])

    def _alt(self, opening: InteractionAnswer, file: discord.Attachment) -> str:
        """Describe the picture as its member did, else say whose it is."""
        if file.description:
            return shorten(file.description, ALT_CHARACTERS)
        name = Markup(opening.author.display_name)
        return self._texts.get("alt-given", opening.locale, member=name)

    def _asked(self, opening: InteractionAnswer, message: str, *notes: str) -> PlainText:
        """Say who asks what, and below it the quiet lines."""
        member = opening.author.display_name
        asked = self._texts.get("chat-asked", opening.locale, member=member)
        quoted = "\n".join(f"> {row}" for row in escaped(message).split("\n"))
        below = "\n" + small(notes, self._texts, opening.locale) if notes else ""
        room = MESSAGE_CHARACTERS - len(below)
        return PlainText(truncate(f"{asked}\n{quoted}", room) + below)


def _may_attach(interaction: discord.Interaction, opening: InteractionAnswer) -> bool:
    """Tell whether both may post files here: whoever asks must not do so through the bot."""
    by_member = interaction.guild_id is None or interaction.permissions.attach_files
    return by_member and not opening.lacking(JobKind.PICTURE)
