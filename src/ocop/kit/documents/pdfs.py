"""PDFs from anywhere made clean: only pages are carried over into a new file, and nothing that acts by itself.

Runs in the child process only. A signed PDF that holds nothing active is left byte for byte, since its signature would
not survive; everything else is built anew. What was left out is named by a code of `LEFT_OUT`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Pdf, Stream

from ocop.kit.documents.limits import Limits
from ocop.kit.documents.unfit import Unfit

LEFT_OUT = ("javascript", "launch", "embedded", "form", "media", "signature")
PAGE_KEYS = {"/Type", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/UserUnit", "/Group", "/Parent"}
_ACTIVE_KEYS = {
    "/JS": "javascript",
    "/JavaScript": "javascript",
    "/EF": "embedded",
    "/EmbeddedFiles": "embedded",
    "/AF": "embedded",
    "/XFA": "form",
    "/RichMediaContent": "media",
    "/3DD": "media",
}
_ACTIVE_ACTIONS = {
    "/JavaScript": "javascript",
    "/Launch": "launch",
    "/GoToE": "launch",
    "/GoToR": "launch",
    "/ImportData": "launch",
    "/SubmitForm": "launch",
    "/Rendition": "media",
    "/Movie": "media",
    "/Sound": "media",
    "/RichMediaExecute": "media",
}
_DROPPED_ANYWHERE = (
    "/AA", "/OpenAction", "/JS", "/JavaScript", "/EF", "/AF", "/OPI", "/Ref", "/Alternates", "/PieceInfo", "/Metadata",
    "/StructParent", "/StructParents", "/Annots", "/OC",
)  # fmt: skip
_DROPPED_FROM_STREAMS = ("/F", "/FFilter", "/FDecodeParms")
_DAMAGE = (pikepdf.PdfError, AttributeError, KeyError, TypeError, ValueError, RecursionError, RuntimeError)


def opened(path: Path) -> Pdf:
    """The PDF; a slip inside is mended, a file cut short is not. Raises Unfit: `encrypted`, `broken`."""
    try:
        pdf = Pdf.open(path)
    except pikepdf.PasswordError:
        raise Unfit("encrypted") from None
    except _DAMAGE:
        raise Unfit("broken") from None
    if pdf.get_warnings() and b"%%EOF" not in path.read_bytes()[-1024:]:
        raise Unfit("broken")
    return pdf


def active_parts(pdf: Pdf) -> set[str]:
    """What in a PDF acts by itself or carries other files, by codes of LEFT_OUT."""
    found: set[str] = set()
    for each in _dictionaries(pdf):
        found |= {code for key, code in _ACTIVE_KEYS.items() if key in each}
        action = each.get("/S")
        if isinstance(action, Name) and str(action) in _ACTIVE_ACTIONS and each.get("/Type") in (None, Name.Action):
            found.add(_ACTIVE_ACTIONS[str(action)])
    return found


def is_signed(pdf: Pdf) -> bool:
    """Does it carry a digital signature?"""
    return any("/ByteRange" in each and "/Contents" in each for each in _dictionaries(pdf))


def kept_as_it_is(pdf: Pdf, path: Path) -> bool:
    """A signed PDF that is sound and holds nothing active."""
    if not is_signed(pdf) or active_parts(pdf) or pdf.is_encrypted or pdf.get_warnings():
        return False
    content = path.read_bytes()
    return content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")


def require_whole(pdf: Pdf, limits: Limits) -> None:
    """Raise Unfit unless every page has its content and every picture is of a size that can be shown."""
    try:
        pages = len(pdf.pages)
        promised = int(pdf.Root.Pages.get("/Count", pages))
        mended = bool(pdf.get_warnings())
        whole = pages > 0 and promised <= pages and all(_has_content(page.obj, mended) for page in pdf.pages)
    except _DAMAGE:
        raise Unfit("broken") from None
    if not whole:
        raise Unfit("broken")
    if pages > limits.pages:
        raise Unfit("too_many_pages", most=limits.pages)
    for each in _dictionaries(pdf):
        if each.get("/Subtype") == Name.Image and _pixels(each) > limits.pixels:
            raise Unfit("too_many_pixels", most=limits.pixels // 1_000_000)


def cleaned(pdf: Pdf) -> tuple[Pdf, set[str]]:
    """A new PDF of the same pages, filled-in fields drawn into them; and what was left out. Raises Unfit (`xfa`)."""
    form = pdf.Root.get("/AcroForm")
    left_out = active_parts(pdf)
    if is_signed(pdf):
        left_out.add("signature")
    if isinstance(form, Dictionary) and "/XFA" in form and pdf.Root.get("/NeedsRendering") is True:
        raise Unfit("xfa")
    try:
        if form is not None:
            pdf.generate_appearance_streams()
        pdf.flatten_annotations("screen")
        for page in pdf.pages:
            for key in set(page.obj.keys()) - PAGE_KEYS:
                del page.obj[key]
        clean = Pdf.new()
        clean.pages.extend(pdf.pages)
        for each in _dictionaries(clean):
            _strip(each)
    except _DAMAGE:
        raise Unfit("broken") from None
    return clean, left_out


def save(pdf: Pdf, path: Path) -> None:
    """Write a PDF the same way every time: the same pages give the same bytes."""
    pdf.remove_unreferenced_resources()
    pdf.save(path, deterministic_id=True, linearize=False, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _strip(each: Any) -> None:
    drop = _DROPPED_ANYWHERE + (_DROPPED_FROM_STREAMS if isinstance(each, Stream) else ())
    for key in drop:
        if key in each:
            del each[key]


def _has_content(page: Any, mended: bool) -> bool:
    """Every stream of a page is there; in a mended file an empty page is taken for a lost one."""
    contents = page.get("/Contents")
    parts = [] if contents is None else [contents] if isinstance(contents, Stream) else list(contents)
    return all(isinstance(part, Stream) for part in parts) and (bool(parts) or not mended)


def _pixels(image: Any) -> int:
    try:
        return int(image.get("/Width", 0)) * int(image.get("/Height", 0))
    except (TypeError, ValueError):
        return 0


def _dictionaries(pdf: Pdf) -> Iterator[Any]:
    """Every dictionary of a PDF, streams' and nested ones included."""
    for one in pdf.objects:
        yield from _nested(one, 0)


def _nested(one: Any, depth: int) -> Iterator[Any]:
    if depth > 50:
        raise Unfit("broken")
    if isinstance(one, Dictionary | Stream):
        yield one
        values = [one[key] for key in list(one.keys())]
    elif isinstance(one, pikepdf.Array):
        values = list(one)
    else:
        return
    for value in values:
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            yield from _nested(value, depth + 1)
