# SPDX-License-Identifier: MPL-2.0
"""Say in words and in a tone what was found out about a file."""

from auditapp.exports.checks import CheckedFile, FileState
from auditapp.i18n import _
from ui.messages import Message


def check_message(found: CheckedFile) -> Message:
    """Return what a file is: in a few words, then in sentences."""
    if found.state is FileState.SIGNED and found.is_amended:
        title = _("This was signed off, and amended since")
    else:
        title = {
            FileState.SIGNED: _("This is the report that was signed off"),
            FileState.DRAFT: _("This is a report of a draft"),
            FileState.SEVERAL: _("This is a report of several audits"),
            FileState.GONE: _("This is a report of an audit that was deleted"),
            FileState.CLAIMED: _("This file is not as it was saved here"),
            FileState.UNKNOWN: _("Nothing is known of this file"),
        }[found.state]
    return Message(title, f"{found.sentence} {found.words}".rstrip())


def check_tone(found: CheckedFile) -> str:
    """Return the tone of a banner: only what may be relied on is in that of good news."""
    if found.state in (FileState.CLAIMED, FileState.UNKNOWN):
        return "danger"
    if found.state is FileState.DRAFT or found.is_amended:
        return "warn"
    return "info" if found.state is FileState.GONE else "ok"
