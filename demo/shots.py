"""`python -m bot demo --shots DIR`: the README's pictures, taken from the page in Chromium."""

import asyncio
import io
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, Final

from PIL import Image

from demo.browser import chromium
from demo.community_screens import CommunityScreens
from demo.discord import Channel, Member
from demo.page import Page
from demo.process import stop_when_asked
from demo.screens import Screens
from demo.stack import Stack, local_stack

WIDTH: Final = 1000
HEIGHT: Final = 680
_TALL: Final = 1020
_MIDDLING: Final = 780
_LONG: Final = frozenset({"help", "models", "settings", "usage", "refusals", "log"})
_WITHIN: Final = 30.0
_COLOURS: Final = 256
_SETTLED_MS: Final = 400

STORIES: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "locale": "en-US",
        "member": "anna",
        "prompt": "a red lighthouse by the sea at dusk",
        "grey": "make it black and white",
        "blue": "tint it blue",
        "chat": "What do you see in this picture?",
        "next": "And how would you change it?",
        "form": "Edit",
        "aspect": "Aspect",
        "change": "rotate left",
        "here": "Only here",
        "choose": "Submit",
        "part": "blur it",
        "file": "What is in this file?",
        "style": "By the sea",
        "look": "dusk, calm water, a low sun, few colours",
        "wide": "Wide screen",
    },
    "zh": {
        "locale": "zh-CN",
        "member": "ben",
        "prompt": "黄昏海边的红色灯塔",
        "grey": "变成黑白",
        "blue": "染成蓝色",
        "chat": "你在这张图里看到了什么？",
        "next": "你会怎么改？",
        "form": "编辑",
        "aspect": "宽高比",
        "change": "向左旋转",
        "here": "只改这里",
        "choose": "提交",
        "part": "模糊",
        "file": "这个文件里有什么？",
        "style": "海边",
        "look": "黄昏，平静的水面，低低的太阳，颜色很少",
        "wide": "宽银幕",
    },
}
"""What is said in each language. The relay's painter knows the words."""


async def shoot(folder: Path) -> int:
    """Take every picture in each language, save them to `folder`, and return the exit status 0.

    Raise BrowserMissing if there is nothing to take them with.
    """
    stop_when_asked()
    async with chromium() as browser:
        for language, story in STORIES.items():
            for play in (Story.play, Story.show_screens, Story.show_community):
                with tempfile.TemporaryDirectory(prefix="atelier-shots-") as data:
                    await _play(browser, Path(data), folder, language, story, play)
    return 0


async def _play(
    browser: Any,
    data: Path,
    folder: Path,
    language: str,
    story: Mapping[str, str],
    play: Callable[["Story"], Awaitable[None]],
) -> None:
    async with (
        local_stack(data, locale=story["locale"], watched=True) as stack,
        stack.bot(ATELIER_SEARCH="true"),
        Page(stack.discord, stack.relay, stack.database) as page,
    ):
        await stack.ready(within=_WITHIN)
        size = {"width": WIDTH, "height": HEIGHT}
        tab = await browser.new_page(viewport=size, locale=story["locale"])
        member = {"anna": stack.anna, "ben": stack.ben}[story["member"]]
        await tab.goto(f"{page.url}#{member.id}/{stack.art.id}")
        await tab.locator(".hints").get_by_role("button").last.click()
        await play(Story(stack, tab, folder, language, story, member))
        await tab.close()


class Story:
    """Tell the README's story by hand, in front of a camera."""

    def __init__(
        self,
        stack: Stack,
        tab: Any,
        folder: Path,
        language: str,
        words: Mapping[str, str],
        member: Member,
    ) -> None:
        self._stack = stack
        self._tab = tab
        self._folder = folder
        self._language = language
        self._words = words
        self._member = member

    async def play(self) -> None:
        """Make a picture, edit it twice, use the form, look at the versions, talk."""
        tab, words = self._tab, self._words
        await self._field.fill("/imagine ")
        await tab.keyboard.type(words["prompt"])
        await self._shoot("command")
        await tab.keyboard.press("Enter")
        first = await self._picture(0)
        await self._reply(first, words["grey"])
        grey = await self._picture(2)
        await self._shoot("reply", height=_TALL)
        await self._reply(first, words["blue"])
        blue = await self._picture(4)
        await blue.get_by_role("button", name=words["form"]).click()
        await tab.get_by_role("dialog").get_by_role("textbox").fill(words["change"])
        await self._shoot("form")
        for _ in range(2):  # the first one only asks, for something was typed
            await tab.keyboard.press("Escape")
        await blue.get_by_role("button", name=words["aspect"]).click()
        await tab.get_by_role("dialog").get_by_role("combobox").wait_for()
        await self._shoot("aspect")
        await tab.keyboard.press("Escape")
        await self._point(blue)
        await self._field.fill("/history ")
        await tab.keyboard.press("Enter")
        await self._message(6).locator("img").last.wait_for()
        await self._shoot("versions", height=_TALL)
        await self._chat()
        await grey.wait_for()
        await self._look_behind()

    async def _point(self, picture: Any) -> None:
        """Choose cells of the grid that lies over a picture."""
        await picture.get_by_role("button", name=self._words["here"]).click()
        grid = await self._picture(5)
        plain = await grid.locator(".gallery img").get_attribute("src")
        await grid.locator("summary").click()
        for cell in ("6", "7"):
            await grid.locator(f'input[value="{cell}"]').check()
        await grid.get_by_role("button", name=self._words["choose"]).click()
        await grid.locator(f'.gallery img:not([src="{plain}"])').wait_for()
        await self._shoot("only-here", height=_MIDDLING)

    async def show_screens(self) -> None:
        """Show each screen that the story has no place for."""
        screens = Screens(self._stack, self._member, self._words)

        async def shoot(name: str, place: Channel | None = None) -> None:
            if place is not None:
                await self._go(place)
            await self._shoot(name, height=_TALL if name in _LONG else _MIDDLING)
            if place is not None:
                await self._go(self._stack.art)

        await screens.show(shoot)

    async def show_community(self) -> None:
        """Show what a community sees of its rules."""
        screens = CommunityScreens(self._stack, self._tab, self._words)

        async def shoot(name: str, by: Member, place: Channel | None = None) -> None:
            # What stands in a window over the page is gone when one goes elsewhere.
            if not await self._tab.get_by_role("dialog").count():
                await self._go(place or self._stack.art, by)
            await self._shoot(name, height=_TALL if name in _LONG else _MIDDLING)

        await screens.show(shoot)

    async def _go(self, place: Channel, by: Member | None = None) -> None:
        """Open another channel, as the page's address names it, or as another member."""
        address = f"{(by or self._member).id}/{place.id}"
        await self._tab.evaluate("address => { location.hash = address; }", address)
        await self._tab.reload()

    async def _chat(self) -> None:
        """Talk about a picture in a thread of its own."""
        channel = self._stack.art
        picture = next(m for m in channel.messages if m.pictures).pictures[0]
        await self._field.fill("/chat ")
        await self._tab.keyboard.type(self._words["chat"])
        await self._tab.evaluate(_DROP, [list(picture.bytes()), picture.filename])
        await self._tab.keyboard.press("Enter")
        card = self._tab.locator(".thread-card")
        await card.click()
        # What is written before the thread is open goes to the channel above.
        await self._tab.locator(".parent").wait_for()
        await self._message(0).wait_for()
        await self._field.fill(self._words["next"])
        await self._tab.keyboard.press("Enter")
        # The second answer is there once it tells of the third turn.
        await self._message(3).locator("li").nth(2).wait_for()
        await self._shoot("thread", height=_TALL)
        await self._tab.locator(".parent").click()

    async def _look_behind(self) -> None:
        """Open the panel on the request with the second edit."""
        await self._tab.locator(".panel-button").click()
        await self._tab.locator(".request").filter(has_text="image").first.click()
        await self._tab.locator(".part-picture img").last.wait_for()
        await self._shoot("panel")

    @property
    def _field(self) -> Any:
        return self._tab.locator(".write")

    def _message(self, place: int) -> Any:
        return self._tab.get_by_role("article").nth(place)

    async def _picture(self, place: int) -> Any:
        """Return the message at a place once it shows a picture."""
        message = self._message(place)
        await message.locator(".gallery img").wait_for()
        return message

    async def _reply(self, message: Any, text: str) -> None:
        await message.hover()
        await message.locator(".tool").first.click()
        await self._tab.keyboard.type(text)
        await self._tab.keyboard.press("Enter")

    async def _shoot(self, name: str, *, height: int = HEIGHT) -> None:
        """Save what the page shows, in few colours: the pictures are part of the repository."""
        await self._tab.mouse.move(0, 0)
        await self._tab.set_viewport_size({"width": WIDTH, "height": height})
        await self._tab.wait_for_timeout(_SETTLED_MS)
        taken = await self._tab.screenshot()
        path = self._folder / f"{name}.{self._language}.png"
        await asyncio.to_thread(_save, taken, path)
        print(f"{path} ({path.stat().st_size / 1024:.0f} KB)")


# Files come from outside the page as if they were dropped on it.
_DROP = """([bytes, name]) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([new Uint8Array(bytes)], name, { type: "image/jpeg" }));
  const drop = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
  document.querySelector(".main").dispatchEvent(drop);
}"""


def _save(taken: bytes, path: Path) -> None:
    with Image.open(io.BytesIO(taken)) as picture:
        colours = picture.convert("RGB")
        palette = colours.quantize(_COLOURS, kmeans=2)
        colours.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG).save(
            path, optimize=True
        )
