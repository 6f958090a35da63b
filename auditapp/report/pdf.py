# SPDX-License-Identifier: MPL-2.0
"""Write a report as a PDF that prints well, can be searched, and can be read aloud.

The same document gives the same bytes. Structure and metadata follow PDF/UA-1 (ISO 14289-1).
"""

from collections.abc import Callable

from auditapp.report.document import ReportDocument
from auditapp.report.file_parts import Properties
from auditapp.report.gate import admit_line
from auditapp.report.page import CONTENT_WIDTH, Furniture, Pager
from auditapp.report.sheet import Sheet
from auditapp.report.story import Story
from auditapp.report.typeset import Typesetter

Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is; the unit is of no interest."""


def render_pdf(document: ReportDocument, progress: Progress | None = None) -> bytes:
    """Return ``document`` as the contents of a PDF file."""
    sheet = Sheet(_properties(document))
    typesetter = Typesetter()
    furniture = Furniture(sheet, typesetter, document)
    story = Story(sheet, typesetter, document)

    def report_progress() -> None:
        if progress:
            progress(story.done, story.total)

    Pager(sheet, furniture).flow(story.pieces(CONTENT_WIDTH), report_progress)
    return sheet.finish(furniture.number_pages)


def _properties(document: ReportDocument) -> Properties:
    title = " ".join(filter(None, (admit_line(document.title), admit_line(document.reference))))
    return Properties(
        title=title,
        author=admit_line(document.author),
        subject=", ".join(
            filter(None, (admit_line(document.subtitle), admit_line(document.marking)))
        ),
        language=document.language,
        content_hash=document.content_hash,
        created_at=document.created_at,
    )
