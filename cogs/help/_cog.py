from collections.abc import Iterator

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.model import ModelKind, ModelProfile
from bot.interface.markup import escaped
from bot.interface.messages.buttons import EXAMPLES, example_button
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import SMALL, line, with_buttons
from bot.interface.options import anywhere
from bot.interface.permissions import is_guest
from bot.interface.texts import Texts, localised
from bot.services.models import Models
from cogs.help._mentions import CommandMentions
from cogs.help._model_prices import ModelPrices


class Help(commands.Cog):
    """Take `/help` and `/models`."""

    def __init__(
        self, models: Models, prices: ModelPrices, texts: Texts, mentions: CommandMentions
    ) -> None:
        self._models = models
        self._prices = prices
        self._texts = texts
        self._mentions = mentions

    @app_commands.command(name=localised("help-name"), description=localised("help-description"))
    @anywhere
    async def help(self, interaction: discord.Interaction) -> None:
        """Say on one screen what can be done here, and how."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        names = await self._mentions.of(answer.locale)
        examples = [
            example_button(number, self._texts.get(key, answer.locale))
            for number, key in enumerate(EXAMPLES)
        ]
        key = "help-guest" if is_guest(interaction) else "help"
        said = self._texts.get(key, answer.locale, **names)
        await answer.show(with_buttons(said, *examples))

    @app_commands.command(
        name=localised("models-name"), description=localised("models-description")
    )
    @anywhere
    async def models(self, interaction: discord.Interaction) -> None:
        """List the models that members may choose, and what each takes."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        guild_id = answer.origin.place.guild_id
        await answer.show(line("\n".join(self._listed(guild_id, answer.locale))))

    def _listed(self, guild_id: int | None, locale: str) -> Iterator[str]:
        models = self._models.at(guild_id)
        for kind in ModelKind:
            yield f"### {self._texts.get(f'models-{kind}', locale)}"
            for number, model in enumerate(models.of_kind(kind)):
                usual = f" {self._texts.get('models-usual', locale)}" if number == 0 else ""
                yield f"**{escaped(model.name)}**{usual}"
                prices = self._prices.of(model, guild_id, locale)
                if takes := " · ".join([*self._takes(model, locale), *prices]):
                    yield f"{SMALL}{takes}"

    def _takes(self, model: ModelProfile, locale: str) -> Iterator[str]:
        """Say what a model takes, so far as that is known."""
        if model.sizes:
            sizes = self._texts.listed(model.sizes, locale)
            yield self._texts.get("models-sizes", locale, sizes=sizes)
        if model.aspects:
            aspects = self._texts.listed(model.aspects, locale)
            yield self._texts.get("models-aspects", locale, aspects=aspects)
        yield self._texts.get("models-references", locale, count=model.max_references)
        if model.takes:
            kinds = [self._texts.get(f"takes-{kind}", locale) for kind in model.takes]
            takes = self._texts.listed(kinds, locale)
            yield self._texts.get("models-takes", locale, takes=takes)
        if model.thinking:
            named = [self._texts.get(f"thinking-{level}", locale) for level in model.thinking]
            levels = self._texts.listed(named, locale)
            yield self._texts.get("models-thinking", locale, levels=levels)
        if model.search:
            yield self._texts.get("models-search", locale)
        if model.thoughts:
            yield self._texts.get("models-thoughts", locale)
