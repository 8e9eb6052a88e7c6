"""Says what share of the mutants the tests noticed, and fails when that is under nine in ten.

Reads the figures that `mutmut export-cicd-stats` leaves; breaking the rules and running the tests is mutmut's work.
"""

import json
import sys
from pathlib import Path

FIGURES = Path(__file__).resolve().parent.parent / "mutants" / "mutmut-cicd-stats.json"
AT_LEAST_PERCENT = 90
NOTICED = ("killed", "timeout", "segfault")


def main() -> int:
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))
    noticed, total = sum(figures[kind] for kind in NOTICED), figures["total"] - figures["skipped"]
    print(f"{noticed} of {total} mutants noticed: {100 * noticed / max(total, 1):.1f} %")
    return 0 if total and 100 * noticed >= AT_LEAST_PERCENT * total else 1


if __name__ == "__main__":
    sys.exit(main())
