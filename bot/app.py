"""The composition root: settings become services, services become a client that runs and stops.

The only importer of `config`. What is opened here is closed here, in reverse order.
"""

import asyncio
import contextlib
import logging
import os
import signal
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

import aiohttp
import discord
import discord.asset
import discord.gateway
import discord.http
import yarl

from bot.domain.blob import BlobRef
from bot.domain.counting import counted
from bot.domain.errors import StorageFailed
from bot.domain.job import JobKind, Purpose
from bot.domain.model import ModelKind
from bot.domain.picture import IntakeLimits, ModelLimits, Picture
from bot.interface.client import AtelierClient
from bot.interface.discord_retry import is_ours
from bot.interface.jobs.catch_up import CatchUp
from bot.interface.jobs.chats import Chats
from bot.interface.jobs.drawings import Drawings
from bot.interface.jobs.pending import PendingMessages
from bot.interface.jobs.posted import PostedPictures
from bot.interface.jobs.recovery import Recovery
from bot.interface.jobs.references import CollectedReferences
from bot.interface.jobs.removal import Removal
from bot.interface.jobs.runner import JobRunner
from bot.interface.jobs.sharing import Sharing
from bot.interface.messages.chat import ChatPresenter
from bot.interface.messages.descriptions import DescriptionPresenter
from bot.interface.messages.errors import ErrorReporter
from bot.interface.messages.files import Delivery
from bot.interface.messages.improvements import ImprovementPresenter
from bot.interface.messages.pictures import PicturePresenter
from bot.interface.messages.posting import PicturePoster
from bot.interface.messages.sentences import Sentences
from bot.interface.messages.things import ThingsPresenter
from bot.interface.messages.thumbnails import Thumbnails
from bot.interface.services import Services
from bot.interface.sync import CommandSync
from bot.interface.texts import catalogues
from bot.operations.health import HealthServer
from bot.pictures.image_pool import ImagePool
from bot.relay.client import RelayClient
from bot.relay.connection import AuthStyle, relay_session
from bot.relay.media import MediaFetcher
from bot.relay.proxies import proxy_for
from bot.relay.route import NamedRelay, RelayRoute
from bot.services.admission import Admission
from bot.services.areas import Areas
from bot.services.background import in_background
from bot.services.clock import WallClock
from bot.services.deletion_queue import DeletionQueue
from bot.services.drawing import Drawing
from bot.services.erasure import Erasure, Housekeeping
from bot.services.generation import Generation, Policy
from bot.services.intake import Intake
from bot.services.listing import ListedRelay, Listing
from bot.services.locales import Locales
from bot.services.missed_messages import MissedMessages
from bot.services.models import Models
from bot.services.ownership import Ownership
from bot.services.sweep import Sweep
from bot.services.titles import Titles
from bot.services.versions import Versions
from bot.storage.blobs import FileBlobs
from bot.storage.folder import BLOBS, COMMANDS, DATABASE, held, tighten
from bot.storage.store import SqlStore
from config.exposures import exposures
from config.obstacles import discord_away, nothing_listens
from config.relays import RelayEntry
from config.settings import DataSettings, Settings

log = logging.getLogger(__name__)

STOPPED_AT_ONCE = 130
"""The exit status of a process that was told twice to stop, as a shell has it after Ctrl+C."""


DATABASE_SECONDS = 1.0
"""How long the database may take to answer whoever asks whether the bot can serve."""


async def run(settings: Settings) -> None:
    """Serve members until the process is asked to stop, then let running jobs end.

    A second request to stop ends the process at once: every row is committed as it is written.
    Raise discord.LoginFailure or discord.PrivilegedIntentsRequired where Discord turns it away, or
    FolderInUse where another process goes on working on the same data, ConfigError where a port
    or Discord is not to be had, StorageFailed where the data is not.
    """
    if settings.discord_url is not None:
        use_discord_at(settings.discord_url)
    for line in exposures(settings):
        log.warning("%s", line)
    stop = asyncio.Event()

    def on_signal() -> None:
        if stop.is_set():
            os._exit(STOPPED_AT_ONCE)
        stop.set()

    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, on_signal)
    patience = settings.takeover_seconds
    async with held(settings.data_dir, patience=patience, stop=stop) as is_ours:
        if is_ours:
            await _serve(settings, stop)


async def _serve(settings: Settings, stop: asyncio.Event) -> None:
    async with assembled(settings) as (client, admission):
        runner = asyncio.create_task(client.start(settings.discord_token.get_secret_value()))
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({runner, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if not runner.done():
            await _stop(client, runner, admission, settings.shutdown_seconds)
        with contextlib.suppress(asyncio.CancelledError):
            try:
                await runner
            except OSError as error:
                why = str(error) or type(error).__name__
                raise discord_away(settings.discord_url, why) from error
            except (discord.DiscordServerError, discord.Forbidden, discord.NotFound) as error:
                raise discord_away(settings.discord_url, f"status {error.status}") from error


async def _stop(
    client: AtelierClient, runner: asyncio.Task[None], admission: Admission, seconds: float
) -> None:
    """Let the jobs that are present end; those that do not are looked after at the next start."""
    log.info("asked to stop")
    left = await admission.close(seconds)
    if left:
        log.warning("still at work, and left to the next start: %s", counted(left, "job"))
    if not client.is_ready():
        runner.cancel()
    await client.close()


@asynccontextmanager
async def assembled(
    settings: Settings,
) -> AsyncGenerator[tuple[AtelierClient, Admission]]:
    """Build everything from the settings; what is opened is closed in reverse order.

    The data folder must be held: what another process has in the making there is cleared away.
    """
    async with AsyncExitStack() as stack:
        data = settings.data_dir
        data.mkdir(parents=True, exist_ok=True)
        served = settings.blobs_public_url is not None
        tighten(data, served=served)
        blobs = await stack.enter_async_context(FileBlobs.open(data / BLOBS, served=served))
        store = await stack.enter_async_context(SqlStore.open(data / DATABASE))
        await store.disown()
        await stack.enter_async_context(Ownership(store).running())
        image_pool = await stack.enter_async_context(ImagePool())
        session = await stack.enter_async_context(relay_session())
        fetcher = await stack.enter_async_context(
            MediaFetcher(private_origins=frozenset(filter(None, [settings.discord_url])))
        )

        async def examine(blob: BlobRef) -> Picture:
            async with blobs.scratch() as target:
                header = await image_pool.examine(blobs.path(blob), target)
                if header.is_mended:
                    blob = await blobs.adopt(target)
            size = header.width, header.height
            return Picture(blob, header.media_type, *size, is_half=header.is_half)

        relays = [
            RelayClient(
                session,
                entry.url,
                entry.key.get_secret_value(),
                AuthStyle(entry.auth),
                open_spool=blobs.spool,
                blob_path=blobs.path,
                examine=examine,
                fetcher=await stack.enter_async_context(_result_fetcher(entry)),
                hosts_setting=entry.setting("result_hosts"),
                proxy=proxy_for(entry.url),
            )
            for entry in settings.relays_in_order
        ]
        relay = RelayRoute(
            [
                NamedRelay(entry.name, each)
                for entry, each in zip(settings.relays_in_order, relays, strict=True)
            ]
        )
        models = Models(
            settings.catalogue.profiles,
            image=settings.catalogue.get(settings.image_model, ModelKind.IMAGE),
            chat=settings.catalogue.get(settings.chat_model, ModelKind.CHAT),
            dearer_fallback=settings.dearer_fallback,
        )
        listing = Listing(
            [
                ListedRelay(entry.name, each, entry.setting("url"), entry.setting("key"))
                for entry, each in zip(settings.relays_in_order, relays, strict=True)
            ],
            models,
            WallClock(),
            named=settings.named_models,
        )
        await stack.enter_async_context(in_background(listing.run))
        intake = Intake(
            fetcher.fetch, blobs, image_pool, limits=IntakeLimits(), for_models=ModelLimits()
        )
        admission = Admission(running=settings.max_concurrent)
        policy = Policy(
            daily_pictures=settings.daily_pictures,
            daily_messages=settings.daily_messages,
            body_budget=settings.body_budget_mb * 2**20,
            safety=settings.safety,
        )
        generation = Generation(
            relay,
            store,
            store,
            store,
            intake,
            models,
            admission,
            Areas(store, store, blobs, image_pool),
            policy,
        )
        texts = catalogues()
        locales = Locales(store)
        sentences = Sentences(texts)
        error_reporter = ErrorReporter(sentences, texts, locales)
        delivery = Delivery(blobs, image_pool)
        poster = PicturePoster(delivery)
        pending = PendingMessages()
        thumbnails = Thumbnails(blobs, image_pool)
        presenters = {
            (JobKind.PICTURE, Purpose.ANSWER): PicturePresenter(
                generation, models, poster, texts, sentences, Versions(store, store)
            ),
            (JobKind.CHAT, Purpose.ANSWER): ChatPresenter(
                generation, models, poster, texts, sentences
            ),
            (JobKind.CHAT, Purpose.IMPROVE): ImprovementPresenter(
                generation, models, poster, texts, sentences
            ),
            (JobKind.CHAT, Purpose.NAME_THINGS): ThingsPresenter(
                generation, models, poster, texts, sentences, store, thumbnails
            ),
            (JobKind.CHAT, Purpose.DESCRIBE): DescriptionPresenter(
                generation, models, poster, texts, sentences
            ),
        }
        runner = JobRunner(
            admission,
            generation,
            store,
            Drawings(Drawing(store, models, store), generation, error_reporter),
            presenters=presenters,
            texts=texts,
            sentences=sentences,
            error_reporter=error_reporter,
            pending=pending,
            locales=locales,
        )
        deletions = DeletionQueue(store, Erasure(store))
        missed_messages = MissedMessages(store)
        services = Services(
            texts=texts,
            locales=locales,
            error_reporter=error_reporter,
            sharing=Sharing(
                admission,
                store,
                store,
                generation,
                presenters[JobKind.PICTURE, Purpose.ANSWER],
                pending,
                texts,
                error_reporter,
            ),
            models=models,
            admission=admission,
            intake=intake,
            generation=generation,
            jobs=store,
            conversations=store,
            messages=store,
            runner=runner,
            posted_pictures=PostedPictures(store, store, store, pending),
            chats=Chats(store, models),
            titles=(
                Titles(relay, store, models, admission, model_id=settings.title_model)
                if settings.thread_titles
                else None
            ),
            recovery=Recovery(
                generation, store, runner, texts, locales, left=await generation.left_behind()
            ),
            pending=pending,
            versions=Versions(store, store),
            references=CollectedReferences(store, store, generation),
            thumbnails=thumbnails,
            delivery=delivery,
            poster=poster,
            public_url=settings.blobs_public_url,
            missed_messages=missed_messages,
            catch_up=CatchUp(missed_messages, store),
            deletions=deletions,
            removal=Removal(PostedPictures(store, store, store, pending), store, store, deletions),
            sweep=Sweep(store, deletions, WallClock()),
        )
        # Discord's gateway is reached as its REST is, whatever its own host is called.
        way = proxy_for(discord.http.Route.BASE)
        client = AtelierClient(
            services=services,
            sync=CommandSync(data / COMMANDS),
            on_command_error=error_reporter.on_command_error,
            begin_anew=missed_messages.begin_anew,
            before_close=missed_messages.close,
            http_trace=_plain_failures(),
            proxy=str(way) if way else None,
        )
        keep_for = timedelta(days=settings.retention_days) if settings.retention_days else None
        await stack.enter_async_context(Housekeeping(store, blobs, keep_for=keep_for).running())
        await stack.enter_async_context(deletions.running())
        await stack.enter_async_context(missed_messages.running())
        if settings.health_port is not None:
            await stack.enter_async_context(
                _health(
                    settings.health_host, settings.health_port, lambda: _can_serve(client, store)
                )
            )
        yield await stack.enter_async_context(client), admission


@asynccontextmanager
async def _health(
    host: str, port: int, ready: Callable[[], Awaitable[bool]]
) -> AsyncGenerator[None]:
    """Answer whoever watches over the process; raise ConfigError where it can't listen there."""
    async with AsyncExitStack() as server:
        try:
            await server.enter_async_context(HealthServer(port, ready=ready, host=host))
        except (OSError, UnicodeError) as error:
            raise nothing_listens(host, port, error) from error
        yield


async def _can_serve(client: AtelierClient, store: SqlStore) -> bool:
    """Tell whether members are heard, and what they ask for can be looked up."""
    if not client.is_listening:
        return False
    try:
        async with asyncio.timeout(DATABASE_SECONDS):
            await store.check()
    except (StorageFailed, TimeoutError):
        return False
    return True


def _result_fetcher(entry: RelayEntry) -> MediaFetcher:
    """Make what fetches the pictures that a relay names; an origin may be a private one."""
    origins = frozenset(host for host in entry.result_hosts if "://" in host)
    return MediaFetcher(
        allowed_hosts=frozenset(entry.result_hosts) - origins, private_origins=origins
    )


async def migrate(settings: DataSettings) -> None:
    """Bring the database to this version, which `run` does too; raise FolderInUse beside that."""
    data = settings.data_dir
    async with held(data, patience=settings.takeover_seconds), SqlStore.open(data / DATABASE):
        log.info("the database is at this version")


async def forget(settings: DataSettings, member_id: int) -> str:
    """Forget what a member asked for, also beside a running bot; say how much that was.

    The files go when the bot that runs on the same data tidies up.
    """
    async with SqlStore.open(settings.data_dir / DATABASE, beside=True) as store:
        turns = await Erasure(store).member(member_id)
        left = await store.unfinished(untouched_since=datetime.now(UTC))
    at_work = sum(each.job.request.author_id == member_id for each in left)
    later = f"; jobs still at work, run it again when they are over: {at_work}" if at_work else ""
    return f"turns of member {member_id} that are forgotten: {turns}{later}"


def _plain_failures() -> aiohttp.TraceConfig:
    """Make what aiohttp says of a connection that broke off an OSError for all who use Discord.

    discord.py passes its errors on as they are, and who talks to Discord knows no HTTP. A 5xx it
    answers with up to four more requests of its own, so where somebody else tries again already,
    it does not come to see it.
    """

    async def tell(
        _session: aiohttp.ClientSession,
        _context: object,
        params: aiohttp.TraceRequestExceptionParams,
    ) -> None:
        error = params.exception
        if isinstance(error, aiohttp.ClientConnectionError) and not isinstance(error, OSError):
            raise ConnectionResetError(type(error).__name__) from None

    async def ration(
        _session: aiohttp.ClientSession,
        _context: object,
        params: aiohttp.TraceRequestEndParams,
    ) -> None:
        if params.response.status >= HTTPStatus.INTERNAL_SERVER_ERROR and is_ours():
            params.response.close()
            raise discord.DiscordServerError(params.response, None)

    trace = aiohttp.TraceConfig()
    trace.on_request_exception.append(tell)
    trace.on_request_end.append(ration)
    return trace


def use_discord_at(origin: str) -> None:
    """Let discord.py speak to another Discord: the demo's, a test's, or a proxy."""
    url = yarl.URL(origin)
    socket = url.with_scheme("wss" if url.scheme == "https" else "ws")
    discord.http.Route.BASE = f"{origin}/api/v10"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = socket / "gateway"
    discord.asset.Asset.BASE = f"{origin}/cdn"  # pyright: ignore[reportAttributeAccessIssue] (a literal)
