import sqlite3
from pathlib import Path

from bot.domain.job import JobState
from bot.storage.store import SqlStore
from tests.contract.builders import GUILD, MEMBER, NOON, TERMS, request
from tests.databases import put_database


async def test_what_rules_forbid_is_counted(tmp_path: Path) -> None:
    """Of the member and the server, by day and month; a failure of another kind is not."""
    async with SqlStore.open(put_database(tmp_path / "a.db")) as store:
        for state in (JobState.REFUSED, JobState.FAILED, JobState.REFUSED):
            job = await store.accept(request(count=2), terms=TERMS, now=NOON)
            await store.ended(job.id, state, "refused-safety", NOON, possibly_billed=False)
    with sqlite3.connect(tmp_path / "a.db") as database:
        found = database.execute(
            "SELECT period, subject, key, pictures, refused FROM tallies WHERE guild_id = ?"
            " AND subject IN ('member', 'guild') ORDER BY 1, 2",
            (GUILD,),
        ).fetchall()
    database.close()
    assert found == [
        ("2026-03", "guild", "", 0, 2),
        ("2026-03", "member", str(MEMBER), 0, 2),
        ("2026-03-14", "guild", "", 0, 2),
        ("2026-03-14", "member", str(MEMBER), 0, 2),
    ]
