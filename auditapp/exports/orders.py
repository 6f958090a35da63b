# SPDX-License-Identifier: MPL-2.0
"""Say which report is wanted, of what, and as what it goes out. Light: the window asks in these."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp.model.ids import AuditId, RecordId
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind

if TYPE_CHECKING:  # loads pydantic
    from auditapp.insight.figures.figure import FigureOrder
    from auditapp.insight.selection import Selection


WITH_FIGURES: Final = frozenset({ReportKind.SUMMARY, ReportKind.BOARD_PACK})
"""The kinds of report that carry figures chosen on the page of insights."""


@dataclass(frozen=True, slots=True)
class ReportOfOne:
    """Ask for a report about one audit.

    ``signed`` is the number of a signed version, 1 for the original; None is what it is now.
    """

    kind: ReportKind
    audit_id: AuditId
    signed: int | None = None


@dataclass(frozen=True, slots=True)
class ReportAcross:
    """Ask for a report about the audits that ``selection`` takes.

    An action plan may be of some ``actions`` only, each owner's on pages of their own.
    ``figures`` stand at the end of a report of ``WITH_FIGURES``, as the audits are when it is made.
    They have the names of teams and small numbers, so a copy to be shared goes without them.
    """

    kind: ReportKind
    selection: "Selection"
    actions: frozenset[RecordId] | None = None
    figures: "tuple[FigureOrder, ...]" = ()


@dataclass(frozen=True, slots=True)
class SealFile:
    """Name a file with a certificate and its key (PKCS#12), and hold what opens it."""

    path: Path
    passphrase: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ReportCopy:
    """Say as what a report goes out.

    Args:
        format: the kind of file.
        is_shared: it leaves the service. Codes stand in the place of people, case and team, and
            small numbers are not shown.
        recipient: whom it is for, in the words of whoever sends it; kept with the export.
        password: encrypts a PDF; nobody without it can read the file, and it is kept nowhere.
        seal: what a PDF is sealed with, as the last step.
    """

    format: ReportFormat = ReportFormat.PDF
    is_shared: bool = False
    recipient: str = ""
    password: str = field(default="", repr=False)
    seal: SealFile | None = None


PLAIN_COPY: Final = ReportCopy()
"""A PDF as it is, for the file."""
