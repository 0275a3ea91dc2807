"""All that is kept in the SQL database, as one object."""

from sqlalchemy import Connection

from bot.storage import reads
from bot.storage.conversations import Conversations
from bot.storage.database import reading
from bot.storage.deletions import PendingDeletions
from bot.storage.forgetting import Forgetting
from bot.storage.heard import Heard
from bot.storage.jobs import Jobs
from bot.storage.ledger import Ledger
from bot.storage.members import Members
from bot.storage.messages import Messages
from bot.storage.places import Places
from bot.storage.references import References


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
):
    """Keep all that services ask for by their ports; each method is one transaction.

    Every method may raise StorageFailed: the disk is full, the database locked or unreadable.
    """

    @reading
    def check(self, connection: Connection) -> None:
        """Read something, whatever it is."""
        connection.execute(reads.ANYTHING)
