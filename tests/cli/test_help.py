"""Help in both languages, exit codes, and what a call loads."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from ocop.cli.main import SUBCOMMANDS, cli
from tests.cli.calling import MANUAL, OCOP, VIETNAMESE, best, ocop, real_ocop, written

CALLS = [
    (),
    *[(name,) for name in SUBCOMMANDS],
    *[("law", name) for name in ("list", "show", "check", "diff", "which")],
]


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_is_in_both_languages(call, flag):
    outcome = ocop(*call, flag)
    assert outcome.exit_code == 0
    opening = outcome.output.split("\n\n")[1]
    assert VIETNAMESE & set(opening.lower())
    assert " / " in opening


def test_the_list_of_commands_is_in_both_languages_and_whole():
    said = ocop("-h").output
    listed = said.split("Lệnh:\n")[1].splitlines()
    assert [line.split()[0] for line in listed if line[2] != " "] == list(SUBCOMMANDS)
    for line in listed:
        if not line.startswith("  rank"):
            assert " / " in line
            assert not line.endswith("...")


def test_exit_codes_are_in_the_help():
    said = ocop("-h").output
    for code in (0, 2, 3, 4, 5):
        assert f" {code} " in said


def test_the_version_is_told():
    outcome = ocop("--version")
    assert outcome.exit_code == 0
    assert outcome.output.startswith("ocop ")
    assert outcome.output.strip()[5].isdigit()


@pytest.mark.parametrize(
    "call", [("scores",), ("score",), ("--lang", "fr", "score", "-"), ("score", "--colour", "-"), ("advise",)]
)
def test_a_wrong_call_exits_2(call):
    outcome = ocop(*call)
    assert outcome.exit_code == 2
    assert outcome.stdout == ""


def test_a_subcommand_run_alone_speaks_vietnamese(tmp_path):
    outcome = CliRunner().invoke(cli.get_command(None, "score"), [str(written(tmp_path, best()))])
    assert outcome.output.startswith("Bộ 11")
    assert cli.get_command(None, "nothing") is None


# --- as processes of their own ---


def test_the_installed_command_scores_a_file_and_standard_input(tmp_path):
    file = written(tmp_path, MANUAL)
    by_name = real_ocop("score", file, "--json")
    by_stdin = real_ocop("score", "-", "--json", stdin=file.read_bytes())
    assert by_name.returncode == by_stdin.returncode == 0
    assert by_name.stdout == by_stdin.stdout
    assert b'"total": "3.00"' in by_name.stdout


@pytest.mark.parametrize(
    ("call", "code"),
    [(("score", "nowhere.json"), 2), (("law", "show", "1048/QĐ-TTg", "3"), 3), (("advise", "-", "--freeze", "B,C"), 5)],
)
def test_the_installed_command_tells_by_its_exit_code(call, code):
    stdin = b'{"instrument": "26/2026/Q\xc4\x90-TTg", "set": 11, "sheets": [{"member": "m", "choices": {}}]}'
    outcome = real_ocop(*call, stdin=stdin)
    assert outcome.returncode == code
    assert b"Traceback" not in outcome.stderr


def test_a_fault_of_the_law_exits_4():
    program = (
        "from ocop.rules.lawbook import loader\n"
        "real = loader.read_bytes\n"
        "loader.read_bytes = lambda path, **more: b'a: 1.5' if 'criteria' in str(path) else real(path, **more)\n"
        "from ocop.cli.main import cli\n"
        "cli(['score', '-'])"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", program], input=json.dumps(MANUAL), capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 4
    assert "11_che_tuoi_che_che_bien.yaml:1: số lẻ 1.5 không được dùng" in outcome.stderr


HEAVY = ("numpy", "pyarrow", "django", "pandas", "hypothesis", "http.client", "asyncio", "multiprocessing")


@pytest.mark.parametrize(
    "call", [["score", "FILE"], ["score", "FILE", "--json"], ["law", "which", "2026-11-22"], ["-h"]]
)
def test_a_cold_start_loads_nothing_heavy(tmp_path, call):
    file = str(written(tmp_path, MANUAL))
    arguments = [file if word == "FILE" else word for word in call]
    program = (
        "import sys\nfrom ocop.cli.main import cli\n"
        f"try: cli({arguments!r})\n"
        f"finally: print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    outcome = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert outcome.stdout
    assert outcome.stderr.strip() == "[]"


def test_output_that_nobody_reads_to_its_end_is_no_fault():
    call = f"{OCOP} law show 26/2026/QĐ-TTg 11 | head -1"
    outcome = subprocess.run(["sh", "-c", call], capture_output=True, text=True, check=False)
    assert outcome.stdout == "Bộ 11, Chè tươi, chè chế biến (26/2026/QĐ-TTg)\n"
    assert outcome.stderr == ""
