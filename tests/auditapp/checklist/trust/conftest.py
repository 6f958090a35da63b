# SPDX-License-Identifier: MPL-2.0
"""Give the tests what the minisign tool (0.11) wrote: keys, a checklist, its signatures."""

from pathlib import Path

import pytest

from auditapp.checklist.trust.secret_key_file import read_secret_key
from auditapp.checklist.trust.signed_file import SignedFile

VECTORS = Path(__file__).with_name("vectors")


@pytest.fixture
def vector():
    """Return a function that gives the bytes of a file that the tool wrote or signed."""
    return lambda name: (VECTORS / name).read_bytes()


@pytest.fixture
def signed():
    """Return the checklist that the tool signed, with the signature."""
    return SignedFile.read(VECTORS / "halden-visits.yaml")


@pytest.fixture(scope="session")
def publisher():
    """Return the secret key that signed it."""
    return read_secret_key((VECTORS / "publisher-unlocked.key").read_bytes(), str)
