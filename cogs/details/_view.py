from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any, Final

import discord
from discord import ui

from bot.domain.conversation import Turn
from bot.domain.grounding import joined
from bot.domain.job import Job
from bot.interface.jobs.posted import PostedPictures
from bot.interface.markup import Markup, escaped
from bot.interface.messages.bodies import OutgoingFile
from bot.interface.messages.buttons import (
    Button,
    collect_button,
    delete_button,
    original_button,
    report_button,
    spoiler_button,
)
from bot.interface.messages.files import MIB, MOST_PICTURES, ShownPicture, hidden, shown_pictures
from bot.interface.messages.layouts import (
    NOTES_CHARACTERS,
    SMALL,
    TEXT_CHARACTERS,
    Layout,
    media_gallery,
    with_thumbnail,
)
from bot.interface.messages.posting import PicturePoster
from bot.interface.messages.sources import searched, with_sources
from bot.interface.messages.thumbnails import Thumbnails
from bot.interface.permissions import Viewer, check_sees, is_guest, is_owner
from bot.interface.text_limits import shorten, truncate
from bot.interface.texts import Texts
from bot.services.admission import Admission
from bot.services.guild_book import GuildBook
from bot.services.models import Models
from bot.services.ports.conversations import Conversations
from bot.services.ports.jobs import Jobs
from bot.services.versions import PATH_TURNS
from cogs.details._pressed import opened

PROMPT_CHARACTERS: Final = 300
ANCESTOR_CHARACTERS: Final = 80
MOST_ANCESTORS: Final = 10
"""With a thumbnail each they are 30 of the 40 components of a message."""

MOST_GIVEN: Final = 4
"""How many of the pictures that went along are shown: as many as commands have options for."""


class DetailsView:
    """Show what a gallery has no room for, to whoever asks and to nobody else."""

    def __init__(  # noqa: PLR0913, PLR0917 (what it depends on)
        self,
        admission: Admission,
        jobs: Jobs,
        conversations: Conversations,
        posted_pictures: PostedPictures,
        models: Models,
        thumbnails: Thumbnails,
        poster: PicturePoster,
        guild_book: GuildBook,
        texts: Texts,
    ) -> None:
        self._admission = admission
        self._jobs = jobs
        self._conversations = conversations
        self._posted_pictures = posted_pictures
        self._models = models
        self._thumbnails = thumbnails
        self._poster = poster
        self._guild_book = guild_book
        self._texts = texts

    async def show(self, interaction: discord.Interaction, job_id: int) -> None:
        """Tell how the pictures of a job were made and from what, and show its drafts."""
        async with self._admission.look(author_id=interaction.user.id):
            answer, job, turns = await opened(
                interaction, job_id, self._jobs, self._texts, check_sees
            )
            locale = answer.locale
            before = await self._before(interaction, job, turns[0])
            buttons = await self._buttons(interaction, job, turns, locale)
            is_composed = any(each.picture.is_composed for each in shown_pictures(turns))
            shown = joined(turn.grounding for turn in turns)
            (found,) = searched([shown], NOTES_CHARACTERS, self._texts, locale)
            has_room = bool(found) or not shown.searches
            drafts = hidden(turns)[:MOST_PICTURES] if has_room else []
            found = with_sources(found, shown.sources, self._texts, locale)
            along = given(interaction.user.id, job, turns[0])[: MOST_PICTURES - len(drafts)]
            async with (
                self._thumbnails_of(before, MOST_PICTURES - len(drafts) - len(along)) as thumbnails,
                self._thumbnails.files(along) as made,
            ):
                alt = self._texts.get("option-reference", locale)
                along_files = [replace(file, description=alt) for file in made if file]
                ancestors = self._ancestors(before, thumbnails, locale)

                async def show(files: list[OutgoingFile], _: int) -> None:
                    items = [*ancestors]
                    if along_files:
                        heading = self._texts.get("details-given", locale, count=len(along_files))
                        items += [ui.TextDisplay[Any](heading), media_gallery(along_files)]
                    if files:
                        key = "details-own" if is_composed else "details-drafts"
                        heading = self._texts.get(key, locale, count=len(files))
                        items += [ui.TextDisplay[Any](heading), media_gallery(files)]
                    items.append(ui.ActionRow[Any](*buttons))
                    room = TEXT_CHARACTERS - Layout(*items).content_length() - len(found) - 1
                    told = truncate(self._text(job, turns, locale), room)
                    above = ui.TextDisplay[Any]("\n".join(filter(None, [told, found])))
                    sent = [*files, *along_files, *thumbnails.values()]
                    await answer.show(Layout(above, *items), sent)

                await self._poster.post(answer, drafts, show)

    async def _before(
        self, interaction: discord.Interaction, job: Job, turn: Turn
    ) -> dict[int, Turn]:
        """Return the last turns that led to one, by their numbers, as far as they may be seen.

        What was shared with all may have been made of what its author alone has seen.
        """
        path = await self._conversations.path(turn.id, limit=PATH_TURNS)
        if len(path) == 1:
            return {}
        nodes = {
            each.turn_id: each for each in await self._conversations.nodes(job.conversation_id)
        }
        viewer = Viewer(interaction)
        seen = [
            (number, each)
            for number, each in enumerate(path[:-1], 1)
            if each.author_id == interaction.user.id or viewer.sees_any(nodes.get(each.id))
        ]
        return dict(seen[-MOST_ANCESTORS:])

    async def _buttons(
        self, interaction: discord.Interaction, job: Job, turns: list[Turn], locale: str
    ) -> list[Button]:
        """Return what can be pressed: what changes a post, by those alone who may do that."""
        buttons = [
            original_button(job.id, self._texts.get("button-original", locale)),
            collect_button(job.id, self._texts.get("collect-menu", locale)),
        ]
        post = interaction.message
        # Where the bot is no member, it can't change what it has posted.
        if post is None or is_guest(interaction):
            return buttons
        reports = self._guild_book.of(interaction.guild_id).reports
        if reports and interaction.user.id != job.request.author_id:
            buttons.append(report_button(post.id, self._texts.get("button-report", locale)))
        if not is_owner(interaction, job):
            return buttons
        shown = await self._posted_pictures.shown_in(post.id, post)
        if any(each.channel_id for each in shown):
            hides = not all(each.picture.spoiler for each in shown_pictures(turns))
            key = "button-spoiler-on" if hides else "button-spoiler-off"
            buttons.append(spoiler_button(job.id, self._texts.get(key, locale), hides=hides))
        if shown:
            buttons.append(delete_button(post.id, self._texts.get("button-delete", locale)))
        return buttons

    @asynccontextmanager
    async def _thumbnails_of(
        self, before: Mapping[int, Turn], room: int
    ) -> AsyncGenerator[dict[int, OutgoingFile]]:
        """Yield thumbnails of what these turns show, by their numbers: of the newest so many.

        There is no room for the searches of a picture that would have to stand beside it.
        """
        with_picture = [
            number for number, turn in before.items() if turn.finals and not turn.grounding.searches
        ]
        numbers = with_picture[max(len(with_picture) - room, 0) :]
        shown = [ShownPicture(before[number], *before[number].finals[-1]) for number in numbers]
        async with self._thumbnails.files(shown) as files:
            yield {
                number: file
                for number, file in zip(numbers, files, strict=True)
                if file is not None
            }

    def _text(self, job: Job, turns: list[Turn], locale: str) -> str:
        """Say what was asked for, and what each picture is."""
        return "\n".join(
            [
                f"**{self._asked(turns[0], PROMPT_CHARACTERS, locale)}**",
                *(self._facts(shown_picture, locale) for shown_picture in shown_pictures(turns)),
                *self._credentials(turns, locale),
                SMALL + self._parameters(job, turns, locale),
            ]
        )

    def _credentials(self, turns: list[Turn], locale: str) -> list[str]:
        """Say that files carry credentials: what was made smaller to be posted lost them."""
        signed = [shown for shown in shown_pictures(turns) if shown.picture.has_credentials]
        if not signed:
            return []
        return [SMALL + self._texts.get("details-credentials", locale, count=len(signed))]

    def _parameters(self, job: Job, turns: list[Turn], locale: str) -> str:
        """Say what was chosen, and how long it took from the wish to the last picture."""
        request = job.request
        chosen = [value for value in (request.aspect, request.size) if value]
        if request.thinking is not None:
            length = self._texts.get(f"thinking-{request.thinking}", locale)
            chosen.append(self._texts.get("details-thinking", locale, length=length))
        if request.person_id is not None:
            person = Markup(f"<@{request.person_id}>")
            chosen.append(self._texts.get("details-person", locale, member=person))
        if request.search:
            chosen.append(self._texts.get("details-search", locale))
        if request.style:
            chosen.append(self._texts.get("post-style", locale, style=request.style))
        if request.count > 1:
            chosen.append(self._texts.get("details-count", locale, count=request.count))
        seconds = round((turns[-1].created_at - job.created_at).total_seconds())
        took = self._texts.get("details-took", locale, seconds=seconds)
        if not chosen:
            return took
        what = Markup(" · ".join(chosen))
        return f"{self._texts.get('details-chosen', locale, what=what)} · {took}"

    def _facts(self, shown_picture: ShownPicture, locale: str) -> str:
        picture, turn = shown_picture.picture, shown_picture.turn
        return self._texts.get(
            "details-facts",
            locale,
            model=self._models.name(turn.model),
            size=f"{picture.width}×{picture.height}",
            kind=picture.extension.upper(),
            megabytes=round(picture.blob.size / MIB, 1),
            member=Markup(f"<@{turn.author_id}>"),
            made=Markup(f"<t:{int(turn.created_at.timestamp())}:f>"),
        )

    def _asked(self, turn: Turn, characters: int, locale: str) -> Markup:
        """Return what was asked for, as plain words."""
        words = escaped(shorten(turn.prompt, characters))
        return words or self._texts.get("version-wordless", locale)

    def _ancestors(
        self, before: Mapping[int, Turn], thumbnails: Mapping[int, OutgoingFile], locale: str
    ) -> list[ui.Item[Any]]:
        """List what came before, from the first wish on; of a long way its end."""
        if not before:
            return []
        return [
            ui.TextDisplay[Any](self._texts.get("details-before", locale)),
            *(
                with_thumbnail(
                    f"{number}. {self._asked(turn, ANCESTOR_CHARACTERS, locale)}",
                    thumbnails.get(number),
                )
                for number, turn in before.items()
            ),
        ]


def given(viewer_id: int, job: Job, turn: Turn) -> list[ShownPicture]:
    """Return the pictures that went along, if it was whoever looks that gave them.

    Others see what was made of them alone. Of what was asked once more before it was written down
    who gave them, nobody knows.
    """
    request = job.request
    is_known = request.given_by_id is not None or not request.redone
    if not is_known or viewer_id != (request.given_by_id or request.author_id):
        return []
    pictures = [
        ShownPicture(turn, number, part.picture)
        for number, part in enumerate(turn.user)
        if part.picture
    ]
    return pictures[:MOST_GIVEN]
