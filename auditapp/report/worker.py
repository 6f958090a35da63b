# SPDX-License-Identifier: MPL-2.0
"""Write reports in a process of their own, so that none can hold up or bring down the window.

The report goes to the other process through a pipe and comes back through one; nothing of it is
ever put into a temporary file by that process, so one that is killed leaves nothing behind.

The process is started afresh ("spawn"), because a copy of a process with threads and a window may
hang. A packaged application must therefore call ``multiprocessing.freeze_support()`` before
anything else, and ``main.py`` must do its work under ``if __name__ == "__main__"``.
"""

import logging
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from threading import Lock
from traceback import extract_tb
from typing import Final

from auditapp.errors import AuditAppError, ReportError
from auditapp.i18n import _, language, use
from auditapp.last_resort import take_hooks
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.report_format import ReportFormat
from auditapp.report.document import ReportDocument
from auditapp.report.limits import MEMORY_LIMIT, TIME_LIMIT, limit_memory

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as Connection
else:
    from multiprocessing.connection import Connection

log = logging.getLogger(__name__)

Writer = Callable[[ReportDocument, ReportProgress], bytes]

GLANCE = 0.05
"""Seconds between two looks at whether to stop."""

_SAFE_PATH: Final = "PYTHONSAFEPATH"
"""Set, it keeps Python from looking for modules in the folder it is started in."""

_starting: Final = Lock()
"""Held while the environment is another one: of two reports at once, one waits to be started."""


class ReportCancelledError(ReportError):
    """Say that the user stopped a report while it was being made."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Hold the two sentences of an error that the other process has words for."""

    message: str
    remedy: str


def render_in_process(
    document: ReportDocument,
    *,
    report_format: ReportFormat = ReportFormat.PDF,
    progress: ReportProgress | None = None,
    is_cancelled: IsCancelled = never,
    time_limit: float = TIME_LIMIT,
    memory_limit: int = MEMORY_LIMIT,
) -> bytes:
    """Return ``document`` as the contents of a file.

    Args:
        document: what to write.
        report_format: the kind of file.
        progress: called with how much is done and how much there is.
        is_cancelled: asked many times a second whether to give up.
        time_limit: seconds after which to give up with an error.
        memory_limit: bytes that the other process may have, where the system can see to it.

    Raises:
        ReportCancelledError: ``is_cancelled`` said so.
        ReportError: the report took too long, is too long or could not be made.
    """
    return made_in_process(
        partial(_render, document, report_format),
        progress=progress,
        is_cancelled=is_cancelled,
        time_limit=time_limit,
        memory_limit=memory_limit,
    )


def made_in_process(
    make: Callable[[ReportProgress], bytes],
    *,
    progress: ReportProgress | None = None,
    is_cancelled: IsCancelled = never,
    time_limit: float = TIME_LIMIT,
    memory_limit: int = MEMORY_LIMIT,
) -> bytes:
    """Return what ``make`` makes in a process of its own.

    Args:
        make: told whom to tell how far it is; it goes to the other process with all it holds.
        progress: called with how much is done and how much there is.
        is_cancelled: asked many times a second whether to give up.
        time_limit: seconds after which to give up with an error.
        memory_limit: bytes that the other process may have, where the system can see to it.

    Raises:
        ReportCancelledError: ``is_cancelled`` said so.
        ReportError: the report took too long, is too long or could not be made.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    work = (make, theirs, memory_limit, language())
    process = context.Process(target=_work, args=work, daemon=True)
    with _own_modules():
        process.start()
    theirs.close()  # so that the end of the process is the end of the pipe
    try:
        deadline = time.monotonic() + time_limit
        return _contents(ours, progress, is_cancelled, deadline, process.is_alive)
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


@contextmanager
def _own_modules() -> Iterator[None]:
    """Have no process that is started meanwhile take modules from the folder it is started in.

    A process that is started afresh looks there first (``python -c``): a file of the name of a
    module, in a folder that others write to, would run beside the words of a case.
    """
    with _starting:
        before = os.environ.get(_SAFE_PATH)
        os.environ[_SAFE_PATH] = "1"
        try:
            yield
        finally:
            if before is None:
                del os.environ[_SAFE_PATH]
            else:
                os.environ[_SAFE_PATH] = before


def _contents(
    pipe: Connection,
    progress: ReportProgress | None,
    is_cancelled: IsCancelled,
    deadline: float,
    is_alive: Callable[[], bool],
) -> bytes:
    """Return the finished file."""
    while not is_cancelled():
        is_under_way = is_alive()  # first: what it says at its very end is still there to be read
        if time.monotonic() > deadline:
            raise ReportError(
                _("Making the report took too long and was stopped."),
                _("Try again when the computer is less busy. Your audit is not affected."),
            )
        message = _received(pipe)
        if isinstance(message, bytes):
            return message
        if message is None and not is_under_way:
            # On Windows the pipe has no end before the process took its own: until then the other
            # end lies in this process (`multiprocessing.reduction.DupHandle`).
            raise _failed()
        if message and progress:
            progress(*message)
    raise ReportCancelledError(_("The report was not made, because you stopped it."))


def _received(pipe: Connection) -> bytes | tuple[int, int] | None:
    """Return the finished file, or how much is done of how much; nothing if there was no word yet.

    Raises:
        ReportError: the other process could not make the file, or ended without a word.
    """
    try:
        if not pipe.poll(GLANCE):
            return None
        message: bytes | tuple[int, int] | Refusal | str = pipe.recv()
    except (EOFError, OSError):  # OSError where it ended in the middle of a word, or on Windows
        raise _failed() from None
    if isinstance(message, Refusal):
        raise ReportError(message.message, message.remedy)
    if isinstance(message, str):
        log.error("the report could not be made: %s", message)
        raise _failed()
    return message


def _failed() -> ReportError:
    return ReportError(
        _("The report could not be made."),
        _("Try again. If it happens again, send us the details. Your audit is safe."),
    )


def _work(
    make: Callable[[ReportProgress], bytes], pipe: Connection, memory_limit: int, spoken: str
) -> None:
    """Make the file within the limits; runs in the other process, which knows no language yet."""
    take_hooks()
    use(spoken)
    limit_memory(memory_limit)
    _build(make, pipe)


def _render(
    document: ReportDocument, report_format: ReportFormat, progress: ReportProgress
) -> bytes:
    return _writer(report_format)(document, progress)


def _build(make: Callable[[ReportProgress], bytes], pipe: Connection) -> None:
    """Make the file.

    Of an error without words for people it tells only the kind and the place: its message might
    hold words from a case.
    """
    with suppress(BrokenPipeError):  # nobody listens any more
        try:
            message: bytes | str | Refusal = make(lambda done, total: pipe.send((done, total)))
        except BrokenPipeError:
            raise
        except AuditAppError as error:
            message = Refusal(str(error), error.remedy)
        except MemoryError:
            message = _too_large()
        except Exception as error:  # noqa: BLE001 - whatever it is, it ends here and is told
            place = extract_tb(error.__traceback__)[-1]
            message = f"{type(error).__name__} in {Path(place.filename).name}:{place.lineno}"
        pipe.send(message)


def _writer(report_format: ReportFormat) -> Writer:
    """Return what writes a kind of file; each is imported only where it is needed."""
    match report_format:
        case ReportFormat.HTML:
            from auditapp.report.web_page.page import render_html  # noqa: PLC0415 - see above

            return render_html
        case ReportFormat.DOCX:
            from auditapp.report.word.document import render_docx  # noqa: PLC0415 - see above

            return render_docx
        case ReportFormat.XLSX:
            from auditapp.report.sheets.workbook import render_xlsx  # noqa: PLC0415 - see above

            return render_xlsx
        case ReportFormat.CSV:
            from auditapp.report.sheets.table_file import render_csv  # noqa: PLC0415 - see above

            return render_csv
        case _:
            from auditapp.report.pdf.document import render_pdf  # noqa: PLC0415 - see above

            return render_pdf


def _too_large() -> Refusal:
    return Refusal(
        _("Making the report took more memory than it may have and was stopped."),
        _("Look for a very long text in the audit, and shorten it. Your audit is not affected."),
    )
