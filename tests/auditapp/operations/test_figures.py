# SPDX-License-Identifier: MPL-2.0
"""Test the figures of a real workspace."""

import pytest

from auditapp import settings as settings_file
from auditapp.insight.figures.figure import FigureKind, FigureOrder
from auditapp.insight.selection import Selection
from auditapp.settings import Settings
from tests.auditapp.operations.insight_fixtures import three

__all__ = ["three"]


@pytest.mark.parametrize(("percent", "words"), [(85, "Target 85%"), (60, "Target 60%")])
def test_the_target_for_the_same_grade_is_that_of_the_settings(workspace, three, percent, words):
    """On the page and in a report, as on the page of moderation; not where targets begin."""
    changed = Settings().with_changes(agreement_target=percent)
    settings_file.save(workspace.paths.settings, changed)
    overview = workspace.insight_overview(Selection())
    (ordered,) = workspace.figures([FigureOrder(FigureKind.SAME_GRADE, Selection())])
    shown = next(each for each in overview.figures if each.kind is FigureKind.SAME_GRADE)

    assert [words, words] == [each.chart.target.text for each in (shown, ordered)]
