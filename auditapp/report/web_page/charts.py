# SPDX-License-Identifier: MPL-2.0
"""Draw a chart into a web page, with the same said in words under it."""

from collections.abc import Sequence
from typing import Final

from auditapp.charts.drawing import draw_chart
from auditapp.charts.picture import (
    Area,
    Box,
    Disc,
    Hatch,
    Line,
    Picture,
    Point,
    Shape,
    TextKind,
    Words,
)
from auditapp.insight.chart_models import Chart
from auditapp.insight.chart_words import chart_marks, chart_words
from auditapp.report.chart_looks import LETTERS
from auditapp.report.web_page.markup import Markup, line, said, tag

WIDTH: Final = 760.0
HALF_CAPITAL: Final = 0.364
"""Half the height of a capital letter, in parts of its size, as in the PDF."""


def chart_markup(chart: Chart) -> Markup:
    """Return the drawing, and what it shows as its caption."""
    caption = said("figcaption", chart_words(chart))
    if not any(chart_marks(chart)):
        return tag("figure", caption, class_="chart")
    return tag("figure", _drawing(_drawn(chart)), caption, class_="chart")


def _drawn(chart: Chart) -> Picture:
    # The fonts are those of the PDF, and reportlab reads them: most web pages have no chart.
    from auditapp.report.typesetting.chart_measure import ReportMeasure  # noqa: PLC0415
    from auditapp.report.typesetting.typeset import Typesetter  # noqa: PLC0415

    return draw_chart(chart, WIDTH, ReportMeasure(Typesetter()))


def _drawing(picture: Picture) -> Markup:
    return tag(
        "svg",
        *map(_shape, picture.shapes),
        viewBox=f"0 0 {picture.width:.0f} {picture.height + 1:.0f}",
        aria_hidden="true",  # the caption says it all
        width=f"{picture.width:.0f}",
    )


def _shape(shape: Shape) -> Markup:
    match shape:
        case Box():
            return tag(
                "rect",
                x=_at(shape.x),
                y=_at(shape.y),
                width=_at(shape.width),
                height=_at(shape.height),
                class_=_looks(shape.fill, shape.edge),
            )
        case Line():
            dashes = f"{_at(3 * shape.width)} {_at(2 * shape.width)}" if shape.is_dashed else ""
            return tag(
                "polyline",
                points=_points(shape.points),
                stroke_width=_at(shape.width),
                stroke_dasharray=dashes,
                class_=_looks("", shape.ink),
            )
        case Hatch():
            runs = (f"M{_points([start])}L{_points([end])}" for start, end in shape.lines)
            width = _at(shape.width)
            return tag("path", d="".join(runs), stroke_width=width, class_=_looks("", shape.ink))
        case Area():
            return tag("polygon", points=_points(shape.points), class_=_looks(shape.fill, ""))
        case Disc():
            return tag(
                "circle",
                cx=_at(shape.x),
                cy=_at(shape.y),
                r=_at(shape.radius),
                stroke_width=_at(shape.edge_width),
                class_=_looks(shape.fill, shape.edge),
            )
    return _words(shape)


def _words(words: Words) -> Markup:
    size, leading = LETTERS[words.kind]
    return tag(
        "text",
        line(words.text),
        x=_at(words.x),
        y=_at(words.y + leading / 2 + HALF_CAPITAL * size),
        font_size=_at(size),
        font_weight="600" if words.kind is TextKind.STRONG else "",
        text_anchor=words.anchor.value,
        class_=_looks(words.ink, ""),
    )


def _looks(fill: str, edge: str) -> str:
    """Return the classes that the style sheet has a colour for."""
    names = [f"f-{fill}" if fill else "", f"s-{edge}" if edge else ""]
    return " ".join(filter(None, names))


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{_at(x)},{_at(y)}" for x, y in points)


def _at(length: float) -> str:
    return f"{length:.1f}"
