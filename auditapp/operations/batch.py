# SPDX-License-Identifier: MPL-2.0
"""Save a report of each of many audits into one folder, with a page that lists them.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own. It can be stopped, or
be stopped by a full disk, and gone on with: what is there already is not made again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp.errors import NotAllowedError, ReportError, SaveFailedError, StoreError
from auditapp.exports.batch_places import (
    clear_up,
    is_made_with,
    known_file,
    place_for_index,
    place_for_report,
    sha256_of,
)
from auditapp.exports.orders import PLAIN_COPY, ReportAcross, ReportCopy, ReportOfOne
from auditapp.exports.protection import Protection
from auditapp.exports.words import about_words
from auditapp.i18n import _, ngettext
from auditapp.insight.judged_audits import day_of
from auditapp.judgement.audit_states import AuditState
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.grade import PRACTICE
from auditapp.model.ids import AuditId
from auditapp.model.labels import label
from auditapp.model.report_kinds import KINDS, ReportKind
from auditapp.operations.choosing import ChosenAudits
from auditapp.operations.report import ReportOperations

if TYPE_CHECKING:  # reports are made late
    from auditapp.report.web_page.batch_index import IndexLine

INDEX: Final = "index.html"
"""The name of the page that lists the reports."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Hold what became of a report of each audit.

    Args:
        saved: how many were written.
        kept: how many were in the folder already, as they should be.
        refused: why others could not be made, a sentence for each.
        left: how many were not come to, because the person stopped it.
        index: the page that lists what is there.
    """

    saved: int
    kept: int
    refused: tuple[str, ...]
    left: int
    index: Path


class BatchOperations(ReportOperations):
    """Save a report of each audit that a selection takes."""

    def export_each(
        self,
        wanted: ReportAcross,
        folder: Path,
        *,
        copy: ReportCopy = PLAIN_COPY,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> Batch:
        """Write a report about each chosen audit into ``folder``, and a page that lists them.

        A file that is there and is what it should be, by the audit's own history, stays as it is.
        One that is none of ours is never replaced: the report gets a number in its name. Under
        another marking or layout, or with a password, every file is made anew. Stopping it is no
        error: what is there by then is listed, and the same again goes on from there.

        Raises:
            UnsafePathError: ``folder`` is where the audits themselves are kept.
            NotAllowedError: The kind is not made of a single audit, no audit was chosen, the
                password will not do, or the workspace was locked meanwhile.
            ReportError: A file could not be written. Those before it are there, and recorded.
        """
        _require_one_each(wanted.kind)
        protection = self._protection_for(folder / INDEX, copy, self._me().name)
        chosen = self.choose_audits(wanted.selection, is_cancelled=is_cancelled)
        _require_some(chosen)
        clear_up(folder)
        run = _Run(wanted, folder, protection)
        index = place_for_index(folder, INDEX)
        run.can_keep = not copy.password and is_made_with(index, self._made_with())
        # Now already, so that a program that is killed leaves a page that tells the truth.
        self._write_index(run, chosen, index)
        for number, state in enumerate(chosen.states, start=1):
            if is_cancelled():
                break
            self._export_one(run, state, is_cancelled)
            if report_progress is not None:
                report_progress(number, len(chosen.states))
        return self._write_index(run, chosen, index)

    def _export_one(self, run: "_Run", state: AuditState, is_cancelled: IsCancelled) -> None:
        """Write the report about one audit, unless it is there; note why if it cannot be made."""
        with self._lock:
            self._require_unlocked()
            was_open = self._sessions.is_open(state.audit.id)
        try:
            self._export_open(run, state, is_cancelled)
        finally:
            with self._lock:
                if not was_open:
                    self._sessions.close(state.audit.id)

    def _export_open(self, run: "_Run", state: AuditState, is_cancelled: IsCancelled) -> None:
        order = self._order_for(run.wanted, state)
        name = self.report_name(order, run.copy)
        history = self.history(state.audit.id)
        about = about_words(order.kind, run.copy, order.signed, run.protection.words)
        there = known_file(run.folder, name, history, f"{run.copy.format} ", about)
        if there is not None and run.can_keep:
            run.kept += 1
            run.lines.append(self._line(state, there, run.copy))
            return
        by = self._me()
        try:
            contents = self._made(order, run.protection, None, is_cancelled)
        except (NotAllowedError, ReportError, StoreError) as error:
            self._require_unlocked()  # or else it is no fault of this audit
            if not is_cancelled():
                run.refused.append(self._refusal(state, error, run.copy))
            return
        try:
            path = place_for_report(run.folder, name, history, contents)
            self._hand_out(order, contents, path, by, run.protection)
        except (ReportError, SaveFailedError) as error:
            raise ReportError(str(error), run.remedy_of(error.remedy)) from error
        run.saved += 1
        run.lines.append(self._line(state, path, run.copy))

    def _order_for(self, wanted: ReportAcross, state: AuditState) -> ReportOfOne:
        """Return the order for one audit: as it was signed last, if it is being amended."""
        audit = state.audit
        with self._lock:
            is_amended = self._sessions.get(audit.id).audit.is_draft and not audit.is_draft
        signed = len(state.earlier) + 1 if is_amended else None
        return ReportOfOne(wanted.kind, audit.id, signed)

    def _line(self, state: AuditState, path: Path, copy: ReportCopy) -> "IndexLine":
        from auditapp.report.web_page.batch_index import IndexLine  # noqa: PLC0415 - made late

        audit = state.audit
        grade = audit.grades.get(PRACTICE)
        return IndexLine(
            reference=self._named(_("Case {code}"), audit.front.case_reference, copy),
            team=self._named(_("Team {code}"), audit.front.team, copy),
            day=day_of(state),
            grade=label(grade.band) if grade else "",
            file=path.name,
            sha256=sha256_of(path),
        )

    def _named(self, words: str, name: str, copy: ReportCopy) -> str:
        """Return a name or, in what is shared, the code that stands for it in the report too."""
        if not copy.is_shared or not name.strip():
            return name
        return words.format(code=self._vault.code_of(name))

    def _refusal(self, state: AuditState, error: Exception, copy: ReportCopy) -> str:
        name = self._named(_("Case {code}"), state.audit.front.case_reference, copy)
        return f"{name}: {error}"

    def _made_with(self) -> str:
        """Return a fingerprint of the settings and the layout that reports are made with."""
        choices = self._layouts.in_use(self._note).over(self.settings())
        return sha256(repr(choices).encode()).hexdigest()

    def _write_index(self, run: "_Run", chosen: ChosenAudits, path: Path) -> Batch:
        """Write the page that lists what is there."""
        from auditapp.report.saving import save_report  # noqa: PLC0415 - reports are made late
        from auditapp.report.web_page.batch_index import (  # noqa: PLC0415 - as above
            BatchIndex,
            index_page,
        )

        left = len(chosen.states) - run.saved - run.kept - len(run.refused)
        choices = self._layouts.in_use(self._note).over(self.settings())
        index = BatchIndex(
            title=_("{kind} of each audit").format(kind=KINDS[run.wanted.kind].name),
            marking=choices.marking,
            organisation=choices.organisation,
            accent=choices.layout.file.accent or "",
            logo=choices.layout.logo,
            footer_note=choices.layout.file.footer or "",
            made_with=self._made_with(),
            lines=run.lines,
            missing=[*run.refused, *_missing(left, chosen.unreadable)],
        )
        save_report(index_page(index), path)
        return Batch(run.saved, run.kept, tuple(run.refused), left, path)


def _require_one_each(kind: ReportKind) -> None:
    """Refuse a kind that is not made of a single audit."""
    if not KINDS[kind].is_of_one_audit:
        raise NotAllowedError(
            _("“{kind}” is not made of a single audit.").format(kind=KINDS[kind].name),
            _("Choose another kind of report."),
        )


def _require_some(chosen: ChosenAudits) -> None:
    """Refuse a choice that takes no audit."""
    if not chosen.states:
        raise NotAllowedError(
            _("No audit was found for this report."),
            _("Widen the period, the teams or the checklists, or take drafts as well."),
        )


class _Run:
    """Hold what a batch is made of, and what has become of it so far."""

    def __init__(self, wanted: ReportAcross, folder: Path, protection: Protection) -> None:
        self.wanted = wanted
        self.folder = folder
        self.copy = protection.copy
        self.protection = protection
        self.can_keep = False
        self.saved = 0
        self.kept = 0
        self.refused: list[str] = []
        self.lines: list[IndexLine] = []

    def remedy_of(self, remedy: str) -> str:
        """Return what to do once a file could not be written: nothing so far is lost."""
        done = self.saved + self.kept
        words = ngettext(
            "{count} report is in the folder. Save into the same folder again to go on from there.",
            "{count} reports are in the folder. Save into the same folder again to go on from "
            "there.",
            done,
        )
        return f"{remedy} {words.format(count=done)}".strip()


def _missing(left: int, unreadable: Sequence[AuditId]) -> list[str]:
    """Return a sentence for each sort of report that is not there."""
    sentences = []
    if left:
        sentences.append(
            ngettext(
                "{count} report was not come to: saving was stopped.",
                "{count} reports were not come to: saving was stopped.",
                left,
            ).format(count=left)
        )
    if unreadable:
        sentences.append(
            ngettext(
                "{count} audit could not be read.",
                "{count} audits could not be read.",
                len(unreadable),
            ).format(count=len(unreadable))
        )
    return sentences
