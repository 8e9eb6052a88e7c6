"""Product groups, evidence, findings, and which set became which."""

import pytest

from ocop.rules.lawbook.book import GENERATIONS
from ocop.rules.lawbook.classification import evidence_kinds, findings, groups, related_sets, successions

NOW, BEFORE, FIRST = GENERATIONS


@pytest.mark.parametrize("instrument", GENERATIONS)
def test_every_set_is_one_group(instrument):
    assert sorted(group.set for group in groups(instrument)) == list(range(1, 27))


@pytest.mark.parametrize(
    ("instrument", "number", "industry", "group", "name", "ministries"),
    [
        (NOW, 1, "Thực phẩm", "Thực phẩm tươi sống", "Rau, củ, quả, hạt tươi", 1),
        (NOW, 6, "Thực phẩm", "Thực phẩm chế biến", "Chế biến từ gạo, ngũ cốc", 2),
        (NOW, 14, "Đồ uống", "Đồ uống có cồn", "Rượu trắng", 1),
        (NOW, 16, "Đồ uống", "Đồ uống không cồn", "Nước khoáng thiên nhiên, nước uống đóng chai", 1),
        (FIRST, 9, "Thực phẩm", "Thực phẩm chế biến", "Chế biến từ thủy, hải sản", 1),
    ],
)
def test_groups_as_printed(instrument, number, industry, group, name, ministries):
    """Domain notes 1.4 and the three classification tables."""
    found = next(each for each in groups(instrument) if each.set == number)
    assert (found.industry, found.group, found.name) == (industry, group, name)
    assert len(found.ministries) == ministries


def test_six_industries_now():
    assert len(dict.fromkeys(group.industry for group in groups(NOW))) == 6
    assert groups(NOW)[0].code == "I.1.a"


def test_fifteen_kinds_of_evidence_and_four_findings():
    assert list(evidence_kinds()) == [f"e{number:02}" for number in range(1, 16)]
    assert evidence_kinds()["e07"].name == "Sở hữu trí tuệ"
    assert len(findings()) == 4
    assert findings()["lao_dong"].name == "Sử dụng lao động địa phương"


@pytest.mark.parametrize(
    ("instrument", "number", "other", "expected"),
    [
        (NOW, 11, BEFORE, (11,)),
        (NOW, 11, FIRST, (12,)),
        (NOW, 8, FIRST, (8, 9)),
        (NOW, 21, FIRST, (23, 24)),
        (NOW, 23, FIRST, ()),
        (FIRST, 9, NOW, (8,)),
        (FIRST, 21, NOW, ()),
        (FIRST, 12, BEFORE, (11,)),
        (BEFORE, 8, FIRST, (8, 9)),
        (NOW, 11, NOW, (11,)),
    ],
)
def test_which_set_became_which(instrument, number, other, expected):
    assert related_sets(instrument, number, other) == expected


def test_successions_say_what_was_merged():
    assert [row.now for row in successions()] == list(range(1, 27))
    assert "gộp" in next(row.change for row in successions() if row.now == 8)
    assert not next(row.change for row in successions() if row.now == 11)
