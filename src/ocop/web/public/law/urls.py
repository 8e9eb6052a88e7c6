"""Addresses under /luat/. Named pages stand before generations, so that no slug can hide them."""

from django.urls import path, register_converter

from ocop.web.public.law import views
from ocop.web.public.law.addresses import GenerationConverter

register_converter(GenerationConverter, "generation")

app_name = "law"
urlpatterns = [
    path("", views.index, name="index"),
    path("tim/", views.search, name="search"),
    path("ap-dung/", views.governing_law, name="governing"),
    path("van-ban/", views.register, name="register"),
    path("hang-sao/", views.bands, name="bands"),
    path("thoi-han/", views.deadlines, name="deadlines"),
    path("minh-chung/", views.evidence, name="evidence"),
    path("minh-chung/<slug:kind>/", views.evidence_kind, name="evidence-kind"),
    path("xa-bao-cao/", views.findings, name="findings"),
    path("quy-che/", views.council_settings, name="council"),
    path("so-sanh/", views.compare, name="compare"),
    path("<generation:instrument>/", views.generation, name="generation"),
    path("<generation:instrument>/<int:number>/", views.criteria_set, name="set"),
]
