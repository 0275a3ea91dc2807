"""As many requests at once as the operator allows."""

import asyncio
from pathlib import Path

from aiohttp import web

from bot.assembly import assembled
from bot.domain.content import Part
from bot.domain.job import GenerationRequest, JobKind, Place
from bot.services.job_watch import Made
from config.settings import Settings
from tests.contract.builders import TERMS

MANY = 120
"""More than an aiohttp session connects at once if it is not told to."""


async def all_of(came: asyncio.Semaphore) -> None:
    """Return once all have come."""
    for _ in range(MANY):
        await came.acquire()


async def test_the_http_client_holds_nobody_back(tmp_path: Path):
    """Every request that is let through is at the relay, however many that are."""
    came = asyncio.Semaphore(0)
    let_go = asyncio.Event()

    async def answer(_: web.Request) -> web.Response:
        came.release()
        await let_go.wait()
        content = {"role": "model", "parts": [{"text": "A fox."}]}
        return web.json_response({"candidates": [{"content": content, "finishReason": "STOP"}]})

    app = web.Application()
    app.router.add_post("/v1beta/models/{model}:{method}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=2 * MANY).start()
    settings = Settings(
        discord_token="a.bot.token",
        relay_url=f"http://127.0.0.1:{runner.addresses[0][1]}",
        relay_key="key",
        data_dir=tmp_path,
        max_concurrent=MANY,
    )
    try:
        async with assembled(settings) as (client, _):
            generation = client.services.generation

            async def ask(number: int) -> list[object]:
                request = GenerationRequest(
                    kind=JobKind.CHAT,
                    place=Place(number, number, None),
                    author_id=number,
                    prompt="What is red?",
                    model=settings.chat_model,
                    user=(Part(text="What is red?"),),
                )
                async with generation._admission.presence() as visit:
                    return [*await generation.work(await generation.accept(request, TERMS), visit)]

            asking = [asyncio.create_task(ask(number)) for number in range(1, MANY + 1)]
            all_came = asyncio.create_task(all_of(came))
            # Who is held back gives up in the end, and is the first to be done then.
            done, _ = await asyncio.wait([all_came, *asking], return_when=asyncio.FIRST_COMPLETED)
            assert done == {all_came}
            let_go.set()
            for answers in await asyncio.gather(*asking):
                assert [type(each) for each in answers] == [Made]
    finally:
        let_go.set()
        await runner.cleanup()
