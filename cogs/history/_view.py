from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager

import discord

from bot.domain.errors import Gone, NotAllowed
from bot.domain.grounding import UNGROUNDED, Grounding
from bot.interface.jobs.pending import PendingMessages
from bot.interface.markup import Markup
from bot.interface.messages.answers import place_of
from bot.interface.messages.bodies import OutgoingFile
from bot.interface.messages.files import ShownPicture
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import Layout, add_searches, line, with_thumbnail
from bot.interface.messages.sources import searched
from bot.interface.messages.thumbnails import Thumbnails
from bot.interface.permissions import Viewer
from bot.interface.texts import Texts
from bot.services.admission import Admission
from bot.services.versions import Entry, VersionHistory, Versions
from cogs.history._buttons import read_choice
from cogs.history._list import (
    SEARCHES_CHARACTERS,
    VersionList,
    name_of,
    on_page,
    pages,
    prompt_of,
)
from cogs.history._tree import tiles_of, tree_in_words


class HistoryView:
    """Serve `/history` and `/undo`.

    The list is for its caller alone, and holds only what they may see. Going back changes what a
    channel goes on from, for all who are there: it is said in public, and only what all of them
    see can be gone back to.
    """

    def __init__(
        self,
        versions: Versions,
        thumbnails: Thumbnails,
        texts: Texts,
        pending: PendingMessages,
        admission: Admission,
    ) -> None:
        """Take what is needed; a process that stops waits for those whom it has let in."""
        self._versions = versions
        self._thumbnails = thumbnails
        self._texts = texts
        self._pending = pending
        self._admission = admission

    async def show(self, interaction: discord.Interaction) -> None:
        """Show the newest versions of what this channel goes on with."""
        async with self._admission.look(author_id=interaction.user.id):
            answer = InteractionAnswer(interaction, self._texts, private=True)
            await answer.defer()
            place = place_of(interaction.channel, interaction.guild_id)
            viewer = Viewer(interaction)
            await self._pending.posted(place.channel_id)
            history = await self._versions.history(place, viewer.sees)
            if history is None or not history.tree.versions:
                await answer.show(line(self._texts.get("version-none", answer.locale)))
                return
            async with self._page(history, 0, viewer, answer.locale) as (view, files):
                await answer.show(view, files)

    async def turn_page(
        self,
        interaction: discord.Interaction,
        conversation_id: int,
        page: int,
    ) -> None:
        """Show another page in place of this one, as it is by now."""
        async with self._admission.look(author_id=interaction.user.id):
            await interaction.response.defer()
            await self._show_again(interaction, conversation_id, page)

    async def choose(
        self,
        interaction: discord.Interaction,
        conversation_id: int,
        page: int,
    ) -> None:
        """Go back to a version, tell everybody, and mark it in the list.

        Raise Gone if it is no longer kept or not seen by whoever asks, and NotAllowed if others
        here do not see it.
        """
        turn_id, part = read_choice(interaction)
        await interaction.response.defer()
        async with self._admission.look(author_id=interaction.user.id):
            place = place_of(interaction.channel, interaction.guild_id)
            viewer = Viewer(interaction)
            history = await self._versions.history(
                place, viewer.sees, conversation_id=conversation_id
            )
            version = history.tree.find(turn_id, part) if history else None
            entries = (
                await self._versions.entries(history, [version]) if history and version else []
            )
            if version is None or not entries:
                raise Gone
            if not viewer.is_here(version.shown):
                raise NotAllowed(key="error-version-unseen")
            await self._versions.go_back(place, version)
            usual = (interaction.guild_locale or interaction.locale).value
            public = self._texts.public(place.guild_id, usual)
            with self._pending.job() as tells:
                told = await interaction.followup.send(
                    view=line(f"-# {self._went_back(interaction, entries[0], viewer, public)}"),
                    wait=True,
                )
                tells(told.id)
                await self._versions.told(version, message_id=told.id, channel_id=place.channel_id)
            await self._show_again(interaction, conversation_id, page)

    async def undo(self, interaction: discord.Interaction) -> None:
        """Go back to what the present version was made from."""
        async with self._admission.look(author_id=interaction.user.id):
            answer = InteractionAnswer(interaction, self._texts)
            await answer.defer()
            place = place_of(interaction.channel, interaction.guild_id)
            viewer = Viewer(interaction)
            await self._pending.posted(place.channel_id)
            history = await self._versions.history(place, viewer.sees)
            if history is None or history.present is None:
                await answer.fail(
                    lambda own: line(self._texts.get("version-none", own)), alone=True
                )
                return
            entry = await self._versions.one_before(history)
            if entry is None or not viewer.is_here(entry.version.shown):
                first = name_of(history.present)
                await answer.fail(
                    lambda own: line(self._texts.get("undo-first", own, version=first)), alone=True
                )
                return
            await self._versions.go_back(place, entry.version)
            text = self._went_back(interaction, entry, viewer, answer.locale)
            kept = self._texts.get("undo-kept", answer.locale, version=name_of(history.present))
            async with self._thumbnails_of([entry], [False]) as (thumbnail,):
                layout = Layout(with_thumbnail(f"{text}\n-# {kept}", thumbnail))
                add_searches(layout, _grounding(entry).searches)
                with self._pending.job() as tells:
                    message_id = await answer.show(layout, [thumbnail] if thumbnail else [])
                    tells(message_id)
                    await self._versions.told(
                        entry.version, message_id=message_id, channel_id=place.channel_id
                    )

    async def _show_again(
        self,
        interaction: discord.Interaction,
        conversation_id: int,
        page: int,
    ) -> None:
        """Put a page into the list whose button or menu was used; raise Gone if nothing is left."""
        viewer = Viewer(interaction)
        place = place_of(interaction.channel, interaction.guild_id)
        history = await self._versions.history(place, viewer.sees, conversation_id=conversation_id)
        if history is None or not history.tree.versions:
            raise Gone
        locale = interaction.locale.value
        async with self._page(history, page, viewer, locale) as (view, files):
            opened = [file.open() for file in files]
            await interaction.edit_original_response(view=view, attachments=opened)

    @asynccontextmanager
    async def _page(
        self, history: VersionHistory, page: int, viewer: Viewer, locale: str
    ) -> AsyncGenerator[tuple[Layout, list[OutgoingFile]]]:
        """Yield a page, the last one there is if there are no longer so many, with its files."""
        versions = history.tree.versions
        page = min(page, pages(versions) - 1)
        entries = await self._versions.entries(history, on_page(versions, page))
        grounded = [_grounding(entry) for entry in entries]
        found = searched(grounded, SEARCHES_CHARACTERS, self._texts, locale)
        hidden = [
            bool(each.searches and not links) for each, links in zip(grounded, found, strict=True)
        ]
        async with (
            self._thumbnails_of(entries, hidden) as thumbnails,
            self._tree(history, entries, thumbnails, locale) as tree,
        ):
            listed = VersionList(history, page, entries, thumbnails, found, tree, viewer)
            files = [file for file in (tree, *thumbnails) if file]
            yield listed.layout(self._texts, locale), files

    @asynccontextmanager
    async def _tree(
        self,
        history: VersionHistory,
        entries: Sequence[Entry],
        thumbnails: Sequence[OutgoingFile | None],
        locale: str,
    ) -> AsyncGenerator[OutgoingFile | None]:
        """Yield a picture of how these hang together; None where there is nothing to be seen."""
        if len(entries) == 1 or not any(thumbnails):
            yield None
            return
        told = tree_in_words(entries, history.present, self._texts, locale)
        tiles = tiles_of(entries, history.present, thumbnails)
        async with self._thumbnails.tree(tiles, told) as tree:
            yield tree

    @asynccontextmanager
    async def _thumbnails_of(
        self, entries: Sequence[Entry], hidden: Sequence[bool]
    ) -> AsyncGenerator[list[OutgoingFile | None]]:
        """Yield a thumbnail for each of these, None for words and for what is `hidden`."""
        shown_pictures = [
            None if hides else _shown_picture(entry)
            for entry, hides in zip(entries, hidden, strict=True)
        ]
        async with self._thumbnails.files([each for each in shown_pictures if each]) as files:
            made = iter(files)
            yield [next(made) if each else None for each in shown_pictures]

    def _went_back(
        self,
        interaction: discord.Interaction,
        entry: Entry,
        viewer: Viewer,
        locale: str,
    ) -> str:
        """Say who went back to which version, with the link to it."""
        said = self._texts.get(
            "version-back",
            locale,
            member=Markup(interaction.user.mention),
            version=name_of(entry.version),
            prompt=prompt_of(entry, self._texts, locale),
        )
        jump = self._texts.get("version-jump", locale)
        return f"{said} · [{jump}]({viewer.link(entry.version.shown)})"


def _shown_picture(entry: Entry) -> ShownPicture | None:
    """Return the picture of a version."""
    part = entry.version.part
    picture = entry.turn.picture(part) if part is not None else None
    return ShownPicture(entry.turn, part, picture) if picture and part is not None else None


def _grounding(entry: Entry) -> Grounding:
    """Return what the picture of a version stands on; of words nothing is shown."""
    return entry.turn.grounding if _shown_picture(entry) else UNGROUNDED
