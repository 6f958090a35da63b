# SPDX-License-Identifier: MPL-2.0
"""Tell the person what went wrong. Every error that reaches the screen goes through here."""

from dataclasses import dataclass

from auditapp.errors import AuditAppError, reason_of
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
        reason = reason_of(error)
        return Message(
            _("This computer refused a file operation: {reason}.").format(reason=reason),
            _("What was saved before is safe. Check the disk and its permissions, then try again."),
            _details(error),
        )
    return Message(
        _("Something unexpected went wrong."),
        _(
            "Your work is safe: everything shown as saved is on the disk, and you can go on. "
            "Whoever looks after the program can use the details; no words from a case are in them."
        ),
        _details(error),
    )


def _details(error: BaseException) -> str:
    # Not before the first paint; the warm-up loads it, for on a disk that fails it would be late.
    from auditapp.fault_report import fault_report  # noqa: PLC0415

    return fault_report(error)
