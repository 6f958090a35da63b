# SPDX-License-Identifier: MPL-2.0
"""Write a report as a PDF that prints well, can be searched, and can be read aloud.

The same document gives the same bytes. Every file follows PDF/UA-1 (ISO 14289-1) and PDF/A-2a
(ISO 19005-2); an encrypted one, PDF/UA-1 alone.
"""

from collections.abc import Callable

from auditapp.report.blocks import ReportDocument
from auditapp.report.finishing import finish
from auditapp.report.gate import admit_line
from auditapp.report.metadata import Properties
from auditapp.report.page import CONTENT_WIDTH, Furniture, Pager
from auditapp.report.sheet import Sheet
from auditapp.report.story import Story
from auditapp.report.structure import fitting
from auditapp.report.typeset import Typesetter

Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is; the unit is of no interest."""


def render_pdf(
    document: ReportDocument, progress: Progress | None = None, password: str = ""
) -> bytes:
    """Return ``document`` as the contents of a PDF file, encrypted if there is a ``password``.

    Raises:
        ReportError: The password is too long, or there are too many pages.
    """
    sheet = Sheet(_properties(document, is_archival=not password))
    typesetter = Typesetter()
    furniture = Furniture(sheet, typesetter, document)
    story = Story(sheet, typesetter, document)

    def report_progress() -> None:
        if progress:
            progress(story.done, story.total)

    Pager(sheet, furniture).flow(story.pieces(CONTENT_WIDTH), report_progress)
    return finish(sheet.finish(furniture.number_pages), password)


def _properties(document: ReportDocument, *, is_archival: bool) -> Properties:
    return Properties(
        title=_joined(" ", document.title, document.reference),
        author=_joined("", document.author),
        subject=_joined(", ", document.subtitle, document.marking),
        language=document.language,
        content_hash=document.content_hash,
        created_at=document.created_at,
        is_archival=is_archival,
    )


def _joined(between: str, *texts: str) -> str:
    return fitting(between.join(filter(None, map(admit_line, texts))))
