"""Content credentials: found where C2PA puts them, kept as they came, lost in what is made anew."""

import base64
import gzip
import json
from pathlib import Path

import pytest
from PIL import Image

from bot.pictures.credentials import has_credentials
from bot.pictures.image_pool import ImagePool
from tests.unit.pictures.made_files import encoded, jpeg_after_start, png_chunk, with_credentials
from tests.unit.relay.support import recordings

NOISE = Image.effect_noise((320, 240), 80).convert("RGB")
KINDS = ("PNG", "JPEG", "WEBP", "AVIF", "HEIF")


@pytest.mark.parametrize("kind", KINDS)
async def test_credentials_are_found_and_stay(
    image_pool: ImagePool, tmp_path: Path, kind: str
) -> None:
    """A picture of a relay that has them is told to, and kept byte for byte."""
    plain = encoded(NOISE, kind)
    (tmp_path / "plain").write_bytes(plain)
    (tmp_path / "signed").write_bytes(with_credentials(plain))
    target = tmp_path / "target"
    assert not (await image_pool.examine(tmp_path / "plain", target)).has_credentials
    header = await image_pool.examine(tmp_path / "signed", target)
    assert header.has_credentials
    assert not target.exists()


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_made_anew_has_none(image_pool: ImagePool, tmp_path: Path, kind: str) -> None:
    """Neither a copy that fits Discord nor what a model gets: they would not hold for it."""
    (tmp_path / "signed").write_bytes(with_credentials(encoded(NOISE, kind)))
    fitted = await image_pool.fit(tmp_path / "signed", tmp_path / "fitted", 10_000)
    assert not has_credentials(tmp_path / "fitted", fitted.media_type)
    assert b"c2pa" not in (tmp_path / "fitted").read_bytes()


@pytest.mark.parametrize(
    ("media_type", "data"),
    [
        ("image/png", encoded(NOISE, "PNG")[:-12] + png_chunk(b"tEXt", b"c2pa\0caBX")),
        ("image/jpeg", jpeg_after_start(encoded(NOISE, "JPEG"), b"\xff\xfe\0\x0aJP\0\1c2pa")),
        ("image/jpeg", b"\xff\xd8\xff\xeb"),
        ("image/png", encoded(NOISE, "PNG")[:20]),
        ("image/webp", encoded(NOISE, "WEBP")[:30]),
        ("image/gif", encoded(NOISE, "GIF")),
    ],
)
def test_words_about_them_are_none(tmp_path: Path, media_type: str, data: bytes) -> None:
    """What only names them elsewhere, and what is cut off, has none."""
    (tmp_path / "a").write_bytes(data)
    assert not has_credentials(tmp_path / "a", media_type)


@pytest.mark.parametrize("path", recordings("full/*"))
def test_a_recorded_picture_has_them(tmp_path: Path, path: Path) -> None:
    """So Gemini signs a JPEG."""
    answer = json.loads(gzip.decompress(path.read_bytes()))
    parts = answer["candidates"][0]["content"]["parts"]
    data = next(part["inlineData"]["data"] for part in parts if "inlineData" in part)
    (tmp_path / "a").write_bytes(base64.b64decode(data))
    assert has_credentials(tmp_path / "a", "image/jpeg")
