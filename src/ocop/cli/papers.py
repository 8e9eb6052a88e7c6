"""`ocop papers verify | sweep`: check the stored papers and photos, and clear away what was left unfinished.

Owns their text. The store and the checks are `ocop.domain.evidence`'s; the site is the one of OCOP_DATA_DIR.
"""

from __future__ import annotations

from datetime import UTC, datetime

import click

from ocop.cli.speech import Speech, speech_of
from ocop.cli.tables import tables
from ocop.rules.scoring.numbers import counted

FAULTY = 6


@click.group()
def papers() -> None:
    """Kiểm và dọn kho giấy tờ / Check and tidy the store of papers."""


@papers.command()
@click.pass_context
def verify(ctx: click.Context) -> None:
    """Kiểm từng tệp đã lưu / Check every stored file.

    Gọi tên tệp bị đổi hoặc mất, cùng giấy tờ dùng nó. / Names a changed or missing file with the papers that use it.

    Mã thoát 6 khi có lỗi. / Exit code 6 when there is a fault.
    """
    speech = speech_of(ctx)
    with tables(speech):
        found = faulty_files(speech)
    if found:
        raise SystemExit(FAULTY)


@papers.command()
@click.pass_context
def sweep(ctx: click.Context) -> None:
    """Dọn tệp dở dang / Clear away unfinished files.

    Chỉ dọn tệp cũ hơn một ngày mà không bản ghi nào dùng. / Only what is older than a day and used by no record.
    """
    speech = speech_of(ctx)
    with tables(speech):
        from ocop.domain.evidence.actions.sweeping import sweep as swept

        gone = swept(at=datetime.now(UTC))
    click.echo(
        speech.say(
            f"Đã dọn {gone.unfinished} tệp dở dang, {gone.unused} tệp không ai dùng.",
            f"Cleared away {counted(gone.unfinished, 'unfinished file', 'unfinished files')} and "
            f"{counted(gone.unused, 'unused file', 'unused files')}.",
        )
    )


def faulty_files(speech: Speech) -> int:
    """Name every stored file that is not what it was, then how many files there are; returns the number of faults."""
    from ocop.domain.evidence.queries import faults

    found = 0
    for fault in faults.faults():
        found += 1
        click.echo(speech.say(fault.vi, fault.en))
    files = faults.counted()
    click.echo(
        speech.say(
            f"{files} tệp đã lưu: {found} lỗi.",
            f"{counted(files, 'stored file', 'stored files')}: {counted(found, 'fault', 'faults')}.",
        )
    )
    return found
