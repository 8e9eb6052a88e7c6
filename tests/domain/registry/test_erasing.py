"""A representative is erased when they ask: from the record and from its history, which still proves what happened."""

import pytest

from ocop.domain.history.models import Details
from ocop.domain.history.queries import faults, timeline
from ocop.domain.registry.actions.erasing import erase_representative
from ocop.domain.registry.actions.producers import change_representative
from ocop.domain.registry.models import Representative
from ocop.domain.registry.queries.producers import of_person
from ocop.rules.register.conflict import Conflict
from tests.domain.registry.conftest import AT, LAN
from tests.domain.registry.test_policies import held
from tests.domain.registry.test_producers import refused

BY = {"by": LAN, "at": AT}
PERSON = {"name": "Nông Văn Hào", "phone": "0912345678", "sex": "male", "has_disability": False}
NOTE = "đơn ngày 02/03/2026"


@pytest.fixture
def person(cooperative):
    change_representative(id=cooperative.id, changes=PERSON, seen_version=0, **BY)
    return change_representative(id=cooperative.id, changes={"phone": "0987654321"}, seen_version=1, **BY)


def test_everything_held_about_a_person_is_told(cooperative, person):
    assert of_person(cooperative) == {
        "Representative.name": "Nông Văn Hào", "Representative.phone": "0987654321", "Representative.sex": "male",
        "Representative.has_disability": False,
    }  # fmt: skip


def test_nothing_of_the_person_is_left_anywhere(cooperative, person):
    assert erase_representative(id=cooperative.id, note=NOTE, **BY) == 2
    assert of_person(cooperative) == {}
    past = timeline("representative", str(cooperative.id))
    assert [(one.act, one.erased) for one in past] == [
        ("registry.change_representative", True), ("registry.change_representative", True),
        ("registry.erase_person", False),
    ]  # fmt: skip
    assert past[-1].note == NOTE and past[0].erased_at == AT
    kept = " ".join(Details.objects.filter(content__isnull=False).values_list("content", flat=True))
    assert not [word for word in ("Hào", "0912345678", "0987654321") if word in kept]
    assert not list(faults())


def test_who_saw_the_person_before_cannot_save_them_again_unseen(cooperative, person):
    erase_representative(id=cooperative.id, note=NOTE, **BY)
    with pytest.raises(Conflict) as late:
        change_representative(id=cooperative.id, changes=PERSON, seen_version=2, **BY)
    assert {one.field for one in late.value.differences} >= {"name", "phone"}
    assert Representative.objects.get().name == ""
    change_representative(id=cooperative.id, changes={"name": "Lý Thị Mai"}, seen_version=3, **BY)
    assert of_person(cooperative) == {"Representative.name": "Lý Thị Mai"}


def test_erasing_needs_a_ground_a_person_and_the_right(cooperative, person):
    erase = {"id": cooperative.id, "at": AT}
    refused("bad_value", erase_representative, note=" ", by=LAN, **erase)
    refused("no_role", erase_representative, note=NOTE, by=held("commune_officer", "00001"), **erase)
    refused("no_role", erase_representative, note=NOTE, by=held("producer", producer=cooperative), **erase)
    assert of_person(cooperative)
    refused("no_role", erase_representative, note=NOTE, by=held("system_administrator"), **erase)
    erase_representative(note=NOTE, by=held("provincial_agency", "01"), **erase)
    refused("no_person", erase_representative, note=NOTE, by=LAN, **erase)
