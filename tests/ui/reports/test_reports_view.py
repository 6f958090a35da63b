# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.reports.reports_view``."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from shiboken6 import delete, isValid

from auditapp.errors import ReportError
from auditapp.exports.orders import ReportCopy
from auditapp.insight.figures.figure import FigureKind, FigureOrder
from auditapp.insight.selection import Selection
from auditapp.model.history import HistoryKind
from auditapp.model.logbook import LogKind
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind
from tests.ui.outgoing.report_fixtures import choose_kind_in, printer_to
from tests.ui.reports.at_work import wait_for_end
from ui.preview.pdf_file import PdfFile


def words_in(pane):
    """Return what stands where the pages would."""
    return [label.text() for label in pane.empty.findChildren(QWidget) if hasattr(label, "text")]


def make_preview(view, jobs, qtbot):
    """Ask for the pages and wait for them."""
    view.pane.empty.button.click()
    qtbot.waitUntil(lambda: view.pane.file is not None and not jobs.is_busy, timeout=60_000)


def test_signed_audits_are_counted_at_once(view, counted):
    """Drafts only when they are wanted."""
    before = counted()
    view.form.drafts.click()
    assert ("3 audits are chosen.", "4 audits are chosen.") == (before, counted())


def test_audits_are_chosen_by_team_checklist_and_period(view, counted):
    """Each choice narrows it down."""
    view.form.teams.button.click()
    dialog = view.form.teams.dialog
    offered = [card.spec.value for card in dialog.rows.cards]
    dialog.rows.card("North").click()
    dialog.go_on_button.click()
    by_team = counted()
    view.form.checklists.button.click()
    view.form.checklists.dialog.rows.card("visits").click()
    view.form.checklists.dialog.go_on_button.click()
    by_both = counted()
    view.form.first.line_edit.setText("22 November 2026")
    view.form.first.settle_now()
    seen = (offered, by_team, by_both, counted())
    expected = "2 audits are chosen.", "1 audit is chosen.", "0 audits are chosen."
    assert (["North", "South"], *expected) == seen


def test_nothing_chosen_says_what_to_do(view, counted):
    """There is no preview to make and nothing to save."""
    view.form.last.line_edit.setText("1 January 2020")
    view.form.last.settle_now()
    counted()
    assert "No audit is chosen" in words_in(view.pane)
    seen = (view.pane.empty.button.isVisible(), view.header.save_button.isEnabled())
    assert (False, False) == seen


def test_few_audits_are_said_to_be_few(view, counted):
    """And what that means for a copy that is shared."""
    plain = " ".join(words_in(view.pane))
    view.form.sharing.click()
    counted()
    assert "shares say little" in plain
    assert "most figures are not shown in a copy for sharing" in " ".join(words_in(view.pane))


def test_days_in_the_wrong_order_are_said(view):
    """At the second of them, and it is taken back once they are right."""
    view.form.first.set_date(dt.date(2026, 5, 1))
    view.form.last.line_edit.setText("1 April 2026")
    view.form.last.settle_now()
    wrong = view.form.last.error
    view.form.last.line_edit.setText("1 June 2026")
    view.form.last.settle_now()
    assert ("This day is before the first one.", None) == (wrong, view.form.last.error)


def test_an_audit_that_cannot_be_read_is_said(view, workspace, audits, counted):
    """The others are counted all the same."""
    for path in workspace.paths.store.glob(f"audits/{audits[0]}.*"):
        path.write_bytes(b"damaged")
    workspace._repository.digests.forget(audits[0])  # or what was read before would do
    view.refresh()
    assert counted().startswith("2 audits are chosen. One more cannot be read")


def test_the_preview_is_of_what_is_chosen(view, quick, jobs, counted, qtbot):
    """It is made when asked for, and is gone once something else is chosen."""
    choose_kind_in(view.form.picker, ReportKind.BOARD_PACK)
    view.form.sharing.click()
    counted()
    before = list(quick)
    make_preview(view, jobs, qtbot)
    ((wanted, copy),) = quick
    seen = (before, wanted.kind, copy.is_shared, view.header.print_button.isEnabled())
    assert ([], ReportKind.BOARD_PACK, True, True) == seen
    view.form.drafts.click()
    assert (None, False) == (view.pane.file, view.header.print_button.isEnabled())
    counted()


def test_figures_from_insights_go_into_the_board_pack_too(view):
    """The page says so as long as there are any; other kinds are asked for without."""
    order = FigureOrder(FigureKind.TEAMS, Selection())
    view.basket.add(order)
    choose_kind_in(view.form.picker, ReportKind.BOARD_PACK)
    carried = view.choices.wanted.figures
    view.choose_summary()
    kept = view.choices.kind
    choose_kind_in(view.form.picker, ReportKind.ACTIONS)
    assert ((order,), ReportKind.BOARD_PACK, ()) == (carried, kept, view.choices.wanted.figures)
    assert view.figures.isVisible()


def test_another_marking_is_another_report(view, quick, jobs, preferences, qtbot):
    """The pages with the old one are not printed; in other colours they are the same."""
    make_preview(view, jobs, qtbot)
    preferences.change(theme="dark")
    assert view.pane.file is not None
    preferences.change(marking="OFFICIAL")
    assert (None, True) == (view.pane.file, view.pane.empty.button.isVisible())
    assert 1 == len(quick)


def test_saving_asks_for_the_kind_of_file_only(view, outside, workspace, qtbot):
    """Sharing was chosen on the page; the file is made, and stands in the logbook."""
    view.header.save_button.click()
    dialog = view.dialog
    dialog.formats.card("csv").click()
    asks_for_sharing = dialog.sharing.isVisible()
    dialog.go_on_button.click()
    wait_for_end(view, qtbot)
    day = workspace.clock().astimezone().date()
    assert (False, [f"Thematic summary {day}.csv"]) == (asks_for_sharing, outside.names)
    assert outside.path.stat().st_size > 0
    entry = workspace.logbook()[-1]
    assert LogKind.REPORT_EXPORTED is entry.kind
    assert entry.detail.endswith(", Thematic summary, 3 audits")
    assert view.header.open_button.isEnabled()


def test_a_shared_copy_is_said_to_be_one(view, outside, workspace, monkeypatch, counted, qtbot):
    """In the words after saving; what goes out is asked for as shared."""
    asked = []
    monkeypatch.setattr(
        workspace,
        "export_across",
        lambda wanted, path, *, copy, **_progress: asked.append((wanted.kind, path, copy)),
    )
    view.form.sharing.click()
    counted()
    view.header.save_button.click()
    view.dialog.go_on_button.click()
    wait_for_end(view, qtbot)
    copy = ReportCopy(ReportFormat.PDF, is_shared=True)
    assert [(ReportKind.SUMMARY, outside.path, copy)] == asked
    assert "It is a copy without names." in view.desk.banner.accessibleDescription()


def test_a_failure_is_told_in_words(view, workspace, monkeypatch, qtbot):
    """Nothing is offered to be opened."""

    def refuse(*_args, **_named):
        raise ReportError("The disk is full.", "Free some space.")

    monkeypatch.setattr(workspace, "export_across", refuse)
    view.header.save_button.click()
    view.dialog.go_on_button.click()
    wait_for_end(view, qtbot)
    assert "The disk is full." == view.desk.banner.accessibleName()
    assert not view.header.open_button.isEnabled()


@pytest.fixture
def printed(view, quick, jobs, outside, qtbot):
    """Return the file that the pages of a summary were printed to."""
    make_preview(view, jobs, qtbot)
    path = outside.path.with_name("printed.pdf")
    outside.printer = printer_to(path)
    view.header.print_button.click()
    wait_for_end(view, qtbot)
    assert 1 == len(quick)
    return path


def test_printing_is_recorded(printed, workspace, audits):
    """In the logbook and, as words of the audits are in it, with each of them."""
    assert 4 == PdfFile(printed.read_bytes()).page_count
    words = "print, 4 pages, Thematic summary"
    assert f"{words}, 3 audits" == workspace.logbook()[-1].detail
    last = workspace.history(audits[0])[-1]
    assert (HistoryKind.EXPORTED, words) == (last.kind, last.detail)


def test_a_real_preview(view, jobs, qtbot):
    """The summary of the workspace itself is shown."""
    make_preview(view, jobs, qtbot)
    assert "Thematic summary" in view.pane.file.text(0)


def test_choices_are_sealed_and_come_back(view, make_view, qtbot):
    """What is kept while the window is locked has no word in it; another page shows it again."""
    view.form.teams.set_values(["North"])
    view.form.sharing.click()
    choose_kind_in(view.form.picker, ReportKind.LEARNING)
    sealed = view.sealed_place()
    again = make_view()
    qtbot.addWidget(again)
    again.refresh()
    again.resume(sealed)
    assert b"North" not in sealed
    assert view.choices == again.choices
    qtbot.waitUntil(lambda: "1 " in again.count.text() or "2 " in again.count.text())


def test_locking_stops_the_work(make_view, jobs, qtbot):
    """No page and no job stay behind."""
    view = make_view()
    view.refresh()
    view._count()
    view.stop()
    delete(view)
    qtbot.waitUntil(lambda: not jobs.is_busy)


def test_every_control_has_a_name(view):
    """Whatever takes the focus tells a screen reader what it is."""
    nameless = [
        type(widget).__name__
        for widget in view.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert [] == nameless


@pytest.mark.parametrize("name", ["ask_save_path", "ask_folder"])
def test_locked_while_a_dialog_of_the_computer_was_open(
    make_view, outside, jobs, monkeypatch, qtbot, name
):
    """The page is gone then: nothing is saved, neither one report nor one of each."""
    view = make_view()

    def lock(*_asked):
        delete(view)
        return outside.path

    monkeypatch.setattr(outside, name, lock)
    if name == "ask_save_path":
        view._on_copy_chosen(ReportCopy())
    else:
        view.batch.ask(view.choices)
        view.batch.dialog.go_on_button.click()
    qtbot.waitUntil(lambda: not (isValid(view) or jobs.is_busy))
    assert not outside.path.exists()
