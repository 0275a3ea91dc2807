"""Who gets in."""

import asyncio
from pathlib import Path

import pytest
from yarl import URL

from demo.page import Page
from tests.system.embedded_discord.page.browsing import Browser


async def test_the_whole_address_opens_the_page(browser: Browser):
    """With rules that keep the browser from running or loading anything else."""
    async with browser.session.get(browser.page.url) as response:
        assert response.status == 200
        assert "script-src 'self'" in response.headers["Content-Security-Policy"]
        assert response.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/", "/nothing/", "/nothing/start", "/feed"])
async def test_without_the_secret_nothing_opens(browser: Browser, path: str):
    """Whatever is asked for."""
    async with browser.session.get(URL(browser.page.url).origin().join(URL(path))) as response:
        assert response.status == 403
        assert "whole address" in await response.text()


@pytest.mark.parametrize("line", ["OPTIONS *", "CONNECT evil.example:1"])
async def test_what_names_no_path_is_refused(browser: Browser, line: str):
    """As everything that does not name the secret."""
    url = URL(browser.page.url)
    reader, writer = await asyncio.open_connection(url.host, url.port)
    writer.write(f"{line} HTTP/1.1\r\nHost: {url.host}\r\n\r\n".encode())
    assert b" 403 " in await reader.readline()
    writer.close()
    await writer.wait_closed()


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:1", "null"])
async def test_another_page_does_not_get_in(browser: Browser, origin: str):
    """Not even one that knows the address."""
    async with browser.session.post(
        f"{browser.page.url}do/send", json={}, headers={"Origin": origin}
    ) as response:
        assert response.status == 403


async def test_the_page_itself_gets_in(browser: Browser):
    """Its requests name its own origin."""
    url = URL(browser.page.url)
    async with browser.session.get(url / "start", headers={"Origin": str(url.origin())}) as got:
        assert got.status == 200


async def test_a_name_that_was_pointed_here_does_not_get_in(browser: Browser):
    """DNS rebinding: the browser names the page that it believes to be at."""
    headers = {"Host": "evil.example"}
    async with browser.session.get(browser.page.url, headers=headers) as response:
        assert response.status == 403


async def test_a_page_for_other_machines_has_names_unknown_here(browser: Browser):
    """In a container it is reached by any name; the secret stays."""
    async with Page(browser.stage.discord, browser.relay, Path("none.db"), host="0.0.0.0") as page:
        assert page.url.startswith("http://127.0.0.1:")
        async with browser.session.get(page.url, headers={"Host": "box.example:80"}) as response:
            assert response.status == 200
        bare = URL(page.url).origin()
        async with browser.session.get(bare, headers={"Host": "box.example:80"}) as response:
            assert response.status == 403
