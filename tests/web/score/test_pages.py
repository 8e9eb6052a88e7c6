"""The pages answer every link: with the sheet, or with a refusal that says what to do; never with an error of ours."""

import json
import re

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from ocop.rules.lawbook.book import criteria_set
from ocop.rules.scoring.reading import load_json, read_dossier
from ocop.rules.scoring.record import result_record
from ocop.rules.scoring.result import score
from ocop.web.public.score import addresses
from ocop.web.public.score.steps import steps_of
from tests.web.reading import vietnamese_left_in
from tests.web.score.trying import DAYS, FULL_TEA, SETS, TEA, name_of, tries

HERE = "/cham-thu/2026-11-22/11"
START = "/cham-thu/"


FEW = settings(max_examples=30)  # each example draws whole pages


class AnyLink(TestCase):
    """Hypothesis needs one client for all its examples."""

    @FEW
    @given(st.text(max_size=50), st.sampled_from(["A.1", "C.7", "nowhere", "tai-ve", "ca-phieu"]))
    def test_any_marks_are_answered(self, marks, place):
        answer = self.client.get(f"{HERE}/{place}/", {"m": marks})
        assert answer.status_code in {200, 302, 400}

    @FEW
    @given(st.dictionaries(st.text(max_size=6), st.text(max_size=9), max_size=4))
    def test_any_query_is_answered(self, query):
        for path in (START, f"{HERE}/A.1/", f"{HERE}/"):
            assert self.client.get(path, query).status_code in {200, 302, 400}

    @FEW
    @given(tries())
    def test_a_canonical_link_stays_as_it_is(self, state):
        for step in (steps_of(state.criteria)[0], steps_of(state.criteria)[-1]):
            assert self.client.get(addresses.step_href(state, step.code)).status_code == 200
        assert self.client.get(addresses.sheet_href(state)).status_code == 200

    @FEW
    @given(tries())
    def test_the_file_reads_back_into_the_same_result(self, state):
        answer = self.client.get(addresses.file_href(state))
        dossier = read_dossier(load_json(answer.content))
        assert result_record(score(dossier)) == result_record(score(state.dossier))
        assert f"bo-{state.criteria.number:02}.json" in answer["Content-Disposition"]


def test_a_form_leads_to_the_canonical_link(client):
    answer = client.get(f"{HERE}/A.1/", {"A.1.2": "3", "A.1.1": "2", "m": "." * 32, "f": ["B.4.1", "A.3.1"], "t": ""})
    assert answer.status_code == 302
    assert answer.url == f"{HERE}/A.1/?m=23{'.' * 30}&f=A.3.1-B.4.1"


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ({"go": "A.2"}, "/A.2/"),
        ({"go": "A.2.3"}, "/A.2/#c-A.2.3"),
        ({"go": "ca-phieu"}, "/ca-phieu/"),
        ({"go": "nowhere"}, "/A.1/"),
        ({"go": "A.2", "A.1.1": "1"}, f"/A.2/?m=1{'.' * 31}"),
        ({"clear": "A.1.1", "A.1.1": "1"}, "/A.1/#c-A.1.1"),
    ],
)
def test_acts_of_the_form_lead_on_and_keep_the_marks(client, query, place):
    assert client.get(f"{HERE}/A.1/", query | {"t": ""}).url == HERE + place


def test_the_form_carries_what_the_step_does_not_show(client):
    page = client.get(f"{HERE}/A.2/?m={FULL_TEA}&g=1-5").content.decode()
    hidden = dict(re.findall(r'type="hidden" name="(\w)" value="([^"]*)"', page))
    assert hidden == {"m": FULL_TEA[:7] + "...." + FULL_TEA[11:], "g": "1"}
    assert 'name="g" value="5" checked' in page


def test_a_change_answers_with_the_parts_that_changed(client):
    answer = client.get(f"{HERE}/A.1/", {"A.1.1": "3"}, headers={"HX-Request": "true"})
    assert answer["HX-Replace-Url"] == f"{HERE}/A.1/?m=3{'.' * 31}"
    page = answer.content.decode()
    assert "<html" not in page and 'id="sheet"' not in page
    for part in ("score-steps", "score-bar", "score-status"):
        assert re.search(rf'id="{part}"[^>]*hx-swap-oob', page)


@pytest.mark.parametrize("pair", SETS, ids=name_of)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_set_shows_every_criterion_and_option(client, pair, lang):
    instrument, number = pair
    criteria = criteria_set(instrument, number)
    seen = ""
    for step in steps_of(criteria):
        path = f"/cham-thu/{DAYS[instrument]}/{number}/{step.code}/"
        answer = client.get(path if lang == "vi" else f"/en{path}")
        assert answer.status_code == 200
        seen += answer.content.decode()
    for leaf in criteria.leaves:
        assert f'id="c-{leaf.code}"' in seen
        assert len(re.findall(rf'type="radio" name="{leaf.code}"', seen)) == len(leaf.options) + 1
    if lang == "en":
        assert vietnamese_left_in(seen) == []


@pytest.mark.parametrize("pair", SETS[::6], ids=name_of)
def test_english_pages_with_a_result_have_no_vietnamese_left(client, pair):
    instrument, number = pair
    leaves = criteria_set(instrument, number).leaves
    for marks in ("0" * len(leaves), "1" * len(leaves), "".join(str(len(leaf.options)) for leaf in leaves)):
        for place in ("A.1/", "ca-phieu/"):
            answer = client.get(f"/en/cham-thu/{DAYS[instrument]}/{number}/{place}?m={marks}", follow=True)
            assert answer.status_code == 200
            assert vietnamese_left_in(answer.content.decode()) == []


@pytest.mark.parametrize("lang", ["", "/en"])
@pytest.mark.parametrize(
    "query",
    [
        "",
        "?q=che",
        "?q=xyzzy",
        "?on=2020-01-05",
        "?on=2026-05-21&evaluated=2026-07-01",
        "?on=2018-01-01",
        "?on=31/02/2026",
    ],
)
def test_the_first_page_answers_every_day(client, lang, query):
    answer = client.get(f"{lang}{START}{query}")
    assert answer.status_code == 200
    if lang:
        assert vietnamese_left_in(answer.content.decode()) == []


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"on": "2018-01-01"}, "bộ đầu tiên có từ 21/08/2019"),
        ({"on": "2026-05-21", "evaluated": "2026-07-30"}, "đến hết 21/07/2026"),
        ({"on": "2026-05-21", "evaluated": "2026-07-10", "kind": "reevaluation"}, "đến hết 21/06/2026"),
        ({"on": "2026-05-21", "evaluated": "2026-05-01"}, "trước ngày nộp"),
        ({"on": "31/02/2026"}, "22/11/2026"),
        ({"kind": "later"}, "first"),
    ],
)
def test_a_day_without_law_says_why_and_what_to_do(client, query, words):
    page = client.get(START, query).content.decode()
    assert 'role="alert"' in page and words in page
    assert 'class="offer"' not in page


@pytest.mark.parametrize(
    ("on", "law"), [("2026-05-22", "26/2026"), ("2026-05-21", "148"), ("2023-02-24", "148"), ("2023-02-23", "1048")]
)
def test_the_day_decides_the_law(client, on, law):
    page = client.get(START, {"on": on, "q": "chè"}).content.decode()
    assert f"<b>{law}/QĐ-TTg</b>" in page
    assert f'href="/cham-thu/{on}/' in page


def test_a_set_whose_text_was_never_found_is_said_and_not_offered(client):
    page = client.get(START, {"on": "2020-01-05"}).content.decode()
    assert "offer--missing" in page
    assert 'href="/cham-thu/2020-01-05/3/' not in page
    assert client.get("/cham-thu/2020-01-05/3/A.1/").status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/cham-thu/2018-01-01/11/",
        "/cham-thu/2026-13-45/11/",
        "/cham-thu/2026-11-22/99/",
        "/cham-thu/2026-11-22/11/A.1/?m=123",
        "/cham-thu/2026-11-22/11/A.1/?g=99",
        "/cham-thu/2026-11-22/11/A.1/?A.1.1=7",
        "/cham-thu/2026-05-21/11/?e=2026-07-30",
        "/cham-thu/2026-11-22/11/tai-ve/?m=abc",
    ],
)
def test_a_link_that_cannot_be_read_gets_a_page_that_helps(client, path):
    for lang in ("", "/en"):
        answer = client.get(lang + path)
        assert answer.status_code == 400
        assert reverse("public:score-start") in answer.content.decode()


@pytest.mark.parametrize("place", ["A.1", "ca-phieu"])
def test_what_is_uncertain_about_the_law_of_the_day_stands_on_the_sheet(client, place):
    said = "chỉ được chấm theo luật này đến hết 21/7/2026"
    assert client.get(f"/cham-thu/2026-05-21/11/{place}/").content.decode().count(said) == 1
    assert said not in client.get(f"{HERE}/{place}/").content.decode()


@pytest.mark.parametrize(("on", "times"), [("2026-05-21", 1), ("2023-06-01", 0), ("2020-01-05", 0), ("2026-05-22", 0)])
def test_only_filings_just_before_the_change_are_told_of_its_last_day(client, on, times):
    page = client.get(START, {"on": on}).content.decode()
    assert page.count("đến hết 21/") == times


@pytest.mark.parametrize(
    ("on", "number", "told", "untold"),
    [
        ("2026-11-22", 11, ["hạ xuống sao cao nhất đủ mọi mức", "điểm trung bình"], ["theo dải dưới"]),
        ("2024-01-05", 11, ["hạ xuống sao cao nhất đủ mọi mức", "phải đủ điểm"], ["theo dải dưới"]),
        ("2020-01-05", 11, ["theo dải dưới"], ["phải đủ điểm", "theo luật ngày nộp"]),
        ("2020-01-05", 11, ["theo luật ngày nộp"], []),
    ],
)
def test_the_result_names_the_settings_it_was_reached_by(client, on, number, told, untold):
    evaluated = {"e": "2023-03-01"} if told == ["theo luật ngày nộp"] else {}
    page = client.get(f"/cham-thu/{on}/{number}/ca-phieu/", evaluated).content.decode()
    foot = re.search(r'id="defaults">(.*?)</p>', page, re.DOTALL)[1]
    assert reverse("law:council") in foot
    assert all(words in foot for words in told)
    assert not any(words in foot for words in untold)


def test_a_link_to_a_criterion_opens_its_step(client):
    assert client.get(f"{HERE}/A.2.3/").url == f"{HERE}/A.2/"


def test_nothing_is_kept_about_the_reader(client):
    answer = client.get(f"{HERE}/A.1/?m={FULL_TEA}")
    assert not answer.cookies
    for method in (client.post, client.put, client.delete):
        assert method(f"{HERE}/A.1/").status_code == 405


def test_no_style_or_script_stands_in_the_page(client):
    page = client.get(f"{HERE}/A.1/?m={FULL_TEA}").content.decode() + client.get(START).content.decode()
    assert "style=" not in page and "<style" not in page and "hx-on" not in page
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))


def test_the_file_is_what_ocop_score_reads(client):
    record = json.loads(client.get(f"{HERE}/tai-ve/?m=0{'.' * 30}1&g=1").content)
    assert record == {
        "instrument": "26/2026/QĐ-TTg",
        "set": TEA[1],
        "sheets": [{"member": "tu_cham", "choices": {"A.1.1": None, "C.11": 1}}],
        "gates": [{"gate": "eliminated", "text": "Giả mạo hồ sơ"}],
    }
