# SPDX-License-Identifier: MPL-2.0
"""Follow up what an audit asked for: its actions, the outcome of its moderation, and its end.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from auditapp.change import Change
from auditapp.model.edits import Author
from auditapp.model.follow_up import ActionStatus
from auditapp.model.grade import GradeBand
from auditapp.model.ids import AuditId, RecordId
from auditapp.operations.audit import AuditOperations


class FollowUpOperations(AuditOperations):
    """Write what goes on about an audit after its sign-off; what was signed stays as it was."""

    def progress_action(
        self,
        audit_id: AuditId,
        action_id: RecordId,
        status: ActionStatus,
        by: Author,
        *,
        words: str = "",
        done_by: str = "",
    ) -> Change:
        """Let an action stand as ``status`` from now on, in a draft or a signed audit.

        Args:
            audit_id: The audit.
            action_id: One of its actions.
            status: How it is to stand; to be open again counts as well.
            by: Who says so.
            words: The evidence that it is done, or the reason why it is dropped or open again.
            done_by: Who did it, where it is done.

        Raises:
            NotAllowedError: It may not stand so next, or what that needs is missing.
            SaveFailedError: It could not be written; nothing has changed.
        """
        with self._lock:
            session = self._session_if_unlocked(audit_id)
            return session.progress_action(action_id, status, by, words, done_by)

    def agree_grade(
        self, audit_id: AuditId, key: str, band: GradeBand, reason: str, by: Author
    ) -> Change:
        """Record the grade that moderation agreed on; a signed audit counts as moderated then.

        Args:
            audit_id: The first audit, which was moderated.
            key: That of the section, or of the practice or impact grade.
            band: The agreed grade.
            reason: Why.
            by: Who records it.

        Raises:
            NotAllowedError: The audit is a draft, has no grade there, or the reason is missing.
            SaveFailedError: It could not be written; nothing has changed.
        """
        with self._lock:
            return self._session_if_unlocked(audit_id).agree_grade(key, band, reason, by)

    def mark_closed(self, audit_id: AuditId, by: Author) -> Change:
        """Close the work on a signed audit: every action is verified or dropped.

        Opening an action of it again opens the audit again too.

        Raises:
            NotAllowedError: It is a draft or closed, or an action still waits.
            SaveFailedError: It could not be written; nothing has changed.
        """
        with self._lock:
            return self._session_if_unlocked(audit_id).mark_closed(by)
