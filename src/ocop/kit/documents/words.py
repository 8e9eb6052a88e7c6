"""The words of a PDF: those it carries, or those a reader of pictures (Tesseract, Vietnamese) sees on its pages.

Runs in the child process only. Owns which of the two is used for a page. Whether Tesseract is installed is `reader`'s.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pypdfium2

from ocop.kit.documents.limits import Limits
from ocop.kit.documents.reader import LANGUAGES
from ocop.kit.documents.unfit import Unfit

ENOUGH = 20  # letters; a page that carries fewer is taken for a picture of a page
DOTS = 300  # an inch
MOST = 400_000  # letters kept of one paper


def words(folder: Path, files: list[tuple[str, str]], limits: Limits, languages: list[str]) -> dict[str, Any]:
    """The words of all pages; `unread` counts pages that are pictures while there is no reader."""
    carried = seen = unread = 0
    pages: list[str] = []
    try:
        document = pypdfium2.PdfDocument(folder / files[0][0])
        for number in range(min(len(document), limits.pages)):
            text = _carried(document[number])
            if sum(letter.isalnum() for letter in text) >= ENOUGH:
                carried += 1
            elif languages:
                text = _seen(document[number], folder / "page.png", languages, limits)
                seen += 1
            else:
                unread += 1
            pages.append(text.strip())
    except pypdfium2.PdfiumError:
        raise Unfit("broken") from None
    return {"words": "\n\n".join(pages).strip()[:MOST], "carried": carried, "seen": seen, "unread": unread}


def _carried(page: Any) -> str:
    text: str = page.get_textpage().get_text_bounded()
    return text.replace("\x00", "").replace("\ufffe", "")


def _seen(page: Any, picture: Path, languages: list[str], limits: Limits) -> str:
    """What Tesseract reads on a page drawn in grey; larger pages are drawn coarser, never beyond the limit."""
    width, height = page.get_size()
    scale = min(DOTS / 72, (limits.pixels / max(width * height, 1)) ** 0.5)
    page.render(scale=scale, grayscale=True, draw_annots=False).to_pil().save(picture, compress_level=1)
    chosen = "+".join(language for language in LANGUAGES if language in languages)
    command = ["tesseract", str(picture), "-", "-l", chosen, "--dpi", str(round(scale * 72))]
    outcome = subprocess.run(command, capture_output=True, timeout=limits.seconds, check=False)
    if outcome.returncode:
        raise Unfit("broken")
    return outcome.stdout.decode("utf-8", "replace")
