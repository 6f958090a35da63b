# SPDX-License-Identifier: MPL-2.0
"""Keeping what is typed for a new audit."""

from threading import Event

import pytest
from PySide6.QtCore import QObject

from auditapp.errors import SaveFailedError
from ui.audits.draft_keeper import DraftKeeper


class SlowDisk:
    """A workspace that keeps nothing before it is told to go on, and may then refuse."""

    def __init__(self):
        self.kept = []
        self.may_go_on = Event()
        self.error = None

    def keep_draft_front(self, fields):
        """Wait, then keep the fields."""
        self.may_go_on.wait()
        if self.error is not None:
            raise self.error
        self.kept.append(fields)

    def drop_draft_front(self):
        """Forget them."""
        self.kept.append(None)


@pytest.fixture
def disk():
    """Return the slow disk."""
    return SlowDisk()


@pytest.fixture
def fields():
    """Return the fields; a test types into them."""
    return {"reference": ""}


@pytest.fixture
def keeper(qtbot, disk, jobs, fields):
    """Return the keeper of the fields."""
    parent = QObject()
    yield DraftKeeper(disk, jobs, lambda: dict(fields), parent)
    disk.may_go_on.set()
    qtbot.waitUntil(lambda: not jobs.is_busy)


def type_text(keeper, fields, text):
    """Type, and wait no longer."""
    fields["reference"] = text
    keeper.touch()
    keeper._settling.settle_now()


def test_typing_goes_on_while_the_disk_is_slow(keeper, disk, jobs, fields, qtbot):
    """Nothing waits for it, and what is kept last is what was typed last."""
    for text in ("H", "HX", "HX-1"):
        type_text(keeper, fields, text)
    disk.may_go_on.set()
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert {"reference": "HX-1"} == disk.kept[-1]


def test_what_is_kept_already_is_not_written_again(keeper, disk, fields):
    """Nor what nobody touched."""
    disk.may_go_on.set()
    keeper.keep_now()
    fields["reference"] = "HX-1"
    keeper.keep_now()
    keeper.keep_now()
    assert [{"reference": "HX-1"}] == disk.kept


def test_nothing_is_written_after_it_was_dropped(keeper, disk, jobs, fields, qtbot):
    """A write on its way ends before it is dropped; one that has not begun never does."""
    for text in ("H", "HX", "HX-1"):
        type_text(keeper, fields, text)
    disk.may_go_on.set()
    keeper.drop()
    type_text(keeper, fields, "HX-12")
    keeper.keep_now()
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert disk.kept[-1] is None


def test_a_refusal_is_told_and_tried_again(keeper, disk, fields, qtbot):
    """The fields are not taken for kept."""
    disk.error = SaveFailedError("The disk is full.")
    disk.may_go_on.set()
    with qtbot.waitSignal(keeper.failed) as failed:
        type_text(keeper, fields, "HX-1")
    assert [disk.error] == failed.args

    disk.error = None
    keeper.keep_now()
    assert [{"reference": "HX-1"}] == disk.kept
