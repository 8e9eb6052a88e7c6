"""Every text of the law that a page shows has English, and every coded word of the data has words."""

import pytest
from django.utils import translation

from ocop.kit.text import has_vietnamese_letters
from ocop.rules.lawbook import bands, book, classification, council, lookup, procedure
from ocop.web.public.law import terms, wording
from ocop.web.public.law.family import family


def texts():
    for one in book.instruments().values():
        yield from (one.title, one.note, one.issuer)
    for setting in council.settings().values():
        yield from (setting.about, setting.basis)
    for quantity in procedure.quantities().values():
        yield quantity.about
        yield from (text for value in quantity.series for text in (value.note, value.article))
    yield from (round_.article for round_ in procedure.rounds())
    for kind in lookup.filing_kinds().values():
        yield kind.name
    yield from (regime.caveat for regime in lookup.regimes())
    yield from (rule.article for rule in lookup.transitions())
    yield from (one.article for one in bands.all_bands().values())
    yield from (line.change for line in family())
    for dossier in procedure.dossier_parts():
        yield from (*dossier.documents, dossier.copies, dossier.article)
    for rule in procedure.transition_rules():
        yield from (rule.about, rule.article)
    yield classification.evidence_basis().part
    for kind in classification.evidence_kinds().values():
        yield from (kind.name, kind.proof)
    for instrument in book.GENERATIONS:
        for number in book.set_numbers(instrument):
            one = book.find_set(instrument, number)
            yield from (one.missing_because, *(said.reason for said in (*one.corrections, *one.defects)))


ALL = sorted({text for text in texts() if text})


@pytest.mark.parametrize("text", ALL)
def test_text_has_english(text):
    english = wording.in_english(text)
    assert english, text
    assert not has_vietnamese_letters(english.replace("QĐ", "QD"))


def test_article_words():
    assert wording.in_english("Điều 7 khoản 6a") == "Article 7, clause 6a"
    assert (
        wording.in_english("Phụ lục III, Mẫu số 02, Phần III; Mẫu số 03") == "Appendix III, Form 02, Part III; Form 03"
    )


def test_text_without_english_is_marked_vietnamese():
    with translation.override("en"):
        assert wording.shown("Chưa dịch") == '<span lang="vi">Chưa dịch</span>'
        assert wording.shown("148/QĐ-TTg") == "148/QD-TTg"


@pytest.mark.parametrize("setting", council.settings().values(), ids=lambda one: one.id)
def test_values_of_settings_have_words(setting):
    words = wording.settings_in_words().get(setting.id, {})
    assert set(words) == set(setting.values)


def test_coded_words_of_the_data_have_terms():
    sets = [book.find_set(one, number) for one in book.GENERATIONS for number in book.set_numbers(one)]
    nodes = [node for one in sets for node in one.nodes.values()]
    used = {
        "gate": {gate.kind for node in nodes for gate in node.gates},
        "gate_when": {gate.when for node in nodes for gate in node.gates},
        "note": {note.kind for node in nodes for note in node.notes},
        "defect": {defect.kind for one in sets for defect in one.defects},
        "sure_of": {what for one in sets for what in one.inferred}
        | {what for one in book.instruments().values() for what in one.confidence},
        "confidence": {one.confidence for one in sets},
        "unit": {quantity.unit for quantity in procedure.quantities().values()},
        "level": {level for regime in lookup.regimes() for level in regime.levels.values()},
    }
    assert {group: words - set(terms.TERMS[group]) for group, words in used.items()} == {group: set() for group in used}
