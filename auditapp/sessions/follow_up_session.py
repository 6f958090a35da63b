# SPDX-License-Identifier: MPL-2.0
"""Write what is done about an audit: actions followed up, grades agreed, and the end of it.

That goes on after the sign-off, and leaves what was signed as it was. None of it is undone: others
may have relied on it, so it is put right by a further step, which stays on record as well.
"""

import datetime as dt

from auditapp.change import Change
from auditapp.errors import NotAllowedError
from auditapp.i18n import _, ngettext
from auditapp.judgement.action_steps import is_same_person, require_choice, require_step
from auditapp.model.action_progress import ActionProgress, ActionStep
from auditapp.model.agreed_grade import AgreedGrade
from auditapp.model.audit import AuditStatus
from auditapp.model.edits import Author, row_changes
from auditapp.model.follow_up import ActionStatus
from auditapp.model.grade import GradeBand
from auditapp.model.history import HistoryKind
from auditapp.model.ids import RecordId
from auditapp.model.records import Put, Record
from auditapp.model.settling import AGREED, PROGRESS, step_version, unsettled_after
from auditapp.model.tables import ONLY, header
from auditapp.sessions.merging_session import MergingSession

_SETTLED = (ActionStatus.VERIFIED, ActionStatus.DROPPED)


class FollowUpSession(MergingSession):
    """Hold one open audit whose actions are followed up, in a draft as after the sign-off."""

    def progress_action(
        self, action_id: RecordId, status: ActionStatus, by: Author, words: str, done_by: str
    ) -> Change:
        """Let an action stand as ``status`` from now on.

        A closed audit is open again with its action.

        Raises:
            NotAllowedError: As `judgement.action_steps.require_step`.
            SaveFailedError: It could not be written; nothing has changed.
        """
        step = ActionStep(
            status=status,
            by=by.name,
            at=by.now,
            words=words.strip(),
            done_by=done_by.strip() if status is ActionStatus.DONE else "",
        )
        require_step(self.audit, action_id, step)
        puts = [self._step(action_id, step)]
        return self._follow(HistoryKind.FOLLOWED_UP, by, *puts, *self._opened(status))

    def leave_action(self, action_id: RecordId, by: Author, words: str) -> Change:
        """Record that a later audit looked at an action and left it as it stands, and why.

        Raises:
            NotAllowedError: Nobody waits for it any more, or no reason is given.
            SaveFailedError: It could not be written; nothing has changed.
        """
        actions = self.audit.actions
        status = self.audit.action_now(action_id).status if action_id in actions else _SETTLED[0]
        step = ActionStep(status=status, by=by.name, at=by.now, words=words.strip(), is_left=True)
        require_step(self.audit, action_id, step)
        return self._follow(HistoryKind.FOLLOWED_UP, by, self._step(action_id, step))

    def move_action(
        self, action_id: RecordId, by: Author, words: str, due: dt.date | None, owner_role: str
    ) -> Change:
        """Give an action another date, another owner, or both, and say why.

        What it has already is not given once more.

        Raises:
            NotAllowedError: As `judgement.action_steps.require_step`, or nothing would change.
            SaveFailedError: It could not be written; nothing has changed.
        """
        owner_role = " ".join(owner_role.split())
        if action_id in self.audit.actions:
            now = self.audit.action_now(action_id)
            due = None if due == now.due else due
            owner_role = "" if is_same_person(owner_role, now.owner_role) else owner_role
        step = ActionStep(
            status=ActionStatus.OPEN,
            by=by.name,
            at=by.now,
            words=words.strip(),
            due=due,
            owner_role=owner_role,
        )
        if not step.is_move:
            raise NotAllowedError(
                _("The action has this date and this owner already."),
                _("Give another date, or another owner."),
            )
        require_step(self.audit, action_id, step)
        return self._follow(HistoryKind.FOLLOWED_UP, by, self._step(action_id, step))

    def agree_grade(self, key: str, band: GradeBand, reason: str, by: Author) -> Change:
        """Record the grade that was agreed for a section, or for the audit as a whole.

        Raises:
            NotAllowedError: The audit is a draft, has no grade there, or no reason is given.
            SaveFailedError: It could not be written; nothing has changed.
        """
        if self.audit.is_draft:
            raise NotAllowedError(
                _("A grade is agreed after the audit was signed off."),
                _("Sign it off first, or give the grade in the audit itself."),
            )
        if key not in self.audit.grades:
            raise NotAllowedError(
                _("The audit gives no grade there."), _("Agree on a grade that was given.")
            )
        if not reason.strip():
            raise NotAllowedError(
                _("An agreed grade needs its reason."),
                _("Write what made you agree on it, or keep to the grade that was given."),
            )
        agreed = AgreedGrade(band=band, reason=reason.strip(), by=by.name, at=by.now)
        puts = [Put("agreed", key, agreed.record())]
        if self.audit.status is AuditStatus.SIGNED_OFF:
            puts.append(self._header(AuditStatus.MODERATED))
        return self._follow(HistoryKind.AGREED, by, *puts)

    def settle_after(self, table: str, key: str, chosen: Record | None, by: Author) -> Change:
        """Let one of several ways in which an audit was followed up stand; the others stay.

        Args:
            table: That of the agreed grades, or of what became of actions.
            key: The row.
            chosen: One of the versions that were to choose from.
            by: Who chooses.

        Raises:
            NotAllowedError: There is nothing to settle any more, or an action would count as
                verified by whoever did it.
            SaveFailedError: It could not be written; nothing has changed.
        """
        found = {(each.table, each.key) for each in unsettled_after(self.audit)}
        if (table, key) not in found or chosen is None:
            raise NotAllowedError(
                _("There is nothing to settle here any more."), _("Look at the audit as it is now.")
            )
        if table == AGREED:
            put = Put(AGREED, key, {name: chosen[name] for name in chosen if name != "others"})
            return self._follow(HistoryKind.AGREED, by, put)
        progress = self.audit.action_progress[RecordId(key)]
        way = next((each for each in progress.ways if step_version(each).row == chosen), None)
        if way is None:
            raise NotAllowedError(
                _("That is no longer to choose from."), _("Look at the audit as it is now.")
            )
        require_choice(self.audit, RecordId(key), way, by.name)
        put = Put(PROGRESS, key, progress.choosing(way, by.name, by.now).record())
        return self._follow(HistoryKind.FOLLOWED_UP, by, put, *self._opened(way.status))

    def mark_closed(self, by: Author) -> Change:
        """Say that nothing more is to be done about the audit.

        Raises:
            NotAllowedError: It is a draft or closed, or an action is neither verified nor dropped.
            SaveFailedError: It could not be written; nothing has changed.
        """
        if self.audit.status not in (AuditStatus.SIGNED_OFF, AuditStatus.MODERATED):
            raise NotAllowedError(
                _("An audit is closed once, after it was signed off."), _("Nothing was changed.")
            )
        waiting = sum(each.status not in _SETTLED for each in self.audit.actions_now.values())
        if waiting:
            words = ngettext(
                "The audit cannot be closed yet: one action is neither verified nor dropped.",
                "The audit cannot be closed yet: {count} actions are neither verified nor dropped.",
                waiting,
            )
            raise NotAllowedError(words.format(count=waiting), _("Follow them up first."))
        if unsettled_after(self.audit):
            raise NotAllowedError(
                _("The audit cannot be closed yet: two computers say different things about it."),
                _("Choose what stands first."),
            )
        return self._follow(HistoryKind.CLOSED, by, self._header(AuditStatus.CLOSED))

    def _step(self, action_id: RecordId, step: ActionStep) -> Put:
        before = self.audit.action_progress.get(action_id)
        progress = before.with_step(step) if before else ActionProgress(steps=(step,))
        return Put("action_progress", action_id, progress.record())

    def _opened(self, status: ActionStatus) -> tuple[Put, ...]:
        """Return what opens a closed audit with one of its actions."""
        if status is not ActionStatus.OPEN or self.audit.status is not AuditStatus.CLOSED:
            return ()
        is_moderated = bool(self.audit.agreed)
        return (self._header(AuditStatus.MODERATED if is_moderated else AuditStatus.SIGNED_OFF),)

    def _follow(self, kind: HistoryKind, by: Author, *puts: Put) -> Change:
        entry = self._entry(kind, by, changes=row_changes(self.audit, puts))
        return self._write(puts, entry)

    def _header(self, status: AuditStatus) -> Put:
        """Return the row of the audit itself with another status."""
        return Put("audit", ONLY, header(self.audit, status))
