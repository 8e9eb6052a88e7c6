"""Small score sheets made by hand, so that a test shows the whole law it speaks of."""

from dataclasses import replace

from ocop.rules.lawbook.council import rules_with
from ocop.rules.lawbook.shapes import CriteriaSet, Criterion, Gate, Option, StoryCondition
from ocop.rules.scoring.result import score
from ocop.rules.scoring.sheets import Council, Dossier, Sheet

NOW = "26/2026/QĐ-TTg"
BEFORE = "148/QĐ-TTg"
FIRST = "1048/QĐ-TTg"


def leaf(code, *points, floors=None, **more):
    """A criterion with these points; `floors` is star -> points of the option that bears its mark."""
    marks = {need: star for star, need in (floors or {}).items()}
    options = tuple(
        Option(number, worth, f"mức {worth}", marks.get(worth)) for number, worth in enumerate(points, start=1)
    )
    return Criterion(code, f"Tiêu chí {code}", max(points), options, **more)


def cased(code, *options):
    """A criterion of two cases: options are pairs of case and points."""
    return Criterion(
        code,
        f"Tiêu chí {code}",
        max(points for _, points in options),
        tuple(Option(number, points, f"mức {points}", None, case) for number, (case, points) in enumerate(options, 1)),
        cases=(("a", "Trường hợp 1"), ("b", "Trường hợp 2")),
    )


def gated(criterion, kind="stop", when="zero", text="0 điểm thì dừng đánh giá"):
    """The criterion with a line that ends the evaluation."""
    return replace(criterion, gates=(*criterion.gates, Gate(kind, text, when, criterion.code)))


def told(criterion, story, *no_story):
    """The criterion, counted only when the story criterion is not at one of `no_story`."""
    return replace(criterion, story=StoryCondition(story, no_story))


def sheet_set(*leaves, instrument=NOW, number=11):
    """A criteria set of these leaves under the parts and headings their codes name."""
    codes = dict.fromkeys(part for item in leaves for part in above(item.code))
    known = {item.code: item for item in leaves}
    nodes = {code: known.get(code) or Criterion(code, f"Mục {code}", 0) for code in sorted(codes | known, key=order)}
    return CriteriaSet(
        instrument, number, "thu", "Bộ thử", sum(item.max for item in leaves), "https://example.org", "seen", nodes
    )


def above(code):
    """The headings over a code and the code itself: A, A.1, A.1.2."""
    parts = code.split(".")
    return {".".join(parts[:length]): None for length in range(1, len(parts) + 1)}


def order(code):
    letter, *numbers = code.split(".")
    return letter, [int(number) for number in numbers]


def dossier(criteria, *choices, gates=(), council=None):
    """A dossier whose members m1, m2, ... marked these choices."""
    sheets = tuple(Sheet(f"m{at}", marks) for at, marks in enumerate(choices, start=1))
    return Dossier(criteria, sheets, tuple(gates), council and Council(*council))


def scored(criteria, *choices, gates=(), council=None, **rules):
    """The result of such a dossier under the default rules with `rules` changed."""
    return score(dossier(criteria, *choices, gates=gates, council=council), rules_with(rules))


def highest(criteria):
    """The number of the option with most points, for every criterion."""
    return {item.code: max(item.options, key=lambda option: option.points).number for item in criteria.leaves}
