# SPDX-License-Identifier: MPL-2.0
"""Write the sheet of paper, or the file, that keeps a recovery key.

The file is plain text, which any computer of the next ten years can read aloud and enlarge.
"""

import datetime as dt
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileDevice, QIODevice, QSaveFile
from PySide6.QtGui import QFont, QPagedPaintDevice, QTextDocument

from auditapp.i18n import _
from ui.widgets.fields.date_text import date_words

_POINTS: Final = 12
_PRIVATE: Final = QFileDevice.Permission.ReadOwner | QFileDevice.Permission.WriteOwner
_COLUMNS: Final = 3


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """Hold what is on the sheet. ``owner`` is the name on the audits, ``short_id`` names them."""

    key: str
    owner: str
    short_id: str
    day: dt.date

    @property
    def file_name(self) -> str:
        """Return a name that does not replace the sheet of an earlier key unasked."""
        words = (_("Case File Audit recovery key"), self.short_id, self.day.isoformat())
        return f"{' '.join(words)}.txt"

    @property
    def text(self) -> str:
        """Return the sheet as plain text."""
        rows = ["   ".join(row) for row in self._rows()]
        sections = [f"{title}\n{words}" for title, words in self._sections()]
        return "\n\n".join([self._title, "\n".join(rows), self._facts, *sections]) + "\n"

    @property
    def html(self) -> str:
        """Return the sheet as it is printed."""
        rows = (
            "<tr>" + "".join(f'<td style="{_CELL}">{group}</td>' for group in row) + "</tr>"
            for row in self._rows()
        )
        sections = (
            f"<h3>{escape(title)}</h3><p>{escape(words)}</p>" for title, words in self._sections()
        )
        return (
            f"<h1>{escape(self._title)}</h1><p>{escape(self._facts)}</p>"
            f'<table border="1" cellspacing="0" width="100%" style="{_TABLE}">{"".join(rows)}'
            f"</table>{''.join(sections)}"
        )

    @property
    def _title(self) -> str:
        return _("Case File Audit: recovery key")

    @property
    def _facts(self) -> str:
        return _("For the audits number {number} of {owner}. Made on {day}.").format(
            number=self.short_id, owner=self.owner, day=date_words(self.day)
        )

    def _rows(self) -> list[list[str]]:
        groups = self.key.split("-")
        return [groups[start : start + _COLUMNS] for start in range(0, len(groups), _COLUMNS)]

    def _sections(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                _("What it is for"),
                _(
                    "It opens the audits when the passphrase is forgotten. Whoever has it and the "
                    "computer, or a backup, can read them. A sheet with an earlier date and the "
                    "same number opens backups of that time only: destroy it with the last of them."
                ),
            ),
            (
                _("Where to keep it"),
                _(
                    "In a safe or a locked cabinet at the office, away from the computer. Not in "
                    "an e-mail, a photo or a shared folder."
                ),
            ),
            (
                _("How to use it"),
                _(
                    "Start Case File Audit, choose “Use the recovery key instead” and type the "
                    "key, row by row. Small letters, spaces and missing dashes do no harm. The "
                    "letter O and the figure 0 are taken for each other, and so are the letter I "
                    "and the figure 1."
                ),
            ),
        )


_TABLE: Final = "border-collapse: collapse; border-color: #888888; margin-top: 12px"
_CELL: Final = "font-size: 26pt; font-weight: 600; padding: 10px 20px; letter-spacing: 4px"


def save_sheet(path: Path, sheet: RecoverySheet) -> None:
    """Write the sheet, whole or not at all, to a file that only its owner may read.

    Raises:
        OSError: It could not be written; whatever was at ``path`` still is.
    """
    file = QSaveFile(str(path))
    # As text: Windows has line ends of its own, and older editors there know no others.
    is_saved = file.open(QIODevice.OpenModeFlag.WriteOnly | QIODevice.OpenModeFlag.Text)
    if is_saved:
        file.setPermissions(_PRIVATE)
        file.write(sheet.text.encode())
        is_saved = file.commit()
    if not is_saved:
        raise OSError(0, file.errorString(), str(path))


def print_sheet(device: QPagedPaintDevice, sheet: RecoverySheet) -> None:
    """Print the sheet on paper."""
    document = QTextDocument()
    document.setDefaultFont(QFont("Audit Inter", _POINTS))
    document.setHtml(sheet.html)
    document.print_(device)
