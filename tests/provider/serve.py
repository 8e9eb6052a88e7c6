"""A real OpenID Connect provider in a process of its own: django-oauth-toolkit over its own SQLite file.

    python tests/provider/serve.py FOLDER PORT CALLBACK...

Invented people sign in by its own form; each of their accounts is told in its ID tokens. A file `lie` in FOLDER makes
the next tokens wrong in one way (see `LIES`): the provider signs them as it does all others, only what it signs, or
with which key, is false.
"""

import json
import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.core.management import call_command
from django.http import HttpResponse
from django.template import engines
from django.urls import include, path

FOLDER, PORT, CALLBACKS = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
CLIENT, SECRET, PASSWORD = "ocop", "bi-mat-cua-ung-dung", "mat-khau-ben-kia"
PEOPLE = {
    "hao": {"name": "Nông Văn Hào", "email": "hao@vidu.example", "email_verified": True},
    "mai": {"name": "Đặng Thị Mai", "email": "mai@vidu.example", "email_verified": False},
    "binh": {"name": "Vũ Bình", "phone_number": "+84912345678", "phone_number_verified": True},
}
FORM = '<form method="post">{% csrf_token %}{{ form }}<button>Sign in at the province</button></form>'


def fresh_key():
    secret = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    plain = serialization.NoEncryption()
    return secret.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain).decode()


settings.configure(
    SECRET_KEY="only a test", ALLOWED_HOSTS=["127.0.0.1", "localhost"], ROOT_URLCONF=__name__, USE_TZ=True,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": FOLDER / "provider.sqlite3"}},
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "oauth2_provider"],
    MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware",
                "django.middleware.csrf.CsrfViewMiddleware",
                "django.contrib.auth.middleware.AuthenticationMiddleware"],
    SESSION_COOKIE_NAME="provider_session", CSRF_COOKIE_NAME="provider_csrf",
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
                "OPTIONS": {"context_processors": ["django.template.context_processors.request",
                                                   "django.contrib.auth.context_processors.auth"]}}],
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"], LOGIN_URL="/login/",
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    OAUTH2_PROVIDER={
        "OIDC_ENABLED": True, "OIDC_RSA_PRIVATE_KEY": fresh_key(), "PKCE_REQUIRED": True,
        "OIDC_RP_INITIATED_LOGOUT_ENABLED": True, "OIDC_RP_INITIATED_LOGOUT_ALWAYS_PROMPT": False,
        "SCOPES": {"openid": "who you are", "profile": "your name", "email": "your e-mail", "phone": "your number"},
        "OAUTH2_VALIDATOR_CLASS": f"{__name__}.Validator",
    },
)  # fmt: skip
sys.modules.setdefault("__main__", sys.modules[__name__])
django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.contrib.auth.views import LoginView  # noqa: E402
from jwcrypto import jwk, jws  # noqa: E402
from jwcrypto.common import base64url_decode, base64url_encode  # noqa: E402
from oauth2_provider.models import Application  # noqa: E402
from oauth2_provider.oauth2_validators import OAuth2Validator  # noqa: E402

OTHER_KEY = jwk.JWK.from_pem(fresh_key().encode())
LIES = {
    "aud": {"aud": "another application"},
    "azp": {"aud": ["another application"], "azp": CLIENT},
    "expired": {"exp": 1_700_000_000, "iat": 1_699_999_000},
    "nonce": {"nonce": "that of another sign-in"},
    "issuer": {"iss": "https://provider.evil.example"},
    "subject": {"sub": None},
    "key": {}, "unsigned": {}, "symmetric": {},
}  # fmt: skip


class Validator(OAuth2Validator):
    """Tells names and contacts; lies where it is asked to."""

    oidc_claim_scope = None

    def get_additional_claims(self, request):
        return PEOPLE[request.user.username]

    def finalize_id_token(self, id_token, token, token_handler, request):
        good = super().finalize_id_token(id_token, token, token_handler, request)
        lie = (FOLDER / "lie").read_text() if (FOLDER / "lie").exists() else ""
        if not lie:
            return good
        parts = [json.loads(base64url_decode(part)) for part in good.split(".")[:2]]
        claims = {name: value for name, value in (parts[1] | LIES[lie]).items() if value is not None}
        return signed(lie, parts[0], claims, request.client.jwk_key)


def signed(lie, header, claims, key):
    """The claims under the provider's key, another key of the same number, its public key as a password, or nothing."""
    if lie == "unsigned":
        return ".".join([*(base64url_encode(json.dumps(part)) for part in (header | {"alg": "none"}, claims)), ""])
    if lie == "symmetric":
        header = {"typ": "JWT", "alg": "HS256"}
        key = jwk.JWK(kty="oct", k=base64url_encode(key.export_to_pem()))
    token = jws.JWS(json.dumps(claims))
    token.add_signature(OTHER_KEY if lie == "key" else key, None, json.dumps(header), None)
    return token.serialize(compact=True)


class SignIn(LoginView):
    """Its own form, as bare as can be."""

    def render_to_response(self, context, **more):
        return HttpResponse(engines["django"].from_string(FORM).render(context, self.request))


urlpatterns = [
    path("login/", SignIn.as_view()),
    path("o/", include("oauth2_provider.urls", namespace="oauth2_provider")),
    path("slow/.well-known/openid-configuration", lambda request: __import__("time").sleep(30)),
    path("broken/.well-known/openid-configuration", lambda request: HttpResponse("<p>maintenance</p>")),
    path("other/.well-known/openid-configuration", lambda request: HttpResponse('{"issuer": "https://evil.example"}')),
]


class Threads(ThreadingMixIn, WSGIServer):
    """One slow answer keeps nobody else waiting."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *words):
        pass


def main():
    from django.core.wsgi import get_wsgi_application

    call_command("migrate", verbosity=0)
    for name in PEOPLE:
        User.objects.create_user(name, password=PASSWORD)
    Application.objects.create(
        name="OCOP", client_id=CLIENT, client_secret=SECRET, client_type="confidential", algorithm="RS256",
        authorization_grant_type="authorization-code", redirect_uris=" ".join(CALLBACKS), skip_authorization=True,
        post_logout_redirect_uris=" ".join(one.split("/dang-nhap/")[0] + "/" for one in CALLBACKS),
    )  # fmt: skip
    server = make_server("127.0.0.1", PORT, get_wsgi_application(), Threads, Quiet)
    print(f"ready http://127.0.0.1:{server.server_port}/o", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
