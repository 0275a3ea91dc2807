"""What the answer says of what was made: which pictures, in which shape."""

import base64
from typing import Any

import pytest

from demo.relay import faults
from demo.stack import Stack
from tests.acting import imagine, png, say

pytestmark = pytest.mark.usefixtures("client")


def config(world: Stack) -> dict[str, Any]:
    """Return the `imageConfig` of the last request; empty where there is none."""
    body: Any = world.relay.requests[-1].body
    return body.get("generationConfig", {}).get("imageConfig", {})


async def test_of_drafts_the_last_is_shown(world: Stack) -> None:
    """A model that sends a draft before the final shows one picture, and goes on from it."""
    world.relay.next(faults.drafts())
    done = await imagine(world)
    assert len(done.pictures) == 1
    assert done.pictures[0].filename.startswith("atelier-1-2.")
    assert (await say(world, "blur it", reply_to=done)).pictures


async def test_another_shape_than_asked_for_is_told(world: Stack) -> None:
    """Where ratio and size were ignored, the line says what was asked beside the real pixels."""

    def change(document: Any) -> None:
        for part in document["candidates"][0]["content"]["parts"]:
            if "inlineData" in part:
                part["inlineData"]["data"] = base64.b64encode(png(64, 64)).decode()

    world.relay.next(faults.each_document(change))
    done = await imagine(world, aspect="16:9", size="2K")
    assert "64×64" in done.text
    assert "Asked for 16:9 · 2K" in done.text


async def test_what_came_as_asked_needs_no_words(world: Stack) -> None:
    """The real pixels are there; nothing is said of the wish."""
    done = await imagine(world, aspect="16:9", size="2K")
    assert "2752×1536" in done.text
    assert "Asked for" not in done.text


async def test_a_single_picture_keeps_its_own_ratio(world: Stack) -> None:
    """For an edit of one picture no ratio is sent, also where auto was chosen."""
    first = await imagine(world, aspect="16:9")
    assert config(world) == {"aspectRatio": "16:9"}
    await say(world, "blur it", reply_to=first)
    assert "aspectRatio" not in config(world)
    await imagine(world, "blur it", image=("a.png", png(300, 200)), aspect="auto")
    assert "aspectRatio" not in config(world)


async def test_of_several_pictures_the_first_gives_the_ratio(world: Stack) -> None:
    """References do not change the shape of the picture that is edited."""
    first = await imagine(world, aspect="16:9")
    await say(world, "side by side", reply_to=first, files=[("b.png", png(100, 300))])
    assert config(world)["aspectRatio"] == "16:9"
    pictures = {"image": ("a.png", png(100, 150)), "image2": ("b.png", png(300, 100))}
    await imagine(world, "side by side", **pictures)
    assert config(world)["aspectRatio"] == "2:3"
