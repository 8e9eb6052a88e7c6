"""One paper: what is written on it, two people changing it, withdrawing it, and its bytes that never act."""

from uuid import uuid4

import pytest

from ocop.domain.evidence.models import Paper
from ocop.domain.evidence.queries.papers import criteria_served, products_served
from ocop.domain.history.models import Event
from ocop.domain.history.queries import faults
from tests.kit.made_files import pdf
from tests.web.producer.shelf import paper_of, producer_in
from tests.web.reading import vietnamese_left_in

pytestmark = pytest.mark.django_db


def words(answer):
    return answer.content.decode()


def written(paper, **more):
    return {"key": uuid4(), "version": paper.version, "kind": paper.kind, "title": paper.title} | more


def test_what_is_written_on_it_is_kept_and_told_in_its_history(here, cooperative, noodles):
    paper = paper_of(cooperative, kind="e12")
    form = words(here.get(f"/giay-to/{paper.id}/sua/?moi=1"))
    ticks = [part.split('"')[0] for part in form.split('name="criteria" value="')[1:]]
    assert ticks and all(tick.startswith("26/2026/QĐ-TTg|6|") for tick in ticks)
    sent = written(
        paper, number="12/2026", issuer="Sở Y tế", expires_on="2027-01-12", products=[noodles.id], criteria=ticks[:1]
    )
    for _ in range(2):
        assert here.post(f"/giay-to/{paper.id}/sua/", sent).url == f"/giay-to/{paper.id}/?xong=ghi"
    assert list(products_served(paper)) == [noodles] and len(criteria_served(paper)) == 1
    page = words(here.get(f"/giay-to/{paper.id}/"))
    assert all(
        said in page
        for said in ("12/2026", "Sở Y tế", "12/01/2027", "Sửa thông tin giấy tờ", "Chứng minh cho tiêu chí")
    )
    assert str(noodles.id) in page and page.count("Miến dong Bình Liêu") == 2  # the list of products, and the history
    assert Event.objects.filter(act="evidence.change_paper").count() == 1 and not list(faults())
    assert vietnamese_left_in(words(here.get(f"/en/giay-to/{paper.id}/"))) == []
    assert vietnamese_left_in(words(here.get(f"/en/giay-to/{paper.id}/sua/"))) == []


def test_two_people_on_one_paper_see_what_differs_and_nothing_is_overwritten(here, office, cooperative, noodles):
    paper = paper_of(cooperative, number="1")
    mine = written(paper, number="2", title="Của tôi")
    assert (
        office.post(f"/giay-to/{paper.id}/sua/", written(paper, number="3", products=[noodles.id])).status_code == 302
    )
    answer = here.post(f"/giay-to/{paper.id}/sua/", mine)
    page = words(answer)
    assert answer.status_code == 409 and "chưa có gì bị ghi đè" in page
    assert '<span lang="vi">3</span>' in page and "Miến dong Bình Liêu" in page
    assert 'value="2"' in page and 'value="Của tôi"' in page and 'name="version" value="2"' in page
    paper.refresh_from_db()
    assert (paper.number, paper.title) == ("3", "Phiếu kiểm nghiệm")
    assert here.post(f"/giay-to/{paper.id}/sua/", mine | {"key": uuid4(), "version": 2}).status_code == 302
    assert Paper.objects.get().number == "2"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"issued_on": "2026-02-02", "expires_on": "2026-02-01"}, "Ngày hết hạn phải từ ngày cấp trở đi."),
        ({"expires_on": "mai"}, "Chọn lại ngày."),
        ({"criteria": ["x"]}, "Tiêu chí này không có"),
        ({"version": "x"}, "Biểu mẫu không đầy đủ"),
    ],
)
def test_a_mistake_is_said_beside_its_box_and_the_rest_stays(here, cooperative, change, said):
    paper = paper_of(cooperative)
    answer = here.post(f"/giay-to/{paper.id}/sua/", written(paper, issuer="Sở Y tế") | change)
    assert answer.status_code == 422 and said in words(answer) and 'value="Sở Y tế"' in words(answer)
    assert Paper.objects.get().issuer == ""


def test_withdrawing_says_what_will_happen_and_can_be_undone(here, cooperative, noodles):
    paper = paper_of(cooperative, products=[noodles])
    assert "Miến dong Bình Liêu" in words(here.get(f"/giay-to/{paper.id}/rut/"))
    sent = {"key": uuid4(), "version": 1, "reason": "đã có giấy mới"}
    for _ in range(2):
        assert here.post(f"/giay-to/{paper.id}/rut/", sent).url == f"/giay-to/{paper.id}/?xong=rut"
    page = words(here.get(f"/giay-to/{paper.id}/"))
    assert "đã rút" in page and f"/giay-to/{paper.id}/dung-lai/" in page and f"/giay-to/{paper.id}/sua/" not in page
    assert "Phiếu kiểm nghiệm" not in words(here.get(f"/san-pham/{noodles.id}/giay-to/"))
    assert here.get(f"/giay-to/{paper.id}/sua/").status_code == 409
    stale = here.post(f"/giay-to/{paper.id}/dung-lai/", {"key": uuid4(), "version": 1})
    assert stale.status_code == 409 and not Paper.objects.get().is_offered
    assert here.post(f"/giay-to/{paper.id}/dung-lai/", {"key": uuid4(), "version": 2}).status_code == 302
    assert Paper.objects.get().is_offered


def test_bytes_are_for_those_who_may_read_and_never_act(here, cooperative):
    paper = paper_of(cooperative, "Phiếu kiểm nghiệm", number="12/2026", content=pdf("mot", "hai"))
    for address, kind in (("tep/", "application/pdf"), ("trang/1/?nho", "image/webp"), ("trang/2/", "image/webp")):
        answer = here.get(f"/giay-to/{paper.id}/{address}", headers={"Accept-Encoding": "gzip"})
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, kind)
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"].startswith("private")
        assert b"".join(answer.streaming_content)
    assert here.get(f"/giay-to/{paper.id}/tep/").headers["Content-Disposition"] == (
        'attachment; filename="phieu-kiem-nghiem-122026.pdf"'
    )
    assert here.get(f"/giay-to/{paper.id}/trang/3/").status_code == 404
    foreign = paper_of(producer_in("00715", "HTX khác"), content=b"z")
    for address in ("", "tep/", "trang/1/", "sua/", "rut/"):
        assert here.get(f"/giay-to/{foreign.id}/{address}").status_code == 403
