"""What is shown of the other side, and its switches."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from demo.page.database import BotDatabase
from demo.relay import faults
from tests.system.embedded_discord.page.browsing import Browser, Feed
from tests.unit.demo.relay.asking import Client, picture_part, said


@pytest.fixture
def asking(browser: Browser) -> Client:
    """Return a client of the relay that the panel watches."""
    return Client(browser.relay)


async def look(browser: Browser) -> dict:
    """Return what the panel shows now."""
    async with browser.session.get(f"{browser.page.url}panel/feed") as response:
        return await Feed(response).until(lambda values: "requests" in values)


def response_of(fault: faults.Fault) -> tuple[int, object] | None:
    """Return the status and the body that a fault puts in the place of an answer."""
    if fault.instead is None:
        return None
    response = fault.instead()
    return response.status, response.body


async def test_a_request_is_shown_with_both_sides(browser: Browser, asking: Client):
    """Parts, the pictures behind them, and the signatures' lengths."""
    await asking.post(said(picture_part((64, 32)), "blur"))
    seen = await look(browser)
    assert seen["requests"] == [1]
    assert seen["request/1"]["status"] == 200
    _, request = await browser.get("panel/requests/1")
    sent = request["body"]["contents"][0]["parts"][0]["inlineData"]
    async with browser.session.get(f"{browser.page.url}panel/pictures/{sent['digest']}") as found:
        assert (found.status, (await found.read())[:4]) == (200, b"\x89PNG")
    parts = request["answer"][0]["candidates"][0]["content"]["parts"]
    assert any("<signature " in part.get("thoughtSignature", "") for part in parts)


async def test_a_request_tells_the_fault_that_it_met(browser: Browser, asking: Client):
    """By the word on the switch; a good one needs none."""
    await browser.post("panel/switch", {"fault": "503"})
    browser.relay.next(faults.Fault(), faults.text_only())
    for _ in range(3):
        await asking.post(said("hills"))
    seen = await look(browser)
    assert [seen[f"request/{n}"]["fault"] for n in (1, 2, 3)] == [None, "text only", "503"]


async def test_what_is_no_longer_kept_is_not_found(browser: Browser):
    """Neither a request nor a picture."""
    assert (await browser.get("panel/requests/9"))[0] == 404
    async with browser.session.get(f"{browser.page.url}panel/pictures/00000000") as response:
        assert response.status == 404


@pytest.mark.parametrize(
    ("name", "expected"),
    [("slow", faults.slow()), ("429", faults.too_many()), ("good", faults.Fault())],
)
async def test_the_relay_is_switched(browser: Browser, name: str, expected: faults.Fault):
    """Until it is switched back."""
    await browser.post("panel/switch", {"fault": "503"})
    await browser.post("panel/switch", {"fault": name})
    fault = browser.relay.fault
    # What makes a response equals only itself; the responses can be compared.
    assert replace(fault, instead=None) == replace(expected, instead=None)
    assert response_of(fault) == response_of(expected)
    seen = await look(browser)
    assert (seen["fault"], name in seen["faults"]) == (name, True)


async def test_the_gateway_is_cut(browser: Browser):
    """The bot comes back with its session, or with a new one."""
    gateway = browser.stage.discord.gateway
    for way, count in (("drop", lambda: gateway.resumed), ("forget", lambda: gateway.identified)):
        before = count()
        await browser.post("panel/switch", {"gateway": way})
        await browser.stage.discord.wait_for(
            lambda count=count, before=before: count() > before, within=20
        )
    assert (await look(browser))["gateway"]["connected"]


@pytest.mark.parametrize("fields", [{}, {"fault": "purple"}, {"gateway": 1}])
async def test_a_switch_that_is_not_there_is_refused(browser: Browser, fields: dict):
    """Nothing changes."""
    assert (await browser.post("panel/switch", fields))[0] == 400


async def test_the_newest_lines_of_the_books_come_first(tmp_path: Path):
    """Jobs and ledger; people are named by texts, for their ids have 64 bits."""
    path = tmp_path / "atelier.db"
    with sqlite3.connect(path) as written:
        written.executescript(
            "CREATE TABLE jobs (id, kind, state, count, error, called_off, author_id, created_at,"
            " updated_at); CREATE TABLE ledger (id, job_id, kind, author_id, pictures, micros, at);"
            " INSERT INTO jobs VALUES (1, 'picture', 'posted', 1, NULL, 0, 9, 'a', 'b'),"
            " (2, 'chat', 'sent', 0, NULL, 0, 9, 'c', 'd');"
            " INSERT INTO ledger VALUES (1, 1, 'reserve', 9, 1, NULL, 'a');"
        )
    written.close()
    books = await BotDatabase(path).read()
    assert [(job["id"], job["author_id"]) for job in books["jobs"]] == [(2, "9"), (1, "9")]
    assert books["ledger"][0]["kind"] == "reserve"


async def test_books_that_are_not_there_yet_are_empty(tmp_path: Path):
    """Neither the file nor its tables."""
    path = tmp_path / "atelier.db"
    assert await BotDatabase(path).read() == {"jobs": [], "ledger": []}
    sqlite3.connect(path).close()
    assert await BotDatabase(path).read() == {"jobs": [], "ledger": []}
