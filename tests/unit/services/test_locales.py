from bot.domain.errors import StorageFailed
from bot.services.locales import Locales

MEMBER = 5


class Known:
    """Keeps what is known of members, and counts how often that was written."""

    def __init__(self, *, broken: bool = False) -> None:
        self._broken = broken
        self._locales: dict[int, str] = {}
        self.writes = 0

    async def locale_of(self, member_id: int) -> str | None:
        if self._broken:
            raise StorageFailed("database: locked")
        return self._locales.get(member_id)

    async def keep_locale(self, member_id: int, locale: str) -> None:
        self.writes += 1
        self._locales[member_id] = locale


async def test_what_changed_is_remembered() -> None:
    """The last interaction tells."""
    locales = Locales(Known())
    await locales.note(MEMBER, "en-US")
    await locales.note(MEMBER, "zh-CN")
    assert await locales.of(MEMBER) == "zh-CN"


async def test_what_is_known_is_not_written_again() -> None:
    """Members do much in one language, and a database has one writer."""
    known = Known()
    for _ in range(3):
        await Locales(known).note(MEMBER, "zh-CN")
    assert known.writes == 1


async def test_what_is_usual_is_written_in_place_of_something_else_alone() -> None:
    """It is taken of whom nothing is known."""
    known = Known()
    locales = Locales(known)
    await locales.note(MEMBER, "en-US", usual=True)
    assert known.writes == 0
    await locales.note(MEMBER, "zh-CN")
    await locales.note(MEMBER, "en-US", usual=True)
    assert await locales.of(MEMBER) == "en-US"


async def test_a_broken_database_costs_no_more_than_the_language() -> None:
    """Nothing is raised, and nothing is known."""
    locales = Locales(Known(broken=True))
    await locales.note(MEMBER, "zh-CN")
    assert await locales.of(MEMBER) is None
