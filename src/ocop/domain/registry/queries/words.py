"""Typed words as a condition on columns: the long way round the search index, for lists that most records belong to.

Owns the same reading of words as `ocop.domain.search.queries`, letter by letter in the columns themselves; a test
compares the two.
"""

from __future__ import annotations

from django.db.models import Q

from ocop.domain.search.queries import ANYWHERE


def holding(words: list[str], *columns: str, codes: tuple[str, ...] = ()) -> Q:
    """Rows where each word is in one of the folded `columns`, or in one of the `codes`."""
    found = Q()
    for word in words:
        one = Q()
        for column in columns:
            one |= _in(column, word)
        for code in codes:
            one |= _in_code(code, word)
        found &= one
    return found


def _in(column: str, word: str) -> Q:
    if len(word) >= ANYWHERE:
        return Q(**{f"{column}__contains": word})
    end = " " if len(word) == 1 else ""
    begins = Q(**{f"{column}__startswith": word + end}) | Q(**{f"{column}__contains": f" {word}{end}"})
    return begins | Q(**{f"{column}__endswith": f" {word}"}) | Q(**{column: word}) if end else begins


def _in_code(column: str, word: str) -> Q:
    if len(word) >= ANYWHERE:
        return Q(**{f"{column}__icontains": word})
    end = "([-/. ]|$)" if len(word) == 1 else ""
    return Q(**{f"{column}__iregex": f"(^|[-/. ]){word}{end}"})
