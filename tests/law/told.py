"""What the check says of each planted break, word for word, kept in told.txt for a person to read.

`python -m tests.law.told` writes the file anew after a change on purpose; its difference is then read like any other.
"""

from pathlib import Path

from ocop.rules.lawbook.check import examine, run
from ocop.rules.lawbook.check.report import Fault, Report
from tests.law.breaking import Break, broken
from tests.law.breaks_in_sets import SETS
from tests.law.breaks_in_tables import TABLES
from tests.law.breaks_in_units import UNITS

FILE = Path(__file__).with_name("told.txt")
SOUND = "the sound law"


def said(fault: Fault) -> list[str]:
    return [f"{fault.proof} | {fault.words()}", f"{fault.proof} | {fault.words('en')}"]


def said_of(one: Break) -> list[str]:
    return [line for fault in examine(broken(one)).faults for line in said(fault)]


def said_of_lines(report: Report) -> list[str]:
    """The lines of a sound run, without their numbers: these change with the law."""
    return [f"{line.proof} | {text}" for line in report.lines for text in (line.vi, line.en)]


def kept() -> dict[str, list[str]]:
    """What the file says, block by block."""
    blocks = FILE.read_text("utf-8").strip("\n").split("\n\n")[1:]
    return {title.removeprefix("# "): lines for title, *lines in (block.split("\n") for block in blocks)}


def write() -> None:
    said_now = {SOUND: said_of_lines(run())} | {one.name: said_of(one) for one in (*SETS, *TABLES, *UNITS)}
    head = (
        "What `ocop law check` says: of the sound law, and of each break planted in a copy. Vietnamese, then English."
    )
    blocks = [head, *("\n".join([f"# {name}", *lines]) for name, lines in said_now.items())]
    FILE.write_text("\n\n".join(blocks) + "\n", "utf-8")


if __name__ == "__main__":
    write()
