# SPDX-License-Identifier: MPL-2.0
"""Write what changes the open audit, one after the other, in a thread of its own.

What could not be written stays in line, with all that came after it, and is tried again.
"""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from auditapp.change import Change
from auditapp.model.edits import Edit

RETRY_AFTER: Final = 5000
"""Milliseconds until a save that failed is tried again by itself."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One thing to write: an edit that is shown already, or an undo whose result is awaited."""

    write: Callable[[], Change | None]
    edit: Edit | None
    take_over: Callable[[Change], None] | None


class SaveLine(QObject):
    """Keep the order in which things were done, and tell when all of it is durable.

    Signals:
        grew: something was put in line.
        emptied: everything is durable.
        failed: the first in line could not be written; the exception. It is still in line.
    """

    grew = Signal()
    emptied = Signal()
    failed = Signal(object)
    _written = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: deque[_Step] = deque()
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="save")
        self._future: Future[Change | None] | None = None
        self._has_failed = False
        self._retry = QTimer(self, singleShot=True, interval=RETRY_AFTER)
        self._retry.timeout.connect(self.try_again)
        self._written.connect(self._on_written, Qt.ConnectionType.QueuedConnection)

    @property
    def is_empty(self) -> bool:
        """Whether everything has been made durable."""
        return not self._steps

    @property
    def edits(self) -> Iterator[Edit]:
        """The edits that are not durable yet, in order."""
        return (step.edit for step in self._steps if step.edit is not None)

    def put(
        self,
        write: Callable[[], Change | None],
        *,
        edit: Edit | None = None,
        take_over: Callable[[Change], None] | None = None,
    ) -> None:
        """Put a write in line, which runs in the thread.

        ``edit`` is what it makes durable, if that is shown already; otherwise ``take_over`` is
        given, in the window's thread, what the write changed.
        """
        self._steps.append(_Step(write, edit, take_over))
        self.grew.emit()
        self._start()

    def flush(self) -> None:
        """Wait until everything is durable.

        Raises:
            AuditAppError: It could not be written. It stays in line.
        """
        self._has_failed = False
        while self._steps:
            self._start()
            if self._future is not None:
                self._future.exception()
            error = self._collect()
            if error is not None:
                raise error

    @Slot()
    def try_again(self) -> None:
        """Try to write what could not be written."""
        self._has_failed = False
        self._start()

    def abandon(self) -> None:
        """Write nothing any more, whatever is still in line."""
        self._retry.stop()
        self._executor.shutdown(wait=True)
        self._steps.clear()
        self._future = None

    # Inside

    def _start(self) -> None:
        """Begin to write the first in line, unless something is being written or has failed."""
        if self._steps and self._future is None and not self._has_failed:
            self._future = self._executor.submit(self._steps[0].write)
            self._future.add_done_callback(self._tell_written)

    def _tell_written(self, _future: Future[Change | None]) -> None:
        """Wake the window's thread. Called in the thread that writes."""
        self._written.emit()

    @Slot()
    def _on_written(self) -> None:
        # ``flush`` may have taken the result already, and begun the next write.
        if self._future is not None and self._future.done():
            self._collect()

    def _collect(self) -> BaseException | None:
        """Take the result of the write under way, if there is one; return why it failed."""
        future, self._future = self._future, None
        if future is None:
            return None
        error = future.exception()
        if error is not None:
            self._has_failed = True
            self._retry.start()
            self.failed.emit(error)
            return error
        step = self._steps.popleft()
        result = future.result()
        if step.take_over is not None and result is not None:
            step.take_over(result)
        if not self._steps:
            self.emptied.emit()
        self._start()
        return None
