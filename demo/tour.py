"""The tour: what a member does in the first minutes, step by step, each step checked."""

import asyncio
import io
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops, ImageStat

from demo.discord import ActionError, Channel, Interaction, Message
from demo.jsons import JSON
from demo.process import BotProcess
from demo.relay import describe
from demo.settings_panel import SettingsPanel
from demo.stack import Stack

WITHIN: Final = 30.0
"""Seconds that any step may take."""

PROGRESS_SECONDS: Final = 1.0


class StepFailed(Exception):
    """Say what a step did not get."""


def expect(condition: object, complaint: str) -> None:
    """Raise StepFailed with the complaint unless the condition holds."""
    if not condition:
        raise StepFailed(complaint)


@dataclass(slots=True)
class Tour:
    """Play the member's part and remember what was seen."""

    stack: Stack
    bot: BotProcess
    pictures: Path
    verbose: bool = False
    failures: int = 0
    saved: list[tuple[Path, str]] = field(default_factory=list[tuple[Path, str]])
    first: Message | None = None
    grey: Message | None = None
    _title: str = ""
    _images: dict[int, Image.Image] = field(default_factory=dict[int, Image.Image])

    async def play(self) -> int:
        """Take every step, print how it went, and return how many failed."""
        steps: list[tuple[str, Callable[[], Awaitable[str]]]] = [
            ("/imagine a red lighthouse by the sea at dusk, 16:9", self.imagine),
            ("reply to it: make it black and white", self.edit),
            ("reply to the FIRST picture again: tint it blue", self.branch),
            ("press Edit, fill the form: rotate left", self.form),
            ("attach a picture and mention the bot: blur it", self.upload),
            (
                "/chat with a picture, two more turns, and: draw a lighthouse",
                self.chat,
            ),
            ("/chat with a search of the web", self.search),
            ("attach a text file that calls itself a picture", self.bad_file),
            ("stop the bot, start it again", self.restart),
            ("reply to the black and white picture: flip it", self.after_restart),
            ("press Redo on the picture from before the restart", self.redo),
            ("/settings: patrons alone may ask; ben asks, and again once all may", self.rule),
        ]
        for number, (title, step) in enumerate(steps, 1):
            await self._take(number, title, step)
        return self.failures

    async def imagine(self) -> str:
        """Ask for a picture by command."""
        asked = await self.stack.anna.slash(
            self.stack.art,
            "imagine",
            prompt="a red lighthouse by the sea at dusk",
            aspect="16:9",
        )
        self.first = await self._answered(asked)
        image = self._image(self.first)
        expect(abs(image.width / image.height - 16 / 9) < 0.02, f"the ratio is {image.size}")
        expect(self.first.pictures[0].description, "the picture has no alt text")
        return self._save(1, "imagine", self.first)

    async def edit(self) -> str:
        """Reply to the picture with what should change."""
        self.grey = await self._reply(self._known(self.first), "make it black and white")
        image, before = self._image(self.grey), self._image(self._known(self.first))
        expect(image.size == before.size, f"the size changed from {before.size} to {image.size}")
        expect(_colour(image) < 0.02, "the picture still has colours")
        expect(_likeness(image, before.convert("L")) > 0.95, "it is not the picture in grey")
        expect(self._signed_turns() == 1, "the model's turn did not come back signed")
        return self._save(2, "black-and-white", self.grey)

    async def branch(self) -> str:
        """Reply to the first picture once more: a second branch."""
        blue = await self._reply(self._known(self.first), "tint it blue")
        image, grey = self._image(blue), self._image(self._known(self.grey))
        expect(_colour(image) > 0.05, "the picture has no colour")
        expect(_likeness(image, grey) < 0.999, "both branches are the same picture")
        expect(self._signed_turns() == 1, "the second branch does not start at the first picture")
        return self._save(3, "blue", blue)

    async def form(self) -> str:
        """Use the Edit button."""
        pressed = await self.stack.anna.press(self._known(self.first), label="Edit")
        await pressed.response()
        form = pressed.modal
        expect(form, "no form opened")
        sent = await self.stack.anna.submit(pressed, {"prompt": "rotate left"})
        turned = await self._answered(sent)
        image, before = self._image(turned), self._image(self._known(self.first))
        expect(image.size == before.size[::-1], f"{before.size} became {image.size}")
        return self._save(4, "rotated", turned)

    async def upload(self) -> str:
        """Edit a picture that the bot did not make."""
        data = io.BytesIO()
        Image.effect_mandelbrot((640, 480), (-2, -1.2, 1, 1.2), 60).save(data, "PNG")
        words = f"{self.stack.discord.bot_mention} blur it"
        file = ("mandelbrot.png", data.getvalue())
        asked = await self.stack.ben.send(self.stack.art, words, files=[file])
        blurred = await self._picture_after(self.stack.art, asked)
        expect(self._image(blurred).size == (640, 480), "the size changed")
        return self._save(5, "blurred", blurred)

    async def chat(self) -> str:
        """Talk in a thread over three turns, one of them with a picture, and have one drawn."""
        picture = self._known(self.grey).pictures[0]
        opened = await self.stack.anna.slash(
            self.stack.art,
            "chat",
            message="Hello! My name is Anna. What do you see here?",
            file=("grey.jpg", picture.bytes()),
        )
        await opened.result(within=WITHIN)
        threads = await self.stack.discord.wait_for(lambda: self.stack.art.threads, within=WITHIN)
        thread = threads[0]
        await self._text_after(thread, None)
        for words in ("What was my name?", "And what did I show you first?"):
            asked = await self.stack.anna.send(thread, words)
            await self._text_after(thread, asked)
        turns = [content["role"] for content in self._contents()]
        expect(turns == ["user", "model", "user", "model", "user"], f"the turns were {turns}")
        shown = [part for part in self._contents()[0]["parts"] if "inlineData" in part]
        expect(len(shown) == 1, "the picture of the first turn is not remembered")
        asked = await self.stack.anna.send(thread, "draw a lighthouse at night")
        drawn = await self._picture_after(thread, await self._text_after(thread, asked))
        size = "×".join(map(str, self._image(drawn).size))
        return f"3 turns in “{thread.name}”, then a picture of {size} pixels below the words"

    async def search(self) -> str:
        """Ask for an answer that stands on what is found on the web."""
        words = "What is new about lighthouses?"
        asked = await self.stack.ben.slash(self.stack.art, "chat", message=words, search=True)
        question = await asked.result(within=WITHIN)
        threads = await self.stack.discord.wait_for(
            lambda: [each for each in self.stack.art.threads if each.id == question.id],
            within=WITHIN,
        )
        answer = await self._text_after(threads[0], None)
        searches = [button.label for button in answer.buttons if button.url]
        expect("](<https://" in answer.text, f"no source is named: {answer.text}")
        expect(searches, "what was searched for has no button")
        return f"its sources, and a button for each of {len(searches)} searches"

    async def bad_file(self) -> str:
        """Attach something that is no picture, and get a sentence."""
        asked = await self.stack.anna.slash(
            self.stack.art, "imagine", prompt="a cat", image=("cat.png", b"I am no picture.")
        )
        answer = await self._answered(asked, pictures=False)
        expect("cat.png" in answer.text, f"the file is not named: {answer.text}")
        return f"“{answer.text}”"

    async def restart(self) -> str:
        """Stop the bot as an operating system does, and start it on the same data."""
        status = await self.bot.stop()
        expect(status == 0, f"the bot ended with status {status}")
        began = time.monotonic()
        await self.stack.discord.wait_for(lambda: not self.stack.discord.gateway.connected)
        await self.bot.__aenter__()
        await self.stack.ready(within=WITHIN)
        return f"exit status 0; back after {time.monotonic() - began:.1f} s"

    async def after_restart(self) -> str:
        """Go on from a picture that another process made."""
        flipped = await self._reply(self._known(self.grey), "flip it")
        image, before = self._image(flipped), self._image(self._known(self.grey))
        expect(image.size == before.size, f"the size changed to {image.size}")
        expect(_likeness(image, before) < 0.999, "nothing was flipped")
        expect(self._signed_turns() == 2, "the history did not survive")
        return self._save(6, "flipped", flipped)

    async def redo(self) -> str:
        """Press a button that another process posted."""
        pressed = await self.stack.ben.press(self._known(self.first), label="Redo")
        again = await self._answered(pressed)
        return self._save(7, "redone", again)

    async def rule(self) -> str:
        """Refuse a member by a rule, and let them in after the owner changed it."""
        here, panel = self.stack.community, SettingsPanel(self.stack)
        await panel.rule("who", menus={"set-roles": [here.patrons]})
        asked = await here.ben.slash(here.art, "imagine", prompt="a fox in the snow")
        refused = await self._answered(asked, pictures=False)
        expect(here.patrons.mention in refused.text, f"no role is named: {refused.text}")
        await panel.rule("who", menus={"set-roles": []})
        asked = await here.ben.slash(here.art, "imagine", prompt="a fox in the snow")
        return self._save(8, "let-in", await self._answered(asked))

    # Looking

    async def _answered(self, asked: Interaction, *, pictures: bool = True) -> Message:
        answer = await asked.result(within=WITHIN)
        return await self._finished(answer, pictures=pictures)

    async def _reply(self, to: Message, words: str) -> Message:
        asked = await self.stack.anna.send(self.stack.art, words, reply_to=to)
        return await self._picture_after(self.stack.art, asked)

    async def _picture_after(self, channel: Channel, asked: Message) -> Message:
        answer = await channel.wait_for_message(after=asked, within=WITHIN)
        return await self._finished(answer, pictures=True)

    async def _text_after(self, thread: Channel, asked: Message | None) -> Message:
        """Return an answer that no longer grows."""
        answer = await thread.wait_for_message(after=asked, within=WITHIN)
        return await self.stack.discord.message_changed(
            answer,
            lambda message: not message.text.startswith("-# ") and not message.text.endswith("…"),
            within=WITHIN,
        )

    async def _finished(self, answer: Message, *, pictures: bool) -> Message:
        """Return an answer once it shows no painting line any more."""
        await self.stack.discord.message_changed(
            answer,
            lambda message: message.pictures or not message.text.startswith(("🎨", "⏳")),
            within=WITHIN,
        )
        expect(bool(answer.pictures) == pictures, f"the answer was: {answer.text}")
        return answer

    def _image(self, message: Message) -> Image.Image:
        if message.id not in self._images:
            image = Image.open(io.BytesIO(message.pictures[0].bytes()))
            image.load()
            self._images[message.id] = image
        return self._images[message.id]

    def _contents(self) -> list[JSON]:
        """Return the `contents` of the request that reached the relay last."""
        contents: list[JSON] = self.stack.relay.requests[-1].body["contents"]
        return contents

    def _signed_turns(self) -> int:
        """Count the model turns of the last request whose pictures are all signed."""
        return sum(
            content["role"] == "model"
            and all("thoughtSignature" in part for part in content["parts"] if "inlineData" in part)
            for content in self._contents()
        )

    def _known(self, message: Message | None) -> Message:
        if message is None:
            raise StepFailed("an earlier step made no picture")
        return message

    # Telling

    def _save(self, number: int, name: str, message: Message) -> str:
        picture = message.pictures[0]
        suffix = Path(picture.filename).suffix
        path = self.pictures / f"{number}-{name}{suffix}"
        path.write_bytes(picture.bytes())
        self.saved.append((path, self._title))
        return f"{path} ({picture.width}×{picture.height})"

    async def _take(self, number: int, title: str, step: Callable[[], Awaitable[str]]) -> None:
        print(f"{number:2}. {title}")
        self._title = title
        already = len(self.stack.relay.requests)
        began = time.monotonic()
        try:
            async with _progress(began):
                result = await step()
        except (StepFailed, ActionError, TimeoutError, LookupError, OSError) as error:
            self.failures += 1
            result = f"FAILED: {error}"
        print(f"    {time.monotonic() - began:5.2f} s  {result}")
        if self.verbose:
            for request in list(self.stack.relay.requests)[already:]:
                print("\n".join("      | " + row for row in describe(request).splitlines()))


@asynccontextmanager
async def _progress(began: float) -> AsyncGenerator[None]:
    """Print a line every second, so that nobody thinks that it hangs."""

    async def tell() -> None:
        while True:
            await asyncio.sleep(PROGRESS_SECONDS)
            print(f"    … {time.monotonic() - began:.0f} s", flush=True)

    telling = asyncio.create_task(tell())
    try:
        yield
    finally:
        telling.cancel()


def _colour(image: Image.Image) -> float:
    """Return how saturated a picture is on average, from 0 to 1."""
    return ImageStat.Stat(image.convert("HSV")).mean[1] / 255


def _likeness(one: Image.Image, other: Image.Image) -> float:
    """Return how alike two pictures are, pixel by pixel, from 0 to 1."""
    difference = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    return 1 - sum(ImageStat.Stat(difference).mean) / 3 / 255
