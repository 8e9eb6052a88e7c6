"""A security key made of software, for tests: it answers as browsers do, and lies where it is told to."""

import json
from hashlib import sha256

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

ORIGIN = "https://ocop.vidu.example"
FLAG = AuthenticatorData.FLAG


class SoftKey:
    """One key of one owner; `count` is its counter, raised by each use."""

    def __init__(self, credential=b"k" * 16, origin=ORIGIN, verified=True):
        self.secret = ec.generate_private_key(ec.SECP256R1())
        self.credential, self.origin, self.verified, self.count = credential, origin, verified, 0
        self.owner = b""

    def _flags(self):
        return FLAG.UP | (FLAG.UV if self.verified else FLAG(0))

    def _client(self, kind, options):
        return CollectedClientData.create(type=kind, challenge=websafe_decode(options["challenge"]), origin=self.origin)

    def make(self, asked):
        """The answer to `navigator.credentials.create`, as JSON."""
        options = json.loads(asked)
        self.owner = websafe_decode(options["user"]["id"])
        key = AttestedCredentialData.create(
            Aaguid(bytes(16)), self.credential, ES256.from_cryptography_key(self.secret.public_key())
        )
        place = sha256(options["rp"]["id"].encode()).digest()
        told = AuthenticatorData.create(place, self._flags() | FLAG.AT, self.count, bytes(key))
        client = self._client("webauthn.create", options)
        return self._answer(clientDataJSON=client, attestationObject=AttestationObject.create("none", told, {}))

    def use(self, asked, owner=None):
        """The answer to `navigator.credentials.get`, as JSON."""
        options = json.loads(asked)
        self.count += 1
        told = AuthenticatorData.create(sha256(options["rpId"].encode()).digest(), self._flags(), self.count)
        client = self._client("webauthn.get", options)
        signature = self.secret.sign(told + client.hash, ec.ECDSA(hashes.SHA256()))
        return self._answer(
            clientDataJSON=client, authenticatorData=told, signature=signature, userHandle=owner or self.owner
        )  # fmt: skip

    def _answer(self, **response):
        number = websafe_encode(self.credential)
        told = {name: websafe_encode(value) for name, value in response.items()}
        return json.dumps({"id": number, "rawId": number, "type": "public-key", "response": told})
