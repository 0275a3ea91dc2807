"""The part of the composition root that has to do with relays: the operator's, and servers' own."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from fractions import Fraction
from functools import partial
from typing import Any

from yarl import URL

from bot.domain.blob import BlobRef
from bot.domain.model import ModelKind
from bot.domain.own_relay import RelayKey
from bot.domain.picture import Picture
from bot.pictures.image_pool import ImagePool
from bot.relay.client import RelayClient
from bot.relay.connection import AuthStyle, relay_session
from bot.relay.guild_relays import GuildRelays
from bot.relay.media import MediaFetcher
from bot.relay.proxies import proxy_for
from bot.relay.route import NamedRelay, RelayRoute
from bot.services.background import in_background
from bot.services.clock import WallClock
from bot.services.guild_book import GuildBook
from bot.services.listing import ListedRelay, Listing
from bot.services.models import Models
from bot.services.own_relays import OwnRelays
from bot.services.ports.own_relays import Seal
from bot.services.prices import RelayPrices
from bot.storage.blobs import FileBlobs
from bot.storage.store import SqlStore
from config.relays import RelayEntry
from config.settings import Settings
from config.values import relay_address


async def relays(
    settings: Settings,
    stack: AsyncExitStack,
    store: SqlStore,
    blobs: FileBlobs,
    image_pool: ImagePool,
    guild_book: GuildBook,
) -> tuple[Models, OwnRelays, GuildRelays]:
    """Return the models, and the relays that are asked for them, and let them be listed."""
    clients = await relay_clients(settings, stack, blobs, image_pool)
    open_own = await own_relay_opener(settings, stack, blobs, image_pool)
    own_relays = OwnRelays(
        store,
        sealing(settings),
        WallClock(),
        open_own,
        as_relay=relay_address,
        known=[settings.image_model, settings.chat_model, *settings.catalogue.profiles],
        private=_origins_of_a_demo(settings),
    )
    await own_relays.load()
    models = Models(
        settings.catalogue.profiles,
        image=settings.catalogue.get(settings.image_model, ModelKind.IMAGE),
        chat=settings.catalogue.get(settings.chat_model, ModelKind.CHAT),
        dearer_fallback=settings.dearer_fallback,
        settings_of=guild_book.of,
        listed_of=own_relays.listed,
    )
    relay = GuildRelays(
        RelayRoute([NamedRelay(entry.name, each) for entry, each in clients]),
        own_relays.key_of,
        open_own,
    )
    listing = Listing(
        [listed(*each) for each in clients],
        models,
        WallClock(),
        named=settings.named_models,
    )
    await stack.enter_async_context(in_background(listing.run))
    await stack.enter_async_context(in_background(own_relays.run))
    return models, own_relays, relay


async def relay_clients(
    settings: Settings, stack: AsyncExitStack, blobs: FileBlobs, image_pool: ImagePool
) -> list[tuple[RelayEntry, RelayClient]]:
    """Return a client for each relay that the operator entered, in their order."""
    session = await stack.enter_async_context(relay_session())
    places = _places(blobs, image_pool)
    return [
        (
            entry,
            RelayClient(
                session,
                entry.url,
                entry.key.get_secret_value(),
                AuthStyle(entry.auth),
                **places,
                fetcher=await stack.enter_async_context(_result_fetcher(entry)),
                hosts_setting=entry.setting("result_hosts"),
                proxy=proxy_for(entry.url),
            ),
        )
        for entry in settings.relays_in_order
    ]


async def own_relay_opener(
    settings: Settings, stack: AsyncExitStack, blobs: FileBlobs, image_pool: ImagePool
) -> Callable[[RelayKey], RelayClient]:
    """Return what makes a client of a server's own relay.

    No proxy is used: behind one nobody could see whether an address leads into the operator's own
    network. Pictures are fetched from the hosts that the operator named, but for private ones.
    """
    guarded = await stack.enter_async_context(relay_session(guarded=True))
    unguarded = await stack.enter_async_context(relay_session())
    private = _origins_of_a_demo(settings)
    hosts = {host for entry in settings.relays_in_order for host in entry.result_hosts}
    fetcher = await stack.enter_async_context(
        MediaFetcher(allowed_hosts=frozenset(host for host in hosts if "://" not in host))
    )
    open_client = partial(
        RelayClient,
        **_places(blobs, image_pool),
        fetcher=fetcher,
        hosts_setting="ATELIER_RELAY_RESULT_HOSTS",
    )

    def opened(key: RelayKey) -> RelayClient:
        is_private = str(URL(key.address).origin()) in private
        session = unguarded if is_private else guarded
        return open_client(session, key.address, key.key, key.auth)

    return opened


def _places(blobs: FileBlobs, image_pool: ImagePool) -> dict[str, Any]:
    """Return where clients of relays put what comes, and what looks at it."""

    async def examine(blob: BlobRef) -> Picture:
        async with blobs.scratch() as target:
            header = await image_pool.examine(blobs.path(blob), target)
            if header.is_mended:
                blob = await blobs.adopt(target)
        size = header.width, header.height
        return Picture(
            blob,
            header.media_type,
            *size,
            is_half=header.is_half,
            has_credentials=header.has_credentials,
        )

    return {"open_spool": blobs.spool, "blob_path": blobs.path, "examine": examine}


def _origins_of_a_demo(settings: Settings) -> frozenset[str]:
    """Return where the relay of a demo is, or of a test: on this machine, as its Discord."""
    if settings.discord_url is None:
        return frozenset()
    return frozenset(str(URL(entry.url).origin()) for entry in settings.relays_in_order)


def sealing(settings: Settings) -> Seal | None:
    """Return what seals the keys of servers' own relays, if the operator has a secret for that."""
    if not settings.secret_key:
        return None
    from bot.storage.sealing import Sealing  # noqa: PLC0415 (heavy, and seldom needed)

    return Sealing([secret.get_secret_value() for secret in settings.secret_key])


def listed(entry: RelayEntry, relay: RelayClient) -> ListedRelay:
    """Return a relay with the names of the settings to blame for what is wrong with it."""
    return ListedRelay(entry.name, relay, entry.setting("url"), entry.setting("key"))


def relay_prices(entry: RelayEntry) -> RelayPrices:
    """Return what a relay bills, as its operator says."""
    own = {model_id: prices.tariff() for model_id, prices in entry.prices.items()}
    return RelayPrices(entry.name, Fraction(str(entry.price_factor)), own)


def _result_fetcher(entry: RelayEntry) -> MediaFetcher:
    """Make what fetches the pictures that a relay names; an origin may be a private one."""
    origins = frozenset(host for host in entry.result_hosts if "://" in host)
    return MediaFetcher(
        allowed_hosts=frozenset(entry.result_hosts) - origins, private_origins=origins
    )
