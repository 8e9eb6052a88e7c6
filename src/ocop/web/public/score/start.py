"""The first page: which day, which law, which product group.

Owns what the page offers and what it says about the law of the day. Finding a group by typing is `finding`'s; words of
the law in the reader's language are `law.wording`'s.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.rules.lawbook.book import find_set
from ocop.rules.lawbook.classification import Group, examples, groups
from ocop.rules.lawbook.lookup import Regime, filing_kinds, transitions
from ocop.rules.refused import Refused
from ocop.web.public.law.wording import decision, is_english, plain, refusal
from ocop.web.public.score import finding


@dataclass(frozen=True)
class Offer:
    """One product group to choose: its name, everyday products (those searched for first), and the link to begin."""

    number: int
    name: str
    place: str
    examples: tuple[tuple[str, bool], ...]
    href: str
    missing: str = ""


@dataclass(frozen=True)
class Industry:
    """The groups of one industry, for the full list."""

    name: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class Filing:
    """What was said of the filing, as the form shows it again; `fault` says what is wrong with it."""

    on: str
    kind: str
    evaluated: str
    kinds: tuple[tuple[str, str], ...] = ()
    law: str = ""
    caveat: str = ""
    said: str = ""
    fault: str = ""


@dataclass(frozen=True)
class StartPage:
    """Everything the template needs."""

    filing: Filing
    query: str
    found: tuple[Offer, ...] = ()
    found_words: str = ""
    industries: tuple[Industry, ...] = ()


def kinds() -> tuple[tuple[str, str], ...]:
    """The kinds of filing: id and name."""
    return tuple((kind.id, plain(kind.name)) for kind in filing_kinds().values())


def refused(filing: Filing, query: str, fault: Refused) -> StartPage:
    """The page when the day has no law: the form again, and what to do."""
    return StartPage(replace(filing, kinds=kinds(), fault=refusal(fault)), query)


def page(filing: Filing, query: str, on: date, evaluated_on: date | None, regime: Regime) -> StartPage:
    """The page for a day whose law is `regime`: what was found, and every group by industry."""
    said = replace(
        filing,
        kinds=kinds(),
        law=decision(regime.criteria),
        caveat=_transition(regime, evaluated_on, filing.kind) or plain(regime.caveat),
        said=_("Nộp ngày %(day)s · %(kind)s") % {"day": _day(on), "kind": dict(kinds())[filing.kind]},
    )
    listed, tail = groups(regime.criteria), _tail(filing)
    found, nearly = finding.find(query, regime.criteria)
    return StartPage(
        said,
        query,
        found=tuple(_offer(group, regime, on, tail, query) for group in found),
        found_words=_found_words(query, len(found), nearly),
        industries=tuple(
            Industry(plain(name), tuple(_offer(group, regime, on, tail) for group in inside))
            for name, inside in groupby(listed, lambda group: group.industry)
        ),
    )


def _found_words(query: str, count: int, nearly: bool) -> str:
    """What the search found, in one line that can be read aloud; nothing when nothing was typed."""
    said = {"n": count, "query": query}
    if not query:
        return ""
    if not count:
        return _("Chưa thấy nhóm nào cho “%(query)s”") % said
    if nearly:
        return _("Không có nhóm nào đủ các chữ “%(query)s”; gần nhất là") % said
    return ngettext("%(n)s nhóm cho “%(query)s”", "%(n)s nhóm cho “%(query)s”", count) % said


def _tail(filing: Filing) -> str:
    said = [("k", filing.kind if filing.kind != "first" else ""), ("e", filing.evaluated)]
    joined = "&".join(f"{name}={value}" for name, value in said if value)
    return f"?{joined}" if joined else ""


def _transition(regime: Regime, evaluated_on: date | None, kind: str) -> str:
    """How long a dossier filed under the law just before a change may still be scored by it; only when the day of
    scoring is open.
    """
    rule = next((rule for rule in transitions() if kind in rule.kinds and regime.filed.until == rule.change_on), None)
    if rule is None or evaluated_on is not None:
        return ""
    words = _(
        "Nếu hội đồng chấm từ %(change)s trở đi, hồ sơ này chỉ được chấm theo luật cũ đến hết %(last)s (%(law)s)."
    )
    return words % {"change": _day(rule.change_on), "last": _day(rule.last_day), "law": decision(rule.instrument)}


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")


def _offer(group: Group, regime: Regime, on: date, tail: str, query: str = "") -> Offer:
    words = [
        (example.en if is_english() else example.vi, finding.is_meant(example, query))
        for example in examples(regime.criteria, group.set)
    ]
    missing = find_set(regime.criteria, group.set).missing_because
    return Offer(
        number=group.set,
        name=plain(group.name),
        place=plain(group.industry) if group.group == group.name else f"{plain(group.industry)} › {plain(group.group)}",
        examples=tuple(sorted(words, key=lambda word: not word[1])),
        href="" if missing else reverse("public:score-begin", args=[on.isoformat(), group.set]) + tail,
        missing=plain(missing),
    )
