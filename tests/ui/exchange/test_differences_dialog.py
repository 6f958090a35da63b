# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.exchange.differences_dialog`` and of the strip that leads to it."""

import pytest
from PySide6.QtCore import Qt

from auditapp.judgement.gaps import GapKind, gaps
from auditapp.model.follow_up import ActionStatus
from tests.auditapp.exchange.desks import KEY, OTHER
from ui.exchange.difference_strip import DifferenceStrip
from ui.exchange.differences_dialog import DifferencesDialog
from ui.open_audit import OpenAudit


@pytest.fixture
def differing(desks, shared):
    """Have two answers changed on both sides, and put together at Ana's; return the audit's id."""
    for key in (KEY, OTHER):
        desks.ana.answer(shared, key, note="At home.")
        desks.ben.answer(shared, key, note="At school.")
    desks.ana.take_in(desks.ben.send(shared, name="again"))
    desks.ana.workspace.close_audit(shared)
    return shared


@pytest.fixture
def open_audit(desks, differing, qapp):
    """Return the open audit."""
    open_audit = OpenAudit(desks.ana.workspace, differing)
    yield open_audit
    open_audit.close()


@pytest.fixture
def dialog(theme, open_audit, desks, differing, page):
    """Return the dialog, shown."""
    found = desks.ana.workspace.differences(differing)
    dialog = DifferencesDialog(theme, open_audit, found, "Ana", page)
    dialog.open()
    return dialog


def blocking(open_audit):
    """Count what blocks the sign-off because of two versions."""
    return sum(gap.kind is GapKind.DIFFERENCE for gap in gaps(open_audit.outline))


def test_both_versions_are_side_by_side_with_who_and_when(dialog):
    """Only what differs is told; the buttons say it to a screen reader."""
    told = [button.accessibleDescription() for button in dialog.cards[0].buttons]

    assert "2 lines to settle" == dialog.count.text()
    assert 2 == len(told)
    assert {"At home.", "At school."} == {words.rpartition("Note: ")[2] for words in told}
    assert any("Ana" in words for words in told)
    assert any("Ben" in words for words in told)
    dialog.reject()


def test_each_is_settled_by_button_or_number_and_then_nothing_blocks(
    dialog, open_audit, desks, differing, qtbot
):
    """The focus goes on to the next; after the last the dialog closes."""
    before = blocking(open_audit)
    first = dialog.cards[0]
    chosen = first.versions.versions[1].row["note"]
    qtbot.keyClick(first.buttons[0], Qt.Key.Key_2)
    between = (blocking(open_audit), dialog.focusWidget())
    second = dialog.cards[0]
    with qtbot.waitSignal(dialog.accepted):
        second.buttons[0].click()
    open_audit.flush()

    assert (2, 1, 0) == (before, between[0], blocking(open_audit))
    assert second.buttons[0] is between[1]
    key = first.versions.key
    assert chosen == desks.ana.audit(differing).answers[key].note
    assert [] == list(desks.ana.workspace.differences(differing))


def test_what_was_settled_meanwhile_is_said(dialog, open_audit):
    """And nothing is changed by it."""
    card = dialog.cards[0]
    row = card.versions.versions[0].row
    open_audit.settle(card.versions.table, card.versions.key, row)
    card.buttons[0].click()

    assert "nothing to settle" in dialog.fault.accessibleName()
    dialog.reject()


def test_the_strip_stays_while_anything_is_to_be_settled(theme, open_audit, show, qtbot):
    """It says how much, and leads there."""
    strip = show(DifferenceStrip(theme))
    strip.show_audit(open_audit.audit)
    words = strip.accessibleName()
    with qtbot.waitSignal(strip.settle_asked):
        strip.button.click()
    strip.show_audit(open_audit.audit.model_copy(update={"differences": {}}))

    assert "2 lines have two versions" == words
    assert strip.isHidden()


@pytest.fixture
def apart(desks, read_first):
    """Follow one action of a signed audit up on both sides, to different things; return its id."""
    desks.ben.take_in(desks.ana.send(read_first))
    for desk, status in ((desks.ana, ActionStatus.DONE), (desks.ben, ActionStatus.DROPPED)):
        step = desk.workspace.progress_action
        step(read_first, "0" * 32, status, desk.by, words=f"So says {desk.name}.")
    desks.ana.take_in(desks.ben.send(read_first, name="again"))
    desks.ana.workspace.close_audit(read_first)
    return read_first


def test_what_was_done_about_a_signed_audit_is_settled_by_name(theme, desks, apart, page, qapp):
    """Whoever chooses is named; what both did stays, and what was signed is as it was."""
    open_audit = OpenAudit(desks.ana.workspace, apart)
    strip = DifferenceStrip(theme, page)
    strip.show_audit(open_audit.audit)
    found = desks.ana.workspace.differences(apart)
    dialog = DifferencesDialog(theme, open_audit, found, "", page)
    dialog.open()
    told = [button.accessibleDescription() for button in dialog.cards[0].buttons]
    dialog.cards[0].buttons[1].click()
    missing = dialog.name.error
    dialog.name.set_text("R. Okafor")
    chosen = dialog.cards[0].versions.versions[1]
    dialog.cards[0].buttons[1].click()
    progress = open_audit.audit.action_progress["0" * 32]
    strip_was = strip.accessibleName()
    strip.show_audit(open_audit.audit)
    open_audit.close()

    assert "1 line has two versions" == strip_was
    assert strip.isHidden()
    assert any("So says Ana." in words for words in told)
    assert any("So says Ben." in words for words in told)
    assert "Say who chooses." == missing
    assert (chosen.by, 3) == (progress.last.by, len(progress.steps))
    assert "R. Okafor" == progress.steps[-1].by
    assert [] == desks.ana.workspace.signing_faults(apart)
