# SPDX-License-Identifier: MPL-2.0
"""Say in words what a layout does to reports, and what is wrong with the file of one."""

from collections.abc import Sequence
from typing import Final

from auditapp.checklist.faults import Fault
from auditapp.errors import LayoutInvalidError
from auditapp.i18n import _, ngettext
from auditapp.operations.layout import LayoutFacts
from ui.messages import Message

_MOST: Final = 5
"""Faults: more are not read at once, and the first put right often takes others with it."""


def name_words(facts: LayoutFacts) -> str:
    """Return which layout is in use."""
    if facts.name is None:
        return _("In use: the usual layout, which came with the program")
    words = _("In use: {file}")
    if facts.is_settled:
        words = _("In use: {file}, settled by your organisation")
    return words.format(file=facts.name)


def facts_words(facts: LayoutFacts) -> str:
    """Return what a layout decides that the settings decide otherwise, and what it leaves out."""
    said = []
    if facts.organisation is not None:
        said.append(_("It sets the organisation: {name}.").format(name=facts.organisation))
    if facts.marking:
        said.append(_("It sets the marking: {marking}.").format(marking=facts.marking))
    elif facts.marking is not None:
        said.append(_("It sets that reports have no marking."))
    if facts.left_out:
        words = ngettext(
            "It leaves out {count} part of the report of an audit; the report says which.",
            "It leaves out {count} parts of the report of an audit; the report says which.",
            facts.left_out,
        )
        said.append(words.format(count=facts.left_out))
    return " ".join(said)


def fault_message(error: LayoutInvalidError) -> Message:
    """Return what is wrong with a file, each fault with its line and what to do."""
    lines = [
        _("Line {line}: {what} {remedy}").format(
            line=fault.line, what=fault.message, remedy=fault.remedy
        )
        for fault in _faults(error)
    ]
    shown, more = lines[:_MOST], len(lines) - _MOST
    if more > 0:
        words = ngettext("And {count} more.", "And {count} more.", more)
        shown.append(words.format(count=more))
    return Message(str(error), "\n".join(shown))


def _faults(error: LayoutInvalidError) -> Sequence[Fault]:
    return [fault for fault in error.faults if isinstance(fault, Fault)]
