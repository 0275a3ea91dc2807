from collections.abc import Iterator

from bot.domain.model import ModelKind, ModelProfile
from bot.domain.tariff import Tariff
from bot.interface.markup import Markup
from bot.interface.setting_words import money
from bot.interface.texts import Texts
from bot.services.guild_book import GuildBook
from bot.services.prices import Prices


class ModelPrices:
    """Tell what models cost, where a server shows what things cost."""

    def __init__(self, prices: Prices, guild_book: GuildBook, texts: Texts) -> None:
        self._prices = prices
        self._guild_book = guild_book
        self._texts = texts

    def of(self, model: ModelProfile, guild_id: int | None, locale: str) -> Iterator[str]:
        """Yield what it costs, as far as that is known: the least and the most by size."""
        if not self._guild_book.of(guild_id).show_cost:
            return
        tariff = self._prices.usual(model, guild_id)
        if tariff.prices:
            key = "models-price" if model.kind is ModelKind.IMAGE else "models-price-answer"
            yield self._texts.get(key, locale, price=self._by_size(tariff, locale))
        if model.kind is ModelKind.CHAT and tariff.tokens:
            step = tariff.tokens[0]
            yield self._texts.get(
                "models-price-tokens",
                locale,
                input=money(step.input, self._texts, locale),
                output=money(step.output, self._texts, locale),
            )

    def _by_size(self, tariff: Tariff, locale: str) -> Markup:
        least, most = (
            money(end(tariff.prices.values()), self._texts, locale) for end in (min, max)
        )
        if least == most:
            return least
        return self._texts.get("models-price-range", locale, least=least, most=most)
