"""What a chat model of the relay says: what it received, turn by turn."""

import re
from textwrap import shorten

from demo.relay.conversation import Conversation, MediaFile, Picture, Turn
from demo.relay.describer import describe
from demo.relay.improver import improve
from demo.relay.language import pick
from demo.relay.things import name_things

_EXCERPT = 80
_TITLE = 40
_PAGE = re.compile(rb"/Type\s*/Page\b")
_SHOWN = re.compile(rb"\(([^()]*)\)\s*Tj")
_TITLED = re.compile(r"a title of 3 to 6 words.*?\n\n[^\n]*\n(?P<words>[^\n]+)", re.DOTALL)


def respond(conversation: Conversation) -> str:
    """Return a text that lists the turns and pictures that came, and recalls the first turn.

    Who asks for the description of a picture, for the things in it or for a better prompt gets
    that, and who asks for a title the first words of what is to have one.
    """
    prompt, turns = conversation.prompt, conversation.turns
    if answer := describe(conversation) or name_things(conversation) or improve(prompt):
        return answer
    if asked := _TITLED.search(prompt):
        return shorten(asked["words"], _TITLE, placeholder="")
    lines = [
        pick(
            prompt,
            f"I am a demo, no AI: I can only tell you what reached me. Turns: {len(turns)}.",
            f"我是演示程序。不是人工智能。我只能告诉你我收到了什么。共 {len(turns)} 轮。",
        )
    ]
    if conversation.system:
        length = len(conversation.system)
        lines.append(
            pick(
                prompt,
                f"A system instruction of {length} characters.",
                f"系统指令 {length} 个字符。",
            )
        )
    lines += [_line(prompt, number, turn) for number, turn in enumerate(turns, start=1)]
    if len(turns) > 1 and (first := turns[0].text):
        said = _excerpt(first)
        lines.append(pick(prompt, f"In turn 1 you said “{said}”.", f"在第 1 轮你说过“{said}”。"))
    return "\n".join(lines)


def _line(prompt: str, number: int, turn: Turn) -> str:
    text = turn.text.strip()
    characters = pick(prompt, f"{len(text)} characters", f"{len(text)} 个字符")
    contents = [f"“{_excerpt(text)}” ({characters})"] if text else []
    contents += [_describe(prompt, picture) for picture in turn.pictures]
    contents += [_tell_of(prompt, file) for file in turn.files]
    return f"{number}. {turn.role}: {', '.join(contents)}"


def _describe(prompt: str, picture: Picture) -> str:
    facts = f"{picture.mime_type}, {picture.width}x{picture.height}, {len(picture.data):,}"
    return pick(prompt, f"a picture ({facts} bytes)", f"一张图片({facts} 字节)")


def _tell_of(prompt: str, file: MediaFile) -> str:
    """Tell of a file what shows that it was read: of a PDF how many pages, and what it says."""
    facts = f"{file.mime_type}, {len(file.data):,}"
    told = pick(prompt, f"a file ({facts} bytes)", f"一个文件({facts} 字节)")
    if file.mime_type != "application/pdf":
        return told
    pages = len(_PAGE.findall(file.data))
    said = b" ".join(_SHOWN.findall(file.data)).decode("latin-1")
    of = pick(prompt, f"of {pages} pages", f"共 {pages} 页")
    return f"{told} {of}: “{_excerpt(said)}”" if said else f"{told} {of}"


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else line[: _EXCERPT - 1] + "…"
