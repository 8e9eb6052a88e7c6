"""`ocop compare FILE --with INSTRUMENT`: what the same marks would have given under another generation.

Owns its text and JSON; the carrying over is `ocop.rules.scoring.compare`'s.
"""

from __future__ import annotations

import json

import click

from ocop.cli.files import open_dossier, with_dossier
from ocop.cli.speech import Speech, speech_of
from ocop.cli.usage import Command, Option
from ocop.rules.lawbook.book import GENERATIONS, criteria_set
from ocop.rules.scoring.compare import Comparison, target_set
from ocop.rules.scoring.compare import compare as compare_dossier
from ocop.rules.scoring.numbers import counted
from ocop.rules.scoring.record import result_record


@click.command(cls=Command)
@with_dossier
@click.option(
    "--with",
    "instrument",
    cls=Option,
    type=click.Choice(GENERATIONS),
    required=True,
    metavar="INSTRUMENT",
    help="Văn bản để so: 26/2026/QĐ-TTg, 148/QĐ-TTg, 1048/QĐ-TTg. / The other instrument.",
)
@click.option(
    "--set",
    "number",
    type=int,
    metavar="N",
    help="Bộ tiêu chí, khi có nhiều bộ tương ứng. / The set, when several fit.",
)
@click.option("--json", "as_json", is_flag=True, help="In một đối tượng JSON. / Print one JSON object.")
@click.pass_context
def compare(
    ctx: click.Context, file: str, rule: tuple[str, ...], instrument: str, number: int | None, as_json: bool
) -> None:
    """Điểm theo đời luật khác / The same marks under other law.

    FILE như của "ocop score" / is as for "ocop score".
    """
    speech = speech_of(ctx)
    opened = open_dossier(file, rule, speech)
    with speech.refusals(opened.name):
        criteria = criteria_set(
            instrument, target_set(opened.dossier.criteria, instrument) if number is None else number
        )
        found = compare_dossier(opened.dossier, criteria, opened.rules)
    if as_json:
        record = {
            "inferred": True,
            "open_at": list(found.open_at),
            "least": result_record(found.least),
            "most": result_record(found.most),
        }
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    click.echo(speech.say(criteria.title, f"Set {criteria.number} of {criteria.instrument}"))
    click.echo("\n".join(_lines(found, speech)))


def _lines(found: Comparison, speech: Speech) -> list[str]:
    low, high = (speech.number(result.total) for result in (found.least, found.most))
    few, many, open_at = found.least.stars, found.most.stars, len(found.open_at)
    return [
        speech.say(
            f"Từ {low} điểm ({few} sao) đến {high} điểm ({many} sao).",
            f"From {low} points ({counted(few, 'star', 'stars')}) to {high} points ({counted(many, 'star', 'stars')}).",
        ),
        speech.say(
            f"{open_at} tiêu chí không có chỗ tương ứng chắc chắn. Suy ra từ tên gọi, không phải kết quả chính thức.",
            f"{counted(open_at, 'criterion has', 'criteria have')} no sure counterpart. "
            "Inferred from the names of criteria, not official.",
        ),
    ]
