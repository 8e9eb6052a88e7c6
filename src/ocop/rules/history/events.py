"""What one event of history says, and its digest.

An event has two parts. The part that stays for ever names no person: the place in the chain, the moment, the act, its
object, and the actor by number, role and unit. Names, reasons and values before and after are the details; they are
held to the event by a salted digest, so that personal data can be erased by law while the chain still proves the rest.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from ocop.rules.history.canonical import Value, canonical, digest

START = "0" * 64
"""What the first event of a chain names as the one before."""


@dataclass(frozen=True, slots=True)
class Event:
    """One act. `position` counts from 1 within `chain`; `at` is UTC as ISO text; digests are SHA-256 in hex.

    `actor` is the acting account's id, empty for the system itself; `role` and `unit` are words as they were that day.
    """

    chain: str
    position: int
    at: str
    act: str
    subject_kind: str
    subject: str
    actor: str
    role: str
    unit: str
    details_digest: str
    previous: str

    def digest(self) -> str:
        """The event's own digest: of everything above, and so of the whole chain before it."""
        return digest(canonical(asdict(self)))


def details_digest(salt: str, content: str) -> str:
    """The digest that holds details to their event. The salt keeps a short detail from being guessed once erased.

    `content` is the canonical text of the details (see `written`).
    """
    return digest(f"{salt}\n{content}")


def written(*, name: str, note: str, before: Value, after: Value) -> str:
    """The canonical text of an event's details.

    >>> written(name="", note="", before=None, after={"sao": 4})
    '{"after":{"sao":4},"before":null,"name":"","note":""}'
    """
    return canonical({"name": name, "note": note, "before": before, "after": after})
