# SPDX-License-Identifier: MPL-2.0
"""Test that data are exported from the page of reports."""

import csv
import datetime as dt

from auditapp.insight.selection import Selection
from auditapp.model.logbook import LogKind
from auditapp.model.report_kinds import ReportKind
from auditapp.model.scorecard import ScorecardRows
from tests.ui.reports.at_work import wait_for_end
from ui.reports.choices import Choices


def test_the_chosen_audits_are_exported(view, outside, workspace, counted, qtbot):
    """Of one team, a row for each audit; it is said that it stays within the service."""
    view.form.teams.set_values(["North"])
    view.form.teams.values_chosen.emit()
    counted()
    view.data_command.trigger()
    view.data.dialog.go_on_button.click()
    wait_for_end(view, qtbot)
    rows = list(csv.DictReader(outside.path.read_text("utf-8-sig").splitlines()))
    assert ["North", "North"] == [row["team"] for row in rows]
    assert "keep it within the service" in view.desk.banner.accessibleDescription()
    assert LogKind.REPORT_EXPORTED in [each.kind for each in workspace.logbook()]


def test_ratings_can_be_exported(view, workspace, monkeypatch, qtbot):
    """What is chosen in the dialog is what is asked for."""
    asked = []
    monkeypatch.setattr(
        workspace, "export_scorecard", lambda _selection, rows, *_path, **_job: asked.append(rows)
    )
    view.data_command.trigger()
    view.data.dialog.rows.set_value(ScorecardRows.ANSWERS.value)
    view.data.dialog.go_on_button.click()
    wait_for_end(view, qtbot)
    assert [ScorecardRows.ANSWERS] == asked


def test_cancelling_writes_nothing(view, outside):
    """The dialog goes, and no file is there."""
    view.data_command.trigger()
    view.data.dialog.cancel_button.click()
    assert (None, False) == (view.data.dialog, outside.path.exists())


def test_without_audits_there_is_nothing_to_export(view, counted):
    """The button waits for some to be chosen."""
    later = Selection(first=dt.date(2090, 1, 1))
    view.form.show_choices(Choices(ReportKind.SUMMARY, later))
    view.refresh()
    counted()
    assert not view.data_command.isEnabled()
