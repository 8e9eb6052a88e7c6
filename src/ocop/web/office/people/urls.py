"""Addresses under /co-quan/nguoi/."""

from django.urls import path

from ocop.web.office.people import acts, views

app_name = "people"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("vai-tro/<uuid:role>/thoi/", acts.end, name="end"),
    path("vai-tro/<uuid:role>/ban-giao/", acts.hand_over, name="hand-over"),
    path("vai-tro/<uuid:role>/lam-thay/", acts.stand_in, name="stand-in"),
    path("vai-tro/<uuid:role>/het-lam-thay/", acts.end_stand_in, name="end-stand-in"),
    path("duong-dan/<uuid:person>/", acts.invite, name="invite"),
    path("tai-khoan/<uuid:person>/", acts.account, name="account"),
    path("<slug:code>/", views.unit, name="unit"),
    path("<slug:code>/giao/", acts.give, name="give"),
]
