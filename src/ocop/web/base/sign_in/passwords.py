"""Judging a new password, and the links with which somebody sets one.

Owns the words of the rules; keeping the password is `actions.set_password`'s. A link is good for three days and until
it is used; it proves nothing but that somebody in charge made it.
"""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.domain.accounts.queries import Person

LEAST = 12
links = PasswordResetTokenGenerator()


def faults(password: str, again: str, person: Person) -> str:
    """What is wrong with a new password typed twice, in words; "" when nothing is."""
    if len(password) < LEAST:
        return _("Mật khẩu cần ít nhất 12 ký tự. Ba bốn từ ghép lại vừa dài vừa dễ nhớ.")
    if len(password) > 200:
        return _("Mật khẩu dài nhất 200 ký tự.")
    try:
        validate_password(password, person)
    except ValidationError as refusal:
        words = {
            "password_too_common": _("Mật khẩu này nhiều người dùng nên dễ đoán. Chọn mật khẩu khác."),
            "password_too_similar": _("Mật khẩu quá giống tên, e-mail hoặc số điện thoại của bạn."),
            "password_entirely_numeric": _("Mật khẩu toàn chữ số thì dễ đoán. Thêm chữ vào."),
        }
        return " ".join(words[one.code] for one in refusal.error_list if one.code in words)
    if password != again:
        return _("Hai lần nhập không giống nhau. Nhập lại cả hai.")
    return ""


def link_for(person: Person) -> str:
    """The path of a link, for the sender to pass on."""
    return reverse("sign-in:first-password", args=[person.id, links.make_token(person)])
