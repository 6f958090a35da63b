# SPDX-License-Identifier: MPL-2.0
"""Show once, for all audits, what reports may give away and what they leave out."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from auditapp.operations.outgoing import FoundInAudit, Outgoing
from ui.outgoing.finding_rows import finding_rows
from ui.rows.row import Row
from ui.rows.row_group import RowGroup
from ui.theme.theme import Theme
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog

_FEW = 6
_WIDTH = 640


class OutgoingDialog(Dialog):
    """A line for each thing that was found, with the audit named. To go on is one press."""

    def __init__(
        self, theme: Theme, outgoing: Outgoing, go_on: str, parent: QWidget | None = None
    ) -> None:
        """Show ``outgoing``; ``go_on`` is the word for what happens all the same."""
        super().__init__(theme, _("Before it goes out"), parent, width=_WIDTH)
        self.group = RowGroup(theme, _("Possible personal details"), few=_FEW, at_a_time=100)
        self.group.set_rows([row for each in outgoing.audits for row in _rows(each)])
        self.group.row_reached.connect(self._on_row_reached)
        self.lines = [TextLabel(theme, f"• {part}", wrap=True) for part in outgoing.left_out]
        self._page = self.add_page(*self._parts(outgoing))
        self.back_button = self.add_cancel(_("Go back"))
        self.go_on_button = self.add_button(go_on)
        self.go_on_button.clicked.connect(self.accept)
        first = self.group.list if outgoing.audits else self.go_on_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _parts(self, outgoing: Outgoing) -> Iterator[QWidget]:
        theme = self._theme
        if outgoing.audits:
            advice = _(
                "Reports are read by many people. The check cannot be sure, and it misses things. "
                "Each line names the audit in which it can be changed."
            )
            yield TextLabel(theme, _count_words(outgoing), "strong", wrap=True)
            yield TextLabel(theme, advice, "small", "2", wrap=True)
            yield self.group
        if self.lines:
            words = _("The audits hold this, and what goes out does not:")
            yield TextLabel(theme, words, "strong", wrap=True)
            yield from self.lines

    def _on_row_reached(self, rows: QWidget) -> None:
        self._page.ensureWidgetVisible(rows)


def _count_words(outgoing: Outgoing) -> str:
    count = sum(len(each.found) for each in outgoing.audits)
    things = ngettext(
        "{count} thing looks like a personal detail,",
        "{count} things look like personal details,",
        count,
    )
    audits = ngettext("in {count} audit.", "in {count} audits.", len(outgoing.audits))
    return f"{things.format(count=count)} {audits.format(count=len(outgoing.audits))}"


def _rows(each: FoundInAudit) -> Iterator[Row]:
    """Yield a line for each finding in an audit; none leads there, for it is not open."""
    for row in finding_rows(each.outline, each.found, has_steps=False):
        title = _("{reference}: {place}").format(reference=each.reference, place=row.title)
        yield replace(row, title=title, number=None)
