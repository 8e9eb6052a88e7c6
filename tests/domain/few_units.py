"""Two provinces with three communes of the real tables: enough for people to hold roles in, loaded in a moment."""

from functools import cache

from ocop.domain.places.actions import load_units
from ocop.rules.lawbook import loader
from ocop.rules.lawbook.loader import PAIR_COLUMNS, STATE_COLUMNS
from ocop.rules.units.gazetteer import Gazetteer
from ocop.rules.units.reading import INDEX, built
from tests.domain.accounts.people import AT

CODES = {"08", "19", "02473", "00715", "01840"}


@cache
def few_units() -> Gazetteer:
    """The states of CODES, now and before, with the districts and provinces above them."""
    index = loader.read(INDEX)
    states = {row["id"]: _with_parents(loader.read_table(row["file"], STATE_COLUMNS)) for row in index["systems"]}
    pairs = {
        row["id"]: [pair for pair in loader.read_table(row["file"], PAIR_COLUMNS) if {*pair.values()} <= CODES]
        for row in index["changes"]
        if row["file"]
    }
    return built(index, states, pairs)


def _with_parents(rows):
    wanted = {row["code"] for row in rows} & CODES
    while above := {row["parent"] for row in rows if row["code"] in wanted and row["parent"]} - wanted:
        wanted |= above
    return [row for row in rows if row["code"] in wanted]


def load():
    load_units(book=few_units(), edition="few", at=AT)
