"""A server's own relay is a stranger's: it leads nowhere but out, and its key stays sealed."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.domain.errors import RelayUnreachable, WrongAddress
from bot.domain.own_relay import AuthStyle, OwnRelay
from bot.relay.client import RelayClient
from bot.relay.connection import relay_session
from bot.storage.backup import back_up
from bot.storage.sealing import Sealing
from bot.storage.store import SqlStore
from tests.databases import put_database
from tests.security.test_media_guard import PointingTo, listening
from tests.unit.relay.support import Shelf, ask

KEY = "odd/looking+key-of-a-server"
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


def client(session: object, shelf: Shelf, address: str) -> RelayClient:
    """Make a client of a server's own relay."""
    return RelayClient(
        session,  # type: ignore[arg-type]
        address,
        KEY,
        open_spool=shelf.open_spool,
        blob_path=shelf.path,
        examine=shelf.examine,
    )


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Give a place for what relays answer."""
    return Shelf(tmp_path)


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "0x7f000001",
        "2130706433",
        "127.1",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "relay.example",
    ],
)
async def test_no_relay_of_a_server_is_on_this_machine(
    shelf: Shelf, scheme: str, host: str
) -> None:
    """Whatever its host is called, and whatever that resolves to: the address counts."""
    async with listening() as listener, relay_session(guarded=True) as session:
        session.connector._resolver = PointingTo("127.0.0.1")
        relay = client(session, shelf, f"{scheme}://{host}:{listener.port}")
        with pytest.raises(RelayUnreachable):
            await relay.models()
        with pytest.raises(RelayUnreachable):
            await relay.check("painter")
        with pytest.raises(RelayUnreachable):
            await relay.generate(*ask())
    assert listener.connections == 0


async def test_a_redirect_leads_nowhere(shelf: Shelf) -> None:
    """A relay on the open internet can't send the bot to what is behind it."""
    async with listening() as inside:
        moved = (
            f"HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.1:{inside.port}/\r\n"
            "Content-Length: 0\r\n\r\n"
        )
        # Unguarded, for the first of the two is on this machine as well.
        async with listening(answer=moved.encode()) as outside, relay_session() as session:
            relay = client(session, shelf, f"http://127.0.0.1:{outside.port}")
            with pytest.raises(WrongAddress):
                await relay.models()
    assert (outside.connections, inside.connections) == (1, 0)


def own(sealed: str) -> OwnRelay:
    """Return a row."""
    return OwnRelay(5, "https://relay.example", sealed, AuthStyle.BEARER, 71, NOON)


async def test_a_database_and_its_backup_hold_no_key(tmp_path: Path) -> None:
    """Neither in a row nor in a page that was left, and never the secret that opens it."""
    secret = Fernet.generate_key().decode()
    sealing = Sealing([secret])
    data = tmp_path / "data"
    data.mkdir()
    async with SqlStore.open(put_database(data / "atelier.db")) as store:
        await store.put_own_relay(own(sealing.seal(KEY)))
    (data / "blobs").mkdir()
    back_up(data, tmp_path / "backup.tar")
    with closing(sqlite3.connect(data / "atelier.db")) as database:
        ((sealed,),) = database.execute("SELECT sealed FROM guild_relays").fetchall()
    assert sealing.opened(sealed) == KEY
    kept = [*data.glob("atelier.db*"), tmp_path / "backup.tar"]
    for file in kept:
        assert sealed.encode() in file.read_bytes() or file.suffix not in {".db", ".tar"}
        assert KEY.encode() not in file.read_bytes()
        assert secret.encode() not in file.read_bytes()
