"""Addresses of survey sheets: those of a unit, and each sheet by its own."""

from django.urls import path

from ocop.web.office.survey import lists, promoting, sheet, steps

app_name = "survey"
urlpatterns = [
    path("co-quan/don-vi/<slug:code>/tiem-nang/", lists.page, name="list"),
    path("co-quan/don-vi/<slug:code>/tiem-nang/them/", steps.add, name="add"),
    path("co-quan/don-vi/<slug:code>/tiem-nang/tai-ve.<slug:kind>", lists.file, name="file"),
    path("tiem-nang/<uuid:id>/", sheet.page, name="sheet"),
    path("tiem-nang/<uuid:id>/ghi/<slug:step>/", steps.change, name="step"),
    path("tiem-nang/<uuid:id>/rut/", sheet.withdraw, name="withdraw"),
    path("tiem-nang/<uuid:id>/lay-lai/", sheet.restore, name="restore"),
    path("tiem-nang/<uuid:id>/vao-so/", promoting.promote, name="promote"),
]
