"""Pictures from anywhere made clean: turned upright, without their hidden data, never larger than asked.

Runs in the child process only. Owns decoding with one decoder for one kind, and encoding anew.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from ocop.kit.documents.limits import Limits
from ocop.kit.documents.unfit import Unfit

_FORMATS = {"jpeg": ["JPEG"], "png": ["PNG"], "webp": ["WEBP"], "heif": ["HEIF"]}
_DAMAGE = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, AttributeError, RuntimeError)


def opened(path: Path, kind: str, limits: Limits, longest: int) -> Image.Image:
    """The picture upright, in grey or colours, its longer side at most `longest`. Raises Unfit."""
    if kind == "heif":
        import pi_heif

        pi_heif.register_heif_opener(thumbnails=False)
    Image.MAX_IMAGE_PIXELS = None  # the limit below speaks clearly, and before anything is decoded
    try:
        with Image.open(path, formats=_FORMATS[kind]) as picture:
            _require_size(picture.size, limits)
            profile = picture.info.get("icc_profile")
            picture.draft("RGB", (longest, longest))
            small = _shrunk(picture, longest)
            clean = ImageOps.exif_transpose(_plain(small, profile))
    except (UnidentifiedImageError, *_DAMAGE):
        raise Unfit("broken") from None
    clean.info.clear()
    return clean


def jpeg(picture: Image.Image, quality: int = 85) -> bytes:
    """The picture as JPEG, without any data beside it."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, optimize=True, progressive=False)
    return out.getvalue()


def webp(picture: Image.Image, quality: int = 80) -> bytes:
    """The picture as WebP, without any data beside it."""
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=quality, method=4)
    return out.getvalue()


def _require_size(size: tuple[int, int], limits: Limits) -> None:
    width, height = size
    if width * height > limits.pixels:
        raise Unfit("too_many_pixels", most=limits.pixels // 1_000_000)
    if min(width, height) < limits.smallest:
        raise Unfit("too_small", least=limits.smallest)


def _shrunk(picture: Image.Image, longest: int) -> Image.Image:
    """The picture decoded, at once made as small as it is wanted: the large one is held in memory only once."""
    picture.load()
    shades = picture.mode in ("RGB", "RGBA", "RGBX", "L", "LA", "CMYK", "YCbCr")
    small = picture if shades else picture.convert("RGBA") if picture.mode in ("P", "PA") else _grey(picture)
    small.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return small


def _plain(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Grey or RGB in sRGB, see-through parts on white; the word of which side is up is kept for turning."""
    turned = picture.getexif().get(0x0112, 1)
    if picture.mode in ("RGBA", "LA") or "transparency" in picture.info:
        with_alpha = picture.convert("RGBA")
        made = Image.new("RGB", picture.size, "white")
        made.paste(with_alpha, mask=with_alpha.getchannel("A"))
    else:
        made = picture if picture.mode == "L" else picture.convert("RGB")
    if profile and picture.mode == "RGB":
        made = _in_srgb(made, profile)
    made.getexif()[0x0112] = turned
    return made


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        known = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        changed = ImageCms.profileToProfile(picture, known, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return changed or picture


def _grey(picture: Image.Image) -> Image.Image:
    """A picture of one bit or of sixteen a point told in eight."""
    return (picture.point(lambda value: value / 256) if picture.mode.startswith("I") else picture).convert("L")
