# SPDX-License-Identifier: MPL-2.0
"""Write a report as one table in a CSV file, a line for each text.

An analyst puts the reports of many audits into one table, filters it, and turns it round. So every
report has the same columns, and one file has all of it: the tables of a report differ in
their columns from one checklist to the next, and a ZIP of them opens nowhere by a double click.
``Table`` and ``Row`` together with ``What`` give back each table as it was.
"""

from collections.abc import Iterator
from typing import Final

from auditapp.csv_file import csv_bytes
from auditapp.i18n import _
from auditapp.long_work import ReportProgress
from auditapp.report.characters import cleaned
from auditapp.report.document import ReportDocument
from auditapp.report.sheets.cell_texts import in_cells
from auditapp.report.sheets.grids import Entry, Grid
from auditapp.report.sheets.story import GridStory

Line = tuple[str, ...]

COLUMNS: Final = (
    *(_("Reference"), _("Part"), _("Section"), _("Table"), _("Row"), _("What"), _("Text")),
)


def render_csv(document: ReportDocument, progress: ReportProgress | None = None) -> bytes:
    """Return ``document`` as the contents of a CSV file; ``progress`` counts blocks."""
    lines: list[Line] = [COLUMNS]
    for entry in entries(document, progress):
        lines += [
            tuple(cleaned(text) for text in (document.reference, *line)) for line in _lines(entry)
        ]
    return csv_bytes(lines)


def entries(document: ReportDocument, progress: ReportProgress | None) -> Iterator[Entry]:
    """Yield all that a report says, as texts and grids."""
    story = GridStory(document)
    yield from story.head()
    for number, block in enumerate(document.blocks, start=1):
        yield from story.entries(block)
        if progress:
            progress(number, len(document.blocks))
    yield from story.end()


def _lines(entry: Entry) -> Iterator[Line]:
    if not isinstance(entry, Grid):
        for text in in_cells(entry.text):
            yield entry.place.part, entry.place.under, "", "", entry.label, text
        return
    if not entry.rows:
        yield from ((entry.part, "", entry.caption, "", title, "") for title in entry.titles)
    for number, row in enumerate(entry.rows, start=1):
        for title, cell in zip(entry.titles, row.cells, strict=True):
            for text in () if cell is None else in_cells(cell):
                yield entry.part, row.under, entry.caption, str(number), title, text
