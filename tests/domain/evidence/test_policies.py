"""Who may do what in the evidence library: by the table of acts, where the producer lies; every act asks."""

import pytest

from ocop.domain.evidence import policies
from ocop.domain.evidence.actions import papers, photos
from ocop.domain.evidence.fields import CLASSES, FIELDS
from ocop.rules.access.decide import Held
from ocop.rules.refused import Refused
from tests.domain.evidence.conftest import AT, working
from tests.domain.evidence.test_papers import add
from tests.kit.made_files import jpeg, pdf, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def strangers(cooperative, neighbour):
    """Somebody of another producer, the officer next door, the council of the province, who runs the system."""
    from ocop.domain.places.queries import unit_on
    from tests.rules.small_units import NEW

    province = str(unit_on("01", NEW).unit_id)
    return [
        working("Người Khác", Held("producer", producer=str(neighbour.id))),
        working("Cán Bộ Khác", Held("commune_officer", unit=str(neighbour.unit_id))),
        working("Ủy Viên", Held("council_member", unit=province)),
        working("Quản Trị", Held("system_administrator", unit="vn")),
        working("Không Vai Trò"),
    ]


def test_the_producer_s_people_and_its_officer_may_and_strangers_may_not(
    cooperative, rice, of_producer, officer, strangers
):
    paper = add(cooperative, of_producer)
    asked = [
        (policies.may_read_papers, cooperative),
        (policies.may_add_paper, cooperative),
        (policies.may_change_paper, paper),
        (policies.may_withdraw_paper, paper),
        (policies.may_change_photos, rice),
    ]
    for may, what in asked:
        assert may(of_producer, what) and may(officer, what)
        assert not [one for one in strangers if may(one, what)]


def test_an_inspector_reads_but_changes_nothing(cooperative, of_producer):
    inspector = working("Thanh Tra", Held("inspector", unit="vn"))
    paper = add(cooperative, of_producer)
    assert policies.may_read_papers(inspector, cooperative)
    assert not policies.may_change_paper(inspector, paper) and not policies.may_add_paper(inspector, cooperative)


ACTS = {
    "add_paper": lambda it, by: papers.add_paper(producer=it.producer, uploads=[], kind="e01", by=by, at=AT),
    "change_paper": lambda it, by: papers.change_paper(id=it.id, changes={}, seen_version=1, by=by, at=AT),
    "serve": lambda it, by: papers.serve(id=it.id, by=by, at=AT),
    "withdraw_paper": lambda it, by: papers.withdraw_paper(id=it.id, reason="", seen_version=1, by=by, at=AT),
    "add_photo": lambda it, by: photos.add_photo(product=it.rice, upload=upload(b""), alt="x", by=by, at=AT),
    "change_photo": lambda it, by: photos.change_photo(id=it.photo.id, alt="x", seen_version=1, by=by, at=AT),
    "withdraw_photo": lambda it, by: photos.withdraw_photo(id=it.photo.id, seen_version=1, by=by, at=AT),
    "order_photos": lambda it, by: photos.order_photos(product=it.rice, order=[], by=by, at=AT),
}


def test_every_act_asks_before_it_does_anything(cooperative, rice, of_producer, strangers):
    it = add(cooperative, of_producer, pdf("a"))
    it.rice = rice
    it.photo = photos.add_photo(product=rice, upload=upload(jpeg()), alt="Gạo", by=of_producer, at=AT)
    for act in ACTS.values():
        for stranger in strangers:
            with pytest.raises(Refused) as refusal:
                act(it, stranger)
            assert refusal.value.code in {"no_role", "elsewhere"}
    gone = papers.withdraw_paper(id=it.id, reason="", seen_version=1, by=of_producer, at=AT)
    with pytest.raises(Refused):
        papers.offer_again(id=gone.id, seen_version=2, by=strangers[0], at=AT)


def test_every_column_is_classed_and_named():
    from django.apps import apps

    columns = {
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("evidence").get_models()
        for field in model._meta.concrete_fields
    }
    assert columns == set(FIELDS)
    assert {column.data for column in FIELDS.values()} <= set(CLASSES)
    assert all(column.vi and column.en for column in FIELDS.values())
    assert FIELDS["PaperText.words"].data != "none" != FIELDS["Paper.file"].data
