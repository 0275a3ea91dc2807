"""A job that is being served, and who came for it."""

from dataclasses import dataclass, field

from bot.domain.job import Job
from bot.interface.messages.answers import Answer
from bot.interface.messages.presenter import JobPresenter, Progress, Shows
from bot.services.admission import Presence
from bot.services.intake import AcceptedUploads


@dataclass(slots=True)
class Run:
    """Hold a job that is being served.

    Its `answer` is the one `here`, where it was asked for, until that place refuses one. `drawn` is
    the picture that its answer asked for, which comes below that.
    `words_blocked`: the AutoMod of the server did not let it be posted here.
    """

    presence: Presence
    here: Answer
    answer: Answer
    job: Job
    presenter: JobPresenter
    accepted: AcceptedUploads
    shows: Shows
    progress: Progress = field(default_factory=Progress)
    drawn: tuple[Answer, Job] | None = None
    words_blocked: bool = False
