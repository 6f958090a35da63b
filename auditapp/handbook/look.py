# SPDX-License-Identifier: MPL-2.0
"""Hold the measures and type sizes of the printed handbook; lengths are in points."""

from typing import Final

from auditapp.report.pdf.styles import MUTED, NAVY, TextStyle
from auditapp.report.typesetting.fonts import Weight

LINE_WIDTH: Final = 440.0
"""The column of running text: about 85 letters, for a line that is not lost on the way back."""

PICTURE: Final = (LINE_WIDTH, 320.0)
"""The room for a picture, which keeps its shape."""

INDENT: Final = 18.0
PADDING: Final = 10.0

TITLE: Final = TextStyle(30, 37, Weight.BOLD, NAVY)
SUBTITLE: Final = TextStyle(11, 16, colour=MUTED, space_before=4)
CONTENTS_PART: Final = TextStyle(9.8, 15, Weight.SEMIBOLD, NAVY, space_before=10)
CONTENTS: Final = TextStyle(9.2, 14)
PART: Final = TextStyle(24, 30, Weight.BOLD, NAVY)
CHAPTER: Final = TextStyle(18.5, 24, Weight.BOLD, NAVY)
SECTION: Final = TextStyle(13, 18, Weight.BOLD, NAVY, space_before=19)
SUBSECTION: Final = TextStyle(10.8, 15.5, Weight.BOLD, NAVY, space_before=14)
BODY: Final = TextStyle(9.8, 15.2, space_before=7)
CODE: Final = TextStyle(7.9, 12.2, Weight.CODE, space_before=8)
POINT_GAP: Final = 2.5
INDEX_GAP: Final = 1.5
PICTURE_GAP: Final = 10.0
CELL: Final = TextStyle(8.8, 12.8)
"""Of tables; their heads are those of reports."""

TITLES: Final = {1: PART, 2: CHAPTER}
"""Of pages, by their level below the title of the book."""
