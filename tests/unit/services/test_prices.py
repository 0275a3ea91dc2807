from dataclasses import replace
from fractions import Fraction

import pytest

from bot.domain.content import Part
from bot.domain.guild_settings import GuildSettings
from bot.domain.job import JobKind
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.request import Reply, TokenCounts
from bot.domain.tariff import Tariff, TokenPrices
from bot.services.models import Models
from bot.services.prices import Prices, RelayPrices
from tests.contract.builders import picture_part, request
from tests.unit.domain.builders import turn

PAINTER = ModelProfile(
    id="painter", kind=ModelKind.IMAGE, sizes=("1K", "2K"), prices={"": 40}, fallbacks=("spare",)
)
SPARE = replace(PAINTER, id="spare", prices={"": 70}, fallbacks=())
TALKER = ModelProfile(
    id="talker", kind=ModelKind.CHAT, tokens=(TokenPrices(1_000_000, 0),), output_limit=1
)
PAINTED = Reply((picture_part("fox"),))
HALF = RelayPrices("half", Fraction(1, 2))
OWN = RelayPrices("own", Fraction(9), {"painter": Tariff({"": 55})})


def models(*profiles: ModelProfile, dearer: bool = True) -> Models:
    """Return these models, of which the painter and the talker are the usual ones."""
    known = {profile.id: profile for profile in profiles}
    settings = GuildSettings(dearer=dearer)
    return Models(known, image=PAINTER, chat=TALKER, settings_of=lambda _: settings)


def test_whatever_may_stand_in_is_reserved_for() -> None:
    """The dearest of all that may answer, and nothing that may not."""
    assert Prices(models()).most(request(), PAINTER) == 40
    assert Prices(models(SPARE)).most(request(), PAINTER) == 70
    assert Prices(models(SPARE, dearer=False)).most(request(), PAINTER) == 40
    sizeless = replace(SPARE, sizes=())
    assert Prices(models(sizeless)).most(request(size="1K"), PAINTER) == 40


def test_a_stand_in_without_a_price_has_none_for_all() -> None:
    """Nobody knows what it might cost."""
    assert Prices(models(replace(SPARE, prices={}))).most(request(), PAINTER) is None


def test_whichever_relay_answers_is_reserved_for() -> None:
    """The dearest of all relays, by its own price where it has one."""
    assert Prices(models(), [HALF]).most(request(), PAINTER) == 20
    assert Prices(models(), [HALF, RelayPrices()]).most(request(), PAINTER) == 40
    assert Prices(models(), [HALF, RelayPrices(), OWN]).most(request(), PAINTER) == 55


def test_for_a_relay_of_a_servers_own_the_table_is_reserved_by() -> None:
    """What the operator's relays bill says nothing of it."""
    prices = Prices(models(), [HALF, OWN])
    assert prices.most(request(pays_itself=True), PAINTER) == 40
    assert prices.most(request(), PAINTER) == 55


@pytest.mark.parametrize(
    ("relay", "micros"), [("half", 20), ("own", 55), ("a server's own", 40), ("", 40)]
)
def test_the_relay_that_answered_is_paid(relay: str, micros: int) -> None:
    """One that is none of the operator's, as the table says."""
    prices = Prices(models(), [HALF, OWN])
    assert prices.spent(PAINTER, replace(PAINTED, relay=relay), "1K") == micros


def test_a_share_is_of_what_a_relay_has_no_price_of_its_own_for() -> None:
    """Nine times the table's price here; its own price is what it bills."""
    painted = replace(PAINTED, relay="own")
    assert Prices(models(), [OWN]).spent(SPARE, painted, None) == 630
    assert Prices(models(), [OWN]).spent(PAINTER, painted, None) == 55


def test_what_it_goes_on_from_is_sent_again() -> None:
    """Each turn makes an answer dearer, by as many bytes as it has at most."""
    prices, asked = Prices(models()), request(kind=JobKind.CHAT, model="talker")
    alone = prices.most(asked, TALKER)
    longer = prices.most(asked, TALKER, [turn(1, Part(text="a" * 1_000))])
    assert alone is not None
    assert longer is not None
    assert longer > alone + 1_000
    counted = Reply((Part(text="hi"),), tokens=TokenCounts(prompt=7, answer=1))
    assert prices.spent(TALKER, counted, None) == 7
