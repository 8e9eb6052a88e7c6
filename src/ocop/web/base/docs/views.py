"""The pages that list and show the documents, and the pictures they use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from ocop.web.base.docs import shelf
from ocop.web.base.docs.rendering import Address
from ocop.web.base.docs.rendering import render as render_markdown
from ocop.web.base.navigation import Link

SECTION_WORDS: dict[str, Promise] = {
    "": gettext_lazy("Bắt đầu từ đây"),
    "tutorial": gettext_lazy("Học từng bước"),
    "how-to": gettext_lazy("Làm một việc"),
    "reference": gettext_lazy("Tra cứu"),
    "explanation": gettext_lazy("Hiểu vì sao"),
    "adr": gettext_lazy("Các quyết định thiết kế"),
    "more": gettext_lazy("Khác"),
}

LANGUAGE_WORDS: dict[str, Promise] = {"en": gettext_lazy("tiếng Anh"), "vi": gettext_lazy("tiếng Việt")}


@dataclass(frozen=True)
class Entry:
    """One document of the list; `note` names its language when that is not the reader's."""

    href: str
    version: shelf.Version
    note: Promise | str = ""


@dataclass(frozen=True)
class Section:
    """One heading of the list and what stands under it."""

    words: Promise
    entries: tuple[Entry, ...]


def _sections(found: Iterable[shelf.Document], note: Promise | str = "") -> list[Section]:
    """The documents by section, each in the reader's language where it has one; no heading without a document."""
    language = translation.get_language() or "vi"
    by_section: dict[str, list[Entry]] = {section: [] for section in SECTION_WORDS}
    for one in found:
        href = reverse("docs:document", args=[one.slug])
        by_section[one.section].append(Entry(href, one.version_for(language), note))
    return [Section(SECTION_WORDS[section], tuple(inside)) for section, inside in by_section.items() if inside]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All documents by section: first those in the reader's language, then those that exist in the other one only."""
    language = translation.get_language() or "vi"
    found = shelf.documents(settings.DOCS_DIR).values()
    other = LANGUAGE_WORDS["vi" if language == "en" else "en"]
    context = {
        "sections": _sections(one for one in found if language in one.versions),
        "elsewhere": _sections((one for one in found if language not in one.versions), note=other),
        "other": other,
    }
    return render(request, "docs/index.html", context)


def _address_book(root: Path, found: dict[str, shelf.Document], slug: str) -> Address:
    """Maps a path of the checkout ("docs/adr/0001.md", "docs/score.png") to an address of the site.

    Links stay in the reader's language, but for a link from the document `slug` to itself in the other one.
    """
    pages = {
        version.file.relative_to(root).as_posix(): reverse("docs:document", args=[document.slug])
        for document in found.values()
        for version in document.versions.values()
    }
    for language, version in found[slug].versions.items():
        with translation.override(language):
            pages[version.file.relative_to(root).as_posix()] = reverse("docs:document", args=[slug])
    images = {f"docs/{name}": reverse("docs:picture", args=[name]) for name in shelf.pictures(root)}
    return (pages | images | {"docs": reverse("docs:index")}).get


@require_safe
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """One document with its table of contents."""
    root: Path = settings.DOCS_DIR
    found = shelf.documents(root)
    if slug not in found:
        raise Http404(f"no document {slug!r}")
    version = found[slug].version_for(translation.get_language() or "vi")
    rendered = render_markdown(
        version.text,
        folder=version.file.parent.relative_to(root).as_posix().removeprefix("."),
        address=_address_book(root, found, slug),
        table_label=_("Bảng"),
    )
    crumbs = [Link(reverse("docs:index"), _("Tài liệu")), Link("", version.title, lang=version.title_language)]
    context = {"version": version, "rendered": rendered, "written_in": LANGUAGE_WORDS[version.language]}
    return render(request, "docs/document.html", {**context, "crumbs": crumbs})


@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    """A picture of docs/."""
    file = shelf.pictures(settings.DOCS_DIR).get(name)
    if file is None:
        raise Http404(f"no picture {name!r}")
    return FileResponse(file.open("rb"), content_type=shelf.PICTURES[file.suffix])
