"""`ocop rank` over a CSV of some size, in a process of its own: its seconds and its peak memory.

Owns writing such a file. The nation's marks come from `nation`.
"""

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv as csv

from bench.ranking.nation import MEMBERS, drawn_groups
from ocop.rules.scoring.batch.block import Group

AT_ONCE = 3_000
PROGRAM = """
import re, sys
from pathlib import Path
from ocop.cli.main import cli
cli(["rank", sys.argv[1]], standalone_mode=False)
print(re.search(r"VmHWM:.*", Path("/proc/self/status").read_text())[0], file=sys.stderr)
"""


def write(path: Path, dossiers: int) -> None:
    """A table of sheets, written in parts of different seeds."""
    codes = sorted({leaf.code for group in drawn_groups(0) for leaf in group.sheet.criteria.leaves})
    schema = pa.schema([(name, pa.string()) for name in ("dossier", "instrument", "set", "member", *codes)])
    with csv.CSVWriter(path, schema, write_options=csv.WriteOptions(quoting_style="none")) as writer:
        for start in range(0, dossiers, AT_ONCE):
            for group in drawn_groups(AT_ONCE, seed=start):
                writer.write_batch(_rows(group, start, codes, schema))


def _rows(group: Group, start: int, codes: list[str], schema: pa.Schema) -> pa.RecordBatch:
    criteria, count = group.sheet.criteria, group.marks.shape[2] * MEMBERS
    texts = np.array(["-", *map(str, range(1, 255)), ""])
    marks = {leaf.code: texts[group.marks[at].T.ravel()] for at, leaf in enumerate(criteria.leaves)}
    columns = [
        np.repeat([f"d{start + place}" for place in group.places.tolist()], MEMBERS),
        np.repeat(criteria.instrument, count),
        np.repeat(str(criteria.number), count),
        np.tile([f"m{member}" for member in range(MEMBERS)], count // MEMBERS),
        *(marks.get(code, np.repeat("", count)) for code in codes),
    ]
    return pa.RecordBatch.from_arrays([pa.array(column, pa.string()) for column in columns], schema=schema)


def ranked(path: Path) -> tuple[float, int]:
    """Seconds and peak bytes of one run over `path`. The process reads its own peak: seen from outside, a new process
    starts with that of its parent."""
    started = time.perf_counter()
    run = subprocess.run([sys.executable, "-c", PROGRAM, path], capture_output=True, text=True, check=True)
    return time.perf_counter() - started, int(run.stderr.split()[-2]) * 1024
