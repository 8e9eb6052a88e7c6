"""OpenFisca-Core, as a country package writes it: sheets are persons, dossiers are their groups, the law is parameters.

Owns its own reading of the rules. One input variable per criterion on the sheet, one summed variable per criterion that
has a floor, dated formulas where generations differ, dated parameters for floors and least totals. One simulation per
generation, in a month that its decision governs. Twice: as documented, where parameters are indexed by the dossiers'
sets, and tuned, where a formula goes round that indexing, since it loops over every dossier in Python.
"""

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.model_api import MONTH, Enum, Variable
from openfisca_core.parameters import ParameterNode
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from bench.ranking.law import law_of
from bench.ranking.nation import Nation, SetPoints
from ocop.rules.lawbook.book import GENERATIONS
from ocop.rules.lawbook.lookup import regimes

STARS = (3, 4, 5)
SETS = range(1, 27)
CriteriaSets = Enum("CriteriaSets", {f"set_{number}": f"set_{number}" for number in SETS})


def starts() -> dict[str, str]:
    """Generation -> the first day it governs filings."""
    return {name: str(min(r.filed.start for r in regimes() if r.criteria == name)) for name in GENERATIONS}


def named(code: str) -> str:
    return code.replace(".", "_")


class OpenFisca:
    def __init__(self, nation: Nation, *, tuned: bool) -> None:
        self.size, self.needs_of = nation.dossiers, needs_tuned if tuned else needs_documented
        self.by_generation = {
            name: [one for one in nation.sets if one.sheet.criteria.instrument == name] for name in GENERATIONS
        }
        self.sheet = build_entity("sheet", "sheets", "", is_person=True)
        self.dossier = build_entity("dossier", "dossiers", "", roles=[{"key": "member", "plural": "members"}])
        self.system = TaxBenefitSystem([self.sheet, self.dossier])
        self.system.parameters = ParameterNode("", data=self._parameters())
        self.codes = {name: codes_of(sets) for name, sets in self.by_generation.items()}
        self.computed: list[str] = []
        self._add_variables()
        self.runs = [self._simulation(name, sets) for name, sets in self.by_generation.items()]

    def _parameters(self) -> dict:
        """floors.star_4.set_11.A_1_5 and least.star_4, each with a value from the first day of each generation."""
        floors: dict = {}
        for star in STARS:
            codes = sorted({code for name in GENERATIONS for code in self._floor_codes(name, star)})
            sets = {f"set_{number}": {named(code): {} for code in codes} for number in SETS}
            for name, day in starts().items():
                for one in self.by_generation[name]:
                    criteria = one.sheet.criteria
                    for at, need in law_of(criteria).floors.get(star, {}).items():
                        sets[f"set_{criteria.number}"][named(criteria.leaves[at].code)][day] = need
            floors[f"star_{star}"] = {
                number: {code: dated_values(values) for code, values in codes_of_set.items()}
                for number, codes_of_set in sets.items()
            }
        least = {
            f"star_{star}": dated_values(
                {
                    day: dict(law_of(self.by_generation[name][0].sheet.criteria).least)[star]
                    for name, day in starts().items()
                }
            )
            for star in (2, 3, 4, 5)
        }
        return {"floors": floors, "least": least}

    def _add_variables(self) -> None:
        everywhere = sorted({code for codes in self.codes.values() for code in codes})
        for code in everywhere:
            self._add(f"points_{named(code)}", self.sheet)
        self._add("criteria_set", self.dossier, Enum)
        self._add("gated", self.dossier, bool)
        self._add("sheet_total", self.sheet, int, {f"formula_{dated(day)}": sheet_total(self.codes[name])
                                                   for name, day in starts().items()})  # fmt: skip
        self._add("total", self.dossier, int, {"formula": dossier_total})
        for code in sorted({code for name in GENERATIONS for star in STARS for code in self._floor_codes(name, star)}):
            self._add(f"sum_{named(code)}", self.dossier, int, {"formula": summed(f"points_{named(code)}")})
        for star in STARS:
            formulas = {f"formula_{dated(day)}": floors_met(star, self._floor_codes(name, star), self.needs_of)
                        for name, day in starts().items()}  # fmt: skip
            self._add(f"floors_met_{star}", self.dossier, bool, formulas)
        self._add("band", self.dossier, int, {"formula": band})
        self._add("stars", self.dossier, int, {"formula": stars})

    def _floor_codes(self, generation: str, star: int) -> list[str]:
        found = {
            one.sheet.criteria.leaves[at].code
            for one in self.by_generation[generation]
            for at in law_of(one.sheet.criteria).floors.get(star, {})
        }
        return sorted(found)

    def _add(self, name: str, entity: object, kind: type = int, formulas: dict | None = None) -> None:
        body = {"value_type": kind, "entity": entity, "definition_period": MONTH, "label": name, **(formulas or {})}
        if kind is Enum:
            body |= {"possible_values": CriteriaSets, "default_value": CriteriaSets.set_1}
        self.system.add_variable(type(name, (Variable,), body))
        if formulas:
            self.computed.append(name)

    def _simulation(self, generation: str, sets: list[SetPoints]) -> tuple[Simulation, str, np.ndarray]:
        month = starts()[generation][:7] if starts()[generation].endswith("01") else next_month(starts()[generation])
        places = np.concatenate([one.places for one in sets])
        members = sets[0].points.shape[1]
        builder = SimulationBuilder()
        builder.create_entities(self.system)
        builder.declare_person_entity("sheet", np.arange(len(places) * members))
        dossiers = builder.declare_entity("dossier", np.arange(len(places)))
        builder.join_with_persons(
            dossiers, np.repeat(np.arange(len(places)), members), ["member"] * len(places) * members
        )
        simulation = builder.build(self.system)
        for code in self.codes[generation]:
            simulation.set_input(f"points_{named(code)}", month, np.concatenate([column(one, code) for one in sets]))
        simulation.set_input(
            "criteria_set",
            month,
            np.concatenate([np.full(len(one.places), f"set_{one.sheet.criteria.number}") for one in sets]),
        )
        simulation.set_input("gated", month, np.concatenate([one.gated for one in sets]))
        return simulation, month, places

    def run(self) -> list[tuple[np.ndarray, np.ndarray]]:
        """Total and stars of each generation; what an earlier run computed is forgotten first."""
        answers = []
        for simulation, month, _ in self.runs:
            for name in self.computed:
                simulation.delete_arrays(name, month)
            answers.append((simulation.calculate("total", month), simulation.calculate("stars", month)))
        return answers

    def answers(self) -> tuple[np.ndarray, np.ndarray]:
        total, found = np.zeros(self.size, np.int64), np.zeros(self.size, np.int64)
        for (totals, ranked), (_, _, places) in zip(self.run(), self.runs, strict=True):
            total[places], found[places] = totals, ranked
        return total, found


def codes_of(sets: list[SetPoints]) -> list[str]:
    return sorted({leaf.code for one in sets for leaf in one.sheet.criteria.leaves})


def column(one: SetPoints, code: str) -> np.ndarray:
    codes = [leaf.code for leaf in one.sheet.criteria.leaves]
    dossiers, members, _ = one.points.shape
    return one.points[:, :, codes.index(code)].ravel() if code in codes else np.zeros(dossiers * members, np.int32)


def dated_values(values: dict[str, int]) -> dict:
    """A parameter with a value from each generation's first day, 0 where a generation has none."""
    return {"values": {day: {"value": values.get(day, 0)} for day in starts().values()}}


def dated(day: str) -> str:
    return day.replace("-", "_")


def next_month(day: str) -> str:
    year, month = int(day[:4]), int(day[5:7])
    return f"{year + month // 12}-{month % 12 + 1:02}"


def sheet_total(codes: list[str]):
    def formula(sheet, period):
        return sum(sheet(f"points_{named(code)}", period) for code in codes)

    return formula


def summed(variable: str):
    def formula(dossier, period):
        return dossier.sum(dossier.members(variable, period))

    return formula


def dossier_total(dossier, period):
    return dossier.sum(dossier.members("sheet_total", period))


def floors_met(star: int, codes: list[str], needs_of):
    def formula(dossier, period, parameters):
        met = np.ones(dossier.count, np.bool_)
        if not codes:
            return met
        members, needs = dossier.nb_persons(), needs_of(parameters(period).floors[f"star_{star}"], dossier, period)
        for code in codes:
            met &= dossier(f"sum_{named(code)}", period) >= needs(named(code)) * members
        return met

    return formula


def needs_documented(node, dossier, period):
    """The documented way: the parameter node indexed by an array."""
    by_dossier = node[dossier("criteria_set", period)]
    return lambda code: by_dossier[code]


def needs_tuned(node, dossier, period):
    """Round it: a short table by set, and NumPy's own indexing."""
    at = dossier("criteria_set", period).view(np.ndarray)
    return lambda code: np.array([node[name][code] for name in CriteriaSets.names])[at]


def band(dossier, period, parameters):
    least, members, total = parameters(period).least, dossier.nb_persons(), dossier("total", period)
    return 1 + sum((total >= least[f"star_{star}"] * members).astype(int) for star in (2, 3, 4, 5))


def stars(dossier, period):
    reached = [dossier(f"floors_met_{star}", period) for star in STARS]
    cap = np.select([~met for met in reached], [star - 1 for star in STARS], default=5)
    return np.where(dossier("gated", period), 0, np.minimum(dossier("band", period), cap))
