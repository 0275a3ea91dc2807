"""All that is kept in the SQL database, as one object."""

from sqlalchemy import Connection

from bot.storage.consents import Consents
from bot.storage.conversations import Conversations
from bot.storage.database import writing
from bot.storage.deletions import PendingDeletions
from bot.storage.engine import NOTHING
from bot.storage.forgetting import Forgetting
from bot.storage.guilds import Guilds
from bot.storage.heard import Heard
from bot.storage.jobs import Jobs
from bot.storage.ledger import Ledger
from bot.storage.members import Members
from bot.storage.messages import Messages
from bot.storage.own_relays import OwnRelays
from bot.storage.places import Places
from bot.storage.privacy import KeptOfMembers
from bot.storage.references import References
from bot.storage.reports import Reports
from bot.storage.styles import Styles
from bot.storage.usage import Usage


class SqlStore(
    Jobs,
    Conversations,
    Messages,
    Ledger,
    Forgetting,
    PendingDeletions,
    Places,
    Members,
    Heard,
    References,
    Consents,
    Styles,
    Guilds,
    OwnRelays,
    Usage,
    Reports,
    KeptOfMembers,
):
    """Keep all that services ask for by their ports; each method is one transaction.

    Every method may raise StorageFailed: the disk is full, the database locked or unreadable.
    """

    @writing
    def write_nothing(self, connection: Connection) -> None:
        """Write what is there already, to learn whether the disk takes it."""
        connection.exec_driver_sql(NOTHING)
