"""The report: both databases, 15,000 and 1,500,000 names, each in a process and a database of its own.

Owns starting them. `bench/README.md` says what the aims are.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COUNTS = (15_000, 1_500_000)


def main() -> None:
    for count in COUNTS:
        measure = [sys.executable, "-m", "bench.search.measure", str(count)]
        for command in (measure, [sys.executable, "scripts/with_postgres.py", *measure]):
            with tempfile.TemporaryDirectory() as folder:
                subprocess.run(command, cwd=ROOT, env=os.environ | {"OCOP_DATA_DIR": folder}, check=True)


if __name__ == "__main__":
    main()
