"""How the demo ends."""

import asyncio
import os
import signal

import pytest

from demo.process import stop_when_asked


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
async def test_a_signal_stops_the_task_on_its_way_out(number: signal.Signals):
    """What it started is ended."""
    ended = asyncio.Event()

    async def play() -> None:
        stop_when_asked()
        try:
            os.kill(os.getpid(), number)
            await asyncio.Event().wait()
        finally:
            ended.set()

    playing = asyncio.create_task(play())
    with pytest.raises(asyncio.CancelledError):
        await playing
    assert ended.is_set()


async def test_a_signal_that_is_ignored_stays_so():
    """Nohup keeps the demo running when its terminal closes."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        stop_when_asked()
        os.kill(os.getpid(), signal.SIGHUP)
        await asyncio.sleep(0.05)
    finally:
        asyncio.get_running_loop().remove_signal_handler(signal.SIGTERM)
        signal.signal(signal.SIGHUP, before)
