# SPDX-License-Identifier: MPL-2.0
"""Leave every kind of report in every format, of the audit of the demo and others beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Final

from auditapp.checklist.library import LoadedChecklist, load_bytes
from auditapp.exports.orders import ReportAcross, ReportCopy, ReportOfOne
from auditapp.exports.papers import Press
from auditapp.insight.selection import Selection
from auditapp.listing import AuditRow
from auditapp.model.edits import Author
from auditapp.model.ids import ChecklistId
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import KINDS, MadeOf, ReportKind
from auditapp.paths import AppPaths
from auditapp.workspace import Workspace
from ui.demo import sample
from ui.demo.further_audits import Calendar, make_audits
from ui.demo.linked_work import LinkedWork

FURTHER_AUDITS: Final = 15
FORMATS: Final = tuple(ReportFormat)
LINKED: Final = (MadeOf.TWO_AUDITS, MadeOf.ROUND)
BLANK: Final = ChecklistId("visits")
REWORDED: Final = ("Was the child seen alone", "Was the child or young person seen alone")


def leave_papers(paths: AppPaths, folder: Path) -> list[Path]:
    """Write every kind of report in every format into ``folder``, and return the files.

    The full report as PDF is not among them: it was saved in the window. The audit of the demo must
    be there, signed off, and its window closed.
    """
    calendar = Calendar()
    workspace = Workspace.unlock(paths, sample.PASSPHRASE, clock=calendar)
    try:
        audit = next(row for row in workspace.audits() if row.case_reference == sample.REFERENCE)
        make_audits(workspace, calendar, FURTHER_AUDITS)
        linked = [kind for kind, about in KINDS.items() if about.made_of in LINKED]
        others = [kind for kind in KINDS if kind not in linked]
        left = [_leave(workspace, kind, audit, path) for kind, path in _places(others, folder)]
        # What is made up now would be counted in the reports of many audits.
        work = LinkedWork(workspace, Author(sample.AUDITOR, workspace.clock()))
        return left + [work.leave(kind, path) for kind, path in _places(linked, folder)]
    finally:
        workspace.close()


def _places(kinds: Sequence[ReportKind], folder: Path) -> Iterator[tuple[ReportKind, Path]]:
    """Yield where each of the kinds goes in each format."""
    for kind, form in product(kinds, FORMATS):
        if (kind, form) != (ReportKind.AUDIT, ReportFormat.PDF):
            yield kind, (folder / f"{_name(kind)}{form.suffix}").absolute()


def _name(kind: ReportKind) -> str:
    return "audit-report" if kind is ReportKind.AUDIT else str(kind)


def _leave(workspace: Workspace, kind: ReportKind, audit: AuditRow, path: Path) -> Path:
    form = ReportFormat(path.suffix.removeprefix("."))
    copy = ReportCopy(form)
    if kind is ReportKind.BLANK:
        workspace.export_blank([BLANK], path, report_format=form)
    elif kind is ReportKind.CHANGES:
        old, new = _versions(workspace)
        settings = workspace.settings()
        press = Press(workspace.paths, workspace.library, settings, workspace.clock())
        press.export_changes(old, new, path, report_format=form)
    elif KINDS[kind].is_of_one_audit:
        by = Author(sample.AUDITOR, workspace.clock())
        # The demo leaves an amendment open; what wants a signed audit gets the original.
        signed = 1 if KINDS[kind].needs_signed else None
        workspace.export_report(ReportOfOne(kind, audit.id, signed), path, by, copy=copy)
    else:
        workspace.export_across(ReportAcross(kind, Selection()), path, copy=copy)
    return path


def _versions(workspace: Workspace) -> tuple[LoadedChecklist, LoadedChecklist]:
    """Return a checklist, and a next version of it in which one question is reworded."""
    old = workspace.library.load(BLANK)
    text = old.data.decode("utf-8").replace('version: "1.0"', 'version: "1.1"', 1)
    new = load_bytes(text.replace(*REWORDED).encode("utf-8"), "visits.yaml")
    return old, replace(new, path=old.path)
