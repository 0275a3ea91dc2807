"""The composition root: settings become services, services become the client.

What is opened here is closed here, in reverse order.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta

from bot.discord_connection import discord_proxy, plain_failures
from bot.domain.job import JobKind, Purpose
from bot.domain.media import room_for_files
from bot.domain.picture import IntakeLimits, ModelLimits
from bot.domain.tariff import MICROS
from bot.interface.client import AtelierClient
from bot.interface.jobs.avatars import AvatarReferences
from bot.interface.jobs.blocking import Blocking
from bot.interface.jobs.catch_up import CatchUp
from bot.interface.jobs.chats import Chats
from bot.interface.jobs.drawings import Drawings
from bot.interface.jobs.editors import EditorRule
from bot.interface.jobs.pending import PendingMessages
from bot.interface.jobs.posted import PostedPictures
from bot.interface.jobs.recovery import Recovery
from bot.interface.jobs.references import CollectedReferences
from bot.interface.jobs.removal import Removal
from bot.interface.jobs.runner import JobRunner
from bot.interface.jobs.sharing import Sharing
from bot.interface.jobs.thread_titles import ThreadTitles
from bot.interface.jobs.threads import PictureThreads
from bot.interface.messages.charts import Charts
from bot.interface.messages.chat import ChatPresenter
from bot.interface.messages.descriptions import DescriptionPresenter
from bot.interface.messages.errors import ErrorReporter
from bot.interface.messages.files import Delivery
from bot.interface.messages.improvements import ImprovementPresenter
from bot.interface.messages.log_channel import LogChannel
from bot.interface.messages.pictures import PicturePresenter
from bot.interface.messages.posting import PicturePoster
from bot.interface.messages.sentences import Sentences
from bot.interface.messages.things import ThingsPresenter
from bot.interface.messages.thumbnails import Thumbnails
from bot.interface.services import Services
from bot.interface.sync import CommandSync
from bot.interface.texts import Texts
from bot.operations.health import HealthServer
from bot.operations.readiness import Readiness
from bot.pictures.image_pool import ImagePool
from bot.relay.media import MediaFetcher
from bot.relay_assembly import relay_prices, relays
from bot.services.access import Access
from bot.services.admission import Admission
from bot.services.areas import Areas
from bot.services.avatars import Avatars
from bot.services.budget_watch import BudgetWatch
from bot.services.clock import WallClock
from bot.services.deletion_queue import DeletionQueue
from bot.services.drawing import Drawing
from bot.services.erasure import Erasure, Housekeeping
from bot.services.export import Export
from bot.services.generation import Generation
from bot.services.guild_book import GuildBook
from bot.services.intake import Intake
from bot.services.locales import Locales
from bot.services.missed_messages import MissedMessages
from bot.services.ownership import Ownership
from bot.services.policy import Policy
from bot.services.prices import Prices
from bot.services.privacy import Privacy
from bot.services.styles import StyleBook
from bot.services.sweep import Sweep
from bot.services.titles import Titles
from bot.services.usage_report import UsageReports
from bot.services.versions import Versions
from bot.storage.blobs import FileBlobs
from bot.storage.folder import BLOBS, COMMANDS, DATABASE, tighten
from bot.storage.store import SqlStore
from config.obstacles import nothing_listens
from config.settings import Settings


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
        guild_book = GuildBook(store)
        await guild_book.load()
        image_pool = await stack.enter_async_context(ImagePool())
        fetcher = await stack.enter_async_context(
            MediaFetcher(private_origins=frozenset(filter(None, [settings.discord_url])))
        )

        models, own_relays, relay = await relays(
            settings, stack, store, blobs, image_pool, guild_book
        )
        intake = Intake(
            fetcher.fetch,
            blobs,
            image_pool,
            limits=IntakeLimits(max_file_bytes=room_for_files(settings.body_budget_mb * 2**20)),
            for_models=ModelLimits(),
        )
        admission = Admission(
            running=settings.max_concurrent, has_own_relay=own_relays.has_own_relay
        )
        avatars = Avatars(store)
        access = Access(guild_book, store, _policy(settings), pays_itself=own_relays.has_own_relay)
        texts = Texts(chosen_by=lambda guild_id: guild_book.of(guild_id).locale)
        log_channel = LogChannel(guild_book, texts)
        prices = Prices(
            models,
            [relay_prices(entry) for entry in settings.relays_in_order],
            pays_itself=own_relays.has_own_relay,
        )
        generation = Generation(
            relay,
            store,
            store,
            access,
            prices,
            intake,
            models,
            admission,
            Areas(store, store, blobs, image_pool),
            avatars,
            BudgetWatch(access, store, log_channel),
            _policy(settings),
            guild_book,
        )
        locales = Locales(store)
        sentences = Sentences(texts)
        error_reporter = ErrorReporter(sentences, texts, locales)
        delivery = Delivery(blobs, image_pool)
        poster = PicturePoster(delivery)
        pending = PendingMessages()
        thumbnails = Thumbnails(blobs, image_pool)
        thread_titles = ThreadTitles(
            Titles(relay, store, models, admission, model_id=settings.title_model)
            if settings.thread_titles
            else None,
            access,
        )
        picture_threads = PictureThreads(guild_book, texts, thread_titles)
        common = (generation, models, poster, texts, sentences, guild_book)
        versions = Versions(store, store)
        pictures = PicturePresenter(*common, versions)
        runner = JobRunner(
            access,
            admission,
            generation,
            store,
            Drawings(Drawing(store, models, store), access, generation, error_reporter),
            EditorRule(guild_book, store),
            picture_threads,
            presenters={
                (JobKind.PICTURE, Purpose.ANSWER): pictures,
                (JobKind.CHAT, Purpose.ANSWER): ChatPresenter(*common),
                (JobKind.CHAT, Purpose.IMPROVE): ImprovementPresenter(*common),
                (JobKind.CHAT, Purpose.NAME_THINGS): ThingsPresenter(*common, store, thumbnails),
                (JobKind.CHAT, Purpose.DESCRIBE): DescriptionPresenter(*common),
            },
            texts=texts,
            sentences=sentences,
            error_reporter=error_reporter,
            pending=pending,
            locales=locales,
            log_channel=log_channel,
        )
        posted_pictures = PostedPictures(store, store, store, pending)
        deletions = DeletionQueue(store, Erasure(store), guild_book)
        missed_messages = MissedMessages(store)
        services = Services(
            texts=texts,
            sentences=sentences,
            locales=locales,
            error_reporter=error_reporter,
            sharing=Sharing(
                admission,
                store,
                store,
                generation,
                pictures,
                pending,
                texts,
                error_reporter,
                log_channel,
            ),
            models=models,
            prices=prices,
            access=access,
            admission=admission,
            intake=intake,
            generation=generation,
            jobs=store,
            conversations=store,
            messages=store,
            runner=runner,
            posted_pictures=posted_pictures,
            chats=Chats(store, models, guild_book),
            thread_titles=thread_titles,
            picture_threads=picture_threads,
            recovery=Recovery(
                generation, store, runner, texts, locales, left=await generation.left_behind()
            ),
            pending=pending,
            guild_book=guild_book,
            log_channel=log_channel,
            own_relays=own_relays,
            blocking=Blocking(guild_book, generation, log_channel),
            reports=store,
            versions=versions,
            references=CollectedReferences(store, store, generation),
            avatars=avatars,
            avatar_references=AvatarReferences(avatars, locales, texts),
            styles=StyleBook(store, models),
            thumbnails=thumbnails,
            charts=Charts(blobs, image_pool),
            usage_reports=UsageReports(store, access),
            delivery=delivery,
            poster=poster,
            public_url=settings.blobs_public_url,
            missed_messages=missed_messages,
            catch_up=CatchUp(missed_messages, store),
            deletions=deletions,
            removal=Removal(posted_pictures, store, store, deletions, log_channel),
            privacy=Privacy(store, blobs, deletions, keep_days=settings.retention_days),
            export=Export(store, blobs),
            sweep=Sweep(store, deletions, WallClock()),
        )
        client = AtelierClient(
            services=services,
            sync=CommandSync(data / COMMANDS),
            on_command_error=error_reporter.on_command_error,
            on_unknown=error_reporter.on_unknown,
            begin_anew=missed_messages.begin_anew,
            before_close=missed_messages.close,
            http_trace=plain_failures(),
            proxy=discord_proxy(),
        )
        await stack.enter_async_context(
            Housekeeping(
                store,
                blobs,
                keep_for=timedelta(days=settings.retention_days)
                if settings.retention_days
                else None,
                guild_days=guild_book.retention_days,
            ).running()
        )
        await stack.enter_async_context(deletions.running())
        await stack.enter_async_context(missed_messages.running())
        if settings.health_port is not None:
            readiness = Readiness(lambda: client.is_listening, store.write_nothing)
            await stack.enter_async_context(
                _health(settings.health_host, settings.health_port, readiness.lacking)
            )
        yield await stack.enter_async_context(client), admission


def _policy(settings: Settings) -> Policy:
    return Policy(
        daily_pictures=settings.daily_pictures,
        daily_messages=settings.daily_messages,
        body_budget=settings.body_budget_mb * 2**20,
        safety=settings.safety,
        most_daily_pictures=max(settings.most_daily_pictures, settings.daily_pictures),
        most_daily_messages=max(settings.most_daily_messages, settings.daily_messages),
        server_budget=(
            None if settings.server_budget is None else round(settings.server_budget * MICROS)
        ),
    )


@asynccontextmanager
async def _health(
    host: str, port: int, lacking: Callable[[], Awaitable[str]]
) -> AsyncGenerator[None]:
    """Answer whoever watches over the process; raise ConfigError where it can't listen there."""
    async with AsyncExitStack() as server:
        try:
            await server.enter_async_context(HealthServer(port, lacking=lacking, host=host))
        except (OSError, UnicodeError) as error:
            raise nothing_listens(host, port, error) from error
        yield
