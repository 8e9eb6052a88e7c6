"""Addresses under /docs/."""

from django.urls import path

from ocop.web.base.docs import showcase, views

app_name = "docs"
urlpatterns = [
    path("", views.index, name="index"),
    path("components/", showcase.index, name="components"),
    path("components/<slug:name>/", showcase.one, name="component"),
    path("pictures/<path:name>", views.picture, name="picture"),
    path("<path:slug>/", views.document, name="document"),
]
