# SPDX-License-Identifier: MPL-2.0
"""Suggest names for the files that people save: ones that every file system takes."""

import datetime as dt
import re
import unicodedata
from typing import Final

from auditapp.i18n import _
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import KINDS, ReportKind
from auditapp.model.scorecard import ScorecardRows

LONGEST: Final = 40
"""Characters of a case reference; as UTF-8 at most 160 bytes of the 255 that a name may have."""

_REFUSED: Final = re.compile(r'[<>:"/\\|?*\s]+')
"""What Windows refuses in a name (Win32 naming conventions), and white space."""


def report_file_name(
    case_reference: str,
    day: dt.date,
    report_format: ReportFormat = ReportFormat.PDF,
    kind: ReportKind = ReportKind.AUDIT,
) -> str:
    """Return a name for a report: ``Audit HX-2047 2026-11-21.pdf``, ``Short report HX-2047 …``.

    A report of several audits is about no case reference, so that one is empty.
    """
    name = _("Audit") if kind is ReportKind.AUDIT else KINDS[kind].name
    words = (name, _clean(case_reference), day.isoformat())
    return f"{' '.join(filter(None, words))}{report_format.suffix}"


def backup_file_name(at: dt.datetime) -> str:
    """Return a name for a backup: ``Case File Audit backup 2026-11-21 0930.zip``.

    Args:
        at: When, where this computer is; nothing of a case is in the name.
    """
    return _("Case File Audit backup") + f" {at:%Y-%m-%d %H%M}.zip"


def package_file_name(day: dt.date) -> str:
    """Return a name for a package of audits: ``Audits 2026-11-21.cfaudit``, and no more than that.

    Nothing of a case is in it: the file goes from hand to hand.
    """
    return _("Audits") + f" {day.isoformat()}.cfaudit"


def history_file_name(case_reference: str, day: dt.date) -> str:
    """Return a name for the history of an audit: ``History HX-2047 2026-11-21.csv``."""
    words = (_("History"), _clean(case_reference), day.isoformat())
    return f"{' '.join(filter(None, words))}.csv"


def logbook_file_name(day: dt.date) -> str:
    """Return a name for the logbook: ``Logbook 2026-11-21.csv``."""
    return _("Logbook") + f" {day.isoformat()}.csv"


def data_file_name(rows: ScorecardRows, day: dt.date) -> str:
    """Return a name for exported data: ``Data of audits 2026-11-21.csv``."""
    names = {
        ScorecardRows.AUDITS: _("Data of audits"),
        ScorecardRows.ANSWERS: _("Data of ratings"),
    }
    return f"{names[rows]} {day.isoformat()}.csv"


def chart_file_name(title: str, suffix: str) -> str:
    """Return a name for what is saved of a chart: ``Practice grades by team.png``."""
    return (_clean(title) or _("Chart")) + suffix


def _clean(text: str) -> str:
    """Return ``text`` with what a file system may refuse, or nobody sees, taken out."""
    text = _REFUSED.sub(" ", unicodedata.normalize("NFC", text))
    visible = "".join(char for char in text if unicodedata.category(char)[0] != "C")
    return visible.strip()[:LONGEST].strip()
