# SPDX-License-Identifier: MPL-2.0
"""Save the handbook as a file to print, or to read without the program."""

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from auditapp.guide import Guide
from auditapp.i18n import _


class HandbookKind(StrEnum):
    """Name the kinds of file that the handbook is saved as, each by the end of its name."""

    PDF = ".pdf"
    HTML = ".html"


def save_handbook(
    path: Path,
    guide: Guide | None = None,
    *,
    progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write the handbook to ``path``, whole or not at all; the end of the name says what it is.

    Args:
        path: the file; one that ends in neither of the kinds becomes a PDF.
        guide: where it is read; the guide that comes with the program if none is given.
        progress: called with the chapters of a PDF that are done, and all of them.
        is_cancelled: asked now and then whether to stop.

    Raises:
        GuideMissingError: the guide, or a part of it, is not there.
        ReportCancelledError: ``is_cancelled`` said so.
        ReportError: the file cannot be written; whatever was there still is.
    """
    # reportlab and the reader of Markdown are heavy, and most people never save the handbook.
    from auditapp.handbook.book import read_book  # noqa: PLC0415
    from auditapp.report.saving import save_report  # noqa: PLC0415

    book = read_book(guide or Guide())
    if path.suffix.lower() == HandbookKind.HTML:
        from auditapp.handbook.web_page import render_html  # noqa: PLC0415 - as above

        contents = render_html(book)
    else:
        from auditapp.handbook.printed import render_pdf  # noqa: PLC0415 - as above

        contents = render_pdf(book, dt.datetime.now(dt.UTC), _going_on(progress, is_cancelled))
    save_report(contents, path)


def _going_on(
    progress: Callable[[int, int], None] | None, is_cancelled: Callable[[], bool] | None
) -> Callable[[int, int], None]:
    """Return what tells how far the work is, and stops it where somebody asked for that."""
    from auditapp.report.worker import ReportCancelledError  # noqa: PLC0415 - as above

    def go_on(done: int, total: int) -> None:
        """Tell, or stop."""
        if is_cancelled is not None and is_cancelled():
            raise ReportCancelledError(_("The handbook was not saved, because you stopped it."))
        if progress is not None:
            progress(done, total)

    return go_on
