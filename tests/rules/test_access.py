"""Who may do what, where: each answer with its reason, and the table sound in itself."""

import itertools

import pytest

from ocop.rules.access.acts import ACTS
from ocop.rules.access.decide import Held, Place, may
from ocop.rules.access.roles import ROLES
from ocop.rules.refused import Refused
from ocop.rules.verdict import Verdict

MY_BANG = Place(("vn", "08", "02473"))
SU_ANH = Place(("vn", "08", "02473"), "su-anh")
COMMUNE = Held("commune_officer", "02473", "Xã Mỹ Bằng")
PROVINCE = Held("provincial_agency", "08", "Tỉnh Tuyên Quang")
OWNER = Held("producer", producer="su-anh")


def test_an_officer_acts_in_the_own_commune_only():
    assert may("registry.add_producer", [COMMUNE], MY_BANG)
    other = may("registry.add_producer", [COMMUNE], Place(("vn", "08", "02497")))
    assert (other.allowed, other.code) == (False, "elsewhere")
    assert other.vi == (
        "Bạn là Cán bộ OCOP cấp xã ở nơi khác, nên không thêm chủ thể ở đây được. Hãy nhờ người phụ trách nơi này."
    )
    assert other.en == (
        "You are Commune OCOP officer elsewhere, so you cannot add a producer here. "
        "Ask whoever is in charge of this place."
    )


def test_a_province_acts_in_all_its_communes_and_in_no_other_province():
    assert may("registry.add_producer", [PROVINCE], MY_BANG)
    assert not may("registry.add_producer", [PROVINCE], Place(("vn", "19", "01840")))
    assert not may("registry.add_producer", [COMMUNE], Place(("vn", "08")))


def test_a_producer_acts_on_what_is_its_own():
    assert may("registry.change_product", [OWNER], SU_ANH)
    assert may("registry.change_product", [OWNER], Place(("vn",), "other")).code == "elsewhere"
    assert may("registry.change_product", [OWNER], MY_BANG).code == "elsewhere"
    assert may("registry.add_producer", [OWNER], SU_ANH).code == "no_role"


def test_a_role_without_a_unit_or_a_producer_reaches_nothing():
    assert not may("registry.add_producer", [Held("commune_officer")], Place(("", "08")))
    assert not may("registry.change_product", [Held("producer")], Place(("vn",)))
    assert not may("registry.add_producer", [Held("commune_officer", producer="su-anh")], SU_ANH)
    assert not may("registry.change_product", [Held("producer", unit="08")], SU_ANH)


def test_a_yes_says_what_it_rests_on():
    assert may("registry.add_producer", [OWNER, COMMUNE], SU_ANH).vi == "Cán bộ OCOP cấp xã – Xã Mỹ Bằng"
    assert may("registry.change_product", [OWNER], SU_ANH).words("en") == "Producer's people"
    standing = Held("commune_officer", "02473", "Xã Mỹ Bằng", standing_in="người dùng minh họa")
    assert may("registry.add_producer", [standing], MY_BANG).words() == (
        "Cán bộ OCOP cấp xã – Xã Mỹ Bằng, thay người dùng minh họa"
    )
    assert may("registry.add_producer", [standing], MY_BANG).en == (
        "Commune OCOP officer – Xã Mỹ Bằng, standing in for người dùng minh họa"
    )


def test_a_no_names_the_roles_that_may():
    nobody = may("registry.add_producer", [], MY_BANG)
    assert nobody.code == "no_role"
    assert nobody.vi == (
        "Chỉ Cán bộ OCOP cấp xã hoặc Cơ quan thường trực OCOP cấp tỉnh được thêm chủ thể. "
        "Hãy nhờ họ, hoặc xin cơ quan OCOP cấp tỉnh giao vai trò."
    )
    assert nobody.en == (
        "Only Commune OCOP officer or Provincial OCOP agency may add a producer. "
        "Ask them, or ask the provincial OCOP agency for the role."
    )
    assert may("registry.import_workbook", [COMMUNE], MY_BANG).en.startswith("Only Provincial OCOP agency may import")
    assert ", Cơ quan OCOP cấp Trung ương hoặc Chủ tịch" not in may("registry.read", [], MY_BANG).vi
    two = [Held("commune_officer", "1"), Held("provincial_agency", "2"), Held("commune_officer", "3")]
    assert may("registry.add_producer", two, MY_BANG).vi.startswith(
        "Bạn là Cán bộ OCOP cấp xã và Cơ quan thường trực OCOP cấp tỉnh ở nơi khác"
    )
    people = may("accounts.see_people", [], MY_BANG).vi
    assert "Cán bộ OCOP cấp xã, Cơ quan thường trực OCOP cấp tỉnh, Cơ quan OCOP cấp Trung ương, Lãnh đạo, " in people
    assert "Người kiểm toán, giám sát độc lập hoặc Quản trị hệ thống được xem người và vai trò" in people


def test_several_roles_give_the_sum_of_each():
    for act in ACTS:
        for one, two in itertools.product([COMMUNE, PROVINCE, OWNER], repeat=2):
            both = bool(may(act, [one, two], SU_ANH))
            assert both == (bool(may(act, [one], SU_ANH)) or bool(may(act, [two], SU_ANH)))


@pytest.mark.parametrize("role", ROLES.values(), ids=lambda role: role.code)
def test_every_role_may_do_something_and_be_held_somewhere(role):
    assert role.levels
    assert any(role.code in (*act.within, *act.own) for act in ACTS.values())


@pytest.mark.parametrize("act", ACTS.values(), ids=lambda act: act.code)
def test_every_act_belongs_to_known_roles_that_can_reach_it(act):
    assert act.within or act.own
    assert {*act.within, *act.own} <= ROLES.keys()
    assert all("producer" not in ROLES[role].levels for role in act.within)
    assert all(ROLES[role].levels == ("producer",) for role in act.own)
    assert act.code.count(".") == 1


def test_who_administers_the_system_does_not_touch_products_or_scores():
    allowed = {act.code for act in ACTS.values() if "system_administrator" in act.within}
    assert {code.split(".")[0] for code in allowed} == {"accounts", "history"}


def test_a_no_can_be_required():
    Verdict(True).require()
    with pytest.raises(Refused) as refusal:
        Verdict(False, "elsewhere", "Không ở đây.", "Not here.").require()
    assert (refusal.value.code, refusal.value.vi, refusal.value.en) == ("elsewhere", "Không ở đây.", "Not here.")
