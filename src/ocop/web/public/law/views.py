"""The pages of the law browser. Each view asks one module for its page and draws it; nothing is decided here.

The clock is read here, once per page, and passed on as a day.
"""

from __future__ import annotations

from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from ocop.rules.lawbook import book, classification, council, lookup
from ocop.rules.lawbook.procedure import rounds, transition_rules
from ocop.rules.refused import Refused
from ocop.web.base.navigation import Link
from ocop.web.public.law import comparing, generations, governing, procedure, proof, sheet, wording
from ocop.web.public.law import search as finding
from ocop.web.public.law.addresses import INSTRUMENTS, SLUGS, generation_link, trail
from ocop.web.public.law.family import family
from ocop.web.public.law.register import timeline

PER_PAGE = 20
TRIES = (
    gettext_lazy("nhãn hiệu"),
    gettext_lazy("truy xuất nguồn gốc"),
    gettext_lazy("lao động địa phương"),
    gettext_lazy("môi trường"),
)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The front page of the law; a search sent here (from a page not found) is answered too."""
    if "q" in request.GET:
        return search(request)
    today = localdate()
    asked = governing.ask(QueryDict(), today)
    context = {"generations": _with_state(today), "asked": asked, "tries": TRIES}
    return render(request, "law/index.html", context)


def _with_state(today: date) -> list[tuple[generations.Generation, bool]]:
    return [(one, one.governs(today)) for one in generations.all_generations()]


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Sets and criteria by words, in one generation (?doi=slug) or in all."""
    instrument = INSTRUMENTS.get(request.GET.get("doi", ""), "")
    results = finding.search(request.GET.get("q", ""), instrument)
    page = Paginator(results.criteria, PER_PAGE).get_page(request.GET.get("page"))
    crumbs = trail(*([generation_link(instrument)] if instrument else []), Link("", _("Tìm")))
    context = {"results": results, "page": page, "instrument": instrument, "slug": SLUGS.get(instrument, "")}
    return render(request, "law/found.html", {**context, "crumbs": crumbs})


@require_safe
def governing_law(request: HttpRequest) -> HttpResponse:
    """Which law governs a dossier, and the regimes by filing date."""
    asked = governing.ask(request.GET, localdate())
    rows = [(regime, procedure.last_day(regime.filed)) for regime in reversed(lookup.regimes())]
    crumbs = trail(Link("", _("Luật nào áp dụng")))
    return render(request, "law/governing.html", {"asked": asked, "regimes": rows, "crumbs": crumbs})


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The instruments as a timeline."""
    crumbs = trail(Link("", _("Sổ văn bản")))
    context = {"entries": timeline(localdate()), "known": book.instruments(), "crumbs": crumbs}
    return render(request, "law/register.html", context)


@require_safe
def bands(request: HttpRequest) -> HttpResponse:
    """Points and stars, of every generation."""
    rows = [(one, generations.bands_of(one.instrument)) for one in generations.all_generations()]
    regimes = [(regime, procedure.last_day(regime.filed)) for regime in reversed(lookup.regimes())]
    crumbs = trail(Link("", _("Hạng sao")))
    context = {"bands": rows, "regimes": regimes, "settings": council.settings(), "crumbs": crumbs}
    return render(request, "law/bands.html", context)


@require_safe
def deadlines(request: HttpRequest) -> HttpResponse:
    """Deadlines, rounds, validity, dossier parts, transition."""
    context = {
        "deadlines": procedure.deadlines(localdate()),
        "rounds": rounds(),
        "dossiers": procedure.dossiers(),
        "changes": transition_rules(),
        "instrument": procedure.instrument(),
        "crumbs": trail(Link("", _("Thời hạn"))),
    }
    return render(request, "law/deadlines.html", context)


@require_safe
def evidence(request: HttpRequest) -> HttpResponse:
    """The evidence kinds, and the criteria each serves in the newest generation."""
    instrument = book.GENERATIONS[0]
    rows = proof.served_by_kind(instrument)
    context = {"rows": rows, "basis": classification.evidence_basis(), "instrument": instrument}
    return render(request, "law/evidence.html", {**context, "crumbs": trail(Link("", _("Minh chứng")))})


@require_safe
def evidence_kind(request: HttpRequest, kind: str) -> HttpResponse:
    """One evidence kind and its criteria, set by set, in every generation."""
    found = classification.evidence_kinds().get(kind)
    if found is None:
        raise Http404
    served = [(instrument, proof.served_by(instrument, kind)) for instrument in book.GENERATIONS]
    crumbs = trail(Link(reverse("law:evidence"), _("Minh chứng")), Link("", wording.plain(found.name)))
    context = {"kind": found, "served": served, "basis": classification.evidence_basis(), "crumbs": crumbs}
    return render(request, "law/evidence_kind.html", context)


@require_safe
def findings(request: HttpRequest) -> HttpResponse:
    """What the commune reports on."""
    instrument = book.GENERATIONS[0]
    rows = proof.reported(instrument)
    context = {"rows": rows, "basis": classification.evidence_basis(), "instrument": instrument}
    return render(request, "law/findings.html", {**context, "crumbs": trail(Link("", _("Xã báo cáo")))})


@require_safe
def council_settings(request: HttpRequest) -> HttpResponse:
    """What the law leaves open, with the default and its basis."""
    crumbs = trail(Link("", _("Quy chế hội đồng")))
    return render(request, "law/council.html", {"settings": council.settings().values(), "crumbs": crumbs})


@require_safe
def generation(request: HttpRequest, instrument: str) -> HttpResponse:
    """The product groups of one decision with their sets."""
    found = generations.of(instrument)
    context = {"generation": found, "tree": generations.tree(instrument), "slug": SLUGS[instrument]}
    crumbs = trail(generation_link(instrument))
    return render(request, "law/generation.html", {**context, "crumbs": crumbs, "governs": found.governs(localdate())})


@require_safe
def criteria_set(request: HttpRequest, instrument: str, number: int) -> HttpResponse:
    """One whole set; a set whose text was never found says so."""
    try:
        page = sheet.sheet(instrument, number)
    except Refused as refused:
        raise Http404(refused.vi) from None
    crumbs = trail(generation_link(instrument), Link("", _("Bộ %(number)s") % {"number": number}))
    context = {"page": page, "kin": sheet.kin(instrument, number), "crumbs": crumbs}
    context["try_href"] = sheet.try_href(page, localdate())
    template = "law/missing.html" if page.criteria.missing_because else "law/set.html"
    return render(request, template, {**context, "governs": page.generation.governs(localdate())})


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Two sets side by side, or the form that chooses them."""
    asked = comparing.ask(request.GET.get("a", ""), request.GET.get("b", ""))
    context = {"asked": asked, "choices": comparing.choices(), "crumbs": trail(Link("", _("So sánh")))}
    if asked.comparison is None:
        context["family"] = family()
    return render(request, "law/compare.html", context)
