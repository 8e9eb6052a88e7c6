"""Accounts to try with: one a role, marked, only where there is nobody yet; a first administrator for a real site."""

from io import StringIO
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command

from ocop.domain.accounts.actions.demonstration import addresses, make_demonstration
from ocop.domain.accounts.models import Person, RoleHeld
from ocop.domain.history.queries import faults
from ocop.rules.access.roles import ROLES
from tests.domain.accounts.people import AT, COMMUNE, DAY

pytestmark = pytest.mark.django_db
WHERE = {"producer": UUID(int=7), "commune": COMMUNE, "day": DAY, "at": AT}


def test_one_account_for_each_role_each_marked():
    assert make_demonstration(password="lua-ngo-khoai-0001", **WHERE) == len(ROLES)
    assert set(RoleHeld.objects.values_list("role", flat=True)) == {*ROLES}
    people = list(Person.objects.all())
    assert {one.email for one in people} == {*addresses().values()}
    assert all(one.is_demonstration and "(minh họa)" in one.full_name for one in people)
    assert all(one.check_password("lua-ngo-khoai-0001") for one in people[:1])
    assert not list(faults())
    assert make_demonstration(password="x", **WHERE) == 0


def test_the_first_administrator_gets_a_link():
    out = StringIO()
    call_command("first_administrator", "Lê Văn Quản", "quan.tri@vidu.example", stdout=out)
    assert "/dang-nhap/mat-khau/" in out.getvalue()
    assert RoleHeld.objects.get().role == "system_administrator"
    with pytest.raises(CommandError, match="known already"):
        call_command("first_administrator", "Lê Văn Quản", "quan.tri@vidu.example", stdout=out)
    with pytest.raises(CommandError):
        call_command("first_administrator", "Lê Văn Quản", "khong", stdout=out)
    assert Person.objects.count() == 1
