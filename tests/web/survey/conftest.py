"""People at work in real units, as for the pages of people and roles."""

from tests.web.accounts.conftest import enter, kept_password, somebody, units

__all__ = ["enter", "kept_password", "somebody", "units"]
