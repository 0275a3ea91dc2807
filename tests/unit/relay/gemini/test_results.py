"""Pictures that a relay answers with as addresses."""

import json
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import web

from bot.domain.errors import Billing, RelayError, ReplyUnreadable, ResultBarred
from bot.domain.model import ModelKind
from bot.domain.request import Reply
from bot.relay.large_fields import Caps
from bot.relay.media import MediaFetcher
from tests.unit.relay.exchange import PICTURE, client, reply
from tests.unit.relay.support import IMAGE_MODEL, PNG, Shelf, ask, serving

SETTING = "ATELIER_RELAY_RESULT_HOSTS"


def file_data(url: str, kind: str = "image/png") -> dict[str, Any]:
    """Write a part that names a file."""
    return {"fileData": {"fileUri": url, "mimeType": kind}}


async def answered(
    shelf: Shelf,
    *parts: Any,
    allowed: bool = True,
    file: bytes = PNG,
    status: int = 200,
    lost: str = "",
    **options: Any,
) -> Reply:
    """Ask a relay whose answer names what lies at its own origin, written as `@` in the parts."""
    fetched: list[str] = []

    async def handle(request: web.Request) -> web.Response:
        if request.method == "GET":
            fetched.append(request.path)
            assert "Authorization" not in request.headers
            return web.Response(body=file, status=404 if request.path == lost else status)
        body = json.dumps(reply(*parts)).replace("@", f"http://{request.host}")
        return web.Response(text=body, content_type="application/json")

    model = options.pop("model", IMAGE_MODEL)
    async with serving(handle) as url:
        origins = frozenset({url} if allowed else ())
        async with (
            MediaFetcher(allowed_hosts=frozenset(), private_origins=origins) as fetcher,
            client(shelf, url, fetcher=fetcher, hosts_setting=SETTING, **options) as relay,
        ):
            try:
                return await relay.generate(*ask(model=model))
            finally:
                assert shelf.all_ended
                assert allowed or not fetched


@pytest.mark.parametrize(
    ("part", "texts"),
    [
        (file_data("@/kite.png"), [None]),
        ({"file_data": {"file_uri": "@/kite.png", "mime_type": "image/png"}}, [None]),
        ({"text": "![kite](@/kite.png)"}, [None]),
        ({"text": "Here: ![kite]( @/kite.png ) done"}, ["Here: ", None, " done"]),
        ({"text": " @/kite.png?sign=a%2Fb \n"}, [None]),
        ({"fileData": {"uri": "@/kite.png", "mimeType": "application/octet-stream"}}, [None]),
        ({"inlineData": {"mimeType": "image/png", "data": "@/kite.png"}}, [None]),
        ({"inlineData": {"mimeType": "image/png", "fileUri": "@/kite.png"}}, [None]),
        ({"text": '![kite](@/kite.png "A kite")'}, [None]),
        ({"text": "![kite](<@/kite_(1).png>)"}, [None]),
        ({"text": "[![kite](@/kite.png)](@/kite.png)"}, [None]),
        ({"text": "![kite](@/kite.png)\n\n[Download](@/kite.png)"}, [None]),
        ({"text": '<img alt="a" src="@/kite.png" width="9"/>'}, [None]),
        ({"text": "<@/kite.png>"}, [None]),
        ({"text": "```\n@/kite.png\n```"}, [None]),
        ({"text": "**@/kite.png**"}, [None]),
        ({"text": "[Download](@/kite.png) it"}, [None, " it"]),
        ({"text": "Here is your kite: @/kite.png."}, ["Here is your kite: ", None]),
    ],
)
async def test_a_picture_is_fetched_from_an_allowed_host(
    shelf: Shelf, part: dict[str, Any], texts: list[str | None]
) -> None:
    """In each form it becomes a stored picture, with the words around it, without the address."""
    found = await answered(shelf, part)
    assert [each.text for each in found.parts] == texts
    [picture] = [each.picture for each in found.parts if each.picture]
    assert shelf.path(picture.blob).read_bytes() == PNG
    assert not any(each.memory.extra or each.memory.token for each in found.parts)
    assert not found.barred


async def test_a_host_that_is_not_allowed_is_named_to_the_operator(
    shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing is fetched; the log says what to set, and nothing of the address."""
    with pytest.raises(ResultBarred) as caught:
        await answered(shelf, file_data("@/kite.png?sign=secret"), allowed=False)
    assert caught.value.billing is Billing.POSSIBLE
    assert SETTING in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize("text", ["See @/gone and ![kite](@/kite.png)", "![a](@/gone) @/kite.png"])
async def test_what_can_not_be_fetched_takes_nothing_along(shelf: Shelf, text: str) -> None:
    """Of several addresses, that of no picture stays among the words."""
    found = await answered(shelf, {"text": text}, lost="/gone")
    assert [bool(part.picture) for part in found.parts] == [False, True]
    assert "/gone" in str(found.parts[0].text)


@pytest.mark.parametrize("uri", ["files/abc", "/files/kite.png", "//host.example/kite.png"])
async def test_a_file_without_a_scheme_is_told_as_barred(shelf: Shelf, uri: str) -> None:
    """There is a picture, though nobody here knows where."""
    with pytest.raises(ResultBarred):
        await answered(shelf, file_data(uri))


async def test_words_with_a_barred_address_are_kept(shelf: Shelf) -> None:
    """What came in words stays as it came, and it is told that a picture is behind it."""
    found = await answered(shelf, {"text": "![kite](@/kite.png)"}, allowed=False)
    assert found.barred
    assert "/kite.png)" in str(found.parts[0].text)


@pytest.mark.parametrize(
    "case", [{"status": 404}, {"file": b"no picture"}, {"caps": Caps(picture=9)}]
)
async def test_what_can_not_be_fetched_is_unreadable(shelf: Shelf, case: dict[str, Any]) -> None:
    """A file that is gone, too large or no picture leaves nothing behind."""
    with pytest.raises(ReplyUnreadable):
        await answered(shelf, file_data("@/kite.png"), **case)


@pytest.mark.parametrize(
    "parts",
    [
        [PICTURE, {"text": "![more](@/kite.png)"}],
        [{"text": "See [the docs](@/kite.png) and @/kite.png there"}],
        [{"text": "ok"}, file_data("@/kite.mp4", "video/mp4")],
    ],
)
async def test_other_addresses_are_words(shelf: Shelf, parts: list[Any]) -> None:
    """Beside a picture that came, in the middle of a sentence, and of other files."""
    found = await answered(shelf, *parts, allowed=False)
    assert not found.barred


async def test_a_link_is_a_picture_whatever_the_reason(shelf: Shelf) -> None:
    """Who says that there is none and names one has made one."""

    async def handle(request: web.Request) -> web.Response:
        if request.method == "GET":
            return web.Response(body=PNG)
        said = reply(file_data(f"http://{request.host}/kite.png"), finish="NO_IMAGE")
        return web.json_response(said)

    async with (
        serving(handle) as url,
        MediaFetcher(allowed_hosts=frozenset(), private_origins=frozenset({url})) as fetcher,
        client(shelf, url, fetcher=fetcher, hosts_setting=SETTING) as relay,
    ):
        found = await relay.generate(*ask())
    assert [bool(each.picture) for each in found.parts] == [True]


async def test_a_chats_links_are_words(shelf: Shelf) -> None:
    """A chat model that shows a picture of the web did not make it."""
    chat = replace(IMAGE_MODEL, kind=ModelKind.CHAT)
    found = await answered(shelf, {"text": "![kite](@/kite.png)"}, model=chat)
    assert [each.picture for each in found.parts] == [None]


async def test_a_chat_that_is_nothing_but_a_file_is_fetched(shelf: Shelf) -> None:
    """Where a chat model names a file and says nothing, that is its answer."""
    chat = replace(IMAGE_MODEL, kind=ModelKind.CHAT)
    found = await answered(shelf, file_data("@/kite.png"), model=chat)
    assert [bool(each.picture) for each in found.parts] == [True]


async def test_a_file_of_another_scheme_is_told_as_barred(shelf: Shelf) -> None:
    """It is a picture that can't be fetched, and not nothing."""
    with pytest.raises(ResultBarred):
        await answered(shelf, file_data("gs://bucket/kite.png"))


async def test_a_private_address_is_not_fetched_for_a_name(shelf: Shelf) -> None:
    """A host that is allowed by its name is still guarded: it must not lead inside."""

    async def handle(_: web.Request) -> web.Response:
        return web.json_response(reply(file_data("https://localhost:9/kite.png")))

    async with (
        serving(handle) as url,
        MediaFetcher(allowed_hosts=frozenset({"localhost:9"})) as fetcher,
        client(shelf, url, fetcher=fetcher) as relay,
    ):
        with pytest.raises(RelayError):
            await relay.generate(*ask())
