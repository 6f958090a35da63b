# SPDX-License-Identifier: MPL-2.0
"""Entries of the registers, and what tests do with them."""

import datetime as dt

import pytest

from auditapp.model.register import (
    ActivityKind,
    Dispute,
    LearningMessage,
    QualityActivity,
)
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK

DAY = dt.date(2026, 11, 2)
WORDS = "The plan drifts, and the reviewing officer said so twice."


@pytest.fixture
def dispute(by):
    """Return a dispute."""
    return Dispute(
        author=by.name,
        created_at=by.now,
        team="North",
        theme="Permanence",
        matter=WORDS,
        raised_by_role="Reviewing officer",
        raised_on=DAY,
        reply_due=DAY + dt.timedelta(days=14),
    )


@pytest.fixture
def learning(by):
    """Return a message that went out."""
    return LearningMessage(
        author=by.name,
        created_at=by.now,
        message="See the child alone.",
        audience="All practitioners",
        sent_on=DAY,
        check_due=DAY,
    )


@pytest.fixture
def activity(by):
    """Return an observation of practice."""
    return QualityActivity(
        author=by.name,
        created_at=by.now,
        kind=ActivityKind.OBSERVATION,
        held_on=DAY,
        found="Warm, and well prepared.",
    )


@pytest.fixture
def reopened(workspace, clock):
    """Return a function that locks the workspace and returns it unlocked anew."""
    opened = []

    def reopen():
        workspace.close()
        opened.append(Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK, clock=clock))
        return opened[-1]

    yield reopen
    for each in opened:
        each.close()


def changed(entry, **fields):
    """Return an entry with other fields."""
    return entry.model_copy(update=fields)


def damage(workspace):
    """Damage the file of the registers, and the save before it."""
    workspace._ledgers._open.clear()
    for path in workspace.paths.store.glob("ledger-*"):
        path.write_bytes(b"lost" * 100)
