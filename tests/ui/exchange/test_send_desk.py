# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.exchange.send_desk`` and its dialogs, on a real store."""

import pytest
from PySide6.QtCore import Qt

from auditapp.model.exchange import Purpose
from auditapp.model.logbook import LogKind
from tests.making import start_audit
from ui.exchange.send_desk import SendDesk


@pytest.fixture
def desk(theme, desks, jobs, outside, page):
    """Return Ana's desk of sending."""
    return SendDesk(theme, desks.ana.workspace, jobs, outside, page)


@pytest.fixture
def signed(desks):
    """Sign four audits and leave one a draft; return their ids, the draft last."""
    ids = [start_audit(desks.ana.workspace, case_reference=f"HX-{at}") for at in range(1, 6)]
    for each in ids[:4]:
        desks.ana.sign(each)
        desks.ana.workspace.close_audit(each)
    return ids


def code_shown(desk, qtbot):
    """Wait for the code, and return it as it is read out."""
    qtbot.waitUntil(lambda: desk.code_dialog is not None, timeout=20_000)
    groups = desk.code_dialog.code.accessibleName().split(", ")
    return "-".join(group.replace(" ", "") for group in groups)


def finish(desk):
    """Say that the code is written down, and close."""
    desk.code_dialog.noted.click()
    desk.code_dialog.button.click()


def test_a_blind_file_is_saved_and_opens_with_the_code_that_is_shown(
    desk, desks, signed, outside, qtbot
):
    """The draft does not go out; neither the name of the file nor anything else holds the code."""
    desk.ask(signed)
    desk.dialog.recipient.set_text("Ben")
    told = desk.dialog.count.text()
    desk.dialog.button.click()
    code = code_shown(desk, qtbot)
    incoming = desks.ben.workspace.read_package(outside.path, code)
    (line,) = desks.ana.logged(LogKind.PACKAGE_EXPORTED)
    finish(desk)

    assert "4 of 5 chosen audits go out." == told
    assert (Purpose.FOR_MODERATION, 4) == (incoming.package.purpose, len(incoming.plans))
    assert ["Audits 2026-11-21.cfaudit"] == outside.names
    assert "for Ben" in line.detail
    assert code not in line.detail
    assert desk.code_dialog is None


def test_some_are_drawn_by_lot(desk, desks, signed, outside, qtbot):
    """A seed is asked for, and the draw is in the logbook."""
    desk.ask(signed)
    dialog = desk.dialog
    dialog.draw.click()
    dialog.number.set_value(2)
    dialog.button.click()
    missing = dialog.seed.error
    dialog.seed.set_text("4711")
    dialog.button.click()
    code = code_shown(desk, qtbot)
    incoming = desks.ben.workspace.read_package(outside.path, code)
    finish(desk)

    assert "Write down a seed." == missing
    assert 2 == len(incoming.plans)
    assert "2 of 4 audits, seed 4711" == desks.ana.logged(LogKind.SECOND_READINGS_DRAWN)[0].detail


def test_the_code_stays_until_somebody_has_it(desk, signed, qtbot):
    """Esc does not close it before; the box has to be ticked."""
    desk.ask(signed[:1])
    desk.dialog.button.click()
    code_shown(desk, qtbot)
    qtbot.keyClick(desk.code_dialog, Qt.Key.Key_Escape)
    seen = (desk.code_dialog.isVisible(), desk.code_dialog.button.isEnabled())
    finish(desk)

    assert (True, False) == seen


def test_what_cannot_be_sent_is_refused_in_words(desk, signed):
    """A draft is no second reading that goes back."""
    desk.ask([signed[-1]], Purpose.MODERATED)

    assert desk.dialog is None
    assert "None of these audits" in desk.error_dialog.windowTitle()
    desk.error_dialog.accept()


def test_a_purpose_says_what_goes_out(desk, signed):
    """A draft may be put together with a copy, and nothing is drawn for that."""
    desk.ask(signed)
    dialog = desk.dialog
    seen = not dialog.draw.isHidden()
    dialog.purpose.set_value(Purpose.MERGE)
    dialog.purpose.value_chosen.emit(Purpose.MERGE)
    words = (dialog.count.text(), dialog.draw.isHidden())
    dialog.reject()

    assert seen
    assert ("5 of 5 chosen audits go out.", True) == words


def test_a_file_that_cannot_be_written_is_said(desk, signed, outside, qtbot, tmp_path):
    """And no code is shown."""
    outside.path = tmp_path / "nowhere" / "out.cfaudit"
    desk.ask(signed[:1])
    desk.dialog.button.click()
    qtbot.waitUntil(lambda: desk.error_dialog is not None, timeout=20_000)

    assert desk.code_dialog is None
    assert "could not be written" in desk.error_dialog.windowTitle()
    desk.error_dialog.accept()


def test_no_place_chosen_sends_nothing(desk, signed, outside, jobs):
    """The person thought better of it."""
    outside.path = None
    desk.ask(signed[:1])
    desk.dialog.button.click()

    assert not jobs.is_busy


def test_a_file_that_is_stopped_is_not_made(desk, desks, signed, outside, jobs, qtbot):
    """Esc stops it; there is no file, no code, and no line that says it went out."""
    before = desks.ana.workspace.history(signed[0])
    desk.ask(signed[:1])
    with desks.ana.workspace._lock:  # so that the work has not ended before it is stopped
        desk.dialog.button.click()
        dialog = desk.sending_dialog
        dialog.reject()
    seen = (dialog.isVisible(), dialog.work_bar.is_stopped)
    qtbot.waitUntil(lambda: desk.sending_dialog is None and not jobs.is_busy, timeout=20_000)

    assert (True, True) == seen
    assert not outside.path.exists()
    assert before == desks.ana.workspace.history(signed[0])
    assert (None, None) == (desk.code_dialog, desk.error_dialog)
