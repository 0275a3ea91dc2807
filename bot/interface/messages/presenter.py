"""What differs between the kinds of answers; the life of their jobs is one."""

import math
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, Self, TypeAlias

import discord

from bot.domain.attempts import Waiting
from bot.domain.conversation import Turn
from bot.domain.errors import AtelierError
from bot.domain.grounding import joined
from bot.domain.job import GenerationRequest, Job, Shown
from bot.domain.model import ModelKind, size_above
from bot.domain.tariff import MICROS
from bot.interface.markup import Markup
from bot.interface.messages.answers import Answer
from bot.interface.messages.bodies import MessageBody
from bot.interface.messages.buttons import Button, retry_button
from bot.interface.messages.layouts import Offers
from bot.interface.messages.posting import PicturePoster
from bot.interface.messages.sentences import Sentences
from bot.interface.texts import Texts
from bot.services.generation import Generation
from bot.services.guild_book import GuildBook
from bot.services.intake import AcceptedUploads
from bot.services.job_watch import BEHIND, SENT, Made, Result
from bot.services.models import Models

Shows: TypeAlias = Callable[[int], None]
"""Takes the id of each message that a job posts, as soon as it is posted."""


LEAST_SHOWN: Final = 0.0001
"""US dollars: what costs less is not called free."""

BAR_CELLS: Final = 10
BAR_SECONDS: Final = 5.0
"""What takes less than this is over before a bar would tell anything."""


@dataclass(slots=True)
class Progress:
    """How far a job is.

    `place` is the one in the queue, and `wait` what it waits for after that, as `Generation.work`
    tells them; `done` counts its results, `text` is what has come of its words. `began`, and `sent`
    once it was, are in Unix seconds.
    """

    place: int = 0
    wait: Waiting | None = None
    done: int = 0
    text: str = ""
    began: float = field(default_factory=time.time)
    sent: float | None = None

    def moved(self, place: int) -> None:
        """Take its new place in the queue, and when it left that."""
        self.place = place
        if place == SENT and self.sent is None:
            self.sent = time.time()

    @property
    def since(self) -> Markup:
        """Return when it began, as Discord shows it to each reader in their own way."""
        return Markup(f"<t:{int(self.began)}:R>")

    def waiting(self, texts: Texts, locale: str) -> str:
        """Say what it waits for; nothing where it waits for nothing."""
        if self.wait is not None:
            until = Markup(f"<t:{math.ceil(self.wait.until)}:R>")
            number, most = self.wait.sent + 1, self.wait.most
            return texts.get("waiting-relay", locale, until=until, number=number, most=most)
        if self.place == BEHIND:
            return texts.get("waiting-behind", locale, since=self.since)
        if self.place != SENT:
            return texts.get("waiting", locale, place=self.place, since=self.since)
        return ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: what was made, what failed, and in how many seconds if known."""

    made: Sequence[Made]
    failures: Sequence[AtelierError]
    seconds: float | None = None

    @property
    def asked(self) -> int:
        """Count what was to be made."""
        return len(self.made) + len(self.failures)

    @classmethod
    def of(cls, results: Sequence[Result], seconds: float) -> Self:
        """Sort results into what was made and what failed."""
        made = [result for result in results if isinstance(result, Made)]
        failures = [result for result in results if isinstance(result, AtelierError)]
        return cls(made, failures, seconds)


class JobPresenter(ABC):
    """Show what comes of requests of one kind, while it is made and when it is."""

    every: ClassVar[float]
    """How many seconds lie between two edits of what is shown at work, at least."""

    streams: ClassVar[bool] = False
    """Whether text is shown as it comes; else it is not even asked for piece by piece."""

    def __init__(
        self,
        generation: Generation,
        models: Models,
        poster: PicturePoster,
        texts: Texts,
        sentences: Sentences,
        guild_book: GuildBook,
    ) -> None:
        self._generation = generation
        self._models = models
        self._poster = poster
        self._texts = texts
        self._sentences = sentences
        self._guild_book = guild_book

    @abstractmethod
    def says(self, text: str, *buttons: discord.ui.Item[Any]) -> MessageBody:
        """Lay out a sentence where an answer of this kind will be, or would have been."""

    @abstractmethod
    def at_work(self, job: Job, progress: Progress, locale: str) -> str:
        """Say how far a job is."""

    @abstractmethod
    def end_button(self, job: Job, locale: str) -> Button:
        """Return the button that ends a job at work."""

    def again_buttons(self, job: Job, locale: str) -> list[Button]:
        """Return what can be done about a job that came to nothing."""
        return [retry_button(job.id, self._texts.get("button-retry", locale))]

    @abstractmethod
    async def deliver(
        self, answer: Answer, job: Job, outcome: Outcome, accepted: AcceptedUploads, shows: Shows
    ) -> list[Shown]:
        """Show what was made, in place of how far it was; return which message shows what."""

    @abstractmethod
    async def fail(
        self, answer: Answer, progress: Progress, said: str, *buttons: discord.ui.Item[Any]
    ) -> None:
        """Say in place of an answer why there is none, and leave what came of it."""

    def _offers(self, job: Job, turns: Sequence[Turn]) -> Offers:
        """Tell what can be done with pictures by the models that go on from them."""
        models = self._models.at(job.request.place.guild_id)
        made = [
            (models.recall(turn.model, ModelKind.IMAGE), picture)
            for turn in turns
            for _, picture in turn.finals
        ]
        return Offers(
            aspects=any(model.aspects for model, _ in made),
            larger=any(size_above(model.sizes, picture) for model, picture in made),
            searches=joined(turn.grounding for turn in turns).searches,
        )

    def _cost(self, request: GenerationRequest, made: Sequence[Made], locale: str) -> list[str]:
        """Say what was made cost, where a server wants that and it is known of all of it."""
        micros = [each.micros for each in made]
        if not self._guild_book.of(request.place.guild_id).show_cost or None in micros:
            return []
        spent = sum(each or 0 for each in micros)
        if not spent:
            return []
        return [self._texts.get("cost-spent", locale, dollars=max(spent / MICROS, LEAST_SHOWN))]

    def _expected(self, job: Job, progress: Progress, locale: str) -> str:
        """Say how long such a request takes, once there is something to go by; a long one's end."""
        expected = self._generation.expected_seconds(job.request)
        if expected is None:
            return ""
        if expected < BAR_SECONDS:
            return f" · {self._texts.get('expected', locale, seconds=math.ceil(expected))}"
        began = progress.sent or progress.began
        share = (time.time() - began) / expected
        if share >= 1:
            said = self._texts.get("expected-late", locale)
        else:
            end = Markup(f"<t:{math.ceil(began + expected)}:R>")
            said = self._texts.get("expected-end", locale, end=end)
        return f"\n{bar(share)} {said}"


def bar(share: float) -> str:
    """Draw how much of something is done; the last cell is filled by its end alone."""
    filled = min(int(share * BAR_CELLS), BAR_CELLS - 1)
    return "▰" * filled + "▱" * (BAR_CELLS - filled)
