# SPDX-License-Identifier: MPL-2.0
"""Test the files that are made of a chart."""

import csv
import io
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QImage

from auditapp.insight.chart_tables import chart_table
from auditapp.insight.chart_words import chart_words
from tests.auditapp.charts.charting import EMPTY, EVERY, stack, trend
from ui.charts.chart_files import SHARPNESS, WIDTH, copied_table, csv_file, png_file, svg_file
from ui.theme.tokens import FAMILY, LIGHT

SVG = "{http://www.w3.org/2000/svg}"
CASES = pytest.mark.parametrize(
    "chart", [EVERY["stack"], EVERY["heat of every look"], EVERY["control"], EMPTY["no rows"]]
)


@CASES
def test_a_picture_is_sharp_light_and_described(theme, chart):
    """Whatever the window looks like: it goes into documents."""
    theme.set_dark(True)
    theme.set_text_scale(2.0)
    image = QImage.fromData(png_file(chart).contents)
    assert image.width() > WIDTH * SHARPNESS
    assert QColor(LIGHT["surface"]) == image.pixelColor(2, 2)
    assert chart_words(chart) == image.text("Description")


@CASES
def test_a_drawing_can_be_read_out_and_searched(theme, chart):
    """Its letters are letters, in fonts that other machines have."""
    contents = svg_file(chart).contents
    root = ET.fromstring(contents)
    assert chart.title == root.findtext(f"{SVG}title")
    assert chart_words(chart) == root.findtext(f"{SVG}desc")
    texts = "".join(text for each in root.iter(f"{SVG}text") for text in each.itertext())
    assert chart.title in texts
    assert FAMILY.encode() not in contents


@CASES
def test_the_numbers_are_those_of_the_table(chart):
    """Cell by cell, under the same titles."""
    text = csv_file(chart).contents.decode("utf-8-sig")
    assert chart_table(chart).texts == list(csv.reader(io.StringIO(text)))


def test_no_cell_is_taken_for_a_formula():
    """Neither in a file nor when it is pasted."""
    row = stack(1).rows[0]
    chart = stack(rows=(type(row)("=1+1", row.counts, row.total),))
    assert b"'=1+1" in csv_file(chart).contents
    assert "'=1+1\t1\t6" in copied_table(chart)


def test_a_pasted_cell_has_one_line():
    """A line break in a note would begin another row."""
    shares = [point.share for point in EVERY["trend with a break"].points]
    noted = trend(*shares, break_before="Two\nlines")
    assert 5 == len(copied_table(noted).split("\n"))


def test_a_name_is_one_that_every_disk_takes():
    """What a title may hold and a name may not is left out."""
    assert "Grades Q1 Q2.csv" == csv_file(stack(title="Grades: Q1/Q2?")).name
    assert "Chart.png" == png_file(stack(title="???")).name
