# SPDX-License-Identifier: MPL-2.0
"""Look at what a report would take out of the program, before it goes out.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Final

from auditapp.errors import NotAllowedError
from auditapp.exports.orders import PLAIN_COPY, ReportAcross, ReportCopy, SealFile
from auditapp.i18n import _
from auditapp.judgement.outline import Outline
from auditapp.judgement.personal_findings import PlacedFinding, find_personal
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.report_kinds import KINDS, MadeOf, ReportKind
from auditapp.operations.choosing import ChosenAudits
from auditapp.operations.rendering import RenderingOperations

_SAID: Final = frozenset({"front", "actions", "feedback"})
_PRINTED: Final[Mapping[ReportKind, frozenset[str]]] = {
    ReportKind.ACTIONS: frozenset({"front", "actions"}),
    ReportKind.SUMMARY: _SAID,
    ReportKind.BOARD_PACK: _SAID,
    ReportKind.TIMESCALES: frozenset({"answers.late_reason"}),
    ReportKind.FEEDBACK: frozenset({"feedback"}),
    ReportKind.INSPECTION_LIST: frozenset({"front.case_reference"}),
}
"""The tables, or single fields of one, that a report of several audits may print as written."""


@dataclass(frozen=True, slots=True)
class FoundInAudit:
    """Hold what the words of one audit that would go out may say about people, in order."""

    outline: Outline
    found: tuple[PlacedFinding, ...]

    @property
    def reference(self) -> str:
        """The case reference of the audit."""
        return self.outline.audit.front.case_reference


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Hold what there is to know of reports before they go out.

    Args:
        audits: those in which something was found, the oldest first.
        left_out: what the audits hold and the reports do not, each in a few words.
    """

    audits: tuple[FoundInAudit, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Tell whether there is nothing to ask about."""
        return not (self.audits or self.left_out)


class OutgoingOperations(RenderingOperations):
    """Tell what is in the reports that somebody wants to pass on, and what protects them."""

    def look_over(
        self,
        wanted: ReportAcross,
        *,
        is_each: bool = False,
        copy: ReportCopy = PLAIN_COPY,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> Outgoing:
        """Look through the chosen audits for what a report of them would give away or leave out.

        Names that must not appear in any of them are looked for in all of them. In a copy to be
        shared nothing is found, because what would be found is taken out of it.

        Args:
            wanted: the report, or the kind of each.
            is_each: a report of each audit goes out, with all of its words, not one of them all.
            copy: as what it goes out.
            report_progress: is told how many audits are read, and of how many.
            is_cancelled: asked before each audit whether to give up.

        Raises:
            NotAllowedError: The workspace is locked, or the person stopped it.
        """
        from auditapp.report.audit.left_out import left_out_of_many  # noqa: PLC0415 - as all of reports

        tables = None if is_each else _PRINTED.get(wanted.kind, frozenset())
        if KINDS[wanted.kind].made_of is MadeOf.AUDITS and (copy.is_shared or not tables):
            return Outgoing()  # it counts, and that can be told without opening an audit
        chosen = self.choose_audits(
            self.selection_for(wanted), report_progress=report_progress, is_cancelled=is_cancelled
        )
        left_out = left_out_of_many(wanted.kind, chosen.states)
        if copy.is_shared or not (is_each or tables):
            return Outgoing(left_out=left_out)
        return Outgoing(tuple(_found(chosen, tables, is_cancelled)), left_out)

    def can_seal(self) -> bool:
        """Tell whether this computer has what seals reports with a certificate."""
        return find_spec("pyhanko") is not None

    def check_seal(self, seal: SealFile) -> str:
        """Open a certificate as for a report that goes out now; return whose it is.

        Raises:
            SignatureError: Nothing can be sealed with it; the sentence says why.
        """
        from auditapp.report.pdf.seal import open_seal  # noqa: PLC0415 - loads cryptography

        return open_seal(seal.path, seal.passphrase, self.clock()).name


def _found(
    chosen: ChosenAudits, tables: frozenset[str] | None, is_cancelled: IsCancelled
) -> Iterator[FoundInAudit]:
    """Yield the audits in which something was found, in ``tables`` or anywhere."""
    for state in chosen.states:
        if is_cancelled():
            raise NotAllowedError(_("The report was stopped."), _("Nothing was changed."))
        found = find_personal(state.audit, chosen.names)
        printed = tuple(
            each
            for each in found
            if tables is None
            or {each.place.table, f"{each.place.table}.{each.place.field}"} & tables
        )
        if printed:
            yield FoundInAudit(state.outline, printed)
