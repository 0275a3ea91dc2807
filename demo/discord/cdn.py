"""Keep uploaded files and serve them as Discord's CDN does."""

import mimetypes
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from urllib.parse import quote

from aiohttp import web
from PIL import Image, UnidentifiedImageError
from simcord.backend.cdn import CdnStore
from simcord.components import walk_components

from demo.discord.wire import COMPONENTS_V2, EPHEMERAL, media_of
from demo.jsons import JSON

_MOST_PIXELS = 150_000_000
_PATH = re.compile(r"/(?:ephemeral-)?attachments/(\d+)/(\d+)/[^/?]+")
# Discord docs, Reference, CDN Endpoints: what is there in more than one format.
_ASSET = re.compile(r"/((?:stickers|emojis|avatars|guilds)/[\w/]+)\.(png|gif|json)")
_TYPES = {"png": "image/png", "gif": "image/gif", "json": "application/json"}
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "AVIF")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """An uploaded file: its bytes and what Discord says about it."""

    data: bytes
    payload: JSON
    hidden: bool

    @property
    def content_type(self) -> str:
        """Return the type that it is served as."""
        return self.payload.get("content_type", "application/octet-stream")


class Cdn(CdnStore):
    """Store files under their attachment ids.

    A file is served while a message of its channel names it among its attachments; files that
    came with a command or a modal (``hidden``) are served without one.
    """

    def __init__(self, is_attached: Callable[[int, int], bool]) -> None:
        super().__init__()
        self.base = ""
        self._is_attached = is_attached
        self._files: dict[int, StoredFile] = {}
        self._assets: dict[str, bytes] = {}
        self.asked_for = 0
        """How often somebody wanted a file."""

    def store(
        self,
        attachment_id: int,
        channel_id: int,
        filename: str,
        data: bytes,
        *,
        description: str | None = None,
        hidden: bool = False,
    ) -> JSON:
        """Keep a file and return its attachment object."""
        folder = "ephemeral-attachments" if hidden else "attachments"
        url = f"{self.base}/{folder}/{channel_id}/{attachment_id}/{quote(filename)}"
        content_type = mimetypes.guess_type(filename)[0]
        payload: JSON = {
            "id": str(attachment_id),
            "filename": filename,
            "description": description,
            "size": len(data),
            "url": url,
            "proxy_url": url,
            "ephemeral": hidden,
        }
        if content_type is not None:
            payload["content_type"] = content_type
        if (content_type or "").startswith("image/") and (size := picture_size(data)):
            payload["width"], payload["height"] = size
        self._files[attachment_id] = StoredFile(data, payload, hidden)
        return payload

    def store_attachment(
        self,
        attachment_id: int,
        channel_id: int,
        filename: str,
        data: bytes,
        description: str | None,
    ) -> JSON:
        """Keep a file of the bot's, by simcord's hand."""
        return self.store(attachment_id, channel_id, filename, data, description=description)

    def store_asset(self, path: str, data: bytes) -> None:
        """Keep a sticker, an emoji or an avatar by its path without an ending."""
        self._assets[path] = data

    def _asset(self, path: str, ending: str) -> StoredFile | None:
        """Return it as it is asked for: of one that moves, a PNG is the first frame."""
        data = self._assets.get(path)
        if data is None:
            return None
        if ending == "png" and data.startswith(b"GIF8"):
            data = _first_frame(data)
        payload: JSON = {"id": path, "content_type": _TYPES[ending]}
        payload["width"], payload["height"] = picture_size(data) or (None, None)
        return StoredFile(data, payload, hidden=False)

    def find(self, url: str) -> StoredFile | None:
        """Return the file behind a URL of this CDN if it is still served."""
        if asset := _ASSET.fullmatch(url.removeprefix(self.base)):
            return self._asset(asset[1], asset[2])
        match = _PATH.fullmatch(url.removeprefix(self.base))
        if match is None:
            return None
        channel_id, attachment_id = int(match[1]), int(match[2])
        stored = self._files.get(attachment_id)
        if stored is None or stored.payload["url"] != url:
            return None
        if not stored.hidden and not self._is_attached(channel_id, attachment_id):
            return None
        return stored

    async def handle(self, request: web.Request) -> web.Response:
        """Answer one GET; what is unknown is a plain 404."""
        raw_path = request.rel_url.raw_path.removeprefix("/cdn")
        stored = self.find(self.base + raw_path)
        self.asked_for += 1
        if stored is None:
            return web.Response(status=404, text="This content is no longer available.")
        return web.Response(body=stored.data, content_type=stored.content_type)


def complete_message(message: JSON, cdn: Cdn) -> None:
    """Complete a message and what it forwards: give media their sizes; name no file twice.

    Files that components show are not among the attachments of a Components V2 message
    (discord-api-docs issue 8277), and its media carry width and height.
    """
    shown: set[str] = set()
    for component in walk_components(message["components"]):
        for media, _ in media_of(component):
            stored = cdn.find(media["url"])
            if stored is not None:
                shown.add(stored.payload["id"])
                for key in ("width", "height", "content_type", "proxy_url"):
                    media[key] = stored.payload.get(key)
            media["loading_state"] = 3 if stored is None else 2
    flags = message.get("flags") or 0
    if flags & COMPONENTS_V2:
        message["attachments"] = [a for a in message["attachments"] if a["id"] not in shown]
    for attachment in message["attachments"]:
        attachment["ephemeral"] = bool(flags & EPHEMERAL)
    for snapshot in message.get("message_snapshots") or ():
        complete_message(snapshot["message"], cdn)


def _first_frame(data: bytes) -> bytes:
    frame = BytesIO()
    with Image.open(BytesIO(data)) as picture:
        picture.convert("RGBA").save(frame, "PNG")
    return frame.getvalue()


def clean_filename(name: str) -> str:
    """Return a file name as Discord keeps it: no folders, no spaces."""
    base = re.split(r"[/\\]", name)[-1]
    return re.sub(r"[^\w.\-]", "_", base) or "unknown"


@lru_cache(maxsize=64)  # the same picture is often posted again, and its bytes are kept anyway
def picture_size(data: bytes) -> tuple[int, int] | None:
    """Return a picture's width and height in pixels from its header, else ``None``."""
    with warnings.catch_warnings():
        # Only the header is read, so a picture that would be a bomb when decoded is harmless.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(BytesIO(data), formats=_FORMATS) as picture:
                width, height = picture.size
        except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError):
            return None
    return (width, height) if width * height <= _MOST_PIXELS else None
