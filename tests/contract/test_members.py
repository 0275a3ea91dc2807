from bot.storage.store import SqlStore
from tests.contract.builders import LATE, MEMBER


async def test_nothing_is_known_of_a_member_at_first(store: SqlStore):
    """Who never did anything but write has told no language."""
    assert await store.locale_of(MEMBER) is None


async def test_the_last_locale_of_each_member_is_kept(store: SqlStore):
    """A newer one replaces it, and touches nobody else's."""
    await store.keep_locale(MEMBER, "en-US")
    await store.keep_locale(MEMBER + 1, "ja")
    await store.keep_locale(MEMBER, "zh-CN")
    assert await store.locale_of(MEMBER) == "zh-CN"
    assert await store.locale_of(MEMBER + 1) == "ja"


async def test_a_locale_is_forgotten_with_its_member(store: SqlStore):
    """And with nobody else."""
    await store.keep_locale(MEMBER, "zh-CN")
    await store.keep_locale(MEMBER + 1, "ja")
    await store.forget_member(MEMBER, then=LATE, now=LATE, most=9)
    assert await store.locale_of(MEMBER) is None
    assert await store.locale_of(MEMBER + 1) == "ja"
