"""Survey sheets for a new site to be looked at: invented, every one marked as demonstration and saying so.

Owns loading `ocop/demonstration/survey.csv`. The real published organisations and products are `intake`'s.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction

import ocop
from ocop.domain.accounts.queries import Acting
from ocop.domain.registry.actions.producers import day_of
from ocop.domain.survey.actions.sheets import add_sheet, change_sheet
from ocop.domain.survey.models import SurveySheet

FILE = Path(ocop.__file__).parent / "demonstration" / "survey.csv"
SOURCE = "Dữ liệu minh họa, không có thật"
OFFICE = "Cán bộ khảo sát (minh họa)"
NUMBERS = ("output", "price_dong")
TEXTS = ("made_by", "maker", "output_unit", "raw_material", "market", "labels", "strengths", "difficulties", "wishes",
         "readiness")  # fmt: skip


@transaction.atomic
def load_survey(*, communes: Sequence[str], at: datetime, file: Path = FILE) -> int:
    """Write the invented sheets in these communes of today, by code; again, nothing. Returns how many were written."""
    if SurveySheet.objects.filter(demonstration=True).exists():
        return 0
    by = Acting(day_of(at))
    with file.open(encoding="utf-8", newline="") as text:
        lines = list(csv.DictReader(text))
    for line in lines:
        told: dict[str, Any] = {name: line[name] for name in TEXTS}
        told |= {name: Decimal(line[name]) if line[name] else None for name in NUMBERS}
        row = add_sheet(
            kind=line["kind"], group=line["group"], name=line["name"], demonstration=True, by=by, at=at,
            unit_code=communes[int(line["place"]) % len(communes)], households=int(line["households"]), **told,
        )  # fmt: skip
        said = {"surveyed_by": OFFICE, "source": SOURCE}
        change_sheet(id=row.id, changes=said, seen_version=1, finish=line["finished"] == "yes", by=by, at=at)
    return len(lines)
