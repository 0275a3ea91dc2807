from contextlib import aclosing
from typing import Final

import discord

from bot.interface.messages.answers import UPLOAD_FLOOR, Answer
from bot.interface.messages.bodies import OutgoingFile, PlainText
from bot.interface.messages.channel_answer import direct
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.permissions import is_guest
from bot.interface.texts import Texts
from bot.services.admission import Admission
from bot.services.export import Archive, Export

OF_A_GUEST: Final = 5
"""Discord docs, Interactions, Create Followup Message: where the bot is no member of a server."""


class ExportSender:
    """Send members a copy of what is kept of them, a file a message.

    What an interaction takes no more is sent directly. Every place takes files of UPLOAD_FLOOR.
    """

    def __init__(self, export: Export, admission: Admission, texts: Texts) -> None:
        self._export = export
        self._admission = admission
        self._texts = texts

    async def send(self, interaction: discord.Interaction) -> None:
        """Send whoever asks all that is theirs, to them alone."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        member_id = interaction.user.id
        locale = answer.own_locale
        room = OF_A_GUEST if is_guest(interaction) else None
        way: Answer = answer
        archive: Archive | None = None
        async with (
            self._admission.look(author_id=member_id),
            aclosing(self._export.archives(member_id, limit=UPLOAD_FLOOR)) as archives,
        ):
            async for archive in archives:
                file = OutgoingFile(archive.path, f"atelier-{archive.number}.zip")
                if archive.number == 1:
                    said = self._texts.get("privacy-export", locale)
                    await answer.show(PlainText(said), [file])
                    continue
                if archive.number - 1 == room:
                    way = await direct(answer.author, self._texts, locale)
                said = self._texts.get("privacy-part", locale, number=archive.number)
                await way.add(PlainText(said), [file])
        if archive is not None and archive.number > 1:
            key = "privacy-cut" if archive.breaks_off else "privacy-all"
            said = self._texts.get(key, locale, count=archive.number)
            await way.add(PlainText(said))
