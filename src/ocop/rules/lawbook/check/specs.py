"""Which fields each row of the law's files has: the one table that says so.

Owns names and kinds of fields, file by file. Walking the rows is `fields`'; what the values mean to each other is for
the other families.
"""

from __future__ import annotations

from collections.abc import Mapping

from ocop.rules.lawbook.book import GATE_KINDS, GENERATIONS
from ocop.rules.lawbook.check.kinds import (
    Test,
    address,
    any_text,
    day,
    day_of_year,
    day_or_open,
    flag,
    list_of,
    matching,
    one_of,
    pairs_of,
    positive,
    table,
    text,
    whole,
)

Spec = Mapping[str, Test]

SURE = one_of("seen", "inferred", "recalled")
LEVEL = one_of("province", "district", "commune")
STARS = one_of(3, 4, 5)
TEXTS, NUMBERS = list_of(text), list_of(positive)
PERIOD: Spec = {"from": day, "until": day_or_open}
TABLES = list_of(table)
UNIT_STATES = matching(r"units/\d+_\d{4}\.csv")
UNIT_PAIRS = matching(r"units/\d{4}-\d\d-\d\d\.csv", or_none=True)
UNIT_CODE = matching(r"\d{2}|\d{3}|\d{5}")

# A name that ends in "?" may be left out; a source or a sureness only where `sources` finds another to stand on.
FILES: dict[str, Spec] = {
    "instruments.yaml": {"instruments": TABLES, "outside": TABLES},
    "regimes.yaml": {
        "source?": address, "confidence?": SURE, "regimes": TABLES, "filing_kinds": TABLES, "transitions": TABLES,
    },
    "bands.yaml": {"bands": TABLES},
    "settings.yaml": {"settings": TABLES},
    "procedure.yaml": {
        "source?": address, "values": TABLES, "rounds": TABLES, "dossiers": TABLES, "transition_rules": TABLES,
    },
    "evidence.yaml": {
        "instrument": one_of(*GENERATIONS), "part": text, "source?": address, "confidence?": SURE, "kinds": TABLES,
        "findings": TABLES,
    },
    "examples.yaml": {"sets": pairs_of(positive, pairs_of(text, text))},
    "mapping.yaml": {"confidence?": SURE, "source?": address, "sets": TABLES, "dropped": TABLES},
    "units.yaml": {
        "source?": address, "confidence?": SURE, "levels": TABLES, "systems": TABLES, "changes": TABLES,
        "doubts": TABLES,
    },
}  # fmt: skip
ROWS: dict[str, Spec] = {
    "instruments.yaml/instruments": {
        "id": text, "year": positive, "kind": one_of("decision"), "issuer": text, "title": text, "signed": day,
        "in_force": day, "until": day_or_open, "replaces": TEXTS, "amends": TEXTS, "source": address,
        "checked": day, "confidence": pairs_of(text, SURE), "official?": address, "official_opened?": flag,
        "note?": text,
    },
    "instruments.yaml/outside": {"id": text, "title": text},
    "regimes.yaml/regimes": {
        "id": text, "filed": table, "criteria": one_of(*GENERATIONS), "process": TEXTS,
        "levels": pairs_of(STARS, one_of("district", "province", "centre")), "confidence": SURE,
        "source?": address, "caveat?": text,
    },
    "regimes.yaml/filing_kinds": {"id": text, "name": text, "article": text},
    "regimes.yaml/transitions": {
        "change_on": day, "kinds": TEXTS, "days": positive, "last_day": day, "instrument": text, "article": text,
        "confidence": SURE, "note?": text,
    },
    "bands.yaml/bands": {
        "instrument": one_of(*GENERATIONS), "article": text, "shape": one_of("half_open", "closed_integers"),
        "source": address, "ranks": TABLES, "gap_rule?": text,
    },
    "settings.yaml/settings": {
        "id": text, "values?": TEXTS, "type?": one_of("choice", "points", "share"), "default": lambda _: True,
        "about": text, "basis": text, "confidence": SURE, "source": address,
    },
    "procedure.yaml/values": {
        "id": text, "about": text, "series": TABLES,
        "unit": one_of("months", "days", "working_days", "days_before_expiry", "days_after_expiry", "pieces", "points"),
    },
    "procedure.yaml/rounds": {
        "id": text, "level": one_of("province", "centre"), **PERIOD, "proposed_before": day_of_year,
        "done_before": day_of_year, "next_year": flag, "instrument": text, "article": text, "confidence": SURE,
    },
    "procedure.yaml/dossiers": {
        "kind": text, "documents": TEXTS, "copies": text, "article": text, "confidence": SURE,
    },
    "procedure.yaml/transition_rules": {"id": text, "article": text, "about": text, "on": day, "confidence": SURE},
    "evidence.yaml/kinds": {"id": text, "name": text, "proof": text},
    "evidence.yaml/findings": {"id": text, "name": text},
    "mapping.yaml/sets": {"now": positive, "then_148": NUMBERS, "then_1048": NUMBERS, "change?": text},
    "mapping.yaml/dropped": {"instrument": one_of(*GENERATIONS), "set": positive, "change": text},
    "units.yaml/levels": {"id": LEVEL, "digits": positive, "name": text, "kinds": TEXTS},
    "units.yaml/systems": {
        "id": text, "file": UNIT_STATES, **PERIOD, "known_on": day, "counts": pairs_of(LEVEL, positive),
        "leaves": positive, "source": address, "licence": text, "confidence": SURE, "note?": text,
    },
    "units.yaml/changes": {
        "id": text, "on": day, "title": text, "file": UNIT_PAIRS, "pairs": whole, "divided": whole, "renamed": whole,
        "confidence": SURE, "source": address, "note?": text,
    },
    "units.yaml/doubts": {"code": UNIT_CODE, "system": text, "other": UNIT_CODE, "about": text},
}  # fmt: skip
RANK: Spec = {
    "stars": one_of(1, 2, 3, 4, 5), "min": whole, "max?": whole, "certificate": flag, "confidence": SURE,
    "level": one_of("centre", "province", "by_regime", "none"),
}  # fmt: skip
DATED_VALUE: Spec = {
    **PERIOD, "value": positive, "instrument": text, "article": text, "confidence": SURE, "source?": address,
    "note?": text,
}  # fmt: skip
CLASSIFICATION: Spec = {
    "instrument": one_of(*GENERATIONS), "source": address, "confidence": SURE, "inferred": TEXTS,
    "industries": TABLES,
}  # fmt: skip
INDUSTRY: Spec = {"code": text, "name": text, "groups": TABLES}
GROUP: Spec = {"code": text, "name": text, "items": TABLES}
LEAF_GROUP: Spec = {"code": text, "set": positive, "name": text, "ministries": TEXTS}
SET: Spec = {
    "instrument": one_of(*GENERATIONS), "set": positive, "key": text, "name": text, "total": one_of(100),
    "source": address, "confidence": SURE, "inferred": list_of(one_of("instrument", "evidence", "finding", "max",
    "yes_no")), "criteria": pairs_of(text, table), "source_part?": text, "also_seen?": address,
    "eliminated_if?": list_of(lambda row: text(row) or table(row)), "corrections?": TABLES,
    "defects?": TABLES,
}  # fmt: skip
MISSING_SET: Spec = {
    "instrument": one_of(*GENERATIONS), "set": positive, "key": text, "name": text, "status": one_of("missing"),
    "reason": text, "source": address, "confidence": one_of("unknown"),
}  # fmt: skip
CRITERION: Spec = {
    "name": text, "max": positive, "ref?": text, "evidence?": TEXTS, "finding?": text, "gates?": TABLES,
    "notes?": list_of(pairs_of(one_of("note", "proof", "basis", "content"), text)),
    "cases?": pairs_of(text, text), "yes_no?": one_of(True), "applies_if?": table, "floor_unplaced?": STARS,
    "options?": TABLES,
}  # fmt: skip
OPTION: Spec = {"points": whole, "label": text, "floor?": STARS, "case?": text}
STORY: Spec = {"story": text, "no_story": NUMBERS}
GATE: Spec = {"when": one_of("declared", "zero", "zero_in_section"), **{f"{kind}?": text for kind in GATE_KINDS}}
GROUND: Spec = {"text": text, "source?": address}
CORRECTION: Spec = {
    "at": text, "field": one_of("points", "max"), "printed": any_text, "used": whole, "reason": text,
    "option?": positive,
}  # fmt: skip
DEFECT: Spec = {
    "kind": one_of("total", "max", "duplicate_points", "duplicate_label", "numbering", "layout"), "reason": text,
    "at?": text, "declared?": positive, "sum?": positive,
}  # fmt: skip
