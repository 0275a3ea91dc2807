import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from bot.domain.access import Terms
from bot.domain.attempts import Attempts
from bot.domain.content import Memory, Part, user_parts
from bot.domain.conversation import Pointer, TurnPath
from bot.domain.errors import (
    AtelierError,
    Billing,
    Cancelled,
    EmptyPrompt,
    Gone,
    MemoryRejected,
    ModelUnavailable,
    PromptTooLong,
    QuotaUsedUp,
    Refused,
    RelayBusy,
    RelayError,
    RelayTimeout,
    RequestRejected,
    RequestTooLarge,
    StorageFailed,
    TakenOver,
    Unexpected,
)
from bot.domain.job import GenerationRequest, Job, JobKind, JobState, Place, Shown
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.picture import IntakeLimits, ModelLimits, Picture
from bot.domain.request import CutShort, Fit, GenerationOptions, Reply
from bot.pictures.image_pool import ImagePool
from bot.relay.gemini.contents import Composition, Role, compose, fit
from bot.services.access import Access
from bot.services.admission import Admission, Visit
from bot.services.areas import Areas
from bot.services.avatars import Avatars
from bot.services.budget_watch import BudgetWatch
from bot.services.cancellation import Ending
from bot.services.generation import Generation
from bot.services.guild_book import GuildBook
from bot.services.intake import NOTHING, Intake, Upload
from bot.services.job_watch import BEHIND, SENT, Made
from bot.services.model_caller import Note
from bot.services.models import Models
from bot.services.policy import Policy
from bot.services.ports.blobs import Spool
from bot.services.prices import Prices
from bot.services.stored import stored_job
from bot.services.versions import present_picture
from bot.storage.blobs import FileBlobs
from bot.storage.store import SqlStore
from tests.acting import until
from tests.contract.builders import ONE_A_DAY, TERMS, nobody_pays
from tests.databases import put_database
from tests.unit.services.listeners import Listeners

BRUSH = ModelProfile(
    id="brush", kind=ModelKind.IMAGE, family="brush", signs=True, fallbacks=("spare",)
)
SPARE = ModelProfile(id="spare", kind=ModelKind.IMAGE, family="spare", signs=True)
VOICE = ModelProfile(id="voice", kind=ModelKind.CHAT, family="voice")
MODELS = Models({"spare": SPARE}, image=BRUSH, chat=VOICE)
HERE = Place(guild_id=1, channel_id=2)
NEVER = datetime(2999, 1, 1, tzinfo=UTC)

Answer = Reply | BaseException


class ScriptedRelay:
    """Answer each request with the next line of a script, and remember what was asked."""

    def __init__(self) -> None:
        self.script: list[Answer | Callable[[], Answer]] = []
        self.asked: list[Composition] = []
        self.options: list[GenerationOptions] = []
        self.hold = asyncio.Event()
        self.hold.set()
        self.came = asyncio.Event()

    @property
    def attempts(self) -> Attempts:
        """Return those of the last request; there must have been one."""
        return self.options[-1].attempts

    def fit(
        self, model: ModelProfile, path: TurnPath, asked: Sequence[Part], *, budget: int
    ) -> Fit:
        return fit(path, asked, model, budget=budget)

    async def generate(
        self,
        model: ModelProfile,
        path: TurnPath,
        asked: Sequence[Part],
        options: GenerationOptions,
    ) -> Reply:
        self.options.append(options)
        self.asked.append(
            compose(path, asked, model, budget=options.budget, signed=options.with_memory)
        )
        self.came.set()
        await self.hold.wait()
        answer = self.script.pop(0)
        if callable(answer):
            answer = answer()
        if isinstance(answer, BaseException):
            raise answer
        assert isinstance(answer, Reply)
        if options.on_text:
            options.on_text("".join(part.text or "" for part in answer.parts))
        return answer


class House:
    """The service on a real store, with real blobs and a scripted relay."""

    def __init__(self, folder: Path, stack: AsyncExitStack) -> None:
        self.folder = folder
        self.stack = stack
        self.relay = ScriptedRelay()
        self.shelf: dict[str, bytes] = {}

    async def open(self, policy: Policy | None = None, *, running: int = 4) -> Generation:
        self.blobs = await self.stack.enter_async_context(FileBlobs.open(self.folder / "blobs"))
        self.store = await self.stack.enter_async_context(
            SqlStore.open(put_database(self.folder / "a.db"))
        )
        image_pool = await self.stack.enter_async_context(ImagePool())

        async def fetch(
            url: str, spool: Spool, *, max_bytes: int, enough: int | None = None
        ) -> int:
            spool.write(self.shelf[url])
            return len(self.shelf[url])

        intake = Intake(
            fetch, self.blobs, image_pool, limits=IntakeLimits(), for_models=ModelLimits()
        )
        access = Access(GuildBook(self.store), self.store, Policy(), pays_itself=nobody_pays)
        return Generation(
            self.relay,
            self.store,
            self.store,
            access,
            Prices(MODELS),
            intake,
            MODELS,
            Admission(running=running),
            Areas(self.store, self.store, self.blobs, image_pool),
            Avatars(self.store),
            BudgetWatch(access, self.store, Listeners()),
            policy or Policy(),
            GuildBook(self.store),
        )

    async def picture(self, width: int = 64, height: int = 48) -> Picture:
        async with self.blobs.scratch() as path:
            image = Image.effect_noise((width, height), 80)
            await asyncio.to_thread(image.save, path, "PNG")
            return Picture(await self.blobs.adopt(path), "image/png", width, height)

    async def painted(self, **size: int) -> Reply:
        return Reply((Part(picture=await self.picture(**size), memory=Memory("c2ln")),))


@pytest.fixture
async def house(tmp_path: Path) -> AsyncGenerator[House]:
    """Give a house whose service is not open yet."""
    async with AsyncExitStack() as stack:
        yield House(tmp_path, stack)


def request(prompt: str = "a kite", **values: object) -> GenerationRequest:
    """Return a request for one picture, changed by `values`."""
    defaults: dict[str, object] = {
        "kind": JobKind.PICTURE,
        "place": HERE,
        "author_id": 7,
        "model": "brush",
        "user": user_parts((), prompt),
    }
    return GenerationRequest(prompt=prompt, **(defaults | values))  # type: ignore[arg-type]


def visiting(
    generation: Generation, wanted: GenerationRequest, terms: Terms = TERMS
) -> AbstractAsyncContextManager[Visit]:
    """Be there for a request as its author."""
    place = wanted.place
    return generation._admission.visit(
        guild_id=place.guild_id,
        author_id=wanted.author_id,
        thread_id=place.thread_id,
        terms=terms,
    )


async def work(generation: Generation, job: Job) -> list[Made | AtelierError]:
    """Be there for a job alone."""
    async with generation._admission.presence() as visit:
        return await generation.work(job, visit)


async def results(
    generation: Generation, wanted: GenerationRequest, terms: Terms = TERMS
) -> list[Made | AtelierError]:
    """Accept a request and return all that comes of it."""
    return await work(generation, await generation.accept(wanted, terms))


async def one(generation: Generation, wanted: GenerationRequest) -> Made:
    """Accept a request and return the one thing that is made."""
    (made,) = await results(generation, wanted)
    assert isinstance(made, Made)
    return made


async def test_an_empty_order_is_refused(house: House) -> None:
    """Neither words nor pictures: there is nothing to do."""
    generation = await house.open()
    with pytest.raises(EmptyPrompt):
        await generation.accept(request(" "), TERMS)


async def test_a_novel_is_refused(house: House) -> None:
    """A prompt over the limit is refused with the limit."""
    generation = await house.open(Policy(prompt_characters=10))
    with pytest.raises(PromptTooLong) as caught:
        await generation.accept(request("x" * 11), TERMS)
    assert caught.value.values == {"limit": 10}


@pytest.mark.parametrize("kind", JobKind)
async def test_a_used_up_day_is_told_before_anything_is_fetched(
    house: House, kind: JobKind
) -> None:
    """Nothing is fetched for a request that has no room in the day; the other kind has its own."""
    generation = await house.open()
    await generation.accept(request(kind=kind), ONE_A_DAY)
    (other,) = set(JobKind) - {kind}
    upload = Upload("https://cdn.example/a.png", "a.png", 99)
    async with generation._admission.visit(
        terms=ONE_A_DAY, guild_id=HERE.guild_id, author_id=7
    ) as visit:
        with pytest.raises(QuotaUsedUp):
            await generation.take(visit, kind, [upload], most=1)
        assert await generation.take(visit, other, [], most=1) == NOTHING


async def test_an_order_on_a_deleted_turn_is_refused(house: House) -> None:
    """What it would continue is gone, so nothing is written."""
    generation = await house.open()
    with pytest.raises(Gone):
        await generation.accept(request(parent_id=99), TERMS)


async def test_a_refusal_gives_the_picture_back(house: House) -> None:
    """A refused picture counts for nothing."""
    generation = await house.open()
    house.relay.script = [Refused("IMAGE_SAFETY"), await house.painted()]
    (refused,) = await results(generation, request(), ONE_A_DAY)
    assert isinstance(refused, Refused)
    (made,) = await results(generation, request(), ONE_A_DAY)
    assert isinstance(made, Made)


async def test_what_was_sent_and_not_answered_is_returned_as_possibly_billed(
    house: House,
) -> None:
    """A time-out gives the member's picture back and ends the job, without a second request."""
    generation = await house.open()
    house.relay.script = [RelayTimeout()]
    (failure,) = await results(generation, request(), ONE_A_DAY)
    assert isinstance(failure, RelayTimeout)
    assert len(house.relay.asked) == 1
    await generation.accept(request(), ONE_A_DAY)


async def test_a_full_disk_after_sending_may_have_been_billed(house: House) -> None:
    """What was sent and could not be stored is told as such; what was not sent costs nothing."""
    generation = await house.open()

    def full() -> Answer:
        house.relay.attempts.begin()
        return StorageFailed("disk: full")

    house.relay.script = [full, StorageFailed("disk: full")]
    (sent,) = await results(generation, request())
    assert isinstance(sent, StorageFailed)
    assert sent.billing is Billing.POSSIBLE
    (unsent,) = await results(generation, request())
    assert isinstance(unsent, StorageFailed)
    assert unsent.billing is Billing.NONE


async def test_of_several_failures_the_one_that_may_cost_decides(house: House) -> None:
    """When one of two requests may have been billed, the job is written so."""
    generation = await house.open()
    house.relay.script = [RelayTimeout(), Refused("SAFETY")]
    failures = await results(generation, request(count=2))
    assert {type(failure) for failure in failures} == {RelayTimeout, Refused}


async def test_a_signature_error_is_rebuilt_and_sent_once_more(house: House) -> None:
    """The second request carries the same picture, unsigned, in the user turn."""
    generation = await house.open()
    house.relay.script = [
        await house.painted(),
        MemoryRejected(),
        await house.painted(width=32),
    ]
    first = await one(generation, request())
    pointed = Pointer(first.turn.id, 0)
    made = await one(generation, request("more", parent_id=first.turn.id, pointed=pointed))
    assert made.notes == (Note("note-signatures-rebuilt"),)
    signed, rebuilt = house.relay.asked[1:]
    assert [content.role for content in signed.contents] == [Role.USER, Role.MODEL, Role.USER]
    assert [content.role for content in rebuilt.contents] == [Role.USER]
    assert made.turn.parent_id == first.turn.id


async def test_a_second_signature_error_is_a_failure(house: House) -> None:
    """It is rebuilt once, not for ever."""
    generation = await house.open()
    house.relay.script = [MemoryRejected(), MemoryRejected()]
    (failure,) = await results(generation, request())
    assert isinstance(failure, MemoryRejected)
    assert len(house.relay.asked) == 2


async def test_the_member_hears_once_that_older_turns_fall_out(house: House) -> None:
    """The first turn that no longer fits is told of, the next ones are not."""
    generation = await house.open(Policy(body_budget=30_000))
    parent: int | None = None
    notes: list[tuple[Note, ...]] = []
    for number in range(6):
        house.relay.script.append(await house.painted(width=96, height=64 + number))
        made = await one(generation, request(f"step {number}", parent_id=parent))
        parent = made.turn.id
        notes.append(made.notes)
    assert notes.count((Note("note-history-cut"),)) == 1
    assert notes[-1] == ()


async def test_what_is_asked_is_within_the_operators_budget(house: House) -> None:
    """The relay is told of it, and leaves the oldest turns out."""
    generation = await house.open(Policy(body_budget=30_000))
    parent: int | None = None
    for number in range(5):
        house.relay.script.append(await house.painted(width=128, height=64 + number))
        made = await one(generation, request(f"step {number}", parent_id=parent))
        parent = made.turn.id
    assert [options.budget for options in house.relay.options] == [30_000] * 5
    assert house.relay.asked[-1].left_out == 1
    assert house.relay.asked[-1].wire_bytes <= 30_000


async def test_a_picture_that_breaks_the_budget_alone_travels_small(house: House) -> None:
    """A huge picture that is meant goes shrunk and unsigned into the user turn."""
    generation = await house.open(Policy(body_budget=6_000_000))
    house.relay.script = [await house.painted(width=3_000, height=2_400), await house.painted()]
    first = await one(generation, request())
    pointed = Pointer(first.turn.id, 0)
    made = await one(generation, request("more", parent_id=first.turn.id, pointed=pointed))
    (content,) = house.relay.asked[-1].contents
    assert content.role is Role.USER
    sent = content.parts[0].picture
    assert sent is not None
    assert max(sent.width, sent.height) == 2_048
    assert content.wire_bytes < 6_000_000
    assert made.turn.parent_id == first.turn.id


async def test_another_model_steps_in_and_says_so(house: House) -> None:
    """A model that is not to be had is replaced by its fallback, composed for that one."""
    generation = await house.open()
    house.relay.script = [await house.painted(), ModelUnavailable(), await house.painted(width=32)]
    first = await one(generation, request())
    pointed = Pointer(first.turn.id, 0)
    made = await one(generation, request("more", parent_id=first.turn.id, pointed=pointed))
    assert made.notes == (Note("note-other-model", {"asked": "brush", "model": "spare"}),)
    assert (made.turn.model, made.turn.family) == ("spare", "spare")
    assert [content.role for content in house.relay.asked[-1].contents] == [Role.USER]


async def test_what_may_have_been_billed_is_not_passed_to_another_model(house: House) -> None:
    """After a time-out no other model is asked."""
    generation = await house.open()
    house.relay.script = [RelayTimeout()]
    (failure,) = await results(generation, request())
    assert isinstance(failure, RelayTimeout)
    assert len(house.relay.asked) == 1


async def test_the_first_models_error_is_told_when_all_fail(house: House) -> None:
    """When nobody can step in, the member reads what became of the model that was asked."""
    generation = await house.open()
    house.relay.script = [RelayBusy(), ModelUnavailable()]
    (failure,) = await results(generation, request())
    assert isinstance(failure, RelayBusy)


async def test_a_thread_goes_on_from_its_newest_turn(house: House) -> None:
    """Without a parent, a request in a kept thread continues what was made last there."""
    generation = await house.open()
    thread = Place(guild_id=1, channel_id=3, thread_id=3)
    house.relay.script = [Reply((Part(text="Hello!"),)), Reply((Part(text="Yes."),))]
    chat = {"kind": JobKind.CHAT, "model": "voice", "place": thread}
    first = await one(generation, request("Hi", **chat))
    second = await one(generation, request("Well?", **chat))
    assert second.turn.parent_id == first.turn.id
    assert len(house.relay.asked[-1].contents) == 3


async def test_branches_are_made_side_by_side(house: House) -> None:
    """Requests that each say what they continue do not wait for each other."""
    generation = await house.open()
    house.relay.script = [await house.painted() for _ in range(4)]
    first = await one(generation, request())
    house.relay.hold.clear()
    branches = [
        asyncio.create_task(one(generation, request(f"more {n}", parent_id=first.turn.id)))
        for n in range(3)
    ]
    await until(lambda: len(house.relay.asked) == 4)
    house.relay.hold.set()
    made = await asyncio.gather(*branches)
    assert {each.turn.parent_id for each in made} == {first.turn.id}


THREAD = Place(guild_id=1, channel_id=3, thread_id=3)
WORDS = {"kind": JobKind.CHAT, "model": "voice", "place": THREAD}


async def arrive(generation: Generation, wanted: GenerationRequest, places: list[int]) -> Made:
    """Come in, ask, and return what is made; `places` takes where it stood meanwhile."""
    async with visiting(generation, wanted) as visit:
        job = await generation.accept(wanted, TERMS)
        places.append(await generation.foresee(job, visit))
        (made,) = await generation.work(job, visit, on_place=places.append)
    assert isinstance(made, Made)
    return made


@pytest.mark.parametrize("branch", [False, True])
async def test_the_next_words_wait_for_the_answer_before_them(
    house: House, *, branch: bool
) -> None:
    """What names no turn goes on from what was asked before it in its thread, and says so."""
    generation = await house.open()
    house.relay.script = [Reply((Part(text="Hello!"),)) for _ in range(3)]
    first = await one(generation, request("Hi", **WORDS))
    house.relay.hold.clear()
    places: list[list[int]] = [[], []]
    parent_id = first.turn.id if branch else None
    before = request("A", **WORDS, parent_id=parent_id)
    coming = [
        asyncio.create_task(arrive(generation, before, places[0])),
        asyncio.create_task(arrive(generation, request("B", **WORDS), places[1])),
    ]
    await until(lambda: places == [[SENT, SENT], [BEHIND, BEHIND]])
    house.relay.hold.set()
    second, third = await asyncio.gather(*coming)
    assert second.turn.parent_id == first.turn.id
    assert third.turn.parent_id == second.turn.id
    assert places[1] == [BEHIND, BEHIND, SENT]
    assert BEHIND < SENT


async def test_a_branch_in_a_thread_waits_for_nobody(house: House) -> None:
    """What names its turn is made beside what was asked before it in the same thread."""
    generation = await house.open()
    house.relay.script = [Reply((Part(text="Hello!"),)) for _ in range(3)]
    first = await one(generation, request("Hi", **WORDS))
    house.relay.hold.clear()
    wanted = [request("A", **WORDS), request("B", **WORDS, parent_id=first.turn.id)]
    coming = [asyncio.create_task(arrive(generation, each, [])) for each in wanted]
    await until(lambda: len(house.relay.asked) == 3)
    house.relay.hold.set()
    await asyncio.gather(*coming)


async def test_a_cancelled_job_is_left_as_far_as_it_came(house: House) -> None:
    """What was sent when the process ended stays so, for the next start to look after."""
    generation = await house.open()
    house.relay.hold.clear()
    job = await generation.accept(request(count=2), TERMS)
    working = asyncio.create_task(work(generation, job))
    await house.relay.came.wait()
    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working
    (left,) = await generation.left_behind()
    assert left.state is JobState.SENT
    await generation.give_back(left.job)
    assert await generation.left_behind() == []


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (Refused("SAFETY"), JobState.REFUSED),
        (RelayBusy(), JobState.FAILED),
        (Cancelled(), JobState.CANCELLED),
    ],
)
async def test_a_job_that_made_nothing_ends_as_it_should(
    house: House, error: AtelierError, state: JobState
) -> None:
    """Rules that say no, a relay that fails and a member who cancels are told apart."""
    generation = await house.open()
    house.relay.script = [error, error]
    job = await generation.accept(request(), TERMS)
    await work(generation, job)
    assert await generation._jobs.state(job.id) is state


async def test_what_is_at_work_is_not_left_behind(house: House) -> None:
    """Who looks for jobs that lie about does not find those of this process."""
    generation = await house.open()
    job = await generation.accept(request(), TERMS)
    async with generation.cancellable(job):
        assert await generation.left_behind() == []
    assert [each.job for each in await generation.left_behind()] == [job]


async def test_what_is_cancelled_too_late_stays_unwanted(house: House) -> None:
    """This process knows it, and so does the next one."""
    generation = await house.open()
    house.relay.hold.clear()
    house.relay.script = [await house.painted()]
    job = await generation.accept(request(), TERMS)
    async with generation.cancellable(job):
        working = asyncio.create_task(work(generation, job))
        await house.relay.came.wait()
        assert await generation.cancel(job) is Ending.TOO_LATE
        house.relay.hold.set()
        await working
        assert generation.is_unwanted(job)
    (left,) = await generation.left_behind()
    assert generation.is_unwanted(left.job)


@pytest.mark.logs_errors
async def test_a_mistake_of_ours_takes_nothing_from_the_other_pictures(house: House) -> None:
    """An unexpected exception is one failure among the results, with a reference to the log."""
    generation = await house.open()
    house.relay.script = [ZeroDivisionError(), await house.painted()]
    found = await results(generation, request(count=2))
    assert {type(result) for result in found} == {Made, Unexpected}


async def test_what_is_posted_is_found_again(house: House) -> None:
    """After posting, the message leads back to the turn and part that it shows."""
    generation = await house.open()
    house.relay.script = [await house.painted()]
    job = await generation.accept(request(), TERMS)
    (made,) = await work(generation, job)
    assert isinstance(made, Made)
    shown = Shown(55, 0, made.turn.id, 0, HERE.channel_id)
    await generation.posted(job, [shown])
    assert await house.store.shown_in(55) == [shown]
    assert await present_picture(house.store, house.store, HERE.channel_id) == Pointer(
        made.turn.id, 0
    )
    assert [turn.id for turn in await generation._jobs.turns_of(job.id)] == [made.turn.id]


async def test_a_button_of_a_forgotten_job_is_gone(house: House) -> None:
    """A job that is no longer kept is said to be gone."""
    await house.open()
    with pytest.raises(Gone):
        await stored_job(house.store, 99)


async def test_a_rebuilt_request_is_not_sent_after_a_possible_bill(house: House) -> None:
    """A signature error that may have cost something ends the job: nothing is asked again."""
    generation = await house.open()
    error = MemoryRejected("after a fault")
    error.billing = Billing.POSSIBLE
    house.relay.script = [error, await house.painted()]
    (result,) = await results(generation, request())
    assert result is error
    assert len(house.relay.asked) == 1


@pytest.mark.parametrize(("kind", "patience"), [(JobKind.CHAT, 45.0), (JobKind.PICTURE, 90.0)])
async def test_a_request_has_a_budget_of_its_kind(
    house: House, kind: JobKind, patience: float
) -> None:
    """Five requests at most; who talks waits less long between them than who wants a picture."""
    generation = await house.open()
    house.relay.script = [Reply((Part(text="no"),))]
    await results(
        generation, request(kind=kind, model="voice" if kind is JobKind.CHAT else "brush")
    )
    assert (house.relay.attempts.most, house.relay.attempts.patience) == (5, patience)


async def test_it_is_told_that_a_job_waits_to_be_sent_again(house: House) -> None:
    """Of several requests the longest wait is told; None when all are at work."""
    generation = await house.open()
    told: list[float | None] = []
    attempts: list[Attempts] = []

    def scripted() -> Answer:
        attempts.append(house.relay.attempts)
        if len(attempts) == 2:
            attempts[0].wait(20.0, 1020.0)
            attempts[1].wait(10.0, 1010.0)
            attempts[0].go_on()
            attempts[1].go_on()
        return RelayTimeout()

    house.relay.script = [scripted, scripted]
    job = await generation.accept(request(count=2), TERMS)
    async with visiting(generation, job.request) as visit:
        await generation.work(job, visit, on_wait=lambda news: told.append(news and news.until))
    assert told == [1020.0, 1020.0, 1010.0, None]


async def test_what_came_before_it_was_stopped_is_a_turn(house: House) -> None:
    """The relay learns that nobody wants more; what it had by then is kept, and said to be cut."""
    generation = await house.open()
    stop = asyncio.Event()
    house.relay.script = [Reply((Part(text="One"),), cut=CutShort.STOPPED)]
    job = await generation.accept(request(kind=JobKind.CHAT, model="voice"), TERMS)
    async with visiting(generation, job.request) as visit:
        (result,) = await generation.work(job, visit, on_text=lambda _: None, stop=stop)
    assert house.relay.attempts.stop is stop
    assert isinstance(result, Made)
    assert (result.turn.text, result.cut) == ("One", CutShort.STOPPED)
    assert result.notes == (Note("note-stopped"),)


@pytest.mark.parametrize("error", [RelayTimeout(), RequestRejected(), ModelUnavailable()])
async def test_a_stand_ins_error_takes_nobodys_place(house: House, error: RelayError) -> None:
    """The member reads what became of the model that was asked, and what all of it may cost."""
    generation = await house.open()
    busy = RelayBusy()
    house.relay.script = [busy, error]
    (result,) = await results(generation, request())
    assert result is busy
    assert busy.billing is error.billing


async def test_no_stand_in_is_asked_when_the_budget_is_used_up(house: House) -> None:
    """Repeats, relays and models share five requests."""
    generation = await house.open()

    def busy() -> Answer:
        house.relay.attempts.sent = 5
        return RelayBusy()

    house.relay.script = [busy]
    (result,) = await results(generation, request())
    assert isinstance(result, RelayBusy)
    assert len(house.relay.asked) == 1


async def test_a_job_that_is_over_is_not_sent(house: House) -> None:
    """Who was cancelled between being read and being made costs nothing."""
    generation = await house.open()
    job = await generation.accept(request(), TERMS)
    assert await generation.cancel(job) is Ending.IN_TIME
    (result,) = await work(generation, job)
    assert isinstance(result, Cancelled)
    assert not house.relay.asked
    assert await generation._jobs.state(job.id) is JobState.CANCELLED


async def test_a_job_that_two_work_on_is_sent_once(house: House) -> None:
    """A button and a look at what lies about may meet; who comes second leaves it to the first."""
    generation = await house.open()
    house.relay.hold.clear()
    house.relay.script = [await house.painted()]
    job = await generation.accept(request(), TERMS)
    first = asyncio.create_task(work(generation, job))
    await house.relay.came.wait()
    again = Generation(
        house.relay,
        house.store,
        house.store,
        generation._access,
        generation._prices,
        generation._intake,
        generation._models,
        Admission(running=4),
        generation._areas,
        generation._avatars,
        generation._budget_watch,
        Policy(),
        GuildBook(house.store),
    )
    (second,) = await work(again, job)
    assert isinstance(second, TakenOver)
    assert await generation._jobs.state(job.id) is JobState.SENT
    house.relay.hold.set()
    (made,) = await first
    assert isinstance(made, Made)
    assert len(house.relay.asked) == 1


async def test_a_job_that_another_process_took_over_is_not_sent(house: House) -> None:
    """It is the other's to send and to end, and costs this one's member nothing."""
    generation = await house.open()
    job = await generation.accept(request(), TERMS)
    async with SqlStore.open(house.folder / "a.db") as other:
        await other.disown()
        (left,) = await other.claim(untouched_since=NEVER, now=NEVER)
        assert left.job == job
        (result,) = await work(generation, job)
        assert isinstance(result, TakenOver)
        assert not house.relay.asked
        assert await generation._jobs.state(job.id) is JobState.ACCEPTED
        assert await other.sent(job.id, NEVER)


async def test_uploads_are_shrunk_into_the_budget(house: House) -> None:
    """What is asked alone may break it; then its pictures are made smaller, not refused."""
    generation = await house.open(Policy(body_budget=200_000))
    uploads = [await house.picture(width=300 + number, height=300) for number in range(4)]
    house.relay.script = [await house.painted()]
    (result,) = await results(generation, request(user=user_parts(uploads, "side by side")))
    assert isinstance(result, Made)
    assert sum(content.wire_bytes for content in house.relay.asked[0].contents) <= 200_000


async def test_what_can_not_be_shrunk_is_refused_unsent(house: House) -> None:
    """Words are not cut: too many of them for the budget are said to be too much."""
    generation = await house.open(Policy(body_budget=200, prompt_characters=4_000))
    (result,) = await results(generation, request("word " * 200))
    assert isinstance(result, RequestTooLarge)
    assert not house.relay.asked
