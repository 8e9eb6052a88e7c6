"""May someone who holds these roles do this act to something that lies there? One function, always with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ocop.rules.access.acts import ACTS
from ocop.rules.access.roles import ROLES
from ocop.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Held:
    """A role held on the day asked about: in a unit (its id, and its name in words) or for a producer (its id).

    `standing_in` names who the holder stands in for; empty when the role is their own.
    """

    role: str
    unit: str = ""
    unit_name: str = ""
    producer: str = ""
    standing_in: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an object lies: ids of its units from the nation down to the smallest, and its producer's id, if any."""

    units: tuple[str, ...] = ()
    producer: str = ""


def may(act: str, held: Iterable[Held], place: Place) -> Verdict:
    """The decision. A yes names the role and the unit it rests on; a no says which roles may, and where they fail.

    Codes of a no: `no_role` (none of the roles held may do this act), `elsewhere` (a role may, but not here).
    `act` must be in the table: a `KeyError` is a fault of the caller.
    """
    rule = ACTS[act]
    able = [one for one in held if one.role in rule.within or one.role in rule.own]
    for one in able:
        if one.role in rule.within and one.unit and one.unit in place.units:
            return _yes(one, one.unit_name)
        if one.role in rule.own and one.producer and one.producer == place.producer:
            return _yes(one, "")
    if able:
        names_vi, names_en = _names((one.role for one in able), "và", "and")
        return Verdict(
            False,
            "elsewhere",
            f"Bạn là {names_vi} ở nơi khác, nên không {rule.vi} ở đây được. Hãy nhờ người phụ trách nơi này.",
            f"You are {names_en} elsewhere, so you cannot {rule.en} here. Ask whoever is in charge of this place.",
        )
    names_vi, names_en = _names((*rule.within, *rule.own), "hoặc", "or")
    return Verdict(
        False,
        "no_role",
        f"Chỉ {names_vi} được {rule.vi}. Hãy nhờ họ, hoặc xin cơ quan OCOP cấp tỉnh giao vai trò.",
        f"Only {names_en} may {rule.en}. Ask them, or ask the provincial OCOP agency for the role.",
    )


def _yes(one: Held, unit_name: str) -> Verdict:
    role = ROLES[one.role]
    at_vi, at_en = (f" – {unit_name}", f" – {unit_name}") if unit_name else ("", "")
    for_vi, for_en = (
        (f", thay {one.standing_in}", f", standing in for {one.standing_in}") if one.standing_in else ("", "")
    )
    return Verdict(True, "", f"{role.vi}{at_vi}{for_vi}", f"{role.en}{at_en}{for_en}")


def _names(codes: Iterable[str], last_vi: str, last_en: str) -> tuple[str, str]:
    roles = [ROLES[code] for code in dict.fromkeys(codes)]
    return _listed([role.vi for role in roles], last_vi), _listed([role.en for role in roles], last_en)


def _listed(words: list[str], last: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
