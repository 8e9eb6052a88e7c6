"""Writing producers: register one, change it, say in which commune of today it lies, keep its representative.

Owns what follows from a change: keys from a name, a personal tax code kept apart, units of today from units of then.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from ocop.domain.accounts.queries import Acting
from ocop.domain.history.actions import Act, Actor, record
from ocop.domain.registry import policies
from ocop.domain.registry.actions.changing import change, checked, told
from ocop.domain.registry.actions.once import made_before
from ocop.domain.registry.models import Producer, Representative
from ocop.domain.registry.queries.placing import Placing, placing_of, stored
from ocop.domain.registry.queries.producers import producer
from ocop.kit.ids import uuid7
from ocop.kit.text import search_key, sort_key
from ocop.rules.naming.plain import KINDS, UNTOLD, producer_name
from ocop.rules.naming.tax_code import tax_code
from ocop.rules.refused import Refused
from ocop.rules.units.gazetteer import Gazetteer

CHANGEABLE = frozenset(
    ["kind", "name", "tax_code", "address", "latitude", "longitude", "craft_village", "in_association", "source"]
)
PERSON = ("name", "sex", "ethnicity", "has_disability", "phone", "email", "personal_number")


def day_of(at: datetime) -> date:
    """The day, in the site's time zone, on which `at` falls."""
    return at.astimezone(timezone.get_current_timezone()).date()


def name_keys(name: str, plain_key: str) -> dict[str, str]:
    """The columns that follow from a name."""
    return {"search_key": search_key(name), "plain_key": plain_key, "sort_key": sort_key(name)}


def placed(place: Placing) -> dict[str, Any]:
    """The columns that follow from a placing."""
    return {
        "unit": stored(place.unit),
        "placed_on": place.placed_on,
        "origin_unit": stored(place.origin),
        "origin_on": place.origin_on,
        "needs_placing": place.needs_placing,
        "province_code": place.province.code,
    }


@transaction.atomic
def register_producer(
    *,
    name: str,
    unit_code: str,
    source: str,
    by: Acting,
    at: datetime,
    unit_on: date | None = None,
    kind: str = UNTOLD,
    tax: str = "",
    person: Mapping[str, Any] | None = None,
    demonstration: bool = False,
    key: str = "",
    book: Gazetteer | None = None,
    **more: Any,
) -> Producer:
    """Add a producer in the unit `unit_code` of the day `unit_on` (of today, when not given); acts once for a `key`.

    `tax` is as written; one of a person goes to the representative, of whom `person` may tell more. `more` are columns
    of `CHANGEABLE`. Raises Refused: `bad_value`, `tax_code`, `tax_code_taken`, `no_unit`, `divided`, why one may not.
    """
    id = uuid7()
    if before := made_before(key, "registry.add_producer", id):
        return producer(before)
    require_known(more, CHANGEABLE - {"tax_code", "name", "kind", "source"})
    today = day_of(at)
    row = Producer(
        id=id,
        name=required(name, "name"),
        kind=_kind(kind, name),
        source=required(source, "source"),
        demonstration=demonstration,
        **name_keys(name, producer_name(name).key),
        **placed(placing_of(unit_code, unit_on or today, today, book=book)),
        **more,
    )
    policies.may_add_producer(by, row.unit, row.placed_on).require()
    named = policies.named(by, "registry.add_producer", row)
    people = dict(person or {})
    _take_tax_code(row, people, tax)
    checked(row)
    _require_point(row.latitude, row.longitude)
    _saved(row)
    record(Act("registry.add_producer", "producer", str(id), after=told(row)), by=named, at=at, chain=row.province_code)
    if people:
        _keep_person(row, people, seen_version=0, by=named, at=at)
    return row


@transaction.atomic
def change_producer(*, id: UUID, changes: Mapping[str, Any], seen_version: int, by: Acting, at: datetime) -> Producer:
    """Change columns of `CHANGEABLE` on the version that was seen. Raises `Conflict`, or Refused as when registered."""
    require_known(changes, CHANGEABLE)
    row = _locked(id)
    policies.may_change_producer(by, row).require()
    wanted = dict(changes)
    if "name" in wanted:
        wanted |= name_keys(required(wanted["name"], "name"), producer_name(wanted["name"]).key)
    if wanted.get("tax_code"):
        code = tax_code(wanted["tax_code"])
        if code.kind == "person":
            raise _personal_code()
        wanted["tax_code"] = code.digits
    if row.version == seen_version:
        _require_point(wanted.get("latitude", row.latitude), wanted.get("longitude", row.longitude))
    try:
        with transaction.atomic():
            return change(
                row, wanted, seen_version=seen_version, act="registry.change_producer", chain=row.province_code,
                by=policies.named(by, "registry.change_producer", row), at=at,
            )  # fmt: skip
    except IntegrityError:
        raise _taken(wanted.get("tax_code", "")) from None


@transaction.atomic
def place_producer(
    *, id: UUID, chosen: str, seen_version: int, by: Acting, at: datetime, note: str = "", book: Gazetteer | None = None
) -> Producer:
    """Say in which commune of today a producer lies whose old one was divided, or of which only more was known.

    Raises Refused (`placed`; `not_an_heir` for a commune that has no ground of the old unit; why one may not), or
    `Conflict`.
    """
    row = _locked(id)
    if row.version == seen_version:  # whoever saw an older version is told the difference instead
        policies.may_place_producer(by, row).require()
    place = placing_of(row.origin_unit.code, row.origin_on, day_of(at), chosen=chosen, book=book)
    return change(
        row, placed(place) | ({"source": f"{row.source}; {note}"} if note else {}), seen_version=seen_version,
        act="registry.place_producer", chain=row.province_code,
        by=policies.named(by, "registry.place_producer", row), at=at,
    )  # fmt: skip


@transaction.atomic
def change_representative(
    *, id: UUID, changes: Mapping[str, Any], seen_version: int, by: Acting, at: datetime
) -> Representative:
    """Change who represents a producer, on the version of that person that was seen; 0 when there was none yet.

    Raises `Conflict`, or Refused (`bad_value`, why one may not).
    """
    row = _locked(id)
    policies.may_change_producer(by, row).require()
    named = policies.named(by, "registry.change_producer", row)
    return _keep_person(row, changes, seen_version=seen_version, by=named, at=at)


def required(text: str, field: str) -> str:
    """The text without spaces around it. Raises Refused (`bad_value`) when nothing is left."""
    if not text.strip():
        raise Refused("bad_value", where=field, vi="chưa có gì; hãy điền", en="is empty; fill it in")
    return text.strip()


def require_known(changes: Mapping[str, Any], fields: frozenset[str]) -> None:
    """Raise TypeError for a column that this act does not write: a fault of the caller."""
    if unknown := set(changes) - fields:
        raise TypeError(f"not to be changed here: {sorted(unknown)}")


def _require_point(north: Decimal | None, east: Decimal | None) -> None:
    """A point on the map is whole, and on Vietnam's land or sea."""
    if (north is None) != (east is None):
        raise Refused(
            "point",
            where="latitude",
            vi="tọa độ cần cả vĩ độ và kinh độ; điền cả hai hoặc để trống cả hai",
            en="a point needs both latitude and longitude; fill in both or neither",
        )
    if north is not None and east is not None and not (4 <= north <= 24 and 101 <= east <= 119):
        raise Refused(
            "point",
            where="latitude",
            vi="điểm này không nằm trên đất hay biển Việt Nam (vĩ độ 4 đến 24, kinh độ 101 đến 119); xem có đảo chỗ "
            "hai số không",
            en="this point is not on Vietnam's land or sea (latitude 4 to 24, longitude 101 to 119); see whether the "
            "two numbers changed places",
        )


def _kind(kind: str, name: str) -> str:
    """The kind given, or the one that the name tells."""
    if kind not in KINDS:
        raise Refused("bad_value", where="kind", vi=f"không có loại hình {kind}", en=f"there is no kind {kind}")
    return producer_name(name).kind if kind == UNTOLD else kind


def _take_tax_code(row: Producer, people: dict[str, Any], written: str) -> None:
    if not written.strip():
        return
    code = tax_code(written)
    if code.kind == "person":
        people["personal_number"] = code.digits
    else:
        row.tax_code = code.digits


def _keep_person(
    row: Producer, changes: Mapping[str, Any], *, seen_version: int, by: Actor, at: datetime
) -> Representative:
    require_known(changes, frozenset(PERSON))
    person = Representative.objects.filter(producer=row).first() or Representative(producer=row, version=0)
    return change(
        person, changes, seen_version=seen_version, act="registry.change_representative", chain=row.province_code,
        by=by, at=at,
    )  # fmt: skip


def _locked(id: UUID) -> Producer:
    producer(id)
    return Producer.objects.select_for_update(of=("self",)).select_related("unit", "origin_unit").get(id=id)


def _saved(row: Producer) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise _taken(row.tax_code) from None


def _taken(code: str) -> Refused:
    return Refused(
        "tax_code_taken",
        where=code,
        vi="mã số thuế này đã thuộc một chủ thể khác trong tỉnh; tìm theo mã rồi dùng chủ thể ấy",
        en="this tax code belongs to another producer of the province; look it up and use that one",
    )


def _personal_code() -> Refused:
    return Refused(
        "tax_code_of_a_person",
        where="tax_code",
        vi="đây là số định danh cá nhân: ghi vào người đại diện, không ghi vào chủ thể",
        en="this is a personal number: it belongs to the representative, not to the producer",
    )
