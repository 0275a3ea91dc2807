"""What a picture is called for those who can't see it: the model's words, else the prompt."""

import re
from typing import Final

from bot.domain.conversation import Turn
from bot.interface.markup import Markup
from bot.interface.text_limits import shorten
from bot.interface.texts import Texts

ALT_CHARACTERS: Final = 1_024
"""Discord docs, Resources, Message: an attachment's `description`."""

_LONGEST_PHRASE: Final = 160
"""A longer text tells of the picture, whatever words it has."""

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\w")

_WORDS: Final = """
a according adjustments again all an and any anything are as asked at based be been below by can
certainly change changed changes course created creation day described description desired done
edit edited edits else enjoy feel final for free from generated generation glad good great happy
has have help here here's hope i i'd i'll i'm i've if image images in instructions is it it's
just know let like made make me my need new no of ok okay on one original our per photo photos
picture pictures please problem prompt provided ready request requested result results revised
see sure take thank that that's the there these this those to updated us use using version
versions want wanted was we we've were what with would you you'd you'll you're you've your
"""
_EMPTY_WORDS: Final = frozenset(_WORDS.split())
_EMPTY_SIGNS: Final = frozenset(
    "一上下为了他以任何作你修做像其创到制可后吗告喜图好如完已希帮幅张当您想成我所按据描收改效整新时"
    "是更最有望本果查根欢欣求没然照片版生画的看示终经结绘给编要诉请调赏辑这述里问随需面题马"
)
"""Of these alone phrases are made such as “Here is your image.” and “这是您要求的图片。”."""

_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*\)")
_MARKS = re.compile(
    r"^[^\S\n]*(?:#{1,6}|-#|>|[-*+])[^\S\n]+|\*+(?=\S)|(?<=\S)\*+|`+|__+|~~+|\|\|",
    re.MULTILINE,
)


def alt_text(turn: Turn) -> str:
    """Return one line of plain words, short enough for Discord."""
    said = _plain(turn.text)
    return shorten(said if _tells(said) else turn.prompt.strip() or said, ALT_CHARACTERS)


def numbered(said: str, number: int, count: int, texts: Texts, locale: str) -> str:
    """Say of one of several pictures also which it is."""
    if count == 1:
        return said
    told = texts.get("alt-of", locale, number=number, count=count, said=Markup(said))
    return shorten(told, ALT_CHARACTERS)


def _tells(text: str) -> bool:
    """Tell whether a text says something of its picture, rather than that there is one."""
    if len(text) > _LONGEST_PHRASE:
        return True
    words = _WORD.findall(text.casefold().replace("\u2019", "'"))
    return any(
        word not in _EMPTY_WORDS and word not in _EMPTY_SIGNS and not word.isdigit()
        for word in words
    )


def _plain(text: str) -> str:
    """Return the words alone: alt text is read out as it stands, marks included."""
    text = text[: 4 * ALT_CHARACTERS].strip()
    return _MARKS.sub("", _LINK.sub(r"\1", text))
