"""Addresses under /co-quan/don-vi/<province>/nhap/."""

from django.urls import path

from ocop.web.office.imports import applying, choosing, files, settling, views

app_name = "imports"
urlpatterns = [
    path("", views.overview, name="list"),
    path("mau.xlsx", files.template, name="template"),
    path("vi-du.xlsx", files.sample, name="sample"),
    path("tep/<uuid:sent>/", choosing.columns, name="columns"),
    path("<uuid:id>/", settling.dry_run, name="one"),
    path("<uuid:id>/tra-loi/", settling.answer, name="answer"),
    path("<uuid:id>/dong/<int:number>/", settling.row, name="row"),
    path("<uuid:id>/ghi-chu.xlsx", files.remarks, name="remarks"),
    path("<uuid:id>/vao-so/", applying.start, name="start"),
    path("<uuid:id>/tien-do/", applying.progress, name="progress"),
    path("<uuid:id>/ket-qua/", applying.result, name="result"),
    path("<uuid:id>/xoa/", applying.clear, name="clear"),
]
