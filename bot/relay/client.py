"""One relay, in the wire that its models speak."""

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import aiohttp
from yarl import URL

from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.conversation import TurnPath
from bot.domain.model import ModelProfile
from bot.domain.picture import Picture
from bot.domain.request import Fit, GenerationOptions, Reply
from bot.relay.connection import AuthStyle, Connection
from bot.relay.gemini.results import Fetcher
from bot.relay.gemini.wire import GeminiWire
from bot.relay.large_fields import Caps
from bot.relay.spool import Files, Spool


class RelayClient:
    """Ask the models of one relay, in a session that `relay_session` opened.

    `open_spool` opens where bytes of a reply go, `blob_path` names the file of a stored blob, and
    `examine` reads what picture a blob really is or raises UnusablePicture. `fetcher` fetches
    pictures that come as addresses, from the hosts that the setting `hosts_setting` allows. The
    relay is reached through `proxy`, if there is one; where pictures lie never is.
    """

    def __init__(  # noqa: PLR0913  all that it depends on, so that it can be tested alone
        self,
        session: aiohttp.ClientSession,
        base_url: str,
        key: str,
        auth: AuthStyle = AuthStyle.BEARER,
        *,
        open_spool: Callable[[], Spool],
        blob_path: Callable[[BlobRef], Path],
        examine: Callable[[BlobRef], Awaitable[Picture]],
        fetcher: Fetcher | None = None,
        hosts_setting: str = "",
        proxy: URL | None = None,
        connect_timeout: float = 10.0,
        caps: Caps | None = None,
    ) -> None:
        caps = caps or Caps()
        connection = Connection(
            session,
            base_url,
            key,
            auth,
            proxy=proxy,
            connect_timeout=connect_timeout,
            error_body=caps.error_body,
        )
        self._wire = GeminiWire(
            connection,
            Files(open_spool, blob_path, examine),
            caps,
            fetcher=fetcher,
            hosts_setting=hosts_setting,
        )

    def fit(
        self, model: ModelProfile, path: TurnPath, asked: Sequence[Part], *, budget: int
    ) -> Fit:
        """Tell how much of this fits into one request of `budget` bytes."""
        return self._wire.fit(model, path, asked, budget=budget)

    async def generate(
        self,
        model: ModelProfile,
        path: TurnPath,
        asked: Sequence[Part],
        options: GenerationOptions,
    ) -> Reply:
        """Ask one model to answer to this.

        Raise a RelayError, or Gone where a stored picture of the request is missing.
        """
        return await self._wire.generate(model, path, asked, options)

    async def models(self) -> list[str]:
        """Return the ids of the models that the relay says it serves; raise a RelayError."""
        return await self._wire.models()

    async def check(self, model_id: str) -> None:
        """Send what costs nothing, to learn whether a model answers; raise a RelayError."""
        await self._wire.check(model_id)
