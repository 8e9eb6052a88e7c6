"""Plain Python: one loop over the dossiers, whole numbers and lists, as one writes it without any library.

Owns its own reading of the rules, so that agreement with the others means something.
"""

import numpy as np

from bench.ranking.law import law_of
from bench.ranking.nation import Nation


class Plain:
    def __init__(self, nation: Nation) -> None:
        self.size = nation.dossiers
        self.sets = []
        for one in nation.sets:
            law = law_of(one.sheet.criteria)
            rows = list(zip(one.places.tolist(), one.gated.tolist(), one.points.tolist(), strict=True))
            floors = [(at, star, need) for star, needs in law.floors.items() for at, need in needs.items()]
            self.sets.append((law.least, floors, rows))

    def run(self) -> tuple[list[int], list[int]]:
        totals, stars = [0] * self.size, [0] * self.size
        for least, floors, rows in self.sets:
            for place, gated, sheets in rows:
                members = len(sheets)
                sums = [sum(column) for column in zip(*sheets, strict=True)]
                total = totals[place] = sum(sums)
                if gated:
                    continue
                star = next((star for star, points in least if total >= points * members), 1)
                for at, floor_star, need in floors:
                    if floor_star <= star and sums[at] < need * members:
                        star = floor_star - 1
                stars[place] = star
        return totals, stars

    def answers(self) -> tuple[np.ndarray, np.ndarray]:
        totals, stars = self.run()
        return np.array(totals), np.array(stars)
