# SPDX-License-Identifier: MPL-2.0
"""Make certificates to seal reports with, and forbid the network while one is used."""

import datetime as dt
import sys
from contextlib import contextmanager

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
SECRET = "the seal of the council"
NEEDS = "pyHanko is not installed: requirements-seal.lock"

_REACHING = {"bind", "connect", "getaddrinfo", "gethostbyname", "sendmsg", "sendto"}
_forbidding = []


def make_certificate(
    path, *, key=None, name="Example Council", days=(-1, 365), may_sign=True, secret=SECRET
):
    """Write a certificate of its own making with its key to ``path``, and return it.

    ``days``: when it begins and ends, from the clock of the tests; ``may_sign``: None for a
    certificate that does not say what it is for.
    """
    key = key or ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)] if name else [])
    first, last = (NOW + dt.timedelta(days=each) for each in days)
    builder = x509.CertificateBuilder(subject, subject, key.public_key(), 1, first, last)
    if may_sign is not None:
        use = x509.KeyUsage(may_sign, *[False] * 4, not may_sign, *[False] * 3)
        builder = builder.add_extension(use, critical=True)
    certificate = builder.sign(key, hashes.SHA256())
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"", key, certificate, None, BestAvailableEncryption(secret.encode())
        )
    )
    return certificate


@contextmanager
def no_network():
    """Raise an error wherever a socket would reach anything, whatever library holds it."""
    if not _forbidding:
        sys.addaudithook(_refuse)  # for good: Python has no way to take one back
    _forbidding[:] = [True]
    try:
        yield
    finally:
        _forbidding[:] = [False]


def _refuse(event, _arguments):
    if event.startswith("socket.") and event[7:] in _REACHING and _forbidding[0]:
        raise RuntimeError(event)
