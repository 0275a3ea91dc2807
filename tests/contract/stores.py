"""What the tests of the contract need of a store: all ports that one database serves."""

from typing import Protocol

from bot.services.ports.consents import Consents
from bot.services.ports.conversations import Conversations
from bot.services.ports.forgetting import Forgetting, PendingDeletions
from bot.services.ports.jobs import Jobs
from bot.services.ports.ledger import Ledger
from bot.services.ports.members import Heard, Members
from bot.services.ports.messages import Messages
from bot.services.ports.places import Places
from bot.services.ports.references import References
from bot.services.ports.reports import Reports
from bot.services.ports.styles import Styles


class Store(
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
    Reports,
    Protocol,
):
    """Serve every port; each method is one transaction."""
