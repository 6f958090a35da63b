# SPDX-License-Identifier: MPL-2.0
"""Find what stands in the wrong place on the pages of a PDF."""

from itertools import combinations

import pypdfium2

from auditapp.report.pdf.page import FOOT, MARGIN, PAGE_HEIGHT, PAGE_WIDTH

FOOT_OF_PAGE, HEAD_OF_PAGE = 42.0, PAGE_HEIGHT - 60
"""What is below and above these, in points, belongs to every page."""


def misplaced(contents):
    """Yield what lies outside the margins, over the foot of the page, or on something else."""
    with pypdfium2.PdfDocument(contents) as pdf:
        for number, page in enumerate(pdf, start=1):
            text = page.get_textpage()
            rects = [text.get_rect(place) for place in range(text.count_rects())]
            rects = [rect for rect in rects if FOOT_OF_PAGE < rect[3] < HEAD_OF_PAGE]
            for one, other in combinations(rects, 2):
                if _shared(one, other) > 1:
                    yield number, text.get_text_bounded(*one), text.get_text_bounded(*other)
            for box in (*rects, *(drawn.get_bounds() for drawn in page.get_objects())):
                # The space at the end of a line, which is not seen, may stand in the margin.
                is_out = box[0] < MARGIN - 1 or box[2] > PAGE_WIDTH - MARGIN + 3
                if is_out or (box[3] > FOOT + 0.5 and box[1] < FOOT - 2):
                    yield number, "outside", box


def _shared(one, other):
    """Return the lesser side of what two boxes have in common, in points."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return min(width, height)
