from collections.abc import Sequence

from bot.domain.version import Version
from bot.interface.messages.alt_text import ALT_CHARACTERS
from bot.interface.messages.bodies import OutgoingFile
from bot.interface.text_limits import shorten
from bot.interface.texts import Texts
from bot.pictures.tree_drawing import Tile
from bot.services.versions import Entry
from cogs.history._list import name_of


def tiles_of(
    entries: Sequence[Entry], present: Version | None, thumbnails: Sequence[OutgoingFile | None]
) -> list[Tile]:
    """Say how each version of a page is drawn; what is a spoiler has nothing but its number."""
    indexes = {entry.version: index for index, entry in enumerate(entries)}
    return [
        Tile(
            number=_number_of(entry.version),
            before=indexes.get(entry.before) if entry.before else None,
            source=_number_of(entry.before) if entry.before else None,
            thumbnail=thumbnail.path if thumbnail and not thumbnail.spoiler else None,
            is_words=entry.version.part is None,
            is_present=entry.version == present,
        )
        for entry, thumbnail in zip(entries, thumbnails, strict=True)
    ]


def tree_in_words(
    entries: Sequence[Entry], present: Version | None, texts: Texts, locale: str
) -> str:
    """Say of each version of a page what it continues, for who can't see the picture of it."""
    links = [
        texts.get(
            "version-tree-link",
            locale,
            version=name_of(entry.version),
            before=name_of(entry.before),
        )
        if entry.before
        else texts.get("version-tree-root", locale, version=name_of(entry.version))
        for entry in entries
    ]
    if present and present in [entry.version for entry in entries]:
        links.append(texts.get("version-tree-now", locale, version=name_of(present)))
    told = texts.get("version-tree", locale, links=" · ".join(links))
    return shorten(told, ALT_CHARACTERS)


def _number_of(version: Version) -> str:
    """Return a version's number, empty for what is private."""
    return "" if version.number is None else str(version.number)
