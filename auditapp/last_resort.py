# SPDX-License-Identifier: MPL-2.0
"""Tell of errors that nobody is left to be told of, by kind and place and never by their text.

Python writes the text of such an error, and the object that it came from, to the terminal or to
the log that a desktop keeps of it: both may quote a case.
"""

import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs


def take_hooks() -> None:
    """Have errors that end nowhere, in a thread or while something is put away, told by place."""
    sys.unraisablehook = _on_unraisable
    threading.excepthook = _on_thread_failed


def tell_place(error: BaseException) -> None:
    """Write kind and places of an error to the terminal, if there is one; never fail."""
    with suppress(Exception):  # a program in a window of its own has no terminal
        sys.stderr.write(f"{_report(error)}\n")
        sys.stderr.flush()


def _report(error: BaseException) -> str:
    try:
        # Hardly ever needed, and the start need not wait for it.
        from auditapp.fault_report import fault_report  # noqa: PLC0415

        return fault_report(error)
    except Exception:  # noqa: BLE001 - Python is being taken down, and cannot import any more
        return type(error).__name__


def _on_unraisable(unraisable: "UnraisableHookArgs") -> None:
    """Tell of an error while something was put away; nothing of it is kept, or it would stay."""
    tell_place(unraisable.exc_value or unraisable.exc_type())


def _on_thread_failed(failed: threading.ExceptHookArgs) -> None:
    """Tell of an error that ended a thread; one that ends it on purpose is none."""
    if failed.exc_type is not SystemExit:
        tell_place(failed.exc_value or failed.exc_type())
