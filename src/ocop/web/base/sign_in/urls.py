"""Addresses of signing in, signing out and one's own account."""

from django.urls import path

from ocop.web.base.sign_in import account, second_factor, views

app_name = "sign-in"
urlpatterns = [
    path("dang-nhap/", views.start, name="start"),
    path("dang-nhap/ma/", views.code, name="code"),
    path("dang-nhap/mat-khau/<uuid:person>/<str:token>/", views.first_password, name="first-password"),
    path("dang-xuat/", views.sign_out, name="sign-out"),
    path("tai-khoan/", account.overview, name="account"),
    path("tai-khoan/mat-khau/", account.change_password, name="password"),
    path("tai-khoan/phien/", account.close_sessions, name="sessions"),
    path("tai-khoan/ung-dung/", second_factor.add, name="authenticator"),
    path("tai-khoan/ung-dung/bo/", second_factor.remove, name="authenticator-remove"),
]
