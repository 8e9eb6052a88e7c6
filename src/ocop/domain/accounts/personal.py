"""Which fields of people's tables are personal, and of what class: one line a field, held complete by a test.

Classes: `identity` (names a person), `contact` (reaches one), `secret` (never shown, never exported), `trace` (what was
done when and from where), `link` (points at a person), and `none`.
"""

from __future__ import annotations

CLASSES = ("identity", "contact", "secret", "trace", "link", "none")

FIELDS: dict[str, str] = {
    "Person.id": "link",
    "Person.password": "secret",
    "Person.full_name": "identity",
    "Person.search_key": "identity",
    "Person.sort_key": "identity",
    "Person.email": "contact",
    "Person.phone": "contact",
    "Person.is_active": "none",
    "Person.is_demonstration": "none",
    "Person.joined_at": "trace",
    "RoleHeld.id": "none",
    "RoleHeld.person": "link",
    "RoleHeld.role": "none",
    "RoleHeld.seat": "none",
    "RoleHeld.unit": "none",
    "RoleHeld.producer": "none",
    "RoleHeld.valid_from": "none",
    "RoleHeld.valid_until": "none",
    "StandIn.id": "none",
    "StandIn.role_held": "link",
    "StandIn.person": "link",
    "StandIn.valid_from": "none",
    "StandIn.valid_until": "none",
    "StandIn.reason": "trace",
    "Session.session_key": "secret",
    "Session.session_data": "secret",
    "Session.expire_date": "none",
    "Session.person": "link",
    "Session.opened_at": "trace",
    "Session.seen_at": "trace",
    "Session.address": "trace",
    "Session.device": "trace",
    "WrongTries.digest": "secret",
    "WrongTries.tries": "none",
    "WrongTries.last_at": "trace",
    "Authenticator.person": "link",
    "Authenticator.secret": "secret",
    "Authenticator.used_step": "secret",
    "Authenticator.added_at": "trace",
    "SpareCode.id": "none",
    "SpareCode.person": "link",
    "SpareCode.digest": "secret",
    "FormSent.key": "none",
    "FormSent.person": "link",
    "FormSent.sent_at": "trace",
    "FormSent.outcome": "none",
}
