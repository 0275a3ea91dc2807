"""What the features are given."""

from dataclasses import dataclass

from bot.interface.jobs.avatars import AvatarReferences
from bot.interface.jobs.blocking import Blocking
from bot.interface.jobs.catch_up import CatchUp
from bot.interface.jobs.chats import Chats
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
from bot.interface.messages.errors import ErrorReporter
from bot.interface.messages.files import Delivery
from bot.interface.messages.log_channel import LogChannel
from bot.interface.messages.posting import PicturePoster
from bot.interface.messages.sentences import Sentences
from bot.interface.messages.thumbnails import Thumbnails
from bot.interface.texts import Texts
from bot.services.access import Access
from bot.services.admission import Admission
from bot.services.avatars import Avatars
from bot.services.deletion_queue import DeletionQueue
from bot.services.export import Export
from bot.services.generation import Generation
from bot.services.guild_book import GuildBook
from bot.services.intake import Intake
from bot.services.locales import Locales
from bot.services.missed_messages import MissedMessages
from bot.services.models import Models
from bot.services.own_relays import OwnRelays
from bot.services.ports.conversations import Conversations
from bot.services.ports.jobs import Jobs
from bot.services.ports.messages import Messages
from bot.services.ports.reports import Reports
from bot.services.prices import Prices
from bot.services.privacy import Privacy
from bot.services.styles import StyleBook
from bot.services.sweep import Sweep
from bot.services.usage_report import UsageReports
from bot.services.versions import Versions


@dataclass(frozen=True, slots=True)
class Services:
    """All that `bot.assembly` has built for the features.

    discord.py loads a feature by its name and calls its `setup` with the client alone, so the
    client carries this. Only `setup` reads it, in the `__init__.py` of each feature, and hands the
    feature what it needs: what a class depends on stays in its signature, and a test holds that.

    `public_url` is where the operator serves the folder of blobs, if they do; `thread_titles` makes
    names of threads where they want it.
    """

    texts: Texts
    sentences: Sentences
    locales: Locales
    error_reporter: ErrorReporter
    sharing: Sharing
    models: Models
    prices: Prices
    access: Access
    admission: Admission
    intake: Intake
    generation: Generation
    jobs: Jobs
    conversations: Conversations
    messages: Messages
    runner: JobRunner
    posted_pictures: PostedPictures
    chats: Chats
    thread_titles: ThreadTitles
    picture_threads: PictureThreads
    recovery: Recovery
    pending: PendingMessages
    guild_book: GuildBook
    log_channel: LogChannel
    own_relays: OwnRelays
    blocking: Blocking
    reports: Reports
    versions: Versions
    thumbnails: Thumbnails
    charts: Charts
    usage_reports: UsageReports
    references: CollectedReferences
    avatars: Avatars
    avatar_references: AvatarReferences
    styles: StyleBook
    delivery: Delivery
    poster: PicturePoster
    public_url: str | None
    missed_messages: MissedMessages
    catch_up: CatchUp
    deletions: DeletionQueue
    privacy: Privacy
    export: Export
    removal: Removal
    sweep: Sweep
