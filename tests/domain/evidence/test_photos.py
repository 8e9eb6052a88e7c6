"""Photos of a product: made clean and small, told in words, in order, withdrawn but kept."""

import io

import pytest
from PIL import Image

from ocop.domain.evidence.actions.photos import add_photo, change_photo, order_photos, withdraw_photo
from ocop.domain.evidence.models import Photo
from ocop.domain.evidence.queries import photos as queries
from ocop.domain.evidence.queries.files import opened
from ocop.domain.history.queries import timeline
from ocop.rules.refused import Refused
from ocop.rules.register.conflict import Conflict
from tests.domain.evidence.conftest import AT
from tests.kit.made_files import jpeg, pdf, upload

pytestmark = pytest.mark.django_db


def add(product, by, alt="Bao gạo nếp 2 kg, nhãn xanh", content=None, **more):
    return add_photo(
        product=product, upload=upload(content or jpeg(width=800, height=600)), alt=alt, by=by, at=AT, **more
    )


def test_a_photo_comes_in_widths_for_every_screen_in_two_formats(rice, of_producer):
    photo = add(rice, of_producer)
    assert {(size.format, size.width, size.height) for size in photo.sizes.all()} == {
        (format, width, height) for format in ("webp", "jpeg") for width, height in ((320, 240), (640, 480), (800, 600))
    }
    with Image.open(opened(queries.size_of(photo, "webp", 320).file)) as small:
        assert (small.format, small.size) == ("WEBP", (320, 240))
    (event,) = timeline("photo", str(photo.id))
    assert (event.act, event.after["alt"]) == ("evidence.add_photo", "Bao gạo nếp 2 kg, nhãn xanh")


@pytest.mark.parametrize("alt", ["", "   ", "a" * 256])
def test_a_photo_needs_words_for_those_who_cannot_see_it(rice, of_producer, alt):
    with pytest.raises(Refused) as refusal:
        add(rice, of_producer, alt=alt)
    assert (refusal.value.code, refusal.value.where) == ("bad_value", "alt")
    assert not Photo.objects.exists()


def test_a_pdf_is_no_photo(rice, of_producer):
    with pytest.raises(Refused) as refusal:
        add(rice, of_producer, content=pdf())
    assert refusal.value.code == "file_not_a_picture"


def test_photos_are_put_in_order_and_the_first_is_the_cover(rice, of_producer, django_assert_num_queries):
    photos = [add(rice, of_producer, alt=f"Ảnh {number}", content=jpeg(width=300 + number)) for number in range(3)]
    assert list(queries.photos_of(rice)) == photos
    wanted = [photos[2].id, photos[0].id, photos[1].id]
    assert [photo.id for photo in order_photos(product=rice, order=wanted, by=of_producer, at=AT)] == wanted
    with django_assert_num_queries(2):
        assert queries.covers_of([rice.id])[rice.id].sizes.all()
        assert queries.covers_of([]) == {}
    assert timeline("product", str(rice.id))[-1].act == "evidence.order_photos"
    with pytest.raises(Refused) as refusal:
        order_photos(product=rice, order=wanted[:2], by=of_producer, at=AT)
    assert refusal.value.code == "photos_changed"


def test_words_are_changed_on_the_version_that_was_seen(rice, of_producer, officer):
    photo = add(rice, of_producer)
    assert change_photo(id=photo.id, alt=" Gạo nếp ", seen_version=1, by=officer, at=AT).alt == "Gạo nếp"
    with pytest.raises(Conflict):
        change_photo(id=photo.id, alt="Khác", seen_version=1, by=of_producer, at=AT)


def test_a_withdrawn_photo_is_kept_but_shown_no_more(rice, of_producer):
    photo = add(rice, of_producer)
    withdraw_photo(id=photo.id, seen_version=1, by=of_producer, at=AT)
    assert not queries.photos_of(rice).exists()
    assert opened(queries.photo(photo.id).file).read(3) == b"\xff\xd8\xff"
    with pytest.raises(Refused) as refusal:
        change_photo(id=photo.id, alt="x", seen_version=2, by=of_producer, at=AT)
    assert refusal.value.code == "withdrawn"


def test_a_form_sent_twice_adds_one_photo(rice, of_producer):
    assert add(rice, of_producer, key="k") == add(rice, of_producer, key="k", content=io.BytesIO(b"x").getvalue())
    assert Photo.objects.count() == 1


@pytest.mark.parametrize("ask", [lambda: queries.photo("x"), lambda: queries.size_of(Photo(), "webp", 1)])
def test_what_is_not_there_is_said_to_be_absent(db, ask):
    with pytest.raises(Refused) as refusal:
        ask()
    assert refusal.value.code == "no_photo"
