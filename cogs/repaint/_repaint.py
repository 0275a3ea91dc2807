import re
from dataclasses import dataclass, replace
from typing import Final

import discord

from bot.domain.errors import Gone, UnsupportedOption
from bot.domain.job import GenerationRequest, Job
from bot.domain.model import ModelKind, is_as_asked, size_above
from bot.interface.jobs.posted import PostedPictures
from bot.interface.jobs.requests import edit_request
from bot.interface.jobs.runner import JobRequest, JobRunner
from bot.interface.markup import Markup
from bot.interface.messages.answers import Origin
from bot.interface.messages.files import ShownPicture
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.permissions import server_of
from bot.interface.text_limits import shorten
from bot.interface.texts import Texts
from bot.services import repaint_words
from bot.services.admission import Visit
from bot.services.intake import NOTHING
from bot.services.models import Models
from cogs.repaint._forms import Verb, Wish, read_wish, wish_form

VARIATIONS: Final = 4
ABOUT_CHARACTERS: Final = 200
"""What a repainted picture keeps of the words that it began with."""


@dataclass(frozen=True, slots=True)
class _Change:
    """What is asked of a model; `key` is what members read of it."""

    words: str
    key: str
    count: int = 1
    aspect: str | None = None
    size: str | None = None


class Repaint:
    """Take **Vary**, **Aspect** and **Upscale**, and the forms that these open."""

    def __init__(
        self,
        posted_pictures: PostedPictures,
        models: Models,
        runner: JobRunner,
        texts: Texts,
    ) -> None:
        self._posted_pictures = posted_pictures
        self._models = models
        self._runner = runner
        self._texts = texts

    async def vary(self, interaction: discord.Interaction, job_id: int, pictures: int) -> None:
        """Make variations of a picture."""
        await self._begin(interaction, Wish(Verb.VARY, job_id), pictures)

    async def upscale(self, interaction: discord.Interaction, job_id: int, pictures: int) -> None:
        """Paint a picture in the next size."""
        await self._begin(interaction, Wish(Verb.UPSCALE, job_id), pictures)

    async def aspect(self, interaction: discord.Interaction, job_id: int, pictures: int) -> None:
        """Ask in which ratio a picture is to be painted: one that not all of them have already."""
        _, gallery = await self._posted_pictures.of_job(interaction, job_id)
        if not gallery:
            raise Gone
        models = self._models.at(server_of(interaction))
        model = models.recall(gallery[0].turn.model, ModelKind.IMAGE)
        ratios = [
            ratio
            for ratio in model.aspects
            if not all(is_as_asked(each.picture, aspect=ratio, size=None) for each in gallery)
        ]
        locale = interaction.locale.value
        if not ratios:
            value = self._texts.get("option-aspect", locale)
            raise UnsupportedOption(key="error-option-not-taken", value=value, model=model.name)
        form = wish_form(Verb.ASPECT, job_id, pictures, self._texts, locale, ratios)
        await interaction.response.send_modal(form)

    async def submitted(self, interaction: discord.Interaction, form: re.Match[str]) -> None:
        """Do what a form says."""
        await self._repaint(interaction, read_wish(interaction, form))

    async def _begin(self, interaction: discord.Interaction, wish: Wish, pictures: int) -> None:
        """Ask which picture is meant where there are several, before anything is read."""
        if pictures > 1:
            locale = interaction.locale.value
            form = wish_form(wish.verb, wish.job_id, pictures, self._texts, locale)
            await interaction.response.send_modal(form)
            return
        await self._repaint(interaction, wish)

    async def _repaint(self, interaction: discord.Interaction, wish: Wish) -> None:
        answer = InteractionAnswer(interaction, self._texts)
        await self._runner.announce(answer)

        async def ask(_: Visit) -> JobRequest:
            job, gallery = await self._posted_pictures.of_job(interaction, wish.job_id)
            if wish.which >= len(gallery):
                raise Gone
            return JobRequest(self._request(answer.origin, wish, job, gallery[wish.which]))

        await self._runner.serve(answer, ask)

    def _request(
        self, origin: Origin, wish: Wish, job: Job, shown: ShownPicture
    ) -> GenerationRequest:
        """Ask for an edit whose words are ours, and say what it is in the words of a member."""
        models = self._models.at(origin.place.guild_id)
        model = models.recall(shown.turn.model, ModelKind.IMAGE)
        change = self._change(wish, size_above(model.sizes, shown.picture), model.name)
        request = edit_request(
            origin,
            model,
            change.words,
            NOTHING,
            turn=shown.turn,
            part=shown.part,
            aspect=change.aspect,
            size=change.size,
        )
        about = shorten(job.request.about or job.request.prompt, ABOUT_CHARACTERS)
        # These are plain words, which are escaped wherever they are shown.
        said = about or self._texts.get("version-wordless", origin.locale)
        called = self._texts.get(
            change.key,
            origin.locale,
            words=Markup(said),
            ratio=Markup(change.aspect or ""),
            size=change.size or "",
        )
        return replace(request, prompt=str(called), about=about, count=change.count)

    def _change(self, wish: Wish, larger: str | None, model: str) -> _Change:
        """Return what is to be done; raise UnsupportedOption where it can't be."""
        match wish.verb:
            case Verb.VARY:
                return _Change(repaint_words.VARY, "repainted-vary", count=VARIATIONS)
            case Verb.ASPECT:
                words = repaint_words.ASPECT.format(ratio=wish.ratio)
                return _Change(words, "repainted-aspect", aspect=wish.ratio)
            case Verb.UPSCALE if larger is not None:
                return _Change(repaint_words.UPSCALE, "repainted-upscale", size=larger)
            case Verb.UPSCALE:
                raise UnsupportedOption(key="error-largest", model=model)
