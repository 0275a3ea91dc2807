"""See messages as a person in front of a Discord client sees them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from simcord.components import walk_components

from demo.discord.cdn import Cdn
from demo.discord.model import Model
from demo.discord.wire import EPHEMERAL, LOADING, Pings, media_of
from demo.jsons import JSON

_BUTTON = 2
_SELECTS = (3, 5, 6, 7, 8)
_TEXT_DISPLAY = 10
# Default, reply, slash command, context menu; all others are notices such as "started a thread".
_POSTS = (0, 19, 20, 23)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a message shows, in a component or as an attachment."""

    url: str
    filename: str
    description: str | None
    width: int | None
    height: int | None
    content_type: str | None
    spoiler: bool
    _cdn: Cdn = field(repr=False, compare=False)

    def bytes(self) -> bytes:
        """Return what the CDN serves; raise ``LookupError`` if that is a 404 by now."""
        stored = self._cdn.find(self.url)
        if stored is None:
            raise LookupError(self.url)
        return stored.data


@dataclass(frozen=True, slots=True)
class Button:
    """A button; link buttons have a ``url`` and no ``custom_id``."""

    label: str | None
    custom_id: str | None
    url: str | None
    disabled: bool


@dataclass(frozen=True, slots=True)
class Select:
    """A select menu and the values that it offers (none for people, roles and channels)."""

    custom_id: str
    options: dict[str, str]
    disabled: bool
    payload: JSON = field(repr=False)


class Message:
    """Show one message as it is now; once deleted, as it was last."""

    def __init__(self, model: Model, channel_id: int, message_id: int) -> None:
        self.id = message_id
        self.channel_id = channel_id
        self.model = model
        self._last: JSON = {}
        if not self.payload:
            raise LookupError(message_id)

    def __repr__(self) -> str:
        return f"<Message {self.id} by {self.author_name}: {self.text!r}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def payload(self) -> JSON:
        """Return the message object as Discord would send it; it is shared, and not changed."""
        stored = self.model.message(self.channel_id, self.id)
        if stored is not None:
            self._last = self.model.message_payload(stored)
        return self._last

    @property
    def deleted(self) -> bool:
        """Tell whether the message is gone."""
        return self.model.message(self.channel_id, self.id) is None

    @property
    def author_id(self) -> int:
        """Return who posted the message."""
        return int(self.payload["author"]["id"])

    @property
    def author_name(self) -> str:
        """Return the name of who posted the message."""
        return self.payload["author"]["username"]

    @property
    def from_bot(self) -> bool:
        """Tell whether the bot posted the message."""
        return self.author_id == self.model.bot_user.id

    @property
    def content(self) -> str:
        """Return the plain content, empty with Components V2."""
        return self.payload["content"]

    @property
    def text(self) -> str:
        """Return all text that is shown: the content, then the text components by lines."""
        shown = [c["content"] for c in self._components() if c["type"] == _TEXT_DISPLAY]
        return "\n".join(line for line in (self.content, *shown) if line)

    @property
    def pictures(self) -> list[Picture]:
        """Return the pictures in reading order, of components first, then attached ones."""
        found: list[Picture] = []
        for component in self._components():
            for media, holder in media_of(component):
                if str(media.get("content_type")).startswith("image/"):
                    found.append(self._picture(media, holder))
        found += [
            self._picture(attachment, attachment)
            for attachment in self.attachments
            if attachment.get("content_type", "").startswith("image/")
        ]
        return found

    @property
    def attachments(self) -> list[JSON]:
        """Return the attachment objects; pictures inside components are not among them."""
        return self.payload["attachments"]

    @property
    def buttons(self) -> list[Button]:
        """Return the buttons in reading order."""
        return [
            Button(c.get("label"), c.get("custom_id"), c.get("url"), bool(c.get("disabled")))
            for c in self._components()
            if c["type"] == _BUTTON
        ]

    @property
    def selects(self) -> list[Select]:
        """Return the select menus in reading order."""
        return [
            Select(
                c["custom_id"],
                {option["value"]: option["label"] for option in c.get("options") or ()},
                bool(c.get("disabled")),
                c,
            )
            for c in self._components()
            if c["type"] in _SELECTS
        ]

    @property
    def reference_id(self) -> int | None:
        """Return the id of the message that this one replies to."""
        reference = self.payload.get("message_reference")
        return int(reference["message_id"]) if reference is not None else None

    @property
    def flags(self) -> int:
        """Return the message's flags."""
        return self.payload["flags"]

    @property
    def is_notice(self) -> bool:
        """Tell whether Discord wrote the message itself ("started a thread")."""
        return self.payload["type"] not in _POSTS

    @property
    def loading(self) -> bool:
        """Tell whether the bot still "thinks" here."""
        return bool(self.flags & LOADING)

    @property
    def ephemeral(self) -> bool:
        """Tell whether only the person who asked sees the message."""
        return bool(self.flags & EPHEMERAL)

    @property
    def edited(self) -> bool:
        """Tell whether the message was ever changed."""
        return self.payload["edited_timestamp"] is not None

    @property
    def mention_ids(self) -> list[int]:
        """Return the users that the text names, notified or not."""
        return [int(user["id"]) for user in self.payload["mentions"]]

    @property
    def pings(self) -> Pings:
        """Return whom the present text would notify, by allowed mentions and permissions."""
        stored = self.model.message(self.channel_id, self.id)
        return Pings.of(stored) if stored is not None else Pings()

    def _components(self) -> Iterable[JSON]:
        return walk_components(self.payload["components"])

    def _picture(self, media: JSON, holder: JSON) -> Picture:
        url: str = media["url"]
        return Picture(
            url,
            url.rsplit("/", 1)[-1],
            holder.get("description"),
            media.get("width"),
            media.get("height"),
            media.get("content_type"),
            bool(holder.get("spoiler")) or holder.get("filename", "").startswith("SPOILER_"),
            self.model.cdn,
        )
