"""Photos of a product in order, each in the sizes a browser may choose from.

Owns the page and the shape of a picture; the acts are `photo_acts`'.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.domain.evidence import policies
from ocop.domain.evidence.queries.photos import Photo, photos_of
from ocop.domain.registry.queries.products import product as known_product
from ocop.web.base import forms
from ocop.web.base.navigation import Link
from ocop.web.base.pictures import Picture, Source
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.base.wording import reason
from ocop.web.producer.papers.library import crumbs_of_product

SHOWN = 640  # pixels of the width that browsers without choice get


@dataclass(frozen=True, slots=True)
class Shown:
    """A photo with its picture and its place. `earlier` and `later` are the orders it would be moved to, by forms with
    the numbers `keys`.
    """

    photo: Photo
    picture: Picture
    earlier: str
    later: str
    is_cover: bool
    keys: tuple[str, str]


@require_safe
@signed_in
def photos(request: HttpRequest, product: UUID) -> HttpResponse:
    """The photos of a product, the first of them its cover."""
    by, of = acting(request), known_product(product)
    policies.may_see_photos(by, of).require()
    context = {
        "product": of, "photos": in_order(list(photos_of(of))), "done": request.GET.get("xong", ""),
        "may_read_papers": bool(policies.may_read_papers(by, of.producer)),
        "why_not": reason(policies.may_change_photos(by, of)),
        "crumbs": crumbs_of_product(of, Link("", _("Ảnh"))),
    }  # fmt: skip
    return render(request, "papers/photos.html", context)


def in_order(found: list[Photo]) -> list[Shown]:
    """Photos with the orders that moving each one would make."""
    ids = [str(one.id) for one in found]
    return [
        Shown(
            one,
            picture_of(one),
            _moved(ids, at, at - 1),
            _moved(ids, at, at + 1),
            at == 0,
            (forms.new_key(), forms.new_key()),
        )
        for at, one in enumerate(found)
    ]


def picture_of(photo: Photo) -> Picture:
    """The picture of a photo: WebP before JPEG, widths rising."""
    sizes = sorted(photo.sizes.all(), key=lambda one: one.width)
    sources = []
    for format in ("webp", "jpeg"):
        widths = [one.width for one in sizes if one.format == format]
        srcset = ", ".join(f"{_address(photo, width, format)} {width}w" for width in widths)
        sources.append(Source(format, srcset))
    jpegs = [one for one in sizes if one.format == "jpeg"]
    plain = next((one for one in jpegs if one.width >= SHOWN), jpegs[-1])
    return Picture(tuple(sources), _address(photo, plain.width, "jpeg"), plain.width, plain.height, photo.alt)


def _address(photo: Photo, width: int, format: str) -> str:
    return reverse("papers:photo-size", args=[photo.id, width, format])


def _moved(ids: list[str], at: int, to: int) -> str:
    if not 0 <= to < len(ids):
        return ""
    moved = [one for one in ids if one != ids[at]]
    moved.insert(to, ids[at])
    return ",".join(moved)
