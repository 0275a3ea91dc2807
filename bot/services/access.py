"""Who may ask for what, where and how much: every no of a server and its operator is said here.

In this order: blocked, channel, age, role, before anything is announced; then, once it is known
what is wanted, feature, time in between, allowance and budget. Only then are files fetched. The
store looks at the last three once more when it reserves, and at the money as each request leaves.
What needs to know whose picture it is about stands apart: `bot/interface/jobs/editors.py`.
"""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Final

from bot.domain.access import Asker, Standing, Terms, check_room
from bot.domain.calendar import Calendar
from bot.domain.errors import Blocked, FeatureOff, NotInThisChannel, PriceUnknown, RoleNeeded
from bot.domain.guild_settings import MOST_ALLOWANCE, Feature, GuildSettings
from bot.domain.job import GenerationRequest, JobKind, Purpose
from bot.services.admission import Visit
from bot.services.guild_book import GuildBook
from bot.services.policy import Policy
from bot.services.ports.ledger import Ledger

_OFF: Final = {
    Feature.CHAT: "error-feature-off-chat",
    Feature.SEARCH: "error-feature-off-search",
    Feature.PERSON: "error-feature-off-person",
    Feature.FILES: "error-feature-off-files",
}


class Access:
    """Let members in on their server's terms, or say why not.

    `pays_itself` tells whether a server has a relay of its own, which the operator does not pay.
    """

    def __init__(
        self,
        guild_book: GuildBook,
        ledger: Ledger,
        policy: Policy,
        *,
        pays_itself: Callable[[int | None], bool],
    ) -> None:
        self._guild_book = guild_book
        self._ledger = ledger
        self._policy = policy
        self._pays_itself = pays_itself

    def enter(self, asker: Asker) -> Terms:
        """Return the terms on which somebody may ask; raise AccessDenied. Nothing is waited for."""
        settings = self._guild_book.of(asker.guild_id)
        if self._guild_book.blocks(asker.guild_id, asker.member_id):
            raise Blocked
        if settings.channels and not set(settings.channels) & set(asker.channel_ids):
            raise NotInThisChannel(channels=_listed(settings.channels))
        if settings.age_restricted_only and not asker.is_age_restricted:
            raise NotInThisChannel(key="error-not-age-restricted")
        has_role = asker.role_ids is None or asker.role_ids & {*settings.roles, *settings.more}
        if settings.roles and not has_role:
            raise RoleNeeded(roles=_listed(settings.roles))
        return self.terms(asker)

    def readmit(self, guild_id: int | None, member_id: int) -> Terms:
        """Return the terms of somebody who was let in before; raise Blocked where they are now."""
        if self._guild_book.blocks(guild_id, member_id):
            raise Blocked
        return self.terms(Asker(guild_id, (), member_id, None))

    def terms(self, asker: Asker) -> Terms:
        """Return how much somebody may have, whether they may ask here or not."""
        settings = self._guild_book.of(asker.guild_id)
        pictures, answers = self._daily(settings, asker)
        most_pictures, most_answers = self.most_a_day(asker.guild_id)
        pays_itself = self._pays_itself(asker.guild_id)
        operators_budget = None if pays_itself else self._policy.server_budget
        return Terms(
            daily_pictures=min(pictures, most_pictures),
            daily_messages=min(answers, most_answers),
            calendar=Calendar(settings.time_zone),
            cooldown=settings.cooldown,
            budget=settings.budget,
            operators_budget=operators_budget if asker.guild_id is not None else None,
            off=frozenset(settings.off),
            pays_itself=pays_itself,
        )

    def most_a_day(self, guild_id: int | None) -> tuple[int, int]:
        """Return how many pictures, and answers, a server may give a member for a day."""
        if self._pays_itself(guild_id):
            return MOST_ALLOWANCE, MOST_ALLOWANCE
        return self._policy.most_daily_pictures, self._policy.most_daily_messages

    def counts_money(self, guild_id: int | None) -> bool:
        """Tell whether a server has a budget, its own or of the operator."""
        operators = self._policy.server_budget is not None and not self._pays_itself(guild_id)
        return guild_id is not None and (
            operators or self._guild_book.of(guild_id).budget is not None
        )

    async def standing(self, asker: Asker, now: datetime) -> Standing:
        """Return what somebody used of their terms."""
        calendar = Calendar(self._guild_book.of(asker.guild_id).time_zone)
        return await self._ledger.standing(asker.guild_id, asker.member_id, calendar, now)

    async def look(
        self,
        visit: Visit,
        kind: JobKind,
        *,
        count: int,
        features: Collection[Feature],
        is_held: bool,
        now: datetime,
    ) -> None:
        """Raise a LimitError where what somebody wants would be refused anyway, nothing fetched."""
        terms = visit.terms
        check_features(terms, features)
        standing = await self._ledger.standing(visit.guild_id, visit.author_id, terms.calendar, now)
        if not is_held:
            standing = standing.unheld()
        # What it costs is not known yet, but that it costs something.
        check_room(terms, standing, kind, count=count, micros=1, now=now)

    def _daily(self, settings: GuildSettings, asker: Asker) -> tuple[int, int]:
        """Return what a day has: pictures, of which some roles have more, and answers."""
        pictures = settings.daily_pictures
        answers = settings.daily_messages
        usual = self._policy.daily_pictures if pictures is None else pictures
        roles = asker.role_ids or ()
        more = [settings.more[role_id] for role_id in roles if role_id in settings.more]
        return (
            max([usual, *more]),
            self._policy.daily_messages if answers is None else answers,
        )


def check_features(terms: Terms, features: Collection[Feature]) -> None:
    """Raise FeatureOff for what the server has switched off."""
    for feature in features:
        if feature in terms.off:
            raise FeatureOff(key=_OFF[feature])


def check_price(terms: Terms, micros: int | None, model: str) -> None:
    """Raise PriceUnknown where money is counted, and nobody knows what this model costs."""
    if terms.has_budget and micros is None:
        raise PriceUnknown(model=model)


def wanted(*, chat: bool = False, search: bool = False, person: bool = False) -> list[Feature]:
    """Return what is known to be used before anything is fetched."""
    uses = {Feature.CHAT: chat, Feature.SEARCH: search, Feature.PERSON: person}
    return [feature for feature, is_used in uses.items() if is_used]


def features_of(request: GenerationRequest) -> list[Feature]:
    """Return what a request uses of what a server can switch off."""
    used = {
        Feature.CHAT: request.kind is JobKind.CHAT and request.purpose is Purpose.ANSWER,
        Feature.SEARCH: request.search,
        Feature.PERSON: request.person_id is not None,
        Feature.FILES: any(part.file for part in request.user),
    }
    return [feature for feature, is_used in used.items() if is_used]


def _listed(ids: Collection[int]) -> str:
    return ",".join(map(str, ids))
