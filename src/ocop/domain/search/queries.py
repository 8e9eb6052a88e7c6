"""From typed words to the records that hold them all: fast where few do; where very many do, the caller walks its list.

Owns one reading of words (`typed_words`): without accents; of three letters or more anywhere, of two at the beginning
of words, a single letter or digit as a whole word.
"""

from __future__ import annotations

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from ocop.domain.search.models import Entry
from ocop.kit.text import search_key

MOST = 8  # words beyond these narrow nothing and cost time
ANYWHERE = 3
DENSE = 20_000
"""With more hits than this, going through the sorted list meets a page of them sooner than collecting them all."""


def typed_words(text: str) -> list[str]:
    """The words to look for, each once.

    >>> typed_words("Miến dong,  MIỀN dong")
    ['mien', 'dong']
    """
    return list(dict.fromkeys(search_key(text).split()))[:MOST]


def matching(kind: str, words: list[str], *, however_many: bool = False) -> QuerySet[Entry] | None:
    """The ids of the records of a kind that hold all `words`; None where there are too many to collect and sort.

    `however_many`: to be counted, not sorted, so none are too many.
    """
    found = Entry.objects.filter(kind=kind)
    pieces = [piece(word) for word in words]
    if connection.vendor != "sqlite":
        for one in pieces:
            found = found.filter(text__contains=one)
        return found.values("subject")  # type: ignore[return-value]
    asked = " AND ".join(f'"{one}"' for one in pieces)
    if not however_many and _is_dense(asked):
        return None
    rows = RawSQL("SELECT rowid FROM search_index WHERE search_index MATCH %s", [asked])
    return found.filter(number__in=rows).values("subject")  # type: ignore[return-value]


def piece(word: str) -> str:
    """What to look for in an entry's text, at least three letters: " ca" is a word that begins with "ca"."""
    return word if len(word) >= ANYWHERE else f" {word}" if len(word) == ANYWHERE - 1 else f" {word} "


def _is_dense(asked: str) -> bool:
    count = "SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH %s LIMIT %s)"
    with connection.cursor() as cursor:
        cursor.execute(count, [asked, DENSE + 1])
        return bool(cursor.fetchone()[0] > DENSE)
