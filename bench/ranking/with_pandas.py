"""pandas, as an analyst writes it: one wide table of sheets, a groupby, and the floors of each set merged in.

Owns its own reading of the rules. The table has one small-integer column per criterion of any set (0 where the set has
none); the floors of each star are a table by set, brought to the dossiers by their set.
"""

import numpy as np
import pandas as pd

from bench.ranking.law import law_of
from bench.ranking.nation import Nation

STARS = (3, 4, 5)


class Pandas:
    def __init__(self, nation: Nation) -> None:
        self.codes = sorted({leaf.code for one in nation.sets for leaf in one.sheet.criteria.leaves})
        self.sheets = pd.concat([self._sheets(number, one) for number, one in enumerate(nation.sets)])
        self.dossiers = pd.concat(
            pd.DataFrame({"set": number, "gated": one.gated, "members": one.points.shape[1]}, index=one.places)
            for number, one in enumerate(nation.sets)
        ).sort_index()
        laws = [law_of(one.sheet.criteria) for one in nation.sets]
        self.floors = {star: self._floors(nation, [law.floors.get(star, {}) for law in laws]) for star in STARS}
        self.least = pd.DataFrame([dict(law.least) for law in laws])

    def _sheets(self, number: int, one: object) -> pd.DataFrame:
        dossiers, members, leaves = one.points.shape
        codes = [leaf.code for leaf in one.sheet.criteria.leaves]
        table = pd.DataFrame(one.points.reshape(dossiers * members, leaves), columns=codes)
        table = table.reindex(columns=self.codes, fill_value=0).astype(np.uint8)
        table.insert(0, "dossier", np.repeat(one.places, members))
        return table

    def _floors(self, nation: Nation, floors: list[dict[int, int]]) -> pd.DataFrame:
        rows = [
            {one.sheet.criteria.leaves[at].code: need for at, need in needs.items()}
            for one, needs in zip(nation.sets, floors, strict=True)
        ]
        table = pd.DataFrame(rows, index=range(len(rows))).fillna(0).astype(np.uint16)
        return table[[code for code in self.codes if code in table.columns]]

    def run(self) -> pd.DataFrame:
        sums = self.sheets.groupby("dossier")[self.codes].sum()
        result = self.dossiers[["set", "members", "gated"]].assign(total=sums.sum(axis=1))
        least = result[["set"]].merge(self.least, left_on="set", right_index=True).sort_index()
        result["stars"] = 1
        for star in (2, 3, 4, 5):
            result.loc[result["total"] >= least[star] * result["members"], "stars"] = star
        for star in reversed(STARS):
            needs = self.floors[star]
            if needs.empty:
                continue
            bar = needs.loc[result["set"]].mul(result["members"].to_numpy(), axis=0)
            missed = (sums[needs.columns].to_numpy() < bar.to_numpy()).any(axis=1)
            result.loc[missed & (result["stars"] >= star), "stars"] = star - 1
        result.loc[result["gated"], "stars"] = 0
        return result

    def answers(self) -> tuple[np.ndarray, np.ndarray]:
        result = self.run()
        return result["total"].to_numpy(np.int64), result["stars"].to_numpy(np.int64)
