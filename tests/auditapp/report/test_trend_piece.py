# SPDX-License-Identifier: MPL-2.0
"""Test how a trend is drawn and told."""

import pytest

from auditapp.report.blocks import Heading
from auditapp.report.figure_blocks import TrendFigure, TrendMark, trend_in_words
from auditapp.report.pdf import render_pdf
from tests.auditapp.report.placing import misplaced
from tests.pdf_checks.checking import faults_of, read_out


def test_a_trend_is_told_in_figures():
    """Gaps are left out; nothing shown at all is told as such."""
    marks = (TrendMark("Mar 26", 0.5, 0.25, 0.75), TrendMark("Apr 26", None))
    said = trend_in_words(TrendFigure("Share good", marks))
    assert "Share good: Mar 26 50%, probably 25% to 75%." == said
    empty = TrendFigure("Share good", marks[1:])
    assert "Share good: nothing can be shown." == trend_in_words(empty)


@pytest.mark.parametrize(
    "shares",
    [
        (0.0, 1.0),
        (0.5, None, 0.5),
        (None, 0.2, 0.4, None),
        tuple(place / 60 for place in range(60)),
    ],
)
def test_a_trend_is_a_figure_within_the_margins(make_document, text_of, shares):
    """With its words as the text in its place; many months leave room between their labels."""
    marks = tuple(TrendMark(f"M{at}", share, 0.0, 1.0) for at, share in enumerate(shares))
    figure = TrendFigure("Share good", marks)
    contents = render_pdf(make_document(Heading(1, "Trend"), figure, Heading(1, "End")))
    assert [] == list(misplaced(contents))
    assert [] == faults_of(contents)
    assert ("Figure", trend_in_words(figure)) in list(read_out(contents))
    assert "M0" in text_of(contents)
