"""Registers the app with Django under the label `accounts`."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People and roles."""

    name = "ocop.domain.accounts"
    label = "accounts"
