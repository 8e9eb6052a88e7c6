"""An act leaves an event; the event stays as it was, or its change is named."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from ocop.domain.history.actions import BATCH, NATION, SYSTEM, Act, Actor, erase_details, record, record_all
from ocop.domain.history.models import Details, Event, Head
from ocop.domain.history.queries import counted, faults, seals, timeline
from ocop.rules.history.chain import ERASE, Seal
from ocop.rules.refused import Refused

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
OFFICER = Actor("a1", "Người dùng minh họa", "cán bộ xã", "Xã Mỹ Bằng")


def added(number, **more):
    return Act("registry.add_product", "product", f"p{number}", after={"tên": f"Chè {number}"}, **more)


def codes(*kept_seals):
    return [(fault.chain, fault.position, fault.code) for fault in faults(kept_seals)]


def three(chain="08"):
    return [record(added(number), by=OFFICER, at=AT + timedelta(minutes=number), chain=chain) for number in (1, 2, 3)]


def test_a_timeline_tells_who_did_what_and_what_changed():
    record(added(1), by=OFFICER, at=AT, chain="08")
    change = Act(
        "registry.rename_product", "product", "p1", {"tên": "Chè 1"}, {"tên": "Chè Ngọc Thúy"}, "theo nhãn mới"
    )
    record(change, by=SYSTEM, at=AT + timedelta(days=1), chain="08")
    record(added(2), by=OFFICER, at=AT, chain="08")
    first, second = timeline("product", "p1")
    assert (first.at, first.act, first.name, first.role, first.unit) == (
        AT, "registry.add_product", "Người dùng minh họa", "cán bộ xã", "Xã Mỹ Bằng",
    )  # fmt: skip
    assert (second.before, second.after, second.note) == ({"tên": "Chè 1"}, {"tên": "Chè Ngọc Thúy"}, "theo nhãn mới")
    assert (second.name, second.erased) == ("", False)


def test_a_timeline_takes_two_queries_however_long(django_assert_num_queries):
    record_all([added(1) for _ in range(30)], by=OFFICER, at=AT)
    with django_assert_num_queries(2):
        assert len(timeline("product", "p1")) == 30


def test_each_chain_counts_for_itself():
    three("08")
    three("24")
    assert [(seal.chain, seal.position) for seal in seals()] == [("08", 3), ("24", 3)]
    assert codes() == []


def test_many_events_at_once_are_one_chain():
    rows = record_all([added(number) for number in range(BATCH + 7)], by=SYSTEM, at=AT)
    assert counted() == len(rows) == BATCH + 7
    assert [row.position for row in rows] == list(range(1, BATCH + 8))
    assert Head.objects.get(chain=NATION).digest == rows[-1].digest
    assert codes() == []


def test_a_chain_is_checked_page_by_page(monkeypatch):
    monkeypatch.setattr("ocop.domain.history.queries.AT_ONCE", 2)
    three()
    assert codes() == []


def test_the_moment_is_written_in_universal_time():
    from zoneinfo import ZoneInfo

    row = record(added(1), by=OFFICER, at=datetime(2026, 11, 23, 0, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")))
    assert row.at == "2026-11-22T17:30:00.000000Z"
    assert timeline("product", "p1")[0].at == AT


def test_a_moment_without_a_zone_is_a_fault_of_the_caller():
    with pytest.raises(ValueError, match="aware"):
        record(added(1), by=OFFICER, at=datetime(2026, 11, 22))


def test_a_value_without_an_exact_text_leaves_nothing_behind():
    with pytest.raises(Refused), transaction.atomic():
        record_all([added(1), Act("x", "product", "p2", after={"điểm": 0.5})], by=OFFICER, at=AT)
    assert counted() == Details.objects.count() == Head.objects.count() == 0


def test_an_act_that_fails_leaves_no_event():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record(added(1), by=OFFICER, at=AT)
        raise ZeroDivisionError
    assert counted() == 0
    assert codes() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history_event SET role = 'x'",
        "DELETE FROM history_event",
        "DELETE FROM history_details",
        "UPDATE history_details SET content = '{}'",
        "UPDATE history_details SET salt = NULL, content = NULL, digest = 'x'",
    ],
)
def test_the_database_refuses_to_rewrite(statement):
    three()
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert codes() == []


def test_one_place_holds_one_event():
    first = three()[0]
    first.digest, first.details_digest = "a" * 64, "b" * 64
    with pytest.raises(IntegrityError), transaction.atomic():
        Event(**{field.name: getattr(first, field.name) for field in Event._meta.fields}).save(force_insert=True)


COLUMNS = ["at", "act", "subject_kind", "subject", "actor", "role", "unit", "details_digest", "previous", "digest"]


@pytest.mark.parametrize("column", COLUMNS)
def test_any_changed_column_is_named(forger, column):
    three()
    forger.execute(f"UPDATE history_event SET {column} = 'x' || substr({column}, 2) WHERE position = 2")
    assert ("08", 2, "content") in codes()


def test_changed_details_are_named(forger):
    three()
    forger.execute("UPDATE history_details SET content = replace(content, 'Chè 2', 'Chè 9')")
    assert codes() == [("08", 2, "details")]


def test_lost_details_are_named(forger):
    row = three()[1]
    forger.execute("DELETE FROM history_details WHERE digest = %s", [row.details_digest])
    assert codes() == [("08", 2, "erased")]
    assert [entry.erased for entry in timeline("product", "p2")] == [True]


def test_a_missing_event_is_named(forger):
    three()
    forger.execute("DELETE FROM history_event WHERE position = 2")
    assert codes() == [("08", 3, "place")]


def test_a_cut_chain_is_named_by_its_end_and_by_a_seal_kept_elsewhere(forger):
    rows = three()
    kept = Seal("08", 3, rows[2].digest)
    forger.execute("DELETE FROM history_event WHERE position = 3")
    assert codes() == [("08", 3, "cut")]
    forger.execute("UPDATE history_head SET position = 2, digest = %s", [rows[1].digest])
    assert codes() == []
    assert codes(kept) == [("08", 3, "cut")]


def test_a_chain_that_is_gone_altogether_is_named_by_a_seal(forger):
    rows = three()
    for table in ("event", "details", "head"):
        forger.execute(f"DELETE FROM history_{table}")
    assert codes() == []
    assert codes(Seal("08", 3, rows[2].digest)) == [("08", 3, "cut")]


def test_details_are_erased_and_the_chain_stays_sound():
    row = three()[1]
    erasure = erase_details(row.digest, by=OFFICER, at=AT + timedelta(days=1), note="theo yêu cầu của chủ thể dữ liệu")
    entry = timeline("product", "p2")[0]
    assert (entry.erased, entry.name, entry.after, entry.act) == (True, "", None, "registry.add_product")
    assert (erasure.act, erasure.subject, erasure.chain, erasure.position) == (ERASE, row.digest, "08", 4)
    assert codes() == []
    assert timeline("event", row.digest)[0].note == "theo yêu cầu của chủ thể dữ liệu"


def test_what_is_not_there_cannot_be_erased():
    with pytest.raises(Refused, match="không có sự kiện"):
        erase_details("f" * 64, by=OFFICER, at=AT, note="")
    assert counted() == 0


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_written():
    with pytest.raises(RuntimeError, match="transaction"):
        record(added(1), by=OFFICER, at=AT)
