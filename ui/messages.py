# SPDX-License-Identifier: MPL-2.0
"""Tell the person what went wrong. Every error that reaches the screen goes through here."""

import traceback
from dataclasses import dataclass

from auditapp import __version__
from auditapp.errors import AuditAppError
from auditapp.i18n import _


@dataclass(frozen=True, slots=True)
class Message:
    """Hold an error in words: what happened, what to do, and details free of case text."""

    title: str
    text: str
    details: str = ""


def explain(error: BaseException) -> Message:
    """Put an exception into words.

    A known error brings its own two sentences. Of an unknown one only its kind and the places in
    the program are kept: its text could hold words from a case.
    """
    if isinstance(error, AuditAppError):
        return Message(str(error), error.remedy)
    if isinstance(error, OSError):
        reason = error.strerror or type(error).__name__
        return Message(
            _("This computer refused a file operation: {reason}.").format(reason=reason),
            _("What was saved before is safe. Check the disk and its permissions, then try again."),
            _details(error),
        )
    return Message(
        _("Something unexpected went wrong."),
        _("Everything shown as saved is safe. If it happens again, pass the details on."),
        _details(error),
    )


def _details(error: BaseException) -> str:
    """Return where an exception came from, without its text."""
    lines = [f"Case File Audit {__version__}", type(error).__name__]
    for frame in traceback.extract_tb(error.__traceback__):
        place = "/".join(frame.filename.replace("\\", "/").split("/")[-3:])
        lines.append(f"  {place}:{frame.lineno} {frame.name}")
    return "\n".join(lines)
