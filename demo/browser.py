"""Drive the Chromium that is installed, with Playwright. Both are only for those who want it."""

import os
import shutil
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any

_NAMES = ("chromium", "chromium-browser", "google-chrome")


class BrowserMissing(Exception):
    """Say what has to be installed."""


@asynccontextmanager
async def chromium() -> AsyncGenerator[Any]:
    """Run Chromium without a window; what is given is Playwright's `Browser`.

    Raise BrowserMissing if Playwright or Chromium is not there.
    """
    executable = next(filter(None, map(shutil.which, _NAMES)), None)
    if executable is None:
        raise BrowserMissing("there is no Chromium here (on Debian: apt install chromium)")
    try:
        # By name, because it is in no requirements but its own.
        playwright: Any = import_module("playwright.async_api")
    except ModuleNotFoundError:
        raise BrowserMissing(
            "it takes Playwright: .venv/bin/python installer.py requirements-browser.txt"
        ) from None
    async with playwright.async_playwright() as driver:
        browser = await driver.chromium.launch(
            executable_path=executable,
            # As root, as in containers, Chromium runs without its sandbox or not at all.
            chromium_sandbox=os.geteuid() != 0,
        )
        try:
            yield browser
        finally:
            await browser.close()
