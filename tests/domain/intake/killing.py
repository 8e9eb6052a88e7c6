"""Imports broken off by SIGKILL again and again:  python -m tests.domain.intake.killing KILLS.

Run on a database of its own. Each killed process is a fork that reads or applies; after each kill the database is
looked at, and an import gone on with to its end must leave the register as one that was never broken off.
"""

import json
import os
import random
import signal
import sys
import time
from collections import Counter

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402

from ocop.domain.history.models import Event  # noqa: E402
from ocop.domain.history.queries import faults  # noqa: E402
from ocop.domain.intake.actions.apply import apply_some, start  # noqa: E402
from ocop.domain.intake.actions.settle import accept_doubts  # noqa: E402
from ocop.domain.intake.models import APPLYING, DONE, Import, ImportRow, SentFile  # noqa: E402
from ocop.domain.places.actions import load_units  # noqa: E402
from ocop.domain.registry.models import Producer, Product, ProductGroup, Representative, StarRecord  # noqa: E402
from tests.domain.intake.conftest import AT, HOA, reading, workbook  # noqa: E402
from tests.rules.small_units import small_units  # noqa: E402

BOOK, SEED = small_units(), 26
BY = {"by": HOA, "at": AT}
SPAN = 0.16  # seconds within which a kill falls
AT_ONCE = 7  # rows a batch: many batches, many chances to be hit
DOUBTS = ("carried", "old_or_new", "year_differs", "unknown", "kind_unknown")


def register():
    """Everything the register holds, without identifiers."""
    stars = StarRecord.objects.values_list("product__name", "product__producer__name", "stars", "year", "decision")
    return (
        Counter(Producer.objects.values_list("name", "unit__code", "address", "tax_code", "version")),
        Counter(Product.objects.values_list("name", "producer__name", "code", "version")),
        Counter(stars),
        Counter(Representative.objects.values_list("producer__name", "name", "phone")),
    )


def emptied():
    """No record and no import; only history stays, which nothing can take away."""
    for table in (StarRecord, ProductGroup, Product, Representative, Producer, ImportRow, Import, SentFile):
        table.objects.all().delete()


def prepared(content):
    whole = reading(BOOK, content)
    for code in DOUBTS:
        accept_doubts(id=whole.id, code=code, book=BOOK, **BY)
    return whole


def to_its_end(whole):
    start(id=whole.id, **BY)
    while apply_some(id=whole.id, limit=AT_ONCE, book=BOOK, **BY).state == APPLYING:
        pass


def killed(act, seconds):
    """Do `act` in a fork and kill it after `seconds`; was it killed before it was done?"""
    connections.close_all()
    child = os.fork()
    if not child:
        act()
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    server_is_done()
    if os.WIFEXITED(status):
        assert os.WEXITSTATUS(status) == 0, "the work itself failed"
    return os.WIFSIGNALED(status)


def server_is_done():
    """A server finishes what the killed process had sent it; only then is there something to look at."""
    if connection.vendor != "postgresql":
        return
    others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with connection.cursor() as cursor:
        cursor.execute(others)
        while cursor.fetchone()[0]:
            time.sleep(0.01)
            cursor.execute(others)


def nothing_is_half_done(whole):
    """What is marked as brought in is in the register with its history, and nothing else is."""
    applied = ImportRow.objects.filter(whole=whole, applied=True).count()
    made = Import.objects.get(id=whole.id).made
    products = Product.objects.count()
    assert products == StarRecord.objects.count() == applied == made.get("products", 0), (products, applied, made)
    assert Producer.objects.count() == made.get("producers", 0)
    known = [str(id) for id in Product.objects.values_list("id", flat=True)]
    told = Event.objects.filter(subject_kind="product", act="registry.add_product", subject__in=known).count()
    assert told == products, (told, products)
    later = ImportRow.objects.filter(whole=whole, applied=True).order_by("-number").first()
    assert (later.number if later else 0) <= Import.objects.get(id=whole.id).reached


def applying(kills, dice):
    content = workbook()
    whole = prepared(content)
    to_its_end(whole)
    reference, done, rounds = register(), 0, 0
    while done < kills:
        emptied()
        whole, rounds = prepared(content), rounds + 1
        span, reached = SPAN, -1
        while (now := Import.objects.get(id=whole.id)).state != DONE:
            span, reached = (SPAN if now.reached != reached else span * 1.3), now.reached  # a slow machine gets on too
            done += killed(lambda whole=whole: to_its_end(whole), dice.random() * span)
            nothing_is_half_done(whole)
        assert register() == reference, "gone on with, the register differs from one that was never broken off"
        assert not [fault.en for fault in faults()]
    return {"applying": done, "rounds": rounds}


def uploading(kills, dice):
    content, done, whole_ones = workbook({}, 40), 0, 0
    while done < kills:
        emptied()
        done += killed(lambda: reading(BOOK, content), dice.random() * 0.9)
        rows = list(Import.objects.all())
        assert len(rows) <= 1 and ImportRow.objects.count() == 40 * len(rows), "an import without all of its rows"
        told = Event.objects.filter(act="registry.read_workbook", subject__in=[str(row.id) for row in rows]).count()
        assert told == len(rows)
        whole_ones += len(rows)
    assert not Producer.objects.exists()
    return {"uploading": done, "whole": whole_ones}


def main(kills):
    call_command("migrate", verbosity=0)
    load_units(book=BOOK, edition="small", at=AT)
    dice = random.Random(SEED)
    print(json.dumps(applying(kills, dice) | uploading(kills, dice)))


if __name__ == "__main__":
    main(int(sys.argv[1]))
