"""One database, one number of names: `python -m bench.search.measure 15000`, with the database's address as usual.

Owns the questions (none, one, a few, very many) and the printed lines; `run` calls it for each database and number.
"""

import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

QUESTIONS = (
    ("none", "khong he co"),
    ("one", "phin ho doc nhat"),
    ("two letters", "ca phe ba be"),
    ("few", "mien dong tan trao"),
    ("many", "mien dong"),
    ("very many", "kho"),
)
ROUNDS = 5
DAY = date(2026, 11, 22)


def main(count: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from bench.search import contenders, names
    from ocop.domain.search.models import Entry

    call_command("migrate", interactive=False, verbosity=0)
    started = time.perf_counter()
    names.fill(count, DAY)
    filled = time.perf_counter() - started
    file = Path(tempfile.mkdtemp()) / "names.txt"
    file.write_text("\n".join(Entry.objects.filter(kind="product").values_list("text", flat=True)), encoding="utf-8")
    print(f"\n{connection.vendor}, {count:,} names; written and indexed in {filled:.0f} s")
    print(
        f"{'hits':<13}{'found':>9}{'ours':>10}{'counted':>10}{'index':>10}{'every row':>11}{'grep':>9}   ms; first page"
    )
    for title, words in QUESTIONS:
        runs = {
            "ours": contenders.ours(words),
            "counted": contenders.ours_counted(words),
            "index": contenders.index_alone(words),
            "every row": contenders.every_row(words),
            "grep": contenders.grep(words, file),
        }
        best = {name: _best(run) * 1000 for name, run in runs.items()}
        found = contenders.ours_counted(words)()
        by_index, by_row = best["ours"] / best["index"], best["every row"] / best["ours"]
        shown = "".join(f"{best[name]:>{width}.2f}" for name, width in zip(runs, (10, 10, 10, 11, 9), strict=True))
        print(f"{title:<13}{found:>9,}{shown}   {by_index:.1f} x index, every row {by_row:.1f} x ours", flush=True)


def _best(run) -> float:
    """The best of a few rounds, fewer where one takes long."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        run()
        times.append(time.perf_counter() - started)
        if sum(times) > 6:
            break
    return min(times)


if __name__ == "__main__":
    main(int(sys.argv[1]))
