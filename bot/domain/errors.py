"""Everything that can go wrong and that somebody can do something about.

    AtelierError
    ├── RequestError                the member can mend it; nothing was sent, nothing costs
    │   ├── EmptyPrompt             there is nothing to do
    │   ├── PromptTooLong           more text than a model should get
    │   ├── UnusablePicture         an attachment is no picture, too large, broken or a bomb
    │   ├── NothingToEdit           no picture was given, replied to, or found
    │   ├── NoPicture               a message shows none
    │   ├── WhichPicture            several pictures could be meant
    │   ├── UnknownModel            nobody configured a model of that name
    │   ├── UnsupportedOption       the model does not take this ratio or size
    │   ├── UnknownStyle            nobody saved a style of that name
    │   ├── TooManyStyles           its owner has as many as they may
    │   ├── UnknownPeriod           what was entered is no day and no month
    │   ├── GrantTooLarge           a member would be given more than a day may have
    │   ├── NotAllowed              this member may not do that here
    │   │   └── MissingPermissions  the bot itself may not, until a moderator lets it
    │   ├── WordsBlocked            a server's AutoMod lets no such words be posted
    │   ├── Gone                    what a button or reply points to was deleted
    │   ├── AlreadyShown            what was to be shown is there already
    │   ├── InvalidSetting          a setting can't be what was entered
    │   ├── OwnRelayRefused         what was entered is no relay that a server can have
    │   ├── ChangedMeanwhile        somebody else changed it since it was looked at
    │   ├── StillAtWork             what was to be tried again is not over yet
    │   └── Cancelled               the member cancelled it before it was sent
    ├── LimitError                  wait, or ask the operator; nothing was sent
    │   ├── AccessDenied            the server's rules say no, until its moderators say otherwise
    │   │   ├── Blocked             this member, by its moderators
    │   │   ├── NotInThisChannel    not here, as the key says
    │   │   ├── RoleNeeded          not without one of these roles
    │   │   ├── FeatureOff          not this
    │   │   └── PriceUnknown        not with a model whose price nobody knows
    │   ├── TooManyReports          the member told moderators of much within an hour
    │   ├── CoolingDown             the member asked for something just now
    │   ├── BudgetUsedUp            the server's money of this month
    │   ├── QuotaUsedUp             the member's pictures or answers of this day
    │   ├── QueueFull               too many jobs wait
    │   ├── TooManyAtOnce           the member has too many jobs at work
    │   └── Restarting              the process is about to stop
    │       └── TakenOver           another process looks after the job by now
    ├── RelayError                  the relay did not give what was asked for
    │   ├── RelayUnreachable        never connected
    │   ├── RelayBusy               429, or 503 that means load: later
    │   ├── RelayBalanceUsedUp      the operator's money or quota at the relay
    │   ├── KeyRejected             401, 403, API_KEY_INVALID: the operator's key
    │   ├── WrongAddress            404, 405 or a redirect: the operator's address
    │   ├── ModelUnavailable        a model that it lacks, or has no channel for
    │   ├── AllRelaysDown           every relay failed or was not even asked: later
    │   ├── RequestRejected         400: the relay did not take the request as it is
    │   │   ├── MemoryRejected      about what a model was reminded of: sent once more without
    │   │   └── RequestTooLarge     413, or more tokens than the model takes
    │   ├── RelayFault              5xx
    │   ├── RelayTimeout            sent, but no answer in time
    │   │   └── Interrupted         sent, and this process ended before the answer
    │   ├── ConnectionBroke         sent, and the connection broke before the answer was whole
    │   ├── Stopped                 the member ended it before anything came
    │   ├── ReplyUnreadable         200 that is HTML, cut JSON, too large, or no picture inside
    │   ├── ResultBarred            200 with the address of a picture at a host that is not allowed
    │   ├── ReplyEmpty              200 without a picture or text, or a stream that never finished
    │   └── Refused                 the model's or the relay's rules say no
    ├── NotShown                    Discord did not take what was made: it is kept
    ├── Unexpected                  a mistake of ours, told with a reference to the log
    └── StorageFailed               the disk or the database did not do its part

Every error names the sentence that members read by `key` (message catalogues), with `values` for
its variables. `detail` is for the log alone: what happened in our words, with figures and names;
never the relay's words, which may repeat a prompt.
"""

from enum import StrEnum
from typing import ClassVar


class Billing(StrEnum):
    """Say what is known about the bill when something failed: decided where the error is made.

    UNLIKELY is a fault that came too soon for a picture, and proves nothing: the request may be
    sent once more, and what comes of that is told as possibly billed.
    """

    NONE = "none"
    UNLIKELY = "unlikely"
    POSSIBLE = "possible"

    @property
    def allows_another(self) -> bool:
        """Tell whether what was billed so far lets a request be sent again, to whomever.

        The one rule of money: repeats, further relays and other models all go by it.
        """
        return self is not Billing.POSSIBLE

    def then(self, later: "Billing") -> "Billing":
        """Return what is known of the whole bill after one more failure.

        After what was unlikely to be billed comes one more request, and no other.
        """
        return later if self is Billing.NONE else Billing.POSSIBLE


class AtelierError(Exception):
    """Carry the key of the sentence that members read, and its variables."""

    key: ClassVar[str] = "error-unexpected"
    billing: Billing = Billing.NONE

    def __init__(self, detail: str = "", *, key: str | None = None, **values: str | int) -> None:
        super().__init__(detail or key or self.key)
        self.detail = detail
        self.message_key = key or self.key
        self.values = values

    @property
    def may_cost(self) -> bool:
        """Tell whether what failed may have been billed."""
        return self.billing is not Billing.NONE


class Unexpected(AtelierError):
    """Say that something broke on this side; `reference` finds it in the log."""

    key = "error-unexpected"


class RequestError(AtelierError):
    """Say that the member can mend it; nothing was sent."""


class EmptyPrompt(RequestError):
    """Say that there is nothing to do."""

    key = "error-empty-prompt"


class PromptTooLong(RequestError):
    """Say that the text is longer than `limit` characters."""

    key = "error-prompt-too-long"


class UnusablePicture(RequestError):
    """Say why the file `name` can't be used; the key tells the reason."""

    key = "error-picture-unreadable"


class NothingToEdit(RequestError):
    """Say that no picture was given, replied to, or found."""

    key = "error-nothing-to-edit"


class NoPicture(RequestError):
    """Say that a message shows no picture."""

    key = "error-no-picture"


class WhichPicture(RequestError):
    """Ask which of `count` pictures is meant."""

    key = "error-which-picture"


class UnknownModel(RequestError):
    """Say that there is no model `model`, and which there are (`known`)."""

    key = "error-unknown-model"


class UnsupportedOption(RequestError):
    """Say that `model` does not take `value`, and what it takes (`allowed`)."""

    key = "error-unsupported-option"


class UnknownStyle(RequestError):
    """Say that neither the member nor the server has a style `name`."""

    key = "error-unknown-style"


class UnknownPeriod(RequestError):
    """Say that `period` is no month whose sums are kept."""

    key = "error-unknown-period"


class GrantTooLarge(RequestError):
    """Say how many `pictures` and `answers` a member can be given for a day at most."""

    key = "error-grant-too-large"


class TooManyStyles(RequestError):
    """Say that a member has `limit` styles already, or a server, as the key says."""

    key = "error-styles-full"


class NotAllowed(RequestError):
    """Say that this member may not do that here; the key tells why, and who may."""

    key = "error-elsewhere"


class MissingPermissions(NotAllowed):
    """Say which `permissions` the bot lacks, by their names in the catalogues; none: not known."""

    key = "error-permission"

    def __init__(self, permissions: tuple[str, ...] = (), *, detail: str = "") -> None:
        super().__init__(detail, key=None if permissions else "error-forbidden")
        self.permissions = permissions


class WordsBlocked(RequestError):
    """Say that a server's AutoMod lets nothing be posted that has these words."""

    key = "error-words-blocked"


class Gone(RequestError):
    """Say that what was pointed to is no longer kept."""

    key = "error-gone"


class AlreadyShown(RequestError):
    """Say that what was to be shown is there already, or its job is over."""

    key = "error-already-shown"


class StillAtWork(RequestError):
    """Say that a job which was to be tried again is not over yet."""

    key = "error-still-at-work"


class InvalidSetting(RequestError):
    """Say that `setting` can't be what was entered; the key tells the reason."""

    key = "error-setting-invalid"


class OwnRelayRefused(RequestError):
    """Say why a relay that was entered is not kept as a server's own; the key tells the reason."""

    key = "service-address-refused"


class ChangedMeanwhile(RequestError):
    """Say that somebody else changed `setting` since it was looked at."""

    key = "error-setting-changed"


class Cancelled(RequestError):
    """Say that the member cancelled it in time."""

    key = "called-off"


class LimitError(AtelierError):
    """Say that a limit was reached; nothing was sent."""


class AccessDenied(LimitError):
    """Say that a server does not let this be asked; the key tells why, and who can change it."""


class Blocked(AccessDenied):
    """Say that a server's moderators blocked the member."""

    key = "error-blocked"


class NotInThisChannel(AccessDenied):
    """Say that a server lets nothing be asked in this channel, and where it does (`channels`)."""

    key = "error-not-in-this-channel"


class RoleNeeded(AccessDenied):
    """Say which `roles` of a server may ask, none of which the member has."""

    key = "error-role-needed"


class FeatureOff(AccessDenied):
    """Say that a server has `feature` switched off."""

    key = "error-feature-off-chat"


class PriceUnknown(AccessDenied):
    """Say that a server with a budget can't use `model`, whose price is not known."""

    key = "error-price-unknown"


class TooManyReports(LimitError):
    """Say that a member has reported `limit` things within an hour."""

    key = "error-reports-too-many"


class CoolingDown(LimitError):
    """Say that a member has to wait until `until`, in Unix seconds, as their server wants it."""

    key = "error-cooling-down"


class BudgetUsedUp(LimitError):
    """Say that a server's money of this month is used up until `resets`, in Unix seconds.

    The key tells who can give more, and whether a whole month has too little.
    """

    key = "error-budget-used-up"


class QuotaUsedUp(LimitError):
    """Say that the member's `limit` pictures of this day are used up, or answers, as the key says.

    `left` are left of them, and `count` were wanted.
    `resets` is when new ones come, in Unix seconds.
    """

    key = "error-quota-used-up"


class QueueFull(LimitError):
    """Say that too many jobs wait already."""

    key = "error-queue-full"


class TooManyAtOnce(LimitError):
    """Say that the member has `limit` jobs waiting or at work, and can't have more at once."""

    key = "error-too-many-at-once"


class Restarting(LimitError):
    """Say that the process takes no new jobs because it stops."""

    key = "error-restarting"


class TakenOver(Restarting):
    """Say that another process owns the job by now, and answers it: this one keeps silent."""


class RelayError(AtelierError):
    """Say that the relay did not give what was asked for."""

    key = "error-relay-fault"


class RelayUnreachable(RelayError):
    """Say that no connection to the relay was made."""

    key = "error-relay-unreachable"


class RelayBusy(RelayError):
    """Say that the relay has no room now; `retry_after` in seconds if it said when."""

    key = "error-relay-busy"

    def __init__(self, detail: str = "", *, retry_after: float | None = None) -> None:
        super().__init__(detail)
        self.retry_after = retry_after

    def until(self, moment: int) -> None:
        """Tell members when to come back, in Unix seconds, because the relay said so."""
        self.message_key = "error-relay-busy-until"
        self.values = {"retry": moment}


class RelayBalanceUsedUp(RelayError):
    """Say that the operator's balance or daily quota at the relay is used up."""

    key = "error-relay-balance"


class KeyRejected(RelayError):
    """Say that the relay does not accept the operator's key."""

    key = "error-key-rejected"


class WrongAddress(RelayError):
    """Say that nothing at the operator's address takes requests; `is_redirect` if it points away.

    A relay that can't stream says the same of the address for that.
    """

    key = "error-wrong-address"

    def __init__(self, detail: str = "", *, is_redirect: bool = False) -> None:
        super().__init__(detail)
        self.is_redirect = is_redirect


class ModelUnavailable(RelayError):
    """Say that the relay does not serve this model."""

    key = "error-model-unavailable"


class AllRelaysDown(RelayError):
    """Say that no relay answers for now; `retry` is when to try again, in Unix seconds."""

    key = "error-all-down"


class RequestRejected(RelayError):
    """Say that the relay did not take the request as it is."""

    key = "error-request-rejected"


class MemoryRejected(RequestRejected):
    """Say that what a model was reminded of was missing, altered or of another model."""

    key = "error-signature-rejected"


class RequestTooLarge(RequestRejected):
    """Say that the request was larger than the relay or the model takes."""

    key = "error-request-too-large"


class RelayFault(RelayError):
    """Say that the relay broke; whether it billed is not known, unless it came very soon."""

    billing = Billing.POSSIBLE


class RelayTimeout(RelayError):
    """Say that the request was sent and no answer came in time; it may have been billed."""

    key = "error-relay-timeout"
    billing = Billing.POSSIBLE


class Interrupted(RelayTimeout):
    """Say that the bot was restarted while it waited for the answer."""

    key = "error-interrupted"


class ConnectionBroke(RelayError):
    """Say that the request was sent, and the connection broke; it may have been billed."""

    key = "error-connection-broke"
    billing = Billing.POSSIBLE


class Stopped(RelayError):
    """Say that the member ended a request before anything came of it; it may have been billed."""

    key = "error-stopped"
    billing = Billing.POSSIBLE


class ReplyUnreadable(RelayError):
    """Say that an answer came which holds nothing that can be read; it may have been billed."""

    key = "error-reply-unreadable"
    billing = Billing.POSSIBLE


class ResultBarred(RelayError):
    """Say that a picture lies where the operator does not let it be fetched; it may be billed."""

    key = "error-result-barred"
    billing = Billing.POSSIBLE


class ReplyEmpty(RelayError):
    """Say that the answer ended without a picture or text; it may have been billed."""

    key = "error-reply-empty"
    billing = Billing.POSSIBLE


class Refused(RelayError):
    """Say that rules forbid the answer: `reason` as the wire names it.

    `explanation` is what the model says about it, the only text of a relay that members may read.
    """

    key = "error-refused"

    def __init__(self, reason: str, *, key: str | None = None, explanation: str = "") -> None:
        super().__init__(reason, key=key)
        self.reason = reason
        self.explanation = explanation


class NotShown(AtelierError):
    """Say that Discord did not take what was made, which is kept and can be shown again."""

    key = "error-discord-kept"


class StorageFailed(AtelierError):
    """Say that the disk or the database did not do its part: full, forbidden, locked, unreadable.

    It can strike between a relay's answer and the row that names it; then a bill is possible.
    """

    key = "error-storage"
