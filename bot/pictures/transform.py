"""What is done to pictures: received, made ready for a model, and made to fit an upload."""

import contextlib
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain.errors import UnusablePicture
from bot.domain.picture import IntakeLimits, ModelLimits
from bot.pictures import engine
from bot.pictures.credentials import has_credentials
from bot.pictures.header import MIB, Header, check, read_header
from bot.pictures.quality_steps import Trial, next_rung
from bot.pictures.repair import mended

if TYPE_CHECKING:
    import pyvips

# A lossless file of fewer bytes than this for each pixel is a drawing or a screenshot: JPEG would
# smear its edges, PNG keeps them and stays small.
_FLAT_BYTES_PER_PIXEL = 0.5
# Where something was mended its decoder is to tell whether the pixels are whole.
_MAY_BE_CUT = frozenset({"image/jpeg"})

_FLAT_TYPES = frozenset({"image/png", "image/gif"})

# Where a whole file has its end, whatever follows that.
_ENDS = {"image/jpeg": b"\xff\xd9", "image/png": b"IEND"}
_TAIL = 4096

# The estimate fits at the second or third try; more means that it never will.
_MOST_TRIES = 8


def receive(source: Path, target: Path, intake: IntakeLimits) -> Header:
    """Read what a relay made, and write `target`, to be kept instead, where it is slightly off.

    Nothing is decoded unless the end is not there: then it takes that to know how much else is.
    """
    try:
        header, is_mended = read_header(source), False
    except UnusablePicture:
        if mended(source, target) == source:
            raise
        header, is_mended = read_header(target), True
    check(header, intake)
    if not _has_end(source, header.media_type):
        is_mended = is_mended or mended(source, target) == target
        is_whole = _decodes(target if is_mended else source, header, intake, _aside(target))
        header = replace(header, is_half=not is_whole)
        if not (is_whole or is_mended):
            # A JPEG that got an end is read by all. What can't be saved is kept as it came.
            with contextlib.suppress(UnusablePicture), engine.decoding(header):
                with _nothing_left(target):
                    engine.save_rest(source, target)
                is_mended = True
    kept = target if is_mended else source
    signed = has_credentials(kept, header.media_type)
    return replace(header, is_mended=is_mended, has_credentials=signed)


def _has_end(path: Path, media_type: str) -> bool:
    end = _ENDS.get(media_type, b"")
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL))
        return end in file.read()


def _decodes(path: Path, header: Header, intake: IntakeLimits, aside: Path) -> bool:
    box = (header.width, header.height)
    strict = header.media_type in _MAY_BE_CUT
    try:
        with engine.decoding(header):
            image = engine.load(path, header, intake, box=box, aside=aside, strict=strict)
            engine.look_through(image)
    except UnusablePicture:
        return False
    finally:
        aside.unlink(missing_ok=True)
    return True


def normalise(source: Path, target: Path, intake: IntakeLimits, limits: ModelLimits) -> Header:
    """Write what a model gets of a member's picture, and return the header of that.

    Always written anew, from pixels alone: whatever else the file carried stays behind. PNG where
    something is seen through or the picture is flat, else JPEG; WebP if a PNG with alpha is over
    the limit.
    """
    with _mended(source, target) as (whole, is_mended):
        return _normalise(whole, target, intake, limits, is_mended=is_mended)


def _normalise(
    source: Path, target: Path, intake: IntakeLimits, limits: ModelLimits, *, is_mended: bool
) -> Header:
    header = read_header(source)
    check(header, intake)
    strict = is_mended and header.media_type in _MAY_BE_CUT
    scale = min(1.0, limits.max_side / max(header.width, header.height))
    size = max(1, round(header.width * scale)), max(1, round(header.height * scale))
    flat = _is_flat(header)
    aside = _aside(target)

    def render(width: int, height: int) -> "pyvips.Image":
        box = (width, height)
        return engine.load(source, header, intake, box=box, aside=aside, strict=strict)

    try:
        with _nothing_left(target), engine.decoding(header):
            if header.has_alpha or flat:
                _save_drawing(render(*size).copy_memory(), target, limits.max_bytes, flat=flat)
            else:
                _descend(
                    lambda width, height: engine.without_alpha(render(width, height)),
                    size,
                    target,
                    limits.max_bytes,
                    alpha=False,
                )
    finally:
        aside.unlink(missing_ok=True)
    return replace(
        read_header(target),
        frames_dropped=header.animated,
        made_from=(header.width, header.height),
    )


def fit(source: Path, target: Path, intake: IntakeLimits, max_bytes: int) -> Header:
    """Write a picture so that it takes at most `max_bytes`, and return the header of that.

    JPEG, or WebP where something is seen through; at falling quality, then with fewer pixels.
    Decoded anew for each try, of which there are seldom two: a file needs no memory.
    """
    with _mended(source, target) as (whole, is_mended):
        return _fit(whole, target, intake, max_bytes, is_mended=is_mended)


def _fit(
    source: Path, target: Path, intake: IntakeLimits, max_bytes: int, *, is_mended: bool
) -> Header:
    header = read_header(source)
    check(header, intake)
    strict = is_mended and header.media_type in _MAY_BE_CUT
    aside = _aside(target)
    alpha = header.has_alpha

    def render(width: int, height: int) -> "pyvips.Image":
        box = (width, height)
        image = engine.load(source, header, intake, box=box, aside=aside, strict=strict)
        return image if alpha else engine.without_alpha(image)

    try:
        with _nothing_left(target), engine.decoding(header):
            alpha = alpha and engine.has_alpha_at_work(render(header.width, header.height))
            _descend(render, (header.width, header.height), target, max_bytes, alpha=alpha)
    finally:
        aside.unlink(missing_ok=True)
    return replace(read_header(target), frames_dropped=header.animated)


@contextlib.contextmanager
def _mended(source: Path, target: Path) -> Generator[tuple[Path, bool]]:
    """Yield where the picture is whole as far as that can be, and whether that is a copy."""
    copy = target.with_name(f"{target.name}.mended")
    try:
        path = mended(source, copy)
        yield path, path == copy
    finally:
        copy.unlink(missing_ok=True)


@contextlib.contextmanager
def _nothing_left(target: Path) -> Generator[None]:
    """Delete what a failure leaves: damage is often found when half is written."""
    try:
        yield
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _save_drawing(image: "pyvips.Image", target: Path, max_bytes: int, *, flat: bool) -> None:
    """Save what is seen through, or flat, from memory: it is looked at more than once."""
    alpha = engine.has_alpha_at_work(image)
    if not alpha:
        image = engine.without_alpha(image)
    if (alpha or flat) and _saved_as_png(image, target, max_bytes):
        return
    _descend(
        lambda width, height: engine.shrink(image, width, height),
        (image.width, image.height),
        target,
        max_bytes,
        alpha=alpha,
    )


def _descend(
    render: Callable[[int, int], "pyvips.Image"],
    size: tuple[int, int],
    target: Path,
    max_bytes: int,
    *,
    alpha: bool,
) -> None:
    """Save what `render` gives for a width and height, lower until it fits."""
    save = engine.save_webp if alpha else engine.save_jpeg
    reach = engine.webp_reach(*size) if alpha else 1.0
    width, height = size[0] * reach, size[1] * reach
    trial = None
    for _ in range(_MOST_TRIES):
        rung = next_rung(round(width * height), max_bytes, trial)
        box = max(1, round(width * rung.scale)), max(1, round(height * rung.scale))
        # Without a name, what was decoded for one try is not kept for the next.
        save(render(*box), target, rung.quality)
        trial = Trial(rung, target.stat().st_size)
        if trial.size <= max_bytes:
            return
    raise UnusablePicture(
        f"no way to fit {max_bytes} bytes", key="error-picture-too-large", limit=max_bytes // MIB
    )


def _saved_as_png(image: "pyvips.Image", target: Path, max_bytes: int) -> bool:
    engine.save_png(image, target)
    return target.stat().st_size <= max_bytes


def _is_flat(header: Header) -> bool:
    pixels = header.width * header.height
    return header.media_type in _FLAT_TYPES and header.size < pixels * _FLAT_BYTES_PER_PIXEL


def _aside(target: Path) -> Path:
    """Name the file beside the target that some decoders need for a while."""
    return target.with_name(f"{target.name}.decoded")
