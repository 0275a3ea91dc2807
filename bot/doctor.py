"""What is looked at when something is wrong, or before anything can be: `python -m bot doctor`.

Nothing is changed, and a bot that runs on the same settings goes on. What costs money is not asked.
"""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack

import aiohttp

from bot.domain.errors import StorageFailed
from bot.interface.permissions import INVITED
from bot.interface.sync import CommandSync
from bot.operations.doctor.data_side import data_findings
from bot.operations.doctor.discord_side import Asked, DiscordSide
from bot.operations.doctor.findings import Finding, fails, ok, skipped, warns
from bot.operations.doctor.relay_side import Wanted, relay_findings
from bot.operations.doctor.sealed_side import sealed_finding
from bot.operations.doctor.secrets_shape import secrets_look_right
from bot.pictures.image_pool import ImagePool
from bot.relay.proxies import proxy_for
from bot.relay_assembly import listed, relay_clients, sealing
from bot.storage.blobs import FileBlobs
from bot.storage.folder import BLOBS, COMMANDS
from config.exposures import exposures
from config.problems import ConfigError, variable
from config.settings import Settings, load_data_settings, load_settings

CONFIGURATION = "configuration"
DISCORD = "https://discord.com"


async def examined() -> tuple[list[Finding], list[str]]:
    """Look at everything; return what was found, and the secrets that nobody is to read."""
    try:
        settings = load_settings()
    except ConfigError as error:
        return await _without_settings(error), []
    configuration = _configuration(settings)
    shape = secrets_look_right(
        settings.discord_token.get_secret_value(),
        {each.setting("key"): each.key.get_secret_value() for each in settings.relays_in_order},
        is_discords=settings.discord_url is None,
    )
    discord, data, sealed, relays = await asyncio.gather(
        _discord(settings),
        data_findings(settings.data_dir),
        sealed_finding(settings.data_dir, sealing(settings)),
        _relays(settings),
    )
    return [configuration, shape, *discord, *data, sealed, *relays], settings.secrets


async def _without_settings(error: ConfigError) -> list[Finding]:
    """Tell each wrong setting, and look at the data where that can be done without the others."""
    found = [fails(CONFIGURATION, problem, "") for problem in error.problems]
    found += [skipped(each, "needs the settings") for each in ("Discord", "relays")]
    try:
        return found + await data_findings(load_data_settings().data_dir)
    except ConfigError:
        return [*found, skipped("data folder", "needs its setting")]


def _configuration(settings: Settings) -> Finding:
    said = f"{len(settings.model_fields_set)} settings are set, and all are right"
    if exposed := list(exposures(settings)):
        return warns(CONFIGURATION, "; ".join(exposed), "")
    return ok(CONFIGURATION, said)


async def _discord(settings: Settings) -> list[Finding]:
    url = settings.discord_url or DISCORD
    file = settings.data_dir / COMMANDS
    try:
        told = await asyncio.to_thread(CommandSync(file).told)
    except StorageFailed:
        told = []
    asked = Asked(
        url,
        settings.discord_token.get_secret_value(),
        proxy_for(url),
        INVITED.value,
        told,
        str(file),
    )
    async with aiohttp.ClientSession() as session:
        return await DiscordSide(session, asked).findings()


async def _relays(settings: Settings) -> list[Finding]:
    async with AsyncExitStack() as stack:
        # Not opened: what a bot has in the making there is no business of ours.
        blobs = FileBlobs(settings.data_dir / BLOBS)
        image_pool = await stack.enter_async_context(ImagePool())
        clients = await relay_clients(settings, stack, blobs, image_pool)
        return await relay_findings([listed(*each) for each in clients], list(_wanted(settings)))


def _wanted(settings: Settings) -> Iterator[Wanted]:
    """Name the models that are configured; without those that the operator named, others do."""
    named = settings.named_models
    chosen = {"image model": "image_model", "chat model": "chat_model"}
    if settings.thread_titles:
        chosen["title model"] = "title_model"
    for about, field in chosen.items():
        model_id = getattr(settings, field)
        is_needed = field != "title_model" and model_id in named
        yield Wanted(about, model_id, variable(field), is_needed=is_needed)
    for model_id in named.keys() - {getattr(settings, field) for field in chosen.values()}:
        yield Wanted("own model", model_id, named[model_id], is_needed=False)
