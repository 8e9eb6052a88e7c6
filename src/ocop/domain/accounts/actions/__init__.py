"""Writing people and roles: one function for each act, each with its policy, its rows and its event of history.

Owns the list of acts; each module has those of its noun. An act is told who acts (`Acting`) and when (`at`).
"""

from ocop.domain.accounts.actions.people import add_person, close_account, invite, reopen_account, set_password
from ocop.domain.accounts.actions.roles import end_role, give_role, hand_over
from ocop.domain.accounts.actions.stand_ins import end_stand_in, name_stand_in

__all__ = [
    "add_person",
    "close_account",
    "end_role",
    "end_stand_in",
    "give_role",
    "hand_over",
    "invite",
    "name_stand_in",
    "reopen_account",
    "set_password",
]
