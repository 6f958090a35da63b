# SPDX-License-Identifier: MPL-2.0
"""Put themes into lines: what audits asked for beside disputes, learning and other activity."""

from typing import Final

from auditapp.i18n import _, ngettext
from auditapp.operations.themes import ThemeTotals
from auditapp.searching import searched
from auditapp.workspace import Workspace
from ui.registers.listed_row import ListedRow
from ui.registers.read_line import ReadKind, ReadLine
from ui.rows.row import Cell, Column, Remark, Row


def theme_lines(workspace: Workspace) -> list[ReadLine]:
    """Read the themes, the one with most first."""
    return [_line(each) for each in workspace.themes_side_by_side()]


def _line(totals: ThemeTotals) -> ReadLine:
    counts = (totals.actions, totals.disputes, totals.learning, totals.activities)
    cells = tuple(Cell(str(count)) for count in counts)
    remarks: tuple[Remark, ...] = ()
    if totals.open_actions:
        count = totals.open_actions
        words = ngettext("{count} action is open.", "{count} actions are open.", count)
        remarks = (Remark(words.format(count=count)),)
    row = Row(totals.theme or _("No theme named"), remarks, cells)
    return ReadLine(ListedRow(totals.theme, row), searched([totals.theme]))


THEMES: Final = ReadKind(
    _("Themes"),
    "layers",
    _("No themes yet"),
    _("Themes come from the sections of checklists, and from what the registers name."),
    _("Theme"),
    (
        Column(_("Actions"), 90, has_numbers=True),
        Column(_("Disputes"), 90, has_numbers=True),
        Column(_("Learning"), 90, has_numbers=True),
        Column(_("Other activity"), 130, has_numbers=True),
    ),
    (),
    theme_lines,
    has_teams=False,
)
