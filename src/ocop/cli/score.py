"""`ocop score FILE`: the star of a dossier, with its reasons.

Owns the text a person reads in a terminal; the JSON is `ocop.rules.scoring.record`'s.
"""

from __future__ import annotations

import json

import click

from ocop.cli.files import open_dossier, with_dossier
from ocop.cli.speech import Speech, speech_of
from ocop.cli.usage import Command
from ocop.rules.lawbook.book import in_english
from ocop.rules.scoring.explain import explain, missing_for
from ocop.rules.scoring.numbers import counted
from ocop.rules.scoring.record import result_record
from ocop.rules.scoring.result import CERTIFIED_FROM, Result
from ocop.rules.scoring.result import score as score_dossier

OUTCOMES = {
    "rated": ("được xếp hạng", "rated"),
    "eliminated": ("bị loại", "eliminated"),
    "stopped": ("dừng đánh giá", "evaluation stopped"),
    "not_eligible": ("không đủ điều kiện", "not eligible"),
    "out_of_scope": ("ngoài phạm vi", "out of scope"),
    "not_passed": ("không đạt vì thiếu mức tối thiểu", "not passed: a floor is missed"),
    "supplement": ("chờ bổ sung vì thiếu mức tối thiểu", "awaiting supplement: a floor is missed"),
}


@click.command(cls=Command)
@with_dossier
@click.option("--json", "as_json", is_flag=True, help="In một đối tượng JSON. / Print one JSON object.")
@click.pass_context
def score(ctx: click.Context, file: str, rule: tuple[str, ...], as_json: bool) -> None:
    """Chấm hồ sơ: điểm, sao, lý do / Score a dossier.

    FILE là tệp JSON, hoặc "-" để đọc từ đầu vào / is a JSON file, or "-" for standard input.
    """
    speech = speech_of(ctx)
    opened = open_dossier(file, rule, speech)
    with speech.refusals(opened.name):
        result = score_dossier(opened.dossier, opened.rules)
    if as_json:
        click.echo(json.dumps(result_record(result), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(result_lines(result, speech)))


def result_lines(result: Result, speech: Speech) -> list[str]:
    """The result as lines of text in the reader's language."""
    return [
        *_head(result, speech),
        *_members(result, speech),
        *_warnings(result, speech),
        *_missing(result, speech),
        _settings(result, speech),
    ]


def _head(result: Result, speech: Speech) -> list[str]:
    criteria = result.dossier.criteria
    vi, en = OUTCOMES[result.outcome]
    parts = "  ".join(f"{part.code} {speech.number(result.parts[part.code])}/{part.max}" for part in criteria.parts)
    return [
        speech.say(criteria.title, f"Set {criteria.number}, {in_english(criteria.name)} ({criteria.instrument})"),
        f"{speech.say('Điểm', 'Points')}: {speech.number(result.total)}/{criteria.total}   {parts}",
        f"{speech.say('Hạng', 'Rank')}: {_stars(result, speech)} ({speech.say(vi, en)}; "
        + speech.say(f"theo điểm {result.band} sao)", f"by points {counted(result.band, 'star', 'stars')})"),
        *_gates(result, speech),
        *_certificate(result, speech),
        *_caveat(result, speech),
    ]


def _gates(result: Result, speech: Speech) -> list[str]:
    """Each line of the law that ends the evaluation, with its place and the members whose 0 points meet it."""
    sentences = missing_for(result, 1).words(speech.lang)[-len(result.gates) :] if result.gates else ()
    lines = []
    for met, sentence in zip(result.gates, sentences, strict=True):
        who = ", ".join(met.members)
        lines.append(f"  {sentence}" + (speech.say(f"; cho 0 điểm: {who}", f"; 0 points by: {who}") if who else ""))
    return lines


def _caveat(result: Result, speech: Speech) -> list[str]:
    """What is not sure about the law of the filing day."""
    caveat = result.dossier.regime.caveat if result.dossier.regime else ""
    return [speech.say(f"Lưu ý: {caveat}.", f"Note: {in_english(caveat)}.")] if caveat else []


def _stars(result: Result, speech: Speech) -> str:
    if not result.stars:
        return speech.say("không xếp hạng", "not ranked")
    picture = "★" * result.stars + "☆" * (5 - result.stars)
    return f"{picture} {speech.say(f'{result.stars} sao', counted(result.stars, 'star', 'stars'))}"


def _certificate(result: Result, speech: Speech) -> list[str]:
    if result.certificate:
        return []
    return [
        speech.say(
            "Dưới 3 sao: không có quyết định, không có giấy chứng nhận.",
            "Below 3 stars: no decision and no certificate.",
        )
    ]


def _members(result: Result, speech: Speech) -> list[str]:
    if len(result.members) == 1:
        return []
    lines = [f"  {member}: {total}" for member, total in result.members.items()]
    spread = speech.say(
        f"Lệch nhau {result.spread.points} điểm (giới hạn {result.spread.limit})",
        f"Spread {counted(result.spread.points, 'point', 'points')} (limit {result.spread.limit})",
    )
    over = [
        "  "
        + speech.say(
            f"{one} và {other} lệch {apart} điểm: trao đổi và chấm lại",
            f"{one} and {other} are {apart} points apart: discuss and score again",
        )
        for one, other, apart in result.spread.pairs
    ]
    return [speech.say("Từng thành viên:", "Members:"), *lines, spread, *over]


def _warnings(result: Result, speech: Speech) -> list[str]:
    lines = []
    for member, codes in result.unmarked.items():
        lines.append(
            speech.say(
                f"{member}: còn {len(codes)} tiêu chí chưa chấm ({', '.join(codes)})",
                f"{member}: {counted(len(codes), 'criterion', 'criteria')} not yet marked ({', '.join(codes)})",
            )
        )
    for member, codes in result.not_applied.items():
        lines.append(
            speech.say(
                f"{member}: không có câu chuyện nên không tính {', '.join(codes)}",
                f"{member}: no product story, so not counted: {', '.join(codes)}",
            )
        )
    for member in result.mixed_cases:
        lines.append(speech.say(f"{member}: chấm lẫn hai trường hợp", f"{member}: marks both cases"))
    if result.quorum and not result.quorum.met:
        lines.append(
            speech.say(
                f"Chưa đủ số thành viên: có {result.quorum.present}, cần {result.quorum.needed}, và chủ tịch",
                f"No quorum: {result.quorum.present} present, {result.quorum.needed} needed, with the chair",
            )
        )
    return lines


def _missing(result: Result, speech: Speech) -> list[str]:
    """What each higher star needs beside lifting the gates; what is said for a lower star is not said again."""
    lines: list[str] = []
    for missing in explain(result):
        if missing.star >= CERTIFIED_FROM:
            sentences = missing.words(speech.lang)[: -len(missing.gates) or None]
            fresh = [f"  - {sentence}" for sentence in sentences if f"  - {sentence}" not in lines]
            more = "" if fresh else speech.say(" như trên", " as above")
            lines += [speech.say(f"Để được {missing.star} sao:", f"For {missing.star} stars:") + more, *fresh]
    return lines


def _settings(result: Result, speech: Speech) -> str:
    """The settings the result was reached by, where the law leaves a choice."""
    used = ", ".join(f"{name}={value}" for name, value in result.rules.as_record().items())
    return speech.say(f"Thiết lập đã dùng chỗ luật không nói: {used}", f"Settings used where the law is silent: {used}")
