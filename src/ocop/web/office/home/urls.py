"""The address /co-quan/."""

from django.urls import path

from ocop.web.office.home import views

app_name = "office"
urlpatterns = [path("", views.home, name="home")]
