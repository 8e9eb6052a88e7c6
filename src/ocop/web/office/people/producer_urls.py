"""Addresses under /chu-the/<producer>/nguoi/."""

from django.urls import path

from ocop.web.office.people import producers

app_name = "producer-people"
urlpatterns = [
    path("", producers.people, name="people"),
    path("giao/", producers.give, name="give"),
]
