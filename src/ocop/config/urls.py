"""Which address belongs to which audience. Vietnamese stands at the root, English under /en/, same slugs.

Owns prefixes only; each app's own urls.py owns what follows.
"""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

handler400 = "ocop.web.base.errors.bad_request"
handler403 = "ocop.web.base.errors.forbidden"
handler404 = "ocop.web.base.errors.not_found"
handler500 = "ocop.web.base.errors.server_error"

urlpatterns = i18n_patterns(
    path("cham-thu/", include("ocop.web.public.score.urls")),
    path("luat/", include("ocop.web.public.law.urls")),
    path("co-quan/don-vi/<slug:code>/nhap/", include("ocop.web.office.imports.urls")),
    path("co-quan/nguoi/", include("ocop.web.office.people.urls")),
    path("", include("ocop.web.producer.papers.urls")),
    path("", include("ocop.web.office.records.urls")),
    path("", include("ocop.web.office.survey.urls")),
    path("co-quan/", include("ocop.web.office.home.urls")),
    path("co-quan/don-vi/", include("ocop.web.office.units.urls")),
    path("chu-the/<uuid:number>/nguoi/", include("ocop.web.office.people.producer_urls")),
    path("docs/", include("ocop.web.base.docs.urls")),
    path("", include("ocop.web.base.sign_in.urls")),
    path("", include("ocop.web.base.urls")),
    prefix_default_language=False,
)
