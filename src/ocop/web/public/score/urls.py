"""Addresses under /cham-thu/. The day and the set stand in the path, the marks in the query."""

from django.urls import path

from ocop.web.public.score import views

app_name = "public"
urlpatterns = [
    path("", views.start, name="score-start"),
    path("<slug:on>/<int:number>/", views.begin, name="score-begin"),
    path("<slug:on>/<int:number>/ca-phieu/", views.sheet, name="score-sheet"),
    path("<slug:on>/<int:number>/tai-ve/", views.file, name="score-file"),
    path("<slug:on>/<int:number>/<str:code>/", views.step, name="score-step"),
]
