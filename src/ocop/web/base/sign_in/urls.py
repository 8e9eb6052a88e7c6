"""Addresses of signing in, signing out and one's own account."""

from django.urls import path

from ocop.web.base.sign_in import account, own_data, passkeys, second_factor, single_sign_on, views

app_name = "sign-in"
urlpatterns = [
    path("dang-nhap/", views.start, name="start"),
    path("dang-nhap/khoa/", passkeys.sign_in, name="passkey"),
    path("dang-nhap/cong/<slug:code>/", single_sign_on.start, name="sign-on"),
    path("dang-nhap/cong/<slug:code>/ve/", single_sign_on.back, name="sign-on-back"),
    path("dang-nhap/ma/", views.code, name="code"),
    path("dang-nhap/mat-khau/<uuid:person>/<str:token>/", views.first_password, name="first-password"),
    path("dang-xuat/", single_sign_on.sign_out, name="sign-out"),
    path("tai-khoan/", account.overview, name="account"),
    path("tai-khoan/mat-khau/", account.change_password, name="password"),
    path("tai-khoan/du-lieu/", own_data.download, name="own-data"),
    path("tai-khoan/phien/", account.close_sessions, name="sessions"),
    path("tai-khoan/khoa/", passkeys.add, name="passkey-add"),
    path("tai-khoan/khoa/tao/", passkeys.make, name="passkey-make"),
    path("tai-khoan/khoa/<uuid:key>/bo/", passkeys.remove, name="passkey-remove"),
    path("tai-khoan/lien-ket/", single_sign_on.link, name="link"),
    path("tai-khoan/lien-ket/<uuid:number>/go/", single_sign_on.unlink, name="unlink"),
    path("tai-khoan/ung-dung/", second_factor.add, name="authenticator"),
    path("tai-khoan/ung-dung/bo/", second_factor.remove, name="authenticator-remove"),
]
