# SPDX-License-Identifier: MPL-2.0
"""List the keys that stay as they are: they act on what has the focus, as in every program."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QKeySequence

from auditapp.i18n import _


class FixedGroup(StrEnum):
    """Name the headings under which they are listed."""

    EVERYWHERE = "everywhere"
    CHART = "chart"
    PAGES = "pages"


FIXED_GROUP_WORDS: Final[Mapping[FixedGroup, str]] = {
    FixedGroup.EVERYWHERE: _("Everywhere"),
    FixedGroup.CHART: _("In a chart"),
    FixedGroup.PAGES: _("In the preview of a report"),
}


@dataclass(frozen=True, slots=True)
class FixedKeys:
    """Hold what keys do, and the keys as people of this computer's system write them."""

    group: FixedGroup
    words: str
    keys: tuple[str, ...]


def _native(*keys: str) -> tuple[str, ...]:
    native = QKeySequence.SequenceFormat.NativeText
    return tuple(QKeySequence(key).toString(native) for key in keys)


_ARROWS: Final = (_("Arrow keys"),)

# Underlined letters are keys only where Qt makes them so: on macOS it does not.
_LETTERS: Final = (
    FixedKeys(
        FixedGroup.EVERYWHERE,
        _("Press a button with an underlined letter"),
        (_("Alt and the letter"),),
    ),
)

FIXED: Final = (
    FixedKeys(
        FixedGroup.EVERYWHERE, _("Next field, and the field before"), _native("Tab", "Shift+Tab")
    ),
    FixedKeys(FixedGroup.EVERYWHERE, _("Move in a row of answers or a list"), _ARROWS),
    FixedKeys(FixedGroup.EVERYWHERE, _("Choose"), (*_native("Space"), _("Enter"))),
    *(_LETTERS if QKeySequence.mnemonic("&A").count() else ()),
    FixedKeys(FixedGroup.EVERYWHERE, _("Open a list or a calendar"), _native("Alt+Down")),
    FixedKeys(FixedGroup.EVERYWHERE, _("Remove a date from a list of dates"), _native("Del")),
    FixedKeys(FixedGroup.EVERYWHERE, _("Close a dialog, or a pane over the page"), _native("Esc")),
    FixedKeys(FixedGroup.CHART, _("From figure to figure"), _ARROWS),
    FixedKeys(FixedGroup.CHART, _("First and last figure of a row"), _native("Home", "End")),
    FixedKeys(
        FixedGroup.CHART, _("First and last figure of the chart"), _native("Ctrl+Home", "Ctrl+End")
    ),
    FixedKeys(FixedGroup.CHART, _("Open what is behind a figure"), (_("Enter"),)),
    FixedKeys(FixedGroup.CHART, _("Leave the figure"), _native("Esc")),
    FixedKeys(
        FixedGroup.PAGES,
        _("Move"),
        _native("PgUp", "PgDown", "Space", "Up", "Down", "Home", "End"),
    ),
    FixedKeys(FixedGroup.PAGES, _("Page before, and next page"), _native("Left", "Right")),
)
