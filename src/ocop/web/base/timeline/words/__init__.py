"""The words of every app whose acts leave history: one module an app, named in `BOOK`.

A test finds every act and column that actions write, and asks for its words here.
"""

from ocop.web.base.timeline.chapter import Book
from ocop.web.base.timeline.words import accounts, evidence, history, intake, places, registry, survey

_REGISTER = (registry.CHAPTER, survey.CHAPTER, evidence.CHAPTER, intake.CHAPTER)
BOOK = Book((*_REGISTER, accounts.CHAPTER, places.CHAPTER, history.CHAPTER))
