"""Photos of a product: told in words, in order, in sizes a browser chooses from, taken away again."""

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ocop.domain.evidence.models import Photo
from ocop.domain.history.models import Event
from tests.kit.made_files import jpeg, pdf
from tests.web.producer.shelf import photo_of
from tests.web.reading import vietnamese_left_in

pytestmark = pytest.mark.django_db


def words(answer):
    return answer.content.decode()


def photo(content=None, name="mien.jpg"):
    return SimpleUploadedFile(name, content or jpeg(width=1600, height=1200), "image/jpeg")


def test_a_photo_is_added_with_its_words_and_drawn_in_its_sizes(here, noodles):
    to = f"/san-pham/{noodles.id}/anh/"
    assert "Chưa có ảnh nào" in words(here.get(to))
    sent = {"key": uuid4(), "alt": "Gói miến dong 500 g", "photo": photo()}
    assert here.post(f"{to}them/", sent).url == f"{to}?xong=anh"
    sent["photo"].seek(0)
    here.post(f"{to}them/", sent)
    made = Photo.objects.get()
    page = words(here.get(to))
    webp, plain = re.findall(r'srcset="([^"]+)"', page)
    assert "320w" in webp and "1280w" in webp and ".webp" in webp and ".jpeg" in plain
    assert f'src="/anh/{made.id}/640.jpeg" width="640" height="480" alt="Gói miến dong 500 g"' in page
    assert 'loading="lazy"' in page and "ảnh bìa" in page
    answer = here.get(f"/anh/{made.id}/320.webp")
    assert answer.headers["Content-Type"] == "image/webp" and "sandbox" in answer.headers["Content-Security-Policy"]
    assert here.get(f"/anh/{made.id}/99.webp").status_code == 404
    assert vietnamese_left_in(words(here.get(f"/en{to}"))) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"alt": " "}, "Hãy viết một câu nói ảnh chụp gì"),
        ({"photo": photo(pdf(), "a.pdf")}, "“a.pdf”: là PDF; ở đây cần một bức ảnh"),
        ({"photo": ""}, "Chưa có tệp nào"),
    ],
)
def test_a_refusal_says_why_and_keeps_the_words(here, noodles, change, said):
    answer = here.post(
        f"/san-pham/{noodles.id}/anh/them/", {"key": uuid4(), "alt": "Gói miến", "photo": photo()} | change
    )
    assert answer.status_code == 422 and said in words(answer)
    assert "alt" in change or 'value="Gói miến"' in words(answer)
    assert not Photo.objects.exists()


def test_photos_are_put_in_order_and_the_first_is_the_cover(here, noodles):
    first, second = (photo_of(noodles, f"Ảnh {number}", number) for number in range(2))
    page = words(here.get(f"/san-pham/{noodles.id}/anh/"))
    assert page.count('name="order"') == 2
    to = f"/san-pham/{noodles.id}/anh/thu-tu/"
    sent = {"key": uuid4(), "order": f"{second.id},{first.id}"}
    for _ in range(2):
        assert here.post(to, sent).status_code == 302
    page = words(here.get(f"/san-pham/{noodles.id}/anh/"))
    assert page.index("Ảnh 1") < page.index("Ảnh 0")
    assert Event.objects.filter(act="evidence.order_photos").count() == 1
    assert here.post(to, {"key": uuid4(), "order": str(first.id)}).status_code == 409
    assert here.post(to, {"key": uuid4(), "order": "x"}).status_code == 409


def test_words_are_changed_on_the_version_seen_and_a_photo_is_taken_away(here, noodles):
    made = photo_of(noodles)
    to = f"/anh/{made.id}/sua/"
    assert 'value="Gói miến dong 500 g"' in words(here.get(to))
    assert here.post(to, {"key": uuid4(), "version": 1, "alt": "Bát miến"}).status_code == 302
    stale = here.post(to, {"key": uuid4(), "version": 1, "alt": "Khác"})
    assert stale.status_code == 409 and 'value="Khác"' in words(stale)
    assert here.post(to, {"key": uuid4(), "version": 2, "alt": ""}).status_code == 422
    gone = {"key": uuid4(), "version": 2}
    assert [here.post(f"/anh/{made.id}/bo/", gone).status_code for _ in range(2)] == [302, 302]
    assert "Chưa có ảnh nào" in words(here.get(f"/san-pham/{noodles.id}/anh/"))
    assert here.get(to).status_code == 409
