"""Who gets in, what gets out, and words that try to be more than words."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from tests.browser.conftest import Room
from tests.browser.hands import expect, file, pick

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

HURT = "<img src=x onerror=window.hurt=1>"
ODD = [
    HURT,
    f"**{HURT}** ||{HURT}|| `{HURT}`",
    f"```html\n{HURT}\n```",
    f"# {HURT}\n- {HURT}\n> {HURT}\n-# {HURT}",
    "<script>window.hurt=1</script><svg onload=window.hurt=1>",
    "[press](javascript:window.hurt=1) <javascript:window.hurt=1>",
    '[press](https://example.org/"onmouseover="window.hurt=1)',
    "<t:9999999999999> <t:-9999999999999:R> <t:1:Q> <t:>",
    "<@99999999999999999> <#99999999999999999> <@&99999999999999999> <:a:99999999999999999>",
    "``` unclosed **bold __under ~~gone ||hidden `code",
    "> " * 300 + "deep",
    "*" * 1_000 + "_" * 500 + "|" * 400,
    "\n".join(" " * depth + "- item" for depth in range(40)),
    "\\" * 200 + "\u202egnp.exe\u200b\ufeff\x00",
    "constructor __proto__ toString",
]


@asynccontextmanager
async def site(
    answer: Callable[[web.Request], Awaitable[web.StreamResponse]],
) -> AsyncIterator[str]:
    """Serve somebody else's site on this machine; yield its address."""
    application = web.Application()
    application.router.add_get("/{path:.*}", answer)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


def bare(url: str) -> str:
    """Return an address of the page without its secret."""
    return url.rstrip("/").rpartition("/")[0]


async def test_without_the_secret_one_is_sent_away(room: Room):
    """With a sentence that says what to open."""
    room.forgiven.append("status of 403")
    response = await room.tab.goto(f"{bare(room.demo.page.url)}/")
    assert response.status == 403
    await room.tab.get_by_text("Open the whole address that the demo printed").wait_for()


async def test_a_name_that_was_pointed_here_is_sent_away(room: Room):
    """Even with the secret: the browser names the site that it believes to be at."""
    room.forgiven.append("status of 403")
    response = await room.tab.goto(room.demo.page.url.replace("127.0.0.1", "evil.localhost"))
    assert response.status == 403
    room.hosts.discard("evil.localhost")


async def test_another_site_can_not_act(room: Room):
    """One that knows the whole address, and asks in ways that need no leave."""

    async def evil(_request: web.Request) -> web.Response:
        return web.Response(text="<title>Another site</title>", content_type="text/html")

    # What the other site's console says is not the page's.
    room.forgiven.append("")
    fields = f'{{"member": "{room.stack.anna.id}", "channel": "{room.channel.id}", "content": "x"}}'
    ask = """async ([url, fields]) => {
      const body = new FormData();
      body.append("payload_json", fields);
      const ask = (...how) => fetch(...how).then(() => "heard", () => "not heard");
      await ask(`${url}do/send`, { method: "POST", mode: "no-cors", body });
      return ask(`${url}start`);
    }"""
    async with site(evil) as url:
        await room.tab.goto(url)
        assert await room.tab.evaluate(ask, [room.demo.page.url, fields]) == "not heard"
    assert room.channel.messages == []


async def test_a_link_that_is_followed_does_not_tell_where_from(room: Room):
    """The secret is in the address: it goes to no other site, nor back to a window's opener."""
    seen: list[str | None] = []

    async def note(request: web.Request) -> web.Response:
        if request.path == "/there":
            seen.append(request.headers.get("Referer"))
        return web.Response(text="<title>Somewhere</title>", content_type="text/html")

    async with site(note) as url:
        await room.send(f"[there]({url}there)")
        async with room.tab.context.expect_page() as opened:
            await room.messages.nth(0).get_by_role("link", name="there").click()
        other = await opened.value
        await other.wait_for_load_state()
        assert await other.evaluate("[window.opener, document.referrer]") == [None, ""]
        await other.close()
    assert seen == [None]


async def test_nothing_of_the_page_is_told_or_kept_elsewhere(room: Room):
    """No request names the page's address; no shared cache may keep an answer."""
    requests: list[Any] = []

    def note(request: Any) -> None:
        requests.append(request)

    room.tab.on("requestfinished", note)
    await room.open()
    await room.make_picture()
    assert len(requests) > 20
    for request in requests:
        assert "referer" not in await request.all_headers()
        response = await request.response()
        policy = (await response.all_headers())["cache-control"]
        assert "no-cache" in policy or "private" in policy


async def test_everything_works_with_no_way_out(room: Room):
    """Nothing is asked of any other machine: such a request would fail here."""
    refused: list[str] = []
    ours = f"{bare(room.demo.page.url)}/"

    async def gate(route: Any) -> None:
        if route.request.url.startswith((ours, "blob:", "data:")):
            await route.continue_()
        else:
            refused.append(route.request.url)
            await route.abort()

    await room.tab.context.route("**/*", gate)
    await room.open()
    await pick(room.tab, room.tab.get_by_role("button", name="Attach files"), file("a.png"))
    await room.send("@Atelier blur it")
    made = await room.picture(1)
    await made.locator(".tile").click()
    await room.tab.get_by_role("dialog").wait_for()
    await room.tab.keyboard.press("Escape")
    await room.look_behind("Relay")
    assert refused == []


@pytest.mark.parametrize("words", ODD, ids=range(len(ODD)))
async def test_odd_words_stay_words(room: Room, words: str):
    """Nothing of them runs, and the page goes on."""
    await room.stack.ben.send(room.channel, words)
    await room.messages.nth(0).wait_for()
    await room.send("still here")
    await room.messages.filter(has_text="still here").wait_for()
    assert await room.tab.evaluate("window.hurt") is None
    assert await room.tab.locator("img[src=x], script:not([src]), [onerror], [onload]").count() == 0
    links = room.messages.get_by_role("link")
    for link in await links.all():
        assert not (await link.get_attribute("href")).startswith("javascript:")


async def test_names_are_never_read_as_html(room: Room):
    """Of files, threads, prompts; in the messages, the sidebar, the panel."""
    named = HURT.replace("=1", "=2")
    await room.stack.ben.send(room.channel, files=[(f"{named}.txt", b"text")])
    sent = await room.stack.ben.send(room.channel, "below")
    await room.stack.ben.start_thread(room.channel, HURT, message=sent)
    await room.sidebar.get_by_role("button", name=HURT).wait_for()
    await room.command("imagine", HURT)
    await room.tab.keyboard.press("Enter")
    await room.picture(2)
    await room.command("history")
    await room.tab.keyboard.press("Enter")
    listed = room.messages.filter(has_text="Versions")
    await expect(listed).to_contain_text(HURT)
    await room.look_behind("Relay")
    await room.panel.get_by_role("group").first.locator("summary").first.click()
    await room.panel.get_by_text(HURT).first.wait_for()
    assert await room.tab.evaluate("window.hurt") is None
    assert await room.tab.locator("img[src=x]").count() == 0
