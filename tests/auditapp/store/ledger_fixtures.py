# SPDX-License-Identifier: MPL-2.0
"""Make ledgers for tests, and look at what they say."""

import pytest

from auditapp.model.records import Put

LEDGER, OTHER = "a" * 32, "b" * 32
ROW = {"kind": "registers"}


def put(ledger, text, key="1"):
    """Put one row, with its line of history."""
    ledger.commit([Put("disputes", key, {"text": text})], [{"what": text}], row=ROW)


def said(ledger):
    """Return what the row says, and what the lines say."""
    stored = ledger.read()
    return stored.tables["disputes"]["1"]["text"], [line["what"] for line in stored.history]


@pytest.fixture
def ledgers(repository):
    """Return the ledgers of the open workspace."""
    return repository.ledgers


@pytest.fixture
def ledger(ledgers):
    """Return a ledger that was saved three times."""
    made = ledgers.create(LEDGER, [], [], ROW)
    put(made, "first")
    put(made, "second")
    return made


@pytest.fixture
def place(vault):
    """Return where it is kept."""
    return vault.ledger_of(LEDGER)
