"""The command line of `ocop rank`: arguments, the progress bar, the summary, and words for what went wrong.

Owns what a person sees; the run itself is `run`'s, loaded only when there is a file to rank.
"""

from __future__ import annotations

import sys
from os import strerror
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from ocop.cli.council import settings_in, with_rules
from ocop.cli.speech import REFUSED, Speech, speech_of
from ocop.cli.usage import Command
from ocop.rules.lawbook.council import CouncilRules, rules_with
from ocop.rules.refused import Refused
from ocop.rules.scoring.numbers import counted

if TYPE_CHECKING:
    from ocop.cli.rank.run import Summary

KINDS = (".csv", ".parquet", ".pq")


@click.command(cls=Command)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Tệp kết quả .csv hoặc .parquet; mặc định TÊN-ranked cạnh FILE. / The result file.",
)
@click.option(
    "--skip-bad",
    "bad",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BAD.csv",
    help="Ghi hồ sơ hỏng kèm lý do vào đây rồi làm tiếp. / List bad dossiers here and go on.",
)
@with_rules
@click.pass_context
def rank(ctx: click.Context, file: Path, out: Path | None, bad: Path | None, rule: tuple[str, ...]) -> None:
    """Xếp hạng mọi hồ sơ trong bảng FILE (.csv, .parquet). / Rank every dossier of a table.

    Mỗi dòng một phiếu: dossier, instrument (hoặc on), set, member, rồi mỗi mã tiêu chí một cột; trống là chưa chấm,
    “-” là không phương án nào. / One sheet per line; see docs/reference/rank-file.md.
    """
    speech = speech_of(ctx)
    target = out or file.with_name(f"{file.stem}-ranked{file.suffix}")
    with speech.refusals():
        rules = rules_with(settings_in(rule))
        _check_names(file, target, bad)
    summary = _run(file, target, bad, rules, speech)
    click.echo(_words(summary, target, bad, speech))


def _check_names(file: Path, target: Path, bad: Path | None) -> None:
    named = [path for path in (file, target, bad) if path]
    for path in named:
        if path.suffix.lower() not in KINDS:
            raise Refused("bad_kind", where=str(path), vi="cần tệp .csv hoặc .parquet", en="must be .csv or .parquet")
        if not path.resolve().parent.is_dir():
            raise Refused("no_folder", where=str(path), vi="không có thư mục này", en="there is no such folder")
    if len({path.resolve() for path in named}) < len(named):
        raise Refused(
            "same_file", where=str(target), vi="trùng tên tệp; chọn tên khác", en="is named twice; choose another name"
        )


def _run(file: Path, target: Path, bad: Path | None, rules: CouncilRules, speech: Speech) -> Summary:
    from ocop.cli.rank.run import BadTable, rank_table
    from ocop.cli.rank.table import Table

    try:
        table = Table(file)
        with click.progressbar(
            length=table.source.size,
            label=speech.say("Xếp hạng", "Ranking"),
            file=sys.stderr,
            hidden=not sys.stderr.isatty(),
        ) as bar:
            try:
                return rank_table(
                    table, target, rules, speech.lang, bad=bad, progress=lambda at: bar.update(at - bar.pos)
                )
            finally:
                table.source.close()
    except BadTable as stop:
        column = f"{speech.say('cột', 'column')} {stop.fault.refused.where}"
        _fail(f"{_at(file, stop.fault.line, speech)}: {column}: {_said(stop.fault.refused, speech)}", speech)
    except Refused as refused:
        where = refused.where
        place = _at(file, int(where), speech) if where.isdigit() else f"{file}: {where}" if where else str(file)
        _fail(f"{place}: {_said(refused, speech)}", speech)
    except OSError as error:
        why = strerror(error.errno) if error.errno else str(error)
        _fail(
            speech.say(
                f"không đọc được {file} hoặc không ghi được {target}; xem quyền, tên và chỗ trống trên đĩa ({why})",
                f"cannot read {file} or cannot write {target}; check permissions, names and free space ({why})",
            ),
            speech,
        )


def _at(file: Path, line: int, speech: Speech) -> str:
    """Where in the file: the line of a CSV, the row of a Parquet file."""
    return f"{file}:{line}" if file.suffix.lower() == ".csv" else f"{file}: {speech.say('hàng', 'row')} {line}"


def _said(refused: Refused, speech: Speech) -> str:
    return speech.say(refused.vi, refused.en)


def _fail(text: str, speech: Speech) -> NoReturn:
    click.echo(f"{speech.say('Lỗi', 'Error')}: {text}", err=True)
    raise SystemExit(REFUSED)


def _words(summary: Summary, target: Path, bad: Path | None, speech: Speech) -> str:
    count = sum(summary.stars.values())
    by_star = ", ".join(
        f"{summary.stars[star]} × {star}★"
        for star in sorted(summary.stars, reverse=True)
        if star and summary.stars[star]
    ) or speech.say("không có", "none")
    lines = [
        speech.say(
            f"Đã xếp hạng {count} hồ sơ: {by_star}", f"Ranked {counted(count, 'dossier', 'dossiers')}: {by_star}"
        ),
        *([speech.say(f"Không xếp hạng: {none}", f"Not ranked: {none}")] if (none := summary.stars[0]) else []),
        *(
            [
                speech.say(
                    f"Bỏ qua {summary.skipped} hồ sơ, xem {bad}",
                    f"Skipped {counted(summary.skipped, 'dossier', 'dossiers')}, see {bad}",
                )
            ]
            if summary.skipped
            else []
        ),
        speech.say(f"Kết quả: {target}", f"Results: {target}"),
    ]
    return "\n".join(lines)
