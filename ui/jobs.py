# SPDX-License-Identifier: MPL-2.0
"""Do long work away from the window, and bring the result back to it."""

from collections.abc import Callable
from functools import cached_property
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from auditapp.long_work import ReportProgress

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Result = TypeVar("Result")


class Job(QObject):
    """One piece of work under way. Its signals arrive in the window's own thread.

    Signals:
        progressed: steps done and steps in all.
        succeeded: the result of the work.
        failed: the exception that ended it.
        finished: it has ended, one way or the other; always the last signal.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()
    _ended = Signal()

    def __init__(self, work: Callable[["Job"], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._future: Future[object] | None = None
        self._cancelled = Event()
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next chance."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop. Safe to read from the work itself."""
        return self._cancelled.is_set()

    def report_progress(self, done: int, total: int) -> None:
        """Tell the window how far the work is. Called from the work itself."""
        self.progressed.emit(done, total)

    def start(self, executor: "ThreadPoolExecutor") -> None:
        """Begin the work on one of the threads of ``executor``."""
        self._future = executor.submit(self._work, self)
        self._future.add_done_callback(self._tell_ended)

    def _tell_ended(self, _future: "Future[object]") -> None:
        """Wake the window's thread. Called in the thread that worked."""
        self._ended.emit()

    @Slot()
    def _on_ended(self) -> None:
        future = self._future
        if future is None or future.cancelled():
            return
        error = future.exception()
        if error is None:
            self.succeeded.emit(future.result())
        else:
            self.failed.emit(error)
        self.finished.emit()
        self.deleteLater()


class Jobs(QObject):
    """Run jobs, two at a time, and wait for them when the window closes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._under_way: set[Job] = set()
        self._is_shut_down = False

    def start(
        self,
        work: Callable[[Job], Result],
        *,
        succeeded: Callable[[Result], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        progressed: ReportProgress | None = None,
    ) -> Job:
        """Start ``work`` and return its job; the callbacks run in the window's thread.

        ``work`` must not touch a widget. It is given the job, to report progress to and to ask
        whether it has been cancelled. What reports progress may do so before a caller could connect
        to the job: give ``progressed`` here. After ``shut_down`` nothing starts, and no signal
        comes.
        """
        job = Job(work, self)
        slots = (
            (job.succeeded, succeeded),
            (job.failed, failed),
            (job.progressed, progressed),
            (job.finished, self._on_finished),
        )
        for signal, slot in slots:
            if slot is not None:
                signal.connect(slot)
        if not self._is_shut_down:
            self._under_way.add(job)
            job.start(self._executor)
        return job

    @property
    def is_busy(self) -> bool:
        """Whether anything is still under way."""
        return bool(self._under_way)

    def shut_down(self) -> None:
        """Ask every job to stop, and wait for all threads to end."""
        for job in self._under_way:
            job.cancel()
        self._is_shut_down = True
        self._executor.shutdown(wait=True, cancel_futures=True)

    @cached_property
    def _executor(self) -> "ThreadPoolExecutor":
        # The window is painted before anything is worked at, so it need not wait for this import.
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

        return ThreadPoolExecutor(max_workers=2, thread_name_prefix="job")

    @Slot()
    def _on_finished(self) -> None:
        self._under_way.discard(self.sender())
