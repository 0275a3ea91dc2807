"""One screen after the other, as a member comes to see them: for `docs/screens.md`."""

import io
from collections.abc import Mapping
from typing import Any, Protocol

from PIL import Image

from demo.discord import Channel, Interaction, Member, Message
from demo.relay import faults
from demo.stack import Stack


class Shoot(Protocol):
    """Take a picture of what is seen now, under a name; in another place, go there for it."""

    async def __call__(self, name: str, place: Channel | None = None) -> None:
        """Return once it is saved."""
        ...


WITHIN = 60.0

_LONG_SECONDS = 6.0
_SOME_CELLS = "▰▰▰▰"


class Screens:
    """Let a member do one thing after the other, and take a picture of what comes."""

    def __init__(self, stack: Stack, member: Member, words: Mapping[str, str]) -> None:
        self._stack = stack
        self._member = member
        self._words = words
        self._prompt = words["prompt"]

    async def show(self, shoot: Shoot) -> None:
        """Go through all of them."""
        for command in ("help", "models"):
            await self._answer(await self._slash(command))
            await shoot(command)
        picture = await self._answer(await self._slash("imagine", prompt=self._prompt))
        await self._painting(shoot)
        await self._only_here(picture, shoot)
        await self._answer(await self._press(picture, "vary"))
        await shoot("vary")
        await self._answer(await self._press(picture, "more"))
        await shoot("more")
        photo = ("photo.png", picture.pictures[0].bytes())
        await self._answer(await self._slash("describe", image=photo))
        await shoot("describe")
        await self._answer(
            await self._member.context_menu(self._stack.art, "Use as reference", picture)
        )
        await shoot("references")
        await self._avatar(photo[1], shoot)
        await self._styles(photo, shoot)
        await self._answer(await self._slash("imagine", prompt=self._prompt, improve=True))
        await shoot("improve")
        await self._answer(await self._slash("imagine", prompt=self._prompt, private=True))
        await shoot("private")
        await self._answer(await self._slash("imagine", prompt=self._prompt, search=True))
        await shoot("search")
        await self._file(picture, shoot)
        await self._thoughts(shoot)

    async def _file(self, picture: Message, shoot: Shoot) -> None:
        """Ask about a PDF of one page, on which the picture is."""
        stack, page = self._stack, io.BytesIO()
        Image.open(io.BytesIO(picture.pictures[0].bytes())).save(page, "PDF")
        words = f"{stack.discord.bot_mention} {self._words['file']}"
        asked = await self._member.send(stack.art, words, files=[("page.pdf", page.getvalue())])
        answer = await stack.art.wait_for_message(after=asked, within=WITHIN)
        await stack.discord.wait_for(lambda: "regenerate" in _verbs(answer), within=WITHIN)
        await shoot("file")

    async def _painting(self, shoot: Shoot) -> None:
        """Look at the line while a picture is made, once it is known to take long."""
        relay, slow = self._stack.relay, faults.slow(_LONG_SECONDS)
        relay.next(slow, slow, slow)
        await self._answer(await self._slash("imagine", prompt=self._prompt, size="1K", count=3))
        relay.next(slow)
        asked = await self._slash("imagine", prompt=self._prompt, size="1K")
        line = await asked.result(within=WITHIN)
        await self._stack.discord.wait_for(lambda: _SOME_CELLS in line.text, within=WITHIN)
        await shoot("painting")
        await self._answer(asked)

    async def _thoughts(self, shoot: Shoot) -> None:
        """Talk in a thread, and see what the model thought."""
        stack = self._stack
        before = set(stack.art.threads)
        await self._slash("chat", message=self._words["next"], thoughts=True)
        (thread,) = await stack.discord.wait_for(
            lambda: set(stack.art.threads) - before, within=WITHIN
        )
        answer = await thread.wait_for_message(within=WITHIN)
        await stack.discord.wait_for(lambda: "regenerate" in _verbs(answer), within=WITHIN)
        await shoot("thoughts", thread)

    async def _only_here(self, picture: Message, shoot: Shoot) -> None:
        """Point at a part of a picture, and have it changed."""
        picker = await self._answer(await self._press(picture, "here"))
        named = await self._answer(await self._press(picker, "here-names"))
        await self._stack.discord.wait_for(lambda: named.selects, within=WITHIN)
        await shoot("names")
        (cells,) = picker.selects
        await self._member.select(picker, cells.custom_id, list(cells.options)[5:8])
        await self._stack.discord.wait_for(lambda: "here-ask" in _verbs(picker), within=WITHIN)
        opened = await self._press(picker, "here-ask")
        await opened.response(within=WITHIN)
        await self._answer(await self._member.submit(opened, {"prompt": self._words["part"]}))
        await shoot("only-here-done")

    async def _avatar(self, face: bytes, shoot: Shoot) -> None:
        """Have another member ask for this one's avatar, and read the question."""
        stack, me = self._stack, self._member
        me.wear(face)
        other = next(each for each in (stack.anna, stack.ben) if each.id != me.id)
        await other.slash(stack.art, "imagine", prompt=self._prompt, person=me)
        await me.dm.wait_for_message(within=WITHIN)
        await shoot("avatar", me.dm)

    async def _styles(self, photo: tuple[str, bytes], shoot: Shoot) -> None:
        """Keep a style with a picture and one without, and list them."""
        looks: list[dict[str, Any]] = [
            {"name": self._words["style"], "words": self._words["look"], "image": photo},
            {"name": self._words["wide"], "aspect": "21:9", "size": "2K"},
        ]
        for look in looks:
            await self._answer(await self._slash("style save", **look))
        await self._answer(await self._slash("style list"))
        await shoot("styles")

    async def _slash(self, command: str, **options: Any) -> Interaction:
        return await self._member.slash(self._stack.art, command, **options)

    async def _press(self, message: Message, verb: str) -> Interaction:
        """Press the button whose custom id says this."""
        custom_id = next(
            button.custom_id
            for button in message.buttons
            if button.custom_id and verb in button.custom_id.split(":")
        )
        return await self._member.press(message, custom_id)

    async def _answer(self, asked: Interaction) -> Message:
        """Return what was answered, once it has what it is to have."""
        message = await asked.result(within=WITHIN)
        await self._stack.discord.wait_for(lambda: not _is_at_work(message), within=WITHIN)
        return message


def _is_at_work(message: Message) -> bool:
    """Tell whether only Cancel or Stop can be pressed."""
    return not _verbs(message).isdisjoint({"cancel", "stop"})


def _verbs(message: Message) -> set[str]:
    return {part for button in message.buttons for part in (button.custom_id or "").split(":")}
