# SPDX-License-Identifier: MPL-2.0
"""Write a report as a PDF that prints well, can be searched, and can be read aloud.

The same document gives the same bytes. Every file follows PDF/UA-1 (ISO 14289-1) and PDF/A-2a
(ISO 19005-2).
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from auditapp.long_work import ReportProgress
from auditapp.report.document import ReportDocument
from auditapp.report.pdf.finishing import finish
from auditapp.report.pdf.metadata import Properties
from auditapp.report.pdf.page import CONTENT_WIDTH, Furniture, Pager
from auditapp.report.pdf.sheet import Sheet
from auditapp.report.pdf.story import Story
from auditapp.report.pdf.structure import fitting
from auditapp.report.typesetting.gate import admit_line
from auditapp.report.typesetting.typeset import Typesetter


def render_pdf(document: ReportDocument, progress: ReportProgress | None = None) -> bytes:
    """Return ``document`` as the contents of a PDF file.

    Raises:
        ReportError: There are too many pages.
    """
    with _without_collecting():
        return _render(document, progress)


def _render(document: ReportDocument, progress: ReportProgress | None) -> bytes:
    about = _properties(document)
    sheet = Sheet(about)
    typesetter = Typesetter()
    furniture = Furniture(sheet, typesetter, document)
    story = Story(sheet, typesetter, document)

    def report_progress() -> None:
        """Tell whoever wants to know how much of the report is laid out."""
        if progress:
            progress(story.done, story.total)

    Pager(sheet, furniture).flow(story.pieces(CONTENT_WIDTH), report_progress)
    return finish(sheet.finish(furniture.number_pages), about)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Leave the garbage alone: what a report is made of only grows until it is done.

    To look through it again and again takes the longer, the longer a report is.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _properties(document: ReportDocument) -> Properties:
    return Properties(
        title=_joined(" ", document.title, document.reference),
        author=_joined("", document.author),
        subject=_joined(", ", document.subtitle, document.marking),
        language=document.language,
        content_hash=document.content_hash,
        created_at=document.created_at,
    )


def _joined(between: str, *texts: str) -> str:
    return fitting(between.join(filter(None, map(admit_line, texts))))
