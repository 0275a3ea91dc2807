"""What the chat says it received."""

from tests.unit.demo.relay.asking import Client, picture_part, said

CHAT = "gemini-3-flash-preview"


async def test_a_chat_tells_turns_pictures_and_sizes(client: Client):
    """Every turn with its text, and every picture with type, pixels and bytes."""
    body = said("My name is Ada")
    body["contents"] += [
        {"role": "model", "parts": [{"text": "Hello Ada"}]},
        {"role": "user", "parts": [picture_part((70, 50), kind="jpeg"), {"text": "Who am I?"}]},
    ]
    text = (await client.post(body, CHAT)).parts[0]["text"]
    assert "no AI" in text
    assert "Turns: 3." in text
    assert "1. user: “My name is Ada” (14 characters)" in text
    assert "2. model: “Hello Ada”" in text
    assert "a picture (image/jpeg, 70x50, " in text
    assert "In turn 1 you said “My name is Ada”." in text


async def test_a_chat_answers_chinese_in_chinese(client: Client):
    """Any CJK character in the prompt chooses the language."""
    text = (await client.post(said("你好 bot"), CHAT)).parts[0]["text"]
    assert "我是演示程序" in text


async def test_a_chat_mentions_the_system_instruction(client: Client):
    """Its length is told, its words are not."""
    body = said("hello") | {"system_instruction": {"parts": [{"text": "Be kind."}]}}
    text = (await client.post(body, CHAT)).parts[0]["text"]
    assert "A system instruction of 8 characters." in text
    assert "kind" not in text


async def test_long_texts_are_quoted_in_part(client: Client):
    """An excerpt ends with an ellipsis."""
    text = (await client.post(said("word " * 100), CHAT)).parts[0]["text"]
    assert "… ".strip() in text
    assert "(499 characters)" in text
    assert len(text) < 300


async def test_a_turn_of_pictures_alone_is_told(client: Client):
    """A turn needs no text."""
    text = (await client.post(said(picture_part((30, 20))), CHAT)).parts[0]["text"]
    assert "1. user: a picture (image/png, 30x20" in text


async def test_a_better_prompt_has_more_words(client: Client):
    """In the language of the prompt, and nothing beside it."""
    asked = "Rewrite this prompt for a model that paints, well.\n\nThe prompt:\n{}"
    text = (await client.post(said(asked.format("a fox")), CHAT)).parts[0]["text"]
    assert text == "a fox, in soft morning light, wide and calm"
    text = (await client.post(said(asked.format("狐狸")), CHAT)).parts[0]["text"]
    assert text.startswith("狐狸，")


async def test_a_description_has_both_parts(client: Client):
    """Who asks for them by their marks gets them, in the language of the locale."""
    asked = "Write in the locale {}. DESCRIPTION: then PROMPT:"
    picture = picture_part((70, 50))
    text = (await client.post(said(picture, asked.format("en-US")), CHAT)).parts[0]["text"]
    assert text.startswith("DESCRIPTION:\nI am a demo, no AI: I see 70x50 pixels, mostly ")
    assert "\n\nPROMPT:\nA landscape in " in text
    text = (await client.post(said(picture, asked.format("zh-CN")), CHAT)).parts[0]["text"]
    assert "我看到 70x50 像素" in text
