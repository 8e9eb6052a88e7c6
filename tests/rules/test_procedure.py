"""What a filing consists of, the passage between laws, where the evidence is listed, and the sets that ended."""

from datetime import date

from ocop.rules.lawbook.book import find_set
from ocop.rules.lawbook.classification import Ending, endings, evidence_basis, related_sets
from ocop.rules.lawbook.lookup import filing_kinds
from ocop.rules.lawbook.procedure import dossier_parts, transition_rules
from tests.rules.small_sets import FIRST, NOW


def test_every_kind_of_filing_has_its_dossier():
    assert [parts.kind for parts in dossier_parts()] == list(filing_kinds())
    first = dossier_parts()[0]
    assert first.documents == ("Phiếu đăng ký (Mẫu 01)", "Báo cáo tự đánh giá (Mẫu 02)")
    assert (first.copies, first.article) == ("1 bản giấy và 1 bản điện tử", "Điều 6 khoản 1")


def test_transition_rules_are_told_with_day_and_article():
    rules = {rule.id: rule for rule in transition_rules()}
    assert len(rules) == len(transition_rules())
    assert (rules["in_force"].on, rules["in_force"].article) == (date(2026, 5, 22), "Điều 11 khoản 1")
    assert (rules["old_lapse"].on, rules["old_lapse"].confidence) == (date(2026, 7, 21), "inferred")


def test_evidence_is_listed_where_the_decision_prints_it():
    assert evidence_basis().instrument == NOW
    assert evidence_basis().part.startswith("Phụ lục III")


def test_a_set_that_ended_has_no_successor():
    assert endings() == (Ending(FIRST, 21, "148 bỏ trang thiết bị, dụng cụ y tế"),)
    assert all(related_sets(ended.instrument, ended.set, NOW) == () for ended in endings())
    assert find_set(FIRST, 21).name
