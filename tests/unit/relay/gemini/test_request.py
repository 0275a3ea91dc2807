from dataclasses import replace
from typing import Any

import pytest

from bot.domain.blob import BlobRef
from bot.domain.content import Memory, Part
from bot.domain.model import ModelKind, ModelProfile, Sampling, Thinking, careful_profile
from bot.domain.picture import Picture
from bot.domain.request import GenerationOptions, Safety
from bot.relay.gemini.contents import Content, Role
from bot.relay.gemini.request import request_tree
from bot.relay.writer import Inserted

BLOB = BlobRef("b3-a", 3)
ALL = ModelProfile(
    "m",
    ModelKind.IMAGE,
    aspects=("1:1", "16:9"),
    sizes=("1K", "2K"),
    thinking={Thinking.LOW: "minimal", Thinking.HIGH: 8192},
)


def tree(model: ModelProfile = ALL, **options: Any) -> dict[str, Any]:
    """Write a request of one question with these options."""
    contents = options.pop("contents", (Content(Role.USER, (Part(text="a fox"),)),))
    return request_tree(model, contents, GenerationOptions(budget=2**30, **options))


def test_a_bare_request_holds_nothing_but_the_question() -> None:
    """Without options an image model gets its contents and the modalities."""
    assert tree() == {
        "contents": [{"role": "user", "parts": [{"text": "a fox"}]}],
        "generationConfig": {"responseModalities": ["TEXT", "IMAGE"]},
    }


def test_an_operator_decides_what_is_asked_for() -> None:
    """A relay that wants `["IMAGE"]` alone gets that."""
    found = tree(replace(ALL, modalities=("IMAGE",)))
    assert found["generationConfig"] == {"responseModalities": ["IMAGE"]}


def test_a_bare_chat_has_no_config() -> None:
    """A chat model gets no modalities, and no empty object either."""
    assert tree(careful_profile("m", ModelKind.CHAT)).keys() == {"contents"}


def test_all_that_a_profile_allows_is_sent() -> None:
    """Each option stands where Google's reference puts it."""
    sampling = Sampling(temperature=0.0, top_p=0.9, top_k=40, max_output_tokens=100)
    found = tree(
        replace(ALL, sampling=sampling),
        aspect="16:9",
        size="2k",
        thinking=Thinking.LOW,
    )
    assert found["generationConfig"] == {
        "temperature": 0.0,
        "topP": 0.9,
        "topK": 40,
        "maxOutputTokens": 100,
        "responseModalities": ["TEXT", "IMAGE"],
        "imageConfig": {"aspectRatio": "16:9", "imageSize": "2K"},
        "thinkingConfig": {"thinkingLevel": "minimal"},
    }


def test_nothing_that_a_profile_does_not_allow_is_sent() -> None:
    """A model that is in no table gets no option that it might refuse."""
    careful = careful_profile("m", ModelKind.IMAGE)
    options = {"aspect": "1:1", "size": "1K", "thinking": Thinking.LOW}
    assert tree(careful, **options) == tree(careful)
    assert tree(aspect="9:21", size="8K", thinking=Thinking.MEDIUM) == tree()


def test_a_budget_is_sent_as_a_budget() -> None:
    """A number of tokens becomes a budget, and no level beside it."""
    assert tree(thinking=Thinking.HIGH)["generationConfig"]["thinkingConfig"] == {
        "thinkingBudget": 8192
    }


@pytest.mark.parametrize(
    ("safety", "threshold"),
    [(Safety.MEDIUM, "BLOCK_MEDIUM_AND_ABOVE"), (Safety.STRICT, "BLOCK_LOW_AND_ABOVE")],
)
def test_safety_covers_four_categories(safety: Safety, threshold: str) -> None:
    """A stricter server sends one threshold for each category that can be set."""
    settings = tree(safety=safety)["safetySettings"]
    assert len({setting["category"] for setting in settings}) == 4
    assert {setting["threshold"] for setting in settings} == {threshold}


def test_pictures_and_long_signatures_are_inserted_later() -> None:
    """A picture is named by its real type; its bytes and long signatures stay where they are."""
    picture = Picture(BLOB, "image/jpeg", 1, 1)
    [content] = tree(
        contents=(Content(Role.MODEL, (Part(picture=picture, memory=Memory(BLOB)),)),)
    )["contents"]
    [part] = content["parts"]
    assert content["role"] == "model"
    assert part["inlineData"]["mimeType"] == "image/jpeg"
    inserted = (part["inlineData"]["data"], part["thoughtSignature"])
    assert all(isinstance(item, Inserted) for item in inserted)
    assert [item.encode for item in inserted] == [True, False]


def test_parts_go_back_as_they_came() -> None:
    """The order, a short signature and unknown fields survive."""
    parts = (
        Part(text="b", memory=Memory("c2ln", {"x": 1})),
        Part(memory=Memory(extra={"executableCode": {}})),
    )
    [content] = tree(contents=(Content(Role.MODEL, parts),))["contents"]
    assert content["parts"] == [
        {"x": 1, "text": "b", "thoughtSignature": "c2ln"},
        {"executableCode": {}},
    ]


def test_empty_texts_never_go_back() -> None:
    """Google refuses an empty text, signed or not, and a turn without parts."""
    parts = (Part(text="", memory=Memory("c2ln")), Part())
    question = Content(Role.USER, (Part(text="a"),))
    assert tree(contents=(question, Content(Role.MODEL, parts)))["contents"] == [
        {"role": "user", "parts": [{"text": "a"}]}
    ]


def test_only_a_model_that_can_search_is_told_to() -> None:
    """And none where nobody asked for it."""
    searcher = replace(ALL, search=True)
    assert tree(searcher, search=True)["tools"] == [{"googleSearch": {}}]
    assert "tools" not in tree(searcher)
    assert "tools" not in tree(search=True)
