"""The tables of the evidence library, split by noun; columns and database constraints only."""

from ocop.domain.evidence.models.files import PaperText, StoredFile
from ocop.domain.evidence.models.papers import Paper, PaperCriterion, PaperProduct
from ocop.domain.evidence.models.photos import Photo, PhotoSize

__all__ = ["Paper", "PaperCriterion", "PaperProduct", "PaperText", "Photo", "PhotoSize", "StoredFile"]
