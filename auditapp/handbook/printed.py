# SPDX-License-Identifier: MPL-2.0
"""Print the handbook as a PDF that anybody can read: PDF/UA-1 and PDF/A-2a, as reports are.

The same book at the same time gives the same bytes.
"""

import datetime as dt

from auditapp.handbook.book import LANGUAGE, SUBJECT
from auditapp.handbook.look import CONTENTS
from auditapp.handbook.pieces import number_contents
from auditapp.handbook.print_story import PrintStory
from auditapp.handbook.prose import Book
from auditapp.long_work import ReportProgress
from auditapp.report.document import ReportDocument
from auditapp.report.pdf.finishing import finish
from auditapp.report.pdf.metadata import PRODUCER, Properties
from auditapp.report.pdf.page import CONTENT_WIDTH, Furniture, Pager
from auditapp.report.pdf.sheet import Sheet
from auditapp.report.typesetting.typeset import Typesetter


def render_pdf(
    book: Book, created_at: dt.datetime, progress: ReportProgress | None = None
) -> bytes:
    """Return the handbook as the contents of a PDF file; ``created_at`` is aware.

    Raises:
        GuideMissingError: a picture is not there.
    """
    about = _properties(book, created_at)
    sheet, typesetter = Sheet(about), Typesetter()
    furniture = Furniture(sheet, typesetter, _on_every_page(book, created_at))
    story = PrintStory(sheet, typesetter, book)

    def report_progress() -> None:
        """Tell whoever wants to know how many chapters have begun."""
        if progress:
            begun = sum(place in sheet.page_of for place in story.places)
            progress(begun, len(story.places))

    def fill_in() -> None:
        """Put the numbers of the pages on them, and into the contents."""
        furniture.number_pages()
        number_contents(sheet, typesetter, story.places, CONTENTS)

    Pager(sheet, furniture).flow(story.pieces(CONTENT_WIDTH), report_progress)
    return finish(sheet.finish(fill_in), about)


def _properties(book: Book, created_at: dt.datetime) -> Properties:
    title = f"{book.title}, version {book.version}"
    return Properties(title, PRODUCER, SUBJECT, LANGUAGE, book.digest, created_at)


def _on_every_page(book: Book, created_at: dt.datetime) -> ReportDocument:
    """Return what stands at the top and the foot of the pages; the foot names the chapter."""
    return ReportDocument(
        title=book.title,
        subtitle="",
        marking="",
        language=LANGUAGE,
        reference="",
        running_title=book.title,
        running_right=f"Version {book.version}",
        footer_left="",
        blocks=(),
        content_hash=book.digest,
        created_at=created_at,
        author=PRODUCER,
    )
