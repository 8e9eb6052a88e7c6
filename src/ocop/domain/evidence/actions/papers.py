"""Writing papers: add one, change what is written about it, say what it serves, withdraw it, offer it again.

Owns what a paper must have and what follows from a change. Files are `filing`'s, the words in them `reading`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from ocop.domain.accounts.queries import Acting
from ocop.domain.evidence import policies
from ocop.domain.evidence.actions.filing import Filed, filed, kept
from ocop.domain.evidence.models import Paper, PaperCriterion, PaperProduct, PaperText
from ocop.domain.evidence.queries.papers import Criterion, criteria_served, kinds, paper
from ocop.domain.history.actions import Act, record
from ocop.domain.registry.actions.changing import change, checked, told
from ocop.domain.registry.actions.once import already_made, made_before
from ocop.domain.registry.models import Producer, Product
from ocop.domain.registry.policies import named
from ocop.kit.documents.workshop import Upload
from ocop.kit.ids import uuid7
from ocop.kit.jobs.asking import later
from ocop.kit.text import search_key, sort_key
from ocop.rules.history.canonical import Value
from ocop.rules.lawbook.book import criteria_set
from ocop.rules.refused import Refused

CHANGEABLE = frozenset(["kind", "title", "number", "issuer", "issued_on", "expires_on"])
SERVES = frozenset(["products", "criteria"])
HIDDEN = ("search_key", "sort_key")


def add_paper(
    *,
    producer: Producer,
    uploads: Sequence[Upload],
    kind: str,
    by: Acting,
    at: datetime,
    title: str = "",
    number: str = "",
    issuer: str = "",
    issued_on: date | None = None,
    expires_on: date | None = None,
    products: Iterable[Product] = (),
    criteria: Iterable[Criterion] = (),
    replaces: Paper | None = None,
    demonstration: bool = False,
    key: str = "",
) -> Paper:
    """Add a paper made of uploads, in their order; acts once for a `key`. Call it outside any transaction.

    Without a title it is called as its kind. The paper it `replaces` is withdrawn, and hands on what it serves when
    nothing is told here. Raises Refused: `bad_value`, `not_its_product`, `file_...` with the upload's name.
    """
    policies.may_add_paper(by, producer).require()
    if before := already_made(key, "registry.add_paper"):
        return paper(before)
    told_of = Paper(
        producer=producer, province_code=producer.province_code, kind=_kind(kind), title=title.strip(),
        number=number.strip(), issuer=issuer.strip(), issued_on=issued_on, expires_on=expires_on, added_at=at,
        demonstration=demonstration or producer.demonstration,
    )  # fmt: skip
    _take_keys(told_of)
    _require_days(told_of.issued_on, told_of.expires_on)
    checked(told_of, "file")
    serves = _products(producer, products), _criteria(criteria)
    with filed("paper", uploads) as made:
        return _added(told_of, made, *serves, replaces=replaces, by=by, at=at, key=key)


@transaction.atomic
def change_paper(*, id: UUID, changes: Mapping[str, Any], seen_version: int, by: Acting, at: datetime) -> Paper:
    """Change columns of CHANGEABLE and what a paper serves (`products`, `criteria`), on the version that was seen.

    Raises `Conflict`, or Refused as when added.
    """
    if unknown := set(changes) - CHANGEABLE - SERVES:
        raise TypeError(f"not to be changed here: {sorted(unknown)}")
    row = _locked(id)
    policies.may_change_paper(by, row).require()
    return _changed(row, dict(changes), seen_version, "evidence.change_paper", by, at)


@transaction.atomic
def serve(
    *, id: UUID, by: Acting, at: datetime, products: Iterable[Product] = (), criteria: Iterable[Criterion] = ()
) -> Paper:
    """Let a paper serve these products and criteria as well; whatever it served before stays."""
    row = _locked(id)
    policies.may_change_paper(by, row).require()
    more = {
        "products": [*_served_products(row), *(product for product in products)],
        "criteria": [*criteria_served(row), *criteria],
    }
    return _changed(row, more, row.version, "evidence.serve", by, at)


@transaction.atomic
def withdraw_paper(*, id: UUID, reason: str, seen_version: int, by: Acting, at: datetime) -> Paper:
    """Offer a paper no longer; it is kept, with its file and where it was used. Raises `Conflict`."""
    row = _locked(id)
    policies.may_withdraw_paper(by, row).require()
    return _moved(row, {"withdrawn_at": at}, seen_version, "evidence.withdraw_paper", reason, by, at)


@transaction.atomic
def offer_again(*, id: UUID, seen_version: int, by: Acting, at: datetime) -> Paper:
    """Offer a paper again that was withdrawn by mistake. Raises `Conflict`, or Refused (`replaced`)."""
    row = _locked(id)
    policies.may_offer_again(by, row).require()
    return _moved(row, {"withdrawn_at": None}, seen_version, "evidence.offer_again", "", by, at)


@transaction.atomic
def _added(
    row: Paper,
    made: Filed,
    products: list[Product],
    criteria: list[Criterion],
    *,
    replaces: Paper | None,
    by: Acting,
    at: datetime,
    key: str,
) -> Paper:
    row.id = uuid7()
    if before := made_before(key, "registry.add_paper", row.id):
        return paper(before)
    old = _locked(replaces.id) if replaces else None
    if old is not None:
        policies.may_withdraw_paper(by, old).require()
        if old.producer_id != row.producer_id:
            raise _not_its_paper()
        products = products or _served_products(old)
        criteria = criteria or criteria_served(old)
    row.file, row.preview = kept(made.files[0]), kept(made.files[1])
    row.cleaned = ",".join(made.more["left_out"])
    row.save(force_insert=True)
    PaperText.objects.get_or_create(file=row.file, defaults={"changed_at": at})
    _write_served(row, products, criteria)
    served = {"products": _plain(products), "criteria": _plain(criteria)}
    after = told(row, *HIDDEN) | {name: value for name, value in served.items() if value}
    actor = named(by, "registry.add_paper", row.producer)
    record(Act("registry.add_paper", "paper", str(row.id), after=after), by=actor, at=at, chain=row.province_code)
    later("evidence.read_words", paper=str(row.id), at=at)
    if old is not None:
        moves = {"withdrawn_at": at, "replaced_by": row}
        _moved(old, moves, old.version, "evidence.withdraw_paper", "", by, at)
    return paper(row.id)


def _changed(row: Paper, wanted: dict[str, Any], seen_version: int, act: str, by: Acting, at: datetime) -> Paper:
    products, criteria = wanted.pop("products", None), wanted.pop("criteria", None)
    if "kind" in wanted:
        _kind(wanted["kind"])
    for field in ("title", "number", "issuer"):
        if field in wanted:
            wanted[field] = wanted[field].strip()
    _require_days(wanted.get("issued_on", row.issued_on), wanted.get("expires_on", row.expires_on))
    if CHANGEABLE & set(wanted):
        shadow = Paper(**{name: wanted.get(name, getattr(row, name)) for name in CHANGEABLE})
        _take_keys(shadow)
        wanted |= {"title": shadow.title, "search_key": shadow.search_key, "sort_key": shadow.sort_key}
    if products is not None:
        products = _products(row.producer, products)
        wanted["products"] = _plain(products)
        row.products = _plain(_served_products(row))  # type: ignore[attr-defined]
    if criteria is not None:
        criteria = _criteria(criteria)
        wanted["criteria"] = _plain(criteria)
        row.criteria = _plain(criteria_served(row))  # type: ignore[attr-defined]
    actor = named(by, "evidence.change_paper", row.producer)
    change(row, wanted, seen_version=seen_version, act=act, chain=row.province_code, by=actor, at=at)
    _write_served(row, products, criteria)
    return paper(row.id)


def _moved(
    row: Paper, moves: dict[str, Any], seen_version: int, act: str, reason: str, by: Acting, at: datetime
) -> Paper:
    """Withdraw or offer: the columns `moves`, with the reason given in the event."""
    actor = named(by, "evidence.withdraw_paper", row.producer)
    chain, note = row.province_code, reason.strip()
    change(row, moves, seen_version=seen_version, act=act, chain=chain, by=actor, at=at, note=note)
    return paper(row.id)


def _write_served(row: Paper, products: list[Product] | None, criteria: list[Criterion] | None) -> None:
    if products is not None:
        PaperProduct.objects.filter(paper=row).exclude(product__in=products).delete()
        there = set(PaperProduct.objects.filter(paper=row).values_list("product", flat=True))
        PaperProduct.objects.bulk_create(
            PaperProduct(paper=row, product=each) for each in products if each.id not in there
        )
    if criteria is not None:
        PaperCriterion.objects.filter(paper=row).delete()
        PaperCriterion.objects.bulk_create(
            PaperCriterion(paper=row, instrument=each.instrument, set_number=each.set_number, code=each.code)
            for each in criteria
        )


def _take_keys(row: Paper) -> None:
    """The columns that follow from what is written; a paper without a title is called as its kind."""
    row.title = row.title or kinds()[row.kind].name
    row.search_key = search_key(f"{row.title} {kinds()[row.kind].name} {row.number} {row.issuer}")
    row.sort_key = sort_key(row.title)


def _kind(code: str) -> str:
    if code not in kinds():
        raise Refused("bad_value", where="kind", vi="hãy chọn loại giấy tờ", en="choose the kind of paper")
    return code


def _require_days(issued: date | None, expires: date | None) -> None:
    if issued and expires and expires < issued:
        raise Refused(
            "bad_value",
            where="expires_on",
            vi="ngày hết hạn phải từ ngày cấp trở đi",
            en="the expiry date must not be before the day of issue",
        )


def _products(producer: Producer, products: Iterable[Product]) -> list[Product]:
    chosen = sorted({product.id: product for product in products}.values(), key=lambda product: product.id)
    if any(product.producer_id != producer.id for product in chosen):
        raise Refused(
            "not_its_product",
            where="products",
            vi="chỉ chọn sản phẩm của chính chủ thể này",
            en="choose products of this very producer only",
        )
    return chosen


def _criteria(criteria: Iterable[Criterion]) -> list[Criterion]:
    chosen = sorted(set(criteria))
    for each in chosen:
        if each.code not in criteria_set(each.instrument, each.set_number, where="criteria").nodes:
            raise Refused(
                "no_criterion",
                where="criteria",
                vi=f"bộ {each.set_number} của {each.instrument} không có tiêu chí {each.code}",
                en=f"set {each.set_number} of {each.instrument} has no criterion {each.code}",
            )
    return chosen


def _not_its_paper() -> Refused:
    return Refused(
        "not_its_paper",
        where="replaces",
        vi="chỉ thay được giấy tờ của chính chủ thể này",
        en="only a paper of this very producer can be replaced",
    )


def _served_products(row: Paper) -> list[Product]:
    return list(Product.objects.filter(paper_links__paper=row).order_by("id"))


def _plain(rows: Iterable[Product] | Iterable[Criterion]) -> list[Value]:
    return [str(row.id) if isinstance(row, Product) else str(row) for row in rows]


def _locked(id: UUID) -> Paper:
    paper(id)
    return Paper.objects.select_for_update(of=("self",)).select_related("producer__unit").get(id=id)
