import base64
import json
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web

from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.conversation import TurnPath
from bot.domain.errors import (
    MemoryRejected,
    Refused,
    RelayBusy,
)
from tests.unit.domain.builders import turn
from tests.unit.relay.exchange import asked, client, failing
from tests.unit.relay.support import (
    IMAGE_MODEL,
    Shelf,
    ask,
    recorded,
    recordings,
    serving,
)

ENDS_IN = {
    "chat_finish_safety_empty_content": Refused,
    "google_400_missing_signature": MemoryRejected,
    "google_503_overloaded": RelayBusy,
    "google_blocked_prompt_no_candidates": Refused,
    "google_refusal_image_other": Refused,
    "relay_null_candidates": Refused,
}


@pytest.mark.parametrize(
    "path",
    recordings("recorded/[ic]*.response.*")
    + recordings("reported/*[a-z].json")
    + recordings("full/*"),
)
async def test_recorded_replies_over_http(shelf: Shelf, path: Path) -> None:
    """Each recorded reply gives the texts, pictures and signatures that it holds, or its error."""
    body = recorded(path)

    async def handle(_: web.Request) -> web.Response:
        return web.Response(body=body, content_type="application/json")

    name = path.name.partition(".")[0]
    if name in ENDS_IN:
        await failing(ENDS_IN[name], shelf, handle)
        return
    found = await asked(shelf, handle)
    lines = [line[5:] for line in body.splitlines() if line.startswith(b"data:")] or [body]
    parts = [
        part
        for line in lines
        for candidate in json.loads(line)["candidates"]
        for part in candidate["content"].get("parts") or []
        if not part.get("thought")
    ]
    held = [base64.b64decode(part["inlineData"]["data"]) for part in parts if "inlineData" in part]
    if name == "relay_image_as_markdown_text":
        held, parts = [base64.b64decode(parts[0]["text"].partition("base64,")[2][:-1])], []
    pictures = [part.picture for part in found.parts if part.picture]
    assert [shelf.path(picture.blob).read_bytes() for picture in pictures] == held
    assert "".join(part.text or "" for part in found.parts) == "".join(
        part.get("text", "") for part in parts
    )
    signatures = [
        shelf.path(token).read_text() if isinstance(token, BlobRef) else token
        for token in (part.memory.token for part in found.parts)
        if token
    ]
    assert signatures == [part["thoughtSignature"] for part in parts if "thoughtSignature" in part]
    assert found.cut is None
    # What came can go back: the parts are sent, and arrive as they were.
    async with serving(handle) as url, client(shelf, url) as relay:
        path = TurnPath((turn(1, *found.parts, asked="a", family=""),))
        model = replace(IMAGE_MODEL, max_references=14)
        again = await relay.generate(*ask(Part(text="b"), model=model)._replace(path=path))
    assert again.parts == found.parts
