# SPDX-License-Identifier: MPL-2.0
"""Test that each signed version of an amended audit can be looked at, saved and printed."""

import pytest

from auditapp.exports.orders import ReportOfOne
from auditapp.model.ids import QuestionKey
from auditapp.model.report_kinds import ReportKind
from tests.ui.outgoing.report_fixtures import (
    choose_kind,
    make_view,
    outside,
    paper,
    save,
    view,
    wait_for_preview,
)
from tests.ui.review.answering import finish

__all__ = ["make_view", "outside", "paper", "view"]

KEY = QuestionKey("visits/VS2")


@pytest.fixture
def amended(open_audit):
    """Sign the audit, amend it, sign that, and open another amendment; return the audit."""
    finish(open_audit)
    open_audit.change_answer(KEY, note="Her mother is on 07700 900123, she says.")
    open_audit.sign_off()
    open_audit.amend("R. Okafor", "A number was in it.")
    open_audit.change_answer(KEY, note="Her mother was asked.")
    open_audit.sign_off()
    open_audit.amend("R. Okafor", "A visit was overlooked.")
    return open_audit


@pytest.fixture
def amended_view(amended, view):
    """Return the view of the report of that audit."""
    return view


def choose(view, value):
    """Choose a version in the list, as somebody does."""
    box = view.versions.combo_box
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def offered(view):
    """Return what the list says."""
    box = view.versions.combo_box
    return [box.itemText(place) for place in range(box.count())]


def test_an_audit_that_was_never_amended_offers_no_version(view, open_audit):
    """There is nothing to choose."""
    assert (True, None) == (view.versions.isHidden(), view.wanted.signed)


def test_every_signed_version_is_offered(amended_view):
    """The latest first, with the day of each."""
    assert [
        "Amendment 2, not signed off yet",
        "Amendment 1, signed off on 21 November 2026",
        "The original, signed off on 21 November 2026",
    ] == offered(amended_view)
    assert amended_view.versions.isVisible()


def test_the_version_chosen_is_on_show_and_saved(amended_view, amended, paper, jobs, qtbot):
    """With its own words at the top; what was amended since is said."""
    choose(amended_view, "2")
    wait_for_preview(amended_view, jobs, qtbot)
    wanted = ReportOfOne(ReportKind.AUDIT, amended.audit.id, signed=2)
    assert wanted == paper.wanted[-1]
    assert "Signed off by R. Okafor on 21 November 2026. Amended since." in (
        amended_view.header._words.text()
    )
    save(amended_view, qtbot)
    assert wanted == paper.exported[-1]


def test_a_kind_that_wants_a_signed_audit_can_be_made_of_a_version(amended_view, jobs, qtbot):
    """Only of the open amendment it is said to come after the sign-off."""
    kinds = amended_view.picker.kinds.combo_box
    place = kinds.findData(ReportKind.LEARNING.value)
    before = kinds.itemText(place)
    choose(amended_view, "1")
    wait_for_preview(amended_view, jobs, qtbot)
    assert ("Learning note (after the sign-off)", "Learning note") == (
        before,
        kinds.itemText(place),
    )


def test_findings_are_those_of_the_version(make_view, workspace, amended, show, jobs, qtbot):
    """What an amendment took out is still in the original; no line leads into the audit of now."""
    view = show(make_view(workspace), 1094, 640)
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=60_000)
    asked = []
    view.findings.pass_on("Save it", lambda: asked.append("now"))
    choose(view, "1")
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=60_000)
    view.findings.pass_on("Save it", lambda: asked.append("the original"))
    (row,) = view.findings.dialog.group.rows
    assert (["now"], None) == (asked, row.step)
    assert "07700 900123" in row.remarks[0].text
    view.findings.dialog.go_on_button.click()
    assert ["now", "the original"] == asked


def test_a_version_that_is_gone_is_not_chosen_any_more(amended_view, amended, jobs, qtbot):
    """Giving the amendment up makes the last signed version the audit as it is."""
    choose(amended_view, "2")
    amended.give_up_amendment()
    wait_for_preview(amended_view, jobs, qtbot)
    assert (None, 2) == (amended_view.wanted.signed, len(offered(amended_view)))


def test_kind_and_version_can_be_chosen_from_outside(amended_view, amended, paper, jobs, qtbot):
    """As after a lock; a version that there is not any more is the audit as it is."""
    wanted = ReportOfOne(ReportKind.SHORT, amended.audit.id, signed=1)
    amended_view.show_choice(wanted)
    wait_for_preview(amended_view, jobs, qtbot)
    assert (wanted, wanted) == (amended_view.wanted, paper.wanted[-1])
    amended_view.show_choice(ReportOfOne(ReportKind.SHORT, amended.audit.id, signed=7))
    assert amended_view.wanted.signed is None


def test_the_choice_outlives_another_kind(amended_view, jobs, qtbot):
    """The version stays chosen."""
    choose(amended_view, "1")
    choose_kind(amended_view, ReportKind.SHORT)
    wait_for_preview(amended_view, jobs, qtbot)
    assert (ReportKind.SHORT, 1) == (amended_view.wanted.kind, amended_view.wanted.signed)
