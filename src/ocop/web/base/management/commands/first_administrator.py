"""`manage.py first_administrator`: the first person of an installation, who gives everybody else their role."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from ocop.domain.accounts import actions
from ocop.domain.accounts.queries import Acting, Seat
from ocop.rules.refused import Refused
from ocop.web.base.sign_in.passwords import link_for


class Command(BaseCommand):
    """Whoever may run this holds the database anyway; what is done is in the history as done by the system."""

    help = "Thêm người quản trị hệ thống đầu tiên / Add a first system administrator."

    def add_arguments(self, parser: CommandParser) -> None:
        """Who it is."""
        parser.add_argument("full_name", help="họ và tên / full name")
        parser.add_argument("contact", help="e-mail hoặc số di động / e-mail or mobile number")

    def handle(self, *args: Any, full_name: str, contact: str, **options: Any) -> None:
        """Add, give the role, and print the link."""
        at, day = timezone.now(), timezone.localdate()
        by = Acting(day)
        try:
            with transaction.atomic():
                person = actions.add_person(full_name=full_name, contact=contact, seat=Seat(), by=by, at=at)
                actions.give_role(person=person, role="system_administrator", seat=Seat(), start=day, by=by, at=at)
                actions.invite(person=person, by=by, at=at)
        except Refused as refusal:
            raise CommandError(f"{refusal.vi}\n{refusal.en}") from refusal
        self.stdout.write(f"Đặt mật khẩu trong ba ngày / set a password within three days: {link_for(person)}")
