"""What Discord refuses of messages, forms and suggestions, also where discord.py lets it through.

Figures: Discord docs, Components; Message; Receiving and Responding; Application Commands.
"""

import io
from typing import Any

import discord
import pytest
from discord.http import Route

from demo.discord import Interaction
from demo.jsons import JSON
from tests.system.embedded_discord.stage import Stage, png, until

V2 = 1 << 15
MESSAGE, SUGGESTIONS, MODAL = 4, 8, 9


def button(custom_id: str = "a", **more: Any) -> JSON:
    """Return a button that Discord takes."""
    return {"type": 2, "style": 2, "label": "A", "custom_id": custom_id, **more}


def menu(options: int = 1, **more: Any) -> JSON:
    """Return a menu with so many options."""
    listed = [{"label": str(number), "value": str(number)} for number in range(options)]
    return {"type": 3, "custom_id": "menu", "options": listed, **more}


def row(*parts: JSON) -> JSON:
    """Put parts beside each other."""
    return {"type": 1, "components": list(parts)}


def words(length: int = 1) -> JSON:
    """Return a text of the second kind of messages."""
    return {"type": 10, "content": "x" * length}


def gallery(pictures: int = 1, alt: str = "alt") -> JSON:
    """Return a gallery of pictures from elsewhere."""
    item = {"media": {"url": "https://example.com/a.png"}, "description": alt}
    return {"type": 12, "items": [item] * pictures}


def v2(*parts: JSON, **more: Any) -> JSON:
    """Return a message of the second kind."""
    return {"flags": V2, "components": list(parts), **more}


def field(control: JSON | None = None, **more: Any) -> JSON:
    """Return a labelled control of a form; by default a field for text."""
    control = control or {"type": 4, "style": 1, "custom_id": "what"}
    return {"type": 18, "label": "What", "component": control, **more}


def text_input(custom_id: str = "what", **more: Any) -> JSON:
    """Return a field for text."""
    return field({"type": 4, "style": 1, "custom_id": custom_id, **more})


def form(*fields: JSON, **more: Any) -> JSON:
    """Return a form that Discord takes, if its fields are."""
    return {"custom_id": "form", "title": "Form", "components": list(fields or [field()]), **more}


TAKEN = {
    "40 components": v2(*[words()] * 40),
    "4,000 characters": v2(words(2_000), words(2_000)),
    "a label of 80": {"components": [row(button(label="x" * 80))]},
    "an id of 100": {"components": [row(button("x" * 100))]},
    "5 rows of 5 buttons": {
        "components": [row(*[button(f"{one}-{two}") for two in range(5)]) for one in range(5)]
    },
    "25 options": {"components": [row(menu(25))]},
    "10 pictures, and alt texts of 1,024": v2(gallery(10, "x" * 1_024)),
}
"""The most that a message may have."""

REFUSED = {
    "41 components": v2(*[words()] * 41),
    "4,001 characters": v2(words(2_000), words(2_001)),
    "no character": v2(words(0)),
    "a label of 81": {"components": [row(button(label="x" * 81))]},
    "neither label nor emoji": {"components": [row(button(label=""))]},
    "an id of 101": {"components": [row(button("x" * 101))]},
    "no id": {"components": [row(button(""))]},
    "one id twice in a row": {"components": [row(button(), button())]},
    "one id twice in a message": v2(row(button()), row(button())),
    "6 buttons in a row": {"components": [row(*[button(str(number)) for number in range(6)])]},
    "6 rows": {"components": [row(button(str(number))) for number in range(6)]},
    "no button in a row": {"components": [row()]},
    "a menu beside a button": {"components": [row(menu(), button())]},
    "no option": {"components": [row(menu(0))]},
    "26 options": {"components": [row(menu(26))]},
    "one option twice": {"components": [row(menu(1) | {"options": menu(1)["options"] * 2})]},
    "an option of 101": {
        "components": [row(menu() | {"options": [{"label": "x" * 101, "value": "x"}]})]
    },
    "a placeholder of 151": {"components": [row(menu(placeholder="x" * 151))]},
    "a button in no row": v2(button()),
    "text without the flag": {"components": [words()]},
    "content beside components": v2(words(), content="x"),
    "embeds beside components": v2(words(), embeds=[{"description": "x"}]),
    "no component": v2(),
    "11 pictures": v2(gallery(11)),
    "no picture": v2(gallery(0)),
    "an alt text of 1,025": v2(gallery(1, "x" * 1_025)),
    "a thumbnail's alt text of 1,025": v2(
        {
            "type": 9,
            "components": [words()],
            "accessory": {
                "type": 11,
                "media": {"url": "https://example.com/a.png"},
                "description": "x" * 1_025,
            },
        }
    ),
    "4 texts in a section": v2(
        {"type": 9, "components": [words()] * 4, "accessory": button()},
    ),
    "a section of nothing else": v2({"type": 9, "components": [words()]}),
    "2,001 characters of content": {"content": "x" * 2_001},
    "11 embeds": {"embeds": [{"description": "x"}] * 11},
    "6,001 characters of embeds": {"embeds": [{"description": "x" * 3_001}, {"title": "x"}] * 2},
}

FORMS_TAKEN = {
    "5 fields": form(*[text_input(str(number)) for number in range(5)]),
    "a title of 45": form(title="x" * 45),
    "a label of 45": form(field(label="x" * 45)),
    "4,000 characters": form(text_input(value="x" * 4_000, max_length=4_000)),
    "text beside a field": form(words(), field()),
}

FORMS_REFUSED = {
    "a button": form(row(button())),
    "a button with a label": form(field(button())),
    "a button beside a field": form(field(), button()),
    "a gallery": form(field(), gallery()),
    "6 fields": form(*[text_input(str(number)) for number in range(6)]),
    "no field": form() | {"components": []},
    "a title of 46": form(title="x" * 46),
    "no title": form(title=""),
    "an id of 101": form(custom_id="x" * 101),
    "a field's id of 101": form(text_input("x" * 101)),
    "one id twice": form(text_input(), text_input()),
    "a label of 46": form(field(label="x" * 46)),
    "a description of 101": form(field(description="x" * 101)),
    "a placeholder of 101": form(text_input(placeholder="x" * 101)),
    "4,001 characters": form(text_input(value="x" * 4_001)),
    "more than the field takes": form(text_input(value="x" * 11, max_length=10)),
    "a field for 4,001": form(text_input(max_length=4_001)),
    "a field for none": form(text_input(max_length=0)),
    "a field of neither height": form(text_input(style=3)),
    "no option": form(field(menu(0))),
    "26 options": form(field(menu(26))),
    "11 files": form(field({"type": 19, "custom_id": "files", "max_values": 11})),
    "one of one": form(
        field(
            {"type": 21, "custom_id": "one", "options": [{"label": "x", "value": "x"}]},
        )
    ),
}


async def post(stage: Stage, message: JSON) -> Any:
    """Post a message as the bot, without discord.py's own checks."""
    route = Route("POST", "/channels/{channel_id}/messages", channel_id=stage.channel.id)
    return await stage.bot.http.request(route, json=message)


async def pressed(stage: Stage) -> tuple[Interaction, discord.Interaction]:
    """Press a button to which nobody listens; return both sides of it."""
    sent = await post(stage, {"components": [row(button("free"))]})
    asked = await stage.anna.press(stage.channel.message(int(sent["id"])), "free")
    return asked, await heard(stage, asked)


async def heard(stage: Stage, asked: Interaction) -> discord.Interaction:
    """Return an interaction as the bot has it."""
    await until(lambda: any(each.id == asked.id for each in stage.bot.interactions))
    return stage.bot.interactions[-1]


async def code(stage: Stage, call: Route, message: JSON) -> int:
    """Return the code with which a call is refused; 0 if it is not."""
    try:
        await stage.bot.http.request(call, json=message)
    except discord.HTTPException as error:
        return error.code
    return 0


async def answer(stage: Stage, asked: discord.Interaction, kind: int, data: JSON) -> None:
    """Answer an interaction as the bot, without discord.py's own checks."""
    route = Route(
        "POST",
        "/interactions/{webhook_id}/{webhook_token}/callback",
        webhook_id=asked.id,
        webhook_token=asked.token,
    )
    await stage.bot.http.request(route, json={"type": kind, "data": data})


def is_wrong(caught: pytest.ExceptionInfo[discord.HTTPException]) -> bool:
    """Tell whether Discord said "Invalid Form Body"."""
    return (caught.value.status, caught.value.code) == (400, 50035)


async def test_the_most_of_a_message_is_taken(stage: Stage) -> None:
    """One more of anything would be refused, as the next test sees."""
    for message in TAKEN.values():
        await post(stage, message)
    assert len(stage.channel.messages) == len(TAKEN)


async def test_a_message_that_discord_would_not_take_is_refused(stage: Stage) -> None:
    """As a post, as an answer, as what completes one, as a follow-up, and as an edit."""
    sent = await post(stage, {"content": "there"})
    _, asked = await pressed(stage)
    await answer(stage, asked, MESSAGE, {"content": "here"})
    edit = Route(
        "PATCH",
        "/channels/{channel_id}/messages/{message_id}",
        channel_id=stage.channel.id,
        message_id=sent["id"],
    )
    webhook = {"webhook_id": stage.bot.application_id, "webhook_token": asked.token}
    original = "/webhooks/{webhook_id}/{webhook_token}/messages/@original"
    calls = [
        Route("POST", "/channels/{channel_id}/messages", channel_id=stage.channel.id),
        edit,
        Route("POST", "/webhooks/{webhook_id}/{webhook_token}", **webhook),
        Route("PATCH", original, **webhook),
    ]
    codes = {
        (what, call): await code(stage, call, message)
        for what, message in REFUSED.items()
        for call in calls
    }
    assert [which for which, said in codes.items() if said != 50035] == []


async def test_the_most_of_a_form_is_taken(stage: Stage) -> None:
    """One more of anything would be refused, as the next test sees."""
    for wanted in FORMS_TAKEN.values():
        press, asked = await pressed(stage)
        await answer(stage, asked, MODAL, wanted)
        assert (await press.response()).modal is not None


@pytest.mark.parametrize("what", FORMS_REFUSED)
async def test_a_form_that_discord_would_not_take_is_refused(stage: Stage, what: str) -> None:
    """And the press is not yet answered by it."""
    _, asked = await pressed(stage)
    with pytest.raises(discord.HTTPException) as caught:
        await answer(stage, asked, MODAL, FORMS_REFUSED[what])
    assert is_wrong(caught)
    await answer(stage, asked, MODAL, form())


async def test_a_form_is_no_answer_to_a_form(stage: Stage) -> None:
    """Which discord.py sends all the same; a message is one."""
    press, asked = await pressed(stage)
    await answer(stage, asked, MODAL, form())
    await press.response()
    submitted = await heard(stage, await stage.anna.submit(press, {"what": "x"}))
    modal = discord.ui.Modal(title="Again").add_item(discord.ui.TextInput(label="What"))
    with pytest.raises(discord.HTTPException) as caught:
        await submitted.response.send_modal(modal)
    assert is_wrong(caught)
    await answer(stage, submitted, MESSAGE, {"content": "x"})


async def test_what_is_answered_is_not_answered_again(stage: Stage) -> None:
    """Whatever the second answer is (40060)."""
    _, asked = await pressed(stage)
    await answer(stage, asked, MESSAGE, {"content": "x"})
    for kind, data in ((MESSAGE, {"content": "y"}), (MODAL, form())):
        with pytest.raises(discord.HTTPException) as caught:
            await answer(stage, asked, kind, data)
        assert caught.value.code == 40060


@pytest.mark.parametrize(
    "choices",
    [
        [{"name": str(number), "value": str(number)} for number in range(26)],
        [{"name": "x" * 101, "value": "x"}],
        [{"name": "", "value": "x"}],
        [{"name": "x", "value": "x" * 101}],
    ],
)
async def test_suggestions_that_discord_would_not_take_are_refused(
    stage: Stage, choices: list[JSON]
) -> None:
    """At most 25, of 1 to 100 characters."""
    _, asked = await pressed(stage)
    with pytest.raises(discord.HTTPException) as caught:
        await answer(stage, asked, SUGGESTIONS, {"choices": choices})
    assert is_wrong(caught)


async def test_an_alt_text_of_a_file_has_1024_characters(stage: Stage) -> None:
    """One more is refused, in whichever way the file is sent."""
    channel = stage.bot.get_channel(stage.channel.id)
    assert isinstance(channel, discord.TextChannel)
    for length, is_taken in ((1_024, True), (1_025, False)):
        file = discord.File(io.BytesIO(png()), "a.png", description="x" * length)
        if is_taken:
            await channel.send(file=file)
            continue
        with pytest.raises(discord.HTTPException) as caught:
            await channel.send(file=file)
        assert is_wrong(caught)


async def test_a_file_that_one_member_sees_is_not_named_in_another_message(stage: Stage) -> None:
    """Whoever shows it to all has to upload it again."""
    _, asked = await pressed(stage)
    await asked.response.send_message(file=discord.File(io.BytesIO(png()), "a.png"), ephemeral=True)
    shown = await asked.original_response()
    file = {"id": str(shown.attachments[0].id)}
    sent = await post(stage, {"content": "x"})
    route = Route(
        "PATCH",
        "/channels/{channel_id}/messages/{message_id}",
        channel_id=stage.channel.id,
        message_id=sent["id"],
    )
    with pytest.raises(discord.HTTPException) as caught:
        await stage.bot.http.request(route, json={"attachments": [file]})
    assert is_wrong(caught)


@pytest.mark.parametrize("name", ["", "x" * 101])
async def test_a_thread_has_a_name_of_1_to_100_characters(stage: Stage, name: str) -> None:
    """Below a message, and by itself."""
    sent = await post(stage, {"content": "x"})
    alone = Route("POST", "/channels/{channel_id}/threads", channel_id=stage.channel.id)
    below = Route(
        "POST",
        "/channels/{channel_id}/messages/{message_id}/threads",
        channel_id=stage.channel.id,
        message_id=sent["id"],
    )
    for route in (alone, below):
        with pytest.raises(discord.HTTPException) as caught:
            await stage.bot.http.request(route, json={"name": name})
        assert is_wrong(caught)
    assert stage.channel.threads == []
