"""Writing photos of products: add one, change its words, put them in order, withdraw one.

Owns what a photo must have. Making its sizes is `ocop.kit.documents`', storing them `filing`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from ocop.domain.accounts.queries import Acting
from ocop.domain.evidence import policies
from ocop.domain.evidence.actions.filing import Filed, filed, kept
from ocop.domain.evidence.models import Photo, PhotoSize
from ocop.domain.evidence.queries.photos import photo, photos_of
from ocop.domain.history.actions import Act, record
from ocop.domain.registry.actions.changing import change, checked, told
from ocop.domain.registry.actions.once import already_made, made_before
from ocop.domain.registry.models import Product
from ocop.domain.registry.policies import named
from ocop.kit.documents.workshop import Upload
from ocop.kit.ids import uuid7
from ocop.rules.refused import Refused


def add_photo(*, product: Product, upload: Upload, alt: str, by: Acting, at: datetime, key: str = "") -> Photo:
    """Add a photo after those there are; acts once for a `key`. Call it outside any transaction.

    `alt` tells what it shows. Raises Refused: `bad_value`, or `file_...` with the upload's name.
    """
    policies.may_change_photos(by, product).require()
    if before := already_made(key, "evidence.add_photo"):
        return photo(before)
    row = Photo(
        product=product, province_code=product.province_code, alt=_words(alt), added_at=at,
        demonstration=product.demonstration,
    )  # fmt: skip
    checked(row, "file")
    with filed("photo", [upload]) as made:
        return _added(row, made, by=by, at=at, key=key)


@transaction.atomic
def change_photo(*, id: UUID, alt: str, seen_version: int, by: Acting, at: datetime) -> Photo:
    """Change the words of a photo on the version that was seen. Raises `Conflict`."""
    row = _locked(id)
    policies.may_change_photo(by, row).require()
    actor = named(by, "evidence.change_photos", row.product.producer)
    return change(
        row, {"alt": _words(alt)}, seen_version=seen_version, act="evidence.change_photo", chain=row.province_code,
        by=actor, at=at,
    )  # fmt: skip


@transaction.atomic
def withdraw_photo(*, id: UUID, seen_version: int, by: Acting, at: datetime) -> Photo:
    """Show a photo no longer; it is kept. Raises `Conflict`."""
    row = _locked(id)
    policies.may_change_photo(by, row).require()
    actor = named(by, "evidence.change_photos", row.product.producer)
    return change(
        row, {"withdrawn_at": at}, seen_version=seen_version, act="evidence.withdraw_photo", chain=row.province_code,
        by=actor, at=at,
    )  # fmt: skip


@transaction.atomic
def order_photos(*, product: Product, order: Sequence[UUID], by: Acting, at: datetime) -> list[Photo]:
    """Put a product's photos in this order, the first as its cover. Raises Refused (`photos_changed`).

    `order` names every photo on offer: when one came or went meanwhile, nothing is moved.
    """
    policies.may_change_photos(by, product).require()
    rows = {row.id: row for row in photos_of(product).select_for_update()}
    if set(order) != set(rows) or len(order) != len(rows):
        raise Refused(
            "photos_changed",
            where="order",
            vi="ảnh của sản phẩm vừa thay đổi; tải lại trang rồi xếp lại",
            en="the product's photos changed meanwhile; reload the page and put them in order again",
        )
    before = list(rows)
    if before == list(order):
        return list(rows.values())
    for position, id in enumerate(order):
        rows[id].position = position
    Photo.objects.bulk_update(rows.values(), ["position"])
    act = Act(
        "evidence.order_photos", "product", str(product.id), before=[str(id) for id in before],
        after=[str(id) for id in order],
    )  # fmt: skip
    actor = named(by, "evidence.change_photos", product.producer)
    record(act, by=actor, at=at, chain=product.province_code)
    return list(photos_of(product))


@transaction.atomic
def _added(row: Photo, made: Filed, *, by: Acting, at: datetime, key: str) -> Photo:
    row.id = uuid7()
    if before := made_before(key, "evidence.add_photo", row.id):
        return photo(before)
    original, *sizes = made.files
    last = Photo.objects.filter(product=row.product, withdrawn_at__isnull=True).aggregate(last=Max("position"))["last"]
    row.position = 0 if last is None else last + 1
    row.file = kept(original)
    row.save(force_insert=True)
    for size in sizes:
        format = size.media_type.removeprefix("image/")
        PhotoSize.objects.create(photo=row, format=format, width=size.width, height=size.height, file=kept(size))
    actor = named(by, "evidence.change_photos", row.product.producer)
    act = Act("evidence.add_photo", "photo", str(row.id), after=told(row))
    record(act, by=actor, at=at, chain=row.province_code)
    return photo(row.id)


def _words(alt: str) -> str:
    if not alt.strip():
        raise Refused(
            "bad_value",
            where="alt",
            vi="hãy viết một câu nói ảnh chụp gì, cho người không nhìn được ảnh",
            en="write a sentence on what the photo shows, for those who cannot see it",
        )
    return alt.strip()


def _locked(id: UUID) -> Photo:
    photo(id)
    return Photo.objects.select_for_update(of=("self",)).select_related("product__producer__unit").get(id=id)
