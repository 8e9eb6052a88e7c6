"""OpenID Connect: send a reader to a provider and read who it says came back; the verification is Authlib's.

Owns what we ask of the library: discovery, code with PKCE, state and nonce, a token signed with a public key of the
provider for us alone and still valid. Whom an outside account opens is `ocop.domain.accounts`'s. Every fault ends in
words for the reader and, for the administrator, one line in the log.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from authlib.integrations.base_client.errors import MismatchingStateError, OAuthError
from authlib.integrations.django_client import OAuth
from authlib.oauth2 import OAuth2Error
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from joserfc.errors import JoseError
from requests import RequestException

from ocop.domain.accounts.actions.linked import Outside
from ocop.rules.refused import Refused

log = logging.getLogger(__name__)
PATIENCE = 5
"""Seconds a provider may take for one answer."""
LEEWAY = 60
"""Seconds its clock may be off."""
PUBLIC_KEY_ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
CONTACTS = {"email": "email_verified", "phone_number": "phone_number_verified"}
_FAULTS = (OAuth2Error, OAuthError, JoseError, RuntimeError, ValueError, KeyError, TypeError, AttributeError)
"""What a provider's nonsense can end in."""


@dataclass(frozen=True, slots=True)
class Provider:
    """A place whose accounts can open ours, as the settings name it."""

    code: str
    name: str
    name_en: str
    issuer: str
    client_id: str
    client_secret: str
    scope: str
    trust_contacts: bool


def providers() -> list[Provider]:
    """Those of the settings, in their order."""
    return [Provider(**one) for one in settings.SIGN_ON_PROVIDERS]


def provider(code: str) -> Provider | None:
    """The one of this code."""
    return next((one for one in providers() if one.code == code), None)


def name_of(at: Provider) -> str:
    """What it is called in the language shown."""
    return at.name_en or at.name if translation.get_language() == "en" else at.name


def name_at(issuer: str) -> str:
    """What the provider at this address is called; the address where the settings no longer name it."""
    return next((name_of(one) for one in providers() if one.issuer == issuer), issuer)


def doors(but: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Code and name of every provider, for buttons; without those at the addresses `but`."""
    return [(one.code, name_of(one)) for one in providers() if one.issuer not in but]


def send(request: HttpRequest, at: Provider, back_to: str) -> HttpResponse:
    """To the provider's own page; state, nonce and PKCE wait in the session. Raises Refused (`provider_down`)."""
    with _told(at, "provider_down"):
        return _application(at).authorize_redirect(request, back_to)


def came_back(request: HttpRequest, at: Provider) -> tuple[Outside, str]:
    """Who the provider says it is, and its token, kept for signing out.

    Raises Refused: `stopped_there`, `old_step`, `provider_down`, `bad_token`.
    """
    if request.GET.get("error"):
        raise _refused(at, "stopped_there", f"{request.GET['error'][:80]!r}")
    with _told(at, "provider_down"):
        application = _application(at)
    with _told(at, "bad_token"):
        asked_for = {"iss": {"essential": True, "value": at.issuer}, "aud": {"essential": True, "value": at.client_id}}
        token = application.authorize_access_token(request, claims_options=asked_for, leeway=LEEWAY)
        claims = dict(token["userinfo"])
        if not isinstance(claims["sub"], str) or not 0 < len(claims["sub"]) <= 255:
            raise ValueError("no subject")
        if not CONTACTS.keys() & claims.keys():
            claims = _more(application, token, claims)
        return _outside(at, claims), token["id_token"]


def way_out(at: Provider, token: str, home: str) -> str:
    """The provider's page of signing out there too; "" when it has none or does not answer."""
    try:
        with _told(at, "provider_down"):
            return _application(at).create_logout_url(home, id_token_hint=token, client_id=at.client_id)["url"]
    except Refused:
        return ""


def _application(at: Provider) -> Any:
    """Authlib's client, with what the provider says of itself today."""
    found: Any = OAuth().register(
        at.code, client_id=at.client_id, client_secret=at.client_secret,
        server_metadata_url=f"{at.issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={"scope": at.scope, "code_challenge_method": "S256", "default_timeout": PATIENCE},
    )  # fmt: skip
    told = found.load_server_metadata()
    if told["issuer"] != at.issuer:
        raise ValueError(f"calls itself {told['issuer']!r}")
    offered = told.get("id_token_signing_alg_values_supported") or ["RS256"]
    told["id_token_signing_alg_values_supported"] = [one for one in offered if one in PUBLIC_KEY_ALGORITHMS] or [
        "RS256"
    ]
    return found


def _more(application: Any, token: Any, claims: dict[str, Any]) -> dict[str, Any]:
    """What the provider tells of the account where its token is silent; about this very account only."""
    if not application.server_metadata.get("userinfo_endpoint"):
        return claims
    told = dict(application.userinfo(token=token))
    return told | claims if told.get("sub") == claims["sub"] else claims


def _outside(at: Provider, claims: dict[str, Any]) -> Outside:
    contacts = {name: claims[name] for name in CONTACTS if isinstance(claims.get(name), str)}
    label = next(iter(contacts.values()), "") or claims.get("preferred_username") or claims.get("name") or ""
    verified = tuple(told for name, told in contacts.items() if claims.get(CONTACTS[name]) is True)
    return Outside(at.issuer, claims["sub"], str(label)[:254], verified)


@contextmanager
def _told(at: Provider, code: str) -> Iterator[None]:
    """Whatever goes wrong with the provider becomes a refusal; no answer at all is always `provider_down`."""
    try:
        yield
    except MismatchingStateError:
        raise _refused(at, "old_step", "state") from None
    except RequestException as fault:
        raise _refused(at, "provider_down", repr(fault)) from None
    except _FAULTS as fault:
        raise _refused(at, code, repr(fault)) from None


def _refused(at: Provider, code: str, why: str) -> Refused:
    log.warning("single sign-on %s: %s: %s", at.code, code, why)
    vi, en = _WORDS[code]
    return Refused(code, vi=vi.format(at.name), en=en.format(at.name_en or at.name))


_WORDS = {
    "provider_down": (
        "{} chưa trả lời, nên chưa đăng nhập qua đó được. Chờ vài phút rồi thử lại, hoặc dùng cách khác.",
        "{} does not answer, so it cannot sign you in now. Try again in some minutes, or another way.",
    ),
    "stopped_there": (
        "Bạn chưa đăng nhập ở {}. Thử lại, hoặc dùng cách khác.",
        "You did not sign in at {}. Try again, or another way.",
    ),
    "old_step": (
        "Bước đăng nhập qua {} này đã dùng rồi hoặc quá lâu. Bắt đầu lại.",
        "This step of signing in with {} was used already or took too long. Start again.",
    ),
    "bad_token": (
        "Câu trả lời của {} không hợp lệ, nên không ai được vào. Thử lại; vẫn vậy thì báo người quản trị.",
        "The answer of {} is not valid, so nobody was let in. Try again; if it stays so, tell the administrator.",
    ),
}  # fmt: skip
