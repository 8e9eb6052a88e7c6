"""A producer with products, papers and photos, put straight into the tables: for pages that only look at them."""

import io
from datetime import UTC, date, datetime

from ocop.domain.evidence.models import Paper, PaperProduct, PaperText, Photo, PhotoSize, StoredFile
from ocop.domain.evidence.queries.files import store
from ocop.domain.places.queries import unit_on
from ocop.domain.registry.models import Producer, Product, ProductGroup
from ocop.kit.text import search_key, sort_key

AT = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
DAY = date(2026, 6, 15)


def producer_in(code="02473", name="HTX Dịch vụ sản xuất nông nghiệp Sử Anh"):
    unit = unit_on(code, DAY).unit
    return Producer.objects.create(
        province_code="08", kind="cooperative", name=name, search_key=search_key(name), sort_key=sort_key(name),
        plain_key=search_key(name), unit=unit, origin_unit=unit, placed_on=DAY, origin_on=DAY, source="x",
    )  # fmt: skip


def product_of(producer, name="Miến dong Bình Liêu", set_number=6):
    made = Product.objects.create(
        producer=producer, province_code=producer.province_code, name=name, search_key=search_key(name),
        plain_key=search_key(name), sort_key=sort_key(name), source="x",
    )  # fmt: skip
    ProductGroup.objects.create(product=made, instrument="26/2026/QĐ-TTg", set_number=set_number)
    return made


def stored(content, media_type, **more):
    kept = store().put(io.BytesIO(content))
    row, _ = StoredFile.objects.get_or_create(
        sha256=kept.sha256, defaults={"size": kept.size, "media_type": media_type} | more
    )
    return row


def paper_of(producer, title="Phiếu kiểm nghiệm", *, kind="e12", words="", products=(), content=b"%PDF-1.7 x", **more):
    made = Paper.objects.create(
        producer=producer, province_code=producer.province_code, kind=kind, title=title, added_at=AT,
        search_key=search_key(f"{title} {more.get('number', '')}"), sort_key=sort_key(title),
        file=stored(content, "application/pdf", pages=2),
        preview=stored(b"RIFF-preview", "image/webp", width=480, height=640), **more,
    )  # fmt: skip
    read = {"state": "read", "words": words, "search_key": search_key(words)} if words else {}
    PaperText.objects.get_or_create(file=made.file, defaults={"changed_at": AT} | read)
    PaperProduct.objects.bulk_create(PaperProduct(paper=made, product=one) for one in products)
    return made


def photo_of(product, alt="Gói miến dong 500 g", position=0):
    made = Photo.objects.create(
        product=product, province_code=product.province_code, alt=alt, position=position, added_at=AT,
        file=stored(b"photo", "image/jpeg", width=1600, height=1200),
    )  # fmt: skip
    for width in (320, 640, 1280):
        for format in ("webp", "jpeg"):
            PhotoSize.objects.create(
                photo=made, format=format, width=width, height=width * 3 // 4,
                file=stored(f"{format} {width}".encode(), f"image/{format}", width=width, height=width * 3 // 4),
            )  # fmt: skip
    return made
