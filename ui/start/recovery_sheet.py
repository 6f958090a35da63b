# SPDX-License-Identifier: MPL-2.0
"""Write the sheet of paper, or the file, that keeps a recovery key."""

import datetime as dt
from pathlib import Path

from PySide6.QtGui import QFont, QPagedPaintDevice, QTextDocument

from auditapp.i18n import _
from ui.widgets.date_text import date_words

FILE_NAME = "Case File Audit recovery key.txt"
_POINTS = 12


def sheet_text(key: str, owner: str, day: dt.date) -> str:
    """Return the text of the sheet; ``owner`` is the name on the audits."""
    lines = (
        _("Case File Audit: recovery key"),
        "",
        key,
        "",
        _("It belongs to the audits of {owner} and was made on {day}.").format(
            owner=owner, day=date_words(day)
        ),
        "",
        _("What it is for"),
        _("It opens the audits when the passphrase is forgotten. Whoever has it can read them."),
        "",
        _("How to keep it"),
        _("In a safe or a locked cabinet at the office, away from the computer."),
        _("Not in an e-mail, a photo or a shared folder."),
        "",
        _("How to use it"),
        _("Start Case File Audit, choose “Use the recovery key instead” and type the key."),
        _("Small letters and spaces do no harm. The letter O and the figure 0, the letter I and"),
        _("the figure 1 are taken for each other."),
    )
    return "\n".join(lines) + "\n"


def save_sheet(path: Path, text: str) -> None:
    """Write the sheet to a file that only its owner may read. Raises ``OSError``."""
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")


def print_sheet(device: QPagedPaintDevice, text: str) -> None:
    """Print the sheet on paper."""
    document = QTextDocument(text)
    document.setDefaultFont(QFont("Audit Inter", _POINTS))
    document.print_(device)
