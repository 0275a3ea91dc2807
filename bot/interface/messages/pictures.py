"""Pictures as an answer: the painting line, then a gallery."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

import discord

from bot.domain.grounding import joined
from bot.domain.guild_settings import ThreadPolicy
from bot.domain.job import GenerationRequest, Job, Shown
from bot.domain.model import is_as_asked
from bot.interface.markup import escaped
from bot.interface.messages.alt_text import numbered
from bot.interface.messages.answers import Answer
from bot.interface.messages.bodies import MessageBody, OutgoingFile
from bot.interface.messages.buttons import Button, cancel_button
from bot.interface.messages.files import positions, shown_pictures
from bot.interface.messages.headings import heading
from bot.interface.messages.layouts import gallery, small, with_buttons
from bot.interface.messages.posting import PicturePoster
from bot.interface.messages.presenter import JobPresenter, Outcome, Progress, Shows
from bot.interface.messages.sentences import Sentences
from bot.interface.messages.sources import with_sources
from bot.interface.messages.threads import lacking_for_thread, thread_policy
from bot.interface.texts import Texts
from bot.services.generation import Generation
from bot.services.guild_book import GuildBook
from bot.services.intake import AcceptedUploads
from bot.services.models import Models
from bot.services.versions import Versions


class PicturePresenter(JobPresenter):
    """Show pictures."""

    every: ClassVar[float] = 2.0

    def __init__(
        self,
        generation: Generation,
        models: Models,
        poster: PicturePoster,
        texts: Texts,
        sentences: Sentences,
        guild_book: GuildBook,
        versions: Versions,
    ) -> None:
        super().__init__(generation, models, poster, texts, sentences, guild_book)
        self._versions = versions

    def says(self, text: str, *buttons: discord.ui.Item[Any]) -> MessageBody:
        """Lay a sentence out as a layout, which a gallery can take the place of."""
        return with_buttons(text, *buttons)

    def end_button(self, job: Job, locale: str) -> Button:
        """Return Cancel."""
        return cancel_button(job.id, self._texts.get("button-cancel", locale))

    def at_work(self, job: Job, progress: Progress, locale: str) -> str:
        """Say where a request waits, else who paints and how long that takes."""
        request = job.request
        if waiting := progress.waiting(self._texts, locale):
            return waiting
        text = self._texts.get(
            "painting",
            locale,
            model=self._models.of(request).name,
            since=progress.since,
            count=request.count,
            done=progress.done,
        )
        return text + self._expected(job, progress, locale)

    async def deliver(
        self, answer: Answer, job: Job, outcome: Outcome, accepted: AcceptedUploads, shows: Shows
    ) -> list[Shown]:
        """Show the gallery."""
        turns = [each.turn for each in outcome.made]
        locale = answer.locale
        origin = await self._versions.origin(job.request, answer.origin.place)
        above = heading(job.request, origin, self._texts, locale, answer.guild_id)
        # Of several pictures a model likes to say the same.
        said = "\n\n".join(dict.fromkeys(filter(None, (turn.text.strip() for turn in turns))))

        sources = joined(turn.grounding for turn in turns).sources
        is_for_one = answer.origin.private and answer.origin.place.guild_id is not None
        settings = self._guild_book.of(job.request.place.guild_id)
        threads = thread_policy(settings, answer, job.request)
        missing = lacking_for_thread(answer.channel)
        offers = replace(
            self._offers(job, turns),
            share=is_for_one,
            thread=threads is ThreadPolicy.ASK and not missing,
        )

        async def hang(files: list[OutgoingFile], fitted: int) -> int:
            quiet = self._quiet(locale, job.request, outcome, accepted)
            if threads is ThreadPolicy.ALWAYS and missing:
                quiet.append(self._sentences.lacking("note-no-thread", missing, locale))
            if fitted:
                quiet.append(self._texts.get("note-fitted", locale))
            files = self._numbered(files, locale)
            view = gallery(
                job.id,
                files,
                self._texts,
                locale,
                heading=above,
                said=said,
                notes=with_sources(small(quiet, self._texts, locale), sources, self._texts, locale),
                offers=offers,
            )
            return await answer.deliver(view, files)

        message_id = await self._poster.post(answer, shown_pictures(turns), hang)
        shows(message_id)
        return positions(message_id, turns, answer.public_channel_id)

    async def fail(
        self,
        answer: Answer,
        progress: Progress,  # noqa: ARG002 (nothing of a picture is shown before it is there)
        said: str,
        *buttons: discord.ui.Item[Any],
    ) -> None:
        """Say it in place of the painting line."""
        await answer.show(self.says(said, *buttons))

    def _numbered(self, files: Sequence[OutgoingFile], locale: str) -> list[OutgoingFile]:
        """Let the alt text of each of several pictures say which of them it is."""
        return [
            replace(
                file,
                description=numbered(
                    file.description or "", number, len(files), self._texts, locale
                ),
            )
            for number, file in enumerate(files, 1)
        ]

    def _quiet(
        self, locale: str, request: GenerationRequest, outcome: Outcome, accepted: AcceptedUploads
    ) -> list[str]:
        """Return the lines under the pictures: how they were made, and what was not done."""
        sizes = {
            f"{picture.width}×{picture.height}"
            for each in outcome.made
            for _, picture in each.turn.finals
        }
        names = dict.fromkeys(self._models.name(each.turn.model) for each in outcome.made)
        facts = [*map(escaped, names), *sorted(sizes)]
        if outcome.seconds is not None:
            facts.append(self._texts.get("seconds", locale, seconds=round(outcome.seconds, 1)))
        facts += self._cost(request, outcome.made, locale)
        return [
            " · ".join(facts),
            *(
                [self._texts.get("note-references", locale, count=request.along)]
                if request.along
                else ()
            ),
            *self._otherwise(locale, request, outcome),
            *(self._only_here(locale, outcome) if request.area else ()),
            *self._sentences.notes(outcome.made, locale),
            *self._sentences.failures(outcome.failures, locale, of=outcome.asked),
            *self._sentences.remarks(accepted, locale),
        ]

    def _only_here(self, locale: str, outcome: Outcome) -> list[str]:
        """Say whether what was not to change is as it was: of all pictures, or not of some."""
        finals = [picture for each in outcome.made for _, picture in each.turn.finals]
        if not finals:
            return []
        kept = all(picture.is_composed for picture in finals)
        return [self._texts.get("note-only-here" if kept else "note-not-only-here", locale)]

    def _otherwise(self, locale: str, request: GenerationRequest, outcome: Outcome) -> list[str]:
        """Say what was asked for where a model made something else."""
        kept = all(
            is_as_asked(picture, aspect=request.aspect, size=request.size)
            for each in outcome.made
            for _, picture in each.turn.finals
        )
        asked = " · ".join(filter(None, [request.aspect, request.size]))
        return [] if kept else [self._texts.get("note-otherwise", locale, asked=asked)]
