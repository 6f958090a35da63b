# SPDX-License-Identifier: MPL-2.0
"""Show one page of the home at a time, and call on each for what it owes when it is left."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from auditapp.errors import AuditAppError

Duty = Callable[[], object]


def _nothing() -> None:
    """Owe nothing."""


@dataclass(frozen=True, slots=True)
class _Duties:
    """Hold what a page does when it is left, kept or stopped."""

    leave: Duty
    keep: Duty
    stop: Duty
    is_passing: bool


class HomePages(QStackedWidget):
    """The pages made so far.

    Signals:
        dropped: a page is gone for good; the page.
    """

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._duties: dict[QWidget, _Duties] = {}

    def add_page(
        self,
        page: QWidget,
        *,
        leave: Duty = _nothing,
        keep: Duty = _nothing,
        stop: Duty = _nothing,
        is_passing: bool = False,
    ) -> None:
        """Take a page in.

        Args:
            page: the page.
            leave: takes over what is typed, before another page is shown.
            keep: makes what is typed durable, before the window locks or closes; may raise
                ``AuditAppError``, and then the window stays.
            stop: ends the jobs of the page, which must not run over a lock.
            is_passing: whether it fills the window, and is gone for good once it is left.
        """
        self._duties[page] = _Duties(leave, keep, stop, is_passing)
        self.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Leave the page on show for another."""
        self.leave_page()
        self.setCurrentWidget(page)
        self._drop_passing(page)

    def leave_page(self) -> None:
        """Have the page on show take over what is typed."""
        page = self.currentWidget()
        if page is not None:
            self._duties[page].leave()

    def is_passing(self, page: QWidget) -> bool:
        """Return whether a page fills the window, and is gone for good once it is left."""
        return self._duties[page].is_passing

    def settle_now(self) -> None:
        """Keep what is typed on all pages, and end their jobs, before the window locks or closes.

        Raises:
            AuditAppError: Something could not be kept. All else is, and no job is ended.
        """
        errors = [error for duties in self._duties.values() if (error := _error_of(duties.keep))]
        if errors:
            raise errors[0]
        self._drop_passing(None)
        for duties in self._duties.values():
            duties.stop()

    def drop(self, page: QWidget) -> None:
        """End the jobs of a page, and put it away for good."""
        self._duties.pop(page).stop()
        self.removeWidget(page)
        page.deleteLater()
        self.dropped.emit(page)

    def _drop_passing(self, kept: QWidget | None) -> None:
        """Put away what is gone once it is left, unless it is ``kept``."""
        passing = [page for page, duties in self._duties.items() if duties.is_passing]
        for page in passing:
            if page is not kept:
                self.drop(page)


def _error_of(keep: Duty) -> AuditAppError | None:
    try:
        keep()
    except AuditAppError as error:
        return error
    return None
