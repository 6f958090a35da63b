# SPDX-License-Identifier: MPL-2.0
"""Test the colours of charts in reports, and that a web page has a rule for each."""

import re
import subprocess
import sys
from itertools import product

import pytest

from auditapp.charts.picture import COLOURS, TONES_DRAWN
from auditapp.contrast import contrast
from auditapp.report.chart_looks import colour_name, colour_of
from auditapp.report.palette import DARK, LIGHT
from auditapp.report.web_page.charts import chart_markup
from auditapp.report.web_page.style import style_sheet
from tests.auditapp.charts.charting import EMPTY, EVERY

TEXT = [("surface", tone) for tone in TONES_DRAWN]
TEXT += [("text", f"{tone}_tint") for tone in (*TONES_DRAWN, "primary")]
TEXT += [("text2", f"{tone}_tint") for tone in ("met", "partly_met", "not_met")]
TEXT += [(ink, "surface") for ink in ("text", "text2", "text3")]
SHAPES = [(ink, "surface") for ink in ("primary", "danger")] + [("primary", "primary_tint")]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("pair", "least"), [*product(TEXT, [4.5]), *product(SHAPES, [3.0])], ids=str
)
def test_charts_can_be_read_in_reports(palette, pair, least):
    """Text has 4.5 to 1, and shapes that mean something 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11)."""
    ink, ground = (colour_of(palette, name) for name in pair)
    assert least <= contrast(ink, ground)


@pytest.mark.parametrize("ink", COLOURS)
def test_a_web_page_knows_every_colour(ink):
    """As a custom property that its style sheet defines."""
    assert f"--{colour_name(ink)}:#" in style_sheet("OFFICIAL")


@pytest.mark.parametrize("chart", EVERY.values(), ids=EVERY)
def test_a_drawing_in_a_page_uses_classes_with_a_rule(chart):
    """Nothing in it has a colour of its own, so that it follows light and dark."""
    markup = chart_markup(chart)
    looks = {look for found in re.findall(r'class="([^"]+)"', markup) for look in found.split()}
    rules = style_sheet("OFFICIAL")
    assert all(f".chart .{look}{{" in rules for look in looks - {"chart"})
    assert "aria-hidden" in markup
    assert "#" not in markup


def test_a_page_without_a_chart_needs_no_fonts():
    """What writes pages does not load what sets PDFs."""
    code = "import sys, auditapp.report.web_page.page; sys.exit('reportlab' in sys.modules)"
    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode


@pytest.mark.parametrize("chart", EMPTY.values(), ids=EMPTY)
def test_nothing_is_said_and_not_drawn(chart):
    """The caption is all there is."""
    markup = chart_markup(chart)
    assert "nothing can be shown" in markup
    assert "<svg" not in markup
