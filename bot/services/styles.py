"""The style book: what is kept under a name, and who finds it where."""

from datetime import UTC, datetime

from bot.domain.errors import EmptyPrompt, Gone, NotAllowed, PromptTooLong, UnknownStyle
from bot.domain.model import ModelKind
from bot.domain.style import NAME_CHARACTERS, WORDS_CHARACTERS, Style, is_seen, key_of
from bot.services.models import Models, check_options
from bot.services.ports.styles import Styles


class StyleBook:
    """Keep styles, and find those of a member and of the server where they are.

    A member's own are found wherever they are, `guild_id` being None where there is no server. Who
    may change those of a server, Discord says.
    """

    def __init__(self, styles: Styles, models: Models) -> None:
        self._styles = styles
        self._models = models

    def check(self, style: Style, *, pictures: int) -> None:
        """Raise a RequestError for what can't be kept, with so many pictures still to come."""
        if not is_seen(style.name):
            raise EmptyPrompt(key="error-style-nameless")
        for text, limit in ((style.name, NAME_CHARACTERS), (style.words, WORDS_CHARACTERS)):
            if len(text) > limit:
                raise PromptTooLong(limit=limit)
        if style.says_nothing and not pictures:
            raise EmptyPrompt(key="error-style-empty")
        model = self._models.find(style.model, ModelKind.IMAGE)
        check_options(model, aspect=style.aspect, size=style.size, thinking=style.thinking)

    async def save(self, style: Style) -> tuple[Style, bool]:
        """Keep what was checked; return it, and whether it took the place of its namesake."""
        return await self._styles.save_style(style, datetime.now(UTC))

    async def all_for(self, member_id: int, guild_id: int | None) -> list[Style]:
        """Return a member's own, then those of the server."""
        return await self._styles.styles_for(member_id, guild_id)

    async def called(self, name: str, member_id: int, guild_id: int | None) -> Style:
        """Return the style of this name, the member's own if the server has one as well.

        Raise UnknownStyle.
        """
        key = key_of(name)
        for style in await self.all_for(member_id, guild_id):
            if style.key == key:
                return style
        raise UnknownStyle(name=name)

    async def get(self, style_id: int, member_id: int, guild_id: int | None) -> Style:
        """Return the style that a button names; raise Gone, or NotAllowed for somebody else's."""
        style = await self._styles.style(style_id)
        if style is None:
            raise Gone(key="error-style-gone")
        is_own = style.guild_id is None
        if (style.author_id != member_id) if is_own else (style.guild_id != guild_id):
            raise NotAllowed(key="error-style-elsewhere")
        return style

    async def delete(self, style: Style) -> None:
        """Keep a style no longer."""
        await self._styles.delete_style(style.id)
