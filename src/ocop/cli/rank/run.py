"""One run over a table: read, check, rank, write, batch by batch.

Owns the joining of `table`, `intake`, the batch and `results`, and what a fault does: stop the run, or be written to
the list of skipped dossiers. Words on the screen are `command`'s.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa

from ocop.cli.rank.faults import Fault
from ocop.cli.rank.intake import Intake, Reader
from ocop.cli.rank.results import RESULT, SKIPPED, Sink, result_batch, written_whole
from ocop.cli.rank.table import Table
from ocop.rules.lawbook.council import CouncilRules
from ocop.rules.refused import Refused
from ocop.rules.scoring.batch.block import lay_out
from ocop.rules.scoring.batch.front import rank

Progress = Callable[[int], None]


class BadTable(Exception):
    """The run stopped at a fault of the table."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault.refused))


@dataclass
class Summary:
    """What a run found: dossiers by stars (0: not ranked), and how many were skipped."""

    stars: Counter[int] = field(default_factory=Counter)
    skipped: int = 0


def rank_table(
    table: Table, out: Path, rules: CouncilRules, lang: str, *, bad: Path | None = None, progress: Progress
) -> Summary:
    """Rank every dossier of `table` into `out`. Raises BadTable at the first fault, unless `bad` collects them."""
    summary = Summary()
    reader = Reader(table.codes)
    with ExitStack() as stack:
        sink = stack.enter_context(written_whole(out, RESULT))
        skipped = stack.enter_context(written_whole(bad, SKIPPED)) if bad else None
        for rows in table.dossiers():
            intake = reader.read(rows)
            _note(intake, skipped, lang, summary)
            _write(intake, sink, rules, summary)
            progress(table.source.position)
    return summary


def _note(intake: Intake, skipped: Sink | None, lang: str, summary: Summary) -> None:
    """Stop at the first fault, or list each faulty dossier with its reason."""
    if not intake.faults:
        return
    faults = sorted(intake.faults.items(), key=lambda item: item[1].line)
    if skipped is None:
        raise BadTable(faults[0][1])
    rows = [
        (intake.names[place], fault.line, fault.refused.where, _reason(fault.refused, lang)) for place, fault in faults
    ]
    columns = [pa.array(column, item.type) for column, item in zip(zip(*rows, strict=True), SKIPPED, strict=True)]
    skipped.write(pa.RecordBatch.from_arrays(columns, schema=SKIPPED))
    summary.skipped += len(rows)


def _reason(refused: Refused, lang: str) -> str:
    return refused.en if lang == "en" else refused.vi


def _write(intake: Intake, sink: Sink, rules: CouncilRules, summary: Summary) -> None:
    ranked = list(rank(lay_out(intake.groups), rules))
    batch = result_batch(intake.names, ranked)
    if batch is not None:
        sink.write(batch)
    for one in ranked:
        summary.stars.update(dict(enumerate(np.bincount(one.stars.stars).tolist())))
