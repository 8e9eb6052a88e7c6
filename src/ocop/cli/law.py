"""`ocop law list|show|check|diff|which`: reading the law from a terminal.

Owns the text; the data and the proof are `ocop.rules.lawbook`'s.
"""

from __future__ import annotations

from datetime import date

import click

from ocop.cli.speech import LAW_FAULT, Speech, speech_of
from ocop.cli.usage import Argument, Day, Group, Option
from ocop.rules.lawbook.book import GENERATIONS, criteria_set, find_set, in_english, instruments, set_numbers
from ocop.rules.lawbook.lookup import regime_for
from ocop.rules.lawbook.shapes import CriteriaSet, Criterion
from ocop.rules.refused import Refused


@click.group(cls=Group)
def law() -> None:
    """Đọc, so sánh, kiểm tra luật / Read, compare and check the law."""


@law.command("list")
@click.argument("instrument", cls=Argument, required=False, type=click.Choice(GENERATIONS), metavar="[INSTRUMENT]")
@click.pass_context
def list_law(ctx: click.Context, instrument: str | None) -> None:
    """Các văn bản, hoặc các bộ tiêu chí / Instruments, or sets of one.

    Có bộ tiêu chí / with sets: 26/2026/QĐ-TTg, 148/QĐ-TTg, 1048/QĐ-TTg.
    """
    speech = speech_of(ctx)
    if instrument is None:
        for item in instruments().values():
            until = f" - {item.until}" if item.until else ""
            click.echo(f"{item.id:<16} {item.in_force}{until:<13} {speech.say(item.title, in_english(item.title))}")
        return
    for number in set_numbers(instrument):
        found = find_set(instrument, number)
        missing = speech.say("  [chưa có nguồn]", "  [text not found]") if found.missing_because else ""
        click.echo(f"{number:>3}  {speech.say(found.name, in_english(found.name))}{missing}")


@law.command()
@click.argument("instrument", cls=Argument, type=click.Choice(GENERATIONS), metavar="INSTRUMENT")
@click.argument("number", cls=Argument, type=int)
@click.argument("code", cls=Argument, required=False)
@click.pass_context
def show(ctx: click.Context, instrument: str, number: int, code: str | None) -> None:
    """Một bộ tiêu chí, hoặc một tiêu chí / One set, or one criterion.

    Ví dụ / example: ocop law show 26/2026/QĐ-TTg 11 B.5.1
    """
    speech = speech_of(ctx)
    code = code.strip().upper() if code is not None else None
    with speech.refusals():
        criteria = criteria_set(instrument, number)
        if code is not None and code not in criteria.nodes:
            raise Refused(
                "no_criterion",
                where=code,
                vi=f"{criteria.title} không có tiêu chí này",
                en="there is no such criterion",
            )
    nodes = criteria.nodes.values() if code is None else _under(criteria, code)
    click.echo(speech.say(criteria.title, f"Set {number}, {in_english(criteria.name)} ({instrument})"))
    click.echo(speech.say("Nguồn", "Source") + f": {criteria.source}")
    for node in nodes:
        click.echo("\n".join(_node_lines(node, speech)))


def _under(criteria: CriteriaSet, code: str) -> list[Criterion]:
    return [node for node in criteria.nodes.values() if node.code == code or node.code.startswith(code + ".")]


def _node_lines(node: Criterion, speech: Speech) -> list[str]:
    indent = "  " * node.code.count(".")
    lines = [f"{indent}{node.code} {speech.say(node.name, in_english(node.name))} [{node.max}]"]
    for option in node.options:
        floor = f"  {'*' * option.floor}" if option.floor else ""
        case = f"({option.case}) " if option.case else ""
        label = speech.say(option.label, in_english(option.label))
        lines.append(f"{indent}  {option.number}. {case}{label}: {option.points}{floor}")
    for gate in node.gates:
        lines.append(f"{indent}  ! {speech.say(gate.text, in_english(gate.text))}")
    return lines


@law.command()
@click.pass_context
def check(ctx: click.Context) -> None:
    """Kiểm tra dữ liệu luật / Prove the law data sound."""
    from ocop.rules.lawbook.check import run

    speech = speech_of(ctx)
    report = run()
    for line in report.lines:
        click.echo(line.words(speech.lang))
    for fault in report.faults:
        click.echo(f"{speech.say('Lỗi', 'Fault')}: {fault.words(speech.lang)}", err=True)
    if report.faults:
        ctx.exit(LAW_FAULT)


@law.command()
@click.argument("before", cls=Argument, metavar="INSTRUMENT:SET")
@click.argument("after", cls=Argument, metavar="INSTRUMENT:SET")
@click.pass_context
def diff(ctx: click.Context, before: str, after: str) -> None:
    """Khác nhau giữa hai bộ / What changed between two sets.

    Ví dụ / example: ocop law diff 148/QĐ-TTg:11 26/2026/QĐ-TTg:11
    """
    from ocop.rules.lawbook.changes import changes, words

    speech = speech_of(ctx)
    with speech.refusals():
        old, new = _named(before), _named(after)
    for change in changes(old, new):
        if change.kind == "kept":
            continue
        node = change.after or change.before
        code = node.code if node else ""
        click.echo(f"{code} {speech.say(change.name, in_english(change.name))}")
        for sentence in words(change, speech.lang):
            click.echo(f"    {sentence}")


def _named(text: str) -> CriteriaSet:
    instrument, _, number = text.rpartition(":")
    if not number.isdecimal() or len(number) > 3:
        raise Refused("bad_name", where=text, vi="cần dạng 26/2026/QĐ-TTg:11", en="needs the form 26/2026/QĐ-TTg:11")
    return criteria_set(instrument, int(number), where=text)


@law.command()
@click.argument("filed", cls=Argument, type=Day())
@click.option(
    "--kind",
    default="first",
    show_default=True,
    metavar="first|upgrade|reevaluation",
    help="Nộp lần đầu, nâng hạng, đánh giá lại. / The kind of filing.",
)
@click.option("--evaluated", cls=Option, type=Day(), help="Ngày chấm. / Day of evaluation.")
@click.pass_context
def which(ctx: click.Context, filed: date, kind: str, evaluated: date | None) -> None:
    """Luật nào cho một ngày nộp / Which law governs a filing day.

    Ngày viết / a day is written 2026-11-22, 22/11/2026.
    """
    speech = speech_of(ctx)
    with speech.refusals():
        regime = regime_for(filed, kind=kind, evaluated_on=evaluated)
    click.echo(f"{regime.id}  {regime.criteria}  ({' + '.join(regime.process)})")
    if regime.caveat:
        click.echo(speech.say(regime.caveat, in_english(regime.caveat)))
