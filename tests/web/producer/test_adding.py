"""Handing in a paper: pages into one clean PDF, refused with a reason and nothing typed lost, stored once."""

import io
from uuid import uuid4

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from ocop.domain.evidence.models import Paper, StoredFile
from ocop.domain.evidence.queries.files import opened
from ocop.domain.history.models import Event
from tests.kit.made_files import encoded, picture, zipped
from tests.web.producer.shelf import paper_of, producer_in, product_of
from tests.web.reading import vietnamese_left_in

pytestmark = pytest.mark.django_db


def photographed(name="giay.jpg", **more):
    """A photo as phones make it: turned on its side, with the place where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "MAYANH-MAU"
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 15.0, 30.0)})
    return SimpleUploadedFile(name, encoded(picture(**more), exif=exif), "image/jpeg")


def words(answer):
    return answer.content.decode()


def test_pages_become_one_clean_pdf_and_what_is_written_comes_next(here, cooperative, noodles):
    to = f"/chu-the/{cooperative.id}/giay-to/them/"
    pages = [photographed(), photographed("2.jpg", colour="ivory")]
    sent = {"key": uuid4(), "kind": "e02", "san-pham": noodles.id, "files": pages}
    answer = here.post(to, sent)
    made = Paper.objects.get()
    assert answer.url == f"/giay-to/{made.id}/sua/?moi=1&san-pham={noodles.id}"
    assert made.title == "Giấy chứng nhận cơ sở đủ điều kiện sản xuất" and made.file.pages == 2
    content = opened(made.file).read()
    assert b"MAYANH-MAU" not in content and b"Exif" not in content
    document = pikepdf.Pdf.open(io.BytesIO(content))
    page = document.pages[0]
    assert page.mediabox[2] > page.mediabox[3]  # turned upright: lying, as the photo was taken
    form = words(here.get(answer.url))
    assert "Đã cất giữ 2 trang" in form and f'value="{noodles.id}" checked' in form
    for again in (sent, sent):
        for file in again["files"]:
            file.seek(0)
        assert here.post(to, again).url == answer.url
    assert Paper.objects.count() == 1 and Event.objects.filter(act="registry.add_paper").count() == 1


def test_our_script_is_told_where_to_go_and_why_not(here, cooperative):
    to, by_script = f"/chu-the/{cooperative.id}/giay-to/them/", {"X-Requested-With": "XMLHttpRequest"}
    wrong = SimpleUploadedFile(
        "hop dong.docx", zipped(**{"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})
    )
    answer = here.post(to, {"key": uuid4(), "kind": "e03", "files": [wrong]}, headers=by_script)
    assert answer.status_code == 422
    assert answer.json()["fault"].startswith(
        "“hop dong.docx”: là tệp Word, Excel hoặc PowerPoint; mở ra, chọn Lưu thành PDF"
    )
    answer = here.post(to, {"key": uuid4(), "kind": "e03", "files": [photographed()]}, headers=by_script)
    assert answer.json()["to"].startswith("/giay-to/")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"files": [SimpleUploadedFile("a.svg", b"<svg onload='x()'/>")]}, "“a.svg”: là trang web hoặc hình vẽ"),
        ({"files": []}, "Chưa có tệp nào; chụp ảnh hoặc chọn tệp."),
        ({"kind": "e99"}, "Hãy chọn loại giấy tờ."),
    ],
)
def test_what_was_typed_stays_when_the_file_is_refused(here, cooperative, change, said):
    sent = {"key": str(uuid4()), "kind": "e12", "title": "Phiếu tháng 3", "files": [photographed()]} | change
    answer = here.post(f"/chu-the/{cooperative.id}/giay-to/them/", sent)
    page = words(answer)
    assert answer.status_code == 422 and said in page
    assert 'value="Phiếu tháng 3"' in page and sent["key"] in page
    assert ('<option value="e12" selected>' in page) == (sent["kind"] == "e12")
    assert not Paper.objects.exists() and not StoredFile.objects.exists()
    english = here.post(f"/en/chu-the/{cooperative.id}/giay-to/them/", sent | {"title": "", "files": []})
    assert vietnamese_left_in(words(english)) == []


def test_more_than_may_be_sent_is_refused_with_what_was_typed(here, cooperative, settings):
    settings.UPLOAD_LIMITS = settings.UPLOAD_LIMITS | {"size": 1_000}
    sent = {"key": uuid4(), "kind": "e12", "title": "Phiếu tháng 3", "files": [photographed()]}
    answer = here.post(f"/chu-the/{cooperative.id}/giay-to/them/", sent)
    assert answer.status_code == 422 and "“giay.jpg”: quá lớn" in words(answer)
    assert 'value="Phiếu tháng 3"' in words(answer)


def test_a_new_paper_takes_the_place_and_the_products_of_the_old(here, cooperative, noodles):
    old = paper_of(cooperative, kind="e12", products=[noodles])
    to = f"/chu-the/{cooperative.id}/giay-to/them/"
    page = words(here.get(f"{to}?thay={old.id}"))
    assert "Giấy mới thay cho:" in page and '<option value="e12" selected>' in page
    here.post(to, {"key": uuid4(), "kind": "e12", "thay": old.id, "files": [photographed()]})
    old.refresh_from_db()
    new = Paper.objects.exclude(id=old.id).get()
    assert old.replaced_by == new and not old.is_offered
    assert "Miến dong" in words(here.get(f"/giay-to/{new.id}/"))
    assert f"/giay-to/{new.id}/" in words(here.get(f"/giay-to/{old.id}/"))


def test_a_product_of_somebody_else_is_not_taken_from_the_address(here, cooperative):
    foreign = product_of(producer_in("00715", "HTX khác"))
    assert "Chè lạ" not in words(here.get(f"/chu-the/{cooperative.id}/giay-to/them/?san-pham={foreign.id}"))
    sent = {"key": uuid4(), "kind": "e12", "san-pham": foreign.id, "files": [photographed()]}
    assert "san-pham" not in here.post(f"/chu-the/{cooperative.id}/giay-to/them/", sent).url
