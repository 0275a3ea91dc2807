"""What the relay serves today is what members may choose."""

import pytest

from demo.stack import Stack
from tests.acting import answered, until
from tests.worlds import Join

SHUT = "gemini-3.1-flash-image"


async def test_a_model_that_the_relay_shut_is_not_offered(world: Stack, join: Join) -> None:
    """Neither in the list of models nor to those who know its name, who read which there are."""
    world.relay.shut.add(SHUT)
    client = await join()
    await until(lambda: client.services.models.left_out)
    offered = await world.anna.autocomplete(world.art, "imagine", "model", "3.1 Flash Image")
    assert [choice.value for choice in offered] == ["gemini-3.1-flash-image-preview"]
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite", model=SHUT)
    told = await answered(world, asked)
    assert SHUT in told.text
    assert "Gemini 3.1 Flash Image (preview)" in told.text
    assert not world.relay.requests


async def test_a_wrong_key_is_told_at_the_start(
    join: Join, caplog: pytest.LogCaptureFixture
) -> None:
    """In one line with the setting's name, and without the key."""
    await join(relay_key="wrong-and-secret")
    said = "ATELIER_RELAY_KEY: the relay main does not accept this key"
    await until(lambda: said in caplog.messages)
    assert "wrong-and-secret" not in caplog.text
