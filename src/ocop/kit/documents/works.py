"""What the child process can do with files: one paper of them, one photo in its sizes, the words of a PDF.

Runs in the child process only. Owns the order of steps; pictures, PDFs and words have modules of their own.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import img2pdf
import pikepdf

from ocop.kit.documents import pdfs, pictures
from ocop.kit.documents.kinds import PDF
from ocop.kit.documents.limits import Limits
from ocop.kit.documents.unfit import Unfit
from ocop.kit.documents.words import words

PREVIEW = 640  # pixels of the longer side of a paper's first page in lists
SHEET = 1_600  # pixels of the longer side of a page that is read on the screen
ORIGINAL = 2_560  # pixels of the longer side of a photo that is kept
WIDTHS = (320, 640, 1_280)
Files = list[tuple[str, str]]
"""Names of the files in the folder, each with its kind."""
_A4 = (img2pdf.mm_to_pt(210), img2pdf.mm_to_pt(297))


def paper(folder: Path, files: Files, limits: Limits) -> dict[str, Any]:
    """One clean PDF of all files in their order, and a picture of its first page."""
    whole, left_out, untouched = pikepdf.Pdf.new(), set[str](), False
    for index, (name, kind) in enumerate(files):
        with _about(index):
            path = folder / name
            part = pdfs.opened(path) if kind == PDF else _page_of(path, kind, limits)
            pdfs.require_whole(part, limits)
            if len(files) == 1 and kind == PDF and pdfs.kept_as_it_is(part, path):
                whole, untouched = part, True
                continue
            clean, dropped = pdfs.cleaned(part) if kind == PDF else (part, set())
            left_out |= dropped
            whole.pages.extend(clean.pages)
    if len(whole.pages) > limits.pages:
        raise Unfit("too_many_pages", most=limits.pages)
    out = folder / "paper.pdf"
    if untouched:
        out.write_bytes((folder / files[0][0]).read_bytes())
    else:
        pdfs.save(whole, out)
    first = _drawn(out)
    preview = folder / "preview.webp"
    preview.write_bytes(pictures.webp(first, 75))
    return {
        "pages": len(whole.pages),
        "left_out": sorted(left_out),
        "made": [
            _made(out, "application/pdf", (0, 0), pages=len(whole.pages)),
            _made(preview, "image/webp", first.size),
        ],
    }


def photo(folder: Path, files: Files, limits: Limits) -> dict[str, Any]:
    """A photo made clean, and its sizes for pages as WebP and JPEG; never larger than it came."""
    made = []
    with _about(0):
        name, kind = files[0]
        if kind == PDF:
            raise Unfit("not_a_picture")
        whole = pictures.opened(folder / name, kind, limits, ORIGINAL)
    made.append(_picture(folder / "photo.jpeg", whole, "jpeg", 90))
    for width in [width for width in WIDTHS if width < whole.width] + [min(whole.width, ORIGINAL)]:
        height = max(1, round(whole.height * width / whole.width))
        sized = whole if width == whole.width else whole.resize((width, height), reducing_gap=3.0)
        made.append(_picture(folder / f"{width}.webp", sized, "webp", 78))
        made.append(_picture(folder / f"{width}.jpeg", sized, "jpeg", 82))
    return {"made": made}


def sheet(folder: Path, files: Files, limits: Limits, *, number: int) -> dict[str, Any]:
    """One page of a stored paper as a picture large enough to be read."""
    import pypdfium2

    (name, _kind), *_rest = files
    try:
        drawn = _page(pypdfium2.PdfDocument(folder / name), number - 1, SHEET)
    except (pypdfium2.PdfiumError, IndexError):
        raise Unfit("broken") from None
    return {"made": [_picture(folder / "sheet.webp", drawn, "webp", 80)]}


def _page_of(path: Path, kind: str, limits: Limits) -> pikepdf.Pdf:
    """A picture as one page, A4 lying or standing as the picture does."""
    picture = pictures.jpeg(pictures.opened(path, kind, limits, limits.sharpest))
    layout = img2pdf.get_layout_fun(pagesize=_A4, fit=img2pdf.FitMode.into, auto_orient=True)
    return pikepdf.Pdf.open(io.BytesIO(img2pdf.convert(picture, layout_fun=layout, nodate=True)))


def _drawn(path: Path) -> Any:
    """The first page as a picture; every other page is drawn small as well, so that none is only seemingly there."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
        for number in range(len(document)):
            drawn = _page(document, number, PREVIEW if number == 0 else 64)
            if number == 0:
                first = drawn
        return first
    except pypdfium2.PdfiumError:
        raise Unfit("broken") from None


def _page(document: Any, number: int, longest: int) -> Any:
    page = document[number]
    width, height = page.get_size()
    bitmap = page.render(scale=longest / max(width, height, 1), draw_annots=False)
    drawn = bitmap.to_pil().convert("RGB")
    bitmap.close()
    page.close()
    return drawn


def _picture(path: Path, picture: Any, format: str, quality: int) -> dict[str, Any]:
    path.write_bytes((pictures.webp if format == "webp" else pictures.jpeg)(picture, quality))
    return _made(path, f"image/{format}", picture.size)


def _made(path: Path, media_type: str, size: tuple[int, int], pages: int = 0) -> dict[str, Any]:
    return {"name": path.name, "media_type": media_type, "width": size[0], "height": size[1], "pages": pages}


@contextmanager
def _about(index: int) -> Iterator[None]:
    """Whatever is unfit inside is the file with this index."""
    try:
        yield
    except Unfit as unfit:
        unfit.index = index
        raise


WORKS: dict[str, Callable[..., dict[str, Any]]] = {"paper": paper, "photo": photo, "sheet": sheet, "words": words}
