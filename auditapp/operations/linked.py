# SPDX-License-Identifier: MPL-2.0
"""Bring audits together that belong to one case: a second reading, or a later audit, and the first.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own. Which audits belong
together stands in the list of audits, so that none is opened to find out.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from auditapp.errors import NotAllowedError
from auditapp.i18n import _, ngettext
from auditapp.insight.sampling import second_readings
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.comparison import Comparison, compare
from auditapp.judgement.moment_words import uk_time
from auditapp.judgement.reaudit import Reaudit, compare_with_earlier
from auditapp.listing import AuditRow
from auditapp.model.audit import Audit, AuditStatus
from auditapp.model.edits import Author
from auditapp.model.front_sheet import FrontSheet
from auditapp.model.ids import AuditId, CaseReference, ChecklistId
from auditapp.model.links import Links
from auditapp.model.logbook import LogKind
from auditapp.operations.starting import StartingOperations


@dataclass(frozen=True, slots=True)
class LinkedRow:
    """Hold a second reading or a later audit in the list, and the first; None where it is not here.

    Args:
        second: the one whose links name the other.
        first: the one that is named.
        is_moderation: whether it is a second reading; else it is a later audit of the case.
    """

    second: AuditRow
    first: AuditRow | None
    is_moderation: bool


@dataclass(frozen=True, slots=True)
class LinkedAudits:
    """Hold both audits of such a pair, each as it stands.

    ``names`` are those that must not appear in either.
    """

    first: AuditState
    second: AuditState
    names: tuple[str, ...] = ()

    @property
    def is_moderation(self) -> bool:
        """Tell whether the second is a second reading, and not a later audit."""
        links = self.second.audit.links
        return links is not None and links.moderates is not None

    def comparison(self) -> Comparison:
        """Lay both side by side, line by line."""
        return compare(self.first.outline, self.second.outline)

    def reaudit(self) -> Reaudit:
        """Say what became of the case since the first audit."""
        return compare_with_earlier(self.first.outline, self.second.outline)


class LinkedOperations(StartingOperations):
    """Find, compare and start audits that go with another."""

    def linked_rows(self) -> tuple[LinkedRow, ...]:
        """Return every second reading and later audit, the one changed last first."""
        rows = self.audits()
        by_id = {row.id: row for row in rows}
        found = []
        for row in rows:
            first = row.moderates or row.re_audits
            if first is not None:
                found.append(LinkedRow(row, by_id.get(first), row.moderates is not None))
        return tuple(found)

    def linked_audits(self, second_id: AuditId) -> LinkedAudits:
        """Return an audit and the one that it moderates, or comes back to.

        Raises:
            NotAllowedError: It goes with no other, the other is not here, or it is a second reading
                that is not signed off, and blind until then.
        """
        with self._lock:
            self._require_unlocked()
            with self._visited(second_id) as session:
                second, names = session.state(), session.beside.names
            first_id = _first_of(second.audit)
            if first_id not in self._repository.generations():
                raise NotAllowedError(
                    _("The audit that this one goes with is not on this computer."),
                    _("Send this one to whoever has the first; they can lay both side by side."),
                )
            with self._visited(first_id) as session:
                every = dict.fromkeys((*names, *session.beside.names))
                return LinkedAudits(session.state(), second, tuple(every))

    def can_be_moderated(self, audit_ids: Sequence[AuditId]) -> tuple[AuditId, ...]:
        """Return those of ``audit_ids`` that a second reader can grade: signed first readings.

        One that was graded twice already is none of them.
        """
        rows = {row.id: row for row in self.audits()}
        read_twice = {row.moderates for row in rows.values()}
        return tuple(
            each
            for each in audit_ids
            if each in rows
            and rows[each].status is AuditStatus.SIGNED_OFF
            and rows[each].moderates is None
            and each not in read_twice
        )

    def draw_second_readings(
        self, audit_ids: Sequence[AuditId], number: int, seed: str
    ) -> tuple[AuditId, ...]:
        """Draw by lot which of some audits are read a second time, and write that down.

        Anybody can draw them again: the SHA-256 of the seed, ``:second:`` and the case reference
        decides; of two audits of one case, the reference is followed by the audit's id.

        Raises:
            NotAllowedError: There is no seed, or not a number of them.
        """
        seed = seed.strip()
        if not seed or not 0 < number <= len(audit_ids):
            raise NotAllowedError(
                _("A draw needs a seed, and a number from 1 to {most}.").format(
                    most=len(audit_ids)
                ),
                _("Write down a seed that none of the readers chose."),
            )
        references = {row.id: row.case_reference for row in self.audits()}
        counts = Counter(references[each] for each in audit_ids)
        by_name = {
            CaseReference(
                references[each] if counts[references[each]] == 1 else f"{references[each]} {each}"
            ): each
            for each in audit_ids
        }
        drawn = second_readings(by_name.keys(), number / len(audit_ids), seed)
        words = ngettext("{number} of {count} audit", "{number} of {count} audits", len(audit_ids))
        detail = words.format(number=number, count=len(audit_ids))
        with self._lock:
            self._require_unlocked()
            self._log(
                LogKind.SECOND_READINGS_DRAWN,
                _("{detail}, seed {seed}").format(detail=detail, seed=seed),
            )
        return tuple(by_name[name] for name in drawn)

    def audit_again(self, audit_id: AuditId, by: Author, *, newest: bool = True) -> AuditId:
        """Start a later audit of the case that a signed audit is about; return its id.

        It has the front sheet of the first, with the time since then as the period, and its
        checklists: in the version that is in use now or, if not ``newest``, in the same.

        Raises:
            NotAllowedError: The audit is not signed off, or is itself a second reading.
            ChecklistNotFoundError, ChecklistInvalidError: A checklist cannot be used any more.
            SaveFailedError: It could not be written; nothing has changed.
        """
        with self._lock:
            self._require_unlocked()
            with self._visited(audit_id) as session:
                audit = session.audit
            if audit.is_draft or (audit.links and audit.links.moderates):
                raise NotAllowedError(
                    _("Only a signed audit that is no second reading is audited again."),
                    _("Sign it off first, or audit the first reading again."),
                )
            loaded = [
                self.library.load(ChecklistId(pin.id))
                if newest
                else self.library.find(ChecklistId(pin.id), pin.version)
                for pin in audit.checklists
            ]
            front = _since(audit.front, by.name, uk_time(self.clock()).date())
            return self._start(front, loaded, Links(re_audits=audit_id))


def _first_of(second: Audit) -> AuditId:
    links = second.links or Links()
    if links.moderates is not None and second.is_draft:
        raise NotAllowedError(
            _("A second reading is blind until it is signed off."),
            _("Sign it off, then lay it beside the first."),
        )
    first = links.moderates or links.re_audits
    if first is None:
        raise NotAllowedError(
            _("This audit goes with no other."),
            _("Choose a second reading, or a later audit of a case."),
        )
    return first


def _since(front: FrontSheet, auditor: str, today: dt.date) -> FrontSheet:
    """Return the front sheet of a case for the time since it was looked at."""
    start = min(front.period_to + dt.timedelta(days=1), today)
    return front.model_copy(
        update={
            "auditor": auditor,
            "period_from": start,
            "judged_from": start,
            "period_to": today,
            "sources_used": FrontSheet.model_fields["sources_used"].default,
            "is_independent": False,
        }
    )
