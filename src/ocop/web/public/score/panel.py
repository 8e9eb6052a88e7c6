"""The result beside the sheet: total, star, bar, what is missing, and the shortest way to the star one wants.

Owns choosing and wording what the rules answer; every number comes from `ocop.rules.scoring`. Criteria and their
options are `cards`'; the whole sheet on one page is `overview`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.rules.lawbook.bands import bands_of, least_total
from ocop.rules.lawbook.classification import evidence_kinds
from ocop.rules.lawbook.shapes import Criterion
from ocop.rules.scoring.advise import Advice, Raise, advise
from ocop.rules.scoring.explain import missing_for
from ocop.rules.scoring.result import OUTCOME_OF_GATE, Result, score
from ocop.web.base.figures import points_text
from ocop.web.base.gauge import Gauge, Mark, Part
from ocop.web.public.law.terms import TERMS
from ocop.web.public.law.wording import decision, is_english, plain
from ocop.web.public.score.cards import points_words
from ocop.web.public.score.state import STARS, State


@dataclass(frozen=True)
class Step:
    """One raise: the criterion to go to, what to reach, the gain, why, and the papers to bring."""

    code: str
    criterion: str
    label: str
    gain: str
    why: str
    papers: str


@dataclass(frozen=True)
class Way:
    """The shortest way to a star, or why there is none."""

    star: int
    steps: tuple[Step, ...] = ()
    summary: str = ""
    blocked: str = ""
    reached: bool = False


@dataclass(frozen=True)
class Target:
    """One star a person may aim at; value "" is whichever comes next."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True)
class Floors:
    """How many of the floors for a star are met."""

    words: str
    met: bool


@dataclass(frozen=True)
class Panel:
    """The whole panel. `stars` is 0 when nothing is marked yet or a gate is met."""

    total: str
    maximum: int
    stars: int
    star_words: str
    level: str
    status: str
    left: int
    left_words: str
    first_left: str
    gauge: Gauge
    floors: tuple[Floors, ...]
    gates: tuple[str, ...]
    missing: tuple[str, ...]
    missing_star: int
    not_counted: tuple[str, ...]
    targets: tuple[Target, ...]
    way: Way
    frozen: tuple[tuple[str, str], ...]


def panel_of(state: State) -> Panel:
    """What the sheet gives as it stands, and the shortest way up."""
    result = score(state.dossier)
    advice = advise(state.dossier, state.target or None, frozen=state.frozen)
    needed, gates = _missing(result, advice.star)
    begun = bool(state.choices) or bool(result.gates)
    unmarked = state.unmarked
    words = star_words(result) if begun else _("Chưa chấm gì")
    return Panel(
        total=points_text(result.total),
        maximum=state.criteria.total,
        stars=result.stars if begun else 0,
        star_words=words,
        level=_level(result, state) if begun else "",
        status=_status(result, words, len(unmarked)),
        left=len(unmarked),
        left_words=left_words(len(unmarked)),
        first_left=unmarked[0].code if unmarked else "",
        gauge=gauge_of(result),
        floors=tuple(_floors(result, star) for star in STARS) if result.floors else (),
        gates=gates,
        missing=needed if begun else (),
        missing_star=advice.star,
        not_counted=_not_counted(result),
        targets=_targets(state),
        way=_way(advice, result),
        frozen=tuple((code, _named(state.criteria.nodes[code])) for code in state.frozen),
    )


def left_words(count: int) -> str:
    """How many criteria are still to be marked."""
    return ngettext("còn %(n)s tiêu chí chưa chấm", "còn %(n)s tiêu chí chưa chấm", count) % {"n": count}


def star_words(result: Result) -> str:
    """The star as the law names it, or what ended the evaluation."""
    if result.gates:
        return str(TERMS["gate"][result.gates[0].gate.kind])
    return _stars(result.stars)


def _stars(count: int) -> str:
    return ngettext("%(n)s sao", "%(n)s sao", count) % {"n": count}


def gauge_of(result: Result) -> Gauge:
    """The bar: parts stacked, a line where each star begins (reached: points and floors), and under it its floors."""
    criteria = result.dossier.criteria
    bands = bands_of(criteria.instrument)
    least = {star: least_total(star, bands, result.rules) for star in STARS}
    parts = zip("abc", criteria.parts, strict=True)
    floors = ((at, _floors(result, star)) for star, at in least.items())
    return Gauge(
        parts=tuple(Part(css, plain(part.name), result.parts[part.code], part.max) for css, part in parts),
        band_marks=tuple(Mark(at, _stars(star), result.stars >= star) for star, at in least.items()),
        floor_marks=tuple(Mark(at, floor.words, floor.met) for at, floor in floors),
        maximum=criteria.total,
    )


def _floors(result: Result, star: int) -> Floors:
    floors = [floor for floor in result.floors if floor.star <= star]
    met = sum(floor.met for floor in floors)
    words = (
        _("%(star)s sao: đạt %(met)s trên %(all)s mức tối thiểu")
        if floors
        else _("%(star)s sao: không đòi mức tối thiểu")
    )
    return Floors(words % {"star": star, "met": met, "all": len(floors)}, met == len(floors))


def _level(result: Result, state: State) -> str:
    """Who recognises these stars, for a dossier filed that day; said once the sheet is whole."""
    if result.gates or not result.complete:
        return ""
    if not result.certificate:
        return _("Từ %(star)s sao trở lên mới được cấp giấy chứng nhận.") % {"star": STARS[0]}
    level = state.regime.levels[result.stars]
    return _("Hạng này do %(level)s công nhận.") % {"level": TERMS["level"][level]}


def _status(result: Result, words: str, left: int) -> str:
    """One short sentence to be read aloud after each mark."""
    said = _("%(total)s điểm, %(stars)s") % {"total": points_text(result.total), "stars": words}
    return f"{said}, {left_words(left)}" if left else said


def _missing(result: Result, star: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is missing for `star`, in words with its article: points and floors, and the gates apart."""
    missing = missing_for(result, star)
    words = tuple(decision(sentence) for sentence in missing.words("en" if is_english() else "vi"))
    before_gates = len(words) - len(missing.gates)
    return words[:before_gates], words[before_gates:]


def _not_counted(result: Result) -> tuple[str, ...]:
    """Marked criteria that give nothing because there is no product story."""
    codes = next(iter(result.not_applied.values()), ())
    return tuple(_named(result.dossier.criteria.nodes[code]) for code in codes)


def _targets(state: State) -> tuple[Target, ...]:
    next_star = Target("", _("Sao kế tiếp"), not state.target)
    stars = (Target(str(star), _stars(star), state.target == star) for star in STARS)
    return (next_star, *stars)


def _way(advice: Advice, result: Result) -> Way:
    if advice.reached:
        return Way(advice.star, reached=True)
    if advice.blocked:
        return Way(advice.star, blocked=_blocked(advice, result))
    count = len(advice.raises)
    done = {"n": count, "points": _points(advice.total - result.total), "total": _points(advice.total)}
    words = ngettext(
        "Làm %(n)s việc: thêm %(points)s, thành %(total)s, và đạt mọi mức tối thiểu.",
        "Làm %(n)s việc: thêm %(points)s, thành %(total)s, và đạt mọi mức tối thiểu.",
        count,
    )
    least = least_total(advice.star, bands_of(result.dossier.criteria.instrument), result.rules)
    goal = {"goal": _points(least), "star": _stars(advice.star)}
    return Way(advice.star, tuple(_step(one, goal) for one in advice.raises), words % done)


def _blocked(advice: Advice, result: Result) -> str:
    nodes = result.dossier.criteria.nodes
    if advice.blocked == "gates":
        kinds = {outcome: kind for kind, outcome in OUTCOME_OF_GATE.items()}
        said = ", ".join(str(TERMS["gate"][kinds[outcome]]) for outcome in dict.fromkeys(advice.at))
        words = _("Hồ sơ đang vướng dòng “%(gates)s”: bao nhiêu điểm cũng không được xếp sao. Hãy gỡ điều này trước.")
        return words % {"gates": said.lower()}
    if advice.blocked == "floors":
        named = "; ".join(_named(nodes[code]) for code in advice.at)
        words = _(
            "Chưa lên được khi giữ nguyên: %(criteria)s. Nếu đổi được, hãy bỏ dấu “không thay đổi được” ở chỗ ấy."
        )
        return words % {"criteria": named}
    return _("Nâng hết những chỗ thay đổi được cũng chỉ tới %(total)s, chưa đủ cho hạng này.") % {
        "total": _points(advice.total)
    }


def _step(one: Raise, goal: dict[str, str]) -> Step:
    """One raise; it is there for a floor, for the points that make the star (`goal`), or for both."""
    kinds = evidence_kinds()
    papers = "; ".join(plain(kinds[name].name) for name in one.evidence if name in kinds)
    why = _("Để đủ %(goal)s của hạng %(star)s.") % goal
    if one.floor_for:
        need = {"star": _stars(one.floor_for), "points": points_words(one.floor_need), "have": points_text(one.have)}
        why = _("Muốn %(star)s, tiêu chí này phải từ %(points)s trở lên; đang được %(have)s.") % need
    if one.floor_for and one.option.points > one.floor_need:
        why += " " + _("Nâng hơn thế để đủ %(goal)s của hạng %(star)s.") % goal
    gain = f"+{_points(one.gain)}"
    return Step(one.criterion.code, _named(one.criterion), plain(one.option.label), gain, why, papers)


def _points(points: Fraction) -> str:
    return ngettext("%(n)s điểm", "%(n)s điểm", ceil(points)) % {"n": points_text(points)}


def _named(leaf: Criterion) -> str:
    return f"{leaf.official_number} {plain(leaf.name)}"
