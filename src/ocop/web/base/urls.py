"""The front page and the choice of theme."""

from django.urls import path

from ocop.web.base import theme, views

app_name = "base"
urlpatterns = [
    path("", views.home, name="home"),
    path("giao-dien/", theme.choose, name="theme"),
]
