from typing import Any

import pytest

from bot.interface.markup import escaped
from demo.relay import faults
from demo.stack import Stack
from tests.acting import answered, contents, finished, image, imagine, pictures, png, texts

pytestmark = pytest.mark.usefixtures("client")


async def test_a_prompt_becomes_a_picture(world: Stack) -> None:
    """`/imagine` answers with one picture in the ratio and size that were asked for."""
    answer = await imagine(world, aspect="16:9", size="2K")
    assert image(answer).size == (2752, 1536)
    body = world.relay.requests[-1].body
    assert body["generationConfig"]["imageConfig"] == {"aspectRatio": "16:9", "imageSize": "2K"}
    assert body["generationConfig"]["responseModalities"] == ["TEXT", "IMAGE"]


async def test_the_answer_is_acknowledged_before_anything_is_painted(world: Stack) -> None:
    """The first answer is a deferral, and a painting line stands until the picture is there."""
    world.relay.next(faults.slow(0.5))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    response = await asked.response()
    assert "DEFERRED" in response.kind.name
    progress = await asked.result()
    assert "painting" in progress.text
    assert "<t:" in progress.text
    assert not progress.pictures
    done = await finished(world, progress)
    assert done.id == progress.id
    assert done.pictures


async def test_the_picture_has_alt_text_and_facts_and_buttons(world: Stack) -> None:
    """Below the picture stand model, pixels and seconds, and the buttons; alt text is set."""
    answer = await imagine(world)
    assert answer.pictures[0].description
    assert "1408" in answer.text
    assert "Gemini 3 Pro Image" in answer.text
    assert [button.label for button in answer.buttons] == [
        "Edit",
        "Only here",
        "Redo",
        "Vary",
        "Aspect",
        "Upscale",
        "More",
    ]


async def test_references_travel_before_the_words(world: Stack) -> None:
    """Pictures given with the command are in the user turn, in their order, before the prompt."""
    await imagine(
        world, "side by side", image=("a.png", png(30, 20)), image2=("b.png", png(20, 30))
    )
    (turn,) = contents(world)
    assert ["30x20" in seen or "20x30" in seen for seen in pictures(turn)] == [True, True]
    assert "30x20" in pictures(turn)[0]
    assert "text" in turn["parts"][-1]
    assert texts(turn) == ["side by side"]


async def test_several_pictures_come_in_one_gallery(world: Stack) -> None:
    """`count` sends that many requests and shows all pictures in one message."""
    answer = await imagine(world, count=3)
    assert len(answer.pictures) == 3
    assert len(world.relay.requests) == 3
    assert answer.text.count("Gemini 3 Pro Image") == 1


async def test_one_failure_of_several_does_not_lose_the_others(world: Stack) -> None:
    """Of three requests one is refused: two pictures are shown, and the refusal is said."""
    world.relay.next(faults.refuse("IMAGE_SAFETY", "Too wild."))
    answer = await imagine(world, count=3)
    assert len(answer.pictures) == 2
    assert "safety" in answer.text


async def test_an_option_that_the_model_does_not_take_is_named(world: Stack) -> None:
    """A size that the model lacks costs nothing and is answered with what it takes."""
    answer = await imagine(world, size="512")
    assert "512" in answer.text
    assert "1K, 2K, 4K" in answer.text
    assert not world.relay.requests


async def test_an_unknown_model_is_named(world: Stack) -> None:
    """A model that nobody configured is not asked for."""
    answer = await imagine(world, model="gpt-image-9")
    assert "gpt-image-9" in answer.text
    assert not world.relay.requests


async def test_models_are_offered_while_typing(world: Stack) -> None:
    """Autocomplete knows the image models, not the chat models."""
    choices = await world.anna.autocomplete(world.art, "imagine", "model", "2.5")
    assert [choice.value for choice in choices] == ["gemini-2.5-flash-image"]


async def test_another_model_gets_only_what_it_takes(world: Stack) -> None:
    """A model without sizes gets no imageConfig that nobody chose, and answers with a PNG."""
    answer = await imagine(world, model="gemini-2.5-flash-image")
    assert answer.pictures[0].filename.endswith(".png")
    assert "imageConfig" not in world.relay.requests[-1].body["generationConfig"]


async def test_a_refusal_is_a_sentence_with_the_models_explanation(world: Stack) -> None:
    """A refusal says that the model refused, why, and that it cost nothing."""
    answer = await imagine(world, "refuse this please")
    assert "safety rules" in answer.text
    assert "cost you nothing" in answer.text
    assert "Try rephrasing" in answer.text


async def test_html_from_the_relay_is_a_sentence_with_a_button(world: Stack) -> None:
    """A gateway's HTML, twice, never reaches members; Try again makes the request anew."""
    world.relay.next(faults.bad_gateway(), faults.bad_gateway())
    answer = await imagine(world)
    assert "<" not in answer.text
    assert "broke down" in answer.text
    assert "allowance was given back" in answer.text
    pressed = await world.anna.press(answer, label="Try again")
    again = await answered(world, pressed)
    assert again.pictures


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (faults.cut(), "can't be read|broke before"),
        (faults.no_candidates(), "answered with nothing"),
        (faults.block(), "not allowed"),
        (faults.http(400, '{"error":{"code":400,"message":"Bad image."}}'), "did not accept"),
        (faults.http(413, ""), "too much"),
    ],
    ids=["cut", "nothing", "blocked", "rejected", "too large"],
)
async def test_a_bad_day_of_the_relay_is_one_sentence(
    world: Stack, fault: faults.Fault, words: str
) -> None:
    """Whatever the relay answers, members read one sentence of ours."""
    world.relay.next(fault)
    answer = await imagine(world)
    assert any(word in answer.text for word in words.split("|"))
    assert len(world.relay.requests) == 1


async def test_a_short_bad_moment_is_waited_out(world: Stack) -> None:
    """A relay that says when to come again is asked again then, and nobody hears of it."""
    busy = '{"error":{"code":429,"message":"Too fast. Please retry in 0.2s."}}'
    world.relay.next(faults.http(429, busy))
    answer = await imagine(world)
    assert answer.pictures
    assert [request.status for request in world.relay.requests] == [429, 200]


async def test_an_early_502_is_repeated_once(world: Stack) -> None:
    """A gateway that breaks too soon for a picture to have been made is asked once more."""
    world.relay.next(faults.bad_gateway())
    assert (await imagine(world)).pictures
    assert [request.status for request in world.relay.requests] == [502, 200]


async def test_another_model_steps_in_and_is_named(world: Stack) -> None:
    """Where a model is not to be had, its fallback makes the picture, and the answer says so."""
    world.relay.next(faults.http(404, '{"error": {"message": "This model does not exist"}}'))
    answer = await imagine(world)
    assert answer.pictures
    assert "Gemini 3 Pro Image stepped in" in answer.text
    assert [request.model for request in world.relay.requests] == [
        "gemini-3-pro-image-preview",
        "gemini-3-pro-image",
    ]


@pytest.mark.logs_errors
async def test_a_wrong_address_is_told_after_one_request(world: Stack) -> None:
    """A 404 that speaks of no model is the operator's matter: no other model is asked."""
    said = '{"error": {"message": "Invalid URL (POST /v1/v1beta/models/x:generateContent)"}}'
    world.relay.next(faults.http(404, said))
    answer = await imagine(world)
    assert "not where this bot looks for it" in answer.text
    assert "cost you nothing" in answer.text
    assert len(world.relay.requests) == 1


@pytest.mark.logs_errors
async def test_an_empty_purse_is_told_when_no_model_can_step_in(world: Stack) -> None:
    """When the relay's credit is used up for every model, members read one sentence."""
    world.relay.next(*[faults.http(429, '{"error":"quota 额度不足"}')] * 4)
    answer = await imagine(world)
    assert "credit is used up" in answer.text
    assert "cost you nothing" in answer.text


async def test_text_without_a_picture_is_shown(world: Stack) -> None:
    """When an image model only talks, its words are shown, with a note and nothing counted."""
    world.relay.next(faults.text_only("Which colour should the kite have?"))
    answer = await imagine(world)
    assert "Which colour" in answer.text
    assert "No picture came" in answer.text
    assert [button.label for button in answer.buttons] == ["Redo"]


@pytest.mark.parametrize(
    "fault",
    [
        faults.snake_case(),
        faults.markdown_picture(),
        faults.url_safe(),
        faults.wrong_type(),
        faults.unsigned(),
        faults.data_uri(),
    ],
    ids=["snake case", "markdown", "url-safe", "wrong type", "unsigned", "data URI"],
)
async def test_a_quirky_reply_is_a_picture_all_the_same(world: Stack, fault: faults.Fault) -> None:
    """However a relay spells a picture, it arrives with its real type."""
    world.relay.next(fault)
    answer = await imagine(world)
    assert image(answer).size == (1408, 768)
    assert answer.pictures[0].filename.endswith(".jpg")


async def test_a_draft_is_shown_where_no_picture_followed_it(world: Stack) -> None:
    """The only picture of an answer is paid for, and said to be a draft."""
    world.relay.next(faults.thoughts_alone())
    answer = await imagine(world)
    assert image(answer).size == (1408, 768)
    assert "This is the last draft" in answer.text


async def test_why_no_picture_was_made_is_quoted(world: Stack) -> None:
    """What the model says of it is shown, as words and never as markup."""

    def say(document: Any) -> None:
        (candidate,) = document["candidates"]
        candidate["content"]["parts"] = [{"text": "I *can't* draw [this](https://a.example)."}]
        candidate["finishReason"] = "NO_IMAGE"

    world.relay.next(faults.each_document(say))
    answer = await imagine(world)
    assert "The model made no picture of this" in answer.text
    assert escaped("I *can't* draw [this](https://a.example).") in answer.text


async def test_thoughts_are_not_posted(world: Stack) -> None:
    """Interim pictures and thinking text of the model stay out of the answer."""
    for number in range(4):
        answer = await imagine(world, f"kite number {number}")
        assert len(answer.pictures) == 1


async def test_a_painter_thinks_as_long_as_it_is_told(world: Stack) -> None:
    """The choice goes to a model that takes it; one that does not is not asked."""
    flash = "gemini-3.1-flash-image"
    assert (await imagine(world, model=flash, thinking="high")).pictures
    config = world.relay.requests[-1].body["generationConfig"]
    assert config["thinkingConfig"] == {"thinkingLevel": "HIGH"}
    refused = await imagine(world, model=flash, thinking="medium")
    assert "can't be told to think that long" in refused.text
    assert len(world.relay.requests) == 1


async def test_a_file_that_is_no_picture_is_named(world: Stack) -> None:
    """An attachment that cannot be used is refused by name, before anything is sent."""
    answer = await imagine(world, image=("notes.png", b"Dear diary"))
    assert "notes.png" in answer.text
    assert not world.relay.requests


async def test_the_rest_is_used_when_one_file_is_no_picture(world: Stack) -> None:
    """One bad attachment is named in the answer, and the good one is used."""
    answer = await imagine(world, image=("a.png", png()), image2=("notes.png", b"Dear diary"))
    assert answer.pictures
    assert "notes.png" in answer.text
    assert len(pictures(contents(world)[0])) == 1


async def test_redo_makes_another_one_for_whoever_presses(world: Stack) -> None:
    """Redo asks the relay the same again and answers in a message of its own."""
    answer = await imagine(world, image=("a.png", png()))
    again = await answered(world, await world.ben.press(answer, label="Redo"))
    assert again.id != answer.id
    assert again.pictures
    assert contents(world, -1) == contents(world, -2)
