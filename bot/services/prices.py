"""What a request can cost at most, and what it did cost, in millionths of a US dollar."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from bot.domain.conversation import Turn
from bot.domain.job import GenerationRequest
from bot.domain.model import ModelProfile
from bot.domain.price import most_micros, sent_at_most, spent_micros
from bot.domain.request import Reply
from bot.domain.tariff import Tariff
from bot.services.models import Models


@dataclass(frozen=True, slots=True)
class RelayPrices:
    """Say what a relay bills: `factor` of the prices in the table, but what `own` says by model."""

    name: str = ""
    factor: Fraction = Fraction(1)
    own: Mapping[str, Tariff] = field(default_factory=dict[str, Tariff])

    def of(self, model: ModelProfile) -> Tariff:
        """Return its prices of a model."""
        if model.id in self.own:
            return self.own[model.id]
        tariff = Tariff(model.prices, model.tokens)
        return tariff if self.factor == 1 else tariff.times(self.factor)


_OF_THE_TABLE = RelayPrices()


class Prices:
    """Tell prices by the table of models and of the `relays`, in the order of these.

    For the relay of a server that `pays_itself` the table holds, as nothing else is known of it.
    """

    def __init__(
        self,
        models: Models,
        relays: Sequence[RelayPrices] = (_OF_THE_TABLE,),
        *,
        pays_itself: Callable[[int | None], bool] = lambda _: False,
    ) -> None:
        self._models = models
        self._relays = {relay.name: relay for relay in relays}
        self._pays_itself = pays_itself

    def most(
        self, request: GenerationRequest, model: ModelProfile, turns: Sequence[Turn] = ()
    ) -> int | None:
        """Return what each picture, or the answer, of a request can cost at most.

        `model` is asked, and `turns` are those that it goes on from. Whichever relay answers, and
        whichever model stands in, is among it; None where the price of any is not known.
        """
        relays = [_OF_THE_TABLE] if request.pays_itself else self._relays.values()
        most = 0
        for each in (model, *self._models.stand_ins(model, request)):
            sent = sent_at_most(each, turns, request.user)
            for relay in relays:
                micros = most_micros(each, relay.of(each), sent, size=request.size)
                if micros is None:
                    return None
                most = max(most, micros)
        return most

    def spent(self, model: ModelProfile, reply: Reply, size: str | None) -> int | None:
        """Return what a reply of a model cost; None where nobody knows, as at the most it may."""
        relay = self._relays.get(reply.relay, _OF_THE_TABLE)
        return spent_micros(model, relay.of(model), reply, size=size)

    def usual(self, model: ModelProfile, guild_id: int | None) -> Tariff:
        """Return what the relay bills for a model that is asked first for a server."""
        if self._pays_itself(guild_id):
            return _OF_THE_TABLE.of(model)
        return next(iter(self._relays.values())).of(model)
