# SPDX-License-Identifier: MPL-2.0
"""Save the handbook as a file to print, or to read without the program."""

import datetime as dt
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.guide import Guide
from auditapp.long_work import IsCancelled, ReportProgress, never

if TYPE_CHECKING:
    from auditapp.handbook.prose import Book


class HandbookKind(StrEnum):
    """Name the kinds of file that the handbook is saved as, each by the end of its name."""

    PDF = ".pdf"
    HTML = ".html"


def save_handbook(
    path: Path,
    guide: Guide | None = None,
    *,
    progress: ReportProgress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> None:
    """Write the handbook to ``path``, whole or not at all; the end of the name says what it is.

    Args:
        path: the file; one that ends in neither of the kinds becomes a PDF.
        guide: where it is read; the guide that comes with the program if none is given.
        progress: called with the chapters of a PDF that are done, and all of them.
        is_cancelled: asked now and then whether to stop.

    Raises:
        GuideMissingError: the guide is not there.
        GuideUnreadableError: a page of it holds what a book has no place for.
        ReportCancelledError: ``is_cancelled`` said so.
        ReportError: a picture is not there, or the file cannot be written; whatever was there
            still is.
    """
    # The reader of Markdown is heavy, and most people never save the handbook.
    from auditapp.handbook.book import read_book  # noqa: PLC0415
    from auditapp.report.saving import save_report  # noqa: PLC0415
    from auditapp.report.worker import made_in_process  # noqa: PLC0415

    book = read_book(guide or Guide())
    # Not in a thread of the window, which would stand still for seconds while the file is packed.
    contents = made_in_process(
        partial(_contents, book, dt.datetime.now(dt.UTC), _kind(path)),
        progress=progress,
        is_cancelled=is_cancelled or never,
    )
    save_report(contents, path)


def _kind(path: Path) -> HandbookKind:
    is_page = path.suffix.lower() == HandbookKind.HTML
    return HandbookKind.HTML if is_page else HandbookKind.PDF


def _contents(book: "Book", at: dt.datetime, kind: HandbookKind, progress: ReportProgress) -> bytes:
    """Return the file; runs in another process."""
    if kind is HandbookKind.HTML:
        from auditapp.handbook.web_page import render_html  # noqa: PLC0415 - as above

        return render_html(book)
    from auditapp.handbook.printed import render_pdf  # noqa: PLC0415 - as above

    return render_pdf(book, at, progress)
