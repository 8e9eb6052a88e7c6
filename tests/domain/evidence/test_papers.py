"""A producer's papers: handed in once, found again, used for several products, withdrawn, renewed."""

import io
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from ocop.domain.evidence.actions.papers import add_paper, change_paper, offer_again, serve, withdraw_paper
from ocop.domain.evidence.models import Paper, PaperText, StoredFile
from ocop.domain.evidence.queries import papers as queries
from ocop.domain.evidence.queries.files import opened, store
from ocop.domain.history.queries import timeline
from ocop.rules.refused import Refused
from ocop.rules.register.conflict import Conflict
from tests.domain.evidence.conftest import AT, DAY
from tests.kit.made_files import jpeg, pdf, upload

pytestmark = pytest.mark.django_db
CRITERION = queries.Criterion("26/2026/QĐ-TTg", 1, "A.1.1")
SMALL = pdf("Giay chung nhan an toan thuc pham")


def add(producer, by, *files, **more):
    uploads = [upload(content, f"trang {number}.jpg") for number, content in enumerate(files or (SMALL,), 1)]
    return add_paper(producer=producer, uploads=uploads, by=by, at=AT, **({"kind": "e02"} | more))


@pytest.fixture
def paper(cooperative, rice, of_producer):
    return add(
        cooperative, of_producer, number="12/2026/ATTP", issuer="Sở Y tế", issued_on=date(2026, 1, 5),
        expires_on=date(2029, 1, 4), products=[rice], criteria=[CRITERION],
    )  # fmt: skip


def test_photos_of_two_pages_become_one_paper_that_serves_a_product(cooperative, rice, of_producer):
    paper = add(cooperative, of_producer, jpeg(), jpeg(colour="grey"), products=[rice], criteria=[CRITERION])
    assert (paper.title, paper.file.pages, paper.file.media_type) == (
        "Giấy chứng nhận cơ sở đủ điều kiện sản xuất", 2, "application/pdf",
    )  # fmt: skip
    assert opened(paper.file).read(5) == b"%PDF-"
    assert paper.preview.media_type == "image/webp" and paper.preview.height == 640
    assert list(queries.papers_for(rice)) == [paper] == list(queries.papers_for_criterion(rice, CRITERION))
    (event,) = timeline("paper", str(paper.id))
    assert (event.act, event.name, event.after["products"]) == ("registry.add_paper", "Trần Thị Mẫu", [str(rice.id)])
    assert event.after["criteria"] == ["26/2026/QĐ-TTg 1 A.1.1"]


def test_a_form_sent_twice_adds_one_paper_and_opens_the_file_once(cooperative, of_producer):
    first = add(cooperative, of_producer, key="form-1")
    spoilt = add(cooperative, of_producer, b"MZ" + bytes(99), key="form-1")
    assert first == spoilt
    assert Paper.objects.count() == len(timeline("paper", str(first.id))) == 1


def test_the_same_bytes_are_kept_once_and_their_words_read_once(cooperative, of_producer, neighbour, officer):
    one, other = add(cooperative, of_producer), add(cooperative, officer, kind="e14")
    assert one.file == other.file
    assert StoredFile.objects.count() == len(list(store().digests())) == 2  # the paper and its first page
    assert PaperText.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "code", "where"),
    [
        ({"kind": "e99"}, "bad_value", "kind"),
        ({"title": "a" * 256}, "bad_value", "title"),
        ({"number": "1" * 121}, "bad_value", "number"),
        ({"issued_on": DAY, "expires_on": DAY - timedelta(days=1)}, "bad_value", "expires_on"),
        ({"criteria": [queries.Criterion("26/2026/QĐ-TTg", 1, "Z.9")]}, "no_criterion", "criteria"),
        ({"criteria": [queries.Criterion("26/2026/QĐ-TTg", 99, "A.1.1")]}, "no_set", "criteria"),
    ],
)
def test_what_does_not_make_sense_is_refused_before_a_file_is_opened(cooperative, of_producer, wrong, code, where):
    with pytest.raises(Refused) as refusal:
        add(cooperative, of_producer, b"MZ", **wrong)
    assert (refusal.value.code, refusal.value.where) == (code, where)
    assert not list(store().digests())


def test_a_file_that_cannot_be_used_leaves_nothing_behind(cooperative, of_producer):
    with pytest.raises(Refused, match=r"trang 2.jpg: là chương trình máy tính"):
        add(cooperative, of_producer, jpeg(), b"MZ" + bytes(99))
    assert not Paper.objects.exists() and not StoredFile.objects.exists() and not list(store().digests())
    assert store().clear_incoming(AT.timestamp() * 2) == 0


def test_a_paper_serves_products_of_its_own_producer_only(paper, neighbour, of_producer, officer):
    from ocop.domain.registry.actions.products import add_product
    from tests.domain.evidence.conftest import LAN

    strange = add_product(producer=neighbour, name="Mật ong", source="thử", by=LAN, at=AT)
    with pytest.raises(Refused) as refusal:
        serve(id=paper.id, products=[strange], by=of_producer, at=AT)
    assert refusal.value.code == "not_its_product"


def test_a_paper_is_used_again_for_another_product(paper, rice, beans, officer):
    serve(id=paper.id, products=[beans], by=officer, at=AT)
    serve(id=paper.id, products=[beans], by=officer, at=AT)
    assert set(queries.products_served(paper)) == {rice, beans}
    assert [event.act for event in timeline("paper", str(paper.id))] == ["registry.add_paper", "evidence.serve"]
    assert list(queries.papers_for(beans)) == [paper]


def test_what_is_written_about_a_paper_is_changed_with_what_it_serves(paper, beans, of_producer):
    changes = {"title": " Giấy ATTP ", "expires_on": date(2030, 1, 4), "products": [beans], "criteria": []}
    changed = change_paper(id=paper.id, changes=changes, seen_version=1, by=of_producer, at=AT)
    assert (changed.title, changed.version, changed.expires_on) == ("Giấy ATTP", 2, date(2030, 1, 4))
    assert list(queries.products_served(paper)) == [beans] and queries.criteria_served(paper) == []
    event = timeline("paper", str(paper.id))[-1]
    assert event.before["expires_on"] == "2029-01-04"
    assert event.after["products"] == [str(beans.id)]
    assert list(queries.papers_of(paper.producer, queries.Wanted(words="giay attp"))) == [paper]


def test_two_people_on_one_paper_are_shown_what_differs(paper, beans, of_producer, officer):
    change_paper(id=paper.id, changes={"number": "13", "products": [beans]}, seen_version=1, by=officer, at=AT)
    with pytest.raises(Conflict) as conflict:
        change_paper(id=paper.id, changes={"number": "14", "issuer": "Bộ"}, seen_version=1, by=of_producer, at=AT)
    differing = {one.field: (one.seen, one.stored, one.offered) for one in conflict.value.differences}
    assert differing["number"] == ("12/2026/ATTP", "13", "14")
    assert differing["issuer"] == ("Sở Y tế", "Sở Y tế", "Bộ")
    assert queries.paper(paper.id).number == "13"


def test_a_withdrawn_paper_is_kept_but_offered_no_more_until_it_is_offered_again(paper, rice, of_producer):
    gone = withdraw_paper(id=paper.id, reason="nộp nhầm", seen_version=1, by=of_producer, at=AT)
    assert not gone.is_offered and opened(gone.file).read(5) == b"%PDF-"
    assert not queries.papers_for(rice).exists() and not queries.papers_of(paper.producer).exists()
    assert list(queries.papers_of(paper.producer, queries.Wanted(withdrawn=True))) == [paper]
    assert timeline("paper", str(paper.id))[-1].note == "nộp nhầm"
    with pytest.raises(Refused) as refusal:
        change_paper(id=paper.id, changes={"number": "1"}, seen_version=2, by=of_producer, at=AT)
    assert refusal.value.code == "withdrawn"
    assert offer_again(id=paper.id, seen_version=2, by=of_producer, at=AT).is_offered
    assert list(queries.papers_for(rice)) == [paper]


def test_a_renewed_paper_takes_the_place_of_the_old_one_and_what_it_served(paper, rice, of_producer):
    new = add(paper.producer, of_producer, pdf("Giay moi"), replaces=paper, expires_on=date(2032, 1, 4))
    assert list(queries.papers_for(rice)) == [new] and queries.criteria_served(new) == [CRITERION]
    old = queries.paper(paper.id)
    assert old.replaced_by == new and not old.is_offered
    assert timeline("paper", str(old.id))[-1].act == "evidence.withdraw_paper"
    with pytest.raises(Refused) as refusal:
        offer_again(id=old.id, seen_version=old.version, by=of_producer, at=AT)
    assert refusal.value.code == "replaced"


def test_a_paper_replaces_none_of_another_producer(paper, neighbour, officer):
    from tests.domain.evidence.conftest import LAN

    with pytest.raises(Refused) as refusal:
        add(neighbour, LAN, replaces=paper)
    assert refusal.value.code == "not_its_paper"


@pytest.mark.parametrize("words", ["GIAY CHUNG NHAN", "12/2026", "so y te", "điều kiện", "attp 2026"])
def test_a_paper_is_found_by_what_is_written_about_it_without_accents(paper, words):
    assert list(queries.papers_of(paper.producer, queries.Wanted(words=words))) == [paper]
    assert not queries.papers_of(paper.producer, queries.Wanted(words=f"{words} mật ong")).exists()


def test_papers_are_listed_by_title_and_narrowed_by_kind(cooperative, of_producer):
    titles = ["Ớt", "Ăn toàn", "Đăng ký", "An toàn"]
    papers = [add(cooperative, of_producer, title=title, kind=f"e0{n}") for n, title in enumerate(titles, 1)]
    assert [row.title for row in queries.papers_of(cooperative)] == ["An toàn", "Ăn toàn", "Đăng ký", "Ớt"]
    assert list(queries.papers_of(cooperative, queries.Wanted(kind="e03"))) == [papers[2]]


@pytest.mark.parametrize(
    ("expires_on", "within", "warned"),
    [
        (DAY - timedelta(days=300), None, True),
        (DAY, None, True),
        (DAY + timedelta(days=60), None, True),
        (DAY + timedelta(days=61), None, False),
        (DAY + timedelta(days=61), 90, True),
        (None, 90, False),
    ],
)
def test_papers_that_expire_are_warned_of_in_time(cooperative, of_producer, expires_on, within, warned):
    paper = add(cooperative, of_producer, expires_on=expires_on)
    for where in ({}, {"producer": cooperative}, {"units": [cooperative.unit_id]}, {"province": "01"}):
        assert queries.expiring(DAY, within=within, **where).contains(paper) is warned
    assert not queries.expiring(DAY, within=within, province="02").exists()


def test_how_many_days_before_is_the_site_s_to_set(cooperative, of_producer, settings):
    settings.PAPER_WARNING_DAYS = 10
    add(cooperative, of_producer, expires_on=DAY + timedelta(days=11))
    assert not queries.expiring(DAY).exists()


def test_withdrawn_papers_are_not_warned_of(cooperative, of_producer):
    paper = add(cooperative, of_producer, expires_on=DAY)
    withdraw_paper(id=paper.id, reason="", seen_version=1, by=of_producer, at=AT)
    assert not queries.expiring(DAY).exists()


def test_a_list_takes_one_query_however_long(paper, of_producer, django_assert_num_queries):
    plain = {f.attname: getattr(paper, f.attname) for f in Paper._meta.concrete_fields if f.name != "id"}
    Paper.objects.bulk_create(Paper(**plain) for _ in range(500))
    with django_assert_num_queries(1):
        assert len([(row.file.pages, row.file.text.state) for row in queries.papers_of(paper.producer)]) == 501


def test_a_lost_file_is_said_to_be_lost(paper, settings):
    (settings.PAPERS_DIR / paper.file.sha256[:2] / paper.file.sha256).unlink()
    with pytest.raises(Refused) as refusal:
        opened(paper.file)
    assert refusal.value.code == "file_missing"


@pytest.mark.parametrize("id", ["0190a0a0-0000-7000-8000-000000000000", "không phải mã"])
def test_what_is_not_there_is_said_to_be_absent(id, db):
    with pytest.raises(Refused) as refusal:
        queries.paper(id)
    assert refusal.value.code == "no_paper"


@pytest.mark.parametrize("wrong", [{"expires_on": date(2020, 1, 1)}, {"replaced_by_id": "self"}])
def test_the_tables_themselves_refuse_what_cannot_be(paper, wrong):
    values = {name: paper.id if value == "self" else value for name, value in wrong.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Paper.objects.filter(id=paper.id).update(**values)


def test_an_upload_is_read_once_from_where_it_stands(cooperative, of_producer):
    from ocop.kit.documents.workshop import Upload

    content = io.BytesIO(SMALL)
    assert add_paper(
        producer=cooperative, uploads=[Upload("a.pdf", content)], kind="e01", by=of_producer, at=AT
    ).file.pages
