"""The bytes of papers and photos: asked for by whoever may see the record, and never able to act in the browser.

Owns the headers. A paper is looked at as pictures of its pages, which every phone shows; its PDF is only downloaded,
because a browser runs more in a PDF than we can answer for. Files never change: photos stay in the reader's own cache,
pages of papers for some minutes only, since names stand on them.
"""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from ocop.domain.evidence import policies
from ocop.domain.evidence.queries.files import StoredFile, opened
from ocop.domain.evidence.queries.papers import paper as known_paper
from ocop.domain.evidence.queries.photos import photo as known_photo
from ocop.domain.evidence.queries.photos import size_of
from ocop.domain.evidence.queries.sheets import sheet_of
from ocop.kit.text import folded
from ocop.web.base.signed_in import acting, signed_in

SANDBOX = "default-src 'none'; sandbox"
MINUTES, A_DAY = "private, max-age=600", "private, max-age=86400, immutable"


@require_safe
@signed_in
def paper_file(request: HttpRequest, paper: UUID) -> HttpResponseBase:
    """The PDF, to be saved under a name one knows it by."""
    found = known_paper(paper)
    policies.may_read_papers(acting(request), found.producer).require()
    name = slugify(folded(f"{found.title} {found.number}"))[:80] or "giay-to"
    answer = _sent(found.file)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return answer


@require_safe
@signed_in
def sheet(request: HttpRequest, paper: UUID, number: int) -> HttpResponseBase:
    """One page as a picture; the first is kept ready."""
    found = known_paper(paper)
    policies.may_read_papers(acting(request), found.producer).require()
    small = request.GET.get("nho") is not None
    if small and number == 1 and found.preview:
        return _cached(_sent(found.preview), MINUTES)
    answer = FileResponse(sheet_of(found, number), content_type="image/webp")
    return _cached(_guarded(answer), MINUTES)


@require_safe
@signed_in
def photo_size(request: HttpRequest, photo: UUID, width: int, format: str) -> HttpResponseBase:
    """One size of a photo of a product."""
    found = known_photo(photo)
    policies.may_see_photos(acting(request), found.product).require()
    return _cached(_sent(size_of(found, format, width).file), A_DAY)


def _sent(file: StoredFile) -> FileResponse:
    answer = FileResponse(opened(file), content_type=file.media_type)
    answer.headers["Content-Length"] = str(file.size)
    return _guarded(answer)


def _guarded(answer: FileResponse) -> FileResponse:
    """Nothing in it runs, nothing of ours is reached from it, and its kind is what we say it is."""
    answer.headers["Content-Security-Policy"] = SANDBOX
    answer.headers["Content-Encoding"] = "identity"  # pressed already; pressing again would only cost time
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer


def _cached(answer: FileResponse, how_long: str) -> FileResponse:
    answer.headers["Cache-Control"] = how_long
    return answer
