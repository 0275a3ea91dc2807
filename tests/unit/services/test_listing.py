"""What the relays list decides what is offered; what is wrong with a relay is said in one line."""

import logging
from dataclasses import dataclass, field
from datetime import datetime

import pytest

from bot.domain.errors import (
    KeyRejected,
    ModelUnavailable,
    RelayBalanceUsedUp,
    RelayBusy,
    RelayError,
    RelayUnreachable,
    ReplyUnreadable,
    RequestRejected,
    UnknownModel,
    WrongAddress,
)
from bot.domain.model import ModelKind, ModelProfile
from bot.services.listing import AGAIN, ListedRelay, Listing
from bot.services.models import Models
from tests.contract.builders import NOON

OLD = ModelProfile(id="old", kind=ModelKind.IMAGE, fallbacks=("dear", "new"), prices={"": 20})
NEW = ModelProfile(id="new", kind=ModelKind.IMAGE, fallbacks=("old",), prices={"": 10})
DEAR = ModelProfile(id="dear", kind=ModelKind.IMAGE, prices={"": 99})
VOICE = ModelProfile(id="voice", kind=ModelKind.CHAT)
EVERYTHING = ["old", "new", "dear", "voice"]

KEY, URL = "ATELIER_RELAY_KEY", "ATELIER_RELAY_URL"
NO_RELAY = (
    "no list of models and no count of tokens is to be had at this address;"
    " if members' requests fail too, it is the wrong one"
)


@dataclass
class Relay:
    """List what it is told to, or fail so; count how often it is asked."""

    listed: list[str] | RelayError
    checked: RelayError | None = None
    asked: int = 0

    async def models(self) -> list[str]:
        """Return the list."""
        self.asked += 1
        if isinstance(self.listed, RelayError):
            raise self.listed
        return self.listed

    async def check(self, model_id: str) -> None:
        """Answer a call that costs nothing."""
        assert model_id == "old"
        if self.checked:
            raise self.checked


class NightFalls(BaseException):
    """End what runs for ever."""


@dataclass
class Clock:
    """Note how long is slept, and end the second sleep."""

    slept: list[float] = field(default_factory=list[float])

    def now(self) -> datetime:
        """Return the time."""
        return NOON

    async def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.slept.append(seconds)
        if len(self.slept) > 1:
            raise NightFalls


class Shop:
    """Hold models and what is listed of them."""

    def __init__(self, *relays: Relay, named: dict[str, str] | None = None) -> None:
        self.models = Models(
            {model.id: model for model in (OLD, NEW, DEAR, VOICE)}, image=OLD, chat=VOICE
        )
        self.clock = Clock()
        self.listing = Listing(
            [ListedRelay(f"r{nth}", relay, URL, KEY) for nth, relay in enumerate(relays)],
            self.models,
            self.clock,
            named=named or {},
        )

    @property
    def offered(self) -> list[str]:
        """Return the ids of the image models that members may choose."""
        return [model.id for model in self.models.of_kind(ModelKind.IMAGE)]


@pytest.fixture(autouse=True)
def warnings_alone(caplog: pytest.LogCaptureFixture) -> None:
    """Collect what an operator is warned of."""
    caplog.set_level(logging.WARNING)


async def test_what_is_not_listed_is_neither_offered_nor_found(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """It leaves choices and fallbacks, and one line says so."""
    shop = Shop(Relay(["old", "voice", "dear", "something else"]))
    await shop.listing.ask()
    assert shop.offered == ["old", "dear"]
    assert shop.models.fallbacks(OLD, aspect=None, size=None) == []
    with pytest.raises(UnknownModel) as caught:
        shop.models.find("new", ModelKind.IMAGE)
    assert caught.value.values == {"model": "new", "known": "old, dear"}
    assert caplog.messages == ["no relay lists these models, so they are not offered: new"]


async def test_an_old_turns_model_that_is_gone_is_replaced() -> None:
    """What was made with it goes on with the default."""
    shop = Shop(Relay(["old", "voice"]))
    await shop.listing.ask()
    assert shop.models.recall("new", ModelKind.IMAGE) is OLD
    assert shop.models.name("new") == "new"


async def test_a_default_that_is_gone_has_the_first_stand_in_that_is_no_dearer(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Nobody pays more because a model retired."""
    shop = Shop(Relay(["dear", "new", "voice"]))
    await shop.listing.ask()
    assert shop.models.find(None, ModelKind.IMAGE) is NEW
    assert "no relay lists old: who chooses no image model gets new" in caplog.messages


async def test_a_default_without_a_stand_in_is_tried_all_the_same() -> None:
    """To refuse everything would help nobody."""
    shop = Shop(Relay(["dear", "voice"]))
    await shop.listing.ask()
    assert shop.models.find(None, ModelKind.IMAGE) is OLD
    assert shop.offered == ["old", "dear"]


async def test_what_the_operator_named_stays(caplog: pytest.LogCaptureFixture) -> None:
    """With a warning that names the setting."""
    shop = Shop(Relay(["old", "dear", "voice"]), named={"new": "ATELIER_IMAGE_MODEL"})
    await shop.listing.ask()
    assert shop.offered == ["old", "new", "dear"]
    assert caplog.messages == ["ATELIER_IMAGE_MODEL: no relay lists the model new"]


@pytest.mark.parametrize(
    "listed",
    [[], ["gpt-9", "whatever"], RelayBusy(), ReplyUnreadable(), ModelUnavailable()],
    ids=["empty", "strangers", "busy", "no JSON", "404"],
)
async def test_a_list_that_says_nothing_changes_nothing(listed: list[str] | RelayError) -> None:
    """Whether it failed, is empty, or names no model of the table."""
    relay = Relay(["old", "voice"])
    shop = Shop(relay)
    await shop.listing.ask()
    relay.listed = listed
    await shop.listing.ask()
    assert shop.offered == ["old"]


async def test_what_one_of_several_relays_lists_is_to_be_had() -> None:
    """They are asked one after the other, so each adds to what there is."""
    shop = Shop(Relay(["old", "voice"]), Relay(["new"]))
    await shop.listing.ask()
    assert shop.offered == ["old", "new"]


async def test_a_relay_that_can_not_tell_may_have_anything() -> None:
    """What another one lacks may be had there."""
    shop = Shop(Relay(["old", "voice"]), Relay(RelayBusy()))
    await shop.listing.ask()
    assert shop.offered == ["old", "new", "dear"]


async def test_it_is_asked_again_every_few_hours(caplog: pytest.LogCaptureFixture) -> None:
    """A model that comes back is offered without a restart; nothing is said twice."""
    relay = Relay(["old", "voice"])
    shop = Shop(relay)
    with pytest.raises(NightFalls):
        await shop.listing.run()
    assert shop.clock.slept == [AGAIN, AGAIN]
    assert relay.asked == len(caplog.messages) + 1 == 2
    relay.listed = EVERYTHING
    await shop.listing.ask()
    assert shop.offered == ["old", "new", "dear"]
    relay.listed = ["old", "voice"]
    await shop.listing.ask()
    assert len(caplog.messages) == 2


@pytest.mark.parametrize(
    ("listed", "checked", "said"),
    [
        (KeyRejected(), None, f"{KEY}: the relay r0 does not accept this key"),
        (ModelUnavailable("404"), KeyRejected(), f"{KEY}: the relay r0 does not accept this key"),
        (RelayBalanceUsedUp(), None, f"{KEY}: the balance at the relay r0 is used up"),
        (RelayUnreachable("refused"), None, f"{URL}: the relay r0 can't be reached: refused"),
        (
            ReplyUnreadable("HTML"),
            WrongAddress("404"),
            f"{URL}: {NO_RELAY}: 404",
        ),
        (RelayBusy("429"), RelayBusy("429"), f"{URL}: the relay r0 could not be asked: 429"),
    ],
    ids=["key", "key at the free call", "balance", "unreachable", "no relay", "busy"],
)
async def test_what_is_wrong_is_said_with_the_settings_name(
    caplog: pytest.LogCaptureFixture, listed: RelayError, checked: RelayError | None, said: str
) -> None:
    """In one line, once."""
    shop = Shop(Relay(listed, checked))
    await shop.listing.ask()
    await shop.listing.ask()
    assert caplog.messages == [said]


@pytest.mark.parametrize("checked", [None, RequestRejected()], ids=["counted", "refused"])
async def test_a_relay_that_answers_without_a_list_is_nothing_to_warn_of(
    caplog: pytest.LogCaptureFixture, checked: RelayError | None
) -> None:
    """Many list nothing and serve all the same."""
    shop = Shop(Relay(ModelUnavailable("404"), checked))
    await shop.listing.ask()
    assert caplog.messages == []
    assert shop.offered == ["old", "new", "dear"]
