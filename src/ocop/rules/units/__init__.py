"""Administrative units through time: which there were on a day, who followed whom, and figures moved between days.

Owns units as dated data (`shapes`, `reading`), the units of one day (`gazetteer`), the way from one day to another
(`passage`), figures regrouped along it (`regroup`) and the questions others ask (`asking`). Tables of units belong to
`ocop.domain.places`; that the data is sound is proven by `ocop.rules.lawbook.check`.
"""

from ocop.rules.units.asking import (
    ancestor,
    belongs,
    communes_of,
    forebears,
    is_divided,
    regroup,
    successors,
    unit,
    units_on,
)
from ocop.rules.units.shapes import Level, Unit

__all__ = [
    "Level",
    "Unit",
    "ancestor",
    "belongs",
    "communes_of",
    "forebears",
    "is_divided",
    "regroup",
    "successors",
    "unit",
    "units_on",
]
