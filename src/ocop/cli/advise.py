"""`ocop advise FILE --star N`: the shortest way to a star.

Owns the text and JSON of an advice; finding it is `ocop.rules.scoring.advise`'s.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from ocop.cli.files import open_dossier, with_dossier
from ocop.cli.score import OUTCOMES
from ocop.cli.speech import OUT_OF_REACH, Speech, speech_of
from ocop.cli.usage import Command, Option
from ocop.rules.lawbook.book import in_english
from ocop.rules.lawbook.classification import evidence_kinds
from ocop.rules.refused import Refused
from ocop.rules.scoring.advise import Advice, Raise
from ocop.rules.scoring.advise import advise as find_advice
from ocop.rules.scoring.numbers import counted, decimal_text

BLOCKED = {
    "gates": ("có điều kiện chặn mà nâng mức không gỡ được", "a gate blocks it that no raise can lift"),
    "floors": ("không đạt được mức tối thiểu ở", "a floor cannot be met at"),
    "points": ("nâng hết mức vẫn thiếu điểm, nhiều nhất", "even every raise falls short, at most"),
}


@click.command(cls=Command)
@with_dossier
@click.option(
    "--star", type=click.IntRange(1, 5), metavar="N", help="Sao muốn đạt; mặc định sao kế tiếp. / The wanted star."
)
@click.option(
    "--freeze",
    cls=Option,
    default="",
    metavar="CODE,CODE",
    help="Tiêu chí không đổi được, vd. A.1.1. / Criteria that cannot change.",
)
@click.option("--json", "as_json", is_flag=True, help="In một đối tượng JSON. / Print one JSON object.")
@click.pass_context
def advise(ctx: click.Context, file: str, rule: tuple[str, ...], star: int | None, freeze: str, as_json: bool) -> None:
    """Cách ngắn nhất để lên sao / The shortest way to a star.

    FILE như của "ocop score" / is as for "ocop score".
    """
    speech = speech_of(ctx)
    opened = open_dossier(file, rule, speech)
    frozen = [code.strip().upper() for code in freeze.split(",") if code.strip()]
    with speech.refusals(opened.name), _named_as_typed():
        advice = find_advice(opened.dossier, star, frozen=frozen, rules=opened.rules)
    click.echo(json.dumps(advice_record(advice), ensure_ascii=False, indent=2) if as_json else _text(advice, speech))
    if advice.blocked:
        ctx.exit(OUT_OF_REACH)


@contextmanager
def _named_as_typed() -> Iterator[None]:
    """The rules speak of frozen criteria; the reader wrote --freeze."""
    try:
        yield
    except Refused as refused:
        refused.where = refused.where.replace("frozen.", "--freeze ", 1)
        raise


def advice_record(advice: Advice) -> dict[str, Any]:
    """The advice as a plain record, exact decimals as strings."""
    return {
        "star": advice.star,
        "already_reached": advice.reached,
        "blocked": advice.blocked,
        "at": list(advice.at),
        "criteria": len(advice.raises),
        "steps": advice.steps,
        "total": decimal_text(advice.total),
        "raises": [
            {
                "criterion": item.criterion.code,
                "name": item.criterion.name,
                "have": decimal_text(item.have),
                "option": item.option.number,
                "points": item.option.points,
                "label": item.option.label,
                "gain": decimal_text(item.gain),
                "floor_for": item.floor_for,
                "floor_need": item.floor_need,
                "evidence": list(item.evidence),
            }
            for item in advice.raises
        ],
    }


def _text(advice: Advice, speech: Speech) -> str:
    if advice.reached:
        return speech.say(f"Đã được {advice.star} sao.", f"{_are(advice)} reached already.")
    if advice.blocked:
        vi, en = BLOCKED[advice.blocked]
        at = [speech.say(*OUTCOMES[item]) if advice.blocked == "gates" else item for item in advice.at]
        what = speech.number(advice.total) if advice.blocked == "points" else ", ".join(at)
        return speech.say(
            f"Không lên được {advice.star} sao: {vi}: {what}.", f"{_are(advice)} out of reach: {en}: {what}."
        )
    total = speech.number(advice.total)
    head = speech.say(
        f"Ngắn nhất lên {advice.star} sao: {len(advice.raises)} tiêu chí, được {total} điểm",
        f"Shortest way to {_stars(advice)}: {counted(len(advice.raises), 'criterion', 'criteria')}, {total} points",
    )
    return "\n".join([head, *(line for item in advice.raises for line in _raise(item, speech))])


def _stars(advice: Advice) -> str:
    return counted(advice.star, "star", "stars")


def _are(advice: Advice) -> str:
    return f"{_stars(advice)} {'is' if advice.star == 1 else 'are'}"


def _raise(item: Raise, speech: Speech) -> list[str]:
    leaf = item.criterion
    name, label = (
        (in_english(leaf.name), in_english(item.option.label)) if speech.english else (leaf.name, item.option.label)
    )
    why = (
        speech.say(
            f"{item.floor_for} sao cần từ {item.floor_need} điểm ở tiêu chí này",
            f"{item.floor_for} stars need at least {counted(item.floor_need, 'point', 'points')} here",
        )
        if item.floor_for
        else ""
    )
    kinds = [evidence_kinds()[kind].name for kind in item.evidence]
    proof = ", ".join(in_english(kind) if speech.english else kind for kind in kinds)
    lines = [f"  +{speech.number(item.gain)}  {leaf.code} {name}: {label}" + (f" ({why})" if why else "")]
    return lines + ([f"      {speech.say('minh chứng', 'evidence')}: {proof}"] if proof else [])
