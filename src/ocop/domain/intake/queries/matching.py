"""Which producer and product of the register a row means: for certain, perhaps, or none.

Owns the comparison. By tax code or product code first, then by plain name and place; what is only alike is a doubt with
its choices, and a person's answer comes back as the cells `producer_is` and `product_is`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ocop.domain.registry.models import StarRecord
from ocop.domain.registry.queries.placing import placing_of
from ocop.domain.registry.queries.producers import Known, known_producers
from ocop.domain.registry.queries.products import Claim, KnownProduct, claim_key, known_products
from ocop.rules.intake.columns import Cell, Layout
from ocop.rules.intake.communes import Communes
from ocop.rules.intake.remarks import Choice, Remark
from ocop.rules.intake.rows import IntakeRow
from ocop.rules.naming.likeness import DOUBTFUL, likeness, producers_alike
from ocop.rules.naming.plain import KINDS, PlainName, producer_name, product_name

NEW = "new"
PRODUCT_DOUBTFUL = 930  # products of one producer are often alike and not the same
MOST = 5  # choices offered


@dataclass(frozen=True, slots=True)
class Match:
    """The records a row means, the doubts about it, and whether it would change anything."""

    producer: UUID | None = None
    product: UUID | None = None
    doubts: tuple[Remark, ...] = ()
    unchanged: bool = False


class Register:
    """The register of a province as names, held in memory while a file is compared with it."""

    def __init__(self, province: str, communes: Communes) -> None:
        """Read the names of every producer and product of the province."""
        self._communes = communes
        self._by_id: dict[UUID, Known] = {}
        self._by_key: dict[str, list[Known]] = {}
        self._by_tax: dict[str, Known] = {}
        self._by_word: dict[str, list[Known]] = {}
        self._plain: dict[UUID, PlainName] = {}
        self._units: dict[tuple[str, date], str] = {}
        for known in known_producers(province):
            self._by_id[known.id] = known
            self._by_key.setdefault(known.plain_key, []).append(known)
            self._plain[known.id] = producer_name(known.name)
            if known.tax_code:
                self._by_tax[known.tax_code] = known
            for word in set(self._plain[known.id].core.split()):
                self._by_word.setdefault(word, []).append(known)
        self._products: dict[UUID, list[KnownProduct]] = {}
        self._codes: dict[str, KnownProduct] = {}
        for product in known_products(province):
            self._products.setdefault(product.producer, []).append(product)
            if product.code:
                self._codes[product.code] = product
        self._claims: dict[UUID, set[Claim]] = {}
        for record in StarRecord.objects.filter(province_code=province).iterator(2_000):
            self._claims.setdefault(record.product_id, set()).add(claim_key(record))

    def match(self, row: IntakeRow, layout: Layout, answers: Mapping[str, Cell]) -> Match:
        """Which records a row means, given a person's `answers`."""
        producer, doubt = self._producer(row, layout, str(answers.get("producer_is") or ""))
        if producer is None:
            return Match(doubts=doubt)
        product, more = self._product(row, layout, producer, str(answers.get("product_is") or ""))
        held = self._claims.get(product.id, set()) if product else set()
        unchanged = (
            product is not None
            and not (doubt or more)
            and all(claim_key(claim) in held for claim in row.stars)
            and not (row.tax_code and len(row.tax_code) != 12 and not producer.tax_code)
        )
        return Match(producer.id, product.id if product else None, (*doubt, *more), unchanged)

    def _producer(self, row: IntakeRow, layout: Layout, answer: str) -> tuple[Known | None, tuple[Remark, ...]]:
        if answer == NEW:
            return None, ()
        if answer:
            return self._by_id.get(UUID(answer)), ()
        if row.tax_code in self._by_tax:
            return self._by_tax[row.tax_code], ()
        plain = producer_name(row.producer)
        unit = self._unit_today(row)
        same = [known for known in self._by_key.get(plain.key, []) if known.kind == row.kind]
        here = [known for known in same if known.unit_code == unit]
        if len(here) == 1:
            return here[0], ()
        alike = sorted(
            (
                (producers_alike(plain, self._plain[known.id]), known.unit_code == unit, str(known.id), known)
                for known in self._sharing_a_word(plain)
            ),
            reverse=True,
        )
        near = [known for score, _, _, known in alike if score >= DOUBTFUL][:MOST]
        if not near:
            return None, ()
        choices = (
            *(Choice(str(known.id), self._shown(known)) for known in near),
            Choice(NEW, "Chủ thể mới"),
        )
        doubt = Remark(
            "doubt", "maybe_same", "producer", row.number, layout.letter("producer"),
            f"có thể là chủ thể đã có: {near[0].name}", f"perhaps the producer that is there already: {near[0].name}",
            choices,
        )  # fmt: skip
        return near[0], (doubt,)

    def _shown(self, known: Known) -> str:
        return f"{known.name} ({KINDS[known.kind][0]}, {self._communes.title(known.unit_code)})"

    def _unit_today(self, row: IntakeRow) -> str:
        place = (row.unit_code, row.unit_on)
        if place not in self._units:
            self._units[place] = placing_of(*place, self._communes.today, book=self._communes.book).unit.code
        return self._units[place]

    def _sharing_a_word(self, plain: PlainName) -> list[Known]:
        return list({known.id: known for word in plain.core.split() for known in self._by_word.get(word, [])}.values())

    def _product(
        self, row: IntakeRow, layout: Layout, producer: Known, answer: str
    ) -> tuple[KnownProduct | None, tuple[Remark, ...]]:
        mine = self._products.get(producer.id, [])
        if answer == NEW:
            return None, ()
        if answer:
            return next((product for product in mine if str(product.id) == answer), None), ()
        if row.code in self._codes and self._codes[row.code].producer == producer.id:
            return self._codes[row.code], ()
        plain = product_name(row.product)
        found = next((product for product in mine if product.plain_key == plain), None)
        if found:
            return found, ()
        digits = [word for word in plain.split() if word.isdigit()]
        near = [
            product
            for product in mine
            if likeness(product.plain_key, plain) >= PRODUCT_DOUBTFUL
            and [word for word in product.plain_key.split() if word.isdigit()] == digits
        ]
        if not near:
            return None, ()
        choices = (*(Choice(str(product.id), product.name) for product in near[:MOST]), Choice(NEW, "Sản phẩm mới"))
        doubt = Remark(
            "doubt", "maybe_same_product", "product", row.number, layout.letter("product"),
            f"có thể là sản phẩm đã có: {near[0].name}", f"perhaps the product that is there already: {near[0].name}",
            choices,
        )  # fmt: skip
        return near[0], (doubt,)
