"""The tables of the register, split by noun; columns and database constraints only."""

from ocop.domain.registry.models.facts import Submission, YearlyFact
from ocop.domain.registry.models.producers import Producer, Representative
from ocop.domain.registry.models.products import Product, ProductGroup, StarRecord

__all__ = ["Producer", "Product", "ProductGroup", "Representative", "StarRecord", "Submission", "YearlyFact"]
