"""Passkeys (WebAuthn): what a browser is asked for, and whether its answer is good; the verification is python-fido2's.

Owns the choices: keys that can be found without a name, the owner always checked by the device (PIN, finger or face),
no attestation, one exact origin. Who owns a key and where it is kept is the caller's.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

LONGEST = 20_000
"""Letters of an answer; real ones have about a thousand."""
State = dict[str, Any]


class BadPasskey(ValueError):
    """The answer of the browser does not prove what it should."""


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key just made: how it is found, what its signatures are checked with, and its counter."""

    credential: str
    public_key: str
    sign_count: int


@dataclass(frozen=True, slots=True)
class Use:
    """A key used: which one, whose the device says it is ("" when it does not), and its counter now."""

    credential: str
    owner: str
    sign_count: int


def usable_at(origin: str) -> bool:
    """Browsers give keys to names over HTTPS (or to this very machine), never to bare network addresses."""
    parts = urlsplit(origin)
    name = parts.hostname or ""
    try:
        ip_address(name)
    except ValueError:
        return parts.scheme == "https" or name == "localhost"
    return False


def begin_adding(
    origin: str, *, site: str, owner: bytes, account: str, name: str, known: list[str]
) -> tuple[str, State]:
    """What to ask the browser for (JSON), and what to remember until it answers. `known` keys are not made again."""
    options, state = _server(origin, site).register_begin(
        PublicKeyCredentialUserEntity(id=owner, name=account, display_name=name),
        [AttestedCredentialData(websafe_decode(one)) for one in known],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return json.dumps(dict(options)["publicKey"]), state


def finish_adding(origin: str, *, site: str, state: State, answer: str) -> NewKey:
    """The key the browser made. Raises BadPasskey."""
    try:
        made = _server(origin, site).register_complete(state, _read(answer))
    except _FAULTS as fault:
        raise BadPasskey(str(fault)) from fault
    key = made.credential_data
    if key is None:
        raise BadPasskey("no key in the answer")
    return NewKey(websafe_encode(key.credential_id), websafe_encode(bytes(key)), made.counter)


def begin_using(origin: str, *, site: str, known: list[str]) -> tuple[str, State]:
    """Ask for one of the `known` keys, or with none named, for any that the device has for this site."""
    keys = [AttestedCredentialData(websafe_decode(one)) for one in known] or None
    options, state = _server(origin, site).authenticate_begin(
        keys, user_verification=UserVerificationRequirement.REQUIRED
    )
    return json.dumps(dict(options)["publicKey"]), state


def credential_of(answer: str) -> str:
    """Which key an answer says it comes from; nothing is proven by it yet. Raises BadPasskey."""
    try:
        return websafe_encode(AuthenticationResponse.from_dict(_read(answer)).raw_id)
    except _FAULTS as fault:
        raise BadPasskey(str(fault)) from fault


def finish_using(origin: str, *, site: str, state: State, public_key: str, answer: str) -> Use:
    """Was the answer signed by this key, here, now, with its owner checked? Raises BadPasskey."""
    try:
        told = AuthenticationResponse.from_dict(_read(answer))
        key = AttestedCredentialData(websafe_decode(public_key))
        _server(origin, site).authenticate_complete(state, [key], told)
    except _FAULTS as fault:
        raise BadPasskey(str(fault)) from fault
    owner = told.response.user_handle
    return Use(
        websafe_encode(key.credential_id), owner.hex() if owner else "", told.response.authenticator_data.counter
    )


_FAULTS = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)
"""What reading a hostile answer can end in."""


def _server(origin: str, site: str) -> Fido2Server:
    place = PublicKeyCredentialRpEntity(id=urlsplit(origin).hostname or "", name=site)
    return Fido2Server(place, verify_origin=lambda told: told == origin)


def _read(answer: str) -> dict[str, Any]:
    if len(answer) > LONGEST:
        raise BadPasskey("too long")
    told = json.loads(answer)
    if not isinstance(told, dict):
        raise BadPasskey("not an answer")
    return told
