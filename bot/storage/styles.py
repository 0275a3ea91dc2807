"""Styles in a SQL database, and which pictures they keep."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from bot.domain.content import user_parts
from bot.domain.errors import TooManyStyles
from bot.domain.model import Thinking
from bot.domain.style import Style
from bot.storage.database import Database, reading, writing
from bot.storage.tables import is_own, style_blobs, styles


class _Owned(NamedTuple):
    """How what one `owner` has is found: all, the id of one by its key, and how many there are."""

    all: Select[Any]
    id: Select[int]
    number: Select[int]


def _owned(condition: ColumnElement[bool]) -> _Owned:
    return _Owned(
        all=select(styles).where(condition).order_by(styles.c.key),
        id=select(styles.c.id).where(condition, styles.c.key == bindparam("key")),
        number=select(func.count()).select_from(styles).where(condition),
    )


_OF_MEMBER = _owned(is_own & (styles.c.author_id == bindparam("owner")))
_OF_SERVER = _owned(styles.c.guild_id == bindparam("owner"))

_STYLE = select(styles).where(styles.c.id == bindparam("style"))
_ADD = insert(styles).returning(styles.c.id)
_REPLACE = update(styles).where(styles.c.id == bindparam("style"))
_DELETE = delete(styles).where(styles.c.id == bindparam("style"))
_NAME_PICTURES = insert(style_blobs)
_LEAVE_PICTURES = delete(style_blobs).where(style_blobs.c.style_id == bindparam("style"))


class Styles(Database):
    """Keep styles; the pictures of each are named as long as it is kept."""

    @writing
    def save_style(self, connection: Connection, style: Style, now: datetime) -> tuple[Style, bool]:
        """Keep a style, in place of that of the same name if its owner has one.

        Return it with its id, and whether there was one. Raise TooManyStyles.
        """
        owned, owner = _of(style)
        style_id = connection.scalar(owned.id, owner | {"key": style.key})
        is_new = style_id is None
        if is_new:
            if (connection.scalar(owned.number, owner) or 0) >= style.most:
                key = "error-styles-full" if style.guild_id is None else "error-styles-full-server"
                raise TooManyStyles(key=key, limit=style.most)
            style_id = connection.execute(_ADD, _row(style, now)).scalar_one()
        else:
            connection.execute(_REPLACE, _row(style, now) | {"style": style_id})
            connection.execute(_LEAVE_PICTURES, {"style": style_id})
        if keys := sorted({picture.blob.key for picture in style.pictures}):
            connection.execute(_NAME_PICTURES, [{"blob": k, "style_id": style_id} for k in keys])
        return style_of(connection.execute(_STYLE, {"style": style_id}).one()), not is_new

    @reading
    def styles_for(
        self, connection: Connection, member_id: int, guild_id: int | None
    ) -> list[Style]:
        """Return a member's own by their keys, then those of the server."""
        rows = [*connection.execute(_OF_MEMBER.all, {"owner": member_id})]
        if guild_id is not None:
            rows += connection.execute(_OF_SERVER.all, {"owner": guild_id})
        return [*map(style_of, rows)]

    @reading
    def style(self, connection: Connection, style_id: int) -> Style | None:
        """Return a style; None if it is no longer kept."""
        row = connection.execute(_STYLE, {"style": style_id}).one_or_none()
        return None if row is None else style_of(row)

    @writing
    def delete_style(self, connection: Connection, style_id: int) -> None:
        """Keep it no longer."""
        connection.execute(_DELETE, {"style": style_id})


def _of(style: Style) -> tuple[_Owned, dict[str, Any]]:
    """Return how the styles of the same owner are found."""
    if style.guild_id is None:
        return _OF_MEMBER, {"owner": style.author_id}
    return _OF_SERVER, {"owner": style.guild_id}


def _row(style: Style, now: datetime) -> dict[str, Any]:
    return {
        "author_id": style.author_id,
        "guild_id": style.guild_id,
        "key": style.key,
        "name": style.name,
        "words": style.words,
        "pictures": user_parts(style.pictures, ""),
        "aspect": style.aspect,
        "size": style.size,
        "model": style.model,
        "thinking": style.thinking,
        "saved_at": now,
    }


def style_of(row: Row[Any]) -> Style:
    """Return a style as its row says."""
    return Style(
        author_id=row.author_id,
        guild_id=row.guild_id,
        name=row.name,
        words=row.words,
        pictures=tuple(part.picture for part in row.pictures if part.picture),
        aspect=row.aspect,
        size=row.size,
        model=row.model,
        thinking=Thinking(row.thinking) if row.thinking else None,
        id=row.id,
    )
