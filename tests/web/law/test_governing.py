"""Which law governs a dossier: the answer with its reasons, or the refusal with what to do."""

import pytest

FORM = "ap-dung/"
ANSWER, REFUSED = 'id="answer"', 'role="alert"'


@pytest.mark.parametrize(
    ("filed", "kind", "scored", "says"),
    [
        ("2026-05-22", "first", "", "Chấm theo Quyết định 26/2026/QĐ-TTg"),
        ("2026-05-21", "first", "2026-07-01", "Chấm theo Quyết định 148/QĐ-TTg"),
        ("2026-05-21", "first", "", "đến hết 21/07/2026"),
        ("2026-05-21", "reevaluation", "2026-06-21", "đến hết 21/06/2026"),
        ("2025-07-05", "first", "", "cấp huyện"),
        ("2020-01-01", "first", "", "Chấm theo Quyết định 1048/QĐ-TTg"),
        ("22/05/2026", "upgrade", "", "Nộp ngày 22/05/2026, từ 22/05/2026 trở đi"),
        ("2023-02-23", "first", "2023-03-01", "vẫn theo luật của ngày nộp"),
    ],
)
def test_answer(read, filed, kind, scored, says):
    page = read(FORM, nop=filed, loai=kind, cham=scored)
    assert ANSWER in page and REFUSED not in page
    assert says in page


@pytest.mark.parametrize(
    ("filed", "kind", "scored", "says"),
    [
        ("2026-05-21", "first", "2026-07-30", "nộp lại theo 26/2026/QĐ-TTg"),
        ("2026-05-21", "reevaluation", "2026-06-22", "đến hết 21/06/2026"),
        ("2019-08-20", "first", "", "bộ đầu tiên có từ 21/08/2019"),
        ("2026-06-01", "first", "2026-05-30", "xem lại hai ngày"),
    ],
)
def test_refusal_says_what_to_do(read, filed, kind, scored, says):
    page = read(FORM, nop=filed, loai=kind, cham=scored)
    assert REFUSED in page and ANSWER not in page
    assert says in page


@pytest.mark.parametrize(
    ("filed", "kind", "scored", "fault"),
    [
        ("31/02/2026", "first", "", "Không đọc được ngày này"),
        ("", "first", "", "Chọn ngày nộp hồ sơ"),
        ("2026-05-22", "nothing", "", "Không có loại hồ sơ này"),
        ("2026-05-22", "first", "soon", "Không đọc được ngày này"),
    ],
)
def test_fault_stands_at_its_field(read, filed, kind, scored, fault):
    page = read(FORM, nop=filed, loai=kind, cham=scored)
    assert fault in page and 'class="error"' in page
    assert ANSWER not in page and REFUSED not in page


def test_unsent_form_answers_nothing(read):
    page = read(FORM)
    assert ANSWER not in page and REFUSED not in page and 'class="error"' not in page


def test_english_refusal(read):
    page = read(FORM, "en", nop="2026-05-21", loai="first", cham="2026-07-30")
    assert "file again under 26/2026/QD-TTg" in page
