"""Click's own words: help and wrong calls speak the reader's language, and the exit code stays what it was."""

import gettext
import os
import re
from pathlib import Path

import click
import pytest

from ocop.cli.usage import LOCALE, language_first, language_of, words_in
from ocop.kit.catalogues import messages_in, read
from tests.cli.calling import MANUAL, ocop, real_ocop, vietnamese_in, written

NOW = "26/2026/QĐ-TTg"
WRONG = {
    "unknown command": (("scores",), "Không có lệnh 'scores'", "No such command 'scores'"),
    "unknown option before": (("--colour",), "Không có tùy chọn '--colour'", "No such option '--colour'"),
    "unknown option": (("score", "--colour", "-"), "Không có tùy chọn '--colour'", "No such option '--colour'"),
    "nearly an option": (("score", "--jsn", "-"), "Có phải bạn muốn viết '--json'?", "Did you mean '--json'?"),
    "no argument": (("score",), "Thiếu đối số 'FILE'", "Missing argument 'FILE'"),
    "too many": (("score", "-", "x"), "Thừa đối số (x)", "Got unexpected extra argument (x)"),
    "no option": (("compare", "-"), "Thiếu tùy chọn '--with'. Chọn một trong", "Missing option '--with'. Choose from"),
    "no value": (("advise", "-", "--star"), "'--star' cần có giá trị đi kèm", "'--star' requires an argument"),
    "a value": (("score", "-", "--json=1"), "'--json' không nhận giá trị", "'--json' does not take a value"),
    "no such file": (("score", "none"), "không có tệp 'none'", "File 'none' does not exist"),
    "a folder": (("rank", "."), "'.' là thư mục, cần một tệp", "File '.' is a directory"),
    "out of range": (("advise", "-", "--star", "6"), "6 nằm ngoài khoảng 1<=x<=5", "6 is not in the range 1<=x<=5"),
    "no number": (("law", "show", NOW, "x"), "'x' không phải số nguyên", "'x' is not a valid integer"),
    "no choice": (("law", "list", "77"), "'77' không phải một trong: '26/2026", "'77' is not one of '26/2026"),
    "no day": (("law", "which", "2026-02-30"), "không phải ngày; viết 2026", "is not a day; write it as 2026"),
    "no argument of law": (("law", "show"), "Thiếu đối số 'VĂN_BẢN'", "Missing argument 'INSTRUMENT'"),
    "unknown in a group": (("law", "shows"), "Không có lệnh 'shows'", "No such command 'shows'"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_call_is_told_in_the_readers_language(case):
    call, vi, en = WRONG[case]
    by_default, asked, by_environment = ocop(*call), ocop(*call, "--lang", "en"), ocop(*call, env={"OCOP_LANG": "en"})
    assert [outcome.exit_code for outcome in (by_default, asked, by_environment)] == [2, 2, 2]
    assert by_default.stdout == asked.stdout == ""
    assert vi in by_default.stderr and "\nLỗi: " in f"\n{by_default.stderr}"
    assert not re.search(r"Usage|OPTIONS|COMMAND|ARGS|Try |Error|Invalid|Choose", by_default.stderr)
    assert en in asked.stderr and "\nError: " in f"\n{asked.stderr}"
    assert by_environment.stderr == asked.stderr
    assert vietnamese_in(asked.stderr) == []


@pytest.mark.parametrize(("lang", "said"), [("vi", "Lỗi: Thiếu tên lệnh.\n"), ("en", "Error: Missing command.\n")])
def test_no_command_at_all(lang, said):
    outcome = ocop("--lang", lang)
    assert outcome.exit_code == 2 and outcome.stderr.endswith(said)


@pytest.mark.parametrize(
    ("call", "vi", "en"),
    [
        (("-h",), "Cách gọi: cli [TÙY CHỌN] LỆNH [ĐỐI SỐ]...\n", "Usage: cli [OPTIONS] COMMAND [ARGS]...\n"),
        (("-h",), "\nLệnh:\n  law ", "\nCommands:\n  law "),
        (("-h",), "In phần giúp này rồi dừng.\n", "Show this message and exit.\n"),
        (("score", "-h"), "Cách gọi: cli score [TÙY CHỌN] FILE\n", "Usage: cli score [OPTIONS] FILE\n"),
        (("score", "-h"), "\nTùy chọn:\n  --rule TÊN=GIÁ_TRỊ ", "\nOptions:\n  --rule NAME=VALUE "),
        (("advise", "-h"), " --freeze MÃ,MÃ ", " --freeze CODE,CODE "),
        (("compare", "-h"), "[bắt buộc]", "[required]"),
        (("law", "-h"), "Cách gọi: cli law [TÙY CHỌN] LỆNH", "Usage: cli law [OPTIONS] COMMAND"),
        (("law", "show", "-h"), "[TÙY CHỌN] VĂN_BẢN SỐ [MÃ]\n", "[OPTIONS] INSTRUMENT NUMBER [CODE]\n"),
        (("law", "which", "-h"), "[mặc định: first]", "[default: first]"),
        (("law", "which", "-h"), "[TÙY CHỌN] NGÀY\n", "[OPTIONS] DAY\n"),
    ],
)
def test_help_has_its_headings_in_the_readers_language(call, vi, en):
    by_default, asked = ocop(*call), ocop("--lang", "en", *call)
    assert by_default.exit_code == asked.exit_code == 0
    assert vi in by_default.output and en not in by_default.output
    assert en in asked.output and vi not in asked.output


def test_the_installed_command_does_so_too():
    assert "Cách gọi:" in real_ocop("score").stderr.decode()
    assert real_ocop("score", LANGUAGE="en", LANG="en_US.UTF-8").stderr == real_ocop("score").stderr
    assert "Usage:" in real_ocop("score", OCOP_LANG="en", LANGUAGE="vi").stderr.decode()


def test_a_language_there_is_not():
    outcome = ocop("--lang", "fr", "score")
    assert outcome.exit_code == 2
    assert "Giá trị của '--lang' không dùng được: 'fr' không phải một trong: 'vi', 'en'." in outcome.stderr
    assert ocop("score", "-", env={"OCOP_LANG": "fr"}).exit_code == 2


@pytest.mark.parametrize("tail", [("--lang", "en"), ("--lang=en",), ("--lang", "EN")])
def test_the_language_may_stand_after_the_command(tmp_path, tail):
    file = written(tmp_path, MANUAL)
    assert ocop("score", file, *tail).output == ocop("--lang", "en", "score", file).output != ocop("score", file).output


def test_a_language_without_its_value_is_a_wrong_call():
    outcome = ocop("score", "-", "--lang")
    assert outcome.exit_code == 2 and "'--lang'" in outcome.stderr


@pytest.mark.parametrize(
    ("words", "first", "lang"),
    [
        ([], [], "vi"),
        (["score", "x", "--lang", "en"], ["--lang", "en", "score", "x"], "en"),
        (["--lang", "en", "score", "--lang=vi"], ["--lang", "en", "--lang=vi", "score"], "vi"),
        (["score", "--", "--lang", "en"], ["score", "--", "--lang", "en"], "vi"),
        (["--language", "en"], ["--language", "en"], "vi"),
        (["score", "--lang"], ["--lang", "score"], "vi"),
        (["law", "--lang=EN"], ["--lang=EN", "law"], "en"),
    ],
)
def test_the_language_is_found_on_the_line(monkeypatch, words, first, lang):
    monkeypatch.delenv("OCOP_LANG", raising=False)
    assert language_first(words) == first
    assert language_of(first) == lang


def test_the_environment_is_left_as_it_was(monkeypatch):
    for before in ("de", None):
        monkeypatch.setenv("LANGUAGE", before) if before else monkeypatch.delenv("LANGUAGE", raising=False)
        folder = gettext.bindtextdomain(gettext.textdomain())
        with pytest.raises(KeyError), words_in("vi"):
            assert gettext.gettext("Usage:") == "Cách gọi:"
            raise KeyError
        assert os.environ.get("LANGUAGE") == before
        assert gettext.bindtextdomain(gettext.textdomain()) == folder


NEVER_SAID = {  # by files of click that `ocop` has no use for, or while a command is written, not called
    "_termui_impl.py", "_winconsole.py", "decorators.py", "shell_completion.py", "termui.py", "utils.py",
}  # fmt: skip
FOR_PROGRAMMERS = re.compile(
    r"DeprecationWarning|defined twice|Boolean option|Could not determine|No options defined|Arguments take exactly"
    r"|Invalid start character|Choice\(|UUID|^(file|directory|path)$"
)


def test_every_word_of_click_that_a_call_can_meet_has_vietnamese():
    """A newer click with new words fails here. `file` stays: click takes it when a command is written."""
    (po_file,) = LOCALE.glob("vi/LC_MESSAGES/*.po")
    known = read(po_file)
    for message in messages_in(Path(click.__file__).parent):
        key = message.id if isinstance(message.id, str) else message.id[0]
        if {place for place, _ in message.locations} <= NEVER_SAID or FOR_PROGRAMMERS.search(key) or not key:
            continue
        found = known.get(message.id)
        assert found and found.string and all(found.string), f"no Vietnamese for {key!r}"
        placeholders = set(re.findall(r"{(\w+)", "".join(message.id)))
        assert set(re.findall(r"{(\w+)", "".join(found.string))) <= placeholders
