"""`ocop history verify | seal | show`: check the history, print its seals, read the timeline of one object.

Owns their text. Events and checks are `ocop.domain.history`'s; the database is the one that the site uses
(OCOP_DATA_DIR and its like).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from ocop.cli.papers import FAULTY, faulty_files
from ocop.cli.speech import speech_of
from ocop.cli.tables import tables
from ocop.rules.history.chain import Seal
from ocop.rules.refused import Refused
from ocop.rules.scoring.numbers import counted

SHORT = 12  # letters of a digest that are shown


@click.group()
def history() -> None:
    """Kiểm và đọc lịch sử / Check and read the history."""


@history.command()
@click.option(
    "--seals",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help='Dấu niêm phong đã giữ, từ "ocop history seal". / Seals kept from "ocop history seal".',
)
@click.option(
    "--no-files",
    is_flag=True,
    help="Bỏ qua tệp giấy tờ, ảnh đã lưu. / Leave stored papers and photos out.",
)
@click.pass_context
def verify(ctx: click.Context, file: Path | None, no_files: bool) -> None:
    """Kiểm mọi chuỗi và tệp đã lưu / Check every chain and stored file.

    Gọi tên từng lỗi; giữ dấu niêm phong thì kiểm cả chuỗi viết lại. / Names every fault.

    Mã thoát 6 khi có lỗi. / Exit code 6 when there is a fault.
    """
    speech = speech_of(ctx)
    with speech.refusals(file.name if file else ""):
        kept = list(_seals_in(file.read_text("utf-8"))) if file else []
    with tables(speech):
        from ocop.domain.history import queries

        found = 0
        for fault in queries.faults(kept):
            found += 1
            click.echo(speech.say(fault.vi, fault.en))
        events, chains = queries.counted(), len(queries.seals())
        in_files = 0 if no_files else faulty_files(speech)
    click.echo(
        speech.say(
            f"{events} sự kiện, {chains} chuỗi, {len(kept)} dấu niêm phong: {found} lỗi.",
            f"{counted(events, 'event', 'events')}, {counted(chains, 'chain', 'chains')}, "
            f"{counted(len(kept), 'seal', 'seals')}: {counted(found, 'fault', 'faults')}.",
        )
    )
    if found or in_files:
        raise SystemExit(FAULTY)


@history.command()
@click.pass_context
def seal(ctx: click.Context) -> None:
    """In điểm cuối mỗi chuỗi / Print the ends of the chains.

    Giữ các dòng này ở nơi khác. / Keep these lines elsewhere.
    """
    with tables(speech_of(ctx)):
        from ocop.domain.history import queries

        for one in queries.seals():
            click.echo(json.dumps({"chain": one.chain, "position": one.position, "digest": one.digest}))


@history.command()
@click.argument("kind")
@click.argument("subject")
@click.pass_context
def show(ctx: click.Context, kind: str, subject: str) -> None:
    """Dòng thời gian của một đối tượng / The timeline of one object.

    KIND là loại, SUBJECT là mã đối tượng. / KIND is its kind, SUBJECT its id.
    """
    speech = speech_of(ctx)
    with tables(speech):
        from ocop.domain.history import queries

        entries = queries.timeline(kind, subject)
    if not entries:
        click.echo(speech.say("Lịch sử không có gì về đối tượng này.", "History has nothing on this object."))
    for entry in entries:
        who = ", ".join(word for word in (entry.name, entry.role, entry.unit) if word)
        told = (
            speech.say("(đã xóa chi tiết)", "(details erased)") if entry.erased else _changed(entry.before, entry.after)
        )
        line = [f"{entry.at:%Y-%m-%d %H:%M:%SZ}", entry.act, who, told, entry.note, entry.digest[:SHORT]]
        click.echo("  ".join(part for part in line if part))


def _changed(before: object, after: object) -> str:
    sides = [json.dumps(side, ensure_ascii=False) for side in (before, after) if side is not None]
    return " → ".join(sides)


def _seals_in(text: str) -> Iterator[Seal]:
    """One seal a line, as `seal` prints them. Raises `Refused` (`bad_seal`) naming the line."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            yield Seal(str(record["chain"]), int(record["position"]), str(record["digest"]))
        except (ValueError, KeyError, TypeError):
            raise Refused(
                "bad_seal",
                where=f"{number}",
                vi='không phải một dấu niêm phong. Dùng tệp mà "ocop history seal" đã in ra.',
                en='this is no seal. Use the file that "ocop history seal" printed.',
            ) from None
