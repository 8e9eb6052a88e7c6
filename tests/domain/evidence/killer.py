"""Uploads killed at any moment: python -m tests.domain.evidence.killer KILLS, on a data folder of its own.

Each upload runs in a forked process that gets SIGKILL while its child works, while the file is stored, or while the
tables are written. Then everything is looked at, each act is sent again, and one line of JSON says what was found.
"""

import json
import os
import random
import signal
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
AT = datetime(2026, 6, 15, 3, tzinfo=UTC)


def set_up():
    """Tables, a small country, one cooperative with somebody who works for it."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from ocop.domain.accounts.queries import Acting
    from ocop.domain.places.actions import load_units
    from ocop.domain.registry.actions.producers import register_producer
    from ocop.rules.access.decide import Held
    from tests.domain.accounts.people import person
    from tests.domain.evidence.conftest import LAN
    from tests.rules.small_units import small_units

    load_units(book=small_units(), edition="small", at=AT)
    made = register_producer(name="HTX Mẫu", unit_code="00001", source="thử", by=LAN, at=AT, book=small_units())
    return made, Acting(AT.date(), person("Người Mẫu"), (Held("producer", producer=str(made.id)),))


def send(producer, by, number):
    """Hand in paper `number`; the same number is the same form."""
    from ocop.domain.evidence.actions.papers import add_paper
    from tests.kit.made_files import pdf, upload

    content = pdf(f"Giay so {number}", "trang hai")
    return add_paper(
        producer=producer, uploads=[upload(content)], kind="e02", title=f"Giấy {number}", by=by, at=AT,
        key=f"form-{number}",
    )  # fmt: skip


def forked(producer, by, number):
    from django.db import connection

    connection.close()
    process = os.fork()
    if process == 0:
        send(producer, by, number)
        os._exit(0)
    return process


def wait_for(process, seen, seconds):
    """Until `seen` says yes or the process is over."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and not seen():
        if os.waitpid(process, os.WNOHANG)[0]:
            return False
        time.sleep(0.001)
    return True


def kill_one(producer, by, number, dice, lasting):
    """Kill an upload: every second one when its child is done and the storing begins, the others anywhere."""
    from django.conf import settings

    process = forked(producer, by, number)
    results = Path(settings.PAPERS_DIR) / "incoming"
    if number % 2:
        alive = wait_for(process, lambda: any(results.glob("*/result.json")), 20)
        time.sleep(dice.random() * 0.06)
    else:
        alive = wait_for(process, lambda: False, dice.random() * lasting)
    if alive:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def looked_at():
    """What is wrong, and which papers are there."""
    from ocop.domain.evidence.models import Paper, PaperText, StoredFile
    from ocop.domain.evidence.queries.faults import faults
    from ocop.domain.history.models import Event
    from ocop.domain.history.queries import faults as in_history

    papers = list(Paper.objects.select_related("file"))
    told = set(Event.objects.filter(act="registry.add_paper").values_list("subject", flat=True))
    wrong = [fault.en for fault in faults()] + [fault.en for fault in in_history()]
    wrong += [f"{paper.id} without event" for paper in papers if str(paper.id) not in told]
    if len(told) != len(papers) or PaperText.objects.count() != StoredFile.objects.filter(pages__gt=0).count():
        wrong.append("tables do not fit together")
    return wrong, papers


def main(kills):
    django.setup()
    producer, by = set_up()
    dice = random.Random(kills)
    begun = time.monotonic()
    send(producer, by, "first")
    lasting = (time.monotonic() - begun) * 1.1
    for number in range(kills):
        kill_one(producer, by, number, dice, lasting)
    from django.conf import settings

    from ocop.domain.evidence.actions.sweeping import sweep
    from ocop.domain.evidence.models import Paper

    wrong, survived = looked_at()
    numbers = {paper.title.removeprefix("Giấy ") for paper in survived}
    again = [number for number in range(kills) if str(number) in numbers][:5]
    again += [number for number in range(kills) if str(number) not in numbers][:10]
    made = {number: send(producer, by, number).title for number in again}
    swept = sweep(at=datetime.now(UTC) + timedelta(days=2))
    after, papers = looked_at()
    print(
        json.dumps(
            {
                "wrong": wrong + after,
                "survived": len(survived) - 1,
                "retried": len(made),
                "doubled": len(papers) - Paper.objects.values("title").distinct().count(),
                "missing": [number for number in again if made[number] not in {paper.title for paper in papers}],
                "unfinished": swept.unfinished,
                "left": len(list((Path(settings.PAPERS_DIR) / "incoming").iterdir())),
            }
        )
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
