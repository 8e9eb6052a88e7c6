"""Demonstration data: published, marked, sourced, without private persons, in units of then and now; loaded once."""

import csv
import io
import re

import pytest
from django.core.management import CommandError, call_command

from ocop.config import preparation
from ocop.domain.accounts.actions.demonstration import addresses
from ocop.domain.accounts.models import Person, RoleHeld
from ocop.domain.history.queries import counted, faults
from ocop.domain.intake.actions.demonstration import FILE, HOME, load_demonstration
from ocop.domain.registry.models import Producer, Product, ProductGroup, Representative, StarRecord
from ocop.rules.access.roles import ROLES
from ocop.rules.refused import Refused
from tests.domain.intake.conftest import AT


def said(*, command="load_demonstration"):
    out = io.StringIO()
    call_command(command, stdout=out)
    return out.getvalue()


def test_it_is_loaded_once_marked_sourced_and_placed(db):
    said(command="load_places")
    assert re.fullmatch(r"Chủ thể / producers: 4\d; sản phẩm / products: 8\d; hạng sao / stars: 6\d\n", said())
    events = counted()
    assert said() == "Chủ thể / producers: 0; sản phẩm / products: 0; hạng sao / stars: 0\n"
    assert counted() == events
    assert not list(faults())
    assert not Producer.objects.exclude(demonstration=True).exists()
    assert not Product.objects.exclude(demonstration=True).exists()
    assert not Representative.objects.exists()
    assert all(
        "http" in row.source for row in [*Producer.objects.all(), *Product.objects.all(), *StarRecord.objects.all()]
    )
    tea = Producer.objects.get(name="HTX Dịch vụ sản xuất nông nghiệp Sử Anh")
    assert (tea.origin_unit.system, tea.province_code, tea.needs_placing) == ("124/2004/QĐ-TTg", "08", False)
    assert tea.unit.system == "19/2025/QĐ-TTg"
    phin_ho = Producer.objects.get(name="HTX chế biến chè Phìn Hồ")
    assert (phin_ho.province_code, phin_ho.unit.code, phin_ho.needs_placing) == ("08", "08", True)
    assert "huyện do người chép suy ra" in phin_ho.source
    assert all("bộ tiêu chí suy từ tên sản phẩm" in row.source for row in Product.objects.all())
    assert set(Product.objects.get(name="Trà hoa vàng Ba Chẽ").groups.values_list("instrument", "set_number")) >= {
        ("26/2026/QĐ-TTg", 12)
    }
    noodles = StarRecord.objects.get(product__name="Miến dong Tài Hoan")
    assert (noodles.stars, noodles.decision, str(noodles.recognised_on)) == (5, "2890/QĐ-BNN-VPĐP", "2021-06-30")
    assert ProductGroup.objects.filter(instrument="26/2026/QĐ-TTg").count() == Product.objects.count()


def test_made_once_and_said_at_every_start_but_never_on_a_public_site(db, settings, tmp_path):
    call_command("load_places", stdout=io.StringIO())
    settings.DATA_DIR, settings.DEMONSTRATION = tmp_path, False
    assert not list(preparation._make_demonstration()) and not Person.objects.exists()
    settings.DEMONSTRATION = True
    (loaded, _), (said, english) = preparation._make_demonstration()
    assert re.search(r"\d\d chủ thể, \d\d sản phẩm", loaded)
    password = (tmp_path / "demonstration-password").read_text()
    assert password in said and len(password) >= 12
    assert all(address in english and ROLES[role].vi in english for role, address in addresses().items())
    assert Person.objects.get(email="xa@minhhoa.example").check_password(password)
    assert list(preparation._make_demonstration()) == [(said, english)]
    assert Person.objects.count() == len(ROLES)
    own = RoleHeld.objects.get(role="producer")
    assert own.producer == Producer.objects.get(name=HOME).id
    assert RoleHeld.objects.get(role="commune_officer").unit == own.unit


def test_without_places_it_says_what_to_do(db):
    with pytest.raises(CommandError, match="load_places"):
        said()


def test_a_place_that_there_was_none_of_is_named_by_line(db, tmp_path):
    file = tmp_path / "products.csv"
    text = FILE.read_text(encoding="utf-8").splitlines()[:2]
    for old, new in (("Tỉnh Bắc Kạn", "Tỉnh Lạ"), (",,Tỉnh Bắc Kạn", "Lạ,,Tỉnh Bắc Kạn"), (",,Tỉnh", ",Lạ,Tỉnh")):
        file.write_text("\n".join(text).replace(old, new, 1), encoding="utf-8")
        with pytest.raises(Refused) as caught:
            load_demonstration(at=AT, file=file)
        assert (caught.value.code, caught.value.where) == ("no_place", "products.csv:2")


def test_no_private_person_stands_in_it():
    with FILE.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    assert len(rows) > 80
    assert not [row["producer"] for row in rows if re.match(r"(?i)(hộ|ông|bà|anh|chị)\b", row["producer"])]
    assert all(row["source"] and row["producer"] and row["set_inferred"] for row in rows)
