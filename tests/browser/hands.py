"""What a person's hands bring to the page: files, the clipboard, patience."""

import io
from importlib import import_module
from pathlib import Path
from typing import Any

from PIL import Image

from tests.browser.conftest import WITHIN_MS

_COPY = """bytes => navigator.clipboard.write([
  new ClipboardItem({ "image/png": new Blob([new Uint8Array(bytes)], { type: "image/png" }) }),
])"""

# A drag from outside the browser can't be played with the mouse.
_DROP = """(target, files) => {
  const dataTransfer = new DataTransfer();
  for (const { name, bytes } of files)
    dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type: "image/png" }));
  for (const kind of ["dragenter", "dragover", "drop"])
    target.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
}"""


def expect(shown: Any) -> Any:
    """Wait until something is as it should be: Playwright's assertions.

    Found by name, for these files are read also where Playwright is not installed.
    """
    playwright: Any = import_module("playwright.async_api")
    playwright.expect.set_options(timeout=WITHIN_MS)
    return playwright.expect(shown)


def png(colour: str = "orange", size: tuple[int, int] = (64, 48)) -> bytes:
    """Return a picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def file(name: str, data: bytes | None = None) -> dict[str, Any]:
    """Return a file as Playwright takes it, an orange picture if nothing else is given."""
    return {"name": name, "mimeType": "image/png", "buffer": png() if data is None else data}


async def pick(tab: Any, button: Any, *files: dict[str, Any] | Path) -> None:
    """Press a button that asks for files, and choose some."""
    async with tab.expect_file_chooser() as chooser:
        await button.click()
    await (await chooser.value).set_files(list(files))


async def paste(tab: Any, data: bytes) -> None:
    """Paste a picture to where the focus is."""
    await tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await tab.evaluate(_COPY, list(data))
    await tab.keyboard.press("Control+v")


async def drop(target: Any, *names: str) -> None:
    """Drop orange pictures on something."""
    await target.evaluate(_DROP, [{"name": name, "bytes": list(png())} for name in names])
