# SPDX-License-Identifier: MPL-2.0
"""Test what is taken out of the page of insights: files, words, and figures for a report."""

import csv
import io

import pytest
from PySide6.QtGui import QGuiApplication

from auditapp.exports.orders import ReportAcross, ReportCopy
from auditapp.insight.figures.figure import FigureKind, FigureOrder
from auditapp.insight.figures.making import MAKERS
from auditapp.insight.selection import Selection
from auditapp.model.logbook import LogKind
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind
from tests.ui.insights.seeing import card


def put_into_report(view, kind):
    """Choose "Put into the report" of a figure."""
    card(view, kind).menu.actions()[4].trigger()


def test_words_are_copied_without_names(view, qtbot):
    """They stay on the clipboard for the self-evaluation."""
    view.page.words_button.click()
    qtbot.waitUntil(view.page.desk.banner.isVisible, timeout=20_000)
    words = QGuiApplication.clipboard().text()
    assert "6 case files were audited." in words
    assert [] == [name for name in ("North", "South", "HX-") if name in words]


def test_counts_are_saved_and_noted_in_the_logbook(view, qtbot, outside, workspace):
    """As CSV, without names."""
    view.page.counts_button.click()
    qtbot.waitUntil(view.page.desk.banner.isVisible, timeout=20_000)
    text = outside.path.read_text("utf-8-sig")
    assert "North" not in text
    rows = list(csv.DictReader(io.StringIO(text)))
    assert "6" in {row["Count"] for row in rows if row["Measure"] == "Audits signed off"}
    assert LogKind.FIGURE_EXPORTED is workspace.log_lines()[-1].kind


def test_a_figure_is_saved_where_the_person_says(view, qtbot, outside, tmp_path):
    """Nowhere when they say nowhere, and never where the audits are kept."""
    outside.path = None
    numbers = card(view, FigureKind.TEAMS).menu.actions()[2]
    numbers.trigger()
    outside.path = tmp_path / "teams.csv"
    numbers.trigger()
    qtbot.waitUntil(outside.path.exists, timeout=20_000)
    assert "Practice grades by team.csv" == outside.names[-1]
    assert "North" in outside.path.read_text("utf-8-sig")


def test_figures_are_not_saved_among_the_audits(workspace):
    """That folder is for what is sealed."""
    with pytest.raises(Exception, match="where"):
        workspace.save_figure(workspace.paths.store / "teams.csv", b"")


def test_figures_are_put_into_the_report(view, basket):
    """Each once; the button says how many there are."""
    asked = []
    view.report_asked.connect(lambda: asked.append(True))
    assert not view.page.report_button.isVisible()
    for kind in (FigureKind.TEAMS, FigureKind.HEAT, FigureKind.TEAMS):
        put_into_report(view, kind)
    assert [FigureKind.TEAMS, FigureKind.HEAT] == [order.kind for order in basket.orders]
    assert "2 figures for the &report" == view.page.report_button.text()
    view.page.report_button.click()
    assert [True] == asked
    assert view.page.desk.banner.isVisible()
    view.page.desk.banner.buttons[0].click()
    assert not view.page.desk.banner.isVisible()


@pytest.mark.parametrize("report_format", [ReportFormat.PDF, ReportFormat.DOCX])
def test_every_figure_can_go_into_a_report(workspace, report_format):
    """Whatever its colours are; none keeps the report from being made."""
    orders = tuple(FigureOrder(kind, Selection()) for kind in MAKERS)
    wanted = ReportAcross(ReportKind.BOARD_PACK, Selection(), figures=orders)
    made = workspace.preview_across(wanted, copy=ReportCopy(report_format))
    assert made.startswith((b"%PDF", b"PK"))


@pytest.mark.parametrize("report_format", [ReportFormat.HTML, ReportFormat.CSV])
def test_the_board_pack_carries_the_figures_as_its_last_part(workspace, report_format):
    """After the learning note, with their numbers; a copy for sharing goes without."""
    order = FigureOrder(FigureKind.GOOD_TEAMS, Selection())
    wanted = ReportAcross(ReportKind.BOARD_PACK, Selection(), figures=(order,))
    made = workspace.preview_across(wanted, copy=ReportCopy(report_format)).decode("utf-8-sig")
    shared = ReportCopy(report_format, is_shared=True)
    outside = workspace.preview_across(wanted, copy=shared).decode("utf-8-sig")
    before, after = made.split("Figures chosen for this report", 1)
    assert ("Learning note" in before, "Good or better, by team" in before) == (True, False)
    assert "Good or better, by team" in after
    assert "Figures chosen" not in outside


@pytest.mark.parametrize("report_format", [ReportFormat.HTML, ReportFormat.CSV])
def test_the_thematic_summary_carries_the_figures(workspace, report_format):
    """In every format; a copy for sharing goes without them."""
    order = FigureOrder(FigureKind.TEAMS, Selection())
    wanted = ReportAcross(ReportKind.SUMMARY, Selection(), figures=(order,))
    made = workspace.preview_across(wanted, copy=ReportCopy(report_format)).decode("utf-8-sig")
    shared = ReportCopy(report_format, is_shared=True)
    outside = workspace.preview_across(wanted, copy=shared).decode("utf-8-sig")
    words = ("Figures chosen for this report", "Practice grades by team, the numbers")
    assert all(each in made for each in words[: 1 if report_format is ReportFormat.HTML else 2])
    assert not any(each in outside for each in words)
